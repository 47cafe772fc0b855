/** The look of a DOCX, laid beside the text that the reader made of it. */
import { plain } from '../read/lines.ts'
import { skipped } from '../read/word-walk.ts'
import { attribute, unescapeXml } from '../read/xml.ts'
import type { DocxParts } from './docx-parts.ts'
import { type DocxStyles, type ParagraphFace, paragraphFace, readStyles, runFace } from './docx-styles.ts'
import {
  type Face,
  type Look,
  type PageNumbers,
  type ParagraphLook,
  plainLook,
  type SheetLook,
  type Stretch,
} from './look.ts'
import { below, childOf, parseXml, type XmlNode } from './xml-tree.ts'

/** A text element and the words of the document's text that it holds. */
export interface Piece {
  node: XmlNode
  run: XmlNode
  start: number
  end: number
}

export interface DocxLook {
  look: Look
  root: XmlNode
  pieces: Piece[]
  /** The elements of `look.paragraphs`, in the same order. */
  paragraphs: XmlNode[]
}

export const docxLook = (parts: DocxParts, text: string): DocxLook => {
  const root = parseXml(parts.document)
  const styles = readStyles(parts.styles, parts.theme)
  const look: Look = { ...plainLook('text', null), source: 'docx' }
  const made: DocxLook = { look, root, pieces: [], paragraphs: [] }
  const cursor = new Cursor(text)
  let number = 0
  for (const paragraph of paragraphsOf(root)) {
    number++
    addParagraph(paragraph, number, { made, styles, cursor, xml: parts.document })
  }
  const sections = below(root, 'sectPr')
  made.look.sheets = sections.map(sheetOf)
  made.look.numbers = sections
    .flatMap((section, at) =>
      numbersOf(section, parts, styles).map((found) => ({
        ...found,
        onFirstPage: at === 0 && found.onFirstPage,
      })),
    )
    .slice(0, 4)
  return made
}

const paragraphsOf = (node: XmlNode): XmlNode[] =>
  node.children.flatMap((child) => {
    if (skipped.has(child.name)) return []
    const inside = paragraphsOf(child)
    return child.name === 'p' ? [...inside, child] : inside
  })

/** Walks down the lines of the text, as the paragraphs of the file come. */
class Cursor {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  /** Where a line begins that ends with these words, at the next lines; null when it is not there. */
  find(words: string): number | null {
    let from = this.#at
    for (let line = 0; line < 60 && from <= this.#text.length; line++) {
      const stop = this.#text.indexOf('\n', from)
      const end = stop < 0 ? this.#text.length : stop
      const start = end - words.length
      if (start >= from && this.#text.startsWith(words, start)) {
        this.#at = end + 1
        return start
      }
      from = end + 1
    }
    return null
  }
}

interface Making {
  made: DocxLook
  styles: DocxStyles
  cursor: Cursor
  xml: string
}

const addParagraph = (node: XmlNode, number: number, { made, styles, cursor, xml }: Making): void => {
  const { look, face } = styled(node, styles)
  const words = wordsOf(node, xml)
  const all = words.map(({ words }) => words).join('')
  if (all.trim() === '') return
  // A paragraph of several lines stands in the text as such; each is found by itself.
  let from: number | null = null
  let to = 0
  let at = 0
  const rows: { from: number; length: number; start: number }[] = []
  for (const row of all.split('\n')) {
    const start = row.trim() === '' ? null : cursor.find(row)
    if (start !== null) {
      rows.push({ from: at, length: row.length, start })
      from ??= start
      to = start + row.length
    }
    at += row.length + 1
  }
  if (from === null) return
  const inTable = isInside(node, 'tc')
  const paragraph: ParagraphLook = { ...look, number, start: from, end: to, inTable }
  made.look.paragraphs.push(paragraph)
  made.paragraphs.push(node)
  at = 0
  for (const { run, text, words: piece } of words) {
    const row = rows.find((row) => at >= row.from && at + piece.length <= row.from + row.length)
    const offset = at
    at += piece.length
    if (text === null || row === undefined || piece === '') continue
    const start = row.start + offset - row.from
    const runStyle = attribute(childOf(childOf(run, 'rPr'), 'rStyle')?.attributes ?? '', 'val')
    let own = face
    for (const base of styles.chain(runStyle)) own = runFace(childOf(base, 'rPr'), own, styles.themeFont)
    own = runFace(childOf(run, 'rPr'), own, styles.themeFont)
    made.pieces.push({ node: text, run, start, end: start + piece.length })
    const stretch: Stretch = { ...own, start, end: start + piece.length }
    made.look.stretches.push(stretch)
  }
}

/** How a paragraph and its words look before any run says otherwise. */
const styled = (paragraph: XmlNode, styles: DocxStyles): { look: ParagraphFace; face: Face } => {
  const own = childOf(paragraph, 'pPr')
  const style = attribute(childOf(own, 'pStyle')?.attributes ?? '', 'val') ?? styles.defaultStyle
  let look = styles.paragraph
  let face = styles.face
  for (const base of styles.chain(style)) {
    look = paragraphFace(childOf(base, 'pPr'), look)
    face = runFace(childOf(base, 'rPr'), face, styles.themeFont)
  }
  return { look: paragraphFace(own, look), face }
}

/** The words of a paragraph as the reader takes them, without those of paragraphs inside it. */
const wordsOf = (
  paragraph: XmlNode,
  xml: string,
): { run: XmlNode; text: XmlNode | null; words: string }[] => {
  const found: { run: XmlNode; text: XmlNode | null; words: string }[] = []
  const walk = (node: XmlNode, run: XmlNode | null): void => {
    for (const child of node.children) {
      if (child.name === 'p' || child.name === 'tabs' || skipped.has(child.name)) continue
      if (child.name === 'r') walk(child, child)
      else if (run !== null && child.name === 't')
        found.push({ run, text: child, words: plain(unescapeXml(xml.slice(child.inner, child.innerEnd))) })
      else if (run !== null && child.name === 'tab') found.push({ run, text: null, words: '\t' })
      else if (run !== null && (child.name === 'br' || child.name === 'cr'))
        found.push({ run, text: null, words: '\n' })
      else if (run !== null && child.name === 'noBreakHyphen') found.push({ run, text: null, words: '-' })
      else if (child.name !== 'rPr' && child.name !== 'pPr') walk(child, run)
    }
  }
  walk(paragraph, null)
  return found
}

const isInside = (node: XmlNode, name: string): boolean => {
  for (let at = node.parent; at !== null; at = at.parent) if (at.name === name) return true
  return false
}

const sheetOf = (section: XmlNode): SheetLook => {
  const size = childOf(section, 'pgSz')?.attributes ?? ''
  const margin = childOf(section, 'pgMar')?.attributes
  const side = (name: string) => mm(attribute(margin ?? '', name))
  return {
    // Without a size, a word processor takes letter paper (17.6.13).
    width: mm(attribute(size, 'w') ?? '12240'),
    height: mm(attribute(size, 'h') ?? '15840'),
    margins:
      margin === undefined
        ? null
        : {
            top: Math.abs(side('top')),
            bottom: Math.abs(side('bottom')),
            left: side('left'),
            right: side('right'),
          },
  }
}

const mm = (twips: string | null): number => Math.round((Number(twips ?? 0) / 1440) * 254) / 10

const numbersOf = (section: XmlNode, parts: DocxParts, styles: DocxStyles): PageNumbers[] => {
  const references = section.children.filter(({ name }) => /^(?:header|footer)Reference$/.test(name))
  const ownFirst = childOf(section, 'titlePg')
  const titled = ownFirst !== undefined && !/val="(?:0|false|off)"/.test(ownFirst.attributes)
  const found: PageNumbers[] = []
  for (const { name, attributes } of references) {
    const kind = attribute(attributes, 'type') ?? 'default'
    const part = parts.margins.get(attribute(attributes, 'id') ?? '')
    if (part === undefined || kind === 'even' || !/\bPAGE\b/.test(part.xml)) continue
    if (kind === 'first' && !titled) continue
    const root = parseXml(part.xml)
    const paragraph = below(root, 'p').find(
      (p) => /\bPAGE\b/.test(part.xml.slice(p.inner, p.innerEnd)) && below(p, 'p').length === 0,
    )
    if (paragraph === undefined) continue
    const styledSo = styled(paragraph, styles)
    const run = below(paragraph, 'r').find((r) =>
      /\bPAGE\b|<w:t[ >]/.test(part.xml.slice(r.inner, r.innerEnd)),
    )
    const face = runFace(childOf(run, 'rPr'), styledSo.face, styles.themeFont)
    const framed = childOf(childOf(paragraph, 'pPr'), 'framePr')
    found.push({
      place: name === 'headerReference' ? 'top' : 'bottom',
      centred: styledSo.look.align === 'center' || /xAlign="center"/.test(framed?.attributes ?? ''),
      size: face.size,
      upright: !face.bold && !face.italic,
      onFirstPage: kind === 'first' || !titled,
    })
  }
  return found
}
