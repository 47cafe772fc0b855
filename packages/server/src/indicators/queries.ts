import { type IndicatorWords, KeptIndicator } from '@loa/contract/indicators'
import type { Database } from '../database/database.ts'
import { type Sql, sql } from '../database/sql.ts'
import { indicatorColumns } from '../figures/queries.ts'

const kept = (condition: Sql) => sql`select ${indicatorColumns}, i.version,
    loa_indicator_uses(i.code) as uses
  from indicators i where ${condition}`

/** Each activity and target is counted, of whatever unit: the counting unit stays for all of them. */
export const listKept = (db: Database) => db.many(KeptIndicator, sql`${kept(sql`true`)} order by i.ordinal`)

export const findKeptForUpdate = async (db: Database, code: string) => {
  await db.run(sql`select from indicators where code = ${code} for update`)
  return db.maybe(KeptIndicator, kept(sql`i.code = ${code}`))
}

/** Behind the last one of its form. */
export const insertIndicator = async (db: Database, code: string, words: IndicatorWords) => {
  await db.run(sql`lock table indicators in share row exclusive mode`)
  await db.run(sql`update indicators set ordinal = -ordinal where ordinal > (
    select max(ordinal) from indicators where form = ${words.form})`)
  await db.run(sql`update indicators set ordinal = 10 - ordinal where ordinal < 0`)
  await db.run(sql`insert into indicators (code, ordinal, form, name, name_en, unit, unit_en, decimals, aggregation, evidence)
    select ${code}, max(ordinal) + 10, ${words.form}, ${words.name}, ${words.nameEn}, ${words.unit}, ${words.unitEn},
      ${words.decimals}, ${words.aggregation}, ${words.evidence} from indicators where form = ${words.form}`)
}

export const saveIndicator = async (
  db: Database,
  code: string,
  words: IndicatorWords & { active: boolean; main: boolean },
) => {
  if (words.main)
    await db.run(sql`update indicators set main = false, version = version + 1
      where form = ${words.form} and main and code <> ${code}`)
  await db.run(sql`update indicators set form = ${words.form}, name = ${words.name}, name_en = ${words.nameEn},
      unit = ${words.unit}, unit_en = ${words.unitEn}, decimals = ${words.decimals}, aggregation = ${words.aggregation},
      evidence = ${words.evidence}, active = ${words.active}, main = ${words.main}, version = version + 1
    where code = ${code}`)
}
