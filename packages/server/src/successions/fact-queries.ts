/** What the directory and the work in it say around an act. */
import { ChangePreview, type UnitChange } from '@loa/contract/successions'
import { Unit } from '@loa/contract/units'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { columns, thereOn, validOn } from '../units/queries.ts'
import type { ChangeFacts } from './change-plan.ts'

/** Changes of the directory pass one after the other: the facts stay true until the commit. */
export const lockDirectory = (db: Database) =>
  db.run(sql`select pg_advisory_xact_lock(hashtextextended('units', 0))`)

export const factsFor = async (db: Database, change: UnitChange, today: string): Promise<ChangeFacts> => {
  const { effectiveOn: day } = change
  const from = await unitsById(db, change.from)
  const codes = change.into
    .map(({ code }) => code)
    .concat(change.kind === 're-parent' ? from.map(({ code }) => code) : [])
  const parents = [
    ...change.into.map(({ parentCode }) => parentCode),
    ...from.map(({ parentCode }) => parentCode),
    ...change.children.map(({ parentCode }) => parentCode),
  ].filter((code) => code !== null)
  return {
    today,
    from,
    targets: await unitsById(
      db,
      change.into.flatMap(({ unitId }) => (unitId === undefined ? [] : [unitId])),
    ),
    holders: await db.many(
      Unit,
      sql`select ${columns} from units u
          where u.code = any(${codes}::text[]) and (u.valid_to is null or u.valid_to >= ${day})`,
    ),
    parents: await db.many(
      Unit,
      sql`with recursive up as (
            select p.* from units p where p.code = any(${parents}::text[]) and ${thereOn('p', sql`${day}::date`)}
            union
            select p.* from up join units p on p.code = up.parent_code where ${thereOn('p', sql`${day}::date`)}
          ) select ${columns} from up u`,
    ),
    children: await db.many(
      Unit,
      sql`select ${columns} from units u where u.parent_code = any(${from.map(({ code }) => code)}::text[])
            and (${validOn(day)} or u.valid_from >= ${day}) order by u.code`,
    ),
  }
}

const unitsById = (db: Database, ids: number[]) =>
  db.many(Unit, sql`select ${columns} from units u where u.id = any(${ids}::int[])`)

/** The body that runs this Loa and what took it over whole; and which of the receiving units have an administrator. */
export const findKeepers = async (db: Database, { into, effectiveOn }: UnitChange) => {
  const Id = z.object({ id: z.number() })
  const operator = await db.many(
    Id,
    sql`with recursive body as (
          select operator_unit_id as id from installation
          union
          select s.to_unit_id from body join unit_successions s on s.from_unit_id = body.id
          where s.share = 'full' and s.to_unit_id is not null
        ) select id from body`,
  )
  const receiving = into.flatMap(({ unitId }) => unitId ?? [])
  const administered = await db.many(
    Id,
    sql`select distinct unit_id as id from appointments
        where unit_id = any(${receiving}::int[]) and role = 'administrator' and (valid_to is null or valid_to >= ${effectiveOn})`,
  )
  return { operatorIds: operator.map(({ id }) => id), administered: administered.map(({ id }) => id) }
}

/** Duties that are open in the sight of the person, by campaign. */
export const listTouchedCampaigns = (db: Database, unitIds: number[]) =>
  db.many(
    ChangePreview.shape.campaigns.element,
    sql`select c.id, c.title, count(*)::int as duties from duties d join campaigns c on c.id = d.campaign_id
        where d.holder_unit_id = any(${unitIds}::int[]) and d.state in ('assigned', 'accepted')
        group by c.id order by c.id desc limit 200`,
  )

export const listTouchedRoles = (db: Database, unitIds: number[], day: string) =>
  db.many(
    ChangePreview.shape.roles.element,
    sql`select a.person_id, p.name, a.unit_id, u.name as unit_name, a.role
        from appointments a join people p on p.id = a.person_id join units u on u.id = a.unit_id
        where a.unit_id = any(${unitIds}::int[]) and (a.valid_to is null or a.valid_to >= ${day})
          and (p.left_on is null or p.left_on > ${day})
        order by u.name, p.name, a.role limit 500`,
  )

export const listTouchedDrafts = (db: Database, unitIds: number[]) =>
  db.many(
    ChangePreview.shape.drafts.element,
    sql`select id, subject, owner_unit_id as unit_id from dispatches
        where owner_unit_id = any(${unitIds}::int[]) and direction = 'out' and issued_at is null order by id desc limit 200`,
  )
