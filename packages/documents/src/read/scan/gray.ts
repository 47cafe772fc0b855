/** A page as a gray picture, the one form in which pages reach an engine. */

export interface Gray {
  width: number
  height: number
  /** A byte for each pixel, row by row: 0 is black. */
  data: Uint8Array
  /** Pixels per inch, known or told from the width of A4: an engine guesses letter sizes by it. */
  dpi: number
}

/** As a PGM file, which every engine reads and nobody has to pack. */
export const pgmOf = ({ width, height, data }: Gray): Uint8Array => {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`)
  const file = new Uint8Array(head.length + data.length)
  file.set(head)
  file.set(data, head.length)
  return file
}
