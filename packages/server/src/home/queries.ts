import { dispatchStates } from '@loa/contract/dispatches'
import { HomeLine } from '@loa/contract/home'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { type Sql, sql } from '../database/sql.ts'
import { awaited } from '../dispatches/dispatch.ts'
import { whoMay } from '../people/standing-queries.ts'
import { awaitsSigner } from '../signatures/queries.ts'
import type { Eyes } from './eyes.ts'
import { remindersOfMine } from './reminder-lines.ts'
import { reportsAwaited, reportsOfMine, reportsReturned } from './report-lines.ts'

const lines = async (db: Database, queries: (Sql | false)[]) => {
  const wanted = queries.filter((query): query is Sql => query !== false)
  if (wanted.length === 0) return []
  const union = wanted
    .slice(1)
    .reduce((left, right) => sql`${left} union all (${right})`, sql`(${wanted[0]})`)
  return db.many(HomeLine, sql`select * from (${union}) l order by at desc limit 40`)
}

/** Outgoing dispatches that stand in a state: `mine` when I take the next step, else `waiting`. */
const outgoing = (units: readonly number[], state: string, kind: string, only: Sql = sql`true`): Sql => sql`
  select ${kind} as kind, coalesce(d.subject, '') as title, d.code as detail, o.full_name as who,
    '/dispatches/' || d.id as href, d.updated_at as at, null::int as count
  from dispatches d join units o on o.id = d.owner_unit_id
  where d.owner_unit_id = any (${units}) and d.direction = 'out' and d.state = ${state} and d.return_reason is null
    and ${only}
  order by d.id desc limit 10`

export const listMine = (db: Database, eyes: Eyes) => {
  const { person, units, may, day } = eyes
  return lines(db, [
    may('reminder.read') && remindersOfMine(eyes),
    ...reportsOfMine(eyes),
    may('plan.decide') &&
      sql`select 'dispatch.to-plan' as kind, coalesce(d.subject, d.file_name, '') as title, d.code as detail,
            d.issuer as who, '/dispatches/' || d.id as href, d.updated_at as at,
            (select count(*)::int from proposals p where p.dispatch_id = d.id and p.decision = 'waiting') as count
          from dispatches d where d.owner_unit_id = any (${units}) and d.direction = 'in' and d.state = 'read'
          order by d.id desc limit 10`,
    may('dispatch.submit') && outgoing(units, 'draft', 'dispatch.to-finish'),
    may('dispatch.approve') && outgoing(units, 'submitted', 'dispatch.to-approve'),
    may('dispatch.sign') && outgoing(units, 'approved', 'dispatch.to-sign'),
    may('dispatch.number') && outgoing(units, 'signed', 'dispatch.to-number'),
    may('dispatch.sign') && outgoing(units, 'numbered', 'dispatch.to-e-sign', awaitsSigner(person)),
    may('dispatch.issue') && outgoing(units, 'numbered', 'dispatch.to-issue', sql`not (${awaitsSigner()})`),
    may('delivery.receive') &&
      sql`select 'delivery.to-answer' as kind, coalesce(d.subject, d.code, '') as title, e.reason as detail, o.full_name as who,
            '/deliveries?status=13' as href, e.updated_at as at, null::int as count
          from deliveries e join dispatches d on d.id = e.dispatch_id join units o on o.id = e.owner_unit_id
          where e.holder_unit_id = any (${units}) and e.recall = 'asked' order by e.updated_at limit 10`,
    may('duty.answer') &&
      sql`select 'duty.to-answer' as kind, c.title, null as detail, o.full_name as who, '/duties/' || du.id as href,
            du.updated_at as at, null::int as count
          from duties du join campaigns c on c.id = du.campaign_id join units o on o.id = du.owner_unit_id
          where du.holder_unit_id = any (${units}) and du.state = 'assigned' order by du.id desc limit 10`,
    may('activity.record') &&
      sql`select 'duty.to-report' as kind, c.title, c.deadline::text as detail, o.full_name as who,
            '/duties/' || du.id as href, du.updated_at as at,
            (select count(*)::int from activities a where a.duty_id = du.id and a.standing = 'claimed') as count
          from duties du join campaigns c on c.id = du.campaign_id join units o on o.id = du.owner_unit_id
          where du.holder_unit_id = any (${units}) and du.state = 'accepted' order by du.id desc limit 10`,
    may('duty.answer') &&
      sql`select 'targets.to-answer' as kind, c.title, null as detail, o.full_name as who,
            '/duties/' || du.id || '/targets' as href, l.at, l.cells as count
          from (select distinct on (t.duty_id) t.duty_id, t.number, t.at, count(*) over (partition by t.duty_id, t.number)::int as cells
                from target_changes t order by t.duty_id, t.number desc) l
          join duties du on du.id = l.duty_id join campaigns c on c.id = du.campaign_id join units o on o.id = du.owner_unit_id
          where du.holder_unit_id = any (${units}) and du.state = 'accepted' and not exists (
            select from target_answers a where a.duty_id = l.duty_id and a.number = l.number) order by l.at desc limit 10`,
    may('target.plan') &&
      sql`select 'target.to-decide' as kind, c.title, null as detail, null as who,
            '/campaigns/' || c.id || '/targets' as href, min(r.asked_at) as at, count(*)::int as count
          from target_requests r join campaigns c on c.id = r.campaign_id
          where r.owner_unit_id = any (${units}) and r.state = 'open' group by c.id, c.title order by 6 desc limit 10`,
    may('handover.decide') &&
      sql`select 'handover.to-decide' as kind, c.title, null as detail, null as who,
            '/handovers?campaign=' || c.id as href, min(h.asked_at) as at, count(*)::int as count
          from handovers h join duties du on du.id = h.duty_id join campaigns c on c.id = du.campaign_id
          where h.owner_unit_id = any (${units}) and h.decided_at is null group by c.id, c.title order by 6 desc limit 10`,
    may('site.save') &&
      sql`select 'posting.to-take-down' as kind, (array_agg(p.content order by p.due_on))[1] as title, min(p.due_on)::text as detail, null as who,
            '/sites/due' as href, min(p.updated_at) as at, count(*)::int as count
          from postings p where p.unit_id = any (${units}) and p.down_on is null and p.due_on <= ${day}::date + 7 having count(*) > 0`,
    may('site.save') &&
      sql`select 'site.to-mend' as kind, (array_agg(s.name order by c.at))[1] as title, null as detail, null as who,
            '/sites?show=damaged' as href, min(c.at) as at, count(distinct c.site_id)::int as count
          from site_checks c join sites s on s.id = c.site_id where c.unit_id = any (${units}) and c.settled_at is null and c.result <> 'found' having count(*) > 0`,
    may('activity.review') &&
      sql`select 'figure.to-check' as kind, c.title, null as detail, null as who, '/campaigns/' || c.id || '/checks' as href,
            min(k.found_at) as at, count(*)::int as count
          from figure_checks k join campaigns c on c.id = k.campaign_id
          where k.owner_unit_id = any (${units}) and k.answer is null group by c.id, c.title order by 6 desc limit 10`,
    may('activity.review') &&
      sql`select 'activity.to-review' as kind, c.title, u.full_name as detail, null as who,
            '/duties/' || a.duty_id || '?standing=doubted' as href, max(a.updated_at) as at, count(*)::int as count
          from activities a join campaigns c on c.id = a.campaign_id join units u on u.id = a.unit_id
          where a.owner_unit_id = any (${units}) and a.standing = 'doubted' and a.state = 'submitted'
          group by c.title, u.full_name, a.duty_id order by 6 desc limit 10`,
  ])
}

export const listWaiting = (db: Database, eyes: Eyes) => {
  const { units, may } = eyes
  return lines(db, [
    ...reportsAwaited(eyes),
    sql`select 'dispatch.waiting' as kind, coalesce(d.subject, '') as title, d.state as detail, d.code as who,
          '/dispatches/' || d.id as href, d.updated_at as at, null::int as count
        from dispatches d where d.owner_unit_id = any (${units}) and d.direction = 'out'
          and d.state = any (${waitingStates(may)}) order by d.id desc limit 10`,
    sql`select 'unit.not-received' as kind, c.title, null as detail, null as who,
          '/campaigns/' || c.id || '?show=unreceived' as href, min(e.updated_at) as at, count(*)::int as count
        from deliveries e join campaigns c on c.id = e.campaign_id
        where e.owner_unit_id = any (${units}) and e.status = '01' and c.state = 'running' group by c.id, c.title order by 6 desc limit 10`,
    sql`select 'unit.not-reported' as kind, c.title, null as detail, null as who,
          '/campaigns/' || c.id || '?show=missing' as href, max(du.updated_at) as at, count(*)::int as count
        from duties du join campaigns c on c.id = du.campaign_id
        where du.owner_unit_id = any (${units}) and du.state = 'accepted' and c.state = 'running' and not exists (
          select from figures f where f.campaign_id = du.campaign_id and f.unit_id = du.unit_id)
        group by c.id, c.title order by 6 desc limit 10`,
  ])
}

/** The states whose next step is somebody else's. */
const waitingStates = (may: Eyes['may']): string[] =>
  (
    [
      ['submitted', 'dispatch.approve'],
      ['approved', 'dispatch.sign'],
      ['signed', 'dispatch.number'],
      ['numbered', 'dispatch.issue'],
    ] as const
  )
    .filter(([, act]) => !may(act))
    .map(([state]) => state)

/** A correction is told for two weeks; it stays with its activity. */
export const listReturned = (db: Database, eyes: Eyes) => {
  const { units, may, day } = eyes
  return lines(db, [
    ...reportsReturned(eyes),
    may('dispatch.draft') &&
      sql`select 'dispatch.returned' as kind, coalesce(d.subject, '') as title, d.return_reason as detail, p.name as who,
            '/dispatches/' || d.id as href, d.updated_at as at, null::int as count
          from dispatches d left join people p on p.id = d.updated_by
          where d.owner_unit_id = any (${units}) and d.state = 'draft' and d.return_reason is not null
          order by d.id desc limit 10`,
    may('activity.record') &&
      sql`select 'activity.returned' as kind, a.place as title, a.return_reason as detail, o.full_name as who,
            '/activities/' || a.id as href, a.updated_at as at, null::int as count
          from activities a join units o on o.id = a.owner_unit_id join duties du on du.id = a.duty_id
          where du.holder_unit_id = any (${units}) and a.state = 'returned' order by a.updated_at desc limit 10`,
    may('activity.record') &&
      sql`select 'activity.corrected' as kind, a.place as title, n.reason as detail, p.name as who,
            '/activities/' || a.id as href, n.corrected_at as at, null::int as count
          from quantity_corrections n join activities a on a.id = n.activity_id join duties du on du.id = a.duty_id
          join people p on p.id = n.corrected_by
          where n.corrected_at >= ${day}::date - 14 and du.holder_unit_id = any (${units}) and not exists (
            select from quantity_corrections l where l.activity_id = n.activity_id and l.number > n.number)
          order by n.corrected_at desc limit 10`,
    sql`select 'dispatch.returned' as kind, c.title, e.reason as detail, u.full_name as who,
          '/campaigns/' || c.id || '?show=returned' as href, e.updated_at as at, null::int as count
        from deliveries e join campaigns c on c.id = e.campaign_id join units u on u.id = e.unit_id
        where e.owner_unit_id = any (${units}) and e.status = '02' order by e.updated_at desc limit 10`,
  ])
}

/** Activities touched since that instant, by form: those the person's units did, and those done for them. */
export const listWeek = (db: Database, units: readonly number[], since: string) =>
  db.many(
    z.object({
      form: z.string(),
      activities: z.number(),
      proved: z.number(),
      claimed: z.number(),
      doubted: z.number(),
    }),
    sql`select a.form, count(*)::int as activities, count(*) filter (where a.standing = 'proved')::int as proved,
          count(*) filter (where a.standing = 'claimed')::int as claimed,
          count(*) filter (where a.standing = 'doubted')::int as doubted
        from activities a
        where (a.owner_unit_id = any (${units}) or a.unit_id = any (${units})) and a.updated_at >= ${since}
        group by a.form order by (select min(i.ordinal) from indicators i where i.form = a.form)`,
  )

const Stuck = HomeLine.extend({
  unitId: z.number(),
  state: z.enum(dispatchStates),
  type: z.string().nullable(),
})

/** Dispatches on their way for whose next step nobody in their unit has the right any more: for the administrators. */
export const listNobody = async (
  db: Database,
  units: readonly number[],
  day: string,
): Promise<HomeLine[]> => {
  const waiting = await db.many(
    Stuck,
    sql`select 'dispatch.nobody' as kind, coalesce(d.subject, '') as title, d.state as detail, o.full_name as who,
          '/dispatches/' || d.id as href, d.updated_at as at, null::int as count, d.owner_unit_id as unit_id, d.state, d.type
        from dispatches d join units o on o.id = d.owner_unit_id
        where d.owner_unit_id = any (${units}) and d.direction = 'out'
          and d.state in ('submitted', 'approved', 'signed', 'numbered') order by d.id desc limit 100`,
  )
  // Many drafts wait for the same few people: each kind is asked about once.
  const known = new Map<string, boolean>()
  const stuck: HomeLine[] = []
  for (const { unitId, state, type, ...line } of waiting) {
    const act = awaited(state)
    const key = `${unitId} ${state} ${type}`
    if (act && !known.has(key))
      known.set(key, (await whoMay(db, { act, unitId, documentType: type, day })).length > 0)
    if (known.get(key) === false) stuck.push(line)
  }
  return stuck.slice(0, 10)
}
