/**
 * The body (box 6) as blocks: paragraphs with their marker apart, tables as tables.
 * Decree 30/2020/NĐ-CP, Appendix I, part II, clause 6: phần, chương, mục, điều, khoản, điểm; practice adds `-` and `+`.
 */
import type { Block, Paragraph, ParagraphRole, Run, Table } from '../document.ts'
import { capitals, oneLine } from './fold.ts'
import type { Line, Mark, ReadText } from './lines.ts'

const markers: [ParagraphRole, RegExp][] = [
  ['part', /^(?:phan|chuong)\s+(?:thu\s+\S{2,6}|[ivx]{1,5}|\d{1,2})\b[.:]?/],
  ['section', /^dieu\s+\d{1,3}\s?[.:]/],
  ['section', /^[ivx]{1,5}\s?[./)-](?=\s|[a-z])/],
  ['clause', /^\d{1,2}(?:\.\d{1,2}){1,3}[.)]?(?=\s|[a-z])/],
  ['clause', /^\d{1,2}\s?[./)-](?![\d])/],
  ['point', /^(?:[a-zđ]\)|\([a-zđ]\)|[a-z]\.(?=\s))/],
  ['dash', /^[-–—•●▪~\uf02d\uf0b7*]/u],
  ['plus', /^\+/],
]

/** The marker a line opens with. */
const markerOf = (line: { flat: string; text: string }): { role: ParagraphRole; length: number } | null => {
  for (const [role, pattern] of markers) {
    const match = pattern.exec(line.flat)
    if (match === null) continue
    if (role === 'section' && /^[ivx]/.test(line.flat) && !/^[IVX]/.test(line.text)) continue
    return { role, length: match[0].length }
  }
  return null
}

/** Lines of the body as blocks. Lines that carry on a paragraph are joined with it. */
export const readBody = ({ text, lines, marks }: ReadText, from: number, to: number): Block[] => {
  const blocks: Block[] = []
  const emphasis = new Emphasis(marks)
  // Tables for layout are read as paragraphs, and looked at once.
  let layoutUntil = from
  for (let index = from; index < to; index++) {
    const line = lines[index]
    if (line === undefined) break
    if (line.cell !== null && index >= layoutUntil) {
      const last = tableEnd(lines, index, to)
      const table = tableOf(lines.slice(index, last))
      if (table !== null) {
        blocks.push(table)
        index = last - 1
        continue
      }
      layoutUntil = last
    }
    let last = index
    while (last + 1 < to && lines[last + 1]?.continues) last++
    const below = lines[last + 1]
    // The title of a phần or chương stands below its number, in capitals.
    if (last + 1 < to && isBarePart(line) && below?.cell === null && isTitleOfPart(below)) last++
    while (last > index && last + 1 < to && lines[last + 1]?.continues) last++
    const end = lines[last]?.end ?? line.end
    blocks.push(paragraphOf(text, line, end, emphasis))
    index = last
  }
  return blocks
}

const isBarePart = (line: Line): boolean => {
  const marker = markerOf(line)
  return marker?.role === 'part' && marker.length === line.text.length
}

const isTitleOfPart = (line: Line): boolean => capitals(line.text) > 0.9 && markerOf(line) === null

const paragraphOf = (text: string, line: Line, end: number, emphasis: Emphasis): Paragraph => {
  const marker = markerOf(line)
  const basis = marker === null && /^(?:can cu|theo de nghi|xet de nghi)\b/.test(line.flat)
  const start = line.start + (marker?.length ?? 0)
  return {
    kind: 'paragraph',
    role: marker?.role ?? (basis ? 'basis' : 'text'),
    marker: marker === null ? null : oneLine(line.text.slice(0, marker.length)),
    runs: emphasis.runs(text, start, end),
    start: line.start,
    end,
  }
}

/** Cuts a stretch of text where its emphasis changes. Marks and stretches both go forward, so each is seen once. */
class Emphasis {
  #next = 0
  readonly #marks: Mark[]

  constructor(marks: Mark[]) {
    this.#marks = marks
  }

  runs(text: string, start: number, end: number): Run[] {
    const runs: Run[] = []
    let at = start
    const take = (to: number, bold: boolean, italic: boolean) => {
      const raw = text.slice(at, to)
      const words = /[\t\n]| {2}/.test(raw) ? raw.replace(/\s+/gu, ' ') : raw
      const trimmed = runs.length === 0 ? words.trimStart() : words
      at = to
      if (trimmed === '') return
      const run: Run = { text: trimmed }
      if (bold) run.bold = true
      if (italic) run.italic = true
      const last = runs.at(-1)
      if (last !== undefined && last.bold === run.bold && last.italic === run.italic) last.text += run.text
      else runs.push(run)
    }
    while (this.#next < this.#marks.length && (this.#marks[this.#next]?.end ?? 0) <= start) this.#next++
    for (let i = this.#next; i < this.#marks.length; i++) {
      const mark = this.#marks[i]
      if (mark === undefined || mark.start >= end) break
      const from = Math.max(mark.start, at)
      const to = Math.min(mark.end, end)
      if (to <= from) continue
      if (from > at) take(from, false, false)
      take(to, mark.bold, mark.italic)
    }
    if (at < end) take(end, false, false)
    return runs
  }
}

const tableEnd = (lines: Line[], index: number, to: number): number => {
  const table = lines[index]?.cell?.table
  let last = index
  while (last < to && lines[last]?.cell?.table === table) last++
  return last
}

/** A table with at least two rows and two columns; anything less is layout and read as paragraphs. */
const tableOf = (lines: Line[]): Table | null => {
  const rows: string[][] = []
  let firstRow: number | null = null
  for (const line of lines) {
    if (line.cell === null) return null
    firstRow ??= line.cell.row
    const row = line.cell.row - firstRow
    if (row < 0 || row > 5000 || line.cell.column > 60) return null
    while (rows.length <= row) rows.push([])
    const cells = rows[row]
    if (cells === undefined) return null
    while (cells.length <= line.cell.column) cells.push('')
    cells[line.cell.column] = `${cells[line.cell.column] ?? ''} ${line.text}`.trim()
  }
  const filled = rows.filter((row) => row.length > 0)
  const width = Math.max(...filled.map((row) => row.length), 0)
  const first = lines[0]
  const last = lines.at(-1)
  if (filled.length < 2 || width < 2 || first === undefined || last === undefined) return null
  const padded = filled.map((row) => [...row, ...new Array<string>(width - row.length).fill('')])
  const [titles = [], ...body] = padded
  const final = body.at(-1)
  const hasTotal =
    final !== undefined &&
    body.length > 1 &&
    /^(?:tổng|cộng|tổng cộng|tổng số)\b/iu.test(final.join(' ').trim())
  return {
    kind: 'table',
    columns: titles.map((title) => ({ title, align: 'left', width: 1 / width })),
    rows: hasTotal ? body.slice(0, -1) : body,
    total: hasTotal ? final : null,
    start: first.start,
    end: last.end,
  }
}
