/**
 * The entries of `Nơi nhận` (box 9b) and the archive line. Decree 30/2020/NĐ-CP, Appendix I, part II, clause 9b. A purpose
 * in brackets (`để báo cáo`) informs; it makes no duty.
 */
import type { Recipient } from '../document.ts'
import { bare, oneLine } from './fold.ts'
import { joined, type Piece } from './pieces.ts'

export interface Recipients {
  entries: { recipient: Recipient; start: number; end: number }[]
  archive: { value: string; start: number; end: number } | null
}

const purposeWords =
  /^(?:d[ef]\b|b\/?c|bao cao|bc\b|p\/?h|phoi hop|th\/?h|thuc hien|t\/?h|biet|theo doi|chi dao|dang tai|thay b\/?c|de |kiem tra|giam sat|dang )/

export const readRecipients = (pieces: Piece[]): Recipients => {
  const items: Piece[][] = []
  for (const piece of pieces) {
    const open = items.at(-1)
    if (open === undefined || startsItem(piece, open)) items.push([piece])
    else open.push(piece)
  }
  const result: Recipients = { entries: [], archive: null }
  for (const item of items) {
    const found = joined(item)
    if (found === null) continue
    const lead = /^[-–—~•+*.,:\s]+/u.exec(found.value)?.[0].length ?? 0
    const words = found.value.slice(lead)
    const start = found.start + lead
    if (/^(?:luu|l[uv][uư])\b/i.test(item[0]?.flat.slice(lead) ?? '') || /^lưư?u?\b/iu.test(words)) {
      result.archive = { value: words, start, end: found.end }
      break
    }
    const recipient = recipientOf(words)
    if (recipient !== null) result.entries.push({ recipient, start, end: found.end })
  }
  return result
}

const startsItem = (piece: Piece, open: Piece[]): boolean => {
  if (/^[-–—~•+*]/.test(piece.text) || /^(?:luu|l[uv]u)\b/.test(piece.flat)) return true
  const last = open.at(-1)
  return last !== undefined && /;$/.test(last.text) && /^\p{Lu}/u.test(piece.text)
}

/** Name and purpose: `Sở A (để b/c)`, `BGH: báo cáo`; a bracket that tells who stays with the name. */
const recipientOf = (words: string): Recipient | null => {
  // An entry ends at its semicolon; only a purpose may still follow.
  const text = bare(words.replace(/;(?=\s*\()/, '').replace(/;.*$/u, ''))
  if (!/\p{L}/u.test(text)) return null
  const bracket = /^(.*?)[\s;]*\(([^()]{1,120})\)?$/u.exec(text)
  if (bracket !== null && purposeWords.test(unmarked(bracket[2] ?? ''))) {
    return { name: bare(bracket[1] ?? ''), purpose: oneLine(bracket[2] ?? '') }
  }
  const colon = /^([^:]{1,120}):\s*([^:]{1,80})$/u.exec(text)
  if (colon !== null && purposeWords.test(unmarked(colon[2] ?? ''))) {
    return { name: bare(colon[1] ?? ''), purpose: oneLine(colon[2] ?? '') }
  }
  return { name: text, purpose: null }
}

const unmarked = (text: string): string =>
  text.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd')
