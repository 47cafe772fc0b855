/** Periods as people say them and as addresses carry them. Pure. */
import { isDay, partsOf } from './days.ts'
import {
  calendars,
  isoWeek,
  type Period,
  type Range,
  rangePeriod,
  type YearPart,
  yearPart,
  yearParts,
} from './periods.ts'

const roman = ['', 'I', 'II', 'III', 'IV']

/** "6 tháng đầu năm 2023", "Quý II năm 2023", "Tuần 21 năm 2023"; a free range by its days. */
export const periodName = (period: Period, language: 'vi' | 'en'): string => {
  if (period.kind === 'campaign') return language === 'vi' ? 'Cả đợt' : 'The whole campaign'
  if (period.kind === 'range') return rangeWords(period, language)
  const { year, number } = period
  if (period.kind === 'week')
    return language === 'vi' ? `Tuần ${number} năm ${year}` : `Week ${number} of ${year}`
  return (language === 'vi' ? vietnamese : english)[period.kind](number, year)
}

type Name = (number: number, year: number) => string
const vietnamese: Record<YearPart, Name> = {
  month: (number, year) => `Tháng ${number < 3 ? `0${number}` : number} năm ${year}`,
  quarter: (number, year) => `Quý ${roman[number]} năm ${year}`,
  half: (number, year) => `6 tháng ${number === 1 ? 'đầu' : 'cuối'} năm ${year}`,
  'nine-months': (_, year) => `9 tháng năm ${year}`,
  year: (_, year) => `Năm ${year}`,
}
const monthNames =
  'January February March April May June July August September October November December'.split(' ')
const english: Record<YearPart, Name> = {
  month: (number, year) => `${monthNames[number - 1]} ${year}`,
  quarter: (number, year) => `Quarter ${roman[number]} of ${year}`,
  half: (number, year) => `${number === 1 ? 'First' : 'Second'} half of ${year}`,
  'nine-months': (_, year) => `Nine months of ${year}`,
  year: (_, year) => `Year ${year}`,
}

/** "từ ngày 15/4/2023 đến ngày 14/5/2023": both days are in it. */
export const rangeWords = ({ from, to }: Range, language: 'vi' | 'en'): string =>
  language === 'vi'
    ? `từ ngày ${dayWords(from)} đến ngày ${dayWords(to)}`
    : `${dayWords(from)} to ${dayWords(to)}`

/** Days under 10 and months 1 and 2 carry a zero, other months do not (Decree 30/2020/NĐ-CP, Annex I). */
const dayWords = (day: string): string => {
  const { year, month, date } = partsOf(day)
  return `${String(date).padStart(2, '0')}/${month < 3 ? `0${month}` : month}/${year}`
}

/** For addresses: `administrative.month.2023.5`, `iso.week.2023.21`, `range.2023-05-01.2023-05-31`, `campaign`. */
export const codeOfPeriod = (period: Period): string => {
  if (period.kind === 'campaign') return 'campaign'
  if (period.kind === 'range') return `range.${period.from}.${period.to}`
  return [period.calendar, period.kind, period.year, period.number].join('.')
}

/** Null where the code names no period; of `campaign` only the campaign knows the days, and `campaign` gives them. */
export const periodOfCode = (code: string, campaign: Range | null = null): Period | null => {
  if (code === 'campaign') return campaign && { kind: 'campaign', ...campaign }
  const [first = '', second = '', third = '', fourth = ''] = code.split('.')
  if (first === 'range')
    return isDay(second) && isDay(third) && second <= third ? rangePeriod({ from: second, to: third }) : null
  try {
    if (first === 'iso' && second === 'week') return isoWeek(Number(third), Number(fourth))
    const calendar = calendars.find((each) => each === first)
    const kind = yearParts.find((each) => each === second)
    return calendar && kind ? yearPart(calendar, kind, Number(third), Number(fourth)) : null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
