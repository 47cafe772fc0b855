/** A PDF: the text items of each page by position, or of a scanned page the words read by machine, laid out page by page. */
import { getDocumentProxy } from 'unpdf'
import { claimsTooManyPixels } from './jpeg-claims.ts'
import { plain, type ReadText, Sheet } from './lines.ts'
import { type TakenJpeg, takeJpegs } from './pdf-jpegs.ts'
import { layOut } from './pdf-layout.ts'
import { type FontItem, OldFonts } from './pdf-old-fonts.ts'
import { paintPage, pdfPixelLimit } from './pdf-pictures.ts'
import type { TextItem } from './pdf-segments.ts'
import { stampedItems } from './pdf-stamps.ts'
import { Tags, trustsTags } from './pdf-tags.ts'
import { PdfTrouble } from './pdf-trouble.ts'
import { drawByPoppler } from './scan/poppler.ts'
import type { Scanner } from './scan/scanner.ts'

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>
type Viewport = ReturnType<Page['getViewport']>

/** Pages beyond this are annexes of annexes. */
const pageLimit = 200
/** Fewer characters than this on a page that is one large picture are stamps on a scan, not its text. */
const fewCharacters = 250

export const readPdf = async (bytes: Uint8Array, scanner: Scanner): Promise<ReadText> => {
  // The engine takes its bytes over, so it gets its own copy; a Buffer, whose `slice` copies nothing, it refuses.
  const copy = new Uint8Array(bytes)
  if (claimsTooManyPixels(bytes, pdfPixelLimit)) throw new PdfTrouble('file.too-many-pixels')
  const jpegs = await takeJpegs(copy)
  const document = await openPdf(copy)
  // The range a signature covers stands in plain sight, as its numbers are written in when all else is (ISO 32000-2, 12.8.1).
  const mayBeSigned = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('/ByteRange')
  const sheet = new Sheet()
  try {
    const last = Math.min(document.numPages, pageLimit)
    const oldFonts = new OldFonts()
    const tags = (await trustsTags(document)) ? new Tags() : null
    const open = async (number: number) => {
      const page = await document.getPage(number)
      const viewport = page.getViewport({ scale: 1 })
      const written = await textItems(page, viewport, tags)
      await oldFonts.mend(page, written)
      const items: TextItem[] = written
      return { page, viewport, items }
    }
    // One page ahead, as unpacking waits for other threads; no more, or a long file would stand in memory whole.
    let ahead = open(1)
    for (let number = 1; number <= last; number++) {
      const { page, viewport, items } = await ahead
      if (number < last) ahead = open(number + 1)
      // Where this page fails, nobody waits for that one.
      ahead.catch(() => undefined)
      const { width, height } = viewport
      sheet.addPage({ width, height })
      if (items.reduce((sum, { text }) => sum + text.length, 0) < fewCharacters)
        await addScanned(page, items, { bytes, jpegs }, scanner)
      // Asking for fields takes a tenth of the time.
      if (number <= 2 && mayBeSigned) items.push(...(await stampedItems(page)))
      layOut(items, width, number, sheet)
      page.cleanup()
    }
  } catch {
    throw new PdfTrouble('file.damaged')
  } finally {
    await document.loadingTask?.destroy()
  }
  return sheet.done()
}

const textItems = async (
  page: Page,
  viewport: Viewport,
  tags: Tags | null,
): Promise<(TextItem & FontItem)[]> => {
  const tagOf = (await tags?.of(page)) ?? null
  const content = await page.getTextContent({ includeMarkedContent: tagOf !== null })
  const marked: (string | null)[] = []
  const [a = 1, b = 0, c = 0, d = -1, e = 0, f = 0] = viewport.transform as number[]
  const items: (TextItem & FontItem)[] = []
  for (const item of content.items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') marked.pop()
      else marked.push(isArtifact(item) ? 'Artifact' : (item.id ?? null))
      continue
    }
    // Page numbers and the head of a table once more; a mark on the first page is kept.
    if (page.pageNumber > 1 && marked.includes('Artifact')) continue
    const text = plain(item.str)
    if (text.trim() === '') continue
    const [along = 1, up = 0, , , left = 0, base = 0] = item.transform as number[]
    // On the page as it is turned. Text set upright or upside down in a margin is no line of it.
    const dx = a * along + c * up
    const dy = b * along + d * up
    if (Math.abs(dy) > Math.abs(dx)) continue
    const x = a * left + c * base + e
    const down = b * left + d * base + f
    const size = item.height || Math.abs(dx) || 10
    // Broken matrices and fonts give numbers that are none.
    if (![x, down, item.width, size].every(Number.isFinite)) continue
    const box = [x, down - size * 0.9, item.width, size * 1.2] as const
    items.push({
      text,
      font: item.fontName,
      x,
      y: viewport.height - down,
      width: item.width,
      height: size,
      box,
      tag: tagOf?.get(marked.findLast((id) => id !== null) ?? ''),
    })
  }
  return items
}

/** The words of a page that is a picture join what was stamped on it as text, unless they are the same. */
const addScanned = async (
  page: Page,
  items: TextItem[],
  file: { bytes: Uint8Array; jpegs: TakenJpeg[] },
  scanner: Scanner,
): Promise<void> => {
  const painted = await paintPage(page, file.jpegs)
  if (painted === null || !scanner.isOpen) return
  const { width, height } = page.getViewport({ scale: 1 })
  const drawn =
    painted === 'packed' ? await drawByPoppler(file.bytes, page.pageNumber, { width, height }) : painted
  if (drawn === null || drawn === 'missing') return scanner.leaveOut(drawn === 'missing')
  for (const word of await scanner.items(drawn, width, width)) {
    if (!items.some((item) => item.certainty === undefined && overlaps(item, word))) items.push(word)
  }
}

const overlaps = (
  { box: [x, y, width, height] }: TextItem,
  { box: [left, top, w, h] }: TextItem,
): boolean => {
  const across = Math.min(x + width, left + w) - Math.max(x, left)
  const down = Math.min(y + height, top + h) - Math.max(y, top)
  return across > 0 && down > 0 && across * down > w * h * 0.4
}

const openPdf = async (bytes: Uint8Array) => {
  try {
    return await getDocumentProxy(bytes, { verbosity: 0, maxImageSize: pdfPixelLimit })
  } catch (trouble) {
    const name = trouble instanceof Error ? trouble.name : ''
    throw new PdfTrouble(name === 'PasswordException' ? 'file.encrypted' : 'file.damaged')
  }
}

/** The engine tells the tag, its types do not. */
const isArtifact = (item: object): boolean => 'tag' in item && item.tag === 'Artifact'
