/**
 * A zip file's table of contents, and its parts inflated under a limit. Nothing is allocated beyond the limit, whatever the
 * file declares about itself.
 */
import { Inflate, inflateSync } from 'fflate'

export interface ZipEntry {
  name: string
  method: number
  encrypted: boolean
  packed: number
  size: number
  offset: number
}

/** Thrown inside this folder only: `reason` becomes a message. */
export class ZipTrouble extends Error {
  readonly reason: 'zip-bomb' | 'damaged'
  constructor(reason: 'zip-bomb' | 'damaged') {
    super(reason)
    this.reason = reason
  }
}

const partLimit = 64 * 1024 * 1024
const totalLimit = 100 * 1024 * 1024
const ratioLimit = 200
const entryLimit = 10_000

const decoder = new TextDecoder()

/** The entries by name; null when there is no readable table of contents. */
export const zipEntries = (bytes: Uint8Array): Map<string, ZipEntry> | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  const lowest = Math.max(0, bytes.length - 22 - 65_536)
  while (end >= lowest && view.getUint32(end, true) !== 0x06054b50) end--
  if (end < lowest || end < 0) return null
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const entries = new Map<string, ZipEntry>()
  for (let i = 0; i < Math.min(count, entryLimit); i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return null
    const nameLength = view.getUint16(at + 28, true)
    const name = decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength))
    entries.set(name.replace(/\\/g, '/').replace(/^\//, ''), {
      name,
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** Whether the sizes a file declares are those of a bomb. */
export const declaresBomb = (entries: Map<string, ZipEntry>): boolean => {
  let size = 0
  let packed = 0
  for (const entry of entries.values()) {
    size += entry.size
    packed += entry.packed
  }
  return size > totalLimit && size > packed * ratioLimit
}

/** One part, inflated; throws `ZipTrouble`. */
export const inflatePart = (bytes: Uint8Array, entry: ZipEntry): Uint8Array => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== 0x04034b50) {
    throw new ZipTrouble('damaged')
  }
  const start =
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  const packed = bytes.subarray(start, start + entry.packed)
  if (packed.length < entry.packed) throw new ZipTrouble('damaged')
  if (entry.method === 0) return packed
  if (entry.method !== 8) throw new ZipTrouble('damaged')
  if (entry.size > partLimit) throw new ZipTrouble('zip-bomb')
  try {
    // Small parts at once, into exactly the space declared; large ones piece by piece, counted as they come.
    if (entry.packed < 256 * 1024 && entry.size < 16 * 1024 * 1024) return inflateSmall(packed, entry.size)
    return inflateCounted(packed)
  } catch (trouble) {
    if (trouble instanceof ZipTrouble) throw trouble
    throw new ZipTrouble('damaged')
  }
}

/** One byte more than declared shows a part that holds more than it says. */
const inflateSmall = (packed: Uint8Array, size: number): Uint8Array => {
  const out = inflateSync(packed, { out: new Uint8Array(size + 1) })
  return out.length > size ? inflateCounted(packed) : out
}

const inflateCounted = (packed: Uint8Array): Uint8Array => {
  const chunks: Uint8Array[] = []
  let total = 0
  const inflate = new Inflate((chunk) => {
    total += chunk.length
    if (total > partLimit) throw new ZipTrouble('zip-bomb')
    if (total > 16 * 1024 * 1024 && total > packed.length * ratioLimit) throw new ZipTrouble('zip-bomb')
    chunks.push(chunk)
  })
  const step = 16 * 1024
  for (let at = 0; at < packed.length; at += step) {
    inflate.push(packed.subarray(at, at + step), at + step >= packed.length)
  }
  const out = new Uint8Array(total)
  let at = 0
  for (const chunk of chunks) {
    out.set(chunk, at)
    at += chunk.length
  }
  return out
}
