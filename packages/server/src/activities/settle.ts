import type { Database } from '../database/database.ts'
import { foldFigures } from '../figures/fold.ts'
import { countProofs, standingOf } from './activity.ts'
import { findActivity, type StoredActivity, saveStanding } from './queries.ts'

/** The row's state, its standing, and the figures it counts in, together. */
export const settle = async (
  db: Database,
  activity: StoredActivity,
  state: StoredActivity['state'],
  reason: string | null,
  at: string,
) => {
  const now = (await findActivity(db, activity.id)) ?? activity
  const standing = standingOf(state, now.evidence, countProofs(now))
  await saveStanding(db, activity.id, { state, standing, reason, at })
  await foldFigures(
    db,
    activity,
    activity.quantities.map(({ indicator }) => indicator),
    at,
  )
}
