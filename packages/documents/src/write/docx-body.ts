import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { PrintedBlock, PrintedParagraph, PrintedTable } from './blocks.ts'
import { centred, gap, rule, run, twips } from './docx-page.ts'
import type { PrintedAnnex } from './printed.ts'

/** Ô 6 and the annexes, between margins of this width. */
export const bodyBlocks = (blocks: PrintedBlock[], width: number): (Paragraph | Table)[] =>
  blocks.flatMap((block) => (block.kind === 'table' ? [table(block, width), gap()] : [paragraph(block)]))

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
    children: runs.map(({ text, bold, italic }) => run(text, { size: 14, bold, italics: italic })),
  })

const table = ({ columns, rows, total, size }: PrintedTable, width: number): Table => {
  const widths = columns.map((column) => twips(width * column.width))
  const row = (cells: string[], { bold, header = false }: { bold: boolean; header?: boolean }) =>
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
                children: [run(cell, { size, bold })],
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
      ...rows.map((cells) => row(cells, { bold: false })),
      ...(total ? [row(total, { bold: true })] : []),
    ],
  })
}
