import { type Cell, type Column, cellName, firstRow, type Sheet } from './workbook.ts'
import { cellXml, textCell } from './xlsx-cells.ts'
import type { Style } from './xlsx-styles.ts'

type StyleOf = (style: Style) => number

/** One worksheet part: title, header that stays in sight, cells, notes. */
export const sheetXml = (sheet: Sheet, styleOf: StyleOf): string => {
  const header = firstRow(sheet) - 1
  const last = cellName(Math.max(sheet.columns.length - 1, 0), 1)
  return [
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"',
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${header}" topLeftCell="A${header + 1}"`,
    ' activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    sheet.columns.length > 0 ? `<cols>${sheet.columns.map(columnXml).join('')}</cols>` : '',
    '<sheetData>',
    ...(sheet.title ? [line(1, sheet.title, { font: 'title' }, styleOf)] : []),
    headerRow(header, sheet.columns, styleOf),
    ...sheet.rows.map((cells, at) => cellRow(header + 1 + at, cells, sheet.columns, styleOf)),
    ...(sheet.notes ?? []).map((note, at) =>
      line(header + sheet.rows.length + 2 + at, note, { font: 'italic' }, styleOf),
    ),
    '</sheetData>',
    sheet.title && last !== 'A1' ? `<mergeCells count="1"><mergeCell ref="A1:${last}"/></mergeCells>` : '',
    '<pageMargins left="0.79" right="0.59" top="0.79" bottom="0.79" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="${sheet.landscape ? 'landscape' : 'portrait'}" fitToHeight="0"/>`,
    sheet.pageNumbers ? '<headerFooter><oddHeader>&amp;C&amp;P</oddHeader></headerFooter>' : '',
    sheet.picture ? '<drawing r:id="r1"/>' : '',
    '</worksheet>',
  ].join('')
}

const columnXml = ({ width, hidden }: Column, at: number): string =>
  `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"${hidden ? ' hidden="1"' : ''}/>`

const line = (number: number, text: string, style: Style, styleOf: StyleOf): string =>
  row(number, 1.3, textCell(cellName(0, number), text, style, styleOf))

const headerRow = (number: number, columns: Column[], styleOf: StyleOf): string => {
  const style: Style = { font: 'bold', fill: 'header', border: true, align: 'center' }
  const titles = columns.map(({ title }) => title)
  const cells = titles.map((title, at) => textCell(cellName(at, number), title, style, styleOf))
  return row(number, linesIn(titles, columns), cells.join(''))
}

const cellRow = (number: number, cells: Cell[], columns: Column[], styleOf: StyleOf): string => {
  const written = columns.map((column, at) =>
    cellXml(cellName(at, number), cells[at] ?? null, column, styleOf),
  )
  return row(number, linesIn(cells, columns), written.join(''))
}

const row = (number: number, lines: number, cells: string): string =>
  `<row r="${number}" ht="${lines * 16.5}" customHeight="1">${cells}</row>`

/** How many lines the fullest cell needs: not every program fits the height of a row by itself. */
const linesIn = (cells: Cell[], columns: Column[]): number =>
  Math.min(
    20,
    Math.max(
      1,
      ...columns.map(({ width, hidden }, at) =>
        hidden ? 0 : Math.ceil((textOf(cells[at]).length * 1.2) / width),
      ),
    ),
  )

const textOf = (cell: Cell | undefined): string => {
  if (typeof cell === 'string') return cell
  return typeof cell === 'object' && cell !== null && 'text' in cell ? cell.text : ''
}
