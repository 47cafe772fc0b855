/**
 * How a document looks: the one format model that the rules read. A DOCX fills it from its styles and properties, a PDF from
 * the place and font of its words; what a file cannot show is null, and rules keep silent about it.
 */
import type { Layout, Span } from '../document.ts'

export interface Face {
  /** As named in the file, without the tag of a subset. */
  font: string | null
  /** In points. */
  size: number | null
  bold: boolean
  italic: boolean
  /** Six hexadecimal digits; null for the reader's own, which is black. */
  colour: string | null
}

/** Words of `DocumentTree.text` in one face. */
export interface Stretch extends Span, Face {}

export interface ParagraphLook extends Span {
  /** Counted from 1 in the order of the file. */
  number: number
  align: 'left' | 'center' | 'right' | 'both'
  /** Of the first line, in millimetres; a hanging one is negative. */
  firstLine: number
  /** In points. */
  before: number
  after: number
  /** A multiple of a single line; null where the file gives a fixed height. */
  lines: number | null
  inTable: boolean
}

/** A section of a DOCX or a page of a PDF. Millimetres. */
export interface SheetLook {
  width: number
  height: number
  margins: { top: number; bottom: number; left: number; right: number } | null
}

/** Where page numbers are printed, as far as the file tells. */
export interface PageNumbers {
  place: 'top' | 'bottom'
  centred: boolean
  size: number | null
  upright: boolean
  onFirstPage: boolean
}

export interface Look {
  source: 'docx' | 'pdf' | 'text' | 'scan'
  sheets: SheetLook[]
  paragraphs: ParagraphLook[]
  stretches: Stretch[]
  /** How many pages it has, where that is known. */
  pages: number | null
  numbers: PageNumbers[]
  layout: Layout | null
}

/** A text or a scan: it has words and nothing else to look at. */
export const plainLook = (source: 'text' | 'scan', layout: Layout | null): Look => ({
  source,
  sheets: [],
  paragraphs: [],
  stretches: [],
  pages: layout?.pages.length ?? null,
  numbers: [],
  layout,
})

/** The stretches that a span touches, cut to it, blanks left out. */
export const facesIn = (look: Look, { start, end }: Span, text: string): Stretch[] => {
  const found: Stretch[] = []
  for (let at = firstAfter(look.stretches, start); at < look.stretches.length; at++) {
    const stretch = look.stretches[at]
    if (stretch === undefined || stretch.start >= end) break
    const cut = { ...stretch, start: Math.max(start, stretch.start), end: Math.min(end, stretch.end) }
    if (/[\p{L}\d]/u.test(text.slice(cut.start, cut.end))) found.push(cut)
  }
  return found
}

/** The paragraph of a DOCX in which a place stands. */
export const paragraphAt = (look: Look, at: number): ParagraphLook | null => {
  const found = look.paragraphs[firstAfter(look.paragraphs, at)]
  return found !== undefined && found.start <= at ? found : null
}

/** The first span that ends behind a place; spans stand in order. */
const firstAfter = (spans: readonly Span[], place: number): number => {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.end ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return low
}
