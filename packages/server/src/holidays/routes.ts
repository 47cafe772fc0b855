import {
  GetHolidays,
  type Holidays,
  RemoveHoliday,
  SaveHoliday,
  SaveHolidayYear,
} from '@loa/contract/holidays'
import type { Database } from '../database/database.ts'
import { record } from '../events/events.ts'
import { orNotFound, route } from '../http/endpoint.ts'
import { type Actor, allowDirectory } from '../people/actor.ts'
import { checkOwn, legalHolidays, proposedYear } from './holiday.ts'
import { findYear, listOwn, removeOwn, saveOwn, saveYear } from './queries.ts'

export const holidayRoutes = [
  route(GetHolidays, ({ db, actor, params }) => show(db, actor, params.year)),

  route(SaveHolidayYear, async ({ db, actor, now, params: { year } }, choice) => {
    allowDirectory(actor, 'holiday.change')
    const before = await findYear(db, year)
    await saveYear(db, { year, ...choice }, { id: actor.id, at: now })
    await note(db, actor, {
      kind: 'holiday.year-decided',
      at: now,
      subjectId: year,
      data: { before, after: choice },
    })
    return show(db, actor, year)
  }),

  route(SaveHoliday, async ({ db, actor, now, params: { year, day } }, own) => {
    allowDirectory(actor, 'holiday.change')
    checkOwn(year, { day, ...own })
    await saveOwn(db, { day, ...own }, { id: actor.id, at: now })
    await note(db, actor, { kind: 'holiday.entered', at: now, subjectId: day, data: own })
    return show(db, actor, year)
  }),

  route(RemoveHoliday, async ({ db, actor, now, params: { year, day } }) => {
    allowDirectory(actor, 'holiday.change')
    const removed = orNotFound(await removeOwn(db, day), 'holiday', day)
    await note(db, actor, { kind: 'holiday.removed', at: now, subjectId: day, data: removed })
    return show(db, actor, year)
  }),
]

const show = async (db: Database, actor: Actor, number: number): Promise<Holidays> => {
  const year = (await findYear(db, number)) ?? proposedYear(number)
  return {
    year,
    legal: legalHolidays(number, year),
    own: await listOwn(db, number),
    keeps: actor.keepsDirectory,
  }
}

const note = (
  db: Database,
  actor: Actor,
  event: { kind: string; at: string; subjectId: string | number; data: Record<string, unknown> },
) => record(db, { unitId: actor.unit.id, personId: actor.id, subject: 'holiday', ...event })
