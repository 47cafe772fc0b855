/** The figures of one unit, folded again from its activities: exact after every change, and cheap whatever else there is. */
import type { Database } from '../database/database.ts'
import { type Sql, sql } from '../database/sql.ts'
import { lastCorrection } from './counted.ts'

interface Key {
  campaignId: number
  unitId: number
  ownerUnitId: number
}

/** In one order, so that two changes at once wait for each other and not in a circle. */
export const foldFigures = async (db: Database, key: Key, indicators: string[], at: string) => {
  for (const indicator of [...new Set(indicators)].sort()) await foldFigure(db, { ...key, indicator }, at)
}

/** Two changes at once wait for each other, so that the second one sees what the first has written. */
const foldFigure = async (db: Database, key: Key & { indicator: string }, at: string) => {
  const lock = `figure ${key.campaignId} ${key.unitId} ${key.indicator}`
  await db.run(sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`)
  const left = await db.run(sql`with done as (
      select q.quantity as typed, q.out_of as typed_out_of, q.things as typed_things,
        case when c.id is null then q.quantity else c.quantity end as quantity,
        case when c.id is null then q.out_of else c.out_of end as out_of,
        case when c.id is null then q.things else c.things end as things, a.standing,
        row_number() over (order by a.happened_on desc, a.created_at desc, a.id desc) as newest
      from activities a join activity_quantities q on q.activity_id = a.id and q.indicator = ${key.indicator}
      left join lateral (${lastCorrection}) c on true
      where a.campaign_id = ${key.campaignId} and a.unit_id = ${key.unitId}
    ), folded as (
      select ${value(['proved'])} as proved, ${value(['proved', 'doubted'])} as shown,
        ${value(['proved', 'doubted', 'claimed'])} as held, ${typed} as declared, (select count(*) from done) as activities
      from indicators i where i.code = ${key.indicator}
    )
    insert into figures (campaign_id, unit_id, owner_unit_id, indicator, declared, proved, claimed, doubted, corrected,
      activities, last_at)
    select ${key.campaignId}, ${key.unitId}, ${key.ownerUnitId}, ${key.indicator}, declared, proved, held - shown,
      shown - proved, declared - held, activities, ${at}
    from folded where activities > 0
    on conflict (campaign_id, indicator, unit_id) do update set declared = excluded.declared, proved = excluded.proved,
      claimed = excluded.claimed, doubted = excluded.doubted, corrected = excluded.corrected,
      activities = excluded.activities, last_at = excluded.last_at`)
  // The last activity of this indicator was moved to another: not reported is not zero.
  if (left === 0)
    await db.run(sql`delete from figures where campaign_id = ${key.campaignId} and unit_id = ${key.unitId}
      and indicator = ${key.indicator}`)
}

const nameOf = (thing: Sql) => sql`regexp_replace(lower(${thing}), '[\\s.,-]+', '', 'g')`

/**
 * The value of what stands so, corrections counted in, by the aggregation of the indicator. It never grows smaller with
 * more standings, so that proved, doubted and claimed are what each adds to the ones before it. Of `last`, only the newest
 * activity counts; the whole of `ratio` is what everybody said, proved or not.
 */
const value = (standings: string[]): Sql => {
  const counted = sql`filter (where standing = any (${standings}))`
  return sql`coalesce(case i.aggregation
    when 'max' then (select max(quantity) ${counted} from done)
    when 'last' then (select sum(quantity) ${counted} from done where newest = 1)
    when 'distinct' then (select count(distinct ${nameOf(sql`thing`)}) ${counted}
      from done cross join lateral unnest(things) as thing)
    when 'ratio' then (select round(100 * coalesce(sum(quantity) ${counted}, 0) / sum(out_of), 4) from done)
    else (select sum(quantity) ${counted} from done) end, 0)`
}

/** The value of what people typed, as if nothing had been corrected. */
const typed = sql`coalesce(case i.aggregation
    when 'max' then (select max(typed) from done)
    when 'last' then (select sum(typed) from done where newest = 1)
    when 'distinct' then (select count(distinct ${nameOf(sql`thing`)}) from done cross join lateral unnest(typed_things) as thing)
    when 'ratio' then (select round(100 * sum(typed) / sum(typed_out_of), 4) from done)
    else (select sum(typed) from done) end, 0)`
