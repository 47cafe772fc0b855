import { DispatchNumber, NumberPlan, type NumberSeries } from '@loa/contract/numbers'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'

const columns = sql`n.id, n.series, n.year, n.number, n.state, n.purpose, n.reason, n.code, n.dispatch_id,
  (select name from people where id = n.taken_by) as taken_by, n.taken_at`

const Stored = DispatchNumber.extend({
  unitId: z.number(),
  dispatchState: z.string().nullable(),
  isSigned: z.boolean(),
})

/** How the unit numbers in that year: the last decision that begins by then. */
export const findPlan = async (db: Database, unitId: number, year: number): Promise<NumberPlan> =>
  (await db.maybe(
    NumberPlan,
    sql`select kind, act, from_year from number_plans where unit_id = ${unitId} and from_year <= ${year}
        order by from_year desc limit 1`,
  )) ?? { kind: 'per-type', act: null, fromYear: null }

export const savePlan = (
  db: Database,
  plan: { unitId: number; year: number; kind: string; act: string; by: string; at: string },
) =>
  db.run(sql`insert into number_plans (unit_id, from_year, kind, act, decided_by, decided_at)
    values (${plan.unitId}, ${plan.year}, ${plan.kind}, ${plan.act}, ${plan.by}, ${plan.at})
    on conflict (unit_id, from_year) do update set kind = excluded.kind, act = excluded.act,
      decided_by = excluded.decided_by, decided_at = excluded.decided_at`)

export const countGiven = async (db: Database, unitId: number, fromYear: number): Promise<number> =>
  (
    await db.one(
      z.object({ given: z.number() }),
      sql`select coalesce(sum(last), 0)::int as given from number_series
          where unit_id = ${unitId} and year >= ${fromYear} and series <> ${arrivalSeries}`,
    )
  ).given

/** The name under which số đến run in `number_series`. */
export const arrivalSeries = 'den'

/** The next number from 1; the row stays locked until the transaction ends, so no number is given twice and none is lost. */
export const nextNumber = async (
  db: Database,
  { unitId, year, series }: { unitId: number; year: number; series: string },
): Promise<number> =>
  (
    await db.one(
      z.object({ last: z.number() }),
      sql`insert into number_series as s (unit_id, year, series, last) values (${unitId}, ${year}, ${series}, 1)
          on conflict (unit_id, year, series) do update set last = s.last + 1 returning last`,
    )
  ).last

/** The last number that was given; 0 before the first. */
export const lastNumber = async (
  db: Database,
  { unitId, year, series }: { unitId: number; year: number; series: string },
): Promise<number> =>
  (
    await db.maybe(
      z.object({ last: z.number() }),
      sql`select last from number_series where unit_id = ${unitId} and year = ${year} and series = ${series}`,
    )
  )?.last ?? 0

interface Given {
  unitId: number
  year: number
  series: string
  by: string
  at: string
}

/** The next number of the series, printed on this dispatch. */
export const takeNumber = async (
  db: Database,
  given: Given & { dispatchId: number },
): Promise<{ id: number; number: number }> => {
  const number = await nextNumber(db, given)
  return db.one(
    z.object({ id: z.number(), number: z.number() }),
    sql`insert into dispatch_numbers (unit_id, year, series, number, state, dispatch_id, taken_by, taken_at)
        values (${given.unitId}, ${given.year}, ${given.series}, ${number}, 'used', ${given.dispatchId}, ${given.by}, ${given.at})
        returning id, number`,
  )
}

/** A reserved number is printed on this dispatch. */
export const useReserved = (
  db: Database,
  id: number,
  { dispatchId, by, at }: { dispatchId: number; by: string; at: string },
) =>
  db.run(sql`update dispatch_numbers set state = 'used', dispatch_id = ${dispatchId}, changed_by = ${by}, changed_at = ${at}
    where id = ${id} and state = 'reserved'`)

export const saveCode = (db: Database, id: number, code: string | null) =>
  db.run(sql`update dispatch_numbers set code = ${code} where id = ${id}`)

/** A key that was used before gives the number it got then. */
export const reserveNumber = async (
  db: Database,
  given: Given & { key: string; purpose: string },
): Promise<{ number: DispatchNumber; isNew: boolean }> => {
  // Of two requests with one key the second waits here, and finds what the first has written.
  await db.run(sql`select pg_advisory_xact_lock(hashtextextended(${given.key}, 0))`)
  const before = await findByKey(db, given.unitId, given.key)
  if (before) return { number: before, isNew: false }
  const number = await nextNumber(db, given)
  await db.run(sql`insert into dispatch_numbers (unit_id, year, series, number, state, purpose, key, taken_by, taken_at)
    values (${given.unitId}, ${given.year}, ${given.series}, ${number}, 'reserved', ${given.purpose}, ${given.key}, ${given.by}, ${given.at})`)
  const stored = await findByKey(db, given.unitId, given.key)
  if (!stored) throw new Error(`number ${number} was not kept`)
  return { number: stored, isNew: true }
}

const findByKey = (db: Database, unitId: number, key: string) =>
  db.maybe(
    DispatchNumber,
    sql`select ${columns} from dispatch_numbers n where n.unit_id = ${unitId} and n.key = ${key}`,
  )

export const findNumberForUpdate = (db: Database, id: number) =>
  db.maybe(
    Stored,
    sql`select ${columns}, n.unit_id, (select d.state from dispatches d where d.id = n.dispatch_id) as dispatch_state,
          exists (select from signatures g where g.dispatch_id = n.dispatch_id) as is_signed
        from dispatch_numbers n where n.id = ${id} for update of n`,
  )

export const findNumberOf = (db: Database, dispatchId: number) =>
  db.maybe(
    DispatchNumber,
    sql`select ${columns} from dispatch_numbers n where n.dispatch_id = ${dispatchId} and n.state = 'used'`,
  )

export const voidNumber = (
  db: Database,
  id: number,
  { reason, by, at }: { reason: string; by: string; at: string },
) =>
  db.run(sql`update dispatch_numbers set state = 'void', reason = ${reason}, changed_by = ${by}, changed_at = ${at}
    where id = ${id}`)

export const listSeries = async (db: Database, unitId: number, year: number): Promise<NumberSeries[]> =>
  db.many(
    z.object({ series: z.string(), last: z.number(), reserved: z.number(), void: z.number() }),
    sql`select s.series, s.last,
          (select count(*)::int from dispatch_numbers n where n.unit_id = s.unit_id and n.year = s.year and n.series = s.series
            and n.state = 'reserved') as reserved,
          (select count(*)::int from dispatch_numbers n where n.unit_id = s.unit_id and n.year = s.year and n.series = s.series
            and n.state = 'void') as void
        from number_series s where s.unit_id = ${unitId} and s.year = ${year} and s.series <> ${arrivalSeries}
        order by s.series`,
  )

interface KeptFilter {
  unitId: number
  year: number
  state: 'reserved' | 'void'
}
const kept = ({ unitId, year, state }: KeptFilter) =>
  sql`n.unit_id = ${unitId} and n.year = ${year} and n.state = ${state}`

export const listKept = (db: Database, filter: KeptFilter & { before: number; limit: number }) =>
  db.many(
    DispatchNumber,
    sql`select ${columns} from dispatch_numbers n where ${kept(filter)} and n.id < ${filter.before}
        order by n.id desc limit ${filter.limit}`,
  )

export const countKept = async (db: Database, filter: KeptFilter) =>
  (
    await db.one(
      z.object({ total: z.number() }),
      sql`select count(*)::int as total from dispatch_numbers n where ${kept(filter)}`,
    )
  ).total
