import {
  AlignmentType,
  BorderStyle,
  Header,
  type IParagraphOptions,
  type IRunOptions,
  LineRuleType,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'

/** The pieces every part of a DOCX page is made of. Lengths are points; the format counts twentieths of them. */
export const twips = (points: number): number => Math.round(points * 20)

export interface Look extends Pick<IRunOptions, 'bold' | 'italics'> {
  /** In points. */
  size: number
}

export const run = (text: string, { size, ...look }: Look): TextRun =>
  new TextRun({ text, size: size * 2, ...look })

/** Lines of one centred paragraph. */
export const centred = (lines: string[], look: Look, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    ...options,
    children: lines.map(
      (text, at) => new TextRun({ text, size: look.size * 2, ...pick(look), ...(at > 0 && { break: 1 }) }),
    ),
  })

/** A solid rule of this length, centred in a space of this width. */
export const rule = (length: number, width: number): Paragraph => {
  const side = twips(Math.max(0, (width - length) / 2))
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 70, after: 0, line: 60, lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: 5, space: 0, color: '000000' } },
  })
}

/** Room below a table or a rule. */
export const gap = (): Paragraph =>
  new Paragraph({ spacing: { after: 60, line: 120, lineRule: LineRuleType.EXACT } })

/** The mark, then the page number: size 13, centred in the top margin, from the second page. */
export const pageHead = (mark: string | null, numbered: boolean): Header => {
  const line = { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' }
  const marked = mark
    ? [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          children: [new TextRun({ text: mark, size: 24, bold: true, border: line })],
        }),
      ]
    : []
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: numbered ? [new TextRun({ children: [PageNumber.CURRENT], size: 26 })] : [],
  })
  return new Header({ children: numbered || !mark ? [...marked, number] : marked })
}

const pick = ({ bold, italics }: Look) => ({ bold, italics })
