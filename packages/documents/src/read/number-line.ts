/**
 * Number and symbol (box 3). Decree 30/2020/NĐ-CP, Appendix I, part II, clause 3: `Số: 15/QĐ-BNV`, `05/BNV-VP`; party
 * bodies write `Số 36-HD/VPTW`. The number may be blank in a draft.
 */
import type { Found, Piece } from './pieces.ts'

export interface NumberLine {
  number: Found | null
  symbol: Found | null
  /** Both as printed, without white space. */
  code: string
  start: number
  end: number
}

const opening = /^s[o6e0]?\s{0,2}[:.;]?\s{0,8}/
const numbered =
  /^([^/\n\p{L}]{0,12}?|[^/\n]{0,8}?)\s{0,8}([/-])\s{0,3}((?:\d{4}\s?\/\s?)?\p{L}[\p{L}\d]*(?:\s?[-–/_&.]{1,2}\s?[\p{L}\d]+)*)/u

/** Reads `Số: 15/QĐ-BNV …`; null for anything else. */
export const readNumberLine = (piece: Piece): NumberLine | null => {
  const lead = opening.exec(piece.flat)
  if (lead === null || !/^(?:S|s.{0,2}:)/u.test(piece.text)) return null
  const rest = piece.text.slice(lead[0].length)
  const match = numbered.exec(rest.slice(0, 80))
  if (match === null) return /^so\s?:\s*[.…_\s/]*$/.test(piece.flat) ? blank(piece) : null
  const digits = (match[1] ?? '').trim()
  const letters = match[3] ?? ''
  // "Sở Y tế - …" begins like a number line; a number line has digits, a blank or noise before its slash, then capitals.
  if (!/\p{Lu}.*\p{Lu}|\p{Lu}\p{L}*\d/u.test(letters)) return null
  if (/\p{L}{2}/u.test(digits)) return null
  const from = piece.start + lead[0].length
  const symbolStart = from + match[0].length - letters.length
  const number = /^\d{1,6}$/.test(digits) ? digits : null
  const numberStart = from + (match[1] ?? '').indexOf(digits)
  const symbol = letters.replace(/\s+/g, '')
  return {
    number: number === null ? null : { value: number, start: numberStart, end: numberStart + digits.length },
    symbol: { value: symbol, start: symbolStart, end: symbolStart + letters.length },
    code: `${number ?? ''}${match[2] ?? '/'}${symbol}`,
    start: piece.start,
    end: from + match[0].length,
  }
}

const blank = (piece: Piece): NumberLine => ({
  number: null,
  symbol: null,
  code: '',
  start: piece.start,
  end: piece.end,
})
