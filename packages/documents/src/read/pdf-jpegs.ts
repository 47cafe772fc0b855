/**
 * JPEGs of a PDF taken out before pdf.js sees them, which would decode them in JavaScript, many times as slow as sharp does. In
 * its copy of the file each is replaced by a tiny picture whose width tells which one it is; where it is drawn is still for
 * pdf.js to say.
 */
import type { Gray } from './scan/gray.ts'

export interface TakenJpeg {
  bytes: Uint8Array
  width: number
  height: number
}

/** A stand-in is this high; no scanner writes strips of so few rows that are no wider than there are pictures. */
const standInHeight = 7
/** More pictures than this are no scan, and their numbers would not fit where their widths stood. */
const most = 400
/** A dictionary is not longer; what is, is left to pdf.js. */
const dictionaryLimit = 1500

/** Writes into `bytes`. The stand-in that is `index + 1` wide stands for the picture of that index. */
export const takeJpegs = async (bytes: Uint8Array): Promise<TakenJpeg[]> => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  // Files without pictures do not pay for the library that opens them.
  if (!file.includes(filter)) return []
  const standIns = await drawStandIns()
  const taken: TakenJpeg[] = []
  for (let at = file.indexOf(filter); at >= 0 && taken.length < most; at = file.indexOf(filter, at + 1)) {
    const found = jpegAt(file, at)
    if (found === null) continue
    const { dictionary, from, to, frame } = found
    const stand = standIns[frame.components]
    if (stand === undefined || to - from < stand.length) continue
    const text = file.toString('latin1', dictionary.start, dictionary.end)
    const named = renamed(text, taken.length + 1)
    if (named === null) continue
    // A copy, since the stand-in is written over its head.
    taken.push({ bytes: new Uint8Array(file.subarray(from, to)), width: frame.width, height: frame.height })
    file.write(named, dictionary.start, 'latin1')
    stand.copy(file, from)
  }
  return taken
}

const filter = '/DCTDecode'

interface Found {
  dictionary: { start: number; end: number }
  from: number
  to: number
  frame: { width: number; height: number; components: number }
}

/** The plain, whole-page kind only: gray or coloured, not turned to its negative, without mask or other filters. */
const jpegAt = (file: Buffer, at: number): Found | null => {
  const start = file.lastIndexOf(' obj', at)
  const end = file.indexOf('stream', at)
  if (start < 0 || end < 0 || at - start > dictionaryLimit || end - at > dictionaryLimit) return null
  const text = file.toString('latin1', start, end)
  if (!/\/Subtype\s*\/Image\b/.test(text) || !/\/Filter\s*(?:\/DCTDecode\b|\[\s*\/DCTDecode\s*\])/.test(text))
    return null
  if (/\/(?:Decode|DecodeParms|SMask|Mask|ImageMask|Separation|Indexed|DeviceN|Lab)\b/.test(text)) return null
  if (!/\/BitsPerComponent\s+8\b/.test(text) || /endobj/.test(text)) return null
  const from = file[end + 6] === 0x0d ? end + 8 : end + 7
  if (file[from] !== 0xff || file[from + 1] !== 0xd8) return null
  const to = file.indexOf('endstream', from)
  const frame = frameOf(file, from + 2)
  if (to < 0 || frame === null || frame.width < 50 || frame.height < 50) return null
  return { dictionary: { start, end }, from, to, frame }
}

/** The dictionary with another size, and not a byte longer or shorter, since other parts of the file count on their places. */
const renamed = (text: string, width: number): string | null => {
  let out: string | null = text
  for (const [key, value] of [
    ['Width', width],
    ['Height', standInHeight],
  ] as const) {
    const hits: RegExpExecArray[] = [
      ...(out ?? '').matchAll(new RegExp(`/${key}\\s+(\\d+)(?=\\s*[/>]|\\s+[^\\d\\s])`, 'g')),
    ]
    const [hit] = hits
    const digits = hit?.[1] ?? ''
    if (out === null || hits.length !== 1 || hit === undefined || String(value).length > digits.length)
      return null
    const from = hit.index + hit[0].length - digits.length
    out = out.slice(0, from) + String(value).padEnd(digits.length, ' ') + out.slice(from + digits.length)
  }
  return out
}

/** The size and the number of colours in a JPEG's head. */
const frameOf = (file: Buffer, from: number): Found['frame'] | null => {
  let at = from
  for (let segment = 0; segment < 60 && at + 10 < file.length && file[at] === 0xff; segment++) {
    const marker = file[at + 1] ?? 0
    if (marker >= 0xc0 && marker <= 0xc2)
      return {
        height: file.readUInt16BE(at + 5),
        width: file.readUInt16BE(at + 7),
        components: file[at + 9] ?? 0,
      }
    if (marker < 0xc4 || marker === 0xd9 || marker === 0xda) return null
    at += 2 + file.readUInt16BE(at + 2)
  }
  return null
}

/** One pixel, by the number of its colours. */
const drawStandIns = async (): Promise<Partial<Record<number, Buffer>>> => {
  const { default: sharp } = await import('sharp')
  const pixel = sharp({ create: { width: 1, height: 1, channels: 3, background: '#808080' } })
  const [gray, coloured] = await Promise.all([
    pixel.clone().toColourspace('b-w').jpeg().toBuffer(),
    pixel.clone().jpeg().toBuffer(),
  ])
  return { 1: gray, 3: coloured }
}

/** Which taken picture a picture of pdf.js stands for. */
export const takenFor = (jpegs: TakenJpeg[], width: number, height: number): TakenJpeg | undefined =>
  height === standInHeight ? jpegs[width - 1] : undefined

/** Its gray pixels; null when it is damaged. */
export const grayOf = async ({
  bytes,
  width,
  height,
}: TakenJpeg): Promise<Pick<Gray, 'width' | 'height' | 'data'> | null> => {
  const { default: sharp } = await import('sharp')
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: width * height, failOn: 'error' })
      .toColourspace('b-w')
      .raw()
      .toBuffer({ resolveWithObject: true })
    return info.channels === 1 ? { width: info.width, height: info.height, data } : null
  } catch {
    return null
  }
}
