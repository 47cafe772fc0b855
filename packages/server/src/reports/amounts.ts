/** Where reports read figures from, and the only place: per unit, per topic, within the days of the round. */
import { Amounts, Indicator } from '@loa/contract/figures'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { topicFiguresIn, unitFiguresIn } from '../figures/campaign-queries.ts'
import { indicatorColumns } from '../figures/queries.ts'

export interface Range {
  from: string | null
  to: string | null
}

/** Null: the whole campaign, as it runs. Without a first day: from its beginning. */
const daysOf = ({ from, to }: Range) => (to === null ? null : { from: from ?? '0001-01-01', to })

/** Indicators of the campaign's forms: the column of each form, and every one that has a figure. */
export const listReportIndicators = (db: Database, campaignId: number) =>
  db.many(
    Indicator,
    sql`select ${indicatorColumns} from indicators i
        where i.form in (select form from campaign_forms where campaign_id = ${campaignId})
          and (i.main or exists (select from figures f where f.campaign_id = ${campaignId} and f.indicator = i.code))
        order by i.ordinal`,
  )

/**
 * Every unit of the campaign in the order of the addressees, with its figures of those days; a unit without any has none. What
 * its accepted reports of rounds within those days brought is in them.
 */
export const listUnitAmounts = async (db: Database, campaignId: number, range: Range) => {
  const days = daysOf(range)
  const units = await unitFiguresIn(db, campaignId, days)
  if (days === null) return units
  const taken = await db.many(
    Amounts.extend({ unitId: z.number(), indicator: z.string(), isSum: z.boolean() }),
    sql`select t.unit_id, t.indicator, i.aggregation = 'sum' as is_sum, sum(t.declared) as declared, sum(t.proved) as proved,
          sum(t.claimed) as claimed, sum(t.doubted) as doubted, sum(t.corrected) as corrected, sum(t.activities)::int as activities
        from taken_figures t join expected_reports e on e.id = t.expected_id join report_rounds r on r.id = e.round_id
        join indicators i on i.code = t.indicator
        where t.campaign_id = ${campaignId} and coalesce(r.period_from, '0001-01-01') >= ${days.from} and r.period_to <= ${days.to}
        group by t.unit_id, t.indicator, i.aggregation`,
  )
  return units.map(({ unit, byIndicator }) => {
    const own: Record<string, Amounts> = { ...byIndicator }
    for (const { unitId, indicator, isSum, ...amounts } of taken)
      if (unitId === unit.id) own[indicator] = together(own[indicator], amounts, isSum)
    return { unit, byIndicator: own }
  })
}

/** What cannot be added stands as the unit's own, where it has one. */
const together = (own: Amounts | undefined, taken: Amounts, isSum: boolean): Amounts => {
  if (!own || !isSum) return own ?? taken
  return {
    declared: own.declared + taken.declared,
    proved: own.proved + taken.proved,
    claimed: own.claimed + taken.claimed,
    doubted: own.doubted + taken.doubted,
    corrected: own.corrected + taken.corrected,
    activities: own.activities + taken.activities,
  }
}

/** Declared sums by topic: an activity counts whole in each topic it serves. Of these units only. */
export const listTopicAmounts = (db: Database, campaignId: number, range: Range, units: number[]) =>
  topicFiguresIn(db, campaignId, daysOf(range), units)
