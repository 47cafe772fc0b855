/** What every file reader hands on: the normalised text, its lines with hints of their layout, and its emphasis. */
import type { Layout, PageSize, Place, Span } from '../document.ts'
import { fold } from './fold.ts'

/** The place of a line in a table of the file. */
export interface Cell {
  table: number
  row: number
  column: number
}

export interface Line extends Span {
  text: string
  /** `text` without tone marks and capitals, of the same length. */
  flat: string
  /** Blank space before it. */
  gap: boolean
  /** Carries on the paragraph of the line before. */
  continues: boolean
  centred: boolean
  cell: Cell | null
}

/** Emphasis of a stretch of the text. */
export interface Mark extends Span {
  bold: boolean
  italic: boolean
}

/** How sure a machine was of a word, 0 to 1. */
export interface Certainty extends Span {
  certainty: number
}

export interface ReadText {
  text: string
  lines: Line[]
  marks: Mark[]
  /** Of files that have pages. */
  layout: Layout | null
  /** Of words read from a picture. */
  certainties: Certainty[]
}

/** A part of a line with its place on the page; `start` and `end` are places within the line. */
export interface LinePart extends Place {
  words?: Certainty[] | undefined
}

export interface LineHints {
  gap?: boolean
  continues?: boolean
  centred?: boolean
  cell?: Cell | null
}

export interface Emphasis {
  /** Places within the line. */
  start: number
  end: number
  bold: boolean
  italic: boolean
}

/** Space characters made plain, characters that only guide a line break dropped; nothing here changes a place later. */
export const plain = (text: string): string =>
  (unusual.test(text)
    ? text
        .replace(/\r\n?/g, '\n')
        .replace(/[\v\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
        .replace(/(?![\t\n\f])\p{Cc}|[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]/gu, '')
    : text
  ).normalize('NFC')

/** Anything outside the letters and signs that most texts are made of. */
const unusual = /[^\t\n -~À-ɏḀ-ỿ‐-‧]/

/** Collects lines in reading order; the text is all of them, one below the other. */
export class Sheet {
  #parts: string[] = []
  #length = 0
  #lines: Line[] = []
  #marks: Mark[] = []
  #gap = false
  #pages: PageSize[] = []
  #places: Place[] = []
  #certainties: Certainty[] = []

  /** Begins a page; lines with places are on it. */
  addPage(size: PageSize): void {
    this.#pages.push(size)
  }

  /** Adds a line. A blank one is kept in the text and noted as a gap before the next. */
  add(text: string, hints: LineHints = {}, emphasis: Emphasis[] = [], parts: LinePart[] = []): void {
    const body = text.trim()
    const offset = this.#length
    this.#parts.push(text)
    this.#length += text.length + 1
    for (const { start, end, page, box, words = [] } of parts) {
      this.#places.push({ start: offset + start, end: offset + end, page, box })
      for (const word of words)
        this.#certainties.push({
          start: offset + start + word.start,
          end: offset + start + word.end,
          certainty: word.certainty,
        })
    }
    if (body === '') {
      this.#gap = true
      return
    }
    const start = offset + text.indexOf(body)
    this.#lines.push({
      start,
      end: start + body.length,
      text: body,
      flat: '',
      gap: this.#gap || hints.gap === true,
      continues: hints.continues === true,
      centred: hints.centred === true,
      cell: hints.cell ?? null,
    })
    this.#gap = false
    for (const { start: from, end, bold, italic } of emphasis) {
      if (end > from) this.#marks.push({ start: offset + from, end: offset + end, bold, italic })
    }
  }

  done(): ReadText {
    const text = this.#parts.join('\n')
    const flat = fold(text)
    for (const line of this.#lines) line.flat = flat.slice(line.start, line.end)
    const layout = this.#pages.length === 0 ? null : { pages: this.#pages, places: this.#places }
    return { text, lines: this.#lines, marks: this.#marks, layout, certainties: this.#certainties }
  }
}
