/** What the home page says of reports: due from me, given back to me, to look at, to draw up, awaited from units. */
import { type Sql, sql } from '../database/sql.ts'
import type { Eyes } from './eyes.ts'

const due = sql`to_char(e.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`

/** Reports the own units owe: from a week before they are due, and as long as they are not there. */
const toSubmit = ({ units, day }: Eyes): Sql => sql`
  select 'report.to-submit' as kind, c.title, ${due} as detail, o.full_name as who, '/expected-reports/' || e.id as href,
    r.opened_at as at, null::int as count
  from expected_reports e join duties du on du.id = e.duty_id join report_rounds r on r.id = e.round_id
  join campaigns c on c.id = e.campaign_id join units o on o.id = e.owner_unit_id
  where du.holder_unit_id = any (${units}) and e.state = 'waiting' and e.due_at < ${day}::date + 8
  order by e.due_at limit 10`

const toReview = ({ units }: Eyes): Sql => sql`
  select 'report.to-review' as kind, c.title, null as detail, null as who,
    '/campaigns/' || c.id || '/rounds?round=' || e.round_id || '&state=submitted' as href, min(e.submitted_at) as at,
    count(*)::int as count
  from expected_reports e join campaigns c on c.id = e.campaign_id
  where e.owner_unit_id = any (${units}) and e.state = 'submitted' group by c.id, c.title, e.round_id
  order by 6 limit 10`

/** Every unit has handed in, or the hour has passed; and nothing is drawn up yet. */
const toDraft = ({ units, now }: Eyes): Sql => sql`
  select 'report.to-draft' as kind, c.title, to_char(r.up_due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as detail,
    null as who, '/campaigns/' || c.id || '/rounds?round=' || r.id as href, r.due_at as at,
    (select count(*)::int from expected_reports e where e.round_id = r.id and e.state in ('waiting', 'returned')) as count
  from report_rounds r join campaigns c on c.id = r.campaign_id
  where r.owner_unit_id = any (${units}) and r.reported_at is null
    and not exists (select from reports p where p.round_id = r.id)
    and (r.due_at <= ${now} or not exists (
      select from expected_reports e where e.round_id = r.id and e.state in ('waiting', 'returned')))
  order by r.due_at limit 10`

/** `detail`: how many of them are late. */
const awaitedFromUnits = ({ units, now }: Eyes): Sql => sql`
  select 'report.waiting' as kind, c.title, nullif(count(*) filter (where e.due_at < ${now}), 0)::text as detail, null as who,
    '/campaigns/' || c.id || '/rounds?round=' || e.round_id || '&state=waiting' as href, min(r.opened_at) as at,
    count(*)::int as count
  from expected_reports e join report_rounds r on r.id = e.round_id join campaigns c on c.id = e.campaign_id
  where e.owner_unit_id = any (${units}) and e.state in ('waiting', 'returned') and r.reported_at is null
  group by c.id, c.title, e.round_id order by 6 desc limit 10`

const returned = ({ units }: Eyes): Sql => sql`
  select 'report.returned' as kind, c.title,
    (select string_agg(m.text, '; ' order by m.id) from report_comments m
      where m.expected_id = e.id and m.number = e.submissions) as detail,
    o.full_name as who, '/expected-reports/' || e.id as href, coalesce(e.decided_at, e.submitted_at) as at, null::int as count
  from expected_reports e join duties du on du.id = e.duty_id join campaigns c on c.id = e.campaign_id
  join units o on o.id = e.owner_unit_id
  where du.holder_unit_id = any (${units}) and e.state = 'returned' order by e.decided_at desc limit 10`

export const reportsOfMine = (eyes: Eyes): (Sql | false)[] => [
  eyes.may('report.submit') && toSubmit(eyes),
  eyes.may('report.review') && toReview(eyes),
  eyes.may('report.draft') && toDraft(eyes),
]
export const reportsAwaited = (eyes: Eyes): (Sql | false)[] => [
  eyes.may('report.review') && awaitedFromUnits(eyes),
]
export const reportsReturned = (eyes: Eyes): (Sql | false)[] => [eyes.may('report.submit') && returned(eyes)]
