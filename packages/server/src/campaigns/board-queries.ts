/** The board: where each unit stands, by the units of then or by those that hold the duties today. */
import { BoardRow, boardSteps } from '@loa/contract/campaigns'
import { Amounts } from '@loa/contract/figures'
import type { UnitsOf } from '@loa/contract/units'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { all, type Sql, sql } from '../database/sql.ts'
import { holderJson, unitJson } from '../units/queries.ts'

/** One row a duty, from its delivery and its figures. `rank` puts the steps in order. */
const duties = (campaignId: number, day: string): Sql => sql`
  select u.id as unit_id, du.holder_unit_id, cu.ordinal, ${unitJson} as unit,
    case when h.id = u.id then null else ${holderJson} end as holder, u.folded || ' ' || h.folded as folded,
    coalesce(h.valid_to < ${day}, false) as undecided, de.id as delivery_id, du.id as duty_id, de.status, de.handling,
    du.state as duty_state, array_position(${boardSteps}::text[], stand.step) as rank, stand.step,
    greatest(de.updated_at, du.updated_at) as step_at, coalesce(du.reason, de.reason) as reason,
    (select jsonb_object_agg(i.code, jsonb_build_object(
        'declared', coalesce(f.declared, 0), 'proved', coalesce(f.proved, 0), 'claimed', coalesce(f.claimed, 0),
        'doubted', coalesce(f.doubted, 0), 'corrected', coalesce(f.corrected, 0), 'activities', coalesce(f.activities, 0),
        'plan', t.plan))
      from indicators i
      left join figures f on f.campaign_id = ${campaignId} and f.unit_id = u.id and f.indicator = i.code
      left join duty_targets t on t.duty_id = du.id and t.indicator = i.code
      where f.indicator is not null or t.indicator is not null) as cells,
    (select max(f.last_at) from figures f where f.campaign_id = ${campaignId} and f.unit_id = u.id) as last_at,
    exists (select from figures f where f.campaign_id = ${campaignId} and f.unit_id = u.id and f.doubted > 0) as doubted,
    (select count(*)::int from reminders m where m.duty_id = du.id and m.state = 'sent') as reminded
  from campaign_units cu
  join units u on u.id = cu.unit_id
  join duties du on du.campaign_id = cu.campaign_id and du.unit_id = cu.unit_id
  join units h on h.id = du.holder_unit_id
  left join deliveries de on de.campaign_id = cu.campaign_id and de.unit_id = cu.unit_id
  cross join lateral (select case when du.state = 'done' or de.handling = '06' then 'done'
         when du.state = 'accepted' and exists (
           select from figures f where f.campaign_id = ${campaignId} and f.unit_id = u.id) then 'working'
         when du.state = 'accepted' then 'accepted'
         when de.handling in ('03', '04', '05') then 'received'
         when de.handling = '01' then 'arrived'
         else 'assigned' end as step) stand
  where cu.campaign_id = ${campaignId}`

const byThen = (campaignId: number, day: string): Sql => sql`
  select d.*, '[]'::json as parts, d.handling = '02' or d.duty_state = 'declined' as returned
  from (${duties(campaignId, day)}) d`

/**
 * One row a holder: its duties together, standing where the least advanced stands. Every duty has one holder, so each is in
 * exactly one row and the sums are those of then.
 */
const byToday = (campaignId: number, day: string): Sql => sql`
  select h.id as unit_id, h.id as holder_unit_id, g.ordinal, ${holderJson} as unit, null::json as holder, g.folded, g.undecided,
    g.least ->> 'delivery_id' as delivery_id, g.duty_id, g.least ->> 'status' as status,
    g.least ->> 'duty_state' as duty_state, g.rank, g.least ->> 'step' as step, g.step_at, g.least ->> 'reason' as reason,
    g.last_at, g.doubted, g.reminded, g.parts, g.returned,
    (select jsonb_object_agg(c.key, c.cell) from (
       select e.key, case when count(*) > 1 and min(i.aggregation) <> 'sum' then 'null'::jsonb else jsonb_build_object('declared', sum((e.value ->> 'declared')::numeric),
           'proved', sum((e.value ->> 'proved')::numeric), 'claimed', sum((e.value ->> 'claimed')::numeric),
           'doubted', sum((e.value ->> 'doubted')::numeric), 'corrected', sum((e.value ->> 'corrected')::numeric),
           'activities', sum((e.value ->> 'activities')::numeric),
           'plan', sum((e.value ->> 'plan')::numeric)) end as cell
       from jsonb_array_elements(g.all_cells) as each(cells) cross join lateral jsonb_each(each.cells) e
       join indicators i on i.code = e.key group by e.key) c) as cells
  from (
    select d.holder_unit_id, min(d.ordinal) as ordinal, string_agg(d.folded, ' ') as folded, bool_or(d.undecided) as undecided,
      min(d.duty_id) as duty_id, min(d.rank) as rank, max(d.step_at) as step_at, max(d.last_at) as last_at,
      bool_or(d.doubted) as doubted, sum(d.reminded)::int as reminded, bool_or(d.handling = '02' or d.duty_state = 'declined') as returned,
      (array_agg(jsonb_build_object('delivery_id', d.delivery_id, 'status', d.status, 'duty_state', d.duty_state,
        'step', d.step, 'reason', d.reason) order by d.rank, d.ordinal))[1] as least,
      json_agg(json_build_object('unit', d.unit, 'dutyId', d.duty_id, 'step', d.step) order by d.ordinal) as parts,
      coalesce(jsonb_agg(d.cells) filter (where d.cells is not null), '[]') as all_cells
    from (${duties(campaignId, day)}) d group by d.holder_unit_id
  ) g join units h on h.id = g.holder_unit_id`

export interface BoardOf {
  campaignId: number
  units: UnitsOf
  /** Units that ended before that day and still hold a duty wait for a choice. */
  day: string
}
const board = ({ campaignId, units, day }: BoardOf) =>
  units === 'today' ? byToday(campaignId, day) : byThen(campaignId, day)

interface BoardFilter {
  q?: string
  step?: (typeof boardSteps)[number]
  show?: 'missing' | 'doubt' | 'returned'
}

const onBoard = ({ q, step, show }: BoardFilter) =>
  all([
    q && sql`b.folded like '%' || replace(replace(loa_fold(${q}), '%', ''), '_', '') || '%'`,
    step && sql`b.step = ${step}`,
    show === 'missing' && sql`b.last_at is null`,
    show === 'doubt' && sql`b.doubted`,
    show === 'returned' && sql`b.returned`,
  ])

export const listBoard = (
  db: Database,
  of: BoardOf,
  filter: BoardFilter & { after: number; limit: number },
) =>
  db.many(
    BoardRow.extend({
      cells: z.preprocess((cells) => cells ?? {}, BoardRow.shape.cells),
      ordinal: z.number(),
    }),
    sql`select b.* from (${board(of)}) b where ${onBoard(filter)} and b.ordinal > ${filter.after}
        order by b.ordinal limit ${filter.limit}`,
  )

export const countBoard = (db: Database, of: BoardOf, filter: BoardFilter) =>
  db.one(
    z.object({ total: z.number(), missing: z.number(), undecided: z.number() }),
    sql`select count(*) filter (where ${onBoard(filter)})::int as total,
          count(*) filter (where b.last_at is null)::int as missing, count(*) filter (where b.undecided)::int as undecided
        from (${board(of)}) b`,
  )

export const countSteps = (db: Database, of: BoardOf) =>
  db.many(
    z.object({ step: z.enum(boardSteps), units: z.number() }),
    sql`select b.step, count(*)::int as units from (${board(of)}) b group by b.step`,
  )

/** The sums of the campaign, whichever units they are shown by; null where the values of several units are not added. */
export const boardTotals = (db: Database, campaignId: number) =>
  db.many(
    z.object({ indicator: z.string(), total: Amounts.extend({ plan: z.number().nullable() }).nullable() }),
    sql`select i.code as indicator, case when i.aggregation <> 'sum' and greatest(f.units, t.units) > 1 then null
          else json_build_object('declared', coalesce(f.declared, 0), 'proved', coalesce(f.proved, 0),
            'claimed', coalesce(f.claimed, 0), 'doubted', coalesce(f.doubted, 0), 'corrected', coalesce(f.corrected, 0),
            'activities', coalesce(f.activities, 0), 'plan', t.plan) end as total
        from indicators i
        left join (select indicator, sum(declared) as declared, sum(proved) as proved, sum(claimed) as claimed,
            sum(doubted) as doubted, sum(corrected) as corrected, sum(activities) as activities, count(*) as units
          from figures where campaign_id = ${campaignId} group by indicator) f on f.indicator = i.code
        left join (select dt.indicator, sum(dt.plan) as plan, count(*) as units from duty_targets dt
          join duties d on d.id = dt.duty_id where d.campaign_id = ${campaignId} group by dt.indicator) t
          on t.indicator = i.code
        where f.indicator is not null or t.indicator is not null order by i.ordinal`,
  )
