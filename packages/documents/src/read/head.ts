/**
 * The head: quốc hiệu and tiêu ngữ, issuing body, number and symbol, place and date, title and trích yếu.
 * Decree 30/2020/NĐ-CP, Article 8 and Appendix I, boxes 1–5; party documents by Hướng dẫn 36-HD/VPTW.
 */
import type { DocumentType } from '../document.ts'
import { readSpelled, spelledDate } from './dates.ts'
import { capitals, oneLine } from './fold.ts'
import { type Letterhead, letterheadOf, startsBody } from './letterhead.ts'
import type { Line, ReadText } from './lines.ts'
import { type NumberLine, readNumberLine } from './number-line.ts'
import { joined, type Piece, pieceOf } from './pieces.ts'
import { isDispatchType, typeOfSymbol, typeOfTitle } from './types.ts'

export interface Found {
  value: string
  start: number
  end: number
}

export interface Head {
  type: DocumentType
  letterhead: Letterhead
  numberLine: NumberLine | null
  place: Found | null
  date: Found | null
  subject: Found | null
  hasMotto: boolean
  hasTitle: boolean
  /** A stamp of state secrecy (box 10a), as printed. */
  secrecy: Piece | null
  /** Index of the first line after the head. */
  next: number
}

const motto = /c.ng h.a x. h.i ch. ngh|cong hoa xa hoi|dang cong san viet nam/
const independence = /d.c l.p\s?[-–—_\s]{1,4}\s?t. d./
export const isAddressed = (flat: string): boolean => /^k.nh g[uoi].?i\b/.test(flat)
const isRule = (flat: string): boolean => !/[a-z0-9]/.test(flat)
const opensBody =
  /^(?:can cu|thuc hien|trien khai|theo |de |nham |ngay \d|trong |thoi gian qua|phan |dieu \d|[ivx]{1,4}\.|1[.)/]|[-+•])/

/** How far into a file the head may reach, in lines. */
const reach = 70

export const readHead = ({ lines }: ReadText): Head => {
  const pieces: { kind: string; piece: Piece }[] = []
  const head: Head = {
    type: 'khac',
    letterhead: { issuer: null, parentIssuer: null },
    numberLine: null,
    place: null,
    date: null,
    subject: null,
    hasMotto: false,
    hasTitle: false,
    secrecy: null,
    next: 0,
  }
  let titleType: DocumentType | null = null
  let addressed = false
  let index = 0
  for (; index < Math.min(lines.length, reach); index++) {
    const line = lines[index]
    if (line === undefined) break
    if (isAddressed(line.flat) || / dien:$/.test(line.flat)) {
      addressed = true
      break
    }
    const title = titleOf(line, head)
    if (title !== null) {
      titleType = title.type
      head.hasTitle = true
      const subject = subjectBelow(lines, index, title.length)
      head.subject = subject.found
      index = subject.next
      while (index < lines.length && isAuthorityName(lines[index])) index++
      // Number, date and addressees may still follow a title, in files that set it first.
      while (index < lines.length && index < reach) {
        const below = lines[index]
        if (below === undefined || !(isRule(below.flat) || isNumberOrDate(below))) break
        takePieces(below, index, head, pieces)
        index++
      }
      break
    }
    if (isBodyLine(line, head)) break
    takePieces(line, index, head, pieces)
  }
  head.next = Math.min(index, lines.length)
  head.letterhead = letterheadOf(pieces, lines)
  if (head.subject === null) head.subject = aboutLine(pieces, lines)
  const symbol = head.numberLine?.symbol ?? null
  const bySymbol = symbol === null ? null : typeOfSymbol(symbol.value)
  if (titleType !== null) head.type = titleType
  else if (bySymbol !== null && isDispatchType(bySymbol)) head.type = bySymbol
  else if (addressed || lines.some((line) => isAddressed(line.flat))) head.type = 'cong-van'
  return head
}

/** Sorts the parts of a head line by what they are. */
const takePieces = (
  line: Line,
  index: number,
  head: Head,
  pieces: { kind: string; piece: Piece }[],
): void => {
  for (const [from, to] of columnsOf(line)) {
    const piece = pieceOf(line, index, from, to)
    if (piece === null) continue
    const kind = kindOf(piece, head)
    pieces.push({ kind, piece })
    if (kind === 'motto') head.hasMotto = true
    if (kind === 'secrecy') head.secrecy = piece
    if (kind === 'number' && head.numberLine === null) head.numberLine = readNumberLine(piece)
    if (kind === 'date' && head.date === null) readPlaceAndDate(piece, head)
  }
}

const kindOf = (piece: Piece, head: Head): string => {
  const { flat } = piece
  if (motto.test(flat)) return 'motto'
  if (independence.test(flat)) return 'independence'
  if (isRule(flat)) return 'rule'
  if (/^(?:tuyet mat|toi mat|mat)[.!]?$/.test(flat) && capitals(piece.text) > 0.9) return 'secrecy'
  if (readNumberLine(piece) !== null) return 'number'
  if (spelledDate.test(flat)) return 'date'
  if (/^\(?\s?(?:v[/i1l]?[vw]\b|ve viec\b|ve )/.test(flat)) return 'about'
  return head.numberLine === null ? 'letterhead' : 'other'
}

/** Where a line of the head is to be cut: before the motto, after the symbol, before the place of the date, at tabs. */
const columnsOf = (line: Line): [number, number][] => {
  const cuts = new Set<number>([0, line.text.length])
  for (const gap of line.text.matchAll(/\t+|(?<=\S) {4,}(?=\S)/g)) {
    const end = gap.index + gap[0].length
    if (line.cell === null && !isBlank(line.flat.slice(0, gap.index), line.flat.slice(end))) cuts.add(end)
  }
  const at = motto.exec(line.flat)?.index ?? independence.exec(line.flat)?.index
  if (at !== undefined) cuts.add(at)
  const date = spelledDate.exec(line.flat)
  if (date !== null) {
    const before = pieceOf(line, 0, 0, date.index)
    const numbered = before === null ? null : readNumberLine(before)
    if (before !== null && numbered !== null) cuts.add(numbered.end - line.start)
    else if (before !== null && /^\(?v[/1l]?[vw]\b/.test(before.flat))
      cuts.add(placeStart(line.text, date.index))
  }
  const sorted = [...cuts].sort((a, b) => a - b)
  return sorted.slice(0, -1).map((from, i) => [from, sorted[i + 1] ?? line.text.length])
}

/** A wide gap that only waits for a number or a day: `Số:      /UBND-VX`, `ngày      tháng`. */
export const isBlank = (before: string, after: string): boolean =>
  /(?:^|\s)(?:so\s?:?|ngay|thang|nam)\s*$/.test(before) ||
  /^\s*(?:[/-]\s?[a-z]|thang\b|nam\b|ngay\b)/.test(after)

/** Where the words of the place begin, before `, ngày`. */
const placeStart = (text: string, dateStart: number): number => {
  const before = text.slice(Math.max(0, dateStart - 60), dateStart)
  const words = /(?:(?:\p{Lu}[\p{L}.]{0,12}|\d{1,2})\s+){0,5}\p{Lu}[\p{L}.]{0,12}\s?,?\s*$/u.exec(before)
  return dateStart - (words?.[0].length ?? 0)
}

const readPlaceAndDate = (piece: Piece, head: Head): void => {
  const match = spelledDate.exec(piece.flat)
  if (match === null) return
  const start = piece.start + match.index
  const value = readSpelled(match)
  if (value !== null) head.date = { value, start, end: start + match[0].length }
  const place = piece.text.slice(0, match.index).replace(/[\s,.;…]+$/u, '')
  // An unreadable number before it is no part of the place.
  const begin =
    /[/:\d]/.test(place) && !/^(?:Quận|Phường)\s\d/u.test(place) ? placeStart(place, place.length) : 0
  const lead = begin + (/^[^\p{L}]*/u.exec(place.slice(begin))?.[0].length ?? 0)
  if (/\p{L}/u.test(place)) {
    head.place = {
      value: oneLine(place.slice(lead)),
      start: piece.start + lead,
      end: piece.start + place.length,
    }
  }
}

const isNumberOrDate = (line: Line): boolean => {
  const piece = pieceOf(line, 0)
  if (piece === null) return false
  return readNumberLine(piece) !== null || (spelledDate.test(line.flat) && line.text.length < 60)
}

/** A title line names a type in capitals, alone or with its trích yếu behind it. */
const titleOf = (line: Line, head: Head) => {
  const title = typeOfTitle(line.flat)
  if (title === null || capitals(line.text) < 0.75) return null
  const rest = line.flat.slice(title.length)
  if (/[a-z]/.test(rest) && !(head.numberLine !== null || head.hasMotto)) return null
  return title
}

const isBodyLine = (line: Line, head: Head): boolean => {
  if (!head.hasMotto && head.numberLine === null) return line.text.length > 160
  if (/^\(?v\/v\b/.test(line.flat)) return false
  if (line.text.length > 110 && !motto.test(line.flat) && line.cell === null) return true
  return /^(?:can cu|thuc hien|trien khai) /.test(line.flat) && line.text.length > 40
}

/** The trích yếu below a title: up to a gap, a rule, the name of an authority or the first words of the body. */
const subjectBelow = (
  lines: Line[],
  titleIndex: number,
  titleLength: number,
): { found: Found | null; next: number } => {
  const title = lines[titleIndex]
  if (title === undefined) return { found: null, next: titleIndex }
  const pieces: Piece[] = []
  const rest = pieceOf(title, titleIndex, titleLength)
  if (rest !== null && /\p{L}/u.test(rest.text)) pieces.push(rest)
  let index = titleIndex + 1
  for (; index < lines.length && pieces.length < 8; index++) {
    const line = lines[index]
    if (line === undefined || isRule(line.flat) || isAddressed(line.flat) || isNumberOrDate(line)) break
    if (/dien:$/.test(line.flat) || /^(?:thoi gian|thanh phan)\b/.test(line.flat)) break
    const last = lines[pieces.at(-1)?.line ?? -1]
    if (pieces.length > 0 && line.gap && !line.continues) break
    if (last?.centred && !line.centred && !line.continues) break
    if (
      opensBody.test(line.flat) &&
      !/^\p{Ll}/u.test(line.text) &&
      (pieces.length > 0 || line.text.length > 90)
    )
      break
    if (startsBody(line.flat) && capitals(line.text) > 0.8) break
    if (isAuthorityLine(line)) break
    const piece = pieceOf(line, index)
    // "KẾ HOẠCH" over "HÀNH ĐỘNG" is still the title.
    if (piece !== null && !(pieces.length === 0 && /^(?:hanh dong|phoi hop|lien tich)$/.test(piece.flat)))
      pieces.push(piece)
  }
  return { found: joined(pieces), next: index }
}

/** Over the grounds of a decision stands who decides: `CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …`. */
const isAuthorityName = (line: Line | undefined): boolean => line !== undefined && isAuthorityLine(line)

const isAuthorityLine = (line: Line): boolean =>
  capitals(line.text) > 0.85 &&
  /^(?:chu tich|giam doc|hieu truong|bo truong|thu tuong|uy ban|ubnd|hoi dong|tong giam doc)\b/.test(
    line.flat,
  )

/** The trích yếu of a công văn: from `V/v` on, through the lines of its column. */
const aboutLine = (pieces: { kind: string; piece: Piece }[], lines: Line[]): Found | null => {
  const first = pieces.findIndex(({ kind }) => kind === 'about')
  const begin = pieces[first]
  if (begin === undefined) return null
  const own: Piece[] = [begin.piece]
  for (const { kind, piece } of pieces.slice(first + 1)) {
    const last = lines[own.at(-1)?.line ?? 0]
    const line = lines[piece.line]
    if (kind !== 'other' && kind !== 'letterhead' && kind !== 'about') {
      if (kind === 'date') continue
      break
    }
    if (line === undefined || last === undefined) break
    if (line.gap && !line.continues && own.at(-1)?.line !== piece.line) break
    if (!sameCell(last, line)) break
    own.push(piece)
  }
  const found = joined(own)
  if (found === null) return null
  const opening = /^\(?\s?(?:v[/i1l]?[vw]\s*[:.]?|ve viec\s*:?)\s*/i.exec(own[0]?.flat ?? '')?.[0].length ?? 0
  const bracketed = found.value.startsWith('(') && found.value.endsWith(')')
  const value = found.value.slice(opening, bracketed ? -1 : undefined).trim()
  return value === '' ? null : { value, start: found.start + opening, end: found.end - (bracketed ? 1 : 0) }
}

const sameCell = (a: Line, b: Line): boolean =>
  a.cell?.table === b.cell?.table && a.cell?.row === b.cell?.row && a.cell?.column === b.cell?.column
