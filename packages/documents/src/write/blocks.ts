import type { Block, Chart, Paragraph, ParagraphRole, Table, TableColumn } from '../document.ts'
import { clean } from './characters.ts'
import { chartInWords, chartSvg } from './chart.ts'
import { hold } from './hold.ts'
import { textWidth } from './lines.ts'
import { upper } from './names.ts'

/** The body (ô 6) and annexes as printed: Decree 30/2020/NĐ-CP, Appendix I, part I, mục II.6. */
export type PrintedBlock = PrintedParagraph | PrintedTable | PrintedChart

export interface PrintedParagraph {
  kind: 'paragraph'
  role: ParagraphRole
  centred: boolean
  /** A heading stays on the page of what follows it. */
  keepWithNext: boolean
  /** The last of the body: at least two lines of it stand on the page of the signature. */
  closing: boolean
  /** `1.`, `a)`, `Điều 5.`: a space follows it. */
  marker: PrintedRun | null
  runs: PrintedRun[]
}

export interface PrintedRun {
  text: string
  bold: boolean
  italic: boolean
  link: string | null
}

export interface PrintedTable {
  kind: 'table'
  columns: TableColumn[]
  rows: string[][]
  total: string[] | null
  /** As many as there are cells. */
  links: (string | null)[][]
  totalLinks: (string | null)[]
  size: number
  /** The last of the body: its last rows stand on the page of the signature. */
  closing: boolean
}

export interface PrintedChart {
  kind: 'chart'
  title: string
  svg: string
  /** For whoever has the page read out. */
  words: string
  /** What a program draws that has charts of its own. */
  chart: Chart
}

/** `closed`: it ends above a signature, its last line with the end mark `./.`; annexes have none. */
export const printedBlocks = (blocks: Block[], { closed }: { closed: boolean }): PrintedBlock[] =>
  blocks.flatMap((block, at): PrintedBlock[] => {
    const next = blocks[at + 1]
    const closing = closed && next === undefined
    if (block.kind === 'table') return [printedTable(block, closing)]
    if (block.kind === 'chart') return [printedChart(block)]
    if (block.role === 'part') return printedPart(block)
    const leads = closed && at === blocks.length - 2 && isOneLine(next)
    return [printedParagraph(block, next, { closing, leads })]
  })

/** Phần, Chương: the number on a line of its own, the title below in capitals, both bold and centred. */
const printedPart = ({ marker, runs }: Paragraph): PrintedParagraph[] =>
  [marker ?? '', upper(textOf(runs))].filter(Boolean).map((line) => ({
    kind: 'paragraph',
    role: 'part',
    centred: true,
    keepWithNext: true,
    closing: false,
    marker: null,
    runs: [{ text: clean(line), bold: true, italic: false, link: null }],
  }))

/**
 * Words that the reader saw in bold or italics keep it; headings are bold throughout, bases are italic. `leads`: it stands over the
 * last line, which is not to be alone with the signature.
 */
const printedParagraph = (
  paragraph: Paragraph,
  next: Block | undefined,
  { closing, leads }: { closing: boolean; leads: boolean },
): PrintedParagraph => {
  const { role, marker } = paragraph
  const title = isTitle(paragraph, next)
  const styled = role !== 'section' && paragraph.runs.some((run) => run.bold !== undefined)
  const capital = role === 'section' && !isArticle(paragraph)
  const runs = paragraph.runs.map((run) => ({
    text: hold(capital ? upper(clean(run.text)) : clean(run.text)),
    bold: styled ? Boolean(run.bold) : title,
    italic: role === 'basis' || Boolean(run.italic),
    link: run.link ?? null,
  }))
  return {
    kind: 'paragraph',
    role,
    centred: isCapitals(paragraph),
    keepWithNext: leads || (title && next !== undefined),
    closing,
    marker: marker
      ? {
          text: clean(marker),
          bold: role === 'section' || (runs[0]?.bold ?? title),
          italic: role === 'basis',
          link: null,
        }
      : null,
    runs: closing ? ended(runs) : runs,
  }
}

/** Between the margins of an upright page; a word less, to be sure. */
const isOneLine = (block: Block | undefined): boolean =>
  block?.kind === 'paragraph' &&
  textWidth(`${block.marker ?? ''} ${textOf(block.runs)}`, { size: 14 }) < 468 - 36 - 30

/** Khoản and Điều are bold only as titles: a line of their own, without a closing mark, over something else. */
const isTitle = (paragraph: Paragraph, next: Block | undefined): boolean => {
  if (isCapitals(paragraph)) return true
  if (paragraph.role === 'section' && !isArticle(paragraph)) return true
  if (!['section', 'clause'].includes(paragraph.role) || next === undefined) return false
  const text = textOf(paragraph.runs)
  if (text.length > 150 || /[.;:,]$/.test(text)) return false
  if (next.kind !== 'paragraph') return true
  return next.role === 'clause' ? paragraph.role === 'section' : under.has(next.role)
}

const under = new Set<Paragraph['role']>(['point', 'dash', 'plus', 'text'])

const isArticle = ({ marker }: Paragraph): boolean => /^điều/i.test(marker ?? '')

/** A line of capitals without a number: who decides, and `QUYẾT ĐỊNH:` before Điều 1. */
const isCapitals = ({ role, marker, runs }: Paragraph): boolean => {
  const text = textOf(runs)
  return (
    role === 'text' &&
    !marker &&
    text.length > 5 &&
    text.length < 150 &&
    /\p{Lu}/u.test(text) &&
    !/\p{Ll}/u.test(text)
  )
}

const textOf = (runs: readonly { text: string }[]): string =>
  runs
    .map((run) => run.text)
    .join('')
    .trim()

/** The last line closes with `./.` */
const ended = (runs: PrintedRun[]): PrintedRun[] => {
  const final = runs.at(-1)
  if (!final) return runs
  const text = final.text.trimEnd()
  const end = text.endsWith('./.') ? text : `${text.replace(/[.;,]+$/, '')}./.`
  return [...runs.slice(0, -1), { ...final, text: end }]
}

/** Wide tables are set a little smaller, so that a name needs fewer lines. */
const printedTable = (
  { columns, rows, total, links = [], totalLinks = [] }: Table,
  closing: boolean,
): PrintedTable => {
  const cells = (row: string[]) => columns.map((_, at) => clean(row[at] ?? ''))
  return {
    kind: 'table',
    columns: columns.map((column) => ({ ...column, title: clean(column.title) })),
    rows: rows.map(cells),
    total: total && cells(total),
    links: rows.map((_, row) => columns.map((_, at) => links[row]?.[at] ?? null)),
    totalLinks: columns.map((_, at) => totalLinks[at] ?? null),
    size: columns.length > 6 ? 12 : 13,
    closing,
  }
}

const printedChart = (chart: Chart): PrintedChart => {
  const cleaned: Chart = {
    ...chart,
    title: clean(chart.title),
    categories: chart.categories.map(clean),
    series: chart.series.map((series) => ({ ...series, name: clean(series.name) })),
  }
  return {
    kind: 'chart',
    title: cleaned.title,
    svg: chartSvg(cleaned),
    words: chartInWords(cleaned),
    chart: cleaned,
  }
}
