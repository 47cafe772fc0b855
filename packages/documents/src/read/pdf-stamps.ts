/**
 * Number and day of a signed PDF. Offices stamp them in as the appearance of a signature field, outside the page's own
 * text (Decree 30/2020/NĐ-CP, Article 18: number and date are given by a function of the system after signing).
 */

import type { getDocumentProxy } from 'unpdf'
import { OPS } from 'unpdf/pdfjs'
import { plain } from './lines.ts'
import type { TextItem } from './pdf-segments.ts'

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>

/** Short texts drawn by signature fields, at the place of their field. Boxes that tell who signed are left out. */
export const stampedItems = async (page: Page): Promise<TextItem[]> => {
  const annotations: { fieldType?: string; rect?: number[] }[] = await page.getAnnotations()
  const fields = annotations.filter(({ fieldType, rect }) => fieldType === 'Sig' && isSmall(rect))
  if (fields.length === 0) return []
  const viewport = page.getViewport({ scale: 1 })
  const { fnArray, argsArray } = await page.getOperatorList()
  const items: TextItem[] = []
  let rect: number[] | null = null
  let text = ''
  for (const [index, operator] of fnArray.entries()) {
    const args: unknown = argsArray[index]
    if (operator === OPS.beginAnnotation) {
      rect = Array.isArray(args) && isRect(args[1]) ? args[1] : null
      text = ''
    } else if (operator === OPS.showText && rect !== null) text += glyphs(args)
    else if (operator === OPS.endAnnotation && rect !== null) {
      const [x = 0, y = 0, end = 0, down = 0] = viewport.convertToViewportRectangle(rect) as number[]
      const left = Math.min(x, end)
      const width = Math.abs(end - x)
      const boxTop = Math.min(y, down)
      const boxHeight = Math.abs(down - y)
      const words = plain(text).trim()
      if (isSmall(rect) && /^\d{1,6}$|^\d{1,4}[/-][\p{L}\d/.-]{1,24}$/u.test(words)) {
        const height = Math.min(13, boxHeight)
        items.push({
          text: words,
          x: left + 2,
          y: viewport.height - boxTop - boxHeight + 4,
          width: words.length * height * 0.5,
          height,
          stamped: true,
          box: [left, boxTop, width, boxHeight],
        })
      }
      rect = null
    }
  }
  return items
}

const isRect = (value: unknown): value is number[] =>
  (Array.isArray(value) || ArrayBuffer.isView(value)) && Array.from(value as ArrayLike<unknown>).length === 4

/** A number or a day takes little room; a box about the signer much more. */
const isSmall = (rect: number[] | undefined): boolean => {
  const [left = 0, bottom = 0, right = 0, top = 0] = rect ?? []
  return rect !== undefined && right - left < 220 && top - bottom < 45
}

const glyphs = (args: unknown): string => {
  const list: unknown = Array.isArray(args) ? args[0] : null
  if (!Array.isArray(list)) return ''
  return list
    .map((glyph: unknown) =>
      typeof glyph === 'object' && glyph !== null && 'unicode' in glyph && typeof glyph.unicode === 'string'
        ? glyph.unicode
        : '',
    )
    .join('')
}
