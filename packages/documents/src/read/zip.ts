/**
 * A zip file's table of contents, and its parts inflated under a limit. Nothing is inflated beyond the limit, whatever the
 * file declares about itself. The platform's own zlib is several times faster here than a library, and knows limits.
 */
import { inflateRawSync } from 'node:zlib'

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
const swellingAllowed = 16 * 1024 * 1024
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
  // The limit is on what comes out, whatever the table of contents declares: 64 MB, less for a part that swells strangely.
  const limit = Math.min(partLimit, Math.max(swellingAllowed, packed.length * ratioLimit))
  if (entry.size > limit) throw new ZipTrouble('zip-bomb')
  try {
    return inflateRawSync(packed, { maxOutputLength: limit, chunkSize: 64 * 1024 })
  } catch (trouble) {
    const tooLarge = trouble instanceof Error && 'code' in trouble && trouble.code === 'ERR_BUFFER_TOO_LARGE'
    throw new ZipTrouble(tooLarge ? 'zip-bomb' : 'damaged')
  }
}
