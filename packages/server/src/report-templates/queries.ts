import { Outline } from '@loa/contract/report-outline'
import { ReportTemplate } from '@loa/contract/report-templates'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { builtOutline } from './standard.ts'

const columns = sql`t.id, t.owner_unit_id, t.name, t.outline, t.standard, t.version, t.updated_at,
  (select name from people where id = t.updated_by) as changed_by`

export const listTemplates = (
  db: Database,
  units: readonly number[],
  { before, limit }: { before: number; limit: number },
) =>
  db.many(
    ReportTemplate,
    sql`select ${columns} from report_templates t where t.owner_unit_id = any (${units}) and t.id < ${before}
        order by t.id desc limit ${limit}`,
  )

export const countTemplates = async (db: Database, units: readonly number[]) =>
  (
    await db.one(
      z.object({ total: z.number() }),
      sql`select count(*)::int as total from report_templates where owner_unit_id = any (${units})`,
    )
  ).total

export const findTemplate = (db: Database, id: number) =>
  db.maybe(ReportTemplate, sql`select ${columns} from report_templates t where t.id = ${id}`)
export const findTemplateForUpdate = (db: Database, id: number) =>
  db.maybe(ReportTemplate, sql`select ${columns} from report_templates t where t.id = ${id} for update`)

/** The outline a new report of the unit takes where none is chosen: its standard, or the one Loa begins with. */
export const findOutline = async (db: Database, unitId: number): Promise<Outline> =>
  (
    await db.maybe(
      z.object({ outline: Outline }),
      sql`select outline from report_templates where owner_unit_id = ${unitId} and standard`,
    )
  )?.outline ?? builtOutline

interface Words {
  name: string
  outline: Outline
  standard: boolean
  by: string
  at: string
}

/** Of one body one template is the standard. */
const setAside = (db: Database, unitId: number, { standard }: Words) =>
  standard
    ? db.run(sql`update report_templates set standard = false where owner_unit_id = ${unitId} and standard`)
    : Promise.resolve(0)

/** Null: the body has a template of that name. */
export const insertTemplate = async (db: Database, unitId: number, words: Words): Promise<number | null> => {
  await setAside(db, unitId, words)
  return (
    (
      await db.maybe(
        z.object({ id: z.number() }),
        sql`insert into report_templates (owner_unit_id, name, outline, standard, updated_by, updated_at)
            values (${unitId}, ${words.name}, ${JSON.stringify(words.outline)}, ${words.standard}, ${words.by}, ${words.at})
            on conflict (owner_unit_id, name) do nothing returning id`,
      )
    )?.id ?? null
  )
}

/** False: another template of the body has that name. */
export const saveTemplate = async (
  db: Database,
  { id, ownerUnitId }: { id: number; ownerUnitId: number },
  words: Words,
) => {
  await setAside(db, ownerUnitId, words)
  return (
    (await db.run(sql`update report_templates t set name = ${words.name}, outline = ${JSON.stringify(words.outline)},
      standard = ${words.standard}, version = version + 1, updated_by = ${words.by}, updated_at = ${words.at}
      where t.id = ${id} and not exists (select from report_templates o
        where o.owner_unit_id = ${ownerUnitId} and o.name = ${words.name} and o.id <> ${id})`)) > 0
  )
}

export const dropTemplate = (db: Database, id: number) =>
  db.run(sql`delete from report_templates where id = ${id}`)
