/** Registers of a year as a book for binding (PDF) and as a spreadsheet (XLSX): Decree 30/2020/NĐ-CP, Appendix IV. Pure. */
import { setImmediate } from 'node:timers/promises'
import { clean, wrappable } from './characters.ts'
import { shortDate } from './dates.ts'
import { heading, textWidth } from './lines.ts'
import { upper } from './names.ts'
import { PdfFile } from './pdf-file.ts'
import { pdfObjects } from './pdf-objects.ts'
import { archived } from './pdf-standard.ts'
import {
  type Entry,
  type RegisterColumn,
  type RegisterKind,
  type RegisterRows,
  registerColumns,
  registerTitle,
} from './register-columns.ts'
import { typesetter } from './typst.ts'
import type { Cell, Sheet, Workbook } from './workbook.ts'
import { writeXlsx } from './xlsx.ts'

/** What stands on the cover: whose book, of which year, from where to where. What is not known yet is left open. */
export interface RegisterCover {
  parentIssuer: string | null
  issuer: string
  year: number
  /** `YYYY-MM-DD`, the first and the last day in this volume. */
  from?: string | null
  to?: string | null
  /** The first and the last number in this volume. */
  firstNumber?: string | number | null
  lastNumber?: string | number | null
  /** Quyển số. */
  volume?: string | number | null
}

/**
 * The register with its cover. PDF: A4 lying down, 30 mm on the binding side, head of the table and number on every page.
 * XLSX: the table on one sheet, the cover on another. Throws nothing for what the rows say.
 */
export const writeRegister = async <Kind extends RegisterKind>(
  kind: Kind,
  rows: readonly RegisterRows[Kind][],
  cover: RegisterCover,
  format: 'pdf' | 'xlsx',
): Promise<Uint8Array> =>
  format === 'pdf' ? registerPdf(kind, rows, cover) : writeXlsx(registerWorkbook(kind, rows, cover))

const registerPdf = async <Kind extends RegisterKind>(
  kind: Kind,
  rows: readonly RegisterRows[Kind][],
  cover: RegisterCover,
): Promise<Uint8Array> => {
  const columns = registerColumns[kind]
  const { compiler, compile, pages } = typesetter()
  const shared = {
    title: upper(registerTitle[kind]),
    issuer: clean(cover.issuer),
    parentIssuer: heading(upper(clean(cover.parentIssuer ?? '')), { size: 14, within: 600 }),
    issuerLines: heading(upper(clean(cover.issuer)), { size: 14, bold: true, within: 600 }),
    cover: coverLines(cover).map(([label, value]) => `${label} ${value || dots}`),
    columns: columns.map(({ title, width, align }) => ({ title, width, align })),
  }
  const data = (part: readonly RegisterRows[Kind][], pages: number) =>
    JSON.stringify({ ...shared, pages, rows: part.map((row) => cells(row, columns)) })
  if (rows.length <= mostAtOnce)
    return archived(compiler, compile(data(rows, 0), 'register'), { date: cover.to ?? String(cover.year) })
  const file = new PdfFile()
  for (let at = 0; at < rows.length; at += mostAtOnce) {
    file.pagesOf(pdfObjects(pages(data(rows.slice(at, at + mostAtOnce), file.pages), 'register')))
    compiler.evictCache(0)
    // Other work gets its turn, and memory is given back.
    await setImmediate()
  }
  file.end()
  return file.take()
}

/**
 * More rows are set in parts, so that a book of any length takes half a gigabyte at most; the file of such a book is for paper, without tags
 * and PDF/A.
 */
const mostAtOnce = 1500

/** Mere words where they fit into a line of their column, letters of 11 pt in A4 lying down (252 mm), less its edges. */
const cells = <Kind extends RegisterKind>(row: RegisterRows[Kind], columns: RegisterColumn<Kind>[]) => {
  const words = columns.map((column) => shown(row, column))
  const breakable = words.some((cell) => cell.length > 600)
  return words.map((cell, at) => {
    const width = (columns[at]?.width ?? 0) * 714 - 8
    if (cell.length < 80 && textWidth(cell, { size: 11, bold: true }) < width) return cell
    return { text: wrappable(cell, Math.max(3, Math.floor(width / 6.8))), breakable }
  })
}

/** The sheets of a register, for whoever puts more beside them. */
export const registerWorkbook = <Kind extends RegisterKind>(
  kind: Kind,
  rows: readonly RegisterRows[Kind][],
  cover: RegisterCover,
): Workbook => {
  const columns = registerColumns[kind]
  const table: Sheet = {
    name: registerTitle[kind],
    title: `${upper(registerTitle[kind])} NĂM ${cover.year}`,
    columns: columns.map(({ title, width, align }, at) => ({
      title: `${title} (${at + 1})`,
      width: Math.max(9, Math.round(width * 130)),
      align,
    })),
    rows: rows.map((row) => columns.map((column) => cellOf(row, column))),
    landscape: true,
    pageNumbers: true,
  }
  const front: Sheet = {
    name: 'Bìa',
    title: upper(registerTitle[kind]),
    columns: [
      { title: 'Mục', width: 26 },
      { title: 'Nội dung', width: 60 },
    ],
    rows: [
      ...(cover.parentIssuer ? [['Cơ quan chủ quản', clean(cover.parentIssuer)]] : []),
      ['Cơ quan, tổ chức', clean(cover.issuer)],
      ...coverLines(cover).map(([label, value]) => [label.replace(/:$/, ''), value]),
    ],
  }
  return { sheets: [table, front] }
}

const coverLines = (cover: RegisterCover): [label: string, value: string][] => {
  const range = (from: string, to: string) => (from || to ? `${from || dots} đến ${to || dots}` : '')
  return [
    ['Năm:', String(cover.year)],
    ['Từ ngày', range(shortDate(cover.from ?? null), cover.to ? `ngày ${shortDate(cover.to)}` : '')],
    ['Từ số', range(text(cover.firstNumber), cover.lastNumber ? `số ${text(cover.lastNumber)}` : '')],
    ['Quyển số:', text(cover.volume)],
  ]
}

const dots = '……………'
const text = (entry: Entry | undefined): string =>
  entry === null || entry === undefined ? '' : clean(String(entry))

const entryOf = <Kind extends RegisterKind>(
  row: RegisterRows[Kind],
  column: RegisterColumn<Kind>,
): Entry | undefined => row[column.field] as Entry | undefined

const shown = <Kind extends RegisterKind>(row: RegisterRows[Kind], column: RegisterColumn<Kind>): string => {
  const words = text(entryOf(row, column))
  return column.day ? shortDate(words) : words
}

/** Numbers stay numbers, so that a spreadsheet can sort and add them. */
const cellOf = <Kind extends RegisterKind>(row: RegisterRows[Kind], column: RegisterColumn<Kind>): Cell => {
  const entry = entryOf(row, column)
  if (typeof entry === 'number') return { number: entry, format: '0' }
  return shown(row, column) || null
}
