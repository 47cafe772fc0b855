/** The first sheet of an XLSX file as rows of text. Under the limits of `read/zip.ts`; formulas give the value kept with them. */
import { oneLine } from '../read/fold.ts'
import { attribute, unescapeXml, walkXml, type XmlHandler } from '../read/xml.ts'
import { inflatePart, type ZipEntry } from '../read/zip.ts'

export interface SheetRow {
  line: number
  cells: SheetCell[]
}

/** A number keeps that it was one: Excel drops the zeros of "00004", and a day is a number of days. */
export interface SheetCell {
  text: string
  isNumber: boolean
}

export interface SheetLimits {
  rows: number
  columns: number
}

const decoder = new TextDecoder()

/** Throws `ZipTrouble` or `XmlTrouble` for a file that cannot be read; null where there is no sheet. */
export const readFirstSheet = (
  bytes: Uint8Array,
  entries: Map<string, ZipEntry>,
  limits: SheetLimits,
): { rows: SheetRow[]; since1904: boolean } | null => {
  const part = (name: string): string | null => {
    const entry = entries.get(name)
    return entry === undefined ? null : decoder.decode(inflatePart(bytes, entry))
  }
  const book = part('xl/workbook.xml') ?? ''
  const sheet = part(firstSheetPath(book, part('xl/_rels/workbook.xml.rels') ?? ''))
  if (sheet === null) return null
  const walk = new SheetWalk(sharedStrings(part('xl/sharedStrings.xml')), limits)
  walkXml(sheet, walk)
  return { rows: walk.rows, since1904: /<(?:\w+:)?workbookPr\b[^>]*\bdate1904="(?:1|true)"/.test(book) }
}

const firstSheetPath = (book: string, relations: string): string => {
  const id = /<(?:\w+:)?sheet\b[^>]*?\b\w+:id="([^"]*)"/.exec(book)?.[1] ?? ''
  let target = 'worksheets/sheet1.xml'
  for (const [tag] of relations.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g))
    if (attribute(tag, 'Id') === id) target = attribute(tag, 'Target') ?? target
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

const sharedStrings = (xml: string | null): string[] => {
  const strings: string[] = []
  if (xml === null) return strings
  let text = ''
  let isText = false
  let spoken = 0
  walkXml(xml, {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') spoken++
      else if (name === 't') isText = spoken === 0
    },
    close(name) {
      if (name === 'si') strings.push(text)
      else if (name === 'rPh') spoken--
      else if (name === 't') isText = false
    },
    text(part) {
      if (isText) text += unescapeXml(part)
    },
  })
  return strings
}

class SheetWalk implements XmlHandler {
  readonly rows: SheetRow[] = []
  private readonly strings: string[]
  private readonly limits: SheetLimits
  private row: SheetRow | null = null
  private line = 0
  private column = 0
  private type = ''
  private value: string | null = null

  constructor(strings: string[], limits: SheetLimits) {
    this.strings = strings
    this.limits = limits
  }

  open(name: string, attributes: string) {
    if (name === 'row') {
      this.line = Math.max(this.line + 1, Number(attribute(attributes, 'r')) || 0)
      this.column = -1
      this.row = this.rows.length > this.limits.rows ? null : { line: this.line, cells: [] }
    } else if (name === 'c') {
      this.column = columnOf(attribute(attributes, 'r')) ?? this.column + 1
      this.type = attribute(attributes, 't') ?? 'n'
      this.value = ''
    } else if (name === 'f' || name === 'rPh') this.held = name
  }

  close(name: string) {
    if (name === this.held) this.held = ''
    else if (name === 'c') this.endCell()
    else if (name === 'row' && this.row) {
      this.rows.push(this.row)
      this.row = null
    }
  }

  text(text: string) {
    if (this.value !== null && this.held === '') this.value += text
  }

  /** Inside a formula or a reading aid, whose text is not the cell's. */
  private held = ''

  private endCell() {
    const raw = oneLine(unescapeXml(this.value ?? ''))
    this.value = null
    if (!this.row || raw === '' || this.column >= this.limits.columns) return
    const text = this.type === 's' ? oneLine(this.strings[Number(raw)] ?? '') : this.type === 'e' ? '' : raw
    while (this.row.cells.length < this.column) this.row.cells.push({ text: '', isNumber: false })
    this.row.cells[this.column] = { text, isNumber: this.type === 'n' }
  }
}

/** `AB12` → 27. */
const columnOf = (reference: string | null): number | null => {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  if (letters === undefined) return null
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
