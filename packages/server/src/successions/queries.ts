/** An act written into the directory, row by row; and taken out again. */
import { Unit } from '@loa/contract/units'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import type { NewUnit } from './change-plan.ts'

const Id = z.object({ id: z.number() })

export interface NewChange {
  kind: 'succession' | 'undo'
  title: string
  act: string
  effectiveOn: string | null
  unitId: number
  by: string
  at: string
  undoes: number | null
}

export const insertChange = async (db: Database, change: NewChange): Promise<number> =>
  (
    await db.one(
      Id,
      sql`insert into unit_changes (kind, title, act, effective_on, unit_id, person_id, at, undoes)
          values (${change.kind}, ${change.title}, ${change.act}, ${change.effectiveOn}, ${change.unitId}, ${change.by},
            ${change.at}, ${change.undoes}) returning id`,
    )
  ).id

/** The rows end the day before; what their end was is kept, so that the act can be undone. */
export const closeUnits = (db: Database, changeId: number, unitIds: number[], day: string) =>
  db.run(sql`with noted as (
      insert into unit_closings (change_id, unit_id, valid_to_before)
      select ${changeId}, u.id, u.valid_to from units u where u.id = any(${unitIds}::int[]))
    update units set valid_to = ${day}::date - 1 where id = any(${unitIds}::int[])`)

/** @param follows the row whose letterhead goes on, less what the act changes in it */
export const insertUnit = (
  db: Database,
  changeId: number,
  unit: NewUnit & { validFrom: string },
  follows: number | null,
) =>
  db.one(
    Unit,
    sql`insert into units (code, valid_from, name, full_name, type, parent_code, change_id, letterhead)
        values (${unit.code}, ${unit.validFrom}, ${unit.name}, ${unit.fullName}, ${unit.type}, ${unit.parentCode}, ${changeId},
          coalesce((select o.letterhead
              - case when o.full_name <> ${unit.fullName} then 'issuer' else '' end
              - case when o.parent_code is distinct from ${unit.parentCode} then 'parentIssuer' else '' end
            from units o where o.id = ${follows}::int), '{}'))
        returning id, code, valid_from, valid_to, name, full_name, type, parent_code`,
  )

export const insertSuccessions = (
  db: Database,
  changeId: number,
  rows: { from: number; to: number | null; kind: string; share: string; act: string; effectiveOn: string }[],
) =>
  db.run(sql`insert into unit_successions (from_unit_id, to_unit_id, kind, share, act, effective_on, change_id)
    select r."from", r."to", r.kind, r.share, r.act, r."effectiveOn", ${changeId}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(
      "from" int, "to" int, kind text, share text, act text, "effectiveOn" date)`)

export const findChange = (db: Database, id: number) =>
  db.maybe(
    z.object({ id: z.number(), title: z.string(), act: z.string(), effectiveOn: z.string() }),
    sql`select c.id, c.title, c.act, c.effective_on from unit_changes c
        where c.id = ${id} and c.kind = 'succession' and c.effective_on is not null
          and not exists (select from unit_changes u where u.undoes = c.id)`,
  )

/** A unit that was put below one of the begun ones since, where the code does not live on without the act. */
export const findLaterChild = (db: Database, changeId: number) =>
  db.maybe(
    Id,
    sql`select c.id from units b join units c on c.parent_code = b.code and c.change_id is distinct from ${changeId}::bigint
        where b.change_id = ${changeId} and (c.valid_to is null or c.valid_to >= b.valid_from)
          and not exists (select from unit_closings k join units o on o.id = k.unit_id
            where k.change_id = ${changeId} and o.code = b.code) limit 1`,
  )

/** The begun rows go first, so that on no day a code means two units. */
export const takeBack = async (db: Database, changeId: number): Promise<void> => {
  await db.run(sql`delete from unit_successions where change_id = ${changeId}`)
  await db.run(sql`delete from units where change_id = ${changeId}`)
  await db.run(sql`update units u set valid_to = c.valid_to_before from unit_closings c
    where c.change_id = ${changeId} and c.unit_id = u.id`)
  // What was closed may itself have been begun by an earlier act, which must not be held by this one any more.
  await db.run(sql`delete from unit_closings where change_id = ${changeId}`)
}
