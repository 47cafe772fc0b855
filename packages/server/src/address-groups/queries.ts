import { AddressGroup, type GroupQuery, GroupQuery as Query } from '@loa/contract/address-groups'
import { Unit } from '@loa/contract/units'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { type Sql, sql } from '../database/sql.ts'
import { columns, matches, unitJson } from '../units/queries.ts'
import { bodiesBy, type Ground } from './address-group.ts'

const Stored = AddressGroup.extend({ ownerUnitId: z.number() })

const groups = (where: Sql): Sql => sql`
  select g.id, g.owner_unit_id, g.name, g.phrase, g.query, g.version, g.updated_at,
    case when p.id is null then null else json_build_object('id', p.id, 'name', p.name) end as updated_by,
    coalesce((select json_agg(${unitJson} order by u.id)
      from units u where u.id in (
        select jsonb_array_elements_text((g.query->'exceptUnitIds') || (g.query->'extraUnitIds') || (g.query->'belowUnitId'))::int
      )), '[]') as named
  from address_groups g left join people p on p.id = g.updated_by where ${where}`

export const listGroups = (
  db: Database,
  { owners, after, limit }: { owners: number[]; after: number; limit: number },
) =>
  db.many(
    Stored,
    sql`${groups(sql`g.owner_unit_id = any(${owners}::int[]) and g.id > ${after}`)} order by g.id limit ${limit}`,
  )

export const countGroups = async (db: Database, owners: number[]): Promise<number> =>
  (
    await db.one(
      z.object({ total: z.number() }),
      sql`select count(*)::int as total from address_groups where owner_unit_id = any(${owners}::int[])`,
    )
  ).total

export const findGroup = (db: Database, id: number) => db.maybe(Stored, groups(sql`g.id = ${id}`))

interface NewGroup {
  name: string
  phrase: string
  query: GroupQuery
  by: string
  at: string
}

/** Null: the unit has a group for these words already. */
export const insertGroup = async (
  db: Database,
  ownerUnitId: number,
  group: NewGroup,
): Promise<number | null> =>
  (
    await db.maybe(
      z.object({ id: z.number() }),
      sql`insert into address_groups (owner_unit_id, name, phrase, query, updated_by, updated_at)
          values (${ownerUnitId}, ${group.name}, ${group.phrase}, ${JSON.stringify(group.query)}::jsonb, ${group.by}, ${group.at})
          on conflict do nothing returning id`,
    )
  )?.id ?? null

/** True when the group still stands at the version that the person saw. */
export const saveGroup = async (
  db: Database,
  id: number,
  { version, ...group }: NewGroup & { version: number },
): Promise<boolean> =>
  (await db.run(sql`update address_groups set name = ${group.name}, phrase = ${group.phrase},
      query = ${JSON.stringify(group.query)}::jsonb, updated_by = ${group.by}, updated_at = ${group.at}, version = version + 1
      where id = ${id} and version = ${version}`)) === 1

/** Another group of the unit with these words. */
export const findSamePhrase = (db: Database, ownerUnitId: number, phrase: string, id: number) =>
  db.maybe(
    z.object({ name: z.string() }),
    sql`select name from address_groups where owner_unit_id = ${ownerUnitId} and loa_fold(phrase) = loa_fold(${phrase}) and id <> ${id}`,
  )

export const dropGroup = (db: Database, id: number) =>
  db.run(sql`delete from address_groups where id = ${id}`)

/** The groups of these units whose phrase is one of the words, by the place of the words. */
export const groupsForPhrases = (db: Database, owners: number[], phrases: string[]) =>
  db.many(
    z.object({ id: z.number(), name: z.string(), query: Query, place: z.number() }),
    sql`select distinct on (w.place) g.id, g.name, g.query, w.place::int
        from unnest(${phrases}::text[]) with ordinality as w(words, place)
        join address_groups g on loa_fold(g.phrase) = loa_fold(w.words) and g.owner_unit_id = any(${owners}::int[])
        order by w.place, g.id`,
  )

/** The whole directory with its history, as the rules take it. */
export const groundOf = async (db: Database, words: string, on: string): Promise<Ground> => ({
  on,
  units: await db.many(
    Unit.extend({ isNamed: z.boolean() }),
    sql`select ${columns}, ${matches(words)} as is_named from units u order by u.code, u.valid_from nulls first`,
  ),
  bodyOf: bodiesBy(
    await db.many(
      z.object({ from: z.number(), to: z.number() }),
      sql`select from_unit_id as "from", to_unit_id as "to" from unit_successions
          where kind in ('rename', 're-parent') and share = 'full' and to_unit_id is not null`,
    ),
  ),
})
