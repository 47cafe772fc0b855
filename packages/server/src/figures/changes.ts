/** What a change of an activity may have altered in the roll-ups, noted in its transaction and folded afterwards by a job. */
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'

/** An activity as it was, or as it is now. */
export interface Counted {
  campaignId: number
  unitId: number
  ownerUnitId: number
  happenedOn: string
  topics: readonly number[]
  quantities: readonly { indicator: string }[]
}

/** Each state by itself: what it counted in, and what it counts in now. The same said twice is noted once. */
export const noteChanges = async (db: Database, states: readonly Counted[]) => {
  const rows = states.flatMap(({ campaignId, unitId, ownerUnitId, happenedOn, topics, quantities }) =>
    quantities.map(({ indicator }) => ({
      campaign: campaignId,
      unit: unitId,
      owner: ownerUnitId,
      day: happenedOn,
      topics: [...new Set(topics)].sort((a, b) => a - b),
      indicator,
    })),
  )
  const each = [...new Set(rows.map((row) => JSON.stringify(row)))]
  if (each.length === 0) return
  await db.run(sql`insert into figure_changes (owner_unit_id, campaign_id, unit_id, indicator, day, topics)
    select r.owner, r.campaign, r.unit, r.indicator, r.day, array(select jsonb_array_elements_text(r.topics)::bigint)
    from jsonb_to_recordset(${`[${each.join(',')}]`}::jsonb)
      as r(owner integer, campaign bigint, unit integer, indicator text, day date, topics jsonb)`)
}
