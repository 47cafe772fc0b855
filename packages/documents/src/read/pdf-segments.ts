/** The words of a PDF page by their places: rows of one height, cut into segments where a gap is no space. */
import type { Box } from '../document.ts'
import { fold } from './fold.ts'
import type { Certainty, LinePart } from './lines.ts'
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

export interface Segment {
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
export const partOf = (segment: Segment, start: number, page: number): LinePart => ({
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

/** Items whose base lines are within half a letter of each other. */
export const rowsOf = (items: TextItem[]): TextItem[][] => {
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
export const segmentsOf = (row: TextItem[]): Segment[] => {
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
