import { Amounts, Indicator } from '@loa/contract/figures'
import { UnitRef } from '@loa/contract/units'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { all, sql } from '../database/sql.ts'
import { unitJson } from '../units/queries.ts'

/**
 * Folds the activities of one unit and indicator again: exact after every change, and cheap whatever else there is. Two
 * changes at once wait for each other, so that the second one sees what the first has written.
 */
export const foldFigure = async (
  db: Database,
  key: { campaignId: number; unitId: number; ownerUnitId: number; indicator: string },
  at: string,
) => {
  const lock = `figure ${key.campaignId} ${key.unitId} ${key.indicator}`
  await db.run(sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`)
  const left =
    await db.run(sql`insert into figures (campaign_id, unit_id, owner_unit_id, indicator, declared, proved,
      claimed, doubted, activities, last_at)
    select ${key.campaignId}, ${key.unitId}, ${key.ownerUnitId}, ${key.indicator}, sum(quantity),
      coalesce(sum(quantity) filter (where standing = 'proved'), 0),
      coalesce(sum(quantity) filter (where standing = 'claimed'), 0),
      coalesce(sum(quantity) filter (where standing = 'doubted'), 0), count(*), ${at}
    from activities where campaign_id = ${key.campaignId} and unit_id = ${key.unitId} and indicator = ${key.indicator}
    having count(*) > 0
    on conflict (campaign_id, indicator, unit_id) do update set declared = excluded.declared, proved = excluded.proved,
      claimed = excluded.claimed, doubted = excluded.doubted, activities = excluded.activities,
      last_at = excluded.last_at`)
  // The last activity of this indicator was moved to another: not reported is not zero.
  if (left === 0)
    await db.run(sql`delete from figures where campaign_id = ${key.campaignId} and unit_id = ${key.unitId}
      and indicator = ${key.indicator}`)
}

const zero = sql`coalesce(sum(f.declared), 0) as declared, coalesce(sum(f.proved), 0) as proved,
  coalesce(sum(f.claimed), 0) as claimed, coalesce(sum(f.doubted), 0) as doubted,
  coalesce(sum(f.activities), 0)::int as activities`

export const listFigures = (db: Database, campaignId: number) =>
  db.many(
    Indicator.extend({ ...Amounts.shape, units: z.number() }),
    sql`select i.code, i.form, i.name, i.name_en, i.unit, i.unit_en, i.decimals, i.main, ${zero},
          count(f.unit_id)::int as units
        from indicators i left join figures f on f.indicator = i.code and f.campaign_id = ${campaignId}
        where i.form in (select form from campaign_forms where campaign_id = ${campaignId})
        group by i.code having i.main or count(f.unit_id) > 0 order by i.ordinal`,
  )

/** Units of the campaign that have reported nothing: for the whole campaign, or for one indicator. */
export const listMissing = (db: Database, campaignId: number, indicator?: string) =>
  db.many(
    UnitRef,
    sql`select u.id, u.code, u.name, u.full_name from campaign_units cu join units u on u.id = cu.unit_id
        where cu.campaign_id = ${campaignId} and not exists (
          select from figures f where ${all([
            sql`f.campaign_id = ${campaignId}`,
            sql`f.unit_id = cu.unit_id`,
            indicator && sql`f.indicator = ${indicator}`,
          ])})
        order by cu.ordinal`,
  )

export const countUnits = (db: Database, campaignId: number) =>
  db.one(
    z.object({ unitsAll: z.number(), unitsReporting: z.number() }),
    sql`select (select count(*)::int from campaign_units where campaign_id = ${campaignId}) as units_all,
          (select count(distinct unit_id)::int from figures where campaign_id = ${campaignId}) as units_reporting`,
  )

export const findIndicator = (db: Database, code: string) =>
  db.maybe(
    Indicator,
    sql`select code, form, name, name_en, unit, unit_en, decimals, main from indicators where code = ${code}`,
  )

export const figureTotal = (db: Database, campaignId: number, indicator: string, unit?: number) =>
  db.one(
    Amounts,
    sql`select ${zero} from figures f
        where ${all([sql`f.campaign_id = ${campaignId}`, sql`f.indicator = ${indicator}`, unit && sql`f.unit_id = ${unit}`])}`,
  )

export const figureUnits = (
  db: Database,
  campaignId: number,
  indicator: string,
  { unit, after, limit }: { unit?: number; after: number; limit: number },
) =>
  db.many(
    z.object({ unit: UnitRef, dutyId: z.number(), ordinal: z.number(), ...Amounts.shape }),
    sql`select ${unitJson} as unit, du.id as duty_id, cu.ordinal, f.declared, f.proved, f.claimed, f.doubted, f.activities
        from figures f join units u on u.id = f.unit_id
        join duties du on du.campaign_id = f.campaign_id and du.unit_id = f.unit_id
        join campaign_units cu on cu.campaign_id = f.campaign_id and cu.unit_id = f.unit_id
        where ${all([
          sql`f.campaign_id = ${campaignId}`,
          sql`f.indicator = ${indicator}`,
          unit && sql`f.unit_id = ${unit}`,
        ])} and cu.ordinal > ${after} order by cu.ordinal limit ${limit}`,
  )

/** Every figure of every unit, for the tables of a report. */
export const listUnitFigures = (db: Database, campaignId: number) =>
  db.many(
    z.object({
      unit: UnitRef,
      indicator: z.string().nullable(),
      declared: z.number().nullable(),
      proved: z.number().nullable(),
    }),
    sql`select ${unitJson} as unit, f.indicator, f.declared, f.proved
        from campaign_units cu join units u on u.id = cu.unit_id
        left join figures f on f.campaign_id = cu.campaign_id and f.unit_id = cu.unit_id
        where cu.campaign_id = ${campaignId} order by cu.ordinal`,
  )
