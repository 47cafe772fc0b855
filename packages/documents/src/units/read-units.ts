/** A file with a list of units, as offices send it: CSV in any of their encodings, or the first sheet of an XLSX. */
import { decodeOfficeText, type Encoding, mendTcvn3 } from '../read/legacy-text.ts'
import { sniff } from '../read/sniff.ts'
import { XmlTrouble } from '../read/xml.ts'
import { declaresBomb, type ZipEntry, ZipTrouble, zipEntries } from '../read/zip.ts'
import { parseCsv, separatorOf } from './csv.ts'
import { type Cells, findHead } from './list-head.ts'
import { readFirstSheet } from './sheet.ts'
import { type ListedMapping, type ListedUnit, listMapping, listUnits } from './unit-list.ts'

export type { Cells } from './list-head.ts'
export type { ListedMapping, ListedUnit } from './unit-list.ts'

export interface UnitFile {
  kind: 'units' | 'mapping'
  encoding: Encoding | 'xlsx'
  /** Codes that got back the zeros a spreadsheet had taken. */
  padded: number
  units: ListedUnit[]
  mappings: ListedMapping[]
}

/** Why nothing could be read; words for it are those of the problem with the same code. */
export type UnitFileTrouble =
  | 'file.empty'
  | 'file.encrypted'
  | 'file.damaged'
  | 'file.zip-bomb'
  | 'table.wrong-type'
  | 'table.unreadable-text'
  | 'table.no-header'
  | 'table.no-rows'
  | 'table.too-long'

/** The whole country with its history has 15,348 rows. */
const limits = { rows: 60_000, columns: 60 }
const bytesLimit = 20_000_000
const wordsLimit = 500

export const readUnitFile = (bytes: Uint8Array): UnitFile | { trouble: UnitFileTrouble } => {
  if (bytes.length === 0) return { trouble: 'file.empty' }
  if (bytes.length > bytesLimit) return { trouble: 'table.too-long' }
  try {
    const table = tableOf(bytes)
    if ('trouble' in table) return table
    return listOf(table)
  } catch (error) {
    if (error instanceof ZipTrouble) return { trouble: `file.${error.reason}` }
    if (error instanceof XmlTrouble) return { trouble: 'file.damaged' }
    throw error
  }
}

/** The first sheet as rows of words, for a form of our own that comes back filled in. */
export const readTable = (bytes: Uint8Array): Cells[] | { trouble: UnitFileTrouble } => {
  if (bytes.length === 0) return { trouble: 'file.empty' }
  if (bytes.length > bytesLimit) return { trouble: 'table.too-long' }
  try {
    const table = tableOf(bytes)
    return 'trouble' in table ? table : table.rows
  } catch (error) {
    if (error instanceof ZipTrouble) return { trouble: `file.${error.reason}` }
    if (error instanceof XmlTrouble) return { trouble: 'file.damaged' }
    throw error
  }
}

interface Table {
  rows: Cells[]
  encoding: UnitFile['encoding']
  since1904: boolean
}

const tableOf = (bytes: Uint8Array): Table | { trouble: UnitFileTrouble } => {
  const entries = bytes[0] === 0x50 && bytes[1] === 0x4b ? zipEntries(bytes) : null
  if (entries?.has('xl/workbook.xml')) return ofSheet(bytes, entries)
  const { kind } = sniff(bytes)
  if (kind === 'encrypted-office') return { trouble: 'file.encrypted' }
  if (kind === 'damaged') return { trouble: 'file.damaged' }
  const text = kind === 'txt' || isWide(bytes) ? decodeOfficeText(bytes) : undefined
  if (text === undefined) return { trouble: 'table.wrong-type' }
  if (text === null) return { trouble: 'table.unreadable-text' }
  const csv = parseCsv(text.text.replace(/^\ufeff/, ''), separatorOf(text.text))
  const rows = csv.map(({ line, cells }) => ({
    line,
    cells: cells.slice(0, limits.columns).map((cell) => ({ text: cell, isNumber: false })),
  }))
  return { rows, encoding: text.encoding, since1904: false }
}

/** UTF-16 without its mark looks binary. */
const isWide = (bytes: Uint8Array): boolean => bytes[1] === 0 || bytes[0] === 0

const ofSheet = (bytes: Uint8Array, entries: Map<string, ZipEntry>): Table | { trouble: UnitFileTrouble } => {
  if (declaresBomb(entries)) return { trouble: 'file.zip-bomb' }
  const sheet = readFirstSheet(bytes, entries, limits)
  if (!sheet) return { trouble: 'file.damaged' }
  // Cells typed with an ABC font: told by all words together, then mended cell by cell.
  const text = sheet.rows.map((row) => row.cells.map((cell) => cell.text).join('\t')).join('\n')
  const mended = mendTcvn3({ text, encoding: 'utf-8' })
  if (mended.encoding === 'utf-8') return { ...sheet, encoding: 'xlsx' }
  const lines = mended.text.split('\n').map((line) => line.split('\t'))
  const rows = sheet.rows.map((row, at) => ({
    line: row.line,
    cells: row.cells.map((cell, column) => ({ ...cell, text: lines[at]?.[column] ?? cell.text })),
  }))
  return { rows, since1904: sheet.since1904, encoding: mended.encoding }
}

const listOf = ({ rows, encoding, since1904 }: Table): UnitFile | { trouble: UnitFileTrouble } => {
  const head = findHead(rows, since1904)
  if (!head) return { trouble: 'table.no-header' }
  const filled = rows.slice(head.rowsAbove).filter((row) => row.cells.some((cell) => cell.text.trim() !== ''))
  if (filled.length === 0) return { trouble: 'table.no-rows' }
  const isLong = (row: Cells) => row.cells.some((cell) => cell.text.length > wordsLimit)
  if (filled.length > limits.rows || filled.some(isLong)) return { trouble: 'table.too-long' }
  const empty = { kind: head.kind, encoding, units: [], mappings: [] }
  return head.kind === 'units'
    ? { ...empty, ...listUnits(filled, head) }
    : { ...empty, ...listMapping(filled, head) }
}
