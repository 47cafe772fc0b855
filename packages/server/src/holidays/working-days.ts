/**
 * Working days: Monday to Friday, less the days off by law and by order, and the Saturdays that are worked instead. Pure: what
 * the administrator has entered comes in as a calendar.
 */
import type { HolidayYear, OwnHoliday } from '@loa/contract/holidays'
import { isWeekend, legalHolidays, proposedYear } from './holiday.ts'

/** What was entered by hand stands against the law: a day that is worked, or one that is off. */
export interface WorkCalendar {
  isOff(day: string): boolean
}

export const workCalendar = (
  years: readonly HolidayYear[],
  own: readonly Pick<OwnHoliday, 'day' | 'kind'>[],
): WorkCalendar => {
  const decided = new Map(years.map((each) => [each.year, each]))
  const byHand = new Map(own.map(({ day, kind }) => [day, kind === 'off']))
  const legal = new Map<number, Set<string>>()
  const legalIn = (year: number) => {
    const days =
      legal.get(year) ??
      new Set(legalHolidays(year, decided.get(year) ?? proposedYear(year)).map(({ day }) => day))
    legal.set(year, days)
    return days
  }
  return {
    isOff: (day) => byHand.get(day) ?? (isWeekend(day) || legalIn(Number(day.slice(0, 4))).has(day)),
  }
}

/** Nothing entered: the law, with what is proposed where a year is to be decided. */
export const lawfulCalendar: WorkCalendar = workCalendar([], [])

export const isWorkingDay = (calendar: WorkCalendar, day: string): boolean => !calendar.isOff(day)

/** The nth working day after that day, or before it where the number is negative. */
export const addWorkingDays = (calendar: WorkCalendar, day: string, count: number): string => {
  const step = count < 0 ? -1 : 1
  let found = Temporal.PlainDate.from(day)
  for (let left = Math.abs(count); left > 0; ) {
    found = found.add({ days: step })
    if (isWorkingDay(calendar, found.toString())) left--
  }
  return found.toString()
}

/** The working day after that day. */
export const nextWorkingDay = (calendar: WorkCalendar, day: string): string =>
  addWorkingDays(calendar, day, 1)

/** How many working days lie after the one day, up to and with the other; negative where that one is earlier. */
export const workingDaysBetween = (calendar: WorkCalendar, from: string, to: string): number => {
  if (to < from) return -workingDaysBetween(calendar, to, from)
  let count = 0
  const last = Temporal.PlainDate.from(to)
  for (
    let day = Temporal.PlainDate.from(from).add({ days: 1 });
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  )
    if (isWorkingDay(calendar, day.toString())) count++
  return count
}
