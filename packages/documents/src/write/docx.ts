import { Document, type ISectionOptions, Packer, PageOrientation } from 'docx'
import { unzipSync } from 'fflate'
import type { DocumentTree } from '../document.ts'
import { annexHeading, bodyBlocks } from './docx-body.ts'
import { withCharts } from './docx-chart.ts'
import { addressees, foot, head, title } from './docx-frame.ts'
import { withNamedLinks } from './docx-links.ts'
import { gap, pageHead } from './docx-page.ts'
import { withLinks } from './links.ts'
import { type Printed, type PrintedAnnex, printed } from './printed.ts'
import { declaration, escapeXml } from './xml.ts'
import { deterministicZip } from './zip.ts'

export interface DocxOptions {
  /** Address of the Loa whose evidence the figures lead to; without it no links. */
  linkBase?: string
}

/** The document as DOCX, in the same words and sizes as the PDF. The same tree and options give the same bytes. */
export const writeDocx = async (tree: DocumentTree, options: DocxOptions = {}): Promise<Uint8Array> =>
  docxOf(printed(tree), options)

export const docxOf = async (plain: Printed, { linkBase }: DocxOptions): Promise<Uint8Array> => {
  const page = withLinks(plain, (link) => (linkBase === undefined ? null : linkBase + link))
  const document = new Document({
    styles: {
      default: { document: { run: { font: 'Times New Roman', size: 28, language: { value: 'vi-VN' } } } },
    },
    sections: [letter(page), ...page.annexes.map((annex) => annexSection(page, annex))],
  })
  const parts = withNamedLinks(unzipSync(await Packer.toBuffer(document)))
  return deterministicZip({ ...withCharts(parts, page), 'docProps/core.xml': properties(page) })
}

const letter = (page: Printed): ISectionOptions => ({
  ...sheet(page, false),
  children: [
    head(page.head),
    ...(page.title ? title(page.title) : []),
    ...(page.addressees ? addressees(page.addressees) : [gap()]),
    ...bodyBlocks(page.body, portraitWidth),
    ...(page.foot ? [foot(page.foot)] : []),
  ],
})

const annexSection = (page: Printed, annex: PrintedAnnex): ISectionOptions => {
  const width = annex.landscape ? landscapeWidth : portraitWidth
  return {
    ...sheet(page, annex.landscape),
    children: [...annexHeading(annex, width), ...bodyBlocks(annex.blocks, width)],
  }
}

/** A4 with the margins of the decree; pages count from 1, and the first shows no number. */
const sheet = (page: Printed, landscape: boolean) => ({
  properties: {
    titlePage: true,
    page: {
      size: {
        width: twentieths(210),
        height: twentieths(297),
        orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: {
        top: twentieths(20),
        bottom: twentieths(20),
        left: twentieths(30),
        right: twentieths(15),
        header: twentieths(8),
        footer: twentieths(8),
      },
      pageNumbers: { start: 1 },
    },
  },
  headers: { first: pageHead(page.mark, false), default: pageHead(page.mark, true) },
})

/** Of a point, and never less than the decree asks. */
const twentieths = (millimetres: number): number => Math.ceil((millimetres * 1440) / 25.4)

/** In points, between the margins. */
const portraitWidth = ((210 - 45) * 72) / 25.4
const landscapeWidth = ((297 - 45) * 72) / 25.4

/** Title and author, and no date: the library would write the time of day. */
const properties = ({ properties: { title, author } }: Printed): string =>
  [
    declaration,
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<dc:title>${escapeXml(title)}</dc:title>`,
    author ? `<dc:creator>${escapeXml(author)}</dc:creator>` : '',
    '<dc:language>vi-VN</dc:language></cp:coreProperties>',
  ].join('')
