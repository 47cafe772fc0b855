import { Reminder, type reminderStates } from '@loa/contract/reminders'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { all, type Sql, sql } from '../database/sql.ts'
import { ownerJson, unitJson } from '../units/queries.ts'
import type { Reason } from './reminder.ts'

const Id = z.object({ id: z.uuid() })
const Stored = Reminder.extend({ text: z.string().nullable(), ownerUnitId: z.number(), unitId: z.number() })
export type StoredReminder = z.infer<typeof Stored>

const columns = sql`r.id, r.campaign_id, c.title as campaign_title, r.duty_id, ${unitJson} as unit, ${ownerJson} as owner,
  r.reasons, r.text, r.state, r.settled, r.not_before, p.name as made_by, r.made_at, r.sent_at, r.version,
  r.owner_unit_id, r.unit_id,
  (select count(*)::int from reminder_readings g where g.reminder_id = r.id) as read_by,
  (select json_build_object('sent', count(*) filter (where m.state = 'sent'),
     'waiting', count(*) filter (where m.state = 'waiting'),
     'failed', count(*) filter (where m.state in ('failed', 'sending')))
   from mail_reminders mr join mails m on m.id = mr.mail_id where mr.reminder_id = r.id) as mails`
const joined = sql`reminders r join campaigns c on c.id = r.campaign_id join units u on u.id = r.unit_id
  join units o on o.id = r.owner_unit_id join people p on p.id = r.made_by`

export const listReminders = (
  db: Database,
  campaignId: number,
  filter: {
    state?: (typeof reminderStates)[number] | undefined
    before: { at: string; id: string } | null
    limit: number
  },
) =>
  db.many(
    Stored,
    sql`select ${columns} from ${joined} where ${all([
      sql`r.campaign_id = ${campaignId}`,
      filter.state && sql`r.state = ${filter.state}`,
      filter.before && sql`(r.made_at, r.id) < (${filter.before.at}::timestamptz, ${filter.before.id}::uuid)`,
    ])} order by r.made_at desc, r.id desc limit ${filter.limit}`,
  )

export const countReminders = async (
  db: Database,
  campaignId: number,
  state?: (typeof reminderStates)[number],
) =>
  (
    await db.one(
      z.object({ total: z.number() }),
      sql`select count(*)::int as total from reminders r
          where ${all([sql`r.campaign_id = ${campaignId}`, state && sql`r.state = ${state}`])}`,
    )
  ).total

export const findReminder = (db: Database, id: string, lock: 'lock' | 'look' = 'look') =>
  db.maybe(
    Stored,
    sql`select ${columns} from ${joined} where r.id = ${id} ${lock === 'lock' ? sql`for update of r` : sql``}`,
  )

/** Those that are to go now, locked; what another run has locked is its own to send. */
export const listDue = (db: Database, now: string, limit: number) =>
  db.many(
    Stored,
    sql`select ${columns} from ${joined} where r.state = 'waiting' and r.not_before <= ${now}
        order by r.not_before, r.id limit ${limit} for update of r skip locked`,
  )

export interface NewReminder {
  id: string
  dutyId: number
  reasons: Reason[]
  state: 'drafted' | 'waiting'
  notBefore: string
  by: string
  at: string
}
/** The reminder goes to whoever holds the duty. Null: it was there already. */
export const insertReminder = (db: Database, reminder: NewReminder) =>
  db.maybe(
    Id,
    sql`insert into reminders (id, campaign_id, duty_id, unit_id, owner_unit_id, reasons, state, not_before, made_by, made_at)
        select ${reminder.id}, d.campaign_id, d.id, d.holder_unit_id, d.owner_unit_id, ${JSON.stringify(reminder.reasons)},
          ${reminder.state}, ${reminder.notBefore}, ${reminder.by}, ${reminder.at} from duties d where d.id = ${reminder.dutyId}
        on conflict (id) do nothing returning id`,
  )

/** Takes the day for these lacks; gives those that were taken already by another reminder. */
export const takeDay = async (
  db: Database,
  { id, dutyId, keys, day }: { id: string; dutyId: number; keys: readonly string[]; day: string },
): Promise<string[]> => {
  const taken = await db.many(
    z.object({ reason: z.string() }),
    sql`insert into reminder_days (duty_id, reason, day, reminder_id)
        select ${dutyId}, key, ${day}, ${id} from unnest(${keys}::text[]) as each(key)
        on conflict (duty_id, reason, day) do nothing returning reason`,
  )
  return keys.filter((key) => !taken.some(({ reason }) => reason === key))
}
export const leaveDay = (db: Database, id: string) =>
  db.run(sql`delete from reminder_days where reminder_id = ${id}`)

const change = (db: Database, id: string, what: Sql) =>
  db.run(sql`update reminders set ${what}, version = version + 1 where id = ${id}`)
export const saveReminder = (
  db: Database,
  id: string,
  { reasons, state, notBefore }: Pick<NewReminder, 'reasons' | 'state' | 'notBefore'>,
) => change(db, id, sql`reasons = ${JSON.stringify(reasons)}, state = ${state}, not_before = ${notBefore}`)
export const saveCancelled = (db: Database, id: string, settled: boolean) =>
  change(db, id, sql`state = 'cancelled', settled = ${settled}`)
export const saveSent = (db: Database, id: string, text: string, at: string) =>
  change(db, id, sql`state = 'sent', text = ${text}, sent_at = ${at}`)

export const saveReading = (db: Database, id: string, personId: string, at: string) =>
  db.run(sql`insert into reminder_readings (reminder_id, person_id, read_at) values (${id}, ${personId}, ${at})
    on conflict do nothing`)
