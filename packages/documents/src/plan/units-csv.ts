/** A directory of units as CSV: a header row, commas, quoted fields. */
import { parseCsv } from '../units/csv.ts'
import type { DirectoryUnit } from './plan-types.ts'

/** Reads the columns a plan needs by their names in the header; rows without a code are left out. */
export const parseUnitsCsv = (text: string): DirectoryUnit[] => {
  const [header = [], ...rows] = parseCsv(text.replace(/^\ufeff/, '')).map(({ cells }) => cells)
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
