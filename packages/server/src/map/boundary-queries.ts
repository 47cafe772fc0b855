import { ListBoundaries } from '@loa/contract/boundaries'
import { UnitRef } from '@loa/contract/units'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { unitJson, validOn } from '../units/queries.ts'
import type { Matched } from './boundary.ts'

/** The boundaries of a day, each with the unit that has its code then. */
export const boundariesOn = (db: Database, day: string) =>
  db.many(
    ListBoundaries.answer.shape.rows.element,
    sql`select ${unitJson} as unit, b.source, b.valid_from, b.valid_to, b.geometry
        from boundaries b join units u on u.code = b.unit_code and ${validOn(day)}
        where (b.valid_from is null or b.valid_from <= ${day}::date) and (b.valid_to is null or b.valid_to >= ${day}::date)
        order by b.unit_code`,
  )

/** The units of a day by their codes. */
export const unitsByCode = async (db: Database, day: string): Promise<Map<string, UnitRef>> => {
  const rows = await db.many(
    z.object({ unit: UnitRef }),
    sql`select ${unitJson} as unit from units u where ${validOn(day)}`,
  )
  return new Map(rows.map(({ unit }) => [unit.code, unit]))
}

interface Import {
  from: string | null
  to: string | null
  source: string
  by: string
  at: string
}

/**
 * A later boundary ends the one before it the day before; one that begins on the same day takes its place; the same again
 * changes nothing.
 * @returns how many were new or other than before
 */
export const saveBoundaries = async (
  db: Database,
  matched: readonly Matched[],
  { from, to, source, by, at }: Import,
): Promise<number> => {
  // Two imports at once would each end what the other has not written yet.
  await db.run(sql`select pg_advisory_xact_lock(hashtext('boundaries'))`)
  const given = JSON.stringify(matched.map(({ code, geometry }) => ({ code, geometry })))
  await db.run(sql`update boundaries b set valid_to = ${from}::date - 1
    from jsonb_to_recordset(${given}::jsonb) as g (code text)
    where b.unit_code = g.code and coalesce(b.valid_from, '-infinity') < ${from}::date
      and coalesce(b.valid_to, 'infinity') >= ${from}::date`)
  return db.run(sql`insert into boundaries (unit_code, valid_from, valid_to, geometry, digest, source, imported_by, imported_at)
    select g.code, ${from}::date, least(${to}::date, (select min(n.valid_from) - 1 from boundaries n
        where n.unit_code = g.code and n.valid_from > coalesce(${from}::date, '-infinity'))),
      g.geometry::json, md5(g.geometry), ${source}, ${by}, ${at}
    from jsonb_to_recordset(${given}::jsonb) as g (code text, geometry text)
    on conflict (unit_code, valid_from) do update set geometry = excluded.geometry, digest = excluded.digest,
      source = excluded.source, imported_by = excluded.imported_by, imported_at = excluded.imported_at
    where boundaries.digest <> excluded.digest`)
}
