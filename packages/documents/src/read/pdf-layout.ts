/**
 * Lines and columns of one PDF page. Items on one height make a line; a wide gap cuts it; where two columns stand side by
 * side (head and foot of a dispatch) the left one is read first. Order of drawing does not matter, so a number stamped in
 * later is read at its place.
 */
import type { Box } from '../document.ts'
import { fold } from './fold.ts'
import type { Certainty, LinePart, Sheet } from './lines.ts'
import type { Tag } from './pdf-tags.ts'
import { isBlank } from './signs.ts'

export interface TextItem {
  text: string
  x: number
  /** Of the base line, upwards. */
  y: number
  width: number
  height: number
  /** Put in by a stamp; needs room around it. */
  stamped?: boolean
  /** Where it is to be shown. */
  box: Box
  /** Where the file itself says what belongs together. */
  tag?: Tag | undefined
  /** Of a word read from a picture, 0 to 1; between such words there is always a space. */
  certainty?: number
}

interface Segment {
  text: string
  x: number
  end: number
  y: number
  height: number
  stamped?: boolean | undefined
  /** Of the paragraph that its last words belong to, by the file's own tags. */
  paragraph?: number | undefined
  group?: number | undefined
  boxes: Box[]
  words: Certainty[]
}

/** A segment's place in its line, from the character where it begins. */
const partOf = (segment: Segment, start: number, page: number): LinePart => ({
  start,
  end: start + segment.text.length,
  page,
  box: around(segment.boxes),
  words: segment.words,
})

/** The smallest box that holds all of them, in hundredths. */
const around = (boxes: Box[]): Box => {
  const left = Math.min(...boxes.map(([x]) => x))
  const top = Math.min(...boxes.map(([, y]) => y))
  const right = Math.max(...boxes.map(([x, , width]) => x + width))
  const bottom = Math.max(...boxes.map(([, y, , height]) => y + height))
  return [round(left), round(top), round(right - left), round(bottom - top)]
}

const round = (value: number): number => Math.round(value * 100) / 100

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

const tablesOf = (items: TextItem[]): TextItem[][] => {
  const tables = new Map<number, TextItem[]>()
  for (const item of items) {
    const table = item.tag?.cell?.table
    if (table === undefined) continue
    const own = tables.get(table)
    if (own === undefined) tables.set(table, [item])
    else own.push(item)
  }
  return [...tables.values()]
}

/** Each cell is a line, in the order that the tags give. */
const addTable = (items: TextItem[], page: number, sheet: Sheet): void => {
  const cells = new Map<string, TextItem[]>()
  for (const item of items) {
    const key = `${item.tag?.cell?.row}.${item.tag?.cell?.column}`
    cells.set(key, [...(cells.get(key) ?? []), item])
  }
  for (const cell of cells.values()) {
    let text = ''
    const parts = rowsOf(cell)
      .flatMap(segmentsOf)
      .map((segment) => {
        const lead = /[/_&?=-]$/.test(text) && !/\s[/_&?=-]$/.test(text) ? '' : ' '
        text += text === '' ? '' : lead
        const part = partOf(segment, text.length, page)
        text += segment.text
        return part
      })
    sheet.add(text, { cell: cell[0]?.tag?.cell ?? null }, [], parts)
  }
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

/** Items whose base lines are within half a letter of each other. */
const rowsOf = (items: TextItem[]): TextItem[][] => {
  const sorted = [...items].sort((a, b) => b.y - a.y || a.x - b.x)
  const rows: TextItem[][] = []
  let base = 0
  for (const item of sorted) {
    const row = rows.at(-1)
    if (row !== undefined && base - item.y < Math.max(3, item.height * 0.4)) row.push(item)
    else {
      rows.push([item])
      base = item.y
    }
  }
  for (const row of rows) row.sort((a, b) => a.x - b.x)
  return rows
}

/** The items of a row joined; cut where a gap is wider than any space of a justified line. */
const segmentsOf = (row: TextItem[]): Segment[] => {
  const segments: Segment[] = []
  for (const item of row) {
    const last = segments.at(-1)
    const gap = last === undefined ? 0 : item.x - last.end
    if (last !== undefined && gap < -item.width * 0.5 && last.text.endsWith(item.text)) continue
    const waits = last !== undefined && gap < 110 && isBlank(fold(last.text), fold(item.text))
    const apart = gap > Math.max(18, item.height * 2) || /^C[ỘO]NG H[OÒ]/u.test(item.text)
    const { text, x, y, height, stamped, box } = item
    const { paragraph, group } = item.tag ?? {}
    const words =
      item.certainty === undefined ? [] : [{ start: 0, end: text.length, certainty: item.certainty }]
    if (last === undefined || (apart && !waits)) {
      segments.push({
        text,
        x,
        y,
        height,
        stamped,
        paragraph,
        group,
        end: x + item.width,
        boxes: [box],
        words,
      })
      continue
    }
    const isWide = words.length > 0 || gap > height * 0.12
    const spaced = isWide && !last.text.endsWith(' ') && !text.startsWith(' ')
    last.text += spaced || stamped || last.stamped ? ' ' : ''
    const from = last.text.length
    for (const { start, end, certainty } of words)
      last.words.push({ start: from + start, end: from + end, certainty })
    last.text += text
    last.boxes.push(box)
    last.stamped = stamped
    last.end = Math.max(last.end, item.x + item.width)
    last.height = Math.max(last.height, item.height)
  }
  return segments.filter((segment) => segment.text.trim() !== '')
}

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
