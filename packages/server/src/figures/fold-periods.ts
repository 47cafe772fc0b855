/**
 * The roll-ups, folded from the queue of changes in batches. Nothing is added to what stands there: every row that a change
 * may have touched is made anew from the activities, so that a batch that runs twice, or again after a crash, counts nothing
 * twice, and making all of them anew gives the same rows.
 */
import { z } from 'zod'
import type { Database, DatabasePool } from '../database/database.ts'
import { type Sql, sql } from '../database/sql.ts'
import { daysOf, touchedBy } from './period-kinds.ts'
import { amountColumns, combinedOf, countedColumns, lastCorrection, valuesOf } from './values.ts'

const batch = 100_000

/**
 * All that waits. Each batch is one transaction: what it folds, what follows from it, and what it takes off the queue, or
 * nothing of them.
 */
export const foldWaiting = async (
  pool: DatabasePool,
  { limit = batch, after }: { limit?: number; after?: (db: Database, pairs: Pair[]) => Promise<void> } = {},
): Promise<void> => {
  for (;;) {
    const folded = await pool.transaction('system', async (db) => {
      const { changes, pairs } = await foldBatch(db, limit)
      await after?.(db, pairs)
      return changes
    })
    if (folded < limit) return
  }
}

/** A unit in a campaign whose figures have changed. */
export interface Pair {
  campaignId: number
  unitId: number
}

/** The oldest changes that wait; gives how many they were, and whose. One server folds at a time, the others wait for it. */
export const foldBatch = async (db: Database, limit = batch): Promise<{ changes: number; pairs: Pair[] }> => {
  await db.run(sql`select pg_advisory_xact_lock(hashtextextended('period figures', 0)), ${planning}`)
  const { ids, days, pairs } = await db.one(
    z.object({
      ids: z.array(z.number()),
      days: z.array(z.string()),
      pairs: z.array(z.object({ campaignId: z.number(), unitId: z.number() })),
    }),
    sql`select coalesce(json_agg(id), '[]') as ids, coalesce(json_agg(distinct day), '[]') as days,
          coalesce(jsonb_agg(distinct jsonb_build_object('campaignId', campaign_id, 'unitId', unit_id)), '[]') as pairs
        from (select id, day, campaign_id, unit_id from figure_changes order by id limit ${limit}) waiting`,
  )
  if (ids.length === 0) return { changes: 0, pairs: [] }
  const touched = touchedBy(days)
  const made = (part: (each: (typeof touched)[number]) => boolean) => JSON.stringify(touched.filter(part))

  const short = touched.filter(({ part }) => part === null)
  await db.run(foldShort(ids, JSON.stringify(short), JSON.stringify(daysOf(short))))
  // From the shorter to the longer, each from what was just made.
  for (const kinds of longer)
    await db.run(
      foldLong(
        ids,
        made(({ kind, part }) => part !== null && kinds.test(kind)),
      ),
    )
  await db.run(sql`delete from figure_changes where id = any (${ids})`)
  return { changes: ids.length, pairs }
}
const longer = [/-quarter$/, /-(half|nine-months|year)$/]

/**
 * The planner cannot know how many rows a batch touches, and takes it for few. So what the steps hand on is hashed, and where
 * an index is to be used a lateral sub-select (`offset 0`) leaves it no choice.
 */
const planning = sql`set_config('work_mem', '64MB', true), set_config('enable_nestloop', 'off', true),
  set_config('enable_mergejoin', 'off', true)`

const keys = sql`owner_unit_id, campaign_id, topic_id, kind, starts_on, unit_id, indicator`

/** What the changes may have altered. */
const changed = (ids: number[], periods: string) => sql`
  select distinct c.owner_unit_id, c.campaign_id, c.unit_id, c.indicator, c.topics, p.kind, p."startsOn" as starts_on,
    p."endsOn" as ends_on, p.part
  from figure_changes c
  join jsonb_to_recordset(${periods}::jsonb) as p(day date, kind text, "startsOn" date, "endsOn" date, part text)
    on p.day = c.day
  where c.id = any (${ids})`

/**
 * Months and weeks, from the activities of the unit in them, each read once: for all campaigns of the owner, for the
 * campaign, and for each of its topics.
 */
const foldShort = (ids: number[], periods: string, days: string): Sql => sql`
  with changed as materialized (${changed(ids, periods)}),
  touched as materialized (
    select row_number() over ()::int as cell, t.*, i.aggregation from (
      select distinct c.owner_unit_id, s.campaign_id, s.topic_id, c.kind, c.starts_on, c.unit_id, c.indicator
      from changed c cross join lateral (
        select 0::bigint as campaign_id, 0::bigint as topic_id
        union all select c.campaign_id, 0
        union all select c.campaign_id, topic from unnest(c.topics) as topic) s) t
    join indicators i on i.code = t.indicator),
  spans as materialized (
    select owner_unit_id, unit_id, range_agg(daterange(starts_on, ends_on, '[]')) as days,
      array_agg(distinct indicator) as indicators
    from changed group by 1, 2),
  done as materialized (
    select s.owner_unit_id, s.unit_id, q.indicator, a.campaign_id, a.topics, ${countedColumns}
    from spans s cross join lateral unnest(s.days) as span
    cross join lateral (
      select a.*, array(select own.topic_id from activity_topics own where own.activity_id = a.id) as topics
      from activities a where a.owner_unit_id = s.owner_unit_id and a.unit_id = s.unit_id
        and a.happened_on >= lower(span) and a.happened_on < upper(span) offset 0) a
    cross join lateral (
      select * from activity_quantities q where q.activity_id = a.id and q.indicator = any (s.indicators) offset 0) q
    ${lastCorrection}),
  placed as materialized (
    select d.owner_unit_id, d.unit_id, d.indicator, s.scope, s.topic_id, p.kind, p."startsOn" as starts_on, d.standing,
      d.happened_on, d.created_at, d.updated_at, d.id, d.typed, d.typed_out_of, d.typed_things, d.quantity, d.out_of, d.things
    from done d
    join jsonb_to_recordset(${days}::jsonb) as p(day date, kind text, "startsOn" date) on p.day = d.happened_on
    cross join lateral (
      select 0::bigint as scope, 0::bigint as topic_id union all select d.campaign_id, 0
      union all select d.campaign_id, topic from unnest(d.topics) as topic offset 0) s),
  spread as materialized (
    select t.cell, t.aggregation, d.standing, d.happened_on, d.created_at, d.updated_at, d.id, d.typed, d.typed_out_of,
      d.typed_things, d.quantity, d.out_of, d.things
    from placed d
    join touched t on t.owner_unit_id = d.owner_unit_id and t.unit_id = d.unit_id and t.indicator = d.indicator
      and t.kind = d.kind and t.starts_on = d.starts_on and t.campaign_id = d.scope and t.topic_id = d.topic_id),
  ${written(valuesOf(sql`spread`))}`

/** Quarters, halves, nine months and years of all campaigns together, from the shorter ones that fill them. */
const foldLong = (ids: number[], periods: string): Sql => sql`
  with touched as materialized (
    select row_number() over ()::int as cell, t.* from (
      select distinct c.owner_unit_id, 0::bigint as campaign_id, 0::bigint as topic_id, c.kind, c.starts_on, c.ends_on,
        c.part, c.unit_id, c.indicator
      from (${changed(ids, periods)}) c) t),
  parts as materialized (
    select t.cell, i.aggregation, f.starts_on, f.proved, f.proved + f.doubted as shown, f.declared - f.corrected as held,
      f.declared, f.activities, f.last_at, f.basis
    from touched t
    cross join lateral (
      select * from period_figures f where f.owner_unit_id = t.owner_unit_id and f.campaign_id = 0 and f.topic_id = 0
        and f.kind = t.part and f.starts_on between t.starts_on and t.ends_on and f.unit_id = t.unit_id
        and f.indicator = t.indicator offset 0) f
    join indicators i on i.code = f.indicator),
  ${written(combinedOf(sql`parts`))}`

/** The rows of the cells `touched`: written, or taken away where nothing is left: not reported is not zero. */
const written = (values: Sql): Sql => sql`folded as materialized (${values}),
  gone as (
    delete from period_figures where ctid = any (array(
      select f.ctid from touched t cross join lateral (
        select f.ctid from period_figures f
        where (f.owner_unit_id, f.campaign_id, f.topic_id, f.kind, f.starts_on, f.unit_id, f.indicator)
            = (t.owner_unit_id, t.campaign_id, t.topic_id, t.kind, t.starts_on, t.unit_id, t.indicator) offset 0) f
      where not exists (select from folded v where v.cell = t.cell))))
  insert into period_figures (${keys}, declared, proved, claimed, doubted, corrected, activities, last_at, basis)
  select ${keys}, declared, ${amountColumns}, activities, last_at, basis
  from touched join folded using (cell)
  order by owner_unit_id, campaign_id, topic_id, kind, starts_on, unit_id, indicator
  on conflict (${keys}) do update set declared = excluded.declared, proved = excluded.proved, claimed = excluded.claimed,
    doubted = excluded.doubted, corrected = excluded.corrected, activities = excluded.activities,
    last_at = excluded.last_at, basis = excluded.basis
  where (period_figures.declared, period_figures.proved, period_figures.claimed, period_figures.doubted,
      period_figures.corrected, period_figures.activities, period_figures.last_at, period_figures.basis)
    is distinct from (excluded.declared, excluded.proved, excluded.claimed, excluded.doubted, excluded.corrected,
      excluded.activities, excluded.last_at, excluded.basis)`

/** Everything anew: for whoever doubts the roll-ups. What is folded meanwhile waits. */
export const rebuildPeriods = async (pool: DatabasePool): Promise<void> => {
  await pool.transaction('system', async (db) => {
    await db.run(sql`select pg_advisory_xact_lock(hashtextextended('period figures', 0))`)
    await db.run(sql`delete from period_figures`)
    await queueAll(db)
  })
  await foldWaiting(pool)
}

/**
 * Every activity as if it had just been changed, in the order of their days, so that a batch holds whole months and writes
 * rows that lie together. One day stands for all between the same ends of months and weeks.
 */
const queueAll = (db: Database) =>
  db.run(sql`insert into figure_changes (owner_unit_id, campaign_id, unit_id, indicator, day, topics)
    select owner_unit_id, campaign_id, unit_id, indicator, min(day) as first_day, topics
    from (select a.owner_unit_id, a.campaign_id, a.unit_id, q.indicator, a.happened_on as day,
        array(select t.topic_id from activity_topics t where t.activity_id = a.id order by t.topic_id) as topics
      from activities a join activity_quantities q on q.activity_id = a.id) said
    group by owner_unit_id, campaign_id, unit_id, indicator, topics, date_trunc('week', day), date_trunc('month', day),
      extract(day from day) >= 15
    order by owner_unit_id, first_day`)
