import { TakenLine } from '@loa/contract/exchanges'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import type { Entry } from '../deliveries/delivery.ts'

const Early = z.array(z.object({ status: z.literal('13'), at: z.string(), reason: z.string().nullable() }))

const StoredIncoming = z.object({
  id: z.number(),
  connectionId: z.number(),
  fromOrgan: z.string(),
  fromName: z.string(),
  documentId: z.string(),
  code: z.string().nullable(),
  dated: z.string().nullable(),
  dispatchId: z.number().nullable(),
  deliveryId: z.number().nullable(),
  early: Early,
  steps: z.array(z.string()),
  updateSha256: z.string().nullable(),
  replacedBy: z.string().nullable(),
})
export type StoredIncoming = z.infer<typeof StoredIncoming>

const columns = sql`i.id, i.connection_id, i.from_organ, i.from_name, i.document_id, i.code, i.dated, i.dispatch_id,
  (select e.id from deliveries e where e.incoming_id = i.id) as delivery_id, i.early, i.steps, i.update_sha256, i.replaced_by`

/** Of one document of one sender, made where there is none, and locked: what comes at the same moment waits. */
export const lockIncoming = async (
  db: Database,
  {
    connectionId,
    fromOrgan,
    fromName,
    documentId,
    at,
  }: { connectionId: number; fromOrgan: string; fromName: string; documentId: string; at: string },
): Promise<StoredIncoming> => {
  await db.run(sql`insert into exchange_incoming (connection_id, from_organ, from_name, document_id, at)
    values (${connectionId}, ${fromOrgan}, ${fromName}, ${documentId}, ${at}) on conflict do nothing`)
  return db.one(
    StoredIncoming,
    sql`select ${columns} from exchange_incoming i where i.connection_id = ${connectionId} and i.from_organ = ${fromOrgan}
          and i.document_id = ${documentId} for update`,
  )
}

export const findIncoming = (db: Database, id: number) =>
  db.maybe(StoredIncoming, sql`select ${columns} from exchange_incoming i where i.id = ${id}`)

/** Where this document of this sender is here already. */
export const isHere = async (
  db: Database,
  { connectionId, fromOrgan, documentId }: { connectionId: number; fromOrgan: string; documentId: string },
): Promise<boolean> =>
  (await db.maybe(
    z.object({ id: z.number() }),
    sql`select id from exchange_incoming where connection_id = ${connectionId} and from_organ = ${fromOrgan}
          and document_id = ${documentId} and dispatch_id is not null`,
  )) !== null

export const saveIncomingHere = (
  db: Database,
  id: number,
  given: {
    dispatchId: number
    code: string | null
    dated: string | null
    legalValue: 'original' | 'information'
  },
) =>
  db.run(sql`update exchange_incoming set dispatch_id = ${given.dispatchId}, code = ${given.code}, dated = ${given.dated},
      legal_value = ${given.legalValue}, early = '[]' where id = ${id}`)

export const saveIncomingSteps = (
  db: Database,
  id: number,
  {
    early,
    steps,
    updateSha256,
  }: { early: readonly Entry[]; steps: readonly string[]; updateSha256: string | null },
) =>
  db.run(sql`update exchange_incoming set early = ${JSON.stringify(early)}, steps = ${steps},
      update_sha256 = coalesce(${updateSha256}, update_sha256) where id = ${id}`)

export const saveReplacedBy = (db: Database, id: number, by: string) =>
  db.run(sql`update exchange_incoming set replaced_by = coalesce(replaced_by, ${by}) where id = ${id}`)

/** The delivery of what came from outside; its owner is the unit itself, as the sender is in no directory. */
export const insertIncomingDelivery = async (
  db: Database,
  {
    incomingId,
    dispatchId,
    unitId,
    at,
  }: { incomingId: number; dispatchId: number; unitId: number; at: string },
): Promise<number> =>
  (
    await db.one(
      z.object({ id: z.number() }),
      sql`insert into deliveries (dispatch_id, unit_id, holder_unit_id, owner_unit_id, status, handling, updated_at, incoming_id)
          values (${dispatchId}, ${unitId}, ${unitId}, ${unitId}, '01', '01', ${at}, ${incomingId})
          on conflict (dispatch_id, unit_id) do update set incoming_id = coalesce(deliveries.incoming_id, excluded.incoming_id)
          returning id`,
    )
  ).id

/** Of a dispatch that went out: the row that keeps what its receiver tells. Made with the first word. */
export const deliveryOfSent = async (
  db: Database,
  { dispatchId, unitId, at }: { dispatchId: number; unitId: number; at: string },
): Promise<{ id: number; ownerUnitId: number }> => {
  await db.run(sql`insert into deliveries (dispatch_id, unit_id, holder_unit_id, owner_unit_id, campaign_id, status, handling, updated_at)
    select d.id, ${unitId}, ${unitId}, d.owner_unit_id, case when d.type <> 'bao-cao' then d.campaign_id end, '01', '01', ${at}
    from dispatches d where d.id = ${dispatchId} on conflict do nothing`)
  return db.one(
    z.object({ id: z.number(), ownerUnitId: z.number() }),
    sql`select id, owner_unit_id from deliveries where dispatch_id = ${dispatchId} and unit_id = ${unitId} for update`,
  )
}

export const setAsked = (db: Database, deliveryId: number, asked: 'recall' | 'update') =>
  db.run(sql`update deliveries set asked = ${asked} where id = ${deliveryId}`)

export const isTaken = async (db: Database, connectionId: number, ref: string): Promise<boolean> =>
  (await db.maybe(
    z.object({ ref: z.string() }),
    sql`select ref from exchange_taken where connection_id = ${connectionId} and ref = ${ref}`,
  )) !== null

export const saveTaken = (
  db: Database,
  taken: {
    connectionId: number
    ref: string
    kind: string
    how: 'stored' | 'unreadable'
    said: string | null
    sha256: string
    incomingId: number | null
    dispatchId?: number | null
    letterKey?: string
    at: string
  },
) =>
  db.run(sql`insert into exchange_taken (connection_id, ref, kind, how, said, sha256, incoming_id, dispatch_id, letter_key, at)
    values (${taken.connectionId}, ${taken.ref}, ${taken.kind}, ${taken.how}, ${taken.said?.slice(0, 1000)}, ${taken.sha256},
      ${taken.incomingId}, ${taken.dispatchId}, ${taken.letterKey}, ${taken.at}) on conflict do nothing`)

/** What became of a file that was taken before. */
export const findTaken = (db: Database, connectionId: number, ref: string) =>
  db.maybe(
    z.object({
      how: z.enum(['stored', 'unreadable']),
      said: z.string().nullable(),
      dispatchId: z.number().nullable(),
      code: z.string().nullable(),
    }),
    sql`select t.how, t.said, t.dispatch_id, d.code from exchange_taken t left join dispatches d on d.id = t.dispatch_id
        where t.connection_id = ${connectionId} and t.ref = ${ref}`,
  )

export const listTakenRefs = (db: Database, connectionId: number, refs: readonly string[]) =>
  db.many(
    z.object({ ref: z.string(), how: z.enum(['stored', 'unreadable']) }),
    sql`select ref, how from exchange_taken where connection_id = ${connectionId} and ref = any (${refs})`,
  )

/** The same letter in another folder, or sent to the mailbox twice. */
export const isLetterKnown = async (db: Database, connectionId: number, key: string): Promise<boolean> =>
  (await db.maybe(
    z.object({ ref: z.string() }),
    sql`select ref from exchange_taken where connection_id = ${connectionId} and letter_key = ${key} and how = 'stored'`,
  )) !== null

export const listTaken = (db: Database, connectionId: number) =>
  db.many(
    TakenLine,
    sql`select t.ref, t.kind, t.how, t.said, t.at, coalesce(i.from_name, d.came_from) as from_name,
          coalesce(i.dispatch_id, t.dispatch_id) as dispatch_id
        from exchange_taken t left join exchange_incoming i on i.id = t.incoming_id
          left join dispatches d on d.id = t.dispatch_id
        where t.connection_id = ${connectionId} order by t.at desc limit 50`,
  )
