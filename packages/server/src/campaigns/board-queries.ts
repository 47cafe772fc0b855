/** The board: where each unit stands, by the units of then or by those that hold the duties today. */
import { BoardRow, type boardShows, boardSteps } from '@loa/contract/campaigns'
import { Amounts } from '@loa/contract/figures'
import type { UnitsOf } from '@loa/contract/units'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { all, type Sql, sql } from '../database/sql.ts'
import { holderJson, unitJson } from '../units/queries.ts'
import { standingStill } from './board.ts'

/**
 * One row a duty, from its delivery, its figures and its reports: `rank` puts the steps in order, `step_at` says since when.
 * Each part is found by the key of the duty, so the time does not grow with what is old.
 */
const duties = (campaignId: number, { day, now }: At): Sql => sql`
  select u.id as unit_id, du.holder_unit_id, cu.ordinal, ${unitJson} as unit,
    case when h.id = u.id then null else ${holderJson} end as holder, u.folded || ' ' || h.folded as folded,
    coalesce(h.valid_to < ${day}::date, false) as undecided, de.id as delivery_id, du.id as duty_id, de.status, de.handling,
    du.state as duty_state, stand.rank, (${boardSteps}::text[])[stand.rank] as step,
    case stand.rank when 1 then de.updated_at when 2 then de.opened_at when 5 then du.planned_at when 6 then n.last_at
      when 7 then n.last_at when 8 then coalesce(r.submitted_at, greatest(de.updated_at, du.updated_at))
      else greatest(de.updated_at, du.updated_at) end as step_at,
    coalesce(du.reason, de.reason) as reason, n.last_at, coalesce(n.doubts, 0) as doubts, coalesce(n.unproved, 0) as unproved,
    (select json_object_agg(i.code, json_build_object(
        'declared', coalesce(f.declared, 0), 'proved', coalesce(f.proved, 0), 'claimed', coalesce(f.claimed, 0),
        'doubted', coalesce(f.doubted, 0), 'corrected', coalesce(f.corrected, 0), 'activities', coalesce(f.activities, 0),
        'plan', t.plan))
      from (select * from figures f where f.campaign_id = ${campaignId} and f.unit_id = u.id) f
      full join (select * from duty_targets t where t.duty_id = du.id) t on t.indicator = f.indicator
      join indicators i on i.code = coalesce(f.indicator, t.indicator)) as cells,
    (select count(distinct i.form)::int from duty_targets t join indicators i on i.code = t.indicator
      where t.duty_id = du.id and t.plan > 0 and not exists (
        select from figures f join indicators fi on fi.code = f.indicator
        where f.campaign_id = ${campaignId} and f.unit_id = u.id and fi.form = i.form and f.activities > 0)) as forms_lacking,
    exists (select from target_requests q where q.duty_id = du.id and q.state = 'open') as asking,
    coalesce(r.state in ('waiting', 'returned'), false) as report_due,
    coalesce(r.state in ('waiting', 'returned') and r.due_at < ${now}::timestamptz, false) as report_late,
    (select count(*)::int from reminders m where m.duty_id = du.id and m.state = 'sent') as reminded
  from campaign_units cu
  join units u on u.id = cu.unit_id
  join duties du on du.campaign_id = cu.campaign_id and du.unit_id = cu.unit_id
  join units h on h.id = du.holder_unit_id
  left join deliveries de on de.campaign_id = cu.campaign_id and de.unit_id = cu.unit_id
  left join lateral (
    select max(f.last_at) as last_at, sum(f.activities)::int as activities,
      count(*) filter (where f.doubted > 0)::int as doubts, count(*) filter (where f.claimed > 0)::int as unproved
    from figures f where f.campaign_id = ${campaignId} and f.unit_id = u.id) n on true
  left join lateral (
    select e.state, e.due_at, e.submitted_at from expected_reports e
    where e.duty_id = du.id and e.state <> 'exempt' order by e.id desc limit 1) r on true
  cross join lateral (select case
      when du.state = 'done' or de.handling = '06' or r.state in ('submitted', 'accepted') then 8
      when n.activities > 0 and n.doubts + n.unproved = 0 then 7
      when n.activities > 0 then 6
      when du.state = 'accepted' and du.planned_at is not null then 5
      when du.state = 'accepted' or de.handling in ('04', '05') then 4
      when de.handling = '03' then 3
      when de.opened_at is not null and de.handling <> '02' then 2
      else 1 end as rank) stand
  where cu.campaign_id = ${campaignId}`

const byThen = (campaignId: number, at: At): Sql => sql`
  select d.*, '[]'::json as parts, d.handling = '02' or d.duty_state = 'declined' as returned
  from (${duties(campaignId, at)}) d`

/**
 * One row a holder: its duties together, standing where the least advanced stands. Every duty has one holder, so each is in
 * exactly one row and the sums are those of then.
 */
const byToday = (campaignId: number, at: At): Sql => sql`
  select h.id as unit_id, h.id as holder_unit_id, g.ordinal, ${holderJson} as unit, null::json as holder, g.folded, g.undecided,
    g.least ->> 'delivery_id' as delivery_id, g.duty_id, g.least ->> 'status' as status,
    g.least ->> 'duty_state' as duty_state, g.rank, g.least ->> 'step' as step, g.step_at, g.least ->> 'reason' as reason,
    g.last_at, g.doubts, g.unproved, g.forms_lacking, g.asking, g.report_due, g.report_late, g.reminded, g.parts, g.returned,
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
      sum(d.doubts)::int as doubts, sum(d.unproved)::int as unproved, sum(d.forms_lacking)::int as forms_lacking,
      bool_or(d.asking) as asking, bool_or(d.report_due) as report_due, bool_or(d.report_late) as report_late,
      sum(d.reminded)::int as reminded, bool_or(d.handling = '02' or d.duty_state = 'declined') as returned,
      (array_agg(jsonb_build_object('delivery_id', d.delivery_id, 'status', d.status, 'duty_state', d.duty_state,
        'step', d.step, 'reason', d.reason) order by d.rank, d.ordinal))[1] as least,
      json_agg(json_build_object('unit', d.unit, 'dutyId', d.duty_id, 'step', d.step) order by d.ordinal) as parts,
      coalesce(jsonb_agg(d.cells::jsonb) filter (where d.cells is not null), '[]') as all_cells
    from (${duties(campaignId, at)}) d group by d.holder_unit_id
  ) g join units h on h.id = g.holder_unit_id`

export interface BoardOf {
  campaignId: number
  units: UnitsOf
  at: At
}
/** Units that ended before that day and still hold a duty wait for a choice; reports are late by the moment. */
interface At {
  day: string
  now: string
}
const board = ({ campaignId, units, at }: BoardOf) =>
  units === 'today' ? byToday(campaignId, at) : byThen(campaignId, at)

interface BoardFilter {
  q?: string
  step?: (typeof boardSteps)[number]
  show?: (typeof boardShows)[number]
}

const onBoard = ({ q, step, show }: BoardFilter) =>
  all([
    q && sql`b.folded like '%' || replace(replace(loa_fold(${q}), '%', ''), '_', '') || '%'`,
    step && sql`b.step = ${step}`,
    show === 'missing' && sql`b.last_at is null`,
    show === 'doubt' && sql`b.doubts > 0`,
    show === 'unreceived' && sql`b.rank <= 2`,
    show === 'late' && sql`b.report_late`,
    show === 'returned' && sql`b.returned`,
  ])

const Standing = BoardRow.omit({ still: true }).extend({
  cells: z.preprocess((cells) => cells ?? {}, BoardRow.shape.cells),
  ordinal: z.number(),
  asking: z.boolean(),
  doubts: z.number(),
  unproved: z.number(),
  formsLacking: z.number(),
  reportDue: z.boolean(),
  reportLate: z.boolean(),
})

export const listBoard = async (
  db: Database,
  of: BoardOf,
  filter: BoardFilter & { after: number; limit: number },
) =>
  (
    await db.many(
      Standing,
      sql`select b.* from (${board(of)}) b where ${onBoard(filter)} and b.ordinal > ${filter.after}
          order by b.ordinal limit ${filter.limit}`,
    )
  ).map((row) => ({ ...row, still: standingStill(row) }))

/** By step, over the whole board: how many units, how many of them the filter shows, and what is said of all. */
export const countBoard = async (db: Database, of: BoardOf, filter: BoardFilter) => {
  const steps = await db.many(
    z.object({
      step: z.enum(boardSteps),
      units: z.number(),
      shown: z.number(),
      missing: z.number(),
      undecided: z.number(),
    }),
    sql`select b.step, count(*)::int as units, count(*) filter (where ${onBoard(filter)})::int as shown,
          count(*) filter (where b.last_at is null)::int as missing, count(*) filter (where b.undecided)::int as undecided
        from (${board(of)}) b group by b.step`,
  )
  const sum = (of: 'shown' | 'missing' | 'undecided') => steps.reduce((all, step) => all + step[of], 0)
  return {
    total: sum('shown'),
    missing: sum('missing'),
    undecided: sum('undecided'),
    steps: Object.fromEntries(steps.map(({ step, units }) => [step, units])),
  }
}

/** Changes with everything that the board shows; read from the rows of the one campaign. Null where it is out of sight. */
export const boardStamp = async (db: Database, campaignId: number): Promise<string | null> =>
  (
    await db.maybe(
      z.object({ stamp: z.string() }),
      sql`select concat_ws(' ', (select max(greatest(du.updated_at, du.planned_at))::text || ' ' || sum(du.holder_unit_id)
              from duties du where du.campaign_id = ${campaignId}),
            (select max(greatest(de.updated_at, de.opened_at)) from deliveries de where de.campaign_id = ${campaignId}),
            (select max(f.last_at)::text || ' ' || sum(f.declared) || ' ' || sum(f.proved) || ' ' || sum(f.doubted)
              from figures f where f.campaign_id = ${campaignId}),
            (select sum(e.version) from expected_reports e join report_rounds r on r.id = e.round_id where r.campaign_id = ${campaignId}),
            (select count(*) from reminders m where m.campaign_id = ${campaignId} and m.state = 'sent'),
            (select max(greatest(q.asked_at, q.decided_at)) from target_requests q where q.campaign_id = ${campaignId}),
            (select max(t.published_at) from target_versions t where t.campaign_id = ${campaignId})) as stamp
          from campaigns c where c.id = ${campaignId}`,
    )
  )?.stamp ?? null

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
