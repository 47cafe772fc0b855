import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx'
import { centred, rule, run, twips } from './docx-page.ts'
import { textWidth } from './lines.ts'
import type { Printed, PrintedAddressees } from './printed.ts'

/** What frames the body: ô 1–5 above, ô 9a, and ô 7 and 9b below. */
export const head = ({ parentIssuer, issuer, code, placeAndDate, subject }: Printed['head']): Table =>
  twoColumns(0.42, [
    [
      [
        ...(parentIssuer.lines.length > 0 ? [centred(parentIssuer.lines, { size: 12 })] : []),
        centred(issuer.lines, { size: 12, bold: true }),
        rule(issuer.width * 0.4, pageWidth * 0.42),
      ],
      [
        centred(['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'], { size: 12, bold: true }),
        centred([motto], mottoFace),
        rule(textWidth(motto, mottoFace), pageWidth * 0.58),
      ],
    ],
    [
      [centred([code ?? ''], { size: 13 }, { spacing: { before: 60 } })],
      [centred([placeAndDate ?? ''], { size: 13, italics: true }, { spacing: { before: 60 } })],
    ],
    ...(subject
      ? [[[centred(subject.lines, { size: 12 }, { spacing: { before: 120 } })], [new Paragraph({})]]]
      : []),
  ])

export const title = ({ type, subject }: NonNullable<Printed['title']>): Paragraph[] => [
  ...(type ? [centred([type], { size: 14, bold: true }, { spacing: { before: 240 } })] : []),
  ...(subject
    ? [
        centred(subject.lines, { size: 14, bold: true }, { spacing: { before: type ? 60 : 240 } }),
        rule(subject.width * 0.35, pageWidth),
      ]
    : []),
]

/** One stands beside "Kính gửi:"; several below it, their dashes under the colon. */
export const addressees = ({ label, labelWidth, items }: PrintedAddressees): Paragraph[] => {
  const [only] = items
  if (items.length === 1 && only) {
    const width = labelWidth + textWidth(only, { size: 14 }) + 10
    const left = Math.max(indent, (pageWidth - width) / 2)
    return [
      new Paragraph({
        spacing: { before: 200, after: 200 },
        indent: { left: twips(left + labelWidth + 8), hanging: twips(labelWidth + 8), right: twips(indent) },
        children: [run(`${label} ${only}`, { size: 14 })],
      }),
    ]
  }
  const longest = Math.max(...items.map((item) => textWidth(item, { size: 14 })))
  const left = Math.max(indent, (pageWidth - labelWidth - longest) / 2)
  const dash = textWidth('- ', { size: 14 })
  return [
    new Paragraph({
      spacing: { before: 200 },
      indent: { left: twips(left) },
      keepNext: true,
      children: [run(label, { size: 14 })],
    }),
    ...items.map(
      (item, at) =>
        new Paragraph({
          spacing: { before: 60, after: at === items.length - 1 ? 200 : 0 },
          indent: { left: twips(left + labelWidth + dash), hanging: twips(dash), right: twips(indent) },
          children: [run(item, { size: 14 })],
        }),
    ),
  ]
}

/** The signature stays on one page with the end of the body, unless the list of recipients is longer than a page. */
export const foot = ({ recipients, authority, name }: NonNullable<Printed['foot']>): Table => {
  const dash = twips(textWidth('- ', { size: 11 }))
  const left = recipients.length > 0 ? [run('Nơi nhận:', { size: 12, bold: true, italics: true })] : []
  const list = recipients.map(
    (item) => new Paragraph({ indent: { left: dash, hanging: dash }, children: [run(item, { size: 11 })] }),
  )
  const lines = authority.length > 0 ? authority : ['']
  const signature = [
    centred(lines, { size: 14, bold: true }, { spacing: { after: 1500 } }),
    centred([name ?? ''], { size: 14, bold: true }),
  ]
  return twoColumns(
    0.46,
    [[[new Paragraph({ children: left }), ...list], signature]],
    recipients.length <= 40,
  )
}

const twoColumns = (share: number, rows: Paragraph[][][], whole = true): Table => {
  const widths = [twips(pageWidth * share), twips(pageWidth * (1 - share))]
  return new Table({
    width: { size: twips(pageWidth), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    alignment: AlignmentType.LEFT,
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: whole,
          children: cells.map(
            (children, at) =>
              new TableCell({
                children,
                verticalAlign: VerticalAlign.TOP,
                width: { size: widths[at] ?? 0, type: WidthType.DXA },
              }),
          ),
        }),
    ),
  })
}

const pageWidth = ((210 - 45) * 72) / 25.4
const indent = 36
const motto = 'Độc lập - Tự do - Hạnh phúc'
const mottoFace = { size: 13, bold: true }

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
}
