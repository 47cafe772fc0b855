/** A paragraph of a word processor's file as lines: its marker before it, its own line breaks kept, emphasis moved along. */
import { type Cell, type Emphasis, plain, type Sheet } from './lines.ts'

export interface FileParagraph {
  text: string
  emphasis: Emphasis[]
  /** Of automatic numbering; empty where there is none. */
  marker: string
  centred: boolean
  cell: Cell | null
}

export const addParagraph = (sheet: Sheet, paragraph: FileParagraph): void => {
  const lead = paragraph.marker === '' ? '' : `${paragraph.marker} `
  const raw = lead + paragraph.text
  const text = plain(raw)
  // A mark is kept only where cleaning moved nothing.
  const rows = text.split('\n')
  const emphasis = text.length === raw.length && rows.length < 200 ? paragraph.emphasis : []
  let from = 0
  for (const [index, row] of rows.entries()) {
    const to = from + row.length
    const own = emphasis
      .filter((mark) => mark.end + lead.length > from && mark.start + lead.length < to)
      .map((mark) => ({
        ...mark,
        start: Math.max(0, mark.start + lead.length - from),
        end: Math.min(to, mark.end + lead.length) - from,
      }))
    sheet.add(row, { centred: paragraph.centred, cell: paragraph.cell, continues: index > 0 }, own)
    from = to + 1
  }
}
