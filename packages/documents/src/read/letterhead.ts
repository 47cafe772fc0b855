/**
 * The issuing body and the body above it (box 2). Decree 30/2020/NĐ-CP, Appendix I, part II, clause 2: the body above
 * stands first, both in capitals, either may run over several lines.
 */
import { capitals } from './fold.ts'
import type { Line } from './lines.ts'
import { type Found, joined, type Piece } from './pieces.ts'

export interface Letterhead {
  issuer: Found | null
  parentIssuer: Found | null
}

const bodies =
  /^(?:[uư]?y ban|ubnd|hdnd|hoi dong|b[o0] (?!phan)|so |s[o0] |thu tuong|chinh phu|van phong|vpcp|tong cuc|cuc |chi cuc|vu |vien |truong |trung tam|tt |ban |bch |bcd |to |phong |cong an|cong doan|lien doan|lien hiep|hoi |doan |dang uy|dang bo|tinh uy|thanh uy|huyen uy|quan uy|thi uy|mat tran|uy ban|bao hiem|kho bac|toa an|vien kiem|tong cong ty|cong ty|tap doan|ngan hang|dai |bao |hoc vien|dai hoc|benh vien|thanh tra|quan doi|bo tu lenh|bo chi huy|hat |khoa )/

/** Whether a line opens the name of a body. */
export const startsBody = (flat: string): boolean => bodies.test(`${flat} `)

/** A second line such as TỈNH HẢI DƯƠNG, VÀ XÃ HỘI carries the name on. */
const carriesName = (flat: string): boolean =>
  /^(?:tinh|thanh pho|tp\.?|huyen|quan|thi xa|xa|phuong|thi tran|va|-|\()\b/.test(flat) || /^[(-]/.test(flat)

export const letterheadOf = (pieces: { kind: string; piece: Piece }[], lines: Line[]): Letterhead => {
  const own = ownLines(pieces, lines)
  const names: Piece[][] = []
  for (const piece of own) {
    const open = names.at(-1)
    if (open === undefined || (startsBody(piece.flat) && !carriesName(piece.flat) && !unfinished(open))) {
      names.push([piece])
    } else open.push(piece)
  }
  return { issuer: joined(names.at(-1) ?? []), parentIssuer: joined(names.at(-2) ?? []) }
}

/** A name cannot end in one of these words. */
const unfinished = (name: Piece[]): boolean =>
  /(?:[-,]|\b(?:va|tinh|thanh pho|huyen|xa|phuong|cua))$/.test(name.at(-1)?.flat ?? '')

/** The lines of the letterhead: beside the motto, or right above it, or between it and the number. */
const ownLines = (pieces: { kind: string; piece: Piece }[], lines: Line[]): Piece[] => {
  const mottoAt = pieces.findIndex(({ kind }) => kind === 'motto')
  const numberAt = pieces.findIndex(({ kind }) => kind === 'number' || kind === 'date')
  const end = numberAt < 0 ? pieces.length : numberAt
  const isName = ({ kind, piece }: { kind: string; piece: Piece }) =>
    kind === 'letterhead' && capitals(piece.text) > 0.65 && /\p{L}{2}/u.test(piece.text)
  if (mottoAt < 0 || mottoAt > end)
    return pieces
      .slice(0, end)
      .filter(isName)
      .map(({ piece }) => piece)
  const beside = pieces[mottoAt - 1]
  const motto = pieces[mottoAt]
  const after = pieces
    .slice(mottoAt + 1, end)
    .filter(isName)
    .map(({ piece }) => piece)
  const above: Piece[] = []
  const besides = beside !== undefined && beside.piece.line === motto?.piece.line && isName(beside)
  for (let i = mottoAt - 1; i >= 0; i--) {
    const entry = pieces[i]
    if (entry === undefined || entry.kind === 'number') break
    if (entry.kind === 'rule') continue
    if (!isName(entry)) break
    above.unshift(entry.piece)
    // What stands above a letterhead beside the motto, or beyond a gap, belongs to stamps and signature boxes.
    if (besides || (lines[entry.piece.line]?.gap && lines[entry.piece.line]?.cell === null)) break
  }
  return [...above, ...after]
}
