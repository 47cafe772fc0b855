/**
 * Where the stamp "ĐẾN" goes on the first page: on free paper below the number or below the subject, else below the date (Decree
 * 30/2020/NĐ-CP, Article 22 and Appendix IV), so that it covers no word where there is room. Pure.
 */
import type { Box, PageSize } from '../document.ts'

const step = 6

/**
 * @param taken boxes of the words, from the top left corner, in the unit of the page
 * @param size of the stamp in the same unit
 * @returns the top left corner of the stamp: the highest free place, the left half before the right; where none is free, the
 *   one that covers least
 */
export const stampPlace = (
  page: PageSize,
  taken: readonly Box[],
  size: PageSize,
): { x: number; y: number } => {
  const margin = page.width * 0.05
  let best = { x: margin, y: margin, cost: Number.POSITIVE_INFINITY }
  // Above the number stand the names of the bodies, which nothing may cover.
  for (let y = page.height * 0.12; y + size.height <= page.height - margin; y += step)
    for (let x = margin; x + size.width <= page.width - margin; x += step) {
      const covered = taken.reduce((sum, box) => sum + overlap(box, x, y, size), 0)
      const cost = covered * 1000 + y + (x + size.width / 2 > page.width / 2 ? page.height : 0) + x / 100
      if (cost < best.cost) best = { x, y, cost }
    }
  return { x: best.x, y: best.y }
}

const overlap = ([bx, by, bw, bh]: Box, x: number, y: number, { width, height }: PageSize): number =>
  Math.max(0, Math.min(bx + bw, x + width) - Math.max(bx, x)) *
  Math.max(0, Math.min(by + bh, y + height) - Math.max(by, y))
