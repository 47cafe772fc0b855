/**
 * The foot: `Nơi nhận` (box 9b) and the signature (boxes 7a, 7b), found as stretches of lines and told apart where both
 * columns ran into one line. Decree 30/2020/NĐ-CP, Appendix I, part II, clauses 7 and 9.
 */
import { capitals } from './fold.ts'
import type { Line } from './lines.ts'
import { type Piece, pieceOf } from './pieces.ts'
import { isAuthority, isTitle } from './signature.ts'

export interface Foot {
  /** Index of the first line that is no longer body. */
  from: number
  recipients: Piece[]
  signature: Piece[]
  /** Box 12, below the archive line. */
  typist: string | null
  found: boolean
}

const receivers = /^(?:n.?[o0]i nh.n|noi nhen)\b\s*[:.]?/
const archive = /^[-–~•+*\s]*(?:luu|l[uv]u)\b/
const ends =
  /^(?:phu luc|phu bieu|bieu so|mau so|danh sach|cong hoa xa hoi|bieu mau|de cuong)\b|c.ng h.a x. h.i ch/

export const findFoot = (lines: Line[], from: number): Foot => {
  const receiverAt = lines.findIndex((line, index) => index >= from && receivers.test(line.flat))
  const signedAt = signatureBefore(lines, from, receiverAt < 0 ? lines.length : receiverAt)
  if (receiverAt < 0 && signedAt === null) {
    return { from: endOfBody(lines, from), recipients: [], signature: [], typist: null, found: false }
  }
  const first = Math.min(receiverAt < 0 ? lines.length : receiverAt, signedAt ?? lines.length)
  const foot: Foot = { from: first, recipients: [], signature: [], typist: null, found: true }
  let inList = false
  let listCell: string | null = null
  let afterList = 0
  for (let index = first; index < lines.length && index < first + 90; index++) {
    const line = lines[index]
    if (line === undefined || (index > first + 1 && ends.test(line.flat) && !inList)) break
    const heading = receivers.exec(line.flat)
    if (heading !== null && index >= first) {
      inList = true
      listCell = cellOf(line)
      const rest = pieceOf(line, index, heading[0].length)
      if (rest !== null) {
        const cut = rest.text.search(/[\p{Lu}]/u)
        if (capitals(rest.text) > 0.7 && cut >= 0) foot.signature.push(shift(rest, cut))
        else if (/\p{L}{2}/u.test(rest.text)) foot.recipients.push(rest)
      }
      continue
    }
    // A list in a table ends with its cell.
    if (inList && listCell !== null && cellOf(line) !== listCell) inList = false
    if (inList) {
      const [left, right] = cutColumns(line, index)
      if (right !== null) foot.signature.push(right)
      if (left === null) continue
      if (isSignatureLine(left)) foot.signature.push(left)
      else foot.recipients.push(left)
      if (archive.test(left.flat)) inList = false
      continue
    }
    const piece = pieceOf(line, index)
    if (piece === null) continue
    if (foot.typist === null && /^\p{Lu}{1,6}\.\s?\(\d{1,5}\)$/u.test(piece.text)) {
      foot.typist = piece.text
      continue
    }
    if (++afterList > 24 || line.text.length > 120) break
    foot.signature.push(piece)
  }
  return foot
}

const cellOf = (line: Line): string | null =>
  line.cell === null ? null : `${line.cell.table}.${line.cell.row}.${line.cell.column}`

const shift = (piece: Piece, by: number): Piece => ({
  ...piece,
  start: piece.start + by,
  text: piece.text.slice(by),
  flat: piece.flat.slice(by),
})

const isSignatureLine = (piece: Piece): boolean =>
  capitals(piece.text) > 0.85 &&
  !/^[-–~•+*]/.test(piece.text) &&
  (isAuthority(piece.flat) || isTitle(piece.flat))

/** `- Như trên; PHÓ TỔNG GIÁM ĐỐC` is an entry and a line of the signature. */
const cutColumns = (line: Line, index: number): [Piece | null, Piece | null] => {
  const match = /(?:[;:.,)]|\t| {4,})\s*(?:\S{1,3}\s+){0,2}(?=[\p{Lu}]{2,}[\p{Lu}.\s,]{3,60}$)/u.exec(
    line.text,
  )
  if (match !== null && match.index > 2) {
    const cut = match.index + match[0].length
    const right = pieceOf(line, index, cut)
    if (right !== null && (isAuthority(right.flat) || isTitle(right.flat))) {
      return [pieceOf(line, index, 0, match.index + 1), right]
    }
  }
  const tab = line.text.indexOf('\t')
  if (tab > 0) return [pieceOf(line, index, 0, tab), pieceOf(line, index, tab)]
  return [pieceOf(line, index), null]
}

/** A signature block that stands before `Nơi nhận`: lines of capitals with an authority or a title, after the body's end. */
const signatureBefore = (lines: Line[], from: number, until: number): number | null => {
  const begin = Math.max(from, until === lines.length ? from : until - 8)
  let after = false
  for (let index = begin; index < until; index++) {
    const line = lines[index]
    const before = lines[index - 1]
    if (line === undefined) break
    if (before !== undefined && /\.\/\s?\.?/.test(before.text.slice(-8))) after = true
    const authority = /^(?:kt|tm|tl|tuq|t\/m|k\/t|t\/l)\s?[.:]?\s?[a-z]/.test(line.flat)
    if (line.text.length > 70 || capitals(line.text) < 0.85) continue
    if (authority && !/^(?:kt|tm|tl)[a-z]/.test(line.flat)) return index
    if (isTitle(line.flat) && (after || until < lines.length) && !/[:;]$/.test(line.text)) return index
  }
  return null
}

/** Without a foot the body ends at `./.`, or where an annex or another document begins. */
const endOfBody = (lines: Line[], from: number): number => {
  for (let index = from; index < lines.length; index++) {
    const line = lines[index]
    if (line === undefined) break
    if (index > from + 3 && /c.ng h.a x. h.i ch/.test(line.flat)) return index
    if (/\.\/\s?\.?\s*$/.test(line.text)) return index + 1
  }
  return lines.length
}
