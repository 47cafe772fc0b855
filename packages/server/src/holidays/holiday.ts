/**
 * Ngày nghỉ lễ, tết by law. Pure. Bộ luật Lao động 2019 (45/2019/QH14), article 112: 01/01, five days of Tết, Giỗ Tổ 10/3 by
 * the lunar calendar, 30/4, 01/5, and two days at 02/9. How the five days lie around Tết, and which day stands beside 02/9,
 * the Prime Minister decides each year; article 111 clause 3: one that falls on a weekly day off is given on the next working day.
 */
import type { HolidayYear, LegalHoliday, OwnHoliday } from '@loa/contract/holidays'
import { Problem } from '@loa/contract/problem'
import { hungKingsDay, lunarNewYear } from './lunar.ts'

const add = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString()
const weekday = (day: string): number => Temporal.PlainDate.from(day).dayOfWeek
export const isWeekend = (day: string): boolean => weekday(day) > 5

/**
 * What is taken until the decision of the year is entered: as was decided from 2016 to 2026, one day before Tết where it falls
 * on a Monday or Tuesday, else two; and the day beside 02/9 that makes one run with the weekend.
 */
export const proposedYear = (year: number): HolidayYear => ({
  year,
  tetBefore: weekday(lunarNewYear(year)) <= 2 ? 1 : 2,
  nationalDayWith: [1, 4].includes(weekday(`${year}-09-02`)) ? 'after' : 'before',
  act: null,
})

/** Before 2021 the Labour Code of 2012 gave one day at 02/9. */
const secondDaySince = 2021

/** The days off of a solar year by law, and the days given for those that fall on a Saturday or Sunday. */
export const legalHolidays = (year: number, { tetBefore, nationalDayWith }: HolidayYear): LegalHoliday[] => {
  const tet = lunarNewYear(year)
  const days = new Map<string, LegalHoliday>()
  const put = (day: string, rule: LegalHoliday['rule'], of: string | null = null) => {
    if (!days.has(day)) days.set(day, { day, rule, of })
  }
  put(`${year}-01-01`, 'new-year')
  for (let step = -tetBefore; step < 5 - tetBefore; step++) put(add(tet, step), 'tet')
  put(hungKingsDay(year), 'hung-kings')
  put(`${year}-04-30`, 'reunification')
  put(`${year}-05-01`, 'labour')
  put(`${year}-09-02`, 'national')
  if (year >= secondDaySince)
    put(nationalDayWith === 'before' ? `${year}-09-01` : `${year}-09-03`, 'national')
  for (const { day, rule } of [...days.values()].sort(byDay))
    if (rule !== 'in-lieu' && isWeekend(day)) {
      let instead = add(day, 1)
      while (days.has(instead) || isWeekend(instead)) instead = add(instead, 1)
      put(instead, 'in-lieu', day)
    }
  return [...days.values()].sort(byDay)
}

const byDay = (left: { day: string }, right: { day: string }) => (left.day < right.day ? -1 : 1)

/**
 * A worked day is one that would have been off for the week; no order makes Tết a working day.
 * @throws Problem `holiday.wrong-year`, `holiday.not-a-weekend`
 */
export const checkOwn = (year: number, { day, kind }: Pick<OwnHoliday, 'day' | 'kind'>): void => {
  if (!day.startsWith(`${year}-`)) throw new Problem('holiday.wrong-year', { year, day })
  if (kind === 'working' && !isWeekend(day)) throw new Problem('holiday.not-a-weekend', { day })
}
