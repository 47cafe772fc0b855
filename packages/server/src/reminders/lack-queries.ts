/** What the file says of the duties that lack something: the ground of reminders. */
import { LackingUnit } from '@loa/contract/reminders'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { instantJson, type Sql, sql } from '../database/sql.ts'
import { holderJson, unitJson } from '../units/queries.ts'
import type { LackGround } from './reminder.ts'

const Row = LackingUnit.omit({ lacks: true }).extend({
  ordinal: z.number(),
  campaignId: z.number(),
  ground: z.custom<LackGround>(),
})

/** On that day. Reports are asked for after their cut-off, or of one round, or of every round that is open, before it too. */
interface LackingOn {
  day: string
  round?: number | 'any' | undefined
}

const empty = sql`'[]'::json`

/** The forms in which the plan asks something of the duty and nothing was recorded. */
const openForms = sql`coalesce((
  select json_agg(f.form order by f.form) from (
    select distinct i.form from duty_targets t join indicators i on i.code = t.indicator
    where t.duty_id = d.id and t.plan > 0 and not exists (
      select from figures n join indicators ni on ni.code = n.indicator
      where n.campaign_id = d.campaign_id and n.unit_id = d.unit_id and ni.form = i.form and n.activities > 0)) f), ${empty})`

const openReports = ({ day, round }: LackingOn): Sql => sql`coalesce((
  select json_agg(json_build_object('roundId', r.id, 'kind', r.kind, 'from', r.period_from, 'to', r.period_to,
    'dueAt', ${instantJson(sql`e.due_at`)}) order by e.due_at, r.id)
  from expected_reports e join report_rounds r on r.id = e.round_id
  where e.duty_id = d.id and e.state in ('waiting', 'returned') and r.reported_at is null
    and (r.cut_off < ${day}::date or ${round === 'any'} or r.id = ${Number(round) || null}::bigint)), ${empty})`

/** Each duty with its ground, those that lack nothing left out. */
const lacking = (which: Sql, on: LackingOn): Sql => sql`
  select * from (
    select d.id as duty_id, d.campaign_id, cu.ordinal, ${unitJson} as unit, ${holderJson} as holder,
      d.state = 'declined' or exists (
        select from target_requests q where q.duty_id = d.id and q.state = 'open') as talking,
      (select count(*)::int from reminders r where r.duty_id = d.id and r.state = 'sent') as reminded,
      (select max(r.sent_at) from reminders r where r.duty_id = d.id and r.state = 'sent') as reminded_at,
      coalesce((select json_agg(s.reason) from reminder_days s where s.duty_id = d.id and s.day = ${on.day}), ${empty})
        as said_already,
      d.state, a.arrived, g.forms, g.doubted, g.reports
    from duties d join campaign_units cu on cu.campaign_id = d.campaign_id and cu.unit_id = d.unit_id
    join units u on u.id = d.unit_id join units h on h.id = d.holder_unit_id
    left join lateral (
      select json_build_object('type', p.type, 'code', p.code, 'date', p.dated,
        'arrivedAt', ${instantJson(sql`min(s.at)`)}) as arrived
      from deliveries e join dispatches p on p.id = e.dispatch_id join delivery_statuses s on s.delivery_id = e.id
      where e.campaign_id = d.campaign_id and e.unit_id = d.unit_id group by p.id) a on true
    cross join lateral (
      select ${openForms} as forms, ${openReports(on)} as reports,
        (select count(*)::int from activities x where x.duty_id = d.id and x.standing = 'doubted') as doubted) g
    where d.state not in ('done', 'stopped') and ${which}
  ) l
  where (l.state = 'assigned' and l.arrived is not null) or (l.state = 'accepted' and json_array_length(l.forms) > 0)
    or l.doubted > 0 or json_array_length(l.reports) > 0`

const shown = sql`duty_id, campaign_id, ordinal, unit, holder, talking, reminded, reminded_at, said_already,
  json_build_object('dutyState', l.state, 'dispatch', l.arrived, 'forms', l.forms, 'doubted', l.doubted,
    'reports', l.reports) as ground`

export const listLacking = (
  db: Database,
  campaignId: number,
  { after, limit, ...on }: LackingOn & { after: number; limit: number },
) =>
  db.many(
    Row,
    sql`select ${shown} from (${lacking(sql`d.campaign_id = ${campaignId} and cu.ordinal > ${after}`, on)}) l
        order by ordinal limit ${limit}`,
  )

export const countLacking = async (db: Database, campaignId: number, on: LackingOn): Promise<number> =>
  (
    await db.one(
      z.object({ total: z.number() }),
      sql`select count(*)::int as total from (${lacking(sql`d.campaign_id = ${campaignId}`, on)}) l`,
    )
  ).total

/** What these duties lack, by duty; one that lacks nothing is not there. */
export const lackingOf = async (db: Database, dutyIds: readonly number[], day: string) =>
  new Map(
    (
      await db.many(
        Row,
        sql`select ${shown} from (${lacking(sql`d.id = any (${dutyIds})`, { day, round: 'any' })}) l`,
      )
    ).map((row) => [row.dutyId, row] as const),
  )
