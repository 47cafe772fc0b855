import type { PrintedBlock, PrintedParagraph, PrintedTable } from './blocks.ts'
import type { DocxParts } from './docx-parts.ts'
import { styleIds, styleLook } from './docx-styles.ts'
import { gap, linked, lookOf, looks, paragraph, row, rule, run, styled, table } from './docx-xml.ts'
import { unheld } from './hold.ts'
import type { PrintedAnnex } from './printed.ts'

/** Ô 6 and the annexes, between margins of this width. */
export const bodyBlocks = (blocks: PrintedBlock[], width: number, parts: DocxParts): string =>
  blocks
    .map((block) => {
      if (block.kind === 'table') return dataTable(block, width, parts) + gap()
      if (block.kind === 'chart') return parts.chart(block) + gap()
      return bodyParagraph(block, parts)
    })
    .join('')

export const annexHeading = (annex: PrintedAnnex, width: number): string =>
  [
    styled(styleIds.annex, [annex.heading]),
    styled(styleIds.annexTitle, annex.title.lines),
    styled(styleIds.attachedTo, annex.attachedTo.lines),
    rule(annex.attachedTo.width * 0.35, width),
    gap(),
  ].join('')

/** The last line is held to the signature; that no paragraph leaves one line alone is the word processor's own rule. */
const bodyParagraph = (block: PrintedParagraph, parts: DocxParts): string => {
  const style = styleOf(block)
  const own = styleLook(style)
  const { marker } = block
  const list = marker && !parts.typed ? parts.numbering.next(marker.text) : null
  const words = marker && !list ? [{ ...marker, text: `${marker.text} ` }, ...block.runs] : block.runs
  return paragraph(
    words
      .map((one) =>
        linked(parts.link(one.link), run(parts.typed ? unheld(one.text) : one.text, lookOf(one, own))),
      )
      .join(''),
    {
      style,
      keepNext: block.keepWithNext || block.closing,
      ...(marker && list && { list, mark: looks(lookOf(marker, own)) }),
    },
  )
}

const styleOf = ({ role, centred, keepWithNext, runs }: PrintedParagraph): string => {
  if (role === 'part') return styleIds.part
  if (centred) return styleIds.capitals
  if (role === 'basis') return styleIds.basis
  if (role === 'section') return styleIds.section
  if (role === 'clause' && keepWithNext && runs.every(({ bold }) => bold)) return styleIds.clause
  return styleIds.text
}

const dataTable = (block: PrintedTable, width: number, parts: DocxParts): string => {
  const { columns, rows, total, links, totalLinks, size, closing } = block
  const widths = columns.map((column) => width * column.width)
  const cells = (
    words: string[],
    { bold, leads, last }: { bold?: boolean; leads?: (string | null)[]; last?: boolean },
    aligned: (at: number) => 'left' | 'center' | 'right',
  ) =>
    words.map((cell, at) =>
      paragraph(linked(parts.link(leads?.[at] ?? null), run(cell, { size, ...(bold && { bold }) })), {
        style: styleIds.cell,
        align: aligned(at),
        ...(last && { keepNext: true }),
      }),
    )
  const alignOf = (at: number) => columns[at]?.align ?? 'left'
  const whole = (words: string[]) => words.every((cell) => cell.length <= 600)
  const titles = columns.map((column) => column.title)
  /** The last two rows are on the page of the signature. */
  const held = (at: number) => closing && at >= rows.length - (total ? 1 : 2)
  return table({ widths, bordered: true }, [
    row(
      { widths, whole: whole(titles), header: true, middle: true },
      cells(titles, { bold: true }, () => 'center'),
    ),
    ...rows.map((words, at) =>
      row(
        { widths, whole: whole(words), middle: true },
        cells(words, { leads: links[at] ?? [], last: held(at) }, alignOf),
      ),
    ),
    ...(total
      ? [
          row(
            { widths, whole: whole(total), middle: true },
            cells(total, { bold: true, leads: totalLinks, last: closing }, alignOf),
          ),
        ]
      : []),
  ])
}
