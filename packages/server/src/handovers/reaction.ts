/** The directory has changed, or a day has begun on which an earlier change counts: duties of ended units go on. */
import type { Database } from '../database/database.ts'
import { record } from '../events/events.ts'
import type { Reaction } from '../events/jobs.ts'
import { today } from '../time.ts'
import { type Passed, passOn } from './pass-on.ts'

export const onDirectoryChanged: Reaction = async ({ pool, now }) => {
  const at = now()
  await pool.transaction('system', async (db) => {
    await noteAll(db, await passOn(db, { day: today(at), at }), at)
  })
}

/** One event a giver and unit, not one a duty: a province's change would hold its chain for thousands of links. */
export const noteAll = async (db: Database, passed: Passed[], at: string): Promise<void> => {
  const groups = Map.groupBy(passed, ({ ownerUnitId, fromUnitId }) => `${ownerUnitId} ${fromUnitId}`)
  for (const group of groups.values()) {
    const [first] = group
    if (!first) continue
    await record(db, {
      unitId: first.ownerUnitId,
      at,
      personId: null,
      kind: first.toUnitId === null ? 'duty.handover-asked' : 'duty.handed-over',
      subject: 'unit',
      subjectId: first.fromUnitId,
      data: { duties: group.map(({ dutyId }) => dutyId), toUnitId: first.toUnitId },
    })
  }
}
