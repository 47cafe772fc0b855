import { ParcelLine } from '@loa/contract/exchanges'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { all, type Sql, sql } from '../database/sql.ts'
import type { Outcome } from './ports.ts'

/** What packing needs besides the dispatch; kept with the line, so that the package can be made at any time. */
export const Content = z.object({
  reason: z.string().nullable().default(null),
  /** The moment that is told. */
  at: z.string(),
  /** Of an update or a recall: what it is about; of a replacement: what falls away. */
  about: z.string().nullable().default(null),
  replaces: z.array(z.string()).default([]),
  /** Who took the step, for a reply. */
  person: z.string().nullable().default(null),
  code: z.string().nullable().default(null),
  date: z.string().nullable().default(null),
})
export type Content = z.input<typeof Content>

export interface NewLine {
  connectionId: number
  key: string
  kind: 'edoc' | 'status'
  business: number | null
  status: string | null
  dispatchId: number | null
  unitId: number | null
  incomingId: number | null
  toOrgan: string
  toName: string
  documentId: string
  content: Content
}

/** Said again, it is the same line; `again`: and is handed over once more, if it had been. */
export const addLine = (db: Database, line: NewLine, at: string, { again = false } = {}) =>
  db.run(sql`insert into exchange_outgoing (connection_id, key, kind, business, status, dispatch_id, unit_id, incoming_id, to_organ,
        to_name, document_id, content, next_at, created_at)
      values (${line.connectionId}, ${line.key}, ${line.kind}, ${line.business}, ${line.status}, ${line.dispatchId}, ${line.unitId},
        ${line.incomingId}, ${line.toOrgan}, ${line.toName}, ${line.documentId}, ${JSON.stringify(line.content)}, ${at}, ${at})
      on conflict (connection_id, key) do update set state = 'waiting', next_at = ${at}
        where ${again} and exchange_outgoing.state in ('handed', 'received')`)

export const StoredLine = z.object({
  id: z.number(),
  connectionId: z.number(),
  kind: z.enum(['edoc', 'status']),
  business: z.number().nullable(),
  status: z.string().nullable(),
  dispatchId: z.number().nullable(),
  toOrgan: z.string(),
  toName: z.string(),
  documentId: z.string(),
  content: Content,
  packageSha256: z.string().nullable(),
  tries: z.number(),
})
export type StoredLine = z.infer<typeof StoredLine>

const stored = sql`id, connection_id, kind, business, status, dispatch_id, to_organ, to_name, document_id, content, package_sha256`

/** Takes the oldest that is due and marks it as on its way. `tries`: how often it was tried before. */
export const takeLine = (db: Database, connectionId: number, now: string) =>
  db.maybe(
    StoredLine,
    sql`update exchange_outgoing set state = 'sending', tries = tries + 1 where id = (
          select id from exchange_outgoing where connection_id = ${connectionId} and state = 'waiting' and next_at <= ${now}
          order by id limit 1 for update skip locked)
        returning ${stored}, tries - 1 as tries`,
  )

/** The process that was handing them over has died: nobody knows whether they came, and the receiver minds nothing that comes twice. */
export const resumeLines = (db: Database, connectionId: number) =>
  db.run(
    sql`update exchange_outgoing set state = 'waiting' where connection_id = ${connectionId} and state = 'sending'`,
  )

export const savePackage = (db: Database, id: number, sha256: string) =>
  db.run(sql`update exchange_outgoing set package_sha256 = ${sha256} where id = ${id}`)

export const saveLineOutcome = (db: Database, id: number, outcome: Outcome, now: string) => {
  const change: Sql =
    outcome.state === 'handed'
      ? sql`ref = ${outcome.ref}, handed_at = ${now}, said = null, code = null`
      : outcome.state === 'waiting'
        ? sql`next_at = ${outcome.nextAt}, said = ${outcome.said.slice(0, 500)}, code = null`
        : sql`said = ${outcome.said.slice(0, 500)}, code = ${outcome.code}`
  // Meanwhile the receiver itself may have said that it is there.
  return db.run(
    sql`update exchange_outgoing set state = ${outcome.state}, ${change} where id = ${id} and state = 'sending'`,
  )
}

/** Two minutes are left to the other side before it is asked. */
export const listHanded = async (db: Database, connectionId: number, now: string): Promise<string[]> =>
  (
    await db.many(
      z.object({ ref: z.string() }),
      sql`select ref from exchange_outgoing where connection_id = ${connectionId} and state = 'handed' and ref is not null
            and handed_at <= ${now}::timestamptz - interval '2 minutes' order by handed_at limit 50`,
    )
  ).map(({ ref }) => ref)

export const saveLinesReceived = (db: Database, connectionId: number, refs: readonly string[], at: string) =>
  db.run(sql`update exchange_outgoing set state = 'received', received_at = ${at}
    where connection_id = ${connectionId} and state = 'handed' and ref = any (${refs})`)

export const saveLinesLost = (db: Database, connectionId: number, refs: readonly string[], at: string) =>
  db.run(sql`update exchange_outgoing set state = 'waiting', next_at = ${at}
    where connection_id = ${connectionId} and state = 'handed' and ref = any (${refs})`)

/** The document that a reply is about; known by its identifier, else by number and receiver. */
export const findSent = (
  db: Database,
  connectionId: number,
  { organId, documentId, code }: { organId: string; documentId: string | null; code: string | null },
) =>
  db.maybe(
    z.object({
      id: z.number(),
      dispatchId: z.number().nullable(),
      unitId: z.number().nullable(),
      documentId: z.string(),
    }),
    sql`select o.id, o.dispatch_id, o.unit_id, o.document_id from exchange_outgoing o left join dispatches d on d.id = o.dispatch_id
        where o.connection_id = ${connectionId} and o.kind = 'edoc' and o.business in (0, 3) and o.to_organ = ${organId}
          and (o.document_id = ${documentId} or (${documentId}::text is null and d.code = ${code}))
        order by o.id limit 1 for update of o`,
  )

/** A word of the receiver proves that it is there, whatever the hub says; `heard` for those in no directory. */
export const saveHeard = (db: Database, id: number, status: string, at: string) =>
  db.run(sql`update exchange_outgoing set heard = ${status},
      state = case when state in ('waiting', 'sending', 'handed') then 'received' else state end,
      received_at = coalesce(received_at, ${at}) where id = ${id}`)

const shown = sql`id, kind, business, status, dispatch_id, document_id, to_name, state, tries, next_at, said, code, created_at,
  handed_at, received_at`
const wanted = (connectionId: number, show: 'waiting' | 'refused' | undefined) =>
  all([
    sql`connection_id = ${connectionId}`,
    show === 'waiting' && sql`state in ('waiting', 'sending')`,
    show === 'refused' && sql`state = 'refused'`,
  ])
export const listLines = (
  db: Database,
  connectionId: number,
  { show, before, limit }: { show?: 'waiting' | 'refused' | undefined; before: number; limit: number },
) =>
  db.many(
    ParcelLine,
    sql`select ${shown} from exchange_outgoing where ${wanted(connectionId, show)} and id < ${before}
        order by id desc limit ${limit}`,
  )
export const countLines = async (
  db: Database,
  connectionId: number,
  show: 'waiting' | 'refused' | undefined,
) =>
  (
    await db.one(
      z.object({ total: z.number() }),
      sql`select count(*)::int as total from exchange_outgoing where ${wanted(connectionId, show)}`,
    )
  ).total

const Owned = ParcelLine.extend({ connectionId: z.number(), ownerUnitId: z.number() })
export const findLineForUpdate = (db: Database, id: number) =>
  db.maybe(
    Owned,
    sql`select o.id, o.kind, o.business, o.status, o.dispatch_id, o.document_id, o.to_name, o.state, o.tries, o.next_at, o.said,
          o.code, o.created_at, o.handed_at, o.received_at, o.connection_id, c.unit_id as owner_unit_id
        from exchange_outgoing o join exchange_connections c on c.id = o.connection_id where o.id = ${id} for update of o`,
  )
export const saveLineState = (
  db: Database,
  id: number,
  { state, said, at }: { state: 'waiting' | 'dropped'; said: string | null; at: string },
) =>
  db.run(sql`update exchange_outgoing set state = ${state}, said = ${said}, next_at = ${at} where id = ${id}`)

/** What waits for a guest, fetched or not, until it says that it is stored. */
export const listWaitingLines = (db: Database, connectionId: number, kind: 'edoc' | 'status') =>
  db.many(
    z.object({ id: z.number() }),
    sql`select id from exchange_outgoing where connection_id = ${connectionId} and kind = ${kind}
          and state in ('waiting', 'handed') order by id limit 200`,
  )

/** Not what a person gave up: that is no longer handed out. */
export const findLineOf = (db: Database, connectionId: number, id: number) =>
  db.maybe(
    StoredLine,
    sql`select ${stored}, tries from exchange_outgoing where connection_id = ${connectionId} and id = ${id}
          and state <> 'dropped'`,
  )

export const saveLineFetched = (db: Database, id: number, at: string) =>
  db.run(sql`update exchange_outgoing set state = 'handed', tries = tries + 1, handed_at = ${at}
    where id = ${id} and state in ('waiting', 'handed')`)

export const saveLineSettled = (db: Database, id: number, { isRead, at }: { isRead: boolean; at: string }) =>
  db.run(
    isRead
      ? sql`update exchange_outgoing set state = 'received', received_at = ${at} where id = ${id} and state in ('waiting', 'handed')`
      : sql`update exchange_outgoing set state = 'refused', said = 'bên nhận không đọc được gói tin' where id = ${id}
            and state in ('waiting', 'handed')`,
  )
