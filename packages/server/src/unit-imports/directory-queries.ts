/** What an import writes into the directory, and takes back: whole sets at a time. */
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import type { DirectoryRow } from './place-code.ts'
import type { Span } from './span.ts'
import type { Succession } from './successions.ts'

const Id = z.object({ id: z.number() })

/** Checked by the database, so not row by row again. */
const StoredUnit = z.custom<DirectoryRow>()

export const wholeDirectory = (db: Database) =>
  db.many(
    StoredUnit,
    sql`select id, code, valid_from, valid_to, name, full_name, type, parent_code from units`,
  )

const Pair = z.object({
  fromCode: z.string(),
  fromDay: z.string().nullable(),
  toCode: z.string().nullable(),
  toDay: z.string().nullable(),
})

export const knownSuccessions = (db: Database) =>
  db.many(
    Pair,
    sql`select f.code as from_code, f.valid_from as from_day, t.code as to_code, t.valid_from as to_day
        from unit_successions s join units f on f.id = s.from_unit_id left join units t on t.id = s.to_unit_id`,
  )

export const findOperator = async (db: Database): Promise<number | null> =>
  (await db.maybe(Id, sql`select operator_unit_id as id from installation`))?.id ?? null

export const insertChange = async (
  db: Database,
  given: {
    kind: 'import' | 'undo'
    title: string
    act: string
    unitId: number
    personId: string | null
    at: string
    undoes: number | null
  },
): Promise<number> =>
  (
    await db.one(
      Id,
      sql`insert into unit_changes (kind, title, act, unit_id, person_id, at, undoes)
          values (${given.kind}, ${given.title}, ${given.act}, ${given.unitId}, ${given.personId}, ${given.at},
            ${given.undoes}) returning id`,
    )
  ).id

export const closeUnits = async (
  db: Database,
  changeId: number,
  ends: readonly { id: number; validTo: string | null }[],
) => {
  const given = sql`jsonb_to_recordset(${JSON.stringify(ends)}::jsonb) as e(id int, "validTo" date)`
  await db.run(sql`insert into unit_closings (change_id, unit_id, valid_to_before)
    select ${changeId}::bigint, u.id, u.valid_to from units u join ${given} on e.id = u.id`)
  await db.run(sql`update units u set valid_to = e."validTo" from ${given} where e.id = u.id`)
}

export const insertUnits = (db: Database, changeId: number, units: readonly Span[]) =>
  db.run(sql`insert into units (code, valid_from, valid_to, name, full_name, type, parent_code, change_id)
    select r.code, r."validFrom", r."validTo", r.name, r."fullName", r.type, r."parentCode", ${changeId}::bigint
    from jsonb_to_recordset(${JSON.stringify(units)}::jsonb) as r(code text, "validFrom" date, "validTo" date, name text,
      "fullName" text, type text, "parentCode" text)`)

export const insertSuccessions = (
  db: Database,
  changeId: number,
  act: string,
  successions: readonly Succession[],
) => {
  const rows = successions.map(({ from, to, kind, share, effectiveOn }) => ({
    fc: from.code,
    fd: from.validFrom,
    tc: to?.code ?? null,
    td: to?.validFrom ?? null,
    kind,
    share,
    day: effectiveOn,
  }))
  return db.run(sql`insert into unit_successions (from_unit_id, to_unit_id, kind, share, act, effective_on, change_id)
    select f.id, t.id, r.kind, r.share, ${act}, r.day, ${changeId}::bigint
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(fc text, fd date, tc text, td date, kind text, share text,
      day date)
    join units f on f.code = r.fc and f.valid_from is not distinct from r.fd
    left join units t on t.code = r.tc and t.valid_from is not distinct from r.td`)
}

/** Thousands of new rows that the planner has not counted yet would be joined as if they were three. */
export const refreshStatistics = (db: Database, table: 'units' | 'unit_successions') =>
  db.raw(`analyze ${table}`)

/** What the change added goes, and what it ended is open again as before. */
export const takeBack = async (db: Database, changeId: number) => {
  await db.run(sql`delete from unit_successions where change_id = ${changeId}`)
  await db.run(sql`delete from units where change_id = ${changeId}`)
  await db.run(sql`update units u set valid_to = c.valid_to_before from unit_closings c
    where c.change_id = ${changeId} and c.unit_id = u.id`)
  await db.run(sql`delete from unit_closings where change_id = ${changeId}`)
}

const Use = z.object({ what: z.string(), count: z.number() })

/**
 * What refers to the units that a change added, and later changes of the same codes. Every foreign key to `units` counts, also
 * of tables made after this was written.
 */
export const usesOf = async (db: Database, changeId: number): Promise<{ what: string; count: number }[]> => {
  const references = await db.many(
    z.object({ table: z.string(), column: z.string() }),
    sql`select c.conrelid::regclass::text as "table", a.attname as "column" from pg_constraint c
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
        where c.contype = 'f' and c.confrelid = 'units'::regclass
          and c.conrelid not in ('unit_successions'::regclass, 'unit_closings'::regclass, 'handovers'::regclass)
          -- What was handed over by the change goes back with it.
          and a.attname <> 'holder_unit_id' order by 1, 2`,
  )
  const uses = new Map<string, number>()
  for (const { table, column } of references) {
    // Names from the catalogue of the database itself, quoted by it.
    const { rows } = await db.raw(
      `select count(*)::int as count from ${table} x join units u on u.id = x.${JSON.stringify(column)} where u.change_id = $1`,
      [changeId],
    )
    const found = Number(rows[0]?.count)
    if (found > 0) uses.set(table, (uses.get(table) ?? 0) + found)
  }
  const later = await db.one(Use, laterChanges(changeId))
  const chosen = await db.one(Use, chosenElsewhere(changeId))
  if (chosen.count > 0) uses.set(chosen.what, chosen.count)
  if (later.count > 0) uses.set(later.what, later.count)
  return [...uses].map(([what, count]) => ({ what, count }))
}

/** Duties of units that another change ended, given by a person to units that this one began. */
const chosenElsewhere = (changeId: number) => sql`
  select 'handovers' as what, count(*)::int as count from handovers h join units u on u.id = h.to_unit_id
  where u.change_id = ${changeId} and not exists (
    select from unit_closings c where c.change_id = ${changeId} and c.unit_id = h.from_unit_id)`

const laterChanges = (changeId: number) => sql`
  with mine as (
    select id, code, true as added from units where change_id = ${changeId}
    union all
    select u.id, u.code, false from unit_closings c join units u on u.id = c.unit_id where c.change_id = ${changeId}
  )
  select 'unit_changes' as what, (
    (select count(*) from units u where u.change_id > ${changeId} and (u.code in (select code from mine)
      or u.parent_code in (select code from mine where added))) +
    (select count(*) from unit_closings c where c.change_id > ${changeId} and c.unit_id in (select id from mine)) +
    (select count(*) from unit_successions s where s.change_id is distinct from ${changeId}
      and (s.to_unit_id in (select id from mine where added) or s.from_unit_id in (select id from mine where added)
        or s.change_id > ${changeId} and s.from_unit_id in (select id from mine)))
  )::int as count`
