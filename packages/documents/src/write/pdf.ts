import type { NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import type { DocumentTree } from '../document.ts'
import type { PrintedBlock } from './blocks.ts'
import { wrappable } from './characters.ts'
import { type Heading, textWidth } from './lines.ts'
import { withLinks } from './links.ts'
import { archived } from './pdf-standard.ts'
import { type Printed, printed } from './printed.ts'
import type { PrintedFoot } from './printed-foot.ts'
import { type PrintedAddressees, type PrintedHead, urgencyStamps } from './printed-head.ts'
import { type DrawnPage, drawnPages, svgPages } from './svg.ts'
import { typesetter } from './typst.ts'

export interface PdfOptions {
  /** Creation date of the file in seconds since 1970; without it the day that stands on the document. */
  createdAt?: number
  /** Address of the Loa whose evidence the figures lead to, such as `https://loa.example.vn`; without it no links. */
  linkBase?: string
}

/** The document as PDF, laid out by Decree 30. The same tree and options give the same bytes. */
export const writePdf = async (tree: DocumentTree, options: PdfOptions = {}): Promise<Uint8Array> =>
  pdfOf(printed(tree), options)

/** The room between title and name (Decree 30, Appendix I, part II, ô 7c), in points from the lower left corner of its page. */
export interface SignatureRoom {
  /** From 0. */
  page: number
  x: number
  y: number
  width: number
  height: number
}

/** The document as PDF, and where the one who signs it puts the signature. */
export const writePdfToSign = async (
  tree: DocumentTree,
  options: PdfOptions = {},
): Promise<{ pdf: Uint8Array; room: SignatureRoom }> => {
  const { compiler } = typesetter()
  const laidOut = layOut(printed(tree), options, true)
  const [at] = compiler.query(laidOut, { selector: '<signature>', field: 'value' }) as Measured[]
  if (!at) throw new Error('the layout has no place for a signature')
  return {
    pdf: archived(compiler, laidOut, { ...options, date: tree.date }),
    room: {
      page: at.page - 1,
      x: at.x,
      y: pageHeight - at.y - roomHeight,
      width: at.width,
      height: roomHeight,
    },
  }
}

/** As `layout.typ` says it: pages from 1, downwards. */
interface Measured {
  page: number
  x: number
  y: number
  width: number
}

/** A4, and the 27 mm that `layout.typ` leaves free. */
const pageHeight = 841.89
const roomHeight = (27 * 72) / 25.4

/** One SVG per page from the same layout. */
export const previewSvg = async (tree: DocumentTree): Promise<string[]> => svgPages(tallSvg(tree))

/** The same for the preview beside an editor, which holds the pages with these hashes already. */
export const previewPages = async (tree: DocumentTree, have: readonly string[]): Promise<DrawnPage[]> =>
  drawnPages(tallSvg(tree), have)

const tallSvg = (tree: DocumentTree) =>
  typesetter().compiler.plainSvg(layOut(printed(tree), { linkBase: '' }))

export const pdfOf = (page: Printed, options: PdfOptions): Uint8Array =>
  isLonger(page)
    ? archived(typesetter().compiler, layOut(page, options), { ...options, date: page.properties.date })
    : pdfWriter(page, options)(page)

/** What differs between letters. */
type Own = Pick<Printed, 'addressees' | 'qr'>

/** For many letters: all that they share is prepared once. */
export const pdfWriter = (page: Printed, options: PdfOptions): ((own: Own) => Uint8Array) => {
  const shared = dataOf(page, options)
  const dated = { ...options, date: page.properties.date }
  let longer = isLonger(page)
  return ({ addressees, qr }) => {
    const data = { ...shared, addressees: breakAddressees(addressees), qr }
    const { pdf } = typesetter()
    const plain = longer ? null : pdf(JSON.stringify({ ...data, numbered: false }), dated)
    if (plain && pageCount(plain) === 1) return plain
    // The next letter is as long.
    longer = true
    return pdf(JSON.stringify({ ...data, numbered: true }), dated)
  }
}

/** The page tree is the first object that our typesetter writes. */
const pageCount = (pdf: Uint8Array): number =>
  Number(
    Buffer.from(pdf.subarray(0, 200))
      .toString('latin1')
      .match(/\/Count (\d+)/)?.[1],
  )

/** A page with its addressees, or with room of so many points for names that are drawn into it afterwards. */
type Laid = Omit<Printed, 'addressees'> & { addressees: PrintedAddressees | { room: number } | null }

export const layOut = (page: Laid, options: PdfOptions, signing = false): NodeTypstDocument =>
  compiled(dataOf(page, options, signing), isLonger(page))

/** First without page numbers: most letters have one page, and need none. */
const compiled = (data: object, longer: boolean): NodeTypstDocument => {
  const { compile, compiler } = typesetter()
  const plain = longer ? null : compile(JSON.stringify({ ...data, numbered: false }))
  if (plain?.numOfPages === 1) return plain
  const whole = compile(JSON.stringify({ ...data, numbered: true }))
  // What it remembers of so many pages is as large as they are, and the next document is another one.
  if (whole.numOfPages > 40) compiler.evictCache(0)
  return whole
}

/** Surely more than a page: 60 lines are. */
const isLonger = ({ body, annexes }: Pick<Printed, 'body' | 'annexes'>): boolean =>
  annexes.length > 0 || body.reduce((lines, block) => lines + leastLines(block), 0) > 60

const leastLines = (block: PrintedBlock): number => {
  if (block.kind === 'table') return block.rows.length
  if (block.kind === 'chart') return 5
  return Math.ceil(block.runs.reduce((sum, { text }) => sum + text.length, 0) / 110)
}

/** As `layout.typ` reads it: markers before their words, and break points in words that are wider than their line, such as links. */
const dataOf = (plain: Laid, { linkBase }: PdfOptions, signing = false) => {
  const page = withLinks(plain, (link) => (linkBase === undefined ? null : linkBase + link))
  return {
    ...page,
    signing,
    head: breakHead(page.head),
    title: page.title && {
      ...page.title,
      subject: page.title.subject && breakHeading(page.title.subject, 40),
    },
    addressees: breakAddressees(page.addressees),
    body: page.body.map((block) => breakBlock(block, 165)),
    foot: page.foot && breakFoot(page.foot),
    copy: page.copy && { ...page.copy, head: breakHead(page.copy.head), foot: breakFoot(page.copy.foot) },
    circulation: page.circulation && wrappable(page.circulation, 20),
    corner: page.corner && wrappable(page.corner, 40),
    contact: page.contact && wrappable(page.contact, 60),
    annexes: page.annexes.map((annex) => ({
      ...annex,
      head: annex.head && breakHead(annex.head),
      title: breakHeading(annex.title, 30),
      attachedTo: breakHeading(annex.attachedTo, 40),
      blocks: annex.blocks.map((block) => breakBlock(block, annex.landscape ? 252 : 165)),
      foot: annex.foot && breakFoot(annex.foot),
    })),
  }
}

const breakAddressees = <It extends Laid['addressees']>(it: It): It =>
  it && 'items' in it ? { ...it, items: it.items.map((item) => wrappable(item, 30)) } : it

const breakHead = (head: PrintedHead) => ({
  ...head,
  parentIssuer: breakHeading(head.parentIssuer, 20),
  issuer: breakHeading(head.issuer, 20),
  subject: head.subject && breakHeading(head.subject, 24),
  urgency: head.urgency && urgencyStamps[head.urgency],
})

const breakFoot = (foot: PrintedFoot): PrintedFoot => ({
  ...foot,
  recipients: foot.recipients.map((item) => wrappable(item, 24)),
  typist: foot.typist && wrappable(foot.typist, 24),
  authority: foot.authority.map((line) => wrappable(line, 20)),
  name: foot.name && wrappable(foot.name, 24),
  beside: foot.beside && {
    title: foot.beside.title.map((line) => wrappable(line, 16)),
    name: foot.beside.name && wrappable(foot.beside.name, 20),
  },
  confirmation: foot.confirmation.map((line) => wrappable(line, 20)),
})

const breakHeading = ({ lines, width }: Heading, length: number): Heading => ({
  lines: lines.map((line) => wrappable(line, length)),
  width,
})

const breakBlock = (block: PrintedBlock, width: number) => {
  if (block.kind === 'chart') return block
  if (block.kind === 'paragraph') {
    const { marker, runs } = block
    const all = marker ? [{ ...marker, text: `${marker.text} ` }, ...runs] : runs
    return { ...block, runs: all.map((run) => ({ ...run, text: wrappable(run.text, 40) })) }
  }
  const room = block.columns.map((column) => lettersIn(width * column.width, block.size))
  // In points, between the edges of a cell.
  const widths = block.columns.map((column) => (width * column.width * 72) / 25.4 - 9)
  const cells = (row: string[], links: (string | null)[]) => {
    const breakable = row.some((cell) => cell.length > 600)
    return row.map((cell, at) => {
      const link = links[at] ?? null
      const fits =
        cell.length * block.size < (widths[at] ?? 0) || isOneLine(cell, block.size, widths[at] ?? 0)
      return fits && link === null ? cell : { text: wrappable(cell, room[at] ?? 40), link, breakable }
    })
  }
  return {
    ...block,
    columns: block.columns.map((column, at) => ({
      ...column,
      title: wrappable(column.title, room[at] ?? 40),
    })),
    rows: block.rows.map((row, at) => cells(row, block.links[at] ?? [])),
    total: block.total && cells(block.total, block.totalLinks),
    links: null,
    totalLinks: null,
  }
}

const isOneLine = (text: string, size: number, width: number): boolean =>
  text.length < 80 && textWidth(text, { size, bold: true }) < width

/** How many wide letters fit into so many millimetres. */
const lettersIn = (width: number, size: number): number =>
  Math.max(3, Math.floor((width * (72 / 25.4) - 8) / (size * 0.62)))
