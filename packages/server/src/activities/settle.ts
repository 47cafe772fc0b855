import type { Database } from '../database/database.ts'
import { foldFigure } from '../figures/queries.ts'
import { standingOf } from './activity.ts'
import { findActivity, type StoredActivity, saveQuietly, saveStanding } from './queries.ts'

/** The row's state, its standing, and the figure it counts in, together. */
export const settle = async (
  db: Database,
  activity: StoredActivity,
  state: StoredActivity['state'],
  reason: string | null,
  at: string,
) => {
  const photos = (await findActivity(db, activity.id))?.evidence ?? []
  await saveStanding(db, activity.id, { state, standing: standingOf(state, photos), reason, at })
  await foldFigure(db, activity, at)
}

/**
 * The same for what nobody did: a photo was opened. The version counts up only where it was handed in already, so that
 * whoever accepts has seen the doubt, and whoever is still recording is not told that something changed.
 */
export const settleQuietly = async (db: Database, activity: StoredActivity, at: string) => {
  const photos = (await findActivity(db, activity.id))?.evidence ?? []
  const standing = standingOf(activity.state, photos)
  if (standing === activity.standing) return
  await saveQuietly(db, activity.id, { standing, isSeen: activity.state === 'submitted', at })
  await foldFigure(db, activity, at)
}

/** A photo was received and nobody has opened it: known without reading the others again, and mostly nothing to count anew. */
export const settleAdded = async (db: Database, activity: StoredActivity, at: string) => {
  const { state, returnReason: reason } = activity
  const standing = standingOf(state, [...activity.evidence, { doubts: [], lookedAt: null }])
  await saveStanding(db, activity.id, { state, standing, reason, at })
  if (standing !== activity.standing) await foldFigure(db, activity, at)
}
