/** The look of a PDF: the font, size and place of its words, laid beside the text that the reader made of them. */
import { getDocumentProxy } from 'unpdf'
import type { Layout, Place } from '../document.ts'
import { plain } from '../read/lines.ts'
import type { Look, SheetLook, Stretch } from './look.ts'
import { plainLook } from './look.ts'

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>

/** Form is told from the first pages; annexes of hundreds add nothing. */
const pageLimit = 30

interface Item {
  words: string
  font: string
  size: number
  x: number
  y: number
  width: number
}

/** Never throws for what a file says: without fonts there are no stretches. */
export const pdfLook = async (bytes: Uint8Array, text: string, layout: Layout): Promise<Look> => {
  const look: Look = { ...plainLook('text', layout), source: 'pdf', pages: layout.pages.length }
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
  try {
    for (let number = 1; number <= Math.min(document.numPages, pageLimit); number++) {
      const page = await document.getPage(number)
      const { width, height } = page.getViewport({ scale: 1 })
      const items = await itemsOf(page)
      const own = layout.places.filter((place) => place.page === number)
      look.sheets.push(sheetOf(items, { width, height }))
      addNumber(items, { number, width, height }, look)
      addStretches(items, own, text, look.stretches)
      page.cleanup()
    }
  } finally {
    await document.loadingTask?.destroy()
  }
  look.stretches.sort((a, b) => a.start - b.start)
  return look
}

const itemsOf = async (page: Page): Promise<Item[]> => {
  const content = await page.getTextContent()
  const viewport = page.getViewport({ scale: 1 })
  const [a = 1, b = 0, c = 0, d = -1, e = 0, f = 0] = viewport.transform as number[]
  // Fonts are handed over with the list of what is drawn.
  await page.getOperatorList()
  const found: Item[] = []
  for (const item of content.items) {
    if (!('str' in item) || item.str.trim() === '') continue
    const [along = 1, up = 0, , , left = 0, base = 0] = item.transform as number[]
    if (Math.abs(b * along + d * up) > Math.abs(a * along + c * up)) continue
    found.push({
      words: plain(item.str).trim(),
      font: nameOf(page, item.fontName),
      size: Math.round((item.height || Math.abs(along)) * 10) / 10,
      x: a * left + c * base + e,
      y: b * left + d * base + f,
      width: item.width,
    })
  }
  return found.filter(({ x, y, width, size }) => [x, y, width, size].every(Number.isFinite))
}

/** Without the tag of a subset; empty where the file does not tell. */
const nameOf = (page: Page, font: string): string => {
  const found: unknown = page.commonObjs.has(font) ? page.commonObjs.get(font) : null
  const name = typeof found === 'object' && found !== null && 'name' in found ? String(found.name) : ''
  return /^(?:[A-Z]{6}\+)?(?:g_d\d|CIDFont|F\d|T\d|TT\d|Font\d)/i.test(name)
    ? ''
    : name.replace(/^[A-Z]{6}\+/, '')
}

/**
 * What is left free around the words of a page. A head that is wider than the body, a stamp and a line of the foot are no margin:
 * most rows decide.
 */
const sheetOf = (items: Item[], { width, height }: { width: number; height: number }): SheetLook => {
  const rows = [...Map.groupBy(items, ({ y }) => Math.round(y / 4)).values()]
    .map((row) => ({
      top: Math.min(...row.map(({ y, size }) => y - size * 0.9)),
      bottom: Math.max(...row.map(({ y, size }) => y + size * 0.22)),
      left: Math.min(...row.map(({ x }) => x)),
      right: Math.max(...row.map(({ x, width }) => x + width)),
      letters: row.reduce((sum, { words }) => sum + words.length, 0),
    }))
    // A page number stands in the margin.
    .filter(({ letters, bottom, top }) => letters > 4 || (top > 57 && bottom < height - 57))
  const mm = (points: number) => Math.round((points * 254) / 72) / 10
  const paper = { width: mm(width), height: mm(height) }
  if (rows.length < 8) return { ...paper, margins: null }
  const share = (values: number[], part: number) =>
    values.sort((a, b) => a - b)[Math.floor((values.length - 1) * part)] ?? 0
  return {
    ...paper,
    margins: {
      // A mark or a line of a signature may stand above.
      top: mm(rows.map(({ top }) => top).sort((a, b) => a - b)[1] ?? 0),
      bottom: mm(
        height -
          share(
            rows.map(({ bottom }) => bottom),
            0.96,
          ),
      ),
      left: mm(
        share(
          rows.map(({ left }) => left),
          0.08,
        ),
      ),
      right: mm(
        width -
          share(
            rows.map(({ right }) => right),
            0.92,
          ),
      ),
    },
  }
}

const addNumber = (
  items: Item[],
  page: { number: number; width: number; height: number },
  look: Look,
): void => {
  const printed = items.find(
    ({ words, y }) => /^[-–]?\s?\d{1,3}\s?[-–]?$/.test(words) && (y < 65 || y > page.height - 65),
  )
  if (printed === undefined) return
  look.numbers.push({
    place: printed.y < page.height / 2 ? 'top' : 'bottom',
    centred: Math.abs(printed.x + printed.width / 2 - page.width / 2) < page.width * 0.08,
    size: printed.size,
    upright: !/bold|italic|oblique/i.test(printed.font),
    onFirstPage: page.number === 1 && /^\D*1\D*$/.test(printed.words),
  })
}

const addStretches = (items: Item[], places: Place[], text: string, stretches: Stretch[]): void => {
  const next = new Map<Place, number>()
  for (const { words, font, size, x, y, width } of [...items].sort((a, b) => a.x - b.x)) {
    if (font === '' || words === '') continue
    const middle = x + width / 2
    const height = y - size * 0.3
    const place = places.find(
      ({ box: [left, top, wide, high] }) =>
        middle >= left - 1 && middle <= left + wide + 1 && height >= top - 1 && height <= top + high + 1,
    )
    if (place === undefined) continue
    const from = next.get(place) ?? place.start
    const start = text.indexOf(words, from)
    if (start < 0 || start + words.length > place.end) continue
    next.set(place, start + words.length)
    stretches.push({
      start,
      end: start + words.length,
      font,
      size,
      bold: /bold|black|heavy/i.test(font),
      italic: /italic|oblique/i.test(font),
      colour: null,
    })
  }
}
