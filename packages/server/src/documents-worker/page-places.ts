/**
 * Where the text of a dispatch stands on the pages of its original. The words that the PDF draws are looked for in the text as
 * it was read, in the order of the page, so that the offsets are those of the stored text whatever reader made it.
 */
import { readFile } from 'node:fs/promises'
import type { DispatchPlaces } from '@loa/contract/corrections'
import sharp from 'sharp'
import { getDocumentProxy } from 'unpdf'

const pageLimit = 200

export const findPlaces = async (path: string, mime: string, text: string): Promise<DispatchPlaces> => {
  if (mime !== 'application/pdf') {
    const { autoOrient } = await sharp(path).metadata()
    return { pages: [{ width: autoOrient.width, height: autoOrient.height }], places: [] }
  }
  const document = await getDocumentProxy(new Uint8Array(await readFile(path)), { verbosity: 0 })
  const found: DispatchPlaces = { pages: [], places: [] }
  const seek = seeker(text)
  try {
    for (let number = 1; number <= Math.min(document.numPages, pageLimit); number++) {
      const page = await document.getPage(number)
      const { width, height, transform } = page.getViewport({ scale: 1 })
      found.pages.push({ width: round(width), height: round(height) })
      const { items } = await page.getTextContent()
      const drawn = items.flatMap((item) =>
        'str' in item && item.str.trim() !== '' ? [{ ...item, transform: item.transform as number[] }] : [],
      )
      for (const run of runsOf(drawn.map((item) => boxed(item, transform as number[])))) {
        const span = seek(run.text)
        if (span) found.places.push({ ...span, page: number, box: run.box })
      }
    }
  } finally {
    await document.loadingTask.destroy()
  }
  found.places.sort((left, right) => left.start - right.start)
  return found
}

/** Where words stand on the first page, whatever they say. @throws what pdf.js throws for a damaged file */
export const wordBoxes = async (path: string): Promise<Box[]> => {
  const document = await getDocumentProxy(new Uint8Array(await readFile(path)), { verbosity: 0 })
  try {
    const page = await document.getPage(1)
    const { transform } = page.getViewport({ scale: 1 })
    const { items } = await page.getTextContent()
    return items.flatMap((item) =>
      'str' in item && item.str.trim() !== ''
        ? [boxed({ ...item, transform: item.transform as number[] }, transform as number[]).box]
        : [],
    )
  } finally {
    await document.loadingTask.destroy()
  }
}

type Box = DispatchPlaces['places'][number]['box']
interface Run {
  text: string
  box: Box
}
interface Item {
  str: string
  width: number
  height: number
  transform: number[]
}

/** From the foot of the page upwards to the head downwards, as the page is turned. */
const boxed = (
  { str, width, height, transform }: Item,
  [a = 1, b = 0, c = 0, d = -1, e = 0, f = 0]: number[],
): Run => {
  const [, , , , x = 0, y = 0] = transform
  const tall = height || Math.hypot(transform[2] ?? 0, transform[3] ?? 0)
  const at = (px: number, py: number) => [a * px + c * py + e, b * px + d * py + f] as const
  const [x0, y0] = at(x, y - tall * 0.22)
  const [x1, y1] = at(x + width, y + tall * 0.9)
  return {
    text: str,
    box: [Math.min(x0, x1), Math.min(y0, y1), Math.abs(x1 - x0), Math.abs(y1 - y0)].map(
      round,
    ) as unknown as Box,
  }
}

/** What follows on the same line without a gap of a column is one run. */
const runsOf = (items: Run[]): Run[] => {
  const runs: Run[] = []
  for (const { text, box } of items) {
    const last = runs.at(-1)
    const [x, y, width, height] = box
    const [lastX, lastY, lastWidth, lastHeight] = last?.box ?? [0, 0, 0, 0]
    const gap = x - (lastX + lastWidth)
    const isNext =
      last && Math.abs(y + height - lastY - lastHeight) < height * 0.4 && gap > -height && gap < height * 1.2
    if (!last || !isNext) runs.push({ text, box })
    else {
      last.text += gap > height * 0.15 ? ` ${text}` : text
      const top = Math.min(y, lastY)
      last.box = [lastX, top, round(x + width - lastX), round(Math.max(y + height, lastY + lastHeight) - top)]
    }
  }
  return runs
}

/** Finds words in the text without minding its white space: the first place behind the last one found, else the first of all. */
const seeker = (text: string) => {
  const places: number[] = []
  let squeezed = ''
  const normal = text.normalize('NFC')
  for (let index = 0; index < normal.length; index++) {
    const letter = normal[index] ?? ''
    if (/[\s\u00ad\u200b]/.test(letter)) continue
    squeezed += letter
    places.push(index)
  }
  const last = (at: number, length: number) => (places[at + length - 1] ?? 0) + 1
  /** A page number or a lone sign must stand by itself in the text too. */
  const isWhole = (at: number, length: number) => {
    const before = normal.slice(Math.max((places[at] ?? 0) - 2, 0), places[at])
    const after = normal.slice(last(at, length), last(at, length) + 2)
    return length > 3 || (/\n$|^\s*$/.test(before) && /^\n|^\s*$/.test(after))
  }
  let behind = 0
  const taken = new Set<number>()
  return (words: string): { start: number; end: number } | null => {
    const wanted = words.normalize('NFC').replace(/[\s\u00ad\u200b]+/g, '')
    if (wanted === '') return null
    let at = squeezed.indexOf(wanted, behind)
    // Short words are everywhere: a leap over half a page is more likely a mistake than a find.
    if (at < 0 || (wanted.length < 12 && at - behind > 400)) at = squeezed.indexOf(wanted)
    while (at >= 0 && (taken.has(at) || !isWhole(at, wanted.length))) at = squeezed.indexOf(wanted, at + 1)
    const start = places[at]
    if (start === undefined) return null
    taken.add(at)
    behind = at + wanted.length
    return { start, end: last(at, wanted.length) }
  }
}

const round = (value: number) => Math.round(value * 100) / 100
