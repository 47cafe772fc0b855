/**
 * Activities were changed: fold the periods they are in, and look for what is odd in them. One run takes all that waits; run
 * twice, it finds nothing.
 */
import type { Reaction, ReactionTools } from '../events/jobs.ts'
import { recheck } from './check-queries.ts'
import { foldWaiting } from './fold-periods.ts'

export const foldAndCheck = ({ pool, now }: Pick<ReactionTools, 'pool' | 'now'>) =>
  foldWaiting(pool, { after: (db, pairs) => recheck(db, pairs, now()) })

export const onFiguresChanged: Reaction = (tools) => foldAndCheck(tools)
