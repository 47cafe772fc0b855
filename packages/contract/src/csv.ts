/** Tables as CSV (RFC 4180), for programs of the office: UTF-8 with its mark, one line a row. Server and pages write it. */
export type CsvCell = string | number | boolean | null

/**
 * A text that a spreadsheet would take for a formula gets an apostrophe before it: names come from people, and a file is
 * opened with a double click.
 */
export const csvOf = (rows: readonly (readonly CsvCell[])[]): string =>
  `\uFEFF${rows.map((cells) => cells.map(cellOf).join(',')).join('\r\n')}\r\n`

const cellOf = (cell: CsvCell): string => {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  const text = /^\s*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
