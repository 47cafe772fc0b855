import { declaration, escapeXml } from './xml.ts'

/** The styles of a workbook: each distinct one is written once and counted by its place in `cellXfs`. */
export interface Style {
  font?: 'bold' | 'italic' | 'title'
  fill?: 'header' | 'hatched'
  border?: boolean
  align?: 'left' | 'center' | 'right'
  /** A number format code, such as `#,##0.0`. */
  format?: string
  /** The text starts like a formula: a program that edits the cell must keep it text. */
  quoted?: boolean
}

export interface StyleSheet {
  /** The index of a style, as used in `s="…"`. */
  of(style: Style): number
  xml(): string
}

export const styleSheet = (): StyleSheet => {
  const styles = new Map<string, { index: number; style: Style }>()
  const formats = new Map<string, number>()
  const of = (style: Style): number => {
    // Asked once a cell.
    const key = `${style.font}|${style.fill}|${style.border}|${style.align}|${style.quoted}|${style.format}`
    const known = styles.get(key)
    if (known) return known.index
    if (style.format && !formats.has(style.format)) formats.set(style.format, 164 + formats.size)
    styles.set(key, { index: styles.size, style })
    return styles.size - 1
  }
  of({})
  return {
    of,
    xml: () =>
      [
        declaration,
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
        `<numFmts count="${formats.size}">`,
        ...Array.from(formats, ([code, id]) => `<numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`),
        '</numFmts>',
        fixedParts,
        `<cellXfs count="${styles.size}">`,
        ...Array.from(styles.values(), ({ style }) => cellFormat(style, formats)),
        '</cellXfs></styleSheet>',
      ]
        .join('')
        .replace('<numFmts count="0"></numFmts>', ''),
  }
}

const cellFormat = (style: Style, formats: Map<string, number>): string => {
  const font = style.font ? fonts.indexOf(style.font) + 1 : 0
  const fill = style.fill ? fills.indexOf(style.fill) + 2 : 0
  const format = style.format ? formats.get(style.format) : 0
  const wrap = style.border ? ' wrapText="1"' : ''
  const align = style.align ? ` horizontal="${style.align}"` : ''
  return (
    `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${style.border ? 1 : 0}" xfId="0"` +
    ' applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"' +
    `${style.quoted ? ' quotePrefix="1"' : ''}><alignment vertical="center"${align}${wrap}/></xf>`
  )
}

const fonts = ['bold', 'italic', 'title']
const fills = ['header', 'hatched']

const face = '<name val="Times New Roman"/><family val="1"/>'
const side = (name: string) => `<${name} style="thin"><color auto="1"/></${name}>`

/** The first two fills are fixed by the file format. `lightUp` is the hatching of "chưa báo cáo". */
const fixedParts = [
  '<fonts count="4">',
  `<font><sz val="12"/>${face}</font>`,
  `<font><b/><sz val="12"/>${face}</font>`,
  `<font><i/><sz val="11"/>${face}</font>`,
  `<font><b/><sz val="14"/>${face}</font>`,
  '</fonts><fills count="4">',
  '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE7EDF3"/><bgColor indexed="64"/></patternFill></fill>',
  '<fill><patternFill patternType="lightUp"><fgColor rgb="FF9AA3AD"/><bgColor rgb="FFFFFFFF"/></patternFill></fill>',
  '</fills><borders count="2">',
  '<border><left/><right/><top/><bottom/><diagonal/></border>',
  `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`,
  '</borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
].join('')
