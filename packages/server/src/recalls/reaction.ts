/** Receivers of this Loa were asked in the request itself; their logs are written here. */
import { z } from 'zod'
import { sql } from '../database/sql.ts'
import { record } from '../events/events.ts'
import type { Reaction } from '../events/jobs.ts'
import { askOutside } from '../exchanges/send-out.ts'
import { unusedFiles } from './queries.ts'

export const onDispatchAsked: Reaction = async ({ pool }, data) => {
  const { dispatchId, asked, reason, at } = data as {
    dispatchId: number
    asked: 'recall' | 'update'
    reason: string
    at: string
  }
  await pool.transaction('system', async (db) => {
    await askOutside(db, { dispatchId, asked, reason, at })
    const inside = await db.many(
      z.object({ id: z.number(), holderUnitId: z.number() }),
      sql`select e.id, e.holder_unit_id from deliveries e where e.dispatch_id = ${dispatchId} and e.recall = 'asked'
          and not exists (select from exchange_outgoing o where o.dispatch_id = e.dispatch_id and o.unit_id = e.unit_id)
          and not exists (select from events v where v.subject = 'delivery' and v.subject_id = e.id::text
            and v.kind = 'delivery.13' and v.at = ${at}) order by e.id`,
    )
    for (const { id, holderUnitId } of inside)
      await record(db, {
        unitId: holderUnitId,
        at,
        personId: null,
        kind: 'delivery.13',
        subject: 'delivery',
        subjectId: id,
        data: { reason },
      })
  })
}

/** What was given back is removed from the disk, where nothing else refers to it. */
export const onContentGivenBack: Reaction = async ({ pool, blobs }, data) => {
  const { files } = data as { files: string[] }
  const unused = await pool.transaction('system', (db) => unusedFiles(db, files))
  for (const sha256 of unused) await blobs.remove(sha256)
}
