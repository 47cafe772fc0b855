/** The tree of a day, a branch at a time, and the directory as a whole. */
import { type Unit, UnitNode, UnitRef } from '@loa/contract/units'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { type Sql, sql } from '../database/sql.ts'
import { columns, thereOn, validOn } from './queries.ts'

/** How many stand right below it on the day. */
const children = (on: Sql): Sql =>
  sql`(select count(*)::int from units c where c.parent_code = u.code and ${thereOn('c', on)}) as children`

/** Right below the parent; without one, what has nothing above it on the day: also a unit whose parent is missing. */
const branch = (on: string, parent: string | undefined): Sql =>
  parent === undefined
    ? sql`${validOn(on)} and not exists (
        select from units p where p.code = u.parent_code and p.id <> u.id and ${thereOn('p', sql`${on}::date`)})`
    : sql`${validOn(on)} and u.parent_code = ${parent} and u.code <> ${parent}`

/** On one day a code means one unit, so the code is the place in the list. */
export const listBranch = (
  db: Database,
  { on, parent, after, limit }: { on: string; parent: string | undefined; after: string; limit: number },
) =>
  db.many(
    UnitNode,
    sql`select ${columns}, ${children(sql`${on}::date`)} from units u
        where ${branch(on, parent)} and u.code > ${after} order by u.code limit ${limit}`,
  )

export const countBranch = async (db: Database, on: string, parent: string | undefined): Promise<number> =>
  (
    await db.one(
      z.object({ total: z.number() }),
      sql`select count(*)::int as total from units u where ${branch(on, parent)}`,
    )
  ).total

export const findNode = (db: Database, id: number, on: string) =>
  db.maybe(
    UnitNode.extend({ on: z.string() }),
    sql`select ${columns}, ${children(nearest(on))}, ${nearest(on)} as on from units u where u.id = ${id}`,
  )

const nearest = (on: string): Sql => sql`least(greatest(${on}::date, u.valid_from), u.valid_to)`

/** From the top down to the unit itself. */
export const listAbove = (db: Database, unit: Unit, on: string) =>
  db.many(
    UnitRef,
    sql`with recursive up as (
          select p.id, p.code, p.name, p.full_name, p.parent_code, 1 as step from units p
          where p.code = ${unit.parentCode} and ${thereOn('p', sql`${on}::date`)}
          union all
          select p.id, p.code, p.name, p.full_name, p.parent_code, up.step + 1 from up join units p on p.code = up.parent_code
          where ${thereOn('p', sql`${on}::date`)} and up.step < 12
        ) select id, code, name, full_name from up order by step desc`,
  )

export const countTypes = (db: Database, on: string) =>
  db.many(
    z.object({ type: z.string(), count: z.number() }),
    sql`select u.type, count(*)::int as count from units u where ${validOn(on)} group by u.type order by count desc, u.type`,
  )

/** The days on which a unit began or was gone. */
export const listChangeDays = async (db: Database): Promise<string[]> =>
  (
    await db.many(
      z.object({ day: z.string() }),
      sql`select day from (
            select valid_from as day from units where valid_from is not null
            union select valid_to + 1 from units where valid_to is not null
          ) d order by day desc limit 100`,
    )
  ).map(({ day }) => day)
