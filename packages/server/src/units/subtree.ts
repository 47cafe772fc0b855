/** A whole subtree of the directory on any day, by one query. */
import { Unit } from '@loa/contract/units'
import type { Database } from '../database/database.ts'
import { type Sql, sql } from '../database/sql.ts'

/** The unit that has the code on the day, and all below it. */
export const subtreeOn = (db: Database, code: string, day: string) => db.many(Unit, subtreeSql(code, day))

/**
 * A parent is meant by its code on the day. `union` instead of `union all` ends a circle, should one ever get into the
 * directory, instead of walking it for good.
 */
export const subtreeSql = (code: string, day: string): Sql => sql`
  with recursive below as (
    select ${columns} from units t where t.code = ${code} and ${there(day)}
    union
    select ${columns} from below b join units t on t.parent_code = b.code where ${there(day)}
  )
  select * from below`

const columns = sql`t.id, t.code, t.valid_from, t.valid_to, t.name, t.full_name, t.type, t.parent_code`
const there = (day: string): Sql =>
  sql`(t.valid_from is null or t.valid_from <= ${day}::date) and (t.valid_to is null or t.valid_to >= ${day}::date)`
