/**
 * The pictures of a PDF page painted onto a gray page, as they stand on it: turned, mirrored, in strips, or as a mask over
 * a background, which is how scanners and copiers write their pages.
 */
import type { getDocumentProxy } from 'unpdf'
import { OPS } from 'unpdf/pdfjs'
import { grayOf, type TakenJpeg, takenFor } from './pdf-jpegs.ts'
import type { Gray } from './scan/gray.ts'

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>

/** As pdf.js hands a decoded picture on. */
interface Picture {
  width: number
  height: number
  /** 0: a byte for each pixel, of a mask a bit; 1: a bit; 2: three bytes; 3: four. */
  kind: number
  data: Uint8Array
  isMask: boolean
}

type Matrix = [number, number, number, number, number, number]

/** What pdf.js may decode, as it makes three bytes of each pixel: A4 at 600 dpi. */
export const pdfPixelLimit = 36_000_000
/** What a page has at most when painted: A4 at 350 dpi. */
const enough = 12_000_000
/** Of the page that pictures must cover before it counts as scanned. */
const coverage = 0.55
/** Of the page that pictures which cannot be opened may cover before what is read without them counts for nothing. */
const muchCovered = 0.2
/** A page drawn in more pictures than this is no scan. */
const pictureLimit = 400

/**
 * The page as a picture; null when pictures do not cover most of it, `packed` when one that covers much could not be opened: it
 * may be the one with the letters. `jpegs` were taken out of the file.
 */
export const paintPage = async (page: Page, jpegs: TakenJpeg[]): Promise<Gray | 'packed' | null> => {
  const viewport = page.getViewport({ scale: 1 })
  const { width, height } = viewport
  const { found, unopened } = await picturesOf(page, jpegs)
  if (coverOf(unopened) > width * height * muchCovered) return 'packed'
  if (coverOf(found.map(({ matrix }) => matrix)) < width * height * coverage) return null
  const placed = found.map(({ picture, matrix }) => ({
    picture,
    matrix: times(viewport.transform as Matrix, matrix),
  }))
  const density = Math.max(
    ...placed.map(({ picture, matrix: [a, b] }) => picture.width / Math.max(1, Math.hypot(a, b))),
  )
  const scale = Math.min(density, Math.sqrt(enough / (width * height)), 600 / 72)
  const gray: Gray = {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
    data: new Uint8Array(0),
    dpi: Math.min(600, Math.max(70, scale * 72)),
  }
  gray.data = new Uint8Array(gray.width * gray.height).fill(255)
  for (const { picture, matrix } of placed)
    paint(gray, picture, times([gray.width / width, 0, 0, gray.height / height, 0, 0], matrix))
  return gray
}

/** The pictures in the order of drawing, each with the matrix that puts the unit square onto the page. */
const picturesOf = async (
  page: Page,
  jpegs: TakenJpeg[],
): Promise<{ found: { picture: Picture; matrix: Matrix }[]; unopened: Matrix[] }> => {
  const { fnArray, argsArray } = await page.getOperatorList()
  const found: { picture: Picture; matrix: Matrix }[] = []
  const unopened: Matrix[] = []
  const stack: Matrix[] = []
  let current: Matrix = [1, 0, 0, 1, 0, 0]
  for (const [index, operator] of fnArray.entries()) {
    const args: unknown[] = argsArray[index] ?? []
    if (operator === OPS.save) stack.push(current)
    else if (operator === OPS.restore) current = stack.pop() ?? current
    else if (operator === OPS.transform) current = times(current, args as Matrix)
    else if (operator === OPS.paintFormXObjectBegin) {
      stack.push(current)
      if (isMatrix(args[0])) current = times(current, args[0])
    } else if (operator === OPS.paintFormXObjectEnd) current = stack.pop() ?? current
    else if (found.length < pictureLimit) {
      const isMask = operator === OPS.paintImageMaskXObject
      if (!isMask && operator !== OPS.paintImageXObject && operator !== OPS.paintInlineImageXObject) continue
      const picture = await pictureOf(page, args[0], isMask, jpegs)
      if (picture === null) unopened.push(current)
      else found.push({ picture, matrix: current })
    }
  }
  return { found, unopened }
}

/** Of the page, in square points. */
const coverOf = (matrices: Matrix[]): number =>
  matrices.reduce((sum, [a, b, c, d]) => sum + Math.abs(a * d - b * c), 0)

/** Null for one that could not be decoded. */
const pictureOf = async (
  page: Page,
  given: unknown,
  isMask: boolean,
  jpegs: TakenJpeg[],
): Promise<Picture | null> => {
  const name = typeof given === 'string' ? given : nameIn(given)
  const value = name === null ? given : await objectOf(page, name)
  if (typeof value !== 'object' || value === null) return null
  const { width, height, kind, data } = value as {
    width?: number
    height?: number
    kind?: number
    data?: unknown
  }
  if (!ArrayBuffer.isView(data) || !width || !height) return null
  const taken = isMask ? undefined : takenFor(jpegs, width, height)
  if (taken !== undefined) {
    const gray = await grayOf(taken)
    return gray && { ...gray, kind: 0, isMask }
  }
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
  return { width, height, kind: kind ?? 0, data: bytes, isMask }
}

const nameIn = (given: unknown): string | null =>
  typeof given === 'object' && given !== null && 'data' in given && typeof given.data === 'string'
    ? given.data
    : null

const objectOf = (page: Page, name: string): Promise<unknown> =>
  new Promise((resolve) => {
    const objects = name.startsWith('g_') ? page.commonObjs : page.objs
    // All is decoded when the list of operators is there; one that never comes is not waited for.
    const timer = setTimeout(() => resolve(null), 2000)
    objects.get(name, (value: unknown) => {
      clearTimeout(timer)
      resolve(value)
    })
  })

const isMatrix = (value: unknown): value is Matrix => Array.isArray(value) && value.length === 6

const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f,
]

/** Every pixel of the page that the picture covers takes the picture's at that place. */
const paint = (gray: Gray, picture: Picture, matrix: Matrix): void => {
  const [a, b, c, d, e, f] = matrix
  const area = Math.abs(a * d - b * c)
  if (area < 1) return
  const xs = [e, e + a, e + c, e + a + c]
  const ys = [f, f + b, f + d, f + b + d]
  const part = {
    left: Math.max(0, Math.floor(Math.min(...xs))),
    right: Math.min(gray.width, Math.ceil(Math.max(...xs))),
    top: Math.max(0, Math.floor(Math.min(...ys))),
    bottom: Math.min(gray.height, Math.ceil(Math.max(...ys))),
  }
  // Where the page is coarser than the picture, a pixel is the mean of several: thin strokes would break otherwise.
  const samples = Math.min(4, Math.max(1, Math.round(Math.sqrt((picture.width * picture.height) / area))))
  const isLevel = Math.abs(b) + Math.abs(c) < 0.5
  if (isLevel && samples === 1) paintLevel(gray, picture, matrix, part)
  else paintAny(gray, picture, matrix, part, samples)
}

interface Part {
  left: number
  right: number
  top: number
  bottom: number
}

/** What nearly all scans are: neither turned nor made smaller. */
const paintLevel = (gray: Gray, picture: Picture, [a, , , d, e, f]: Matrix, part: Part): void => {
  const columns = new Int32Array(gray.width)
  for (let x = part.left; x < part.right; x++)
    columns[x] = within(((x + 0.5 - e) / a) * picture.width, picture.width)
  const rowOf = (y: number) => within((1 - (y + 0.5 - f) / d) * picture.height, picture.height)
  if (picture.kind === 0 && !picture.isMask) {
    paintBytes(gray, picture, columns, rowOf, part)
    return
  }
  const tone = toneOf(picture)
  for (let y = part.top; y < part.bottom; y++) {
    const row = rowOf(y)
    for (let x = part.left; x < part.right; x++) {
      const value = tone(columns[x] ?? 0, row)
      if (value >= 0) gray.data[y * gray.width + x] = value
    }
  }
}

/** A byte for each pixel: whole rows at once where nothing but the scan stands on the page, column for column. */
const paintBytes = (
  gray: Gray,
  { width, data }: Picture,
  columns: Int32Array,
  rowOf: (y: number) => number,
  { left, right, top, bottom }: Part,
): void => {
  const first = columns[left] ?? 0
  const isStraight = columns[right - 1] === first + right - left - 1
  for (let y = top; y < bottom; y++) {
    const from = rowOf(y) * width
    const to = y * gray.width
    if (isStraight) gray.data.set(data.subarray(from + first, from + first + right - left), to + left)
    else for (let x = left; x < right; x++) gray.data[to + x] = data[from + (columns[x] ?? 0)] ?? 255
  }
}

const within = (at: number, length: number): number => Math.min(length - 1, Math.max(0, Math.floor(at)))

const paintAny = (
  gray: Gray,
  picture: Picture,
  [a, b, c, d, e, f]: Matrix,
  part: Part,
  samples: number,
): void => {
  const tone = toneOf(picture)
  const area = a * d - b * c
  for (let y = part.top; y < part.bottom; y++) {
    for (let x = part.left; x < part.right; x++) {
      let sum = 0
      let count = 0
      for (let step = 0; step < samples * samples; step++) {
        const dx = x + ((step % samples) + 0.5) / samples - e
        const dy = y + (Math.floor(step / samples) + 0.5) / samples - f
        const u = (dx * d - dy * c) / area
        const v = 1 - (dy * a - dx * b) / area
        if (u < 0 || u >= 1 || v < 0 || v >= 1) continue
        const value = tone(Math.floor(u * picture.width), Math.floor(v * picture.height))
        if (value < 0) continue
        sum += value
        count++
      }
      if (count > 0) gray.data[y * gray.width + x] = sum / count
    }
  }
}

/** The gray of a pixel; -1 where a mask leaves what is below. */
const toneOf = ({ width, height, kind, data, isMask }: Picture): ((x: number, y: number) => number) => {
  const stride = (width + 7) >> 3
  const bit = (x: number, y: number) => ((data[y * stride + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1
  // In a mask, 0 is paint; scans paint their letters black.
  if (isMask) return (x, y) => (bit(x, y) === 0 ? 0 : -1)
  if (kind === 1) return (x, y) => bit(x, y) * 255
  const channels = Math.max(1, Math.floor(data.length / (width * height)))
  if (channels < 3) return (x, y) => data[(y * width + x) * channels] ?? 255
  return (x, y) => {
    const at = (y * width + x) * channels
    return ((data[at] ?? 255) * 77 + (data[at + 1] ?? 255) * 151 + (data[at + 2] ?? 255) * 28) >> 8
  }
}
