import type { Block, Paragraph, Run, Table, TableColumn } from '../document.ts'
import { clean } from './characters.ts'
import { upper } from './names.ts'

/** The body (ô 6) and annexes as printed: Decree 30/2020/NĐ-CP, Appendix I, part I, mục II.6. */
export type PrintedBlock = PrintedParagraph | PrintedTable

export interface PrintedParagraph {
  kind: 'paragraph'
  centred: boolean
  /** A heading stays on the page of what follows it. */
  keepWithNext: boolean
  runs: Required<Run>[]
}

export interface PrintedTable {
  kind: 'table'
  columns: TableColumn[]
  rows: string[][]
  total: string[] | null
  size: number
}

/** `closed`: the last line gets the end mark `./.`; annexes have none. */
export const printedBlocks = (blocks: Block[], { closed }: { closed: boolean }): PrintedBlock[] => {
  const last = blocks.length - 1
  return blocks.map((block, at) =>
    block.kind === 'table'
      ? printedTable(block)
      : printedParagraph(block, blocks[at + 1], closed && at === last),
  )
}

const printedParagraph = (paragraph: Paragraph, next: Block | undefined, last: boolean): PrintedParagraph => {
  const { role } = paragraph
  const title = isTitle(paragraph, next)
  const capital = role === 'part' || (role === 'section' && !/^điều/i.test(paragraph.marker ?? ''))
  const styled = paragraph.runs.some((run) => run.bold !== undefined || run.italic !== undefined)
  const runs = paragraph.runs.map((run) => ({
    text: capital ? upper(clean(run.text)) : clean(run.text),
    bold: styled && role !== 'section' && role !== 'part' ? Boolean(run.bold) : title,
    italic: role === 'basis' || Boolean(run.italic),
  }))
  const marker = paragraph.marker && {
    text: `${clean(paragraph.marker)} `,
    bold: runs[0]?.bold ?? title,
    italic: role === 'basis',
  }
  const all = marker ? [marker, ...runs] : runs
  return {
    kind: 'paragraph',
    centred: role === 'part' || isResolution(paragraph),
    keepWithNext: title && next !== undefined,
    runs: last ? ended(all) : all,
  }
}

/** Khoản is bold only when it is a title: a line of its own, without a closing mark, over something else. */
const isTitle = (paragraph: Paragraph, next: Block | undefined): boolean => {
  if (paragraph.role === 'part' || paragraph.role === 'section') return true
  if (isResolution(paragraph)) return true
  if (paragraph.role !== 'clause' || next === undefined) return false
  const text = textOf(paragraph.runs)
  if (text.length > 150 || /[.;:,]$/.test(text)) return false
  return next.kind === 'table' || ['point', 'dash', 'plus', 'text'].includes(next.role)
}

/** The line `QUYẾT ĐỊNH:` between the bases and Điều 1. */
const isResolution = ({ role, runs }: Paragraph): boolean =>
  role === 'text' && /^QUYẾT (ĐỊNH|NGHỊ)\s*:?$/.test(textOf(runs))

const textOf = (runs: Run[]): string =>
  runs
    .map((run) => run.text)
    .join('')
    .trim()

/** The last line closes with `./.` */
const ended = (runs: Required<Run>[]): Required<Run>[] => {
  const final = runs.at(-1)
  if (!final) return runs
  const text = final.text.trimEnd()
  const end = text.endsWith('./.') ? text : `${text.replace(/[.;,]+$/, '')}./.`
  return [...runs.slice(0, -1), { ...final, text: end }]
}

/** Wide tables are set a little smaller, so that a name needs fewer lines. */
const printedTable = ({ columns, rows, total }: Table): PrintedTable => {
  const cells = (row: string[]) => columns.map((_, at) => clean(row[at] ?? ''))
  return {
    kind: 'table',
    columns: columns.map((column) => ({ ...column, title: clean(column.title) })),
    rows: rows.map(cells),
    total: total && cells(total),
    size: columns.length > 6 ? 12 : 13,
  }
}
