/** Another site was chosen after the photos were opened: their places are compared with its own. */
import type { StoredActivity } from '../activities/queries.ts'
import { settleQuietly } from '../activities/settle.ts'
import type { Database } from '../database/database.ts'
import { placeOf, siteDoubts } from './evidence.ts'
import { listPlaced, raiseDoubts } from './queries.ts'

export const doubtSites = async (db: Database, activity: StoredActivity, at: string): Promise<void> => {
  let raised = 0
  for (const photo of await listPlaced(db, activity.id)) {
    const written = placeOf(photo.latitude, photo.longitude)
    const place = written ?? placeOf(photo.claimedLatitude, photo.claimedLongitude)
    if (place) raised += await raiseDoubts(db, photo, siteDoubts({ ...photo, place: written }, place), at)
  }
  if (raised > 0) await settleQuietly(db, activity, at)
}
