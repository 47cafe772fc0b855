/** Where in the file which look holds: the formatted pages [MS-DOC 2.9.55 PapxFkp, 2.9.33 ChpxFkp] that the bin tables list. */
import { Bytes } from './bytes.ts'

export interface Stretch {
  /** Bytes of the document's stream, the end not included. */
  from: number
  to: number
  /** Modifiers; for paragraphs without the number of the style. */
  sprms: Bytes
  /** Number of the paragraph's style. */
  style: number
}

/** In the order of the file. `kind` says which pages the bin table lists. */
export const readStretches = (document: Bytes, binTable: Bytes, kind: 'paragraph' | 'run'): Stretch[] => {
  const pages = Math.floor((binTable.length - 4) / 8)
  const found: Stretch[] = []
  for (let index = 0; index < pages && index < 50_000; index++) {
    const number = binTable.u32((pages + 1) * 4 + index * 4) & 0x3fffff
    const page = document.slice(number * 512, 512)
    if (page.length < 512) continue
    const count = page.u8(511)
    const entry = kind === 'paragraph' ? 13 : 1
    for (let each = 0; each < count; each++) {
      const place = page.u8((count + 1) * 4 + each * entry) * 2
      found.push({ from: page.u32(each * 4), to: page.u32(each * 4 + 4), ...lookAt(page, place, kind) })
    }
  }
  return found.sort((a, b) => a.from - b.from)
}

const nothing = new Bytes(new Uint8Array(0))

const lookAt = (page: Bytes, place: number, kind: 'paragraph' | 'run'): Pick<Stretch, 'sprms' | 'style'> => {
  if (place === 0) return { sprms: nothing, style: 0 }
  const size = page.u8(place)
  if (kind === 'run') return { sprms: page.slice(place + 1, size), style: 0 }
  // An odd number of bytes says its half; zero means that the half stands in the next byte.
  const [at, length] = size === 0 ? [place + 2, page.u8(place + 1) * 2] : [place + 1, size * 2 - 1]
  return { style: page.u16(at), sprms: page.slice(at + 2, length - 2) }
}

/** The stretch that holds a byte; asked in rising order it is found at once. */
export const finder = (stretches: Stretch[]) => {
  let last = 0
  return (at: number): Stretch | null => {
    const near = stretches[last]
    if (near && near.from <= at && at < near.to) return near
    let low = 0
    let high = stretches.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const stretch = stretches[middle]
      if (!stretch) return null
      if (at < stretch.from) high = middle - 1
      else if (at >= stretch.to) low = middle + 1
      else {
        last = middle
        return stretch
      }
    }
    return null
  }
}
