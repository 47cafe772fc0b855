/** A PDF with a text layer: its text items by position, rebuilt into lines and columns page by page. */
import { getDocumentProxy } from 'unpdf'
import { plain, type ReadText, Sheet } from './lines.ts'
import { layOut, type TextItem } from './pdf-layout.ts'
import { stampedItems } from './pdf-stamps.ts'

export class PdfTrouble extends Error {
  readonly code: 'file.encrypted' | 'file.damaged' | 'file.no-text'
  constructor(code: 'file.encrypted' | 'file.damaged' | 'file.no-text') {
    super(code)
    this.code = code
  }
}

/** Pages beyond this are annexes of annexes. */
const pageLimit = 200

export const readPdf = async (bytes: Uint8Array): Promise<ReadText> => {
  // The engine takes its bytes over, so it gets its own copy; a Buffer, whose `slice` copies nothing, it refuses.
  const document = await openPdf(new Uint8Array(bytes))
  const sheet = new Sheet()
  try {
    for (let number = 1; number <= Math.min(document.numPages, pageLimit); number++) {
      const page = await document.getPage(number)
      const content = await page.getTextContent()
      const items: TextItem[] = []
      for (const item of content.items) {
        if (!('str' in item)) continue
        const text = plain(item.str)
        if (text.trim() === '') continue
        const [a = 1, b = 0, , , x = 0, y = 0] = item.transform as number[]
        // Text set upright or upside down in a margin is no line of the page.
        if (Math.abs(b) > Math.abs(a)) continue
        items.push({ text, x, y, width: item.width, height: item.height || Math.abs(a) || 10 })
      }
      const [left = 0, , right = 595] = page.view
      if (number <= 2) items.push(...(await stampedItems(page)))
      layOut(items, right - left, number, sheet)
    }
  } catch {
    throw new PdfTrouble('file.damaged')
  } finally {
    await document.loadingTask?.destroy()
  }
  return sheet.done()
}

const openPdf = async (bytes: Uint8Array) => {
  try {
    return await getDocumentProxy(bytes, { verbosity: 0 })
  } catch (trouble) {
    const name = trouble instanceof Error ? trouble.name : ''
    throw new PdfTrouble(name === 'PasswordException' ? 'file.encrypted' : 'file.damaged')
  }
}
