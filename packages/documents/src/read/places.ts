/** Where words stand on their pages: what a page over its picture shows when a field is pointed at. */
import type { Box, Layout, Place, Span } from '../document.ts'

/**
 * The boxes of a span, one for each line (or column of a line) it touches, in reading order. Of a line that it covers only
 * in part, the box is cut by the share of the characters, so its ends may be off by a letter or two.
 */
export const boxesOf = ({ places }: Layout, { start, end }: Span): Place[] => {
  const found: Place[] = []
  for (const place of places) {
    const from = Math.max(start, place.start)
    const to = Math.min(end, place.end)
    if (from < to) found.push({ start: from, end: to, page: place.page, box: cut(place, from, to) })
  }
  return found
}

const cut = ({ start, end, box }: Place, from: number, to: number): Box => {
  const [x, y, width, height] = box
  const letter = width / (end - start)
  return [round(x + (from - start) * letter), y, round((to - from) * letter), height]
}

const round = (value: number): number => Math.round(value * 100) / 100
