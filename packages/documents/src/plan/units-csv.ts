/** A directory of units as CSV: a header row, commas, quoted fields. */
import type { DirectoryUnit } from './plan-types.ts'

/** Reads the columns a plan needs by their names in the header; rows without a code are left out. */
export const parseUnitsCsv = (text: string): DirectoryUnit[] => {
  const [header = [], ...rows] = parseCsv(text.replace(/^\ufeff/, ''))
  const column = new Map(header.map((name, index) => [name.trim(), index]))
  const field = (row: string[], name: string): string =>
    row[column.get(name) ?? -1]?.trim().normalize('NFC') ?? ''
  return rows
    .filter((row) => field(row, 'code') !== '')
    .map((row) => ({
      code: field(row, 'code'),
      name: field(row, 'name'),
      fullName: field(row, 'fullName') || field(row, 'name'),
      type: field(row, 'type'),
      parentCode: field(row, 'parentCode') || null,
      validFrom: field(row, 'validFrom') || null,
      validTo: field(row, 'validTo') || null,
    }))
}

const parseCsv = (text: string): string[][] => {
  const rows: string[][] = []
  let row: string[] = []
  let field = ''
  let quoted = false
  const endField = () => {
    row.push(field)
    field = ''
  }
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at)
    if (quoted) {
      if (sign !== '"') field += sign
      else if (text.charAt(at + 1) === '"') {
        field += '"'
        at++
      } else quoted = false
    } else if (sign === '"' && field === '') quoted = true
    else if (sign === ',') endField()
    else if (sign === '\n') {
      endField()
      rows.push(row)
      row = []
    } else if (sign !== '\r') field += sign
  }
  if (field !== '' || row.length > 0) {
    endField()
    rows.push(row)
  }
  return rows
}
