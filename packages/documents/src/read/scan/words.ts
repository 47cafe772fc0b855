/** An engine's words as items of a page: their lines made level, their boxes kept as they are on the picture. */
import { plain } from '../lines.ts'
import type { TextItem } from '../pdf-segments.ts'
import type { Gray } from './gray.ts'
import { mended } from './mend.ts'

interface Word {
  text: string
  certainty: number
  left: number
  top: number
  width: number
  height: number
}

/**
 * The words of one page, measured in units of which the page is `pageWidth` wide; boxes in units of which it is
 * `shownWidth` wide.
 */
export const itemsOf = (tsv: string, picture: Gray, pageWidth: number, shownWidth: number): TextItem[] => {
  const lines = linesOf(tsv).map(mendedLine)
  const slope = slopeOf(lines, picture.width)
  const unit = pageWidth / picture.width
  const shown = shownWidth / picture.width
  return lines.flatMap((line) => {
    // Descenders and dots below hang under the line; most words have neither.
    const base = quantile(
      line.map((word) => word.top + word.height - slope * (word.left + word.width / 2)),
      0.35,
    )
    const height = quantile(
      line.map((word) => word.height),
      0.75,
    )
    return line.map(({ text, certainty, left, top, width, height: own }) => ({
      text,
      certainty,
      x: (left + slope * (top + own)) * unit,
      y: (picture.height - base) * unit,
      width: width * unit,
      height: Math.min(height, 90 / unit) * unit,
      box: [left * shown, top * shown, width * shown, own * shown] as const,
    }))
  })
}

/** How sure the engine is of the letters of a page, with some weight on how many there are: 0 to 1. */
export const sureness = (tsv: string | null): number => {
  let sum = 0
  let letters = 0
  for (const { text, certainty, width, height } of linesOf(tsv ?? '').flat()) {
    if (!/\p{L}{2}/u.test(text)) continue
    // Engines read lines that run upwards too, but their columns then are not ours.
    sum += text.length < 4 || width > height ? certainty * text.length : 0
    letters += text.length
  }
  return sum / (letters + 20)
}

/** Upright pages of print are read with 0.8 and more, sideways ones with half of that. */
export const isWeak = (tsv: string | null): boolean => sureness(tsv) < 0.6

/** What was mended is a little less sure than it was. */
const mendedLine = (line: Word[]): Word[] => {
  const texts = mended(line.map(({ text }) => text))
  return line.map((word, index) => {
    const text = texts[index] ?? word.text
    return text === word.text ? word : { ...word, text, certainty: word.certainty * 0.9 }
  })
}

/** Columns of the TSV: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
const linesOf = (tsv: string): Word[][] => {
  const lines = new Map<string, Word[]>()
  for (const row of tsv.split('\n')) {
    const cells = row.split('\t')
    if (cells[0] !== '5') continue
    const [left = 0, top = 0, width = 0, height = 0, confidence = 0] = cells.slice(6, 11).map(Number)
    // A rule under a word is read as part of it.
    const text = plain(cells.slice(11).join(''))
      .trim()
      .replace(/(?<=\p{L})[_—]+$/u, '')
    const word = { text, certainty: Math.min(1, Math.max(0, confidence / 100)), left, top, width, height }
    if (isNoise(word)) continue
    const key = cells.slice(1, 5).join()
    const line = lines.get(key)
    if (line === undefined) lines.set(key, [word])
    else line.push(word)
  }
  return [...lines.values()]
}

/** Rules, borders and the edges of stamps come out as single signs of which the engine itself is not sure. */
const isNoise = ({ text, certainty, width, height }: Word): boolean => {
  if (text === '' || width <= 0 || height <= 0) return true
  if (/[\p{L}\p{N}]/u.test(text)) return certainty < 0.1
  return certainty < 0.4 || /^[|~_—=\\]+$/u.test(text)
}

/** How much the lines of a page that was laid in askew rise or fall: the middle one of all long lines. */
const slopeOf = (lines: Word[][], width: number): number => {
  const slopes: number[] = []
  for (const line of lines) {
    const first = line[0]
    const last = line.at(-1)
    if (first === undefined || last === undefined || line.length < 5) continue
    if (last.left - first.left < width * 0.3) continue
    const middleOf = (word: Word) => word.top + word.height / 2
    const meanX = mean(line.map(({ left }) => left))
    const meanY = mean(line.map(middleOf))
    let up = 0
    let along = 0
    for (const word of line) {
      up += (word.left - meanX) * (middleOf(word) - meanY)
      along += (word.left - meanX) ** 2
    }
    slopes.push(up / along)
  }
  const slope = slopes.length < 3 ? 0 : quantile(slopes, 0.5)
  // More than 6° is a page that the engine misread.
  return Math.abs(slope) < 0.1 ? slope : 0
}

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

const quantile = (values: number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0
