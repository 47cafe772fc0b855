/** The letters of the main text in reading order, each with its place in the file [MS-DOC 2.4.1, 2.9.38 Clx]. */
import type { Bytes } from './bytes.ts'
import { DocTrouble } from './doc-trouble.ts'

export interface Letter {
  code: number
  /** Byte in the document's stream. */
  at: number
}

const lengthLimit = 5_000_000

/** Letters above 0x7F of a piece that is kept in single bytes are Windows-1252. */
const single = new TextDecoder('windows-1252')
const singleCodes = Array.from({ length: 256 }, (_, byte) =>
  single.decode(new Uint8Array([byte])).charCodeAt(0),
)

export const readLetters = function* (document: Bytes, clx: Bytes, length: number): Generator<Letter> {
  const pieces = piecesOf(clx)
  if (pieces.length === 0) throw new DocTrouble('damaged')
  const limit = Math.min(length, lengthLimit)
  for (const { from, to, place } of pieces) {
    const isSingle = (place & 0x40000000) !== 0
    const start = isSingle ? (place & 0x3fffffff) / 2 : place & 0x3fffffff
    for (let cp = from; cp < Math.min(to, limit); cp++) {
      const at = start + (cp - from) * (isSingle ? 1 : 2)
      if (at >= document.length) break
      yield { at, code: isSingle ? (singleCodes[document.u8(at)] ?? 0) : document.u16(at) }
    }
  }
}

const piecesOf = (clx: Bytes) => {
  let at = 0
  // Modifiers of whole pieces come first; what they change is nothing that reading needs.
  while (clx.u8(at) === 1 && at < clx.length) at += 3 + clx.u16(at + 1)
  if (clx.u8(at) !== 2) return []
  const size = Math.min(clx.u32(at + 1), clx.length - at - 5)
  const count = Math.floor((size - 4) / 12)
  const head = at + 5
  return Array.from({ length: Math.max(0, Math.min(count, 100_000)) }, (_, index) => ({
    from: clx.u32(head + index * 4),
    to: clx.u32(head + index * 4 + 4),
    place: clx.u32(head + (count + 1) * 4 + index * 8 + 2),
  }))
}
