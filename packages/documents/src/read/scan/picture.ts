/** A picture file as pages to be read: turned upright as its camera says, gray, and no larger than reading needs. */
import sharp from 'sharp'
import { type ReadText, Sheet } from '../lines.ts'
import { layOut } from '../pdf-layout.ts'
import type { Gray } from './gray.ts'
import { PictureTrouble } from './picture-trouble.ts'
import type { Scanner } from './scanner.ts'

/** An A3 sheet at 300 dpi has 17 million; more than this is no scan of an office. */
const pixelLimit = 50_000_000
/** A4 at 300 dpi has 8.7 million; more helps no engine. */
const enough = 12_000_000
/** Smaller is no page: a logo, an icon. */
const least = 100

export const readPicture = async (bytes: Uint8Array, scanner: Scanner): Promise<ReadText> => {
  const sheet = new Sheet()
  const pages = await pagesOf(bytes)
  for (let page = 1; page <= pages; page++) {
    // Opened before it is asked whether it may be read: a damaged picture is told as such in any case.
    const { picture, width, height } = await open(bytes, page - 1)
    if (!scanner.isOpen) break
    // As wide as A4, upright or lying: the rules of layout are in points.
    const pageWidth = width > height ? 842 : 595
    sheet.addPage({ width, height })
    if (width >= least && height >= least)
      layOut(await scanner.items(picture, pageWidth, width), pageWidth, page, sheet)
  }
  return sheet.done()
}

const pagesOf = async (bytes: Uint8Array): Promise<number> => {
  sharp.concurrency(1)
  sharp.cache(false)
  try {
    const { pages = 1, width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (width * height > pixelLimit) throw new PictureTrouble('file.too-many-pixels')
    return pages
  } catch (trouble) {
    throw trouble instanceof PictureTrouble ? trouble : new PictureTrouble('file.damaged')
  }
}

/** One page, and its size in pixels before it was made smaller. */
const open = async (
  bytes: Uint8Array,
  page: number,
): Promise<{ picture: Gray; width: number; height: number }> => {
  try {
    const source = sharp(bytes, { limitInputPixels: pixelLimit, failOn: 'truncated', page }).autoOrient()
    const { autoOrient } = await source.metadata()
    const { width, height } = autoOrient
    const scale = Math.min(1, Math.sqrt(enough / (width * height)))
    const { data, info } = await source
      .flatten({ background: '#fff' })
      .resize({ width: Math.max(1, Math.round(width * scale)) })
      .toColourspace('b-w')
      .raw()
      .toBuffer({ resolveWithObject: true })
    const dpi = Math.min(600, Math.max(70, info.width / (width > height ? 11.7 : 8.27)))
    return { picture: { width: info.width, height: info.height, data, dpi }, width, height }
  } catch {
    throw new PictureTrouble('file.damaged')
  }
}
