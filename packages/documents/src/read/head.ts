/**
 * The head: quốc hiệu and tiêu ngữ, issuing body, number and symbol, place and date, title and trích yếu.
 * Decree 30/2020/NĐ-CP, Article 8 and Appendix I, boxes 1–5; party documents by Hướng dẫn 36-HD/VPTW.
 */
import type { DocumentType, Urgency } from '../document.ts'
import { readSpelled, spelledDate } from './dates.ts'
import { capitals, oneLine } from './fold.ts'
import { type Letterhead, letterheadOf } from './letterhead.ts'
import type { Line, ReadText } from './lines.ts'
import { type NumberLine, readNumberLine } from './number-line.ts'
import { type Found, type Piece, pieceOf } from './pieces.ts'
import { independence, isAddressed, isBlank, isNumberOrDate, isRule, motto } from './signs.ts'
import { aboutLine, isAuthorityName, subjectBelow } from './subject.ts'
import { isDispatchType, typeOfSymbol, typeOfTitle } from './types.ts'

export interface Head {
  type: DocumentType
  letterhead: Letterhead
  numberLine: NumberLine | null
  place: Found | null
  date: Found | null
  subject: Found | null
  hasMotto: boolean
  hasTitle: boolean
  /** Tên loại as printed, where `type` is `khac`. */
  typeName: Found | null
  /** A stamp of state secrecy (box 10a), as printed. */
  secrecy: Piece | null
  /** Box 10b. */
  urgency: Urgency | null
  /** Index of the first line after the head. */
  next: number
  /** Index of the first line below the name of who decides, where it stands there. */
  afterAuthority: number
}

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
    typeName: null,
    secrecy: null,
    urgency: null,
    next: 0,
    afterAuthority: 0,
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
      if (title.type === 'khac')
        head.typeName = {
          value: oneLine(line.text.slice(0, title.length)),
          start: line.start,
          end: line.start + title.length,
        }
      const subject = withoutSubject.test(line.flat)
        ? { found: null, next: index + 1 }
        : subjectBelow(lines, index, title.length)
      head.subject = subject.found
      index = subject.next
      // Who decides stands over the grounds (template 1.2) and is the first line of the body.
      const authority = index
      while (index < lines.length && isAuthorityName(lines[index])) index++
      const belowAuthority = index
      // Number, date and addressees may still follow a title, in files that set it first.
      while (index < lines.length && index < reach) {
        const below = lines[index]
        if (below === undefined || !(isRule(below.flat) || (isNumberOrDate(below) && !isHour(below)))) break
        takePieces(below, index, head, pieces)
        index++
      }
      if (index === belowAuthority) {
        head.afterAuthority = belowAuthority
        index = authority
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
    if (kind === 'urgency') head.urgency = urgencyWords[piece.flat] ?? null
    if (kind === 'number' && head.numberLine === null) head.numberLine = readNumberLine(piece)
    if (kind === 'date' && head.date === null) readPlaceAndDate(piece, head)
  }
}

/** Templates 1.8 and 1.10 have no trích yếu. */
const withoutSubject = /^giay (?:gioi thieu|nghi phep)\b/
/** When a meeting began is no date of the document. */
const isHour = (line: Line): boolean => /\bgio\b/.test(line.flat)

/** Decree 30, Appendix I, part II, box 10b. */
const urgencyWords: Record<string, Urgency> = {
  khan: 'khan',
  'thuong khan': 'thuong-khan',
  'hoa toc': 'hoa-toc',
}

const kindOf = (piece: Piece, head: Head): string => {
  const { flat } = piece
  if (motto.test(flat)) return 'motto'
  if (independence.test(flat)) return 'independence'
  if (isRule(flat)) return 'rule'
  if (/^(?:tuyet mat|toi mat|mat)[.!]?$/.test(flat) && capitals(piece.text) > 0.9) return 'secrecy'
  if (urgencyWords[flat] !== undefined && capitals(piece.text) > 0.9) return 'urgency'
  if (readNumberLine(piece) !== null) return 'number'
  if (spelledDate.test(flat)) return 'date'
  if (/^\(?\s?(?:v[/i1l]?[vw]\b|ve viec\b|ve )/.test(flat)) return 'about'
  return head.numberLine === null ? 'letterhead' : 'other'
}

/** Where a line of the head is to be cut: before the motto, after the symbol, before the place of the date, at tabs. */
const columnsOf = (line: Line): [number, number][] => {
  const cuts = new Set<number>([0, line.text.length])
  // Few lines have such a gap; the pattern looks at every letter.
  const mayGap = line.text.includes('\t') || line.text.includes('    ')
  for (const gap of mayGap ? line.text.matchAll(/\t+|(?<=\S) {4,}(?=\S)/g) : []) {
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
