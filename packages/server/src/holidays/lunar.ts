/**
 * Days of the Vietnamese lunar calendar, reckoned for UTC+7. China reckons for UTC+8, so that Tết fell a day earlier here in
 * 2007 and will in 2030. `date-chinese` is the one library on npm that has the Vietnamese variant; it follows Meeus.
 */
import { CalendarVietnamese } from 'date-chinese'

interface Found {
  newYear: string
  hungKings: string
}

/** A year takes some milliseconds to reckon and never changes. */
const known = new Map<number, Found>()

const daysOf = (year: number): Found => {
  const found = known.get(year) ?? reckon(year)
  known.set(year, found)
  return found
}

/** Mồng một Tết that falls in the solar year. */
export const lunarNewYear = (year: number): string => daysOf(year).newYear
/** Giỗ Tổ Hùng Vương: the tenth of the third lunar month, never of a leap month. */
export const hungKingsDay = (year: number): string => daysOf(year).hungKings

const reckon = (year: number): Found => {
  const first = new CalendarVietnamese()
  first.fromJDE(first.newYear(year))
  const [cycle, yearOfCycle] = first.get()
  const tenth = new CalendarVietnamese(cycle, yearOfCycle, 3, false, 10)
  return { newYear: dayOf(first.toGregorian(year)), hungKings: dayOf(tenth.toGregorian(year)) }
}

const dayOf = ({ year, month, day }: { year: number; month: number; day: number }): string =>
  Temporal.PlainDate.from({ year, month, day: Math.floor(day) }).toString()
