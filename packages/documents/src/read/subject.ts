/**
 * The trích yếu: behind `V/v` in a công văn (box 5b), below the title of a named type (box 5a).
 * Decree 30/2020/NĐ-CP, Appendix I, part II, clause 5.
 */
import { capitals } from './fold.ts'
import { startsBody } from './letterhead.ts'
import type { Line } from './lines.ts'
import { type Found, joined, type Piece, pieceOf } from './pieces.ts'
import { isAddressed, isNumberOrDate, isRule } from './signs.ts'

/** The trích yếu below a title: up to a gap, a rule, the name of an authority or the first words of the body. */
export const subjectBelow = (
  lines: Line[],
  titleIndex: number,
  titleLength: number,
): { found: Found | null; next: number } => {
  const title = lines[titleIndex]
  if (title === undefined) return { found: null, next: titleIndex }
  const pieces: Piece[] = []
  const rest = pieceOf(title, titleIndex, titleLength)
  if (rest !== null && /\p{L}/u.test(rest.text) && !widensTitle(rest)) pieces.push(rest)
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
    if (piece !== null && !(pieces.length === 0 && widensTitle(piece))) pieces.push(piece)
  }
  return { found: joined(pieces), next: index }
}

/** "KẾ HOẠCH" with "HÀNH ĐỘNG" is still the title. */
const widensTitle = ({ flat }: Piece): boolean => /^(?:hanh dong|phoi hop|lien tich)$/.test(flat)

/** Over the grounds of a decision stands who decides: `CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …`. */
export const isAuthorityName = (line: Line | undefined): boolean =>
  line !== undefined && isAuthorityLine(line)

const isAuthorityLine = (line: Line): boolean =>
  capitals(line.text) > 0.85 &&
  !/ dien:$/.test(line.flat) &&
  /^(?:chu tich|giam doc|hieu truong|bo truong|thu tuong|uy ban|ubnd|hoi dong|tong giam doc)\b/.test(
    line.flat,
  )

/** The trích yếu of a công văn: from `V/v` on, through the lines of its column. */
export const aboutLine = (pieces: { kind: string; piece: Piece }[], lines: Line[]): Found | null => {
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

const opensBody =
  /^(?:can cu|thuc hien|trien khai|theo |de |nham |ngay \d|trong |thoi gian qua|phan |dieu \d|[ivx]{1,4}\.|1[.)/]|[-+•])/
