import type { Database } from '../database/database.ts'
import { noteChanges } from '../figures/changes.ts'
import { foldFigures } from '../figures/fold.ts'
import { countProofs, standingOf } from './activity.ts'
import { findActivity, type StoredActivity, saveQuietly, saveStanding } from './queries.ts'

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
  await foldFigures(db, [activity], at)
}

/**
 * The same for what nobody did: a photo was opened. The version counts up only where it was handed in already, so that
 * whoever accepts has seen the doubt, and whoever is still recording is not told that something changed.
 */
export const settleQuietly = async (db: Database, activity: StoredActivity, at: string) => {
  const now = (await findActivity(db, activity.id)) ?? activity
  const standing = standingOf(activity.state, now.evidence, countProofs(now))
  if (standing === activity.standing) return
  await saveQuietly(db, activity.id, { standing, isSeen: activity.state === 'submitted', at })
  await foldFigures(db, [activity], at)
}

/** A photo was received and nobody has opened it: known without reading the others again, and mostly nothing to count anew. */
export const settleAdded = async (db: Database, activity: StoredActivity, at: string) => {
  const { state, returnReason: reason } = activity
  const evidence = [...activity.evidence, { doubts: [], lookedAt: null, withdrawal: null }]
  const standing = standingOf(state, evidence, countProofs({ ...activity, evidence }))
  await saveStanding(db, activity.id, { state, standing, reason, at })
  // The roll-ups say when an activity was last touched.
  if (standing === activity.standing) await noteChanges(db, [activity])
  else await foldFigures(db, [activity], at)
}
