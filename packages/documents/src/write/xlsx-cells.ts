import { clean } from './characters.ts'
import type { Cell, Column, FormulaCell } from './workbook.ts'
import type { Style } from './xlsx-styles.ts'
import { escapeXml } from './xml.ts'

export const cellXml = (
  name: string,
  cell: Cell,
  column: Column,
  styleOf: (style: Style) => number,
): string => {
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

export const textCell = (
  name: string,
  text: string,
  style: Style,
  styleOf: (style: Style) => number,
): string => {
  const index = styleOf(/^[=+\-@\t]/.test(text) ? { ...style, quoted: true } : style)
  const content = escapeText(clean(text).slice(0, longestText).toWellFormed())
  return `<c r="${name}" s="${index}" t="inlineStr"><is><t xml:space="preserve">${content}</t></is></c>`
}

const formulaCell = (name: string, { formula, value }: FormulaCell, index: number): string => {
  const called = Array.from(formula.matchAll(/([A-Za-z][\w.]*)\s*\(/g), ([, word = '']) => word.toUpperCase())
  // A cell of another sheet: `'Theo đơn vị'!C41`. What stands in the quotes is a name and calls nothing.
  const ownCells = formula.replace(/'[^'[\]:*?/\\]{1,31}'!/g, '')
  if (!/^[\w\s$:,.+\-*/()<>="]+$/.test(ownCells) || called.some((word) => !allowedFunctions.has(word))) {
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

/** What a formula may call: sums and counts over cells. Nothing that opens a link, a file or a program. */
const allowedFunctions = new Set(
  'ABS AND AVERAGE COUNT COUNTA COUNTBLANK COUNTIF IF IFERROR MAX MIN NOT OR ROUND SUBTOTAL SUM SUMIF'.split(
    ' ',
  ),
)
