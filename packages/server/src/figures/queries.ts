import { Indicator, Total } from '@loa/contract/figures'
import { UnitRef, type UnitsOf } from '@loa/contract/units'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { all, sql } from '../database/sql.ts'
import { unitAs, unitJson } from '../units/queries.ts'

/** What several units have together: added only where the indicator is a sum. */
const total = sql`case when count(f.unit_id) > 1 and min(i.aggregation) <> 'sum' then null else json_build_object(
    'declared', coalesce(sum(f.declared), 0), 'proved', coalesce(sum(f.proved), 0), 'claimed', coalesce(sum(f.claimed), 0),
    'doubted', coalesce(sum(f.doubted), 0), 'corrected', coalesce(sum(f.corrected), 0),
    'activities', coalesce(sum(f.activities), 0)) end as amounts`
export const indicatorColumns = sql`i.code, i.form, i.name, i.name_en, i.unit, i.unit_en, i.decimals, i.main, i.aggregation,
  i.evidence, i.active`

export const listFigures = (db: Database, campaignId: number) =>
  db.many(
    Indicator.extend({ amounts: Total, units: z.number() }),
    sql`select ${indicatorColumns}, ${total}, count(f.unit_id)::int as units
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
  db.maybe(Indicator, sql`select ${indicatorColumns} from indicators i where i.code = ${code}`)

/** One unit's part of it: of the unit of then, or of all that a unit of today answers for. */
const ofUnit = (campaignId: number, { unit, units }: { unit?: number; units: UnitsOf }) =>
  unit && sql`f.unit_id in (select c.unit_id from (${held(campaignId)}) c where ${shown(units)} = ${unit})`

export const figureTotal = async (
  db: Database,
  campaignId: number,
  indicator: string,
  of: { unit?: number; units: UnitsOf },
) =>
  (
    await db.one(
      z.object({ amounts: Total }),
      sql`select ${total} from figures f join indicators i on i.code = f.indicator
        where ${all([sql`f.campaign_id = ${campaignId}`, sql`f.indicator = ${indicator}`, ofUnit(campaignId, of)])}`,
    )
  ).amounts

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
      amounts: Total,
      taken: z.array(z.object({ dispatchId: z.number(), code: z.string().nullable(), declared: z.number() })),
    }),
    sql`select ${unitJson} as unit, g.duty_id, g.ordinal, g.amounts, g.parts, (
          select coalesce(json_agg(json_build_object('dispatchId', d.id, 'code', d.code, 'declared', t.declared) order by d.id), '[]')
          from taken_figures t join dispatches d on d.id = t.dispatch_id
          where t.campaign_id = ${campaignId} and t.indicator = ${indicator} and t.unit_id = any (g.unit_ids)) as taken
        from (select ${shown(of.units)} as unit_id, min(du.id) as duty_id, min(c.ordinal) as ordinal, ${total},
                array_agg(f.unit_id) as unit_ids, json_agg(${unitAs('w')}
                  order by c.ordinal) as parts
              from figures f join (${held(campaignId)}) c on c.unit_id = f.unit_id
              join duties du on du.campaign_id = f.campaign_id and du.unit_id = f.unit_id
              join units w on w.id = f.unit_id join indicators i on i.code = f.indicator
              where ${all([sql`f.campaign_id = ${campaignId}`, sql`f.indicator = ${indicator}`, ofUnit(campaignId, of)])}
              group by 1) g
        join units u on u.id = g.unit_id
        where g.ordinal > ${after} order by g.ordinal limit ${limit}`,
  )
