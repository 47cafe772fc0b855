/**
 * The running figures of a campaign: those of one unit, folded again from its activities in the transaction of each change,
 * exact from one moment to the next (decision 13). What reports read by periods is folded afterwards, by a job (decision 29).
 */
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'
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
  for (const indicator of [...new Set(indicators)].sort()) await foldFigure(db, { ...first, indicator }, at)
  await noteChanges(db, states)
}

type Key = Pick<Counted, 'campaignId' | 'unitId' | 'ownerUnitId'> & { indicator: string }

/** Two changes at once wait for each other, so that the second one sees what the first has written. */
const foldFigure = async (db: Database, { campaignId, unitId, ownerUnitId, indicator }: Key, at: string) => {
  const lock = `figure ${campaignId} ${unitId} ${indicator}`
  await db.run(sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`)
  const left = await db.run(sql`with done as (
      select 1 as cell, i.aggregation, ${countedColumns}
      from activities a join activity_quantities q on q.activity_id = a.id and q.indicator = ${indicator}
      join indicators i on i.code = q.indicator ${lastCorrection}
      where a.campaign_id = ${campaignId} and a.unit_id = ${unitId}
    )
    insert into figures (campaign_id, unit_id, owner_unit_id, indicator, declared, proved, claimed, doubted, corrected,
      activities, last_at)
    select ${campaignId}, ${unitId}, ${ownerUnitId}, ${indicator}, declared, ${amountColumns}, activities, ${at}
    from (${valuesOf(sql`done`)}) folded
    on conflict (campaign_id, indicator, unit_id) do update set declared = excluded.declared, proved = excluded.proved,
      claimed = excluded.claimed, doubted = excluded.doubted, corrected = excluded.corrected,
      activities = excluded.activities, last_at = excluded.last_at`)
  // The last activity of this indicator was moved to another: not reported is not zero.
  if (left === 0)
    await db.run(sql`delete from figures where campaign_id = ${campaignId} and unit_id = ${unitId}
      and indicator = ${indicator}`)
}
