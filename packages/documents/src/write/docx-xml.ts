/** The elements a DOCX page is made of (WordprocessingML, ISO/IEC 29500-1, 17). Lengths are points; the format counts twentieths of them. */
import type { PrintedRun } from './blocks.ts'
import { joiner } from './hold.ts'
import { escapeXml } from './xml.ts'

const twips = (points: number): number => Math.round(points * 20)

export interface Look {
  bold?: boolean
  italic?: boolean
  /** In points; left out: as the style. */
  size?: number
  red?: boolean
  boxed?: boolean
}

/** A run. What `hold` keeps together gets the hyphens that a word processor does not break at. */
export const run = (text: string, look: Look = {}): string =>
  `<w:r>${looks(look)}${text
    .split(joiner)
    .map((part, at) => (at % 2 === 1 ? part.split('-').map(plain).join('<w:noBreakHyphen/>') : plain(part)))
    .join('')}</w:r>`

const plain = (text: string): string =>
  text === '' ? '' : `<w:t xml:space="preserve">${escapeXml(text.replaceAll('\u200b', ''))}</w:t>`

export const looks = ({ bold, italic, size, red, boxed }: Look): string => {
  const inside = [
    on('b', bold),
    on('i', italic),
    red ? '<w:color w:val="D0021B"/>' : '',
    size ? `<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>` : '',
    boxed ? '<w:bdr w:val="single" w:sz="6" w:space="1" w:color="000000"/>' : '',
  ].join('')
  return inside && `<w:rPr>${inside}</w:rPr>`
}

const on = (name: string, value: boolean | undefined): string =>
  value === undefined ? '' : value ? `<w:${name}/>` : `<w:${name} w:val="0"/>`

export interface ParagraphLook {
  style?: string
  keepNext?: boolean
  /** `numPr` of a list. */
  list?: string
  /** A rule above it. */
  ruled?: boolean
  spacing?: { before?: number; after?: number; exact?: number }
  indent?: { left?: number; hanging?: number; right?: number }
  align?: 'left' | 'center' | 'right'
  /** How the number of a list looks. */
  mark?: string
}

/** In the order that the schema asks for. */
export const paragraph = (content: string, look: ParagraphLook = {}): string => {
  const { style, keepNext, list = '', ruled, spacing, indent, align, mark = '' } = look
  const properties = [
    style ? `<w:pStyle w:val="${style}"/>` : '',
    keepNext ? '<w:keepNext/>' : '',
    list,
    ruled ? '<w:pBdr><w:top w:val="single" w:sz="5" w:space="0" w:color="000000"/></w:pBdr>' : '',
    spacing
      ? `<w:spacing${number('before', spacing.before)}${number('after', spacing.after)}${
          spacing.exact === undefined ? '' : ` w:line="${twips(spacing.exact)}" w:lineRule="exact"`
        }/>`
      : '',
    indent
      ? `<w:ind${number('left', indent.left)}${number('right', indent.right)}${number('hanging', indent.hanging)}/>`
      : '',
    align ? `<w:jc w:val="${align}"/>` : '',
    mark,
  ].join('')
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`
}

const number = (name: string, points: number | undefined): string =>
  points === undefined ? '' : ` w:${name}="${twips(points)}"`

/** Lines of one paragraph of a style. */
export const styled = (style: string, lines: string[], look: Omit<ParagraphLook, 'style'> = {}): string =>
  paragraph(lines.map((line) => run(line)).join('<w:r><w:br/></w:r>'), { style, ...look })

/** A solid rule of this length, centred in a space of this width. */
export const rule = (length: number, width: number, look: Pick<ParagraphLook, 'keepNext'> = {}): string => {
  const side = Math.max(0, (width - length) / 2)
  return paragraph('', {
    ...look,
    ruled: true,
    indent: { left: side, right: side },
    spacing: { before: 3.5, after: 0, exact: 3 },
  })
}

/** Room below a table or a rule. */
export const gap = (): string => paragraph('', { spacing: { after: 3, exact: 6 } })

/** It looks like the words around it: the page is an official document. */
export const linked = (relation: string | null, content: string): string =>
  relation === null ? content : `<w:hyperlink w:history="1" r:id="${relation}">${content}</w:hyperlink>`

export const lookOf = ({ bold, italic }: PrintedRun, style: { bold: boolean; italic: boolean }): Look => ({
  ...(bold !== style.bold && { bold }),
  ...(italic !== style.italic && { italic }),
})

export interface TableLook {
  widths: number[]
  bordered: boolean
}

/** Each row by `row`. */
export const table = ({ widths, bordered }: TableLook, rows: string[]): string => {
  const width = widths.reduce((sum, one) => sum + one, 0)
  const line = bordered ? 'w:val="single" w:sz="4"' : 'w:val="none" w:sz="0"'
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} ${line} w:space="0" w:color="auto"/>`)
    .join('')
  const [vertical, horizontal] = bordered ? [40, 80] : [0, 0]
  return [
    `<w:tbl><w:tblPr><w:tblW w:w="${twips(width)}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders>`,
    `<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="${vertical}" w:type="dxa"/>`,
    `<w:left w:w="${horizontal}" w:type="dxa"/><w:bottom w:w="${vertical}" w:type="dxa"/>`,
    `<w:right w:w="${horizontal}" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>`,
    ...widths.map((one) => `<w:gridCol w:w="${twips(one)}"/>`),
    '</w:tblGrid>',
    ...rows,
    '</w:tbl>',
  ].join('')
}

export interface RowLook {
  widths: number[]
  /** It stands on one page. */
  whole: boolean
  header?: boolean
  middle?: boolean
}

export const row = ({ widths, whole, header, middle }: RowLook, cells: string[]): string => {
  const properties = `${whole ? '<w:cantSplit/>' : ''}${header ? '<w:tblHeader/>' : ''}`
  return [
    `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}`,
    ...cells.map(
      (cell, at) =>
        `<w:tc><w:tcPr><w:tcW w:w="${twips(widths[at] ?? 0)}" w:type="dxa"/>${
          middle ? '<w:vAlign w:val="center"/>' : ''
        }</w:tcPr>${cell}</w:tc>`,
    ),
    '</w:tr>',
  ].join('')
}

/** In points, between the margins of A4. */
export const portraitWidth = ((210 - 45) * 72) / 25.4
export const landscapeWidth = ((297 - 45) * 72) / 25.4
