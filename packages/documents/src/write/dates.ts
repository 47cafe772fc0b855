/**
 * Dates as Decree 30/2020/NĐ-CP, Appendix I, part I, mục II.4 prints them: days below 10 and the months 1 and 2 get
 * a leading zero, the months 3 to 9 do not.
 */

/** Room for a hand or the clerk to fill in. */
export const blank = '     '

/** `ngày 05 tháng 3 năm 2020`; what is missing of `YYYY-MM-DD` (or of `YYYY-MM`, `YYYY`) is left blank. */
export const longDate = (date: string | null): string => {
  const [year, month, day] = date?.split('-') ?? []
  return `ngày ${day ? dayOf(day) : blank} tháng ${month ? monthOf(month) : blank} năm ${year ?? blank}`
}

/** Ô 4: `Hải Dương, ngày 05 tháng 3 năm 2020`. */
export const placeAndDate = (place: string | null, date: string | null): string =>
  `${place ?? blank + blank}, ${longDate(date)}`

const dayOf = (day: string): string => day.padStart(2, '0')

const monthOf = (month: string): string => {
  const number = Number(month)
  return number <= 2 ? `0${number}` : String(number)
}

/** For narrow columns and stamps, zeros by the same rule: `05/02/2024`, `05/3/2024`. What is no whole date stays as it is. */
export const shortDate = (date: string | null): string => {
  const [, year, month, day] = date?.match(/^(\d{4})-(\d\d)-(\d\d)$/) ?? []
  return year && month && day ? `${dayOf(day)}/${monthOf(month)}/${year}` : (date ?? '')
}
