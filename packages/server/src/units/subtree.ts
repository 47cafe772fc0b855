/** A whole subtree of the directory on any day, by one query. */
import { Unit } from '@loa/contract/units'
import type { Database } from '../database/database.ts'
import { type Sql, sql } from '../database/sql.ts'

/** The unit that has the code on the day, and all below it. */
export const subtreeOn = (db: Database, code: string, day: string) => db.many(Unit, subtreeSql(code, day))

/**
 * A parent is meant by its code on the day. The walk carries ids and codes only; the rows themselves are then read in one go.
 * `union` instead of `union all` ends a circle, should one ever get into the directory.
 */
export const subtreeSql = (code: string, day: string): Sql => sql`
  with recursive below as (
    select t.id, t.code from units t where t.code = ${code} and ${there(day)}
    union
    select t.id, t.code from below b join units t on t.parent_code = b.code where ${there(day)}
  )
  select t.id, t.code, t.valid_from, t.valid_to, t.name, t.full_name, t.type, t.parent_code
  from units t where t.id = any (array(select id from below))`

/** Written as in the index, where what has ended by the day is passed over without a look at its row. */
const there = (day: string): Sql =>
  sql`coalesce(t.valid_to, 'infinity'::date) >= ${day}::date and (t.valid_from is null or t.valid_from <= ${day}::date)`
