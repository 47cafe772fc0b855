/**
 * A range of days as the fewest named periods that fill it without overlap, and the days that are left over. Figures are
 * kept by named periods, so that a year to date is read from a few rows and not from every activity of the year. Pure.
 */
import { addDays, daysBetween } from './days.ts'
import {
  type Calendar,
  calendars,
  type NamedPeriod,
  periodOf,
  type Range,
  type YearPart,
  yearPart,
} from './periods.ts'

export interface Cover {
  whole: NamedPeriod[]
  rest: Range[]
}

/** From the largest that may be used; months always. */
export const coverOf = (range: Range, largest: 'month' | 'year'): Cover => {
  if (range.from > range.to) return { whole: [], rest: [] }
  const [first, second] = calendars.map((calendar) => coverBy(calendar, range, largest))
  // By the calendar that leaves fewer days over.
  return first && second && left(second) < left(first) ? second : (first ?? { whole: [], rest: [range] })
}

const left = ({ rest }: Cover) => rest.reduce((sum, { from, to }) => sum + daysBetween(from, to) + 1, 0)

const coverBy = (calendar: Calendar, { from, to }: Range, largest: 'month' | 'year'): Cover => {
  const whole: NamedPeriod[] = []
  let day = firstMonthFrom(calendar, from)
  const begin = day
  for (let next = largestAt(calendar, day, to, largest); next; next = largestAt(calendar, day, to, largest)) {
    whole.push(next)
    day = addDays(next.to, 1)
  }
  if (whole.length === 0) return { whole, rest: [{ from, to }] }
  return {
    whole,
    rest: [
      ...(from < begin ? [{ from, to: addDays(begin, -1) }] : []),
      ...(day <= to ? [{ from: day, to }] : []),
    ],
  }
}

/** The first day, from that day on, that a month begins with. */
const firstMonthFrom = (calendar: Calendar, day: string): string => {
  const month = periodOf(day, 'month', calendar)
  if (!month || month.from === day) return day
  return addDays(month.to, 1)
}

const parts: YearPart[] = ['year', 'nine-months', 'half', 'quarter', 'month']

const largestAt = (
  calendar: Calendar,
  day: string,
  to: string,
  largest: 'month' | 'year',
): NamedPeriod | undefined =>
  (largest === 'year' ? parts : parts.slice(-1))
    .map((kind) => periodOf(day, kind, calendar))
    .find((period): period is NamedPeriod => period !== null && period.from === day && period.to <= to)

/** What a longer period is made of, without a gap: three months of a quarter, two quarters of a half … */
export const partsOfPeriod = (period: NamedPeriod): NamedPeriod[] => {
  if (period.kind === 'month' || period.kind === 'week') return []
  const [kind, each] = madeOf[period.kind]
  return Array.from({ length: each }, (_, index) =>
    yearPart(period.calendar, kind, period.year, (period.number - 1) * each + index + 1),
  )
}
const madeOf: Record<Exclude<YearPart, 'month'>, [YearPart, number]> = {
  quarter: ['month', 3],
  half: ['quarter', 2],
  'nine-months': ['quarter', 3],
  year: ['quarter', 4],
}
