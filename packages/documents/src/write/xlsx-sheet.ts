import { clean } from './characters.ts'
import { type Cell, type Column, cellName, type FormulaCell, firstRow, type Sheet } from './workbook.ts'
import type { Style } from './xlsx-styles.ts'
import { escapeXml } from './xml.ts'

/** One worksheet part: title, header that stays in sight and repeats on paper, cells, notes. */
export const sheetXml = (sheet: Sheet, styleOf: (style: Style) => number): string => {
  const header = firstRow(sheet) - 1
  const lastColumn = Math.max(sheet.columns.length - 1, 0)
  const textRow = (at: number, text: string, style: Style) =>
    row(at, textCell(cellName(0, at), text, style, styleOf))

  const rows = [
    ...(sheet.title ? [textRow(1, sheet.title, { font: 'title' })] : []),
    row(
      header,
      sheet.columns
        .map(({ title }, at) =>
          textCell(
            cellName(at, header),
            title,
            { font: 'bold', fill: 'header', border: true, align: 'center' },
            styleOf,
          ),
        )
        .join(''),
    ),
    ...sheet.rows.map((cells, at) => {
      const number = header + 1 + at
      return row(
        number,
        sheet.columns
          .map((column, of) => cellXml(cellName(of, number), cells[of] ?? null, column, styleOf))
          .join(''),
      )
    }),
    ...(sheet.notes ?? []).map((note, at) =>
      textRow(header + sheet.rows.length + 2 + at, note, { font: 'italic' }),
    ),
  ]
  return [
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${header}" topLeftCell="A${header + 1}"`,
    ' activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    sheet.columns.length > 0 ? `<cols>${sheet.columns.map(columnXml).join('')}</cols>` : '',
    `<sheetData>${rows.join('')}</sheetData>`,
    sheet.title && lastColumn > 0
      ? `<mergeCells count="1"><mergeCell ref="A1:${cellName(lastColumn, 1)}"/></mergeCells>`
      : '',
    '<pageMargins left="0.79" right="0.59" top="0.79" bottom="0.79" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="${sheet.landscape ? 'landscape' : 'portrait'}" fitToHeight="0"/>`,
    '</worksheet>',
  ].join('')
}

/** What a formula may call: sums and counts over cells. Nothing that opens a link, a file or a program. */
export const allowedFunctions = new Set(
  'SUM SUMIF SUMIFS COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS AVERAGE MIN MAX ROUND ABS IF IFERROR AND OR NOT SUBTOTAL'.split(
    ' ',
  ),
)

const columnXml = ({ width }: Column, at: number): string =>
  `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`

const row = (number: number, cells: string): string => `<row r="${number}">${cells}</row>`

const cellXml = (name: string, cell: Cell, column: Column, styleOf: (style: Style) => number): string => {
  const styled = typeof cell === 'object' && cell !== null ? cell : null
  const style: Style = {
    border: true,
    ...(column.align && { align: column.align }),
    ...(styled?.style === 'total' && { font: 'bold' }),
    ...(styled?.style === 'missing' && { fill: 'hatched' }),
  }
  if (cell === null) return `<c r="${name}" s="${styleOf(style)}"/>`
  if (typeof cell === 'string') return textCell(name, cell, style, styleOf)
  if (styled && 'text' in styled) return textCell(name, styled.text, style, styleOf)

  const index = styleOf({ ...style, format: styled?.format ?? column.format ?? '#,##0' })
  if (styled && 'formula' in styled) return formulaCell(name, styled, index)
  const number = typeof cell === 'number' ? cell : styled && 'number' in styled ? styled.number : Number.NaN
  if (!Number.isFinite(number)) throw new RangeError(`Cell ${name} is not a number that a sheet can hold`)
  return `<c r="${name}" s="${index}"><v>${number}</v></c>`
}

const textCell = (name: string, text: string, style: Style, styleOf: (style: Style) => number): string => {
  const index = styleOf(/^[=+\-@\t]/.test(text) ? { ...style, quoted: true } : style)
  const content = escapeText(clean(text).slice(0, longestText).toWellFormed())
  return `<c r="${name}" s="${index}" t="inlineStr"><is><t xml:space="preserve">${content}</t></is></c>`
}

const formulaCell = (name: string, { formula, value }: FormulaCell, index: number): string => {
  const called = Array.from(formula.matchAll(/([A-Za-z][\w.]*)\s*\(/g), ([, word = '']) => word.toUpperCase())
  if (!/^[\w\s$:,.+\-*/()<>="]+$/.test(formula) || called.some((word) => !allowedFunctions.has(word))) {
    throw new RangeError(`Cell ${name} has a formula that is not allowed: ${formula}`)
  }
  const kind = typeof value === 'string' ? ' t="str"' : ''
  const cached = typeof value === 'string' ? escapeText(clean(value)) : String(value)
  return `<c r="${name}" s="${index}"${kind}><f>${escapeText(formula)}</f><v>${cached}</v></c>`
}

/** The file format reads `_x0041_` as the letter A: such a text gets its underscore written that way. */
const escapeText = (text: string): string => escapeXml(text).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')

/** What a cell can hold. */
const longestText = 32_767
