/**
 * Tables as CSV by RFC 4180: commas, CRLF, quotes doubled; with a byte order mark, by which spreadsheets know UTF-8. Pure.
 */

/** Text that a spreadsheet would take for a formula is given an apostrophe first: names come from many hands. */
const guarded = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

const cell = (value: string | number | null): string => {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = guarded(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Numbers stay numbers, also those below zero; null is an empty field. */
export const csvOf = (rows: readonly (readonly (string | number | null)[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
