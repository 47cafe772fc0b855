/** Tables of figures as a spreadsheet (Office Open XML, ISO/IEC 29500). */
export interface Workbook {
  sheets: Sheet[]
}

export interface Sheet {
  /** At most 31 characters; `[]:*?/\` become spaces, and a repeated name gets a number. */
  name: string
  /** Over the table, in bold. */
  title?: string
  columns: Column[]
  rows: Cell[][]
  /** Below the table in italics, such as which units are missing. */
  notes?: string[]
  /** Printed on A4 lying down. */
  landscape?: boolean
  /** Printed with the page number over the table. */
  pageNumbers?: boolean
  /** Lies over the cells, its corner in this cell (column from 0, row from 1). */
  picture?: Picture
}

export interface Picture {
  png: Uint8Array
  column: number
  row: number
  /** Edge of the square on the sheet, in millimetres. */
  millimetres: number
}

export interface Column {
  title: string
  /** In characters of the standard size. */
  width: number
  align?: 'left' | 'center' | 'right'
  /** Number format of the column, such as `#,##0.0`; whole numbers with separators when left out. */
  format?: string
  /** There, but not shown: what a program reads again. */
  hidden?: boolean
}

/**
 * Text is always text, whatever it starts with. `null` is an empty cell. A formula carries the value that was
 * computed for it, so that viewers that do not compute show it; spreadsheets compute again when they open the file.
 */
export type Cell = string | number | null | StyledCell

export type StyledCell =
  | (CellStyle & { text: string })
  | (CellStyle & { number: number })
  | (CellStyle & FormulaCell)

export interface FormulaCell {
  /** Without `=`: `SUM(B3:B14)`. Cells, numbers and the functions in `allowedFunctions` only. */
  formula: string
  value: number | string
}

export interface CellStyle {
  /** `total` is bold; `missing` is hatched grey, for a unit that has not reported. */
  style?: 'total' | 'missing'
  format?: string
}

/** The row number of the first row of cells: below the title, if there is one, and the header. */
export const firstRow = (sheet: Pick<Sheet, 'title'>): number => (sheet.title ? 3 : 2)

/** `cellName(1, 14)` is `B14`: column from 0, row from 1. */
export const cellName = (column: number, row: number): string => {
  const letters = (at: number): string =>
    (at >= 26 ? letters(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26))
  return `${letters(column)}${row}`
}
