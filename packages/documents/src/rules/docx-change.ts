/** Changes written into the XML of a DOCX: words, faces of words, paragraphs, sheets, page numbers. All else stays byte for byte. */

import { unescapeXml } from '../read/xml.ts'
import { escapeXml } from '../write/xml.ts'
import { type DocxLook, docxLook, type Piece } from './docx-look.ts'
import { openDocx, withParts } from './docx-parts.ts'
import { merged, prefixOf, propertySplices, runElements, withProperties } from './docx-properties.ts'
import { changeNumbers, sheetSplices } from './docx-sheets.ts'
import type { Face } from './look.ts'
import type { Mend, ParagraphSet } from './rule.ts'
import { childOf, type Splice, spliced, type XmlNode } from './xml-tree.ts'

/** The file with these changes, all of one kind, and how many could be made. Null when none could. @throws ZipTrouble, XmlTrouble */
export const changeDocx = (
  bytes: Uint8Array,
  text: string,
  mends: Mend[],
): { bytes: Uint8Array; done: Mend[] } | null => {
  const parts = openDocx(bytes)
  if (parts === null) return null
  const look = docxLook(parts, text)
  const done: Mend[] = []
  const splices: Splice[] = []
  const changed: Record<string, string> = {}
  const taken = new Set<XmlNode>()
  const words = mends.filter((mend) => mend.kind === 'words')
  for (const mend of inOrder(words)) {
    const made = wordSplices(mend, look, parts.document, taken)
    if (made.length > 0) done.push(mend)
    splices.push(...made)
  }
  for (const mend of mends) {
    const made =
      mend.kind === 'face'
        ? faceSplices(mend, look, parts.document, taken)
        : mend.kind === 'paragraph'
          ? paragraphSplices(mend, look, parts.document, taken)
          : mend.kind === 'sheet'
            ? sheetSplices(mend.set, look.root, taken)
            : []
    if (mend.kind === 'numbers' && changeNumbers(mend.set, parts, look, changed, splices, taken))
      done.push(mend)
    if (made.length > 0) done.push(mend)
    splices.push(...made)
  }
  if (done.length === 0) return null
  const document = spliced(parts.document, splices)
  return { bytes: withParts(bytes, { ...changed, 'word/document.xml': document }), done }
}

const inOrder = <T extends { start: number }>(mends: T[]): T[] => [...mends].sort((a, b) => a.start - b.start)

/** The words of a text element as the reader sees them, when they stand there one by one. */
const plainText = (piece: Piece, xml: string): string | null => {
  const words = unescapeXml(xml.slice(piece.node.inner, piece.node.innerEnd))
  return words.length === piece.end - piece.start ? words : null
}

/** The first text element gets the new words, the others lose theirs. Each element is changed once in a round. */
const wordSplices = (
  { start, end, to }: { start: number; end: number; to: string },
  { pieces }: DocxLook,
  xml: string,
  taken: Set<XmlNode>,
): Splice[] => {
  const touched = pieces.filter((piece) =>
    start === end ? piece.start <= start && piece.end >= start : piece.start < end && piece.end > start,
  )
  // Words put in between two elements stand with those before them, at the beginning of a line with those behind.
  const own = start === end ? touched.slice(0, 1) : touched
  const first = own[0]
  if (first === undefined || first.start > start || (own.at(-1)?.end ?? 0) < end) return []
  if (own.some(({ node }) => taken.has(node)) || own.some((piece) => plainText(piece, xml) === null))
    return []
  const covered = own.reduce((sum, piece) => sum + Math.min(end, piece.end) - Math.max(start, piece.start), 0)
  if (covered !== end - start) return []
  return own.map((piece, at) => {
    taken.add(piece.node)
    const words = plainText(piece, xml) ?? ''
    const left = words.slice(0, Math.max(0, start - piece.start))
    const right = words.slice(Math.min(words.length, Math.max(0, end - piece.start)))
    return textElement(piece.node, left + (at === 0 ? to : '') + right)
  })
}

const textElement = ({ tag, start, end }: XmlNode, words: string): Splice => ({
  from: start,
  to: end,
  with: textXml(tag, words),
})

const textXml = (tag: string, words: string): string =>
  `<${tag} xml:space="preserve">${escapeXml(words)}</${tag}>`

/** A run that is to change in part is cut; one that holds more than words is changed only as a whole. */
const faceSplices = (
  mend: { start: number; end: number; set: Partial<Face> },
  { pieces }: DocxLook,
  xml: string,
  taken: Set<XmlNode>,
): Splice[] =>
  pieces
    .filter((piece) => piece.start < mend.end && piece.end > mend.start && !taken.has(piece.run))
    .flatMap((piece): Splice[] => {
      const { run } = piece
      const own = pieces.filter((other) => other.run === run)
      const whole = own.every((other) => other.start >= mend.start && other.end <= mend.end)
      if (whole) {
        taken.add(run)
        return propertySplices(xml, run, 'rPr', runElements(mend.set))
      }
      const properties = childOf(run, 'rPr')
      const changed = withProperties(xml, properties, prefixOf(run), runElements(mend.set), 'rPr')
      const words = plainText(piece, xml)
      const holdsOnlyWords = run.children.every((child) => child === properties || child === piece.node)
      if (own.length !== 1 || words === null || !holdsOnlyWords) return []
      taken.add(run)
      const from = Math.max(0, mend.start - piece.start)
      const to = Math.min(words.length, mend.end - piece.start)
      const plainProperties = properties ? xml.slice(properties.start, properties.end) : ''
      const part = (look: string, text: string) =>
        text === ''
          ? ''
          : `${xml.slice(run.start, run.inner)}${look}${textXml(piece.node.tag, text)}</${run.tag}>`
      return [
        {
          from: run.start,
          to: run.end,
          with:
            part(plainProperties, words.slice(0, from)) +
            part(changed, words.slice(from, to)) +
            part(plainProperties, words.slice(to)),
        },
      ]
    })

const paragraphSplices = (
  mend: { start: number; end: number; set: ParagraphSet },
  { look, paragraphs }: DocxLook,
  xml: string,
  taken: Set<XmlNode>,
): Splice[] => {
  const at = look.paragraphs.findIndex(({ start, end }) => start < mend.end && end > mend.start)
  const node = paragraphs[at]
  if (node === undefined || taken.has(node)) return []
  taken.add(node)
  const properties = childOf(node, 'pPr')
  const { align, firstLine, after, lines } = mend.set
  const spacing = merged(childOf(properties, 'spacing'), {
    ...(after !== undefined && { after: String(after * 20), afterAutospacing: null }),
    ...(lines !== undefined && { line: String(Math.round(lines * 240)), lineRule: 'auto' }),
  })
  const indent = merged(childOf(properties, 'ind'), {
    ...(firstLine !== undefined && {
      firstLine: String(Math.round((firstLine * 1440) / 25.4)),
      firstLineChars: null,
      hanging: null,
    }),
  })
  const elements = {
    ...((after !== undefined || lines !== undefined) && { spacing }),
    ...(firstLine !== undefined && { ind: indent }),
    ...(align !== undefined && { jc: `val="${align}"` }),
  }
  return propertySplices(xml, node, 'pPr', elements)
}
