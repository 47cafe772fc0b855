/** Days, instants and texts as they stand on the wire. */

/** What XML 1.0 has no way to write. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is meant
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** Trimmed, in NFC, without what XML cannot hold; null for what means "nothing here": empty, or the placeholder N/A. */
export const said = (text: string | null | undefined): string | null => {
  const clean = text?.toWellFormed().replace(unwritable, '').normalize('NFC').trim()
  return clean && !/^n\/a$/i.test(clean) ? clean : null
}

const days = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** `2014/02/30`, `30/02/2014`, `2014-02-30T…` → `2014-02-30`; null for a day that is none. */
export const readDay = (text: string): string | null => {
  const [, y, m, d] = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?:[T\s].*)?$/.exec(text) ?? []
  const [, D, M, Y] = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?:\s.*)?$/.exec(text) ?? []
  const [year, month, day] = [Number(y ?? Y), Number(m ?? M), Number(d ?? D)]
  if (!(year >= 1900 && year <= 2999 && month >= 1 && month <= 12 && day >= 1 && day <= days(year, month)))
    return null
  return `${year}-${two(month)}-${two(day)}`
}

/** `2023/06/05 08:30:00`, Vietnam time unless it names a zone → `2023-06-05T08:30:00+07:00`; null for an instant that is none. */
export const readInstant = (text: string): string | null => {
  const zoned = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/.test(text)
  if (zoned) return Number.isNaN(Date.parse(text)) ? null : inVietnam(text)
  const [, hour = '0', minute = '0', second = '0'] =
    /[T\s](\d{1,2}):(\d{1,2})(?::(\d{1,2}))?(?:\.\d+)?$/.exec(text) ?? []
  const day = readDay(text)
  if (!day || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null
  return `${day}T${two(hour)}:${two(minute)}:${two(second)}+07:00`
}

/** Any ISO instant as Vietnam time to the second. @throws RangeError for what is no instant */
const inVietnam = (instant: string): string =>
  `${new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`

export const writeDay = (day: string): string => day.replaceAll('-', '/')

export const writeInstant = (instant: string): string =>
  inVietnam(instant).slice(0, 19).replaceAll('-', '/').replace('T', ' ')

const two = (value: number | string) => String(Number(value)).padStart(2, '0')

/** Groups of digits and capitals, at most 35 characters (Decision 20/2020/QĐ-TTg). */
export const isOrganId = (text: string): boolean =>
  text.length <= 35 && /^[0-9A-Z]{1,13}(?:\.[0-9A-Z]{1,13})*$/.test(text)
