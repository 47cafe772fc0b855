import type { DocumentTree } from '../document.ts'
import { annexHeading, bodyBlocks } from './docx-body.ts'
import { addressees, copy, foot, head, title } from './docx-frame.ts'
import { DocxParts, namespaces } from './docx-parts.ts'
import { section } from './docx-section.ts'
import { stylesXml } from './docx-styles.ts'
import { gap, landscapeWidth, paragraph, portraitWidth } from './docx-xml.ts'
import { withLinks } from './links.ts'
import { type Printed, type PrintedAnnex, printed } from './printed.ts'
import { declaration, escapeXml } from './xml.ts'
import { deterministicZip } from './zip.ts'

export interface DocxOptions {
  /** Address of the Loa whose evidence the figures lead to; without it no links. */
  linkBase?: string
  /** Markers and hyphens as they are typed by hand, without lists that count: for who goes on in a program that spoils them. */
  typed?: boolean
}

/** The document as DOCX, in the same words and sizes as the PDF. The same tree and options give the same bytes. */
export const writeDocx = async (tree: DocumentTree, options: DocxOptions = {}): Promise<Uint8Array> =>
  docxOf(printed(tree), options)

export const docxOf = async (plain: Printed, options: DocxOptions): Promise<Uint8Array> =>
  deterministicZip(docxParts(plain, options))

/** The parts of the file by name. */
export const docxParts = (
  plain: Printed,
  { linkBase, typed = false }: DocxOptions,
): Record<string, string> => {
  const page = withLinks(plain, (link) => (linkBase === undefined ? null : linkBase + link))
  const parts = new DocxParts({ typed })
  const body = [letter(page, parts), ...page.annexes.map((annex) => annexSection(page, annex, parts))]
  // A section ends in the properties of its last paragraph; the last one ends with the document.
  const sections = body.map(({ content, properties }, at) =>
    at === body.length - 1 ? content + properties : `${content}<w:p><w:pPr>${properties}</w:pPr></w:p>`,
  )
  return {
    '[Content_Types].xml': parts.contentTypes(),
    '_rels/.rels': packageRelations,
    'word/document.xml': `${declaration}<w:document ${namespaces}><w:body>${sections.join('')}</w:body></w:document>`,
    'word/_rels/document.xml.rels': parts.relations(),
    'word/styles.xml': stylesXml,
    'word/settings.xml': settings,
    ...parts.all(),
    'docProps/core.xml': properties(page),
  }
}

interface Section {
  content: string
  properties: string
}

const letter = (page: Printed, parts: DocxParts): Section => ({
  content: [
    head(page.head),
    page.title ? title(page.title) : '',
    page.addressees ? addressees(page.addressees) : gap(),
    bodyBlocks(page.body, portraitWidth, parts),
    page.foot ? foot(page.foot) : '',
    page.copy ? copy(page.copy) : '',
    // What ends with a table needs a paragraph below it.
    page.annexes.length === 0 ? paragraph('', { spacing: { after: 0, exact: 1 } }) : '',
  ].join(''),
  properties: section(page, { landscape: false, main: true }, parts),
})

const annexSection = (page: Printed, annex: PrintedAnnex, parts: DocxParts): Section => {
  const width = annex.landscape ? landscapeWidth : portraitWidth
  return {
    content: [
      annex.head ? head(annex.head) + gap() : '',
      annexHeading(annex, width),
      bodyBlocks(annex.blocks, width, parts),
      annex.foot ? foot(annex.foot) + gap() : '',
    ].join(''),
    properties: section(page, { landscape: annex.landscape, main: false }, parts),
  }
}

/** As Word from 2013 on lays a page out. */
const settings = [
  declaration,
  '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:compat>',
  '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>',
  '</w:compat></w:settings>',
].join('')

const packageRelations = [
  declaration,
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">',
  '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>',
  '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>',
  '</Relationships>',
].join('')

/** Title and author, and no date: a file is the same whenever it is written. */
const properties = ({ properties: { title, author } }: Printed): string =>
  [
    declaration,
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<dc:title>${escapeXml(title)}</dc:title>`,
    author ? `<dc:creator>${escapeXml(author)}</dc:creator>` : '',
    '<dc:language>vi-VN</dc:language></cp:coreProperties>',
  ].join('')
