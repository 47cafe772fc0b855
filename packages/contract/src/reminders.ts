/** Nhắc việc: a unit is told, by name, what is lacking; facts of the file in sentences that a person has written. */
import { z } from 'zod'
import { ById, ByUuid, endpoint, Id, Instant, PageQuery, pageOf, Version } from './endpoint.ts'
import { reminderReasons } from './reminder-text.ts'
import { UnitRef } from './units.ts'

const ReasonKind = z.enum(reminderReasons)

/** `key` tells one lack from another: the reason, and for reports the round as well. */
const Key = z.string().max(60)

/** One thing that is lacking, with what fills the gaps of its sentence. */
export const Lack = z.object({ key: Key, kind: ReasonKind, words: z.record(z.string(), z.string()) })
export type Lack = z.infer<typeof Lack>

export const LackingUnit = z.object({
  dutyId: Id,
  unit: UnitRef,
  /** Who answers for the duty today, and gets the reminder. */
  holder: UnitRef,
  lacks: z.array(Lack),
  /** The unit has declined, or asked for other targets and waits for an answer: it is not chosen by itself. */
  talking: z.boolean(),
  /** How often it was reminded in this campaign, and when last. */
  reminded: z.number().int(),
  remindedAt: Instant.nullable(),
  /** Lacks for which a reminder is sent or waits on the day of sending: not said twice a day. */
  saidAlready: z.array(Key),
})
export type LackingUnit = z.infer<typeof LackingUnit>

export const reminderStates = ['drafted', 'waiting', 'sent', 'cancelled'] as const

const Reason = z.object({ key: Key, kind: ReasonKind, template: z.string() })
export const Reminder = z.object({
  id: z.uuid(),
  campaignId: Id,
  campaignTitle: z.string(),
  dutyId: Id,
  unit: UnitRef,
  owner: UnitRef,
  reasons: z.array(Reason),
  /** As it was sent; before that, as it would be sent now. */
  text: z.string(),
  state: z.enum(reminderStates),
  /** Cancelled by itself: when it was to be sent nothing was lacking any more. */
  settled: z.boolean(),
  notBefore: Instant,
  madeBy: z.string(),
  madeAt: Instant,
  sentAt: Instant.nullable(),
  /** How many people of the unit have opened it. */
  readBy: z.number().int(),
  /** Letters to people of the unit, for who sent it; all nought where no mail is set up. */
  mails: z.object({
    sent: z.number().int(),
    waiting: z.number().int(),
    failed: z.number().int(),
  }),
  version: Version,
})
export type Reminder = z.infer<typeof Reminder>

/** `draft`: kept and not sent. `now`: within office hours at once. `morning`: the next working morning. */
const When = z.enum(['draft', 'now', 'morning'])
const Said = z
  .array(z.object({ key: Key, template: z.string().trim().min(3).max(2000) }))
  .min(1)
  .max(20)

export const ListLacks = endpoint({
  method: 'get',
  path: '/api/campaigns/{id}/lacks',
  access: 'reminder.send',
  summary: 'The units of a campaign that lack something, with what, and how often they were reminded',
  params: ById,
  query: PageQuery.extend({
    /** The reports of this round count as lacking even before the cut-off. */
    round: Id.optional(),
  }),
  answer: pageOf(LackingUnit).extend({
    /** When a reminder would go: now, and on the next working morning. */
    sendAt: z.object({ now: Instant, morning: Instant }),
    /** By e-mail too. */
    mail: z.boolean(),
  }),
})
export const MakeReminders = endpoint({
  method: 'post',
  path: '/api/campaigns/{id}/reminders',
  access: 'reminder.send',
  summary: 'Remind units of what they lack: one reminder a unit. The same ids again change nothing',
  params: ById,
  body: z.object({
    when: When,
    reminders: z
      .array(z.object({ id: z.uuid(), dutyId: Id, reasons: Said }))
      .min(1)
      .max(500),
  }),
  answer: z.object({ made: z.number().int(), sendAt: Instant }),
})
export const ListReminders = endpoint({
  method: 'get',
  path: '/api/campaigns/{id}/reminders',
  access: 'reminder.send',
  summary: 'The reminders of a campaign, the newest first',
  params: ById,
  query: PageQuery.extend({ state: z.enum(reminderStates).optional() }),
  answer: pageOf(Reminder),
})
export const GetReminder = endpoint({
  method: 'get',
  path: '/api/reminders/{id}',
  access: 'reminder.read',
  summary: 'One reminder, for who sent it and, once it is sent, for the unit',
  params: ByUuid,
  answer: Reminder,
})
export const ChangeReminder = endpoint({
  method: 'put',
  path: '/api/reminders/{id}',
  access: 'reminder.send',
  summary: 'Other sentences, or another time, for a reminder that is not sent yet',
  params: ByUuid,
  body: z.object({ version: Version, when: When, reasons: Said }),
  answer: Reminder,
})
export const CancelReminder = endpoint({
  method: 'post',
  path: '/api/reminders/{id}/cancel',
  access: 'reminder.send',
  summary: 'Withdraw a reminder that is not sent yet',
  params: ByUuid,
  body: z.object({ version: Version }),
  answer: Reminder,
})
export const ReadReminder = endpoint({
  method: 'post',
  path: '/api/reminders/{id}/read',
  access: 'reminder.read',
  summary: 'A person of the unit has opened it: it leaves their list of work',
  params: ByUuid,
  answer: Reminder,
})
