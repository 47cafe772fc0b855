/**
 * Pieces of lines. The head and the foot of a dispatch stand in two columns (Decree 30/2020/NĐ-CP, Appendix I, boxes
 * 1–5 and 7–9); in plain and machine-read texts both columns run into one line, which is cut here.
 */
import type { Source, Span } from '../document.ts'
import { oneLine } from './fold.ts'
import type { Line } from './lines.ts'

export interface Piece extends Span {
  text: string
  flat: string
  /** Index of its line. */
  line: number
}

/** A value and where it stands. */
export interface Found {
  value: string
  start: number
  end: number
}

/** Part of a line, white space and stray marks at its ends dropped; null when nothing is left. */
export const pieceOf = (line: Line, index: number, from = 0, to = line.text.length): Piece | null => {
  let start = from
  let end = to
  while (start < end && /[\s_|~^`]/.test(line.text.charAt(start))) start++
  while (end > start && /[\s_|~^`]/.test(line.text.charAt(end - 1))) end--
  if (start >= end) return null
  return {
    start: line.start + start,
    end: line.start + end,
    text: line.text.slice(start, end),
    flat: line.flat.slice(start, end),
    line: index,
  }
}

/** The words of several pieces as one, and the place from the first to the last of them. */
export const joined = (pieces: Piece[]): Found | null => {
  const first = pieces[0]
  const last = pieces.at(-1)
  if (first === undefined || last === undefined) return null
  return {
    value: oneLine(pieces.map((piece) => piece.text).join(' ')),
    start: Math.min(first.start, last.start),
    end: Math.max(first.end, last.end),
  }
}

/** Collects where each field came from; keeps the law `text.slice(start, end) === source.text`. */
export class Sources {
  readonly all: Record<string, Source> = {}
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  note(path: string, start: number, end: number, confidence: number): void {
    const words = this.#text.slice(start, end)
    const lead = words.length - words.trimStart().length
    const trimmed = words.trim()
    this.all[path] = {
      start: start + lead,
      end: start + lead + trimmed.length,
      text: trimmed,
      confidence,
    }
  }

  /** Notes the first place of a value between two positions, or that whole stretch when it is broken over lines. */
  find(path: string, value: string, from: number, to: number, confidence: number): void {
    const at = this.#text.slice(from, to).indexOf(value)
    if (at >= 0) this.note(path, from + at, from + at + value.length, confidence)
    else this.note(path, from, to, confidence * 0.8)
  }
}
