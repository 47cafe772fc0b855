/**
 * Periods of reports, in two calendars side by side. Administrative: Decree 09/2019/NĐ-CP, article 12, closes the data of
 * periodic reports on the 14th, so that its month runs from the 15th of the month before and its year from 15 December.
 * Calendar: what statistical reports count by, to which that decree does not apply. Nine months are used in practice, the
 * decree does not name them. Weeks are those of ISO 8601. Both end days belong to a period. Pure, and without `Temporal`,
 * so that every browser reads it.
 */
import { addDays, addYears, daysBetween, monthEnd, partsOf, toDay, weekday } from './days.ts'

export const calendars = ['administrative', 'calendar'] as const
export type Calendar = (typeof calendars)[number]
export const yearParts = ['month', 'quarter', 'half', 'nine-months', 'year'] as const
export type YearPart = (typeof yearParts)[number]

/** Both end days belong to it. */
export interface Range {
  from: string
  to: string
}

/** `number`: the month, quarter, half or ISO week of the year; 1 for a year and its nine months. */
export type Period = Range &
  (
    | { kind: YearPart; calendar: Calendar; year: number; number: number }
    | { kind: 'week'; calendar: 'iso'; year: number; number: number }
    | { kind: 'campaign' }
    | { kind: 'range' }
  )
export type NamedPeriod = Exclude<Period, { kind: 'campaign' | 'range' }>

const months: Record<YearPart, { length: number; count: number }> = {
  month: { length: 1, count: 12 },
  quarter: { length: 3, count: 4 },
  half: { length: 6, count: 2 },
  'nine-months': { length: 9, count: 1 },
  year: { length: 12, count: 1 },
}

/** A part of a year by its number. @throws RangeError where the year has no such part */
export const yearPart = (calendar: Calendar, kind: YearPart, year: number, number = 1): NamedPeriod => {
  const { length, count } = months[kind]
  if (!Number.isInteger(number) || number < 1 || number > count) throw new RangeError(`${kind} ${number}`)
  if (!Number.isInteger(year) || year < 1900 || year > 2999) throw new RangeError(`year ${year}`)
  const last = number * length
  const first = last - length + 1
  return {
    kind,
    calendar,
    year,
    number,
    ...(calendar === 'calendar'
      ? { from: toDay(year, first, 1), to: monthEnd(year, last) }
      : {
          from: first === 1 ? toDay(year - 1, 12, 15) : toDay(year, first - 1, 15),
          to: toDay(year, last, 14),
        }),
  }
}

/** An ISO week: Monday to Sunday; it belongs to the year that its Thursday is in. */
export const isoWeek = (year: number, number: number): NamedPeriod => {
  const fourth = toDay(year, 1, 4)
  const from = addDays(fourth, (number - 1) * 7 - weekday(fourth))
  const week = weekOf(from)
  if (week.year !== year || week.number !== number) throw new RangeError(`week ${number} of ${year}`)
  return week
}

const weekOf = (day: string): NamedPeriod => {
  const from = addDays(day, -weekday(day))
  const { year } = partsOf(addDays(from, 3))
  const fourth = toDay(year, 1, 4)
  const first = addDays(fourth, -weekday(fourth))
  return {
    kind: 'week',
    calendar: 'iso',
    year,
    number: daysBetween(first, from) / 7 + 1,
    from,
    to: addDays(from, 6),
  }
}

/** The period of that kind that a day is in; null only for nine months, which the last quarter is not in. */
export const periodOf = (day: string, kind: YearPart | 'week', calendar: Calendar): NamedPeriod | null => {
  if (kind === 'week') return weekOf(day)
  const { year, month } = monthOf(day, calendar)
  const number = Math.ceil(month / months[kind].length)
  return number > months[kind].count ? null : yearPart(calendar, kind, year, number)
}

/** The month that counts a day: from the 15th on, the administrative one is the next. */
const monthOf = (day: string, calendar: Calendar) => {
  const { year, month, date } = partsOf(day)
  const index = year * 12 + month - 1 + (calendar === 'administrative' && date >= 15 ? 1 : 0)
  return { year: Math.floor(index / 12), month: (index % 12) + 1 }
}

/** Every named period that a day belongs to, of both calendars, the week last. */
export const periodsOfDay = (day: string): NamedPeriod[] => [
  ...calendars.flatMap((calendar) =>
    yearParts.flatMap((kind) => {
      const found = periodOf(day, kind, calendar)
      return found ? [found] : []
    }),
  ),
  weekOf(day),
]

export const rangePeriod = ({ from, to }: Range): Period => ({ kind: 'range', from, to })
export const campaignPeriod = ({ from, to }: Range): Period => ({ kind: 'campaign', from, to })

/** The one just before, of the same kind; before a free range one of the same length. */
export const previous = (period: Period): Period => {
  const day = addDays(period.from, -1)
  if (period.kind === 'week') return weekOf(day)
  if (period.kind === 'campaign' || period.kind === 'range')
    return rangePeriod({ from: addDays(day, -daysBetween(period.from, period.to)), to: day })
  if (period.kind === 'nine-months') return yearPart(period.calendar, period.kind, period.year - 1)
  return periodOf(day, period.kind, period.calendar) ?? period
}

/** Cùng kỳ: the same period of the year before. The 53rd week is compared with the last one there was. */
export const samePeriodLastYear = (period: Period): Period => {
  if (period.kind === 'campaign' || period.kind === 'range')
    return rangePeriod({ from: addYears(period.from, -1), to: addYears(period.to, -1) })
  if (period.kind !== 'week') return yearPart(period.calendar, period.kind, period.year - 1, period.number)
  const last = weekOf(toDay(period.year - 1, 12, 28))
  return period.number > last.number ? last : isoWeek(period.year - 1, period.number)
}

/** Lũy kế: from the start of the year that the last day of the period is in, to that day. */
export const sinceNewYear = (period: Period): Range => {
  const calendar =
    period.kind !== 'campaign' && period.kind !== 'range' && period.calendar === 'administrative'
  const year = periodOf(period.to, 'year', calendar ? 'administrative' : 'calendar')
  return { from: year?.from ?? period.from, to: period.to }
}
