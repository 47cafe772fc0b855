/** Where reports read figures from, and the only place: per unit, per topic, within the days of the round. */
import { Aggregation, Amounts, Indicator } from '@loa/contract/figures'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { topicFiguresIn, unitFiguresIn } from '../figures/campaign-queries.ts'
import { indicatorColumns } from '../figures/queries.ts'
import { withTaken } from '../figures/total.ts'

export interface Range {
  from: string | null
  to: string | null
}

/** Null: the whole campaign, as it runs. Without a first day: from the first on which anything was done. */
const daysOf = async (db: Database, campaignId: number, { from, to }: Range) => {
  if (to === null) return null
  if (from !== null) return { from, to }
  const { first } = await db.one(
    z.object({ first: z.string() }),
    sql`select least(${to}::date, (select min(happened_on) from activities a
          where a.campaign_id = ${campaignId} and a.unit_id in (
            select unit_id from campaign_units where campaign_id = ${campaignId}))) as first`,
  )
  return { from: first, to }
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

/**
 * Every unit of the campaign in the order of the addressees, with its figures of those days; a unit without any has none. What
 * its accepted reports of rounds within those days brought is in them.
 */
export const listUnitAmounts = async (db: Database, campaignId: number, range: Range) => {
  const days = await daysOf(db, campaignId, range)
  const units = await unitFiguresIn(db, campaignId, days)
  if (days === null) return units
  const taken = Map.groupBy(
    await db.many(
      Amounts.extend({ unitId: z.number(), indicator: z.string(), aggregation: Aggregation }),
      sql`select t.unit_id, t.indicator, i.aggregation, t.declared, t.proved, t.claimed, t.doubted, t.corrected, t.activities
          from taken_figures t join expected_reports e on e.id = t.expected_id join report_rounds r on r.id = e.round_id
          join indicators i on i.code = t.indicator
          where t.campaign_id = ${campaignId} and (r.period_from >= ${days.from} or ${range.from === null})
            and r.period_to <= ${days.to}
          order by t.expected_id desc`,
    ),
    ({ unitId }) => unitId,
  )
  return units.map(({ unit, byIndicator }) => {
    const own: Record<string, Amounts> = { ...byIndicator }
    for (const [indicator, values] of Map.groupBy(taken.get(unit.id) ?? [], (value) => value.indicator)) {
      const together = withTaken(
        values[0]?.aggregation ?? 'sum',
        own[indicator],
        values.map((value) => Amounts.parse(value)),
      )
      if (together) own[indicator] = together
    }
    return { unit, byIndicator: own }
  })
}

/** Declared sums by topic: an activity counts whole in each topic it serves. Of these units only. */
export const listTopicAmounts = async (db: Database, campaignId: number, range: Range, units: number[]) =>
  topicFiguresIn(db, campaignId, await daysOf(db, campaignId, range), units)

/** What the campaign that this one was rolled over from came to, where its values are added. */
export const listFollowedTotals = async (db: Database, campaignId: number) =>
  new Map(
    (
      await db.many(
        z.object({ indicator: z.string(), declared: z.number() }),
        sql`select f.indicator, sum(f.declared) as declared from campaigns c
            join figures f on f.campaign_id = c.follows_campaign_id join indicators i on i.code = f.indicator
            where c.id = ${campaignId} and i.aggregation = 'sum' group by f.indicator`,
      )
    ).map(({ indicator, declared }) => [indicator, declared]),
  )
