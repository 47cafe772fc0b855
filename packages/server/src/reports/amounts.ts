/**
 * Where reports read figures from, and the only place: per unit, per topic, within the days of the round. Figures are kept
 * for the whole campaign; once they are kept by days, `range` is handed on here and nothing else changes.
 */
import { Amounts, Indicator } from '@loa/contract/figures'
import { UnitRef } from '@loa/contract/units'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { indicatorColumns } from '../figures/queries.ts'
import { unitJson } from '../units/queries.ts'

export interface Range {
  from: string | null
  to: string | null
}

/** Indicators of the campaign's forms: the column of each form, and every one that has a figure. */
export const listReportIndicators = (db: Database, campaignId: number) =>
  db.many(
    Indicator,
    sql`select ${indicatorColumns} from indicators i
        where i.form in (select form from campaign_forms where campaign_id = ${campaignId})
          and (i.main or exists (select from figures f where f.campaign_id = ${campaignId} and f.indicator = i.code))
        order by i.ordinal`,
  )

/** Every unit of the campaign in the order of the addressees, with its figures; a unit without any has none. */
export const listUnitAmounts = (db: Database, campaignId: number, _range: Range) =>
  db.many(
    z.object({ unit: UnitRef, byIndicator: z.record(z.string(), Amounts) }),
    sql`select ${unitJson} as unit, coalesce((
            select json_object_agg(f.indicator, json_build_object('declared', f.declared, 'proved', f.proved,
              'claimed', f.claimed, 'doubted', f.doubted, 'corrected', f.corrected, 'activities', f.activities))
            from figures f where f.campaign_id = cu.campaign_id and f.unit_id = cu.unit_id), '{}') as by_indicator
        from campaign_units cu join units u on u.id = cu.unit_id
        where cu.campaign_id = ${campaignId} order by cu.ordinal`,
  )

/** Declared sums by topic: an activity counts in each topic it serves. Of these units only, where some are named. */
export const listTopicAmounts = (db: Database, campaignId: number, _range: Range, units: number[]) =>
  db.many(
    z.object({
      ordinal: z.number(),
      text: z.string(),
      byIndicator: z.record(z.string(), z.number()),
    }),
    sql`select t.ordinal, t.text, coalesce((select json_object_agg(s.indicator, s.declared) from (
            select q.indicator, sum(q.quantity) as declared
            from activity_topics at join activities a on a.id = at.activity_id
            join activity_quantities q on q.activity_id = a.id
            join indicators i on i.code = q.indicator and i.aggregation = 'sum'
            where at.topic_id = t.id and a.unit_id = any (${units}) group by q.indicator) s), '{}') as by_indicator
        from campaign_topics t where t.campaign_id = ${campaignId} order by t.ordinal`,
  )
