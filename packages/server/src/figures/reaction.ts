/** Activities were changed: fold the periods they are in. One run takes all that waits; run twice, it finds nothing. */
import type { Reaction } from '../events/jobs.ts'
import { foldWaiting } from './fold-periods.ts'

export const onFiguresChanged: Reaction = async ({ pool }) => {
  await foldWaiting(pool)
}
