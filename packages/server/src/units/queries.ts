import { FoundUnit, Unit, UnitRef } from '@loa/contract/units'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { all, type Sql, sql } from '../database/sql.ts'
import { subtreeSql } from './subtree.ts'

export const columns = sql`u.id, u.code, u.valid_from, u.valid_to, u.name, u.full_name, u.type, u.parent_code`

const tables = { u: sql`u`, p: sql`p`, c: sql`c` }

/** The row of that table was there on that day, which may be a column. */
export const thereOn = (table: keyof typeof tables, day: Sql): Sql =>
  sql`(${tables[table]}.valid_from is null or ${tables[table]}.valid_from <= ${day})
    and (${tables[table]}.valid_to is null or ${tables[table]}.valid_to >= ${day})`

/** The unit was there on that day. */
export const validOn = (day: string): Sql => thereOn('u', sql`${day}::date`)

const aliases = { u: sql`u`, h: sql`h`, o: sql`o`, t: sql`t`, s: sql`s`, w: sql`w` }

/** A unit as JSON beside other columns, from the table under that name: `unitAs('h')` for `from … join units h on …`. */
export const unitAs = (alias: keyof typeof aliases): Sql => {
  const unit = aliases[alias]
  return sql`json_build_object('id', ${unit}.id, 'code', ${unit}.code, 'name', ${unit}.name, 'fullName', ${unit}.full_name)`
}
export const unitJson = unitAs('u')
/** Who holds a duty or delivery today: `join units h on h.id = …holder_unit_id`. */
export const holderJson = unitAs('h')
export const ownerJson = unitAs('o')

interface UnitFilter {
  on: string
  q?: string | undefined
  type?: string | undefined
  /** Below the unit with this code on the day. */
  below?: string | undefined
  /** All rows, whatever their days. */
  history?: boolean
}

/** The best match first: the fewer letters beside the words that were asked for, the better. */
const rank = (q: string | undefined): Sql => (q ? sql`length(u.folded)` : sql`0`)

/** @param after rank and id of the last row of the page before */
export const listUnits = (
  db: Database,
  filter: UnitFilter,
  { after, limit }: { after: { rank: number; id: number }; limit: number },
) =>
  db.many(
    FoundUnit.extend({ rank: z.number() }),
    sql`select ${columns}, ${rank(filter.q)} as rank, coalesce((
          with recursive up as (
            select p.parent_code, ${shortName}, 1 as step from units p where p.code = u.parent_code and ${thereOn('p', dayOf(filter.on))}
            union all
            select p.parent_code, ${shortName}, up.step + 1 from up join units p on p.code = up.parent_code
            where ${thereOn('p', dayOf(filter.on))} and up.step < 12
          ) select json_agg(up.said order by up.step) from up), '[]') as above
        from units u where ${matching(filter)} and (${rank(filter.q)}, u.id) > (${after.rank}::int, ${after.id}::int)
        order by rank, u.id limit ${limit}`,
  )

export const countUnits = async (db: Database, filter: UnitFilter) =>
  (
    await db.one(
      z.object({ total: z.number() }),
      sql`select count(*)::int as total from units u where ${matching(filter)}`,
    )
  ).total

const matching = ({ on, q, type, below, history }: UnitFilter): Sql =>
  all([
    !history && validOn(on),
    q && matches(q),
    type && sql`u.type = ${type}`,
    below && !history && sql`u.id in (select id from (${subtreeSql(below, on)}) s where s.code <> ${below})`,
  ])

/** Areas by their whole name, as "Hải Dương" alone is a province and a city; bodies with long names by the short one. */
const shortName = sql`case when length(p.full_name) <= 30 then p.full_name else p.name end as said`

/** The day itself, or the nearest one on which the row `u` was there. */
const dayOf = (on: string): Sql => sql`least(greatest(${on}::date, u.valid_from), u.valid_to)`

/** Search without tone marks finds words with them; all words must be there, in any order. */
export const matches = (words: string): Sql =>
  sql`u.folded like all (coalesce((select array_agg('%' || word || '%')
    from regexp_split_to_table(regexp_replace(loa_fold(${words}), '[%_\\\\]', '', 'g'), '\\s+') as word
    where word <> ''), '{}')::text[])`

/** The directory of a day, as the planner takes it. */
export const directoryOn = (db: Database, day: string) =>
  db.many(
    Unit.extend({ id: z.number() }),
    sql`select ${columns} from units u where ${validOn(day)} order by u.id`,
  )

/** Whether the unit exists on that day. */
export const isValidOn = async (db: Database, id: number, day: string): Promise<boolean> =>
  (await db.maybe(
    z.object({ id: z.number() }),
    sql`select u.id from units u where u.id = ${id} and ${validOn(day)}`,
  )) !== null

/**
 * `line`: from each unit of `starts` (rows of `id`) to who took the whole of it over by that day, step by step; the last step is the
 * one that goes on.
 */
export const heirLines = (starts: Sql, day: string): Sql => sql`recursive line as (
  select s.id as start, s.id, 0 as step from (${starts}) s
  union all
  select line.start, heir.id, line.step + 1 from line cross join lateral (
    select case when count(*) = 1 and bool_and(s.share = 'full') then min(s.to_unit_id) end as id
    from unit_successions s where s.from_unit_id = line.id and s.effective_on <= ${day}) heir
  where heir.id is not null and line.step < 50)`

/**
 * The unit that goes on for this one on that day: itself, or whoever took the whole of it over, step by step. Where it
 * was divided or abolished there is no such unit, and the last one before that is answered.
 */
export const heirOf = async (db: Database, id: number, day: string): Promise<number> =>
  (
    await db.one(
      z.object({ id: z.number() }),
      sql`with ${heirLines(sql`select ${id}::int as id`, day)} select id from line order by step desc limit 1`,
    )
  ).id

/** That the unit has ended before that day, and who took the whole of it over; null while it exists. */
export const findEnd = async (db: Database, id: number, day: string) => {
  const ended = await db.maybe(
    z.object({ on: z.string() }),
    sql`select valid_to as "on" from units where id = ${id} and valid_to < ${day}`,
  )
  if (!ended) return null
  const heir = await heirOf(db, id, day)
  return { on: ended.on, heir: heir === id ? null : await findUnitRef(db, heir) }
}

const findUnitRef = (db: Database, id: number) =>
  db.maybe(UnitRef, sql`select id, code, name, full_name from units where id = ${id}`)

export const getUnit = (db: Database, id: number) =>
  db.one(
    Unit.extend({ letterhead: Letterhead }),
    sql`select ${columns}, u.letterhead from units u where u.id = ${id}`,
  )

/** What a unit prints at the head of its own documents. */
export const Letterhead = z.object({
  issuer: z.string().optional(),
  parentIssuer: z.string().optional(),
  place: z.string().optional(),
  symbol: z.string().optional(),
  reportSymbol: z.string().optional(),
  archive: z.string().optional(),
  signingAuthority: z.string().optional(),
  signerTitle: z.string().optional(),
})
export type Letterhead = z.infer<typeof Letterhead>

export const findUnitsByKey = (db: Database, keys: { code: string; validFrom: string | null }[]) =>
  db.many(
    UnitRef.extend({ validFrom: z.string().nullable() }),
    sql`select u.id, u.code, u.name, u.full_name, u.valid_from
        from units u join jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as k(code text, "validFrom" date)
          on u.code = k.code and u.valid_from is not distinct from k."validFrom"`,
  )

/** The body that runs this Loa; its administrators keep the directory. Set once. */
export const setOperator = (db: Database, unitId: number) =>
  db.run(sql`insert into installation (operator_unit_id) values (${unitId}) on conflict do nothing`)

export const saveUnits = (
  db: Database,
  units: (Omit<z.input<typeof Unit>, 'id'> & { letterhead?: Letterhead })[],
) =>
  db.run(sql`insert into units (code, valid_from, valid_to, name, full_name, type, parent_code, letterhead)
    select r.code, r."validFrom", r."validTo", r.name, r."fullName", r.type, r."parentCode", coalesce(r.letterhead, '{}')
    from jsonb_to_recordset(${JSON.stringify(units)}::jsonb) as r(
      code text, "validFrom" date, "validTo" date, name text, "fullName" text, type text, "parentCode" text,
      letterhead jsonb)
    on conflict (code, valid_from) do nothing`)

export const findUnitName = async (db: Database, id: number): Promise<string | null> =>
  (await db.maybe(z.object({ name: z.string() }), sql`select full_name as name from units where id = ${id}`))
    ?.name ?? null

/** The newest change of the directory: what is known of reaches holds until the next. */
export const reachVersion = async (db: Database): Promise<number> =>
  (
    await db.one(
      z.object({ version: z.number() }),
      sql`select coalesce(max(id), 0) as version from unit_changes`,
    )
  ).version

/** The name of a unit and the days it is there. */
export const findUnitDays = (db: Database, id: number) =>
  db.maybe(
    z.object({ name: z.string(), from: z.string().nullable(), to: z.string().nullable() }),
    sql`select full_name as name, valid_from as "from", valid_to as "to" from units where id = ${id}`,
  )
