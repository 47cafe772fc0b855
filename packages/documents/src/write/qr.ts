/** QR codes (ISO/IEC 18004) of short texts, such as a number and symbol or an identifier. */
import { crc32, deflateSync } from 'node:zlib'
import { encode } from 'uqr'

/** One dark stretch of a row, in modules from the upper left corner. */
interface Stretch {
  x: number
  y: number
  width: number
}

export interface Qr {
  /** Modules an edge, with the quiet one around them that readers need. */
  size: number
  stretches: Stretch[]
}

/** @throws where the text is longer than a code can hold (2,300 bytes) */
export const qrOf = (text: string): Qr => {
  const { data, size } = encode(text, { border: 2, ecc: 'M' })
  const stretches: Stretch[] = []
  for (const [y, row] of data.entries())
    for (let x = 0; x < size; x++) {
      if (!row[x]) continue
      const start = x
      while (x < size && row[x]) x++
      stretches.push({ x: start, y, width: x - start })
    }
  return { size, stretches }
}

/** The code as bits, a row after the other from the top, each filled up to whole bytes; dark is 0, as where an image mask lets ink through. */
export const qrBits = (text: string): { size: number; bits: Buffer } => {
  const { size, stretches } = qrOf(text)
  const bytes = Math.ceil(size / 8)
  const bits = Buffer.alloc(bytes * size, 0xff)
  for (const { x, y, width } of stretches)
    for (let at = x; at < x + width; at++) {
      const place = y * bytes + (at >> 3)
      bits[place] = (bits[place] ?? 0) & ~(0x80 >> (at & 7))
    }
  return { size, bits }
}

export const qrSvg = (text: string): string => {
  const { size, stretches } = qrOf(text)
  const path = stretches.map(({ x, y, width }) => `M${x} ${y}h${width}v1h-${width}z`).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`
}

/** Black and white, one bit a pixel, six pixels a module. */
export const qrPng = (text: string): Uint8Array => {
  const { size, stretches } = qrOf(text)
  const scale = 6
  const edge = size * scale
  const bytes = Math.ceil(edge / 8)
  const rows = Buffer.alloc((bytes + 1) * edge, 0xff)
  for (let y = 0; y < edge; y++) rows[y * (bytes + 1)] = 0
  for (const { x, y, width } of stretches)
    for (let row = y * scale; row < (y + 1) * scale; row++)
      for (let at = x * scale; at < (x + width) * scale; at++) {
        const place = row * (bytes + 1) + 1 + (at >> 3)
        rows[place] = (rows[place] ?? 0) & ~(0x80 >> (at & 7))
      }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(edge, 0)
  header.writeUInt32BE(edge, 4)
  header[8] = 1
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
