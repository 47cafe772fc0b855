/** What waits is sent in its hour: into the unit's list of work, and by mail where a mail server is set. */
import type { Database } from '../database/database.ts'
import { record } from '../events/events.ts'
import type { Reaction } from '../events/jobs.ts'
import { readCalendar } from '../holidays/queries.ts'
import { addToLetters } from '../mails/queries.ts'
import { sendLetters } from '../mails/send.ts'
import { today } from '../time.ts'
import { lackingOf } from './lack-queries.ts'
import { listDue, type StoredReminder, saveCancelled, saveSent } from './queries.ts'
import { lacksOf, textOf } from './reminder.ts'
import { nextMorning } from './send-time.ts'

const atOnce = 100

export const onRemindersDue: Reaction = async (tools) => {
  const at = tools.now()
  for (;;) {
    const sent = await tools.pool.transaction('system', (db) => sendDue(db, at, tools.mailer !== null))
    if (sent < atOnce) break
  }
  await sendLetters(tools)
}

/** The state changes in the transaction that says so: run twice, the second finds nothing. */
const sendDue = async (db: Database, at: string, byMail: boolean): Promise<number> => {
  const due = await listDue(db, at, atOnce)
  if (due.length === 0) return 0
  const day = today(at)
  const lacking = await lackingOf(
    db,
    due.map(({ dutyId }) => dutyId),
    day,
  )
  const morning = byMail ? nextMorning(await readCalendar(db), at) : at
  for (const reminder of due) {
    const ground = lacking.get(reminder.dutyId)?.ground
    const text = textOf(reminder.reasons, ground ? lacksOf(ground, day) : [])
    if (text === null) await saveCancelled(db, reminder.id, true)
    else {
      await saveSent(db, reminder.id, text, at)
      const { id: reminderId, unitId } = reminder
      if (byMail)
        await addToLetters(db, { reminderId, unitId, day, at, later: { day: today(morning), at: morning } })
    }
    await note(db, reminder, at, text)
  }
  return due.length
}

const note = (db: Database, reminder: StoredReminder, at: string, text: string | null) => {
  const event = { at, personId: null, data: { reminderId: reminder.id } }
  // In the log of the unit; who gave the duty reads it there too.
  const ofDuty = { ...event, unitId: reminder.unitId, subject: 'duty', subjectId: reminder.dutyId }
  return text === null
    ? record(db, { ...ofDuty, kind: 'reminder.settled', unitId: reminder.ownerUnitId })
    : record(db, { ...ofDuty, kind: 'reminder.sent' })
}
