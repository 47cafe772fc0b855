/** Zip files (PKWARE APPNOTE 6.3, without its 64-bit parts) whose bytes depend only on what is in them. */
import { constants, crc32, deflateRawSync } from 'node:zlib'

/** A part as it stands in a zip; it can stand in many. */
export interface PackedPart {
  name: Buffer
  crc: number
  /** Unpacked. */
  size: number
  data: Uint8Array[]
}

/** In the order given, all dated to the first day of zip. */
export const deterministicZip = (parts: Record<string, Uint8Array | string>): Uint8Array =>
  packedZip(Object.entries(parts).map(([name, part]) => packed(name, part)))

export const packed = (name: string, part: Uint8Array | string): PackedPart => {
  const bytes = bytesOf(part)
  return {
    name: Buffer.from(name),
    crc: crc32(bytes),
    size: bytes.length,
    data: [deflateRawSync(bytes, { level: 5 })],
  }
}

/**
 * A part of which only the middle differs from one file to the next: what stands around it is packed once. Each piece is packed by itself up to
 * a whole byte, so they can stand one behind the other (RFC 1951, 3.2.4).
 */
export const packedAround = (
  name: string,
  before: string,
  after: string,
): ((middle: string) => PackedPart) => {
  const [start, end] = [bytesOf(before), bytesOf(after)]
  const startCrc = crc32(start)
  const [startData, endData] = [piece(start), deflateRawSync(end, { level: 5 })]
  return (middle) => {
    const bytes = bytesOf(middle)
    return {
      name: Buffer.from(name),
      crc: crc32(end, crc32(bytes, startCrc)),
      size: start.length + bytes.length + end.length,
      data: bytes.length > 0 ? [startData, piece(bytes), endData] : [startData, endData],
    }
  }
}

const piece = (bytes: Uint8Array): Uint8Array =>
  deflateRawSync(bytes, { level: 5, finishFlush: constants.Z_FULL_FLUSH })

export const packedZip = (parts: PackedPart[]): Uint8Array => {
  const chunks: Uint8Array[] = []
  const directory: Buffer[] = []
  let length = 0
  for (const { name, crc, size, data } of parts) {
    const fields = Buffer.alloc(26)
    // Version 2.0; names in UTF-8; deflated; the first of January 1980.
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(0x0800, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt16LE(0x0021, 8)
    fields.writeUInt32LE(crc, 10)
    fields.writeUInt32LE(
      data.reduce((sum, part) => sum + part.length, 0),
      14,
    )
    fields.writeUInt32LE(size, 18)
    fields.writeUInt16LE(name.length, 22)
    directory.push(entry(fields, name, length))
    for (const chunk of [Buffer.from('PK\u0003\u0004', 'latin1'), fields, name, ...data]) {
      chunks.push(chunk)
      length += chunk.length
    }
  }
  const entries = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(entries.length, 12)
  end.writeUInt32LE(length, 16)
  return Buffer.concat([...chunks, entries, end])
}

const entry = (fields: Buffer, name: Buffer, place: number): Buffer => {
  const tail = Buffer.alloc(14)
  tail.writeUInt32LE(place, 10)
  return Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), fields, tail, name])
}

const bytesOf = (part: Uint8Array | string): Uint8Array =>
  typeof part === 'string' ? Buffer.from(part) : part
