import {
  AlignmentType,
  ExternalHyperlink,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  type TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { PrintedBlock, PrintedParagraph, PrintedTable } from './blocks.ts'
import { chartPlace } from './docx-chart.ts'
import { centred, gap, rule, run, twips } from './docx-page.ts'
import type { PrintedAnnex } from './printed.ts'

/** Ô 6 and the annexes, between margins of this width. */
export const bodyBlocks = (blocks: PrintedBlock[], width: number): (Paragraph | Table)[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'table') return [table(block, width), gap()]
    if (block.kind === 'chart') return [...chartPlace(block), gap()]
    return [paragraph(block)]
  })

export const annexHeading = (annex: PrintedAnnex, width: number): Paragraph[] => [
  centred([annex.heading], { size: 14, bold: true }),
  centred(annex.title.lines, { size: 14, bold: true }),
  centred(annex.attachedTo.lines, { size: 14, italics: true }),
  rule(annex.attachedTo.width * 0.35, width),
  gap(),
]

/** 720 twentieths of a point are 1.27 cm. */
const paragraph = ({ centred: middle, keepWithNext, runs }: PrintedParagraph): Paragraph =>
  new Paragraph({
    alignment: middle ? AlignmentType.CENTER : AlignmentType.JUSTIFIED,
    indent: middle ? {} : { firstLine: 720 },
    spacing: { after: 120 },
    keepNext: keepWithNext,
    children: runs.map(({ text, bold, italic, link }) =>
      linked(link, run(text, { size: 14, bold, italics: italic })),
    ),
  })

/** It looks like the words around it: the page is an official document. */
const linked = (link: string | null, child: TextRun): TextRun | ExternalHyperlink =>
  link === null ? child : new ExternalHyperlink({ link, children: [child] })

const table = ({ columns, rows, total, links, totalLinks, size }: PrintedTable, width: number): Table => {
  const widths = columns.map((column) => twips(width * column.width))
  const row = (
    cells: string[],
    { bold, header = false, leads = [] }: { bold: boolean; header?: boolean; leads?: (string | null)[] },
  ) =>
    new TableRow({
      tableHeader: header,
      cantSplit: cells.every((cell) => cell.length <= 600),
      children: cells.map(
        (cell, at) =>
          new TableCell({
            width: { size: widths[at] ?? 0, type: WidthType.DXA },
            verticalAlign: VerticalAlign.CENTER,
            children: [
              new Paragraph({
                alignment: header ? AlignmentType.CENTER : columns[at]?.align,
                children: [linked(leads[at] ?? null, run(cell, { size, bold }))],
              }),
            ],
          }),
      ),
    })
  return new Table({
    width: { size: twips(width), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { left: 80, right: 80, top: 40, bottom: 40 },
    rows: [
      row(
        columns.map((column) => column.title),
        { bold: true, header: true },
      ),
      ...rows.map((cells, at) => row(cells, { bold: false, leads: links[at] ?? [] })),
      ...(total ? [row(total, { bold: true, leads: totalLinks })] : []),
    ],
  })
}
