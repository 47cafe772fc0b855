/**
 * Is it a photo at all, how large, and is all of it there? Answered from its first bytes and its end while the sender
 * waits; nothing is unpacked here, so nothing hostile is opened in the server.
 */
import { type FileHandle, open } from 'node:fs/promises'
import { Problem } from '@loa/contract/problem'

export interface PhotoHeader {
  mime: 'image/jpeg' | 'image/png' | 'image/webp'
  width: number
  height: number
}

const megapixels = 100

/** @throws Problem `evidence.not-a-photo`, `evidence.heic`, `evidence.cut-off`, `evidence.too-many-pixels` */
export const readHeader = async (path: string, name: string): Promise<PhotoHeader> => {
  const file = await open(path)
  try {
    const header = await headerOf(file, name)
    if (header.width * header.height > megapixels * 1_000_000)
      throw new Problem('evidence.too-many-pixels', {
        name,
        megapixels: Math.round((header.width * header.height) / 1_000_000),
        limit: megapixels,
      })
    return header
  } finally {
    await file.close()
  }
}

const headerOf = async (file: FileHandle, name: string): Promise<PhotoHeader> => {
  const first = await bytesAt(file, 0, 64)
  if (first.length === 0) throw new Problem('evidence.empty', { name })
  const found = await (first.readUInt16BE(0) === 0xffd8
    ? jpeg(file)
    : first.toString('latin1', 1, 4) === 'PNG'
      ? png(file, first)
      : first.toString('latin1', 0, 4) === 'RIFF' && first.toString('latin1', 8, 12) === 'WEBP'
        ? webp(file, first)
        : null)
  if (found === 'cut off') throw new Problem('evidence.cut-off', { name })
  if (found) return found
  const brand = first.toString('latin1', 4, 8) === 'ftyp' ? first.toString('latin1', 8, 12) : ''
  if (/^(hei[cxms]|hev[cxms]|mif1|msf1)$/.test(brand)) throw new Problem('evidence.heic', { name })
  throw new Problem('evidence.not-a-photo', { name })
}

type Header = PhotoHeader | 'cut off' | null

/** Always as long as asked for at the front of a file; shorter only where the file ends. */
const bytesAt = async (file: FileHandle, position: number, length: number): Promise<Buffer> => {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  // So that the tests of a first word find zeros, and not the end of the buffer.
  return bytesRead === 0 ? Buffer.alloc(0) : position === 0 ? buffer : buffer.subarray(0, bytesRead)
}

/** From segment to segment to the frame, which has the size; then on to the mark of the end. */
const jpeg = async (file: FileHandle): Promise<Header> => {
  let [position, header]: [number, PhotoHeader | null] = [2, null]
  for (let segment = 0; segment < 2000; segment++) {
    const part = await bytesAt(file, position, 9)
    if (part.length < 4) return 'cut off'
    if (part[0] !== 0xff) return null
    const marker = part[1] ?? 0
    if (marker === 0xff) {
      position += 1
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame && part.length === 9)
      header = { mime: 'image/jpeg', height: part.readUInt16BE(5), width: part.readUInt16BE(7) }
    position += 2 + part.readUInt16BE(2)
    if (marker === 0xda)
      return !header || header.width === 0 || header.height === 0
        ? null
        : (await hasEnd(file, position))
          ? header
          : 'cut off'
  }
  return null
}

/** Inside the picture 0xff is always followed by something else, so the first 0xffd9 is the end; phones add films after it. */
const hasEnd = async (file: FileHandle, from: number): Promise<boolean> => {
  const step = 65_536
  for (let position = from; ; position += step - 1) {
    const part = await bytesAt(file, position, step)
    if (part.indexOf('ffd9', 0, 'hex') >= 0) return true
    if (part.length < step) return false
  }
}

const png = async (file: FileHandle, first: Buffer): Promise<Header> => {
  if (first.toString('latin1', 12, 16) !== 'IHDR') return null
  const { size } = await file.stat()
  const end = await bytesAt(file, Math.max(1, size - 4096), 4096)
  if (end.indexOf('IEND', 0, 'latin1') < 0) return 'cut off'
  return { mime: 'image/png', width: first.readUInt32BE(16), height: first.readUInt32BE(20) }
}

/** A picture that moves is none: what is looked at must be all there is. */
const webp = async (file: FileHandle, first: Buffer): Promise<Header> => {
  const { size } = await file.stat()
  if (size < first.readUInt32LE(4) + 8) return 'cut off'
  const mime = 'image/webp'
  const kind = first.toString('latin1', 12, 16)
  if (kind === 'VP8X' && ((first[20] ?? 0) & 2) !== 0) return null
  if (kind === 'VP8X')
    return { mime, width: first.readUIntLE(24, 3) + 1, height: first.readUIntLE(27, 3) + 1 }
  if (kind === 'VP8L') {
    const bits = first.readUInt32LE(21)
    return { mime, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  if (kind === 'VP8 ')
    return { mime, width: first.readUInt16LE(26) & 0x3fff, height: first.readUInt16LE(28) & 0x3fff }
  return null
}
