/** One unit through time: what it followed, what followed it, and how it could be reached. */
import { Contact, Succession, UnitLife } from '@loa/contract/units'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { columns } from './queries.ts'

/** More than a line can show; a whole country may have gone into one unit. */
const longest = 200

/** Back through all predecessors and on through all successors; `union` ends a circle. */
export const findLife = async (db: Database, id: number): Promise<UnitLife> => {
  const found = await db.many(
    UnitLife.shape.units.element,
    sql`with recursive before as (
          select ${id}::int as id
          union select s.from_unit_id from before join unit_successions s on s.to_unit_id = before.id
        ), after as (
          select ${id}::int as id
          union select s.to_unit_id from after join unit_successions s on s.from_unit_id = after.id
          where s.to_unit_id is not null
        ), line as (
          select id, case when id = ${id} then 'self' else 'before' end as side from before
          union all select id, 'after' from after where id not in (select id from before)
        )
        select ${columns}, line.side from line join units u on u.id = line.id
        order by u.id <> ${id}, u.valid_from nulls first, u.code, u.id limit ${longest + 1}`,
  )
  const units = found.slice(0, longest)
  const ids = units.map((unit) => unit.id)
  return {
    units: units.toSorted(byDays),
    successions: await db.many(
      Succession,
      sql`select s.from_unit_id as "from", s.to_unit_id as "to", s.kind, s.share, s.act, s.effective_on, s.change_id,
            coalesce(c.kind = 'succession', false) as by_hand
          from unit_successions s left join unit_changes c on c.id = s.change_id
          where s.from_unit_id = any(${ids}::int[]) and (s.to_unit_id is null or s.to_unit_id = any(${ids}::int[]))
          order by s.effective_on, s.id`,
    ),
    contacts: await listContacts(db, id),
    isCut: found.length > longest,
  }
}

const byDays = (
  a: { validFrom: string | null; code: string },
  b: { validFrom: string | null; code: string },
) =>
  (a.validFrom ?? '') < (b.validFrom ?? '')
    ? -1
    : (a.validFrom ?? '') > (b.validFrom ?? '')
      ? 1
      : a.code < b.code
        ? -1
        : 1

export const listContacts = (db: Database, unitId: number) =>
  db.many(
    Contact,
    sql`select id, kind, value, valid_from, valid_to from unit_contacts where unit_id = ${unitId}
        order by kind, valid_from nulls first, id`,
  )

export const insertContact = (
  db: Database,
  unitId: number,
  { kind, value, validFrom }: Pick<Contact, 'kind' | 'value' | 'validFrom'>,
) =>
  db.one(
    Contact,
    sql`insert into unit_contacts as c (unit_id, kind, value, valid_from) values (${unitId}, ${kind}, ${value}, ${validFrom})
        on conflict (unit_id, kind, value, valid_from) do update set valid_to = c.valid_to
        returning id, kind, value, valid_from, valid_to`,
  )

export const findContact = (db: Database, unitId: number, contactId: number) =>
  db.maybe(
    Contact,
    sql`select id, kind, value, valid_from, valid_to from unit_contacts
        where id = ${contactId} and unit_id = ${unitId} for update`,
  )

export const endContact = (db: Database, contactId: number, validTo: string) =>
  db.one(
    Contact,
    sql`update unit_contacts set valid_to = ${validTo} where id = ${contactId}
        returning id, kind, value, valid_from, valid_to`,
  )

/** Row and days of a unit that a contact is about to be written for. */
export const findUnitDays = (db: Database, id: number) =>
  db.maybe(
    z.object({ id: z.number(), validFrom: z.string().nullable(), validTo: z.string().nullable() }),
    sql`select id, valid_from, valid_to from units where id = ${id}`,
  )
