/** A page of an original as a picture to look at: a PDF drawn by its own engine, a scan turned upright. */
import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { createIsomorphicCanvasFactory, getDocumentProxy } from 'unpdf'
import type { PagePicture } from './documents-worker.ts'
import { pixelLimit } from './photo.ts'

/** Wide enough to read small print on an office screen; a page of any shape stays below 1600 px. */
const width = 1240
const longest = 1600
/** Points of a page drawn at once; larger ones (maps, posters) are drawn smaller. */
const scaleLimit = 4

/** A scan of an A4 page at 600 dots per inch has 35 million; what is larger is left white. */
const imageLimit = 40_000_000

/** @returns a JPEG, or why there is none */
export const drawPage = async (path: string, mime: string, page: number): Promise<PagePicture> => {
  try {
    if (mime === 'application/pdf') return await drawPdf(path, page)
    return page === 1 ? await drawPicture(path) : 'no such page'
  } catch {
    // What the reader could read need not be drawable to its end.
    return 'damaged'
  }
}

const drawPdf = async (path: string, number: number): Promise<PagePicture> => {
  const CanvasFactory = await createIsomorphicCanvasFactory(() => import('@napi-rs/canvas'))
  const document = await getDocumentProxy(new Uint8Array(await readFile(path)), {
    verbosity: 0,
    CanvasFactory,
    maxImageSize: imageLimit,
  })
  try {
    if (number > document.numPages) return 'no such page'
    const page = await document.getPage(number)
    const whole = page.getViewport({ scale: 1 })
    const scale = Math.min(width / whole.width, longest / whole.height, scaleLimit)
    const viewport = page.getViewport({ scale })
    const { createCanvas } = await import('@napi-rs/canvas')
    const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
    const context = canvas.getContext('2d')
    context.fillStyle = '#fff'
    context.fillRect(0, 0, canvas.width, canvas.height)
    await page.render({
      canvas: null,
      canvasContext: context as unknown as CanvasRenderingContext2D,
      viewport,
    }).promise
    return await canvas.encode('jpeg', 82)
  } finally {
    await document.loadingTask.destroy()
  }
}

const drawPicture = async (path: string): Promise<Uint8Array> => {
  sharp.concurrency(1)
  return sharp(path, { limitInputPixels: pixelLimit })
    .rotate()
    .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .jpeg({ quality: 82 })
    .toBuffer()
}
