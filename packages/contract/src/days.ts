/** Days as `YYYY-MM-DD` and what is counted with them. Pure; of `Date` only what knows no zone. */

const dayLength = 86_400_000
const atUtc = (day: string): number => Date.parse(`${day}T00:00:00Z`)
const ofUtc = (instant: number): string => new Date(instant).toISOString().slice(0, 10)

export const partsOf = (day: string): { year: number; month: number; date: number } => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return { year, month, date }
}
export const toDay = (year: number, month: number, date: number): string =>
  [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-')

export const addDays = (day: string, days: number): string => ofUtc(atUtc(day) + days * dayLength)
export const daysBetween = (from: string, to: string): number => (atUtc(to) - atUtc(from)) / dayLength
/** The last day of a month: 28 or 29 in February. */
export const monthEnd = (year: number, month: number): string => ofUtc(Date.UTC(year, month, 0))
/** 29 February becomes the 28th where there is none. */
export const addYears = (day: string, years: number): string => {
  const { year, month, date } = partsOf(day)
  const end = monthEnd(year + years, month)
  const moved = toDay(year + years, month, date)
  return date > partsOf(end).date ? end : moved
}
/** 0: Monday … 6: Sunday. */
export const weekday = (day: string): number => (new Date(atUtc(day)).getUTCDay() + 6) % 7
/** A day that there is: `2023-02-29` is none. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(atUtc(text)) && ofUtc(atUtc(text)) === text
