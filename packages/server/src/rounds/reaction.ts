/** A round was opened by a person: it opens one level below as well. */
import type { Reaction } from '../events/jobs.ts'
import { openBelow } from './open.ts'

export const onRoundOpened: Reaction = async ({ pool }, data) => {
  const { campaignId, at } = data as { campaignId: number; at: string }
  await pool.transaction('system', (db) => openBelow(db, campaignId, at))
}
