import { Arrival, type ArrivalEntry, ArrivalRow, Twin } from '@loa/contract/arrivals'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { all, instantJson, type Sql, sql } from '../database/sql.ts'
import { arrivalSeries, nextNumber } from '../numbers/queries.ts'
import { today } from '../time.ts'
import { sameKey } from './arrival.ts'

const columns = sql`a.id, a.number, a.year, a.arrived_on, a.dispatch_id, a.delivery_id, a.author, a.code, a.dated, a.type, a.subject,
  a.note, a.lead_name, a.due_on, a.forwarded_at, a.finished_at, a.progress, a.reply_code`
/** Of `arrivals a`: the PDF that came in, or in which the dispatch was issued within Loa; null where there is none. */
const pages = sql`(select case when d.direction = 'out' then d.pdf_sha256
    when d.file_mime = 'application/pdf' then d.file_sha256 end
  from dispatches d where d.id = coalesce(a.dispatch_id, (select e.dispatch_id from deliveries e where e.id = a.delivery_id)))`
const wholeColumns = sql`${columns}, a.unit_id, a.version, ${pages} is not null as has_pages,
  coalesce(a.dispatch_id, (select e.dispatch_id from deliveries e where e.id = a.delivery_id)) as document_id,
  coalesce((select json_agg(json_build_object('kind', e.kind, 'at', ${instantJson(sql`e.at`)},
      'person', json_build_object('id', p.id, 'name', p.name), 'words', e.words,
      'lead', case when e.lead_name is null then null else json_build_object('id', e.lead_id, 'name', e.lead_name) end,
      'helpers', e.helpers, 'dueOn', e.due_on, 'replyCode', e.reply_code) order by e.id)
    from arrival_entries e join people p on p.id = e.person_id where e.arrival_id = a.id), '[]') as entries`

const find = (db: Database, where: Sql) =>
  db.maybe(Arrival, sql`select ${wholeColumns} from arrivals a where ${where}`)

export const findArrival = (db: Database, id: number) => find(db, sql`a.id = ${id}`)
export const findArrivalForUpdate = (db: Database, id: number) => find(db, sql`a.id = ${id} for update of a`)
export const findArrivalOf = (db: Database, dispatchId: number) =>
  find(db, sql`a.dispatch_id = ${dispatchId}`)

/** What stands in the register of the unit under the same number, symbol and author. */
export const listTwins = (
  db: Database,
  unitId: number,
  { code, author }: { code: string | null; author: string | null },
) => {
  const key = sameKey(code, author)
  if (key === null) return Promise.resolve([])
  return db.many(
    Twin,
    sql`select id, number, year, arrived_on, dispatch_id from arrivals where unit_id = ${unitId} and same_key = ${key}
        order by id desc limit 5`,
  )
}

export interface NewArrival {
  unitId: number
  arrivedOn: string
  of: { dispatchId: number } | { deliveryId: number }
  author: string | null
  code: string | null
  dated: string | null
  type: string
  subject: string | null
  note: string
  /** Null: entered by itself when it was received. */
  by: string | null
  at: string
}

/** The next số đến of the year (Decree 30, article 21). Whoever calls has locked what it belongs to. */
export const insertArrival = async (db: Database, arrival: NewArrival): Promise<number> => {
  const year = Number(arrival.arrivedOn.slice(0, 4))
  const number = await nextNumber(db, { unitId: arrival.unitId, year, series: arrivalSeries })
  const [dispatchId, deliveryId] =
    'dispatchId' in arrival.of ? [arrival.of.dispatchId, null] : [null, arrival.of.deliveryId]
  const { id } = await db.one(
    z.object({ id: z.number() }),
    sql`insert into arrivals (unit_id, year, number, arrived_on, dispatch_id, delivery_id, author, code, dated, type, subject,
          same_key, note, registered_by, registered_at)
        values (${arrival.unitId}, ${year}, ${number}, ${arrival.arrivedOn}, ${dispatchId}, ${deliveryId}, ${arrival.author},
          ${arrival.code}, ${arrival.dated}, ${arrival.type}, ${arrival.subject}, ${sameKey(arrival.code, arrival.author)},
          ${arrival.note}, ${arrival.by}, ${arrival.at}) returning id`,
  )
  if (dispatchId !== null) await db.run(sql`update dispatches set registered = true where id = ${dispatchId}`)
  return id
}

/** What was received through Loa, in the register of who received it; once, however often it is said. */
export const registerDelivery = async (
  db: Database,
  { deliveryId, by, at }: { deliveryId: number; by: string | null; at: string },
): Promise<void> => {
  const { isKnown, ownId, issuer, ...facts } = await db.one(
    Received,
    sql`select e.holder_unit_id as unit_id, d.issuer, d.code, d.dated, d.type, d.subject,
          exists (select from arrivals a where a.delivery_id = e.id or a.dispatch_id = d.id) as is_known,
          case when e.incoming_id is not null then d.id end as own_id
        from deliveries e join dispatches d on d.id = e.dispatch_id where e.id = ${deliveryId}`,
  )
  if (isKnown) return
  await insertArrival(db, {
    ...facts,
    author: issuer,
    arrivedOn: today(at),
    // What came from outside is here as a document of its own.
    of: ownId === null ? { deliveryId } : { dispatchId: ownId },
    note: '',
    by,
    at,
  })
}

const Received = z.object({
  unitId: z.number(),
  issuer: z.string().nullable(),
  code: z.string().nullable(),
  dated: z.string().nullable(),
  type: z.string(),
  subject: z.string().nullable(),
  isKnown: z.boolean(),
  ownId: z.number().nullable(),
})

/** What a person put right in the reading stands in the register too. */
export const followDispatch = (
  db: Database,
  dispatchId: number,
  {
    issuer,
    code,
    date,
    type,
    subject,
  }: {
    issuer: string | null
    code: string | null
    date: string | null
    type: string
    subject: string | null
  },
) =>
  db.run(sql`update arrivals set author = ${issuer}, code = ${code}, dated = ${date}, type = ${type}, subject = ${subject},
      same_key = ${sameKey(code, issuer)} where dispatch_id = ${dispatchId}`)

export interface NewEntry extends Omit<ArrivalEntry, 'person'> {
  by: string
}

/** The slip gets a line, and the entry shows the last one. */
export const addEntry = async (db: Database, arrivalId: number, entry: NewEntry) => {
  await db.run(sql`insert into arrival_entries (arrival_id, kind, at, person_id, words, lead_id, lead_name, helpers, due_on, reply_code)
    values (${arrivalId}, ${entry.kind}, ${entry.at}, ${entry.by}, ${entry.words}, ${entry.lead?.id}, ${entry.lead?.name},
      ${JSON.stringify(entry.helpers)}, ${entry.dueOn}, ${entry.replyCode})`)
  const change =
    entry.kind === 'forwarded'
      ? sql`lead_id = ${entry.lead?.id}, lead_name = ${entry.lead?.name}, due_on = ${entry.dueOn}, forwarded_at = ${entry.at}`
      : sql`progress = ${entry.words}, reply_code = coalesce(${entry.replyCode}, reply_code),
          finished_at = ${entry.kind === 'finished' ? entry.at : null}`
  await db.run(sql`update arrivals set ${change}, version = version + 1 where id = ${arrivalId}`)
}

/** Those who work in the unit and in its rooms: who can be given a document. */
export const listHandlers = (db: Database, unitId: number, day: string) =>
  db.many(
    z.object({ id: z.string(), name: z.string(), title: z.string() }),
    sql`with rooms as (
          select ${unitId}::int as id
          union select c.id from units me join units c on c.parent_code = me.code and c.type = 'office-room'
            and coalesce(c.valid_to, 'infinity'::date) >= ${day}::date and (c.valid_from is null or c.valid_from <= ${day}::date)
          where me.id = ${unitId})
        select p.id, p.name, p.title from people p where exists (
          select from appointments a where a.person_id = p.id and a.unit_id in (select id from rooms)
            and a.role in ('officer', 'head', 'leader', 'clerk') and a.revoked_at is null
            and (a.valid_from is null or a.valid_from <= ${day}::date) and (a.valid_to is null or a.valid_to >= ${day}::date))
        order by p.name limit 300`,
  )

export interface ArrivalFilter {
  unitId: number
  year: number
  open: boolean
}
const wanted = ({ unitId, year, open }: ArrivalFilter) =>
  all([sql`a.unit_id = ${unitId}`, sql`a.year = ${year}`, open && sql`a.finished_at is null`])

/** The newest number first. */
export const listArrivals = (db: Database, filter: ArrivalFilter & { before: number; limit: number }) =>
  db.many(
    ArrivalRow,
    sql`select ${columns} from arrivals a where ${wanted(filter)} and a.id < ${filter.before}
        order by a.id desc limit ${filter.limit}`,
  )

/** As it is bound: by number. */
export const listArrivalsForPrint = (db: Database, filter: ArrivalFilter & { limit: number }) =>
  db.many(
    ArrivalRow,
    sql`select ${columns} from arrivals a where ${wanted(filter)} order by a.number, a.id limit ${filter.limit}`,
  )

export const findPages = async (db: Database, id: number): Promise<string | null> =>
  (
    await db.maybe(
      z.object({ sha256: z.string().nullable() }),
      sql`select ${pages} as sha256 from arrivals a where a.id = ${id}`,
    )
  )?.sha256 ?? null

export const countArrivals = async (db: Database, filter: ArrivalFilter) =>
  (
    await db.one(
      z.object({ total: z.number() }),
      sql`select count(*)::int as total from arrivals a where ${wanted(filter)}`,
    )
  ).total

const Unregistered = z.object({
  id: z.number(),
  code: z.string().nullable(),
  issuer: z.string().nullable(),
  subject: z.string().nullable(),
  fileName: z.string().nullable(),
  createdAt: z.string(),
})
const unregistered = (units: readonly number[]) =>
  sql`d.owner_unit_id = any (${units}) and d.direction = 'in' and not d.registered`

export const listUnregistered = (
  db: Database,
  { units, before, limit }: { units: readonly number[]; before: number; limit: number },
) =>
  db.many(
    Unregistered,
    sql`select d.id, d.code, d.issuer, d.subject, d.file_name, d.created_at from dispatches d
        where ${unregistered(units)} and d.id < ${before} order by d.id desc limit ${limit}`,
  )

export const countUnregistered = async (db: Database, units: readonly number[]) =>
  (
    await db.one(
      z.object({ total: z.number() }),
      sql`select count(*)::int as total from dispatches d where ${unregistered(units)}`,
    )
  ).total
