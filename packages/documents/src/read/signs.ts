/** What lines and pieces of a head are known by. */
import { spelledDate } from './dates.ts'
import type { Line } from './lines.ts'
import { readNumberLine } from './number-line.ts'
import { pieceOf } from './pieces.ts'

export const motto = /c.ng h.a x. h.i ch. ngh|cong hoa xa hoi|dang cong san viet nam/
export const independence = /d.c l.p\s?[-–—_\s]{1,4}\s?t. d./
export const isAddressed = (flat: string): boolean => /^k.nh g[uoi].?i\b/.test(flat)
export const isRule = (flat: string): boolean => !/[a-z0-9]/.test(flat)

/** A wide gap that only waits for a number or a day: `Số:      /UBND-VX`, `ngày      tháng`. */
export const isBlank = (before: string, after: string): boolean =>
  /(?:^|\s)(?:so\s?:?|ngay|thang|nam)\s*$/.test(before) ||
  /^\s*(?:[/-]\s?[a-z]|thang\b|nam\b|ngay\b)/.test(after)

export const isNumberOrDate = (line: Line): boolean => {
  const piece = pieceOf(line, 0)
  if (piece === null) return false
  return readNumberLine(piece) !== null || (spelledDate.test(line.flat) && line.text.length < 60)
}
