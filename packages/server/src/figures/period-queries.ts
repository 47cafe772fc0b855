/**
 * Figures of a span of days. A named period is read from its rows; any other span is filled with the fewest named ones, and
 * the days left over, at most two months less two days, are read from the activities by their index.
 */
import { Amounts } from '@loa/contract/figures'
import { type Cover, coverOf } from '@loa/contract/period-cover'
import type { Period, Range } from '@loa/contract/periods'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { all, type Sql, sql } from '../database/sql.ts'
import { kindOf } from './period-kinds.ts'
import { amountColumns, combinedOf, countedColumns, lastCorrection, valuesOf } from './values.ts'

/** Whose orders, which of them, and for which topic. Null: all of them together. */
export interface Scope {
  ownerUnitId: number
  campaignId: number | null
  topicId: number | null
}

export const UnitValue = Amounts.extend({
  unitId: z.number(),
  indicator: z.string(),
  /** When one of its activities was touched last. */
  lastAt: z.string(),
})
export type UnitValue = z.infer<typeof UnitValue>

/**
 * What each unit of then did by each indicator in those days; no row where nothing was reported. Null: on all days.
 * `isFresh`: what changed a moment ago and is not folded yet must be in it.
 */
export const valuesIn = async (
  db: Database,
  scope: Scope,
  days: Period | Range | null,
  { units, isFresh = false }: { units?: number[]; isFresh?: boolean } = {},
): Promise<UnitValue[]> => {
  const isStale = isFresh && (await countWaiting(db, scope)) > 0
  const { whole, rest } = isStale ? { whole: [], rest: [days ?? ever] } : coverFor(scope, days)
  if (whole.length === 1 && rest.length === 0)
    return db.many(
      UnitValue,
      sql`select f.unit_id, f.indicator, f.declared, f.proved, f.claimed, f.doubted, f.corrected, f.activities, f.last_at
          from period_figures f where ${all([
            of(scope),
            sql`f.kind = ${whole[0]?.kind ?? ''}`,
            sql`f.starts_on = ${whole[0]?.startsOn ?? ''}`,
            units && sql`f.unit_id = any (${units})`,
          ])}`,
    )
  return db.many(
    UnitValue,
    sql`with parts as (${keptRows(scope, days === null && !isStale ? null : whole, units)}
          union all ${looseRows(scope, rest, units)})
        select (v.cell / ${cellSize}::bigint)::int as unit_id, i.code as indicator, declared, ${amountColumns}, activities, last_at
        from (${combinedOf(sql`parts`)}) v join indicators i on i.ordinal = v.cell % ${cellSize}::bigint`,
  )
}

/** How many changes of that scope still wait to be folded. */
export const countWaiting = async (db: Database, { ownerUnitId, campaignId }: Scope) =>
  (
    await db.one(
      z.object({ waiting: z.number() }),
      sql`select count(*)::int as waiting from figure_changes c where ${all([
        sql`c.owner_unit_id = ${ownerUnitId}`,
        campaignId !== null && sql`c.campaign_id = ${campaignId}`,
      ])}`,
    )
  ).waiting

const ever: Range = { from: '0001-01-01', to: '9999-12-31' }

interface Kept {
  kind: string
  startsOn: string
}
/** Campaigns and topics are kept by months and weeks only (decision 29). */
const coverFor = ({ campaignId }: Scope, days: Period | Range | null): { whole: Kept[]; rest: Range[] } => {
  if (days === null) return { whole: [], rest: [] }
  if ('kind' in days && days.kind === 'week')
    return { whole: [{ kind: kindOf(days), startsOn: days.from }], rest: [] }
  const { whole, rest }: Cover = coverOf(days, campaignId === null ? 'year' : 'month')
  return { whole: whole.map((period) => ({ kind: kindOf(period), startsOn: period.from })), rest }
}

const of = ({ ownerUnitId, campaignId, topicId }: Scope) =>
  sql`f.owner_unit_id = ${ownerUnitId} and f.campaign_id = ${campaignId ?? 0} and f.topic_id = ${topicId ?? 0}`

/** Unit and place of the indicator as one number: what the rows of a value are put together by. */
const cellSize = 1_000_000_000
const cell = (unit: Sql) => sql`${unit}::bigint * ${cellSize}::bigint + i.ordinal as cell`

/** Null: all months there are. */
const keptRows = (scope: Scope, whole: Kept[] | null, units: number[] | undefined) => sql`
  select ${cell(sql`f.unit_id`)}, i.aggregation, f.starts_on, f.proved, f.proved + f.doubted as shown,
    f.declared - f.corrected as held, f.declared, f.activities, f.last_at, f.basis
  from ${
    whole === null
      ? sql`(select 'cal-month' as kind) p join period_figures f on f.kind = p.kind`
      : sql`jsonb_to_recordset(${JSON.stringify(whole)}::jsonb) as p(kind text, "startsOn" date)
            join period_figures f on f.kind = p.kind and f.starts_on = p."startsOn"`
  }
  join indicators i on i.code = f.indicator
  where ${all([of(scope), units && sql`f.unit_id = any (${units})`])}`

/** The units are named one by one, so that their days are found by the index. */
const looseRows = (
  { ownerUnitId, campaignId, topicId }: Scope,
  rest: Range[],
  units: number[] | undefined,
) => sql`
  select v.cell, v.aggregation, v.first_day, v.proved, v.shown, v.held, v.declared, v.activities, v.last_at, v.basis
  from (select value.*, r.from_day as first_day
    from jsonb_to_recordset(${JSON.stringify(rest)}::jsonb) as given("from" date, "to" date)
    cross join lateral (select given."from" as from_day, given."to" as to_day) r
    cross join lateral (with done as (
        select ${cell(sql`a.unit_id`)}, i.aggregation, ${countedColumns}
        from (select distinct d.unit_id from duties d where ${all([
          sql`d.owner_unit_id = ${ownerUnitId}`,
          campaignId !== null && sql`d.campaign_id = ${campaignId}`,
          units && sql`d.unit_id = any (${units})`,
        ])}) u
        join activities a on ${all([
          sql`a.owner_unit_id = ${ownerUnitId}`,
          sql`a.unit_id = u.unit_id`,
          sql`a.happened_on between r.from_day and r.to_day`,
          campaignId !== null && sql`a.campaign_id = ${campaignId}`,
          topicId !== null &&
            sql`exists (select from activity_topics t where t.activity_id = a.id and t.topic_id = ${topicId})`,
        ])}
        join activity_quantities q on q.activity_id = a.id
        join indicators i on i.code = q.indicator ${lastCorrection})
      ${valuesOf(sql`done`)}) value) v`
