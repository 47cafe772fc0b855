import { acts } from '@loa/contract/acts'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { counts } from '../people/find-actor.ts'

/**
 * Puts a reminder into the letters of the unit's people that answer for its duties: one letter a person and day. Where the
 * day's letter has gone already, it waits for the next one, whose day and hour are given.
 */
export const addToLetters = (
  db: Database,
  {
    reminderId,
    unitId,
    day,
    at,
    later,
  }: {
    reminderId: string
    unitId: number
    day: string
    at: string
    later: { day: string; at: string }
  },
) =>
  db.run(sql`with readers as (
      select distinct p.id, p.email from appointments a join people p on p.id = a.person_id
      where a.unit_id = ${unitId} and a.role = any (${acts['duty.answer']}) and ${counts('a', day)}
        and (p.left_on is null or p.left_on > ${day}) and p.email not like '%.invalid'),
    letters as (
      insert into mails (id, person_id, address, day, next_at)
      select gen_random_uuid(), r.id, r.email, l.day, l.next_at from readers r cross join lateral (
        select case when gone.it then ${later.day}::date else ${day}::date end as day,
          case when gone.it then ${later.at}::timestamptz else ${at}::timestamptz end as next_at
        from (select exists (select from mails m
          where m.person_id = r.id and m.day = ${day} and m.state <> 'waiting') as it) gone) l
      on conflict (person_id, day) do update set address = excluded.address returning id)
    insert into mail_reminders (mail_id, reminder_id) select id, ${reminderId} from letters on conflict do nothing`)

const Taken = z.object({
  id: z.uuid(),
  to: z.string(),
  name: z.string(),
  day: z.string(),
  tries: z.number(),
  reminders: z.array(
    z.object({ id: z.uuid(), owner: z.string(), campaign: z.string(), unit: z.string(), text: z.string() }),
  ),
})

/** Takes one letter that is due and marks it as on its way; nobody else takes it then, now or after a crash. */
export const takeLetter = (db: Database, now: string) =>
  db.maybe(
    Taken,
    sql`with taken as (
          update mails set state = 'sending', tries = tries + 1 where id = (
            select id from mails where state = 'waiting' and next_at <= ${now}
            order by next_at, id limit 1 for update skip locked)
          returning id, person_id, address, day, tries)
        select t.id, t.address as "to", p.name, t.day, t.tries, (
          select json_agg(json_build_object('id', r.id, 'owner', o.full_name, 'campaign', c.title, 'unit', u.full_name,
            'text', r.text) order by r.sent_at, r.id)
          from mail_reminders m join reminders r on r.id = m.reminder_id join campaigns c on c.id = r.campaign_id
          join units o on o.id = r.owner_unit_id join units u on u.id = r.unit_id where m.mail_id = t.id) as reminders
        from taken t join people p on p.id = t.person_id`,
  )

export const saveGone = (db: Database, id: string, at: string) =>
  db.run(sql`update mails set state = 'sent', sent_at = ${at}, trouble = null where id = ${id}`)
/** `sending` stays what it was: nobody knows whether it has come. */
export const saveTrouble = (
  db: Database,
  id: string,
  { state, said, nextAt }: { state: 'waiting' | 'failed' | 'sending'; said: string; nextAt: string },
) =>
  db.run(
    sql`update mails set state = ${state}, trouble = ${said.slice(0, 500)}, next_at = ${nextAt} where id = ${id}`,
  )
