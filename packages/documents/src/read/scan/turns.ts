/** Pictures of pages that were laid in on their side or their head, without a word about it in the file. */
import type { Box } from '../../document.ts'
import type { Gray } from './gray.ts'

/** Quarter turns, clockwise. */
export type Turns = 0 | 1 | 2 | 3

/** The ways to try, likeliest first. */
export const quarters: Turns[] = [1, 3, 2]

export const turned = (picture: Gray, turns: Turns): Gray => {
  if (turns === 0) return picture
  const { width, height, data, dpi } = picture
  const made = { width: turns === 2 ? width : height, height: turns === 2 ? height : width, dpi }
  const bytes = new Uint8Array(data.length)
  // Where the first pixel goes, and how far the next one right of it and the next one below are.
  const [first, right, down] =
    turns === 1
      ? [height - 1, height, -1]
      : turns === 2
        ? [data.length - 1, -1, -width]
        : [(width - 1) * height, -height, 1]
  for (let y = 0; y < height; y++) {
    let to = first + y * down
    for (let x = 0; x < width; x++) {
      bytes[to] = data[y * width + x] ?? 255
      to += right
    }
  }
  return { ...made, data: bytes }
}

/** A box of the turned page on the page of this size as it was before. */
export const turnedBack = ([x, y, w, h]: Box, turns: Turns, width: number, height: number): Box => {
  if (turns === 1) return [y, height - x - w, h, w]
  if (turns === 2) return [width - x - w, height - y - h, w, h]
  return turns === 3 ? [width - y - h, x, h, w] : [x, y, w, h]
}
