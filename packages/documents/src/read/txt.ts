/** A plain text file: decoded, its lines told apart, `**bold**` and `*italic*` taken as emphasis. */
import { mendText } from './legacy-fonts.ts'
import { decodeOfficeText } from './legacy-text.ts'
import { type Emphasis, type LineHints, plain, type ReadText, Sheet } from './lines.ts'

/** UTF-8, UTF-16, and for old files the code pages and fonts of before Unicode. */
export const decodeText = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return mendText(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).text
  } catch {
    const known = decodeOfficeText(bytes)
    // VNI and VPS have no code page of their own: their bytes are Latin letters to be mended.
    return known ? known.text : mendText(new TextDecoder('windows-1252').decode(bytes)).text
  }
}

export const readTxt = (content: string): ReadText => {
  const { text, emphasis } = takeEmphasis(plain(content).replace(/\f/g, '\n'))
  const rows = text.split('\n')
  const width = usualWidth(rows)
  const sheet = new Sheet()
  let offset = 0
  let next = 0
  let before = ''
  for (const row of rows) {
    const end = offset + row.length
    const own: Emphasis[] = []
    while (next < emphasis.length && (emphasis[next]?.start ?? end) < end) {
      const mark = emphasis[next]
      if (mark === undefined) break
      own.push({ ...mark, start: Math.max(0, mark.start - offset), end: Math.min(mark.end, end) - offset })
      if (mark.end > end) break
      next++
    }
    const hints: LineHints = { continues: before !== '' && carriesOn(before, row, width) }
    sheet.add(isFurniture(row) ? '' : row, hints, own)
    offset = end + 1
    before = row.trim()
  }
  return sheet.done()
}

/** Page breaks and page numbers of machine-read files. */
const isFurniture = (row: string): boolean =>
  /^\s*(?:-{2,}\s*page break\s*-{2,}|-?\s*\d{1,3}\s*-?)\s*$/i.test(row)

/** The width at which lines were broken, or infinity where each paragraph is one line. */
const usualWidth = (rows: string[]): number => {
  const long = rows.map((row) => row.trim().length).filter((length) => length > 40)
  if (long.length < 5) return Number.POSITIVE_INFINITY
  long.sort((a, b) => a - b)
  const wide = long[Math.floor(long.length * 0.9)] ?? 0
  return wide > 140 ? Number.POSITIVE_INFINITY : wide
}

const opensItem = /^\s*(?:[-–—+•*~]|\(?[a-zđ]\)|\(?\d{1,2}[.)/]|[IVX]{1,5}[.)]|Điều\s+\d)/u

/** A line goes on when the one before was full and neither closes it nor opens an item. */
const carriesOn = (before: string, row: string, width: number): boolean => {
  if (width === Number.POSITIVE_INFINITY || row.trim() === '' || opensItem.test(row)) return false
  if (/^\p{Ll}/u.test(row.trim()) && before.length > width * 0.4) return true
  if (/[.;:]$/.test(before)) return before.length > width * 0.93 && !/[;:]$/.test(before)
  return before.length > width * 0.72
}

/** Markdown emphasis becomes marks; the asterisks leave the text. */
const takeEmphasis = (source: string): { text: string; emphasis: Emphasis[] } => {
  const emphasis: Emphasis[] = []
  let text = ''
  let from = 0
  const pattern = /(?<![*\w])(\*\*|\*)(?![\s*])([^*\n]{1,300}(?:\n[^*\n]{1,300}){0,3})(?<!\s)\1(?![*\w])/gu
  for (const match of source.matchAll(pattern)) {
    const words = match[2] ?? ''
    text += source.slice(from, match.index)
    emphasis.push({
      start: text.length,
      end: text.length + words.length,
      bold: match[1] === '**',
      italic: match[1] === '*',
    })
    text += words
    from = match.index + match[0].length
  }
  return { text: text + source.slice(from), emphasis }
}
