/** Zips with one file, as attachments come in them. Nothing is inflated beyond the limit, whatever the zip says of itself. */
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

export interface OnlyEntry {
  name: string
  method: number
  encrypted: boolean
  packed: number
  offset: number
  crc: number
}

/** The one entry of a zip; null for anything else (a docx is a zip of many, and stays as it is). */
export const onlyEntryOf = (bytes: Uint8Array): OnlyEntry | null => {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  const lowest = Math.max(0, bytes.length - 22 - 65_536)
  while (end >= lowest && view.getUint32(end, true) !== 0x06054b50) end--
  if (end < lowest || view.getUint16(end + 10, true) !== 1) return null
  const at = view.getUint32(end + 16, true)
  if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return null
  const nameEnd = at + 46 + view.getUint16(at + 28, true)
  return {
    name: new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  }
}

/** The entry's bytes; `too-large` where more than `most` would come out, `damaged` where they are not what was packed. */
export const inflateEntry = (
  bytes: Uint8Array,
  entry: OnlyEntry,
  most: number,
): Uint8Array | 'damaged' | 'too-large' => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.encrypted || entry.offset + 30 > bytes.length) return 'damaged'
  if (view.getUint32(entry.offset, true) !== 0x04034b50) return 'damaged'
  const start =
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  const packed = bytes.subarray(start, start + entry.packed)
  if (packed.length < entry.packed) return 'damaged'
  try {
    const whole = entry.method === 0 ? packed : entry.method === 8 ? inflated(packed, most) : null
    if (!whole || crc32(whole) !== entry.crc) return 'damaged'
    return whole.length > most ? 'too-large' : whole
  } catch (trouble) {
    return trouble instanceof Error && 'code' in trouble && trouble.code === 'ERR_BUFFER_TOO_LARGE'
      ? 'too-large'
      : 'damaged'
  }
}

const inflated = (packed: Uint8Array, most: number): Uint8Array => {
  const whole = inflateRawSync(packed, { maxOutputLength: most })
  return new Uint8Array(whole.buffer, whole.byteOffset, whole.length)
}

/** A zip of one file whose bytes depend only on the file: dated to the first day of zip. */
export const zipOne = (name: string, bytes: Uint8Array): Uint8Array => {
  const title = new TextEncoder().encode(name)
  const packed = deflateRawSync(bytes, { level: 6 })
  const out = new Uint8Array(30 + title.length + packed.length + 46 + title.length + 22)
  const view = new DataView(out.buffer)
  const about = (at: number) => {
    view.setUint16(at, 20, true)
    view.setUint16(at + 2, 0x0800, true)
    view.setUint16(at + 4, 8, true)
    view.setUint16(at + 8, 33, true)
    view.setUint32(at + 10, crc32(bytes), true)
    view.setUint32(at + 14, packed.length, true)
    view.setUint32(at + 18, bytes.length, true)
    view.setUint16(at + 22, title.length, true)
  }
  view.setUint32(0, 0x04034b50, true)
  about(4)
  out.set(title, 30)
  out.set(packed, 30 + title.length)
  const list = 30 + title.length + packed.length
  view.setUint32(list, 0x02014b50, true)
  view.setUint16(list + 4, 20, true)
  about(list + 6)
  out.set(title, list + 46)
  const end = list + 46 + title.length
  view.setUint32(end, 0x06054b50, true)
  view.setUint16(end + 8, 1, true)
  view.setUint16(end + 10, 1, true)
  view.setUint32(end + 12, 46 + title.length, true)
  view.setUint32(end + 16, list, true)
  return out
}
