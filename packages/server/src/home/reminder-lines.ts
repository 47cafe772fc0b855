/** What the home page says of reminders: those that somebody has sent to the person's units and the person has not opened. */
import { type Sql, sql } from '../database/sql.ts'
import type { Eyes } from './eyes.ts'

/** One that nobody opens goes from the list after a quarter; it stays in the file of the duty. */
const days = 92

export const remindersOfMine = ({ units, person, day }: Eyes): Sql => sql`
  select 'reminder.received' as kind, c.title,
    (select string_agg(distinct e ->> 'kind', ' ') from jsonb_array_elements(r.reasons) e) as detail,
    o.full_name as who, '/reminders/' || r.id as href, r.sent_at as at, null::int as count
  from reminders r join campaigns c on c.id = r.campaign_id join units o on o.id = r.owner_unit_id
  where r.unit_id = any (${units}) and r.state = 'sent' and r.sent_at >= ${day}::date - ${days}::int and not exists (
    select from reminder_readings g where g.reminder_id = r.id and g.person_id = ${person})
  order by r.sent_at desc limit 10`
