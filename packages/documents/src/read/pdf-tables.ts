/** Tables that a file names by its tags: each cell is a line, whatever stands beside it. */
import type { Sheet } from './lines.ts'
import { partOf, rowsOf, segmentsOf, type TextItem } from './pdf-segments.ts'

export const tablesOf = (items: TextItem[]): TextItem[][] => {
  const tables = new Map<number, TextItem[]>()
  for (const item of items) {
    const table = item.tag?.cell?.table
    if (table === undefined) continue
    const own = tables.get(table)
    if (own === undefined) tables.set(table, [item])
    else own.push(item)
  }
  return [...tables.values()]
}

/** Each cell is a line, in the order that the tags give. */
export const addTable = (items: TextItem[], page: number, sheet: Sheet): void => {
  const cells = new Map<string, TextItem[]>()
  for (const item of items) {
    const key = `${item.tag?.cell?.row}.${item.tag?.cell?.column}`
    cells.set(key, [...(cells.get(key) ?? []), item])
  }
  for (const cell of cells.values()) {
    let text = ''
    const parts = rowsOf(cell)
      .flatMap(segmentsOf)
      .map((segment) => {
        const lead = /[/_&?=-]$/.test(text) && !/\s[/_&?=-]$/.test(text) ? '' : ' '
        text += text === '' ? '' : lead
        const part = partOf(segment, text.length, page)
        text += segment.text
        return part
      })
    sheet.add(text, { cell: cell[0]?.tag?.cell ?? null }, [], parts)
  }
}
