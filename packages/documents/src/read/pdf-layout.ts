/**
 * Lines and columns of one PDF page. Items on one height make a line; a wide gap cuts it; where two columns stand side by
 * side (head and foot of a dispatch) the left one is read first. Order of drawing does not matter, so a number stamped in
 * later is read at its place.
 */
import { fold } from './fold.ts'
import type { Sheet } from './lines.ts'
import { partOf, rowsOf, type Segment, segmentsOf, type TextItem } from './pdf-segments.ts'
import { addTable, tablesOf } from './pdf-tables.ts'

export const layOut = (items: TextItem[], pageWidth: number, page: number, sheet: Sheet): void => {
  const own = items.filter(({ tag }) => !tag?.cell)
  const rows = rowsOf(own)
    .map((row) => segmentsOf(row))
    .filter((row) => row.length > 0)
  dropPageNumber(rows, page)
  const edge = edges(rows, pageWidth)
  let from = 0
  // Tables that the file names stand as wide as the page, one below the other.
  for (const table of tablesOf(items)) {
    const top = Math.max(...table.map(({ y }) => y))
    const below = rows.findIndex((row, at) => at >= from && (row[0]?.y ?? 0) < top)
    const to = below < 0 ? rows.length : below
    addRows(rows.slice(from, to), { edge, pageWidth, page, isFirst: from === 0 }, sheet)
    addTable(table, page, sheet)
    from = to
  }
  addRows(rows.slice(from), { edge, pageWidth, page, isFirst: from === 0 }, sheet)
  sheet.add('')
}

interface Band {
  edge: { left: number; right: number }
  pageWidth: number
  page: number
  isFirst: boolean
}

const addRows = (rows: Segment[][], { edge, pageWidth, page, isFirst }: Band, sheet: Sheet): void => {
  const { left, right } = edge
  const middle = pageWidth / 2
  let before: Segment | null = null
  let inParagraph = false
  let index = 0
  while (index < rows.length) {
    const goesOnByTag = isSameParagraph(before, rows[index]?.[0] ?? null)
    const block = goesOnByTag ? index : columnBlock(rows, index, middle)
    if (block > index) {
      const both = rows.slice(index, block).flat()
      let first = true
      for (const side of [both.filter((s) => center(s) < middle), both.filter((s) => center(s) >= middle)]) {
        let last: Segment | null = null
        for (const segment of side) {
          const gap: boolean = last === null ? first : far(last, segment)
          sheet.add(segment.text, { gap }, [], [partOf(segment, 0, page)])
          last = segment
          first = false
        }
        first = true
      }
      before = null
      index = block
      continue
    }
    const row = rows[index] ?? []
    const line = wholeLine(row)
    const gap = before === null || far(before, line)
    const newPage = isFirst && page > 1 && index === 0
    const goesOn: boolean = newPage
      ? startsLow(line, left)
      : carriesOn(before, line, left, right, inParagraph)
    inParagraph = goesOn
    let start = 0
    const parts = row.map((segment) => {
      const part = partOf(segment, start, page)
      start = part.end + between.length
      return part
    })
    const hints = {
      gap: !goesOn && gap && before !== null,
      continues: goesOn,
      centred: Math.abs(center(line) - middle) < 25 && line.x > left + 20,
    }
    sheet.add(line.text, hints, [], parts)
    before = line
    index++
  }
}

/** A page may begin in the middle of a paragraph. */
const startsLow = (line: Segment, left: number): boolean =>
  line.x <= left + 12 && /^[\p{Ll}(“"]/u.test(line.text) && !opensItem.test(line.text)

/** A line goes on from a full one: back at the margin, below the words of an item, or under a line that went on. */
const carriesOn = (
  before: Segment | null,
  line: Segment,
  left: number,
  right: number,
  inParagraph: boolean,
): boolean => {
  if (before?.paragraph !== undefined && line.paragraph !== undefined) return isSameParagraph(before, line)
  if (before === null || before.end < right - 30 || far(before, line)) return false
  if (opensItem.test(line.text) && (/[.;:]$/.test(before.text) || line.x > left + 12)) return false
  if (line.x <= left + 12) return true
  const hangs = opensItem.test(before.text) && line.x > before.x + 5 && line.x < before.x + 45
  return hangs || (inParagraph && Math.abs(line.x - before.x) < 3)
}

const isSameParagraph = (before: Segment | null, line: Segment | null): boolean =>
  before?.paragraph !== undefined && before.paragraph === line?.paragraph

const opensItem = /^(?:[-–+•]|\(?[a-zđ]\)|\d{1,2}[.)]|[IVX]{1,5}\.|Điều\s\d)/u

const center = (segment: Segment): number => (segment.x + segment.end) / 2

const far = (a: Segment, b: Segment): boolean => a.y - b.y > Math.max(a.height, b.height) * 2

/** Stands for a gap that is no space between words. */
const between = '    '

const wholeLine = (row: Segment[]): Segment => {
  const first = row[0] ?? { text: '', x: 0, end: 0, y: 0, height: 10, boxes: [], words: [] }
  return { ...first, text: row.map(({ text }) => text).join(between), end: row.at(-1)?.end ?? first.end }
}

/**
 * Where a stretch of two columns that begins at `index` ends: rows with a part on each side of the middle, and the
 * one-sided rows between and right after them.
 */
const columnBlock = (rows: Segment[][], index: number, middle: number): number => {
  const sides = (row: Segment[] | undefined): 'both' | 'left' | 'right' | 'across' => {
    if (row === undefined || row.length === 0) return 'across'
    const crosses = row.some((s) => s.x < middle - 25 && s.end > middle + 25 && s.end - s.x > middle * 0.75)
    if (crosses || row.length > 3) return 'across'
    const hasLeft = row.some((s) => center(s) < middle)
    const hasRight = row.some((s) => center(s) >= middle)
    return hasLeft && hasRight ? 'both' : hasLeft ? 'left' : 'right'
  }
  let both = 0
  let last = index
  for (let at = index; at < rows.length && at < index + 45; at++) {
    const side = sides(rows[at])
    const alone = rows[at]?.length === 1 ? rows[at]?.[0] : undefined
    if (rows[at]?.[0]?.group !== rows[index]?.[0]?.group) break
    if (side === 'across' || /^k.nh g[uo].?i\b/.test(fold(rows[at]?.[0]?.text ?? ''))) break
    if (both > 0 && alone !== undefined && Math.abs(center(alone) - middle) < 20 && alone.x > middle * 0.35)
      break
    if (side === 'both') both++
    last = at + 1
    const next = rows[at + 1]
    const own = rows[at]?.[0]
    if (both === 0 && at > index + 1) break
    const isTagged = own?.group !== undefined
    if (!isTagged && next?.[0] !== undefined && own !== undefined && own.y - next[0].y > 70) break
  }
  return both > 0 ? last : index
}

const quantile = (values: number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0

/** The edges of the body, told from lines that fill the page. */
const edges = (rows: Segment[][], pageWidth: number): { left: number; right: number } => {
  const wide = rows.filter(
    (row) => row.length === 1 && (row[0]?.end ?? 0) - (row[0]?.x ?? 0) > pageWidth * 0.6,
  )
  if (wide.length === 0) return { left: pageWidth * 0.14, right: pageWidth * 0.92 }
  return {
    left: quantile(
      wide.map((row) => row[0]?.x ?? 0),
      0.02,
    ),
    right: quantile(
      wide.map((row) => row[0]?.end ?? 0),
      0.9,
    ),
  }
}

/** A lone number at the head or foot of the page. */
const dropPageNumber = (rows: Segment[][], page: number): void => {
  for (const at of [0, rows.length - 1]) {
    const row = rows[at]
    if (row?.length === 1 && /^[-–\s]*\d{1,3}[-–\s]*$/.test(row[0]?.text ?? '') && (page > 1 || at > 0))
      rows.splice(at, 1)
  }
}
