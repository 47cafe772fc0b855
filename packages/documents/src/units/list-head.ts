/** The row that names the columns, in English or Vietnamese; office lists often have a title above it. */
import { fold, oneLine } from '../read/fold.ts'
import type { SheetCell } from './sheet.ts'

export interface Cells {
  line: number
  cells: SheetCell[]
}

const names = {
  code: ['code', 'ma', 'ma don vi', 'ma dv', 'ma so'],
  name: ['name', 'ten', 'ten ngan', 'ten goi', 'ten don vi'],
  fullName: ['fullname', 'ten day du', 'ten don vi day du'],
  type: ['type', 'loai', 'loai don vi', 'cap'],
  parentCode: [
    'parentcode',
    'truc thuoc',
    'ma cap tren',
    'truc thuoc (ma)',
    'cap tren',
    'ma don vi cap tren',
  ],
  validFrom: ['validfrom', 'tu ngay', 'hieu luc tu', 'hieu luc tu ngay', 'ngay bat dau'],
  validTo: ['validto', 'den ngay', 'het hieu luc', 'hieu luc den ngay', 'ngay ket thuc'],
  mergedInto: ['mergedinto', 'sap nhap vao', 'ke thua', 'don vi ke thua', 'ma ke thua'],
  oldCode: ['oldcode', 'ma cu'],
  newCode: ['newcode', 'ma moi'],
  kind: ['kind', 'toan bo/mot phan', 'toan bo / mot phan', 'toan bo hay mot phan', 'pham vi', 'muc do'],
} as const
export type ColumnName = keyof typeof names

export interface ListHead {
  kind: 'units' | 'mapping'
  /** How many rows stand above the first row of the list. */
  rowsAbove: number
  since1904: boolean
  text(row: Cells, column: ColumnName): string
  cell(row: Cells, column: ColumnName): SheetCell | null
  shareOf(written: string): 'full' | 'partial' | null
}

/** Null where no row among the first ones names a code and a name, or an old and a new code. */
export const findHead = (rows: Cells[], since1904: boolean): ListHead | null => {
  for (const [at, row] of rows.slice(0, 15).entries()) {
    const columns = new Map<ColumnName, number>()
    for (const [index, cell] of row.cells.entries()) {
      const title = oneLine(fold(cell.text))
      for (const [column, known] of Object.entries(names) as [ColumnName, readonly string[]][])
        if (known.includes(title) && !columns.has(column)) columns.set(column, index)
    }
    const has = (...wanted: ColumnName[]) => wanted.every((column) => columns.has(column))
    const kind = has('oldCode', 'newCode')
      ? 'mapping'
      : has('code') && (has('name') || has('fullName'))
        ? 'units'
        : null
    if (kind === null) continue
    const cell = (of: Cells, column: ColumnName) => of.cells[columns.get(column) ?? -1] ?? null
    return {
      kind,
      rowsAbove: at + 1,
      since1904,
      cell,
      text: (of, column) => oneLine(cell(of, column)?.text ?? '').normalize('NFC'),
      // A mapping without such a column says nothing about parts.
      shareOf: (written) => (columns.has('kind') ? (shares[fold(written)] ?? null) : 'full'),
    }
  }
  return null
}

const shares: Record<string, 'full' | 'partial'> = {
  full: 'full',
  'toan bo': 'full',
  partial: 'partial',
  'mot phan': 'partial',
}

/** `YYYY-MM-DD`, or null for an empty cell; undefined for what is no day. */
export const dayOf = (cell: SheetCell | null, since1904: boolean): string | null | undefined => {
  const text = oneLine(cell?.text ?? '')
  if (text === '') return null
  if (cell?.isNumber) return serialDay(Number(text), since1904)
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/.exec(text)
  const local = /^(?:ngày )?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/i.exec(text)
  if (iso) return realDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  return local ? realDay(Number(local[3]), Number(local[2]), Number(local[1])) : undefined
}

/** 31/02 is no day. */
const realDay = (year: number, month: number, day: number): string | undefined => {
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1800 && year < 2200
  return isReal ? date.toISOString().slice(0, 10) : undefined
}

/** Spreadsheets count days from 31 December 1899 and believe that 1900 had a 29 February; those of old Macs from 1904. */
const serialDay = (serial: number, since1904: boolean): string | undefined => {
  if (!Number.isFinite(serial) || serial < 61 || serial >= 110_000) return undefined
  const start = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
  return new Date(start + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10)
}
