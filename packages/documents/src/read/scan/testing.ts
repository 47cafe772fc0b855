/** Makes scans for tests and benchmarks: our own PDF drawn by pdftoppm, worn as paper is, wrapped as scanners wrap it. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { pgmOf } from './gray.ts'

/** The pages of a PDF as PNG. */
export const drawPages = (pdf: Uint8Array, dpi: number): Uint8Array[] => {
  const folder = mkdtempSync(join(tmpdir(), 'loa-scan-'))
  try {
    writeFileSync(join(folder, 'in.pdf'), pdf)
    execFileSync('pdftoppm', ['-r', String(dpi), '-gray', '-png', 'in.pdf', 'page'], { cwd: folder })
    return readdirSync(folder)
      .filter((name) => name.endsWith('.png'))
      .sort()
      .map((name) => new Uint8Array(readFileSync(join(folder, name))))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** As a page lies on the glass: askew, on grainy paper. */
export const worn = async (png: Uint8Array, degrees = 1): Promise<Uint8Array> => {
  const turned = await sharp(png).rotate(degrees, { background: '#fff' }).png().toBuffer()
  const { width, height } = await sharp(turned).metadata()
  const grain = await sharp(grainOf(width * height), { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer()
  return new Uint8Array(
    await sharp(turned)
      .composite([{ input: grain, blend: 'multiply' }])
      .grayscale()
      .png()
      .toBuffer(),
  )
}

/** The same paper each time: grey about 228, give or take 15, from a row of numbers that begins anew (mulberry32). */
const grainOf = (count: number): Uint8Array => {
  let state = 1
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  // Four uniform numbers add up to what is near enough to the bell curve, of deviation √(4/12).
  return Uint8Array.from({ length: count }, () =>
    Math.max(0, Math.min(255, 228 + (15 * (next() + next() + next() + next() - 2)) / Math.sqrt(1 / 3))),
  )
}

/** A picture as it stands in a PDF: its dictionary without the length, and its bytes. */
export interface PdfPicture {
  dictionary: string
  bytes: Uint8Array
  /** Of the page's height. */
  share: number
}

export const jpegPicture = async (png: Uint8Array): Promise<PdfPicture> => {
  const { data, info } = await sharp(png)
    .grayscale()
    .jpeg({ quality: 75 })
    .toBuffer({ resolveWithObject: true })
  const dictionary = `/Width ${info.width}/Height ${info.height}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode`
  return { dictionary, bytes: new Uint8Array(data), share: 1 }
}

/** Black and white in strips, Group 4: what copiers send. The strips of a TIFF are the same streams. */
export const faxPictures = async (png: Uint8Array, isMask = false): Promise<PdfPicture[]> => {
  const { width, height } = await sharp(png).metadata()
  const tiff = await sharp(png)
    .threshold(160)
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1, tile: false })
    .toBuffer()
  const { strips, rows } = stripsOf(tiff)
  return strips.map((strip, index) => {
    const own = Math.min(rows, height - index * rows)
    const colours = isMask ? '/ImageMask true' : '/ColorSpace/DeviceGray'
    const dictionary = `/Width ${width}/Height ${own}${colours}/BitsPerComponent 1/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns ${width}/Rows ${own}>>`
    return { dictionary, bytes: new Uint8Array(strip), share: own / height }
  })
}

/** Black and white as JBIG2, as newer copiers write it: a generic region coded by MMR is a strip of Group 4 in another coat. */
export const jbig2Picture = async (png: Uint8Array): Promise<PdfPicture> => {
  const { width, height } = await sharp(png).metadata()
  const strips = await faxPictures(png)
  // Type, page 1 and length of a segment, then its data (ISO/IEC 14492, 7.2); 48 is the page, 38 a region, 49 the end.
  const segments: Buffer[] = []
  const add = (type: number, ...data: Buffer[]) => {
    const body = Buffer.concat(data)
    segments.push(Buffer.concat([u32(segments.length), Buffer.from([type, 0, 1]), u32(body.length), body]))
  }
  add(48, u32(width, height, 0, 0), Buffer.from([0, 0, 0]))
  let top = 0
  for (const { bytes, share } of strips) {
    const rows = Math.round(share * height)
    add(38, u32(width, rows, 0, top), Buffer.from([0, 1]), Buffer.from(bytes))
    top += rows
  }
  add(49)
  const dictionary = `/Width ${width}/Height ${height}/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/JBIG2Decode`
  return { dictionary, bytes: new Uint8Array(Buffer.concat(segments)), share: 1 }
}

const u32 = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, index * 4)
  return bytes
}

/** JPEG 2000, by Debian's opj_compress. */
export const jpxPicture = async (png: Uint8Array): Promise<PdfPicture> => {
  const { data, info } = await sharp(png).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true })
  const folder = mkdtempSync(join(tmpdir(), 'loa-jpx-'))
  try {
    writeFileSync(join(folder, 'a.pgm'), pgmOf({ width: info.width, height: info.height, data, dpi: 200 }))
    execFileSync('opj_compress', ['-i', 'a.pgm', '-o', 'a.jp2', '-r', '20'], { cwd: folder, stdio: 'ignore' })
    const dictionary = `/Width ${info.width}/Height ${info.height}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/JPXDecode`
    return { dictionary, bytes: new Uint8Array(readFileSync(join(folder, 'a.jp2'))), share: 1 }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const stripsOf = (tiff: Buffer): { strips: Buffer[]; rows: number } => {
  const entry = tiff.readUInt32LE(4)
  const tags = new Map<number, number[]>()
  for (let i = 0; i < tiff.readUInt16LE(entry); i++) {
    const at = entry + 2 + i * 12
    const isShort = tiff.readUInt16LE(at + 2) === 3
    const count = tiff.readUInt32LE(at + 4)
    const size = isShort ? 2 : 4
    const from = count * size <= 4 ? at + 8 : tiff.readUInt32LE(at + 8)
    const values = Array.from({ length: count }, (_, n) =>
      isShort ? tiff.readUInt16LE(from + n * 2) : tiff.readUInt32LE(from + n * 4),
    )
    tags.set(tiff.readUInt16LE(at), values)
  }
  const lengths = tags.get(279) ?? []
  const strips = (tags.get(273) ?? []).map((offset, index) =>
    tiff.subarray(offset, offset + (lengths[index] ?? 0)),
  )
  return { strips, rows: tags.get(278)?.[0] ?? 0 }
}

/** One A4 page for each list of pictures, one below the other; `content` replaces how they are drawn, `rotate` turns the page. */
export const scanPdf = (
  pages: PdfPicture[][],
  { rotate = 0, content, size = [595, 842] }: { rotate?: number; content?: string; size?: number[] } = {},
): Uint8Array => {
  const objects: (string | Buffer)[] = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
  ]
  const kids: string[] = []
  for (const pictures of pages) {
    const names: string[] = []
    let top = 842
    let drawn = ''
    for (const { dictionary, bytes, share } of pictures) {
      const head = Buffer.from(`<</Type/XObject/Subtype/Image${dictionary}/Length ${bytes.length}>>stream\n`)
      objects.push(Buffer.concat([head, bytes, Buffer.from('\nendstream')]))
      top -= share * 842
      drawn += `q 595 0 0 ${share * 842} 0 ${top} cm /I${names.length} Do Q `
      names.push(`/I${names.length} ${objects.length} 0 R`)
    }
    const stream = content ?? drawn
    objects.push(`<</Length ${stream.length}>>stream\n${stream}\nendstream`)
    objects.push(
      `<</Type/Page/Parent 2 0 R/Rotate ${rotate}/MediaBox[0 0 ${size.join(' ')}]/Contents ${objects.length} 0 R/Resources<</Font<</F 3 0 R>>/XObject<<${names.join(' ')}>>>>>>`,
    )
    kids.push(`${objects.length} 0 R`)
  }
  objects[1] = `<</Type/Pages/Count ${kids.length}/Kids[${kids.join(' ')}]>>`
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')]
  let length = 9
  const offsets = objects.map((object, index) => {
    const at = length
    const part = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      Buffer.from(object),
      Buffer.from('\nendobj\n'),
    ])
    parts.push(part)
    length += part.length
    return at
  })
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const tail = `trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF\n`
  parts.push(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${tail}`))
  return new Uint8Array(Buffer.concat(parts))
}
