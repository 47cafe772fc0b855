/** Dates as dispatches print them: `ngày 05 tháng 3 năm 2020`, `5/3/2020`, with blanks where nothing is filled in. */

const two = (value: number): string => String(value).padStart(2, '0')

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const daysIn = (month: number, year: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

/** As much of a date as makes sense: day needs month, month needs year. Null when not even the year does. */
export const isoDate = (day: number | null, month: number | null, year: number | null): string | null => {
  if (year === null || year < 1900 || year > 2100) return null
  if (month === null || month < 1 || month > 12) return String(year)
  if (day === null || day < 1 || day > daysIn(month, year)) return `${year}-${two(month)}`
  return `${year}-${two(month)}-${two(day)}`
}

const number = (digits: string | undefined): number | null =>
  digits !== undefined && /^\d{1,4}$/.test(digits) ? Number(digits) : null

/** `ngày … tháng … năm …` in folded text; any part may be blank or unreadable. */
export const spelledDate =
  /\bngay[\s,.;:…]{0,30}([^\s,]{0,8})\s{0,30}(?<![a-z])thang[\s,.…]{0,30}([^\s,]{0,6}?)\s{0,30},?\s{0,3}nam\s{0,6}(\d{4})?/

export const readSpelled = (match: RegExpMatchArray): string | null => {
  const day = number((match[1] ?? '').replace(/[_.]+$/, ''))
  const month = number((match[2] ?? '').replace(/[_.]+$/, ''))
  return isoDate(day, month, number(match[3]))
}

/** A date at the start of folded text: returns it and how many characters it takes. */
export const leadingDate = (flat: string): { date: string; length: number } | null => {
  const figures = /^(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})(?!\d)/.exec(flat)
  if (figures) return dated(figures, isoDate(number(figures[1]), number(figures[2]), number(figures[3])))
  const spelled = /^(\d{1,2})\s+thang\s+(\d{1,2})\s+nam\s+(\d{4})(?!\d)/.exec(flat)
  if (spelled) return dated(spelled, isoDate(number(spelled[1]), number(spelled[2]), number(spelled[3])))
  const month = /^(?:thang\s+)?(\d{1,2})\s?(?:\/|nam)\s?(\d{4})(?!\d)/.exec(flat)
  if (month) return dated(month, isoDate(null, number(month[1]), number(month[2])))
  return null
}

const dated = (match: RegExpExecArray, date: string | null) =>
  date === null ? null : { date, length: match[0].length }
