/**
 * The running figures of a campaign: those of one unit, folded again from its activities in the transaction of each change,
 * exact from one moment to the next (decision 13). What reports read by periods is folded afterwards, by a job (decision 29).
 */
import type { Database } from '../database/database.ts'
import { type Sql, sql } from '../database/sql.ts'
import { type Counted, noteChanges } from './changes.ts'
import { amountColumns, countedColumns, lastCorrection, valuesOf } from './values.ts'

/**
 * `states`: the activity as it was, where it was another, and as it is. The figures in one order, so that two changes at
 * once wait for each other and not in a circle.
 */
export const foldFigures = async (db: Database, states: readonly Counted[], at: string) => {
  const [first] = states
  if (!first) return
  const indicators = states.flatMap(({ quantities }) => quantities.map(({ indicator }) => indicator))
  await refold(db, first, indicators, at)
  await noteChanges(db, states)
}

type Owner = Pick<Counted, 'campaignId' | 'unitId' | 'ownerUnitId'>
type Key = Owner & { indicator: string }

/** These figures of the unit anew, whatever was the reason. */
export const refold = async (db: Database, owner: Owner, indicators: readonly string[], at: string) => {
  for (const indicator of [...new Set(indicators)].sort()) await foldFigure(db, { ...owner, indicator }, at)
}

/**
 * The unit's own activities, and what its accepted reports bring from its own campaign. Sums are added; of `max` the larger one
 * counts; of other values, which cannot be put together without what they are made of, the unit's own where it has one, else that of
 * the newest report (`withTaken` in `total.ts` for the days of a round).
 * Two changes at once wait for each other, so that the second one sees what the first has written.
 */
const foldFigure = async (db: Database, { campaignId, unitId, ownerUnitId, indicator }: Key, at: string) => {
  const lock = `figure ${campaignId} ${unitId} ${indicator}`
  await db.run(sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`)
  const left = await db.run(sql`with done as (
      select 1 as cell, i.aggregation, ${countedColumns}
      from activities a cross join lateral (${quantity(indicator)}) q
      join indicators i on i.code = q.indicator ${lastCorrection}
      where a.campaign_id = ${campaignId} and a.unit_id = ${unitId}
    ), own as (select aggregation, declared, ${amountColumns}, activities from (${valuesOf(sql`done`)}) folded
    ), taken as (
      select row_number() over (order by t.expected_id desc) as rank, i.aggregation, t.declared, t.proved, t.claimed, t.doubted,
        t.corrected, t.activities
      from taken_figures t join indicators i on i.code = t.indicator
      where t.campaign_id = ${campaignId} and t.unit_id = ${unitId} and t.indicator = ${indicator}
    ), parts as (
      select 0 as rank, * from own union all select * from taken
    ), chosen as (
      select row_number() over (order by case when aggregation = 'max' then -declared end, rank) as place, aggregation,
        declared, proved, claimed, doubted, corrected, activities from parts
    )
    insert into figures (campaign_id, unit_id, owner_unit_id, indicator, declared, proved, claimed, doubted, corrected,
      activities, last_at)
    select ${campaignId}, ${unitId}, ${ownerUnitId}, ${indicator}, sum(declared), sum(proved), sum(claimed), sum(doubted),
      sum(corrected), sum(activities)::int, ${at}
    from chosen where aggregation = 'sum' or place = 1 having count(*) > 0
    on conflict (campaign_id, indicator, unit_id) do update set declared = excluded.declared, proved = excluded.proved,
      claimed = excluded.claimed, doubted = excluded.doubted, corrected = excluded.corrected,
      activities = excluded.activities, last_at = excluded.last_at`)
  // The last activity of this indicator was moved to another: not reported is not zero.
  if (left === 0)
    await db.run(sql`delete from figures where campaign_id = ${campaignId} and unit_id = ${unitId}
      and indicator = ${indicator}`)
}

/**
 * Of one activity, by its key. As a plain join a database without fresh statistics compares all quantities of the indicator
 * with all activities: on the evening when everybody sends, half a second for 700 of one unit instead of six milliseconds.
 */
const quantity = (indicator: string): Sql =>
  sql`select q.* from activity_quantities q where q.activity_id = a.id and q.indicator = ${indicator} limit 1`
