import { crc32, deflateRawSync } from 'node:zlib'
import { Zip, type ZipInputFile } from 'fflate'

/** A zip whose bytes depend only on what is in it: parts in the order given, all dated to the first day of zip. */
export const deterministicZip = (parts: Record<string, Uint8Array | string>): Uint8Array => {
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk)
  })
  for (const [name, part] of Object.entries(parts)) add(zip, name, part)
  zip.end()
  return Buffer.concat(chunks)
}

/** Node's own deflate, not the library's: of a sheet of 100,000 rows that was most of the time (`bench/xlsx-100k`). */
const add = (zip: Zip, filename: string, part: Uint8Array | string): void => {
  const bytes = typeof part === 'string' ? encoder.encode(part) : part
  const file: ZipInputFile = {
    filename,
    compression: 8,
    size: bytes.length,
    crc: crc32(bytes),
    mtime: firstDay,
  }
  zip.add(file)
  file.ondata?.(null, deflateRawSync(bytes, { level: 5 }), true)
}

/** Zip keeps local time: fields are given, not an instant, so the zone of the machine does not matter. */
const firstDay = new Date(1980, 0, 1)
const encoder = new TextEncoder()
