import { Problem } from '@loa/contract/problem'
import {
  CancelReminder,
  ChangeReminder,
  GetReminder,
  ListLacks,
  ListReminders,
  MakeReminders,
  ReadReminder,
  type Reminder,
} from '@loa/contract/reminders'
import { findCampaign } from '../campaigns/queries.ts'
import type { Database } from '../database/database.ts'
import { record } from '../events/events.ts'
import { readCalendar } from '../holidays/queries.ts'
import type { WorkCalendar } from '../holidays/working-days.ts'
import { orNotFound, route } from '../http/endpoint.ts'
import { cursorId, pageFrom, timeCursor } from '../http/page.ts'
import { type Actor, allow, ownUnits, sightOf } from '../people/actor.ts'
import { today } from '../time.ts'
import { countLacking, lackingOf, listLacking } from './lack-queries.ts'
import {
  countReminders,
  findReminder,
  insertReminder,
  leaveDay,
  listReminders,
  type StoredReminder,
  saveCancelled,
  saveReading,
  saveReminder,
  takeDay,
} from './queries.ts'
import { checkOpen, lacksOf, reasonsSaid, textOf } from './reminder.ts'
import { nextMorning, soonest } from './send-time.ts'

export const reminderRoutes = [
  route(ListLacks, async ({ db, actor, now, params: { id }, query, tools }) => {
    await ownCampaign(db, actor, id)
    const calendar = await readCalendar(db)
    const sendAt = { now: soonest(calendar, now), morning: nextMorning(calendar, now) }
    const on = { day: today(sendAt.now), round: query.round }
    const rows = await listLacking(db, id, {
      ...on,
      after: cursorId(query.cursor, 0),
      limit: query.limit + 1,
    })
    const page = pageFrom(rows, query.limit, (row) => row.ordinal, await countLacking(db, id, on))
    return {
      ...page,
      rows: page.rows.map(({ ground, ordinal: _, campaignId: __, ...row }) => ({
        ...row,
        lacks: lacksOf(ground, on.day),
      })),
      sendAt,
      mail: Boolean(tools.config.LOA_SMTP_URL),
    }
  }),

  route(MakeReminders, async ({ db, actor, now, params: { id }, wake }, { when, reminders }) => {
    const campaign = await ownCampaign(db, actor, id)
    allow(actor, 'reminder.send', campaign.ownerUnitId)
    if (campaign.state !== 'running') throw new Problem('round.not-running')
    const notBefore = sendTime(await readCalendar(db), when, now)
    const day = today(notBefore)
    const lacking = await lackingOf(
      db,
      reminders.map(({ dutyId }) => dutyId),
      day,
    )
    const state = when === 'draft' ? ('drafted' as const) : ('waiting' as const)
    let made = 0
    for (const { id: reminderId, dutyId, reasons } of reminders) {
      const row = lacking.get(dutyId)
      const lacks = row?.campaignId === id ? lacksOf(row.ground, day) : []
      const unit = row?.holder.fullName ?? ''
      const added = await insertReminder(db, {
        id: reminderId,
        dutyId,
        reasons: reasonsSaid(reasons, lacks, unit),
        state,
        notBefore,
        by: actor.id,
        at: now,
      })
      // A lost answer is asked for again: what was made then stays as it is.
      if (!added) continue
      await keepDay(db, { id: reminderId, dutyId, unit }, reasons, day)
      made += 1
    }
    if (when !== 'draft') await wake('reminders.due', {})
    return { made, sendAt: notBefore }
  }),

  route(ListReminders, async ({ db, actor, now, params: { id }, query }) => {
    await ownCampaign(db, actor, id)
    const rows = await listReminders(db, id, {
      state: query.state,
      before: timeCursor(query.cursor),
      limit: query.limit + 1,
    })
    const page = pageFrom(
      rows,
      query.limit,
      (row) => `${row.madeAt}_${row.id}`,
      await countReminders(db, id, query.state),
    )
    return { ...page, rows: await shownAll(db, page.rows, now) }
  }),

  route(GetReminder, ({ db, now, params: { id } }) => show(db, id, now)),

  route(ChangeReminder, async ({ db, actor, now, params: { id }, wake }, { version, when, reasons }) => {
    const reminder = await lockedFor(db, actor, id)
    checkOpen(reminder, version)
    const notBefore = sendTime(await readCalendar(db), when, now)
    const day = today(notBefore)
    const row = (await lackingOf(db, [reminder.dutyId], day)).get(reminder.dutyId)
    const unit = reminder.unit.fullName
    const said = reasonsSaid(reasons, row ? lacksOf(row.ground, day) : [], unit)
    await saveReminder(db, id, { reasons: said, state: when === 'draft' ? 'drafted' : 'waiting', notBefore })
    await leaveDay(db, id)
    await keepDay(db, { id, dutyId: reminder.dutyId, unit }, said, day)
    if (when !== 'draft') await wake('reminders.due', {})
    return show(db, id, now)
  }),

  route(CancelReminder, async ({ db, actor, now, params: { id } }, { version }) => {
    const reminder = await lockedFor(db, actor, id)
    checkOpen(reminder, version)
    await saveCancelled(db, id, false)
    await leaveDay(db, id)
    await record(db, {
      unitId: reminder.ownerUnitId,
      at: now,
      personId: actor.id,
      kind: 'reminder.cancelled',
      subject: 'campaign',
      subjectId: reminder.campaignId,
      data: { reminderId: id, unit: reminder.unit.name },
    })
    return show(db, id, now)
  }),

  route(ReadReminder, async ({ db, actor, now, params: { id } }) => {
    const reminder = orNotFound(await findReminder(db, id), 'reminder', id)
    // Who sent it, and who stands above the unit, may look without its people having read it.
    if (reminder.state === 'sent' && ownUnits(actor).includes(reminder.unitId))
      await saveReading(db, id, actor.id, now)
    return show(db, id, now)
  }),
]

/** A draft is made up as if it went now. */
const sendTime = (calendar: WorkCalendar, when: 'draft' | 'now' | 'morning', now: string): string =>
  when === 'morning' ? nextMorning(calendar, now) : soonest(calendar, now)

/** The campaign, for those on the side of its owner; units that it addresses do not learn who else is late. */
const ownCampaign = async (db: Database, actor: Actor, id: number) => {
  const campaign = await findCampaign(db, id)
  return orNotFound(
    campaign && sightOf(actor).includes(campaign.ownerUnitId) ? campaign : null,
    'campaign',
    id,
  )
}

/** First who may, then the lock: the unit sees what was sent, and no row that it could lock. */
const lockedFor = async (db: Database, actor: Actor, id: string): Promise<StoredReminder> => {
  const seen = orNotFound(await findReminder(db, id), 'reminder', id)
  allow(actor, 'reminder.send', seen.ownerUnitId)
  return orNotFound(await findReminder(db, id, 'lock'), 'reminder', id)
}

/** @throws Problem `reminder.said-today` */
const keepDay = async (
  db: Database,
  { id, dutyId, unit }: { id: string; dutyId: number; unit: string },
  reasons: readonly { key: string }[],
  day: string,
) => {
  const keys = reasons.map(({ key }) => key)
  const twice = await takeDay(db, { id, dutyId, keys, day })
  if (twice.length > 0) throw new Problem('reminder.said-today', { unit }, [{ message: unit }])
}

const show = async (db: Database, id: string, now: string): Promise<Reminder> => {
  const found = orNotFound(await findReminder(db, id), 'reminder', id)
  const [shown] = await shownAll(db, [found], now)
  return orNotFound(shown ?? null, 'reminder', id)
}

/** What is not sent yet is shown as it would be sent now. */
const shownAll = async (
  db: Database,
  reminders: readonly StoredReminder[],
  now: string,
): Promise<Reminder[]> => {
  const open = reminders.filter(({ text }) => text === null)
  const day = today(now)
  const lacking = await lackingOf(
    db,
    open.map(({ dutyId }) => dutyId),
    day,
  )
  return reminders.map(({ ownerUnitId: _owner, unitId: _unit, text, ...reminder }) => {
    const ground = lacking.get(reminder.dutyId)?.ground
    return { ...reminder, text: text ?? textOf(reminder.reasons, ground ? lacksOf(ground, day) : []) ?? '' }
  })
}
