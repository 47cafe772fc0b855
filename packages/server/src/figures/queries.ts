import { Amounts, Indicator } from '@loa/contract/figures'
import { UnitRef, type UnitsOf } from '@loa/contract/units'
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

/** The campaign's units with who answers for each today: before the issue, when there is no duty yet, the unit itself. */
const held = (campaignId: number) => sql`
  select cu.unit_id, coalesce(d.holder_unit_id, cu.unit_id) as holder_unit_id, cu.ordinal
  from campaign_units cu left join duties d on d.campaign_id = cu.campaign_id and d.unit_id = cu.unit_id
  where cu.campaign_id = ${campaignId}`
const shown = (units: UnitsOf) => (units === 'today' ? sql`c.holder_unit_id` : sql`c.unit_id`)

/** Units of the campaign that have reported nothing: for the whole campaign, or for one indicator. */
export const listMissing = (
  db: Database,
  campaignId: number,
  { units, indicator }: { units: UnitsOf; indicator?: string },
) =>
  db.many(
    UnitRef,
    sql`select u.id, u.code, u.name, u.full_name
        from (select ${shown(units)} as id, min(c.ordinal) as ordinal from (${held(campaignId)}) c
              left join figures f on ${all([
                sql`f.campaign_id = ${campaignId}`,
                sql`f.unit_id = c.unit_id`,
                indicator && sql`f.indicator = ${indicator}`,
              ])}
              group by 1 having count(f.unit_id) = 0) m
        join units u on u.id = m.id order by m.ordinal`,
  )

/** Who answers today for the duties of these units, each once. */
export const listHolders = (db: Database, campaignId: number, units: UnitRef[]) =>
  db.many(
    UnitRef,
    sql`select u.id, u.code, u.name, u.full_name
        from (select c.holder_unit_id as id, min(c.ordinal) as ordinal from (${held(campaignId)}) c
              where c.unit_id = any (${units.map(({ id }) => id)}) group by 1) h
        join units u on u.id = h.id order by h.ordinal`,
  )

export const countUnits = (db: Database, campaignId: number, units: UnitsOf) =>
  db.one(
    z.object({ unitsAll: z.number(), unitsReporting: z.number() }),
    sql`select count(distinct ${shown(units)})::int as units_all,
          count(distinct ${shown(units)}) filter (where exists (
            select from figures f where f.campaign_id = ${campaignId} and f.unit_id = c.unit_id))::int as units_reporting
        from (${held(campaignId)}) c`,
  )

export const findIndicator = (db: Database, code: string) =>
  db.maybe(
    Indicator,
    sql`select code, form, name, name_en, unit, unit_en, decimals, main from indicators where code = ${code}`,
  )

/** One unit's part of it: of the unit of then, or of all that a unit of today answers for. */
const ofUnit = (campaignId: number, { unit, units }: { unit?: number; units: UnitsOf }) =>
  unit && sql`f.unit_id in (select c.unit_id from (${held(campaignId)}) c where ${shown(units)} = ${unit})`

export const figureTotal = (
  db: Database,
  campaignId: number,
  indicator: string,
  of: { unit?: number; units: UnitsOf },
) =>
  db.one(
    Amounts,
    sql`select ${zero} from figures f
        where ${all([sql`f.campaign_id = ${campaignId}`, sql`f.indicator = ${indicator}`, ofUnit(campaignId, of)])}`,
  )

export const figureUnits = (
  db: Database,
  campaignId: number,
  indicator: string,
  { after, limit, ...of }: { unit?: number; units: UnitsOf; after: number; limit: number },
) =>
  db.many(
    z.object({
      unit: UnitRef,
      dutyId: z.number(),
      parts: z.array(UnitRef),
      ordinal: z.number(),
      ...Amounts.shape,
    }),
    sql`select ${unitJson} as unit, g.duty_id, g.ordinal, g.declared, g.proved, g.claimed, g.doubted, g.activities, g.parts
        from (select ${shown(of.units)} as unit_id, min(du.id) as duty_id, min(c.ordinal) as ordinal, ${zero},
                json_agg(json_build_object('id', w.id, 'code', w.code, 'name', w.name, 'fullName', w.full_name)
                  order by c.ordinal) as parts
              from figures f join (${held(campaignId)}) c on c.unit_id = f.unit_id
              join duties du on du.campaign_id = f.campaign_id and du.unit_id = f.unit_id
              join units w on w.id = f.unit_id
              where ${all([sql`f.campaign_id = ${campaignId}`, sql`f.indicator = ${indicator}`, ofUnit(campaignId, of)])}
              group by 1) g
        join units u on u.id = g.unit_id
        where g.ordinal > ${after} order by g.ordinal limit ${limit}`,
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
