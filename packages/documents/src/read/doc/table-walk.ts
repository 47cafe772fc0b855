/** Which cell a paragraph of a .doc stands in: cells end with a sign, rows with a paragraph of their own, tables may nest. */
import type { Cell } from '../lines.ts'
import type { ParagraphLook } from './sprms.ts'

interface OpenTable {
  id: number
  row: number
  column: number
}

export class TableWalk {
  #count = 0
  #open: OpenTable[] = []

  /** @param mark how the paragraph ends: as one, or with the sign of a cell's end */
  step(look: ParagraphLook, mark: 'paragraph' | 'cell'): { cell: Cell | null; isRowEnd: boolean } {
    const depth = Math.min(Math.max(look.tableDepth, look.inTable ? 1 : 0), 10)
    this.#open.length = Math.min(this.#open.length, depth)
    while (this.#open.length < depth) this.#open.push({ id: this.#count++, row: 0, column: 0 })
    const table = this.#open.at(-1)
    if (!table) return { cell: null, isRowEnd: false }
    if (look.rowEnd || look.innerRowEnd) {
      table.row++
      table.column = 0
      return { cell: null, isRowEnd: true }
    }
    const cell: Cell = { table: table.id, row: table.row, column: table.column }
    if (mark === 'cell' || look.innerCell) table.column++
    return { cell, isRowEnd: false }
  }
}
