/** Numbers, days and hours as offices write them. */
import type { Language } from '../words/language.tsx'

const zone = 'Asia/Ho_Chi_Minh'

/** 1.234,5 in Vietnamese, 1,234.5 in English. */
export const numberWords = (language: Language, value: number, decimals = 2): string => {
  const key = `${language}${decimals}`
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: decimals })
  formats.set(key, format)
  return format.format(value)
}
/** A board writes thousands of numbers; making a format is far dearer than using one. */
const formats = new Map<string, Intl.NumberFormat>()

/** `2023-06-08` → 08/6/2023: days, and months 1 and 2, keep their zero. A year or month alone stays so. */
export const dayWords = (day: string | null): string => {
  if (!day) return ''
  const [year, month, date] = day.slice(0, 10).split('-')
  const m = month && Number(month) > 2 ? String(Number(month)) : month
  return [date, m, year].filter(Boolean).join('/')
}

/** `2023-06-08T01:02:00Z` → 08:02 08/6/2023, in Việt Nam. */
export const instantWords = (instant: string | null): string => {
  if (!instant) return ''
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(instant))
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ''
  return `${part('hour')}:${part('minute')} ${dayWords(`${part('year')}-${part('month')}-${part('day')}`)}`
}

/** Today in Việt Nam, `YYYY-MM-DD`. */
export const todayInVietnam = (): string =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(new Date())
