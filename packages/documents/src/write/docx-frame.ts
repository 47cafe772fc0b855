import { styleIds } from './docx-styles.ts'
import { gap, paragraph, portraitWidth, row, rule, run, styled, table } from './docx-xml.ts'
import { textWidth } from './lines.ts'
import type { Printed } from './printed.ts'
import type { PrintedCopy } from './printed-copy.ts'
import type { PrintedFoot } from './printed-foot.ts'
import { type PrintedAddressees, type PrintedHead, urgencyStamps } from './printed-head.ts'

/** What frames the body: ô 1–5 and 10b above, ô 9a, and ô 7, 9b and 12 below. */
export const head = (it: PrintedHead, right = state): string => {
  const rows: [string, string][] = [
    [
      (it.parentIssuer.lines.length > 0 ? styled(styleIds.parentIssuer, it.parentIssuer.lines) : '') +
        styled(styleIds.issuer, it.issuer.lines) +
        rule(it.issuer.width * 0.4, portraitWidth * 0.42),
      right,
    ],
  ]
  if (it.code !== null || it.placeAndDate !== null)
    rows.push([
      styled(styleIds.code, [it.code ?? '']),
      styled(styleIds.placeAndDate, [it.placeAndDate ?? '']),
    ])
  if (it.subject) rows.push([styled(styleIds.about, it.subject.lines), paragraph('')])
  if (it.urgency) rows.push([urgency(urgencyStamps[it.urgency]), paragraph('')])
  return twoColumns(0.42, rows)
}

/** A box in red, a table of one cell: 8 mm high, as wide as the decree says. */
const urgency = ({ words, width }: { words: string; width: number }): string => {
  const points = (width * 72) / 25.4
  const side = (portraitWidth * 0.42 - points) / 2
  const line = 'w:val="single" w:sz="10" w:space="0" w:color="D0021B"'
  const borders = ['top', 'left', 'bottom', 'right'].map((name) => `<w:${name} ${line}/>`).join('')
  return [
    gap(),
    `<w:tbl><w:tblPr><w:tblW w:w="${Math.round(points * 20)}" w:type="dxa"/><w:tblInd w:w="${Math.round(side * 20)}" w:type="dxa"/>`,
    `<w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>`,
    `<w:tblGrid><w:gridCol w:w="${Math.round(points * 20)}"/></w:tblGrid>`,
    '<w:tr><w:trPr><w:trHeight w:val="454" w:hRule="exact"/></w:trPr><w:tc><w:tcPr>',
    `<w:tcW w:w="${Math.round(points * 20)}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>`,
    paragraph(run(words, { red: true }), { style: styleIds.urgency, spacing: { before: 0, after: 0 } }),
    '</w:tc></w:tr></w:tbl>',
    gap(),
  ].join('')
}

export const title = ({ type, subject }: NonNullable<Printed['title']>): string =>
  [
    type ? styled(styleIds.type, [type]) : '',
    subject
      ? styled(styleIds.subject, subject.lines, type ? {} : { spacing: { before: 12 } }) +
        rule(subject.width * 0.35, portraitWidth)
      : '',
  ].join('')

/** One stands beside "Kính gửi:"; several below it, their dashes under the colon. */
export const addressees = ({ label, labelWidth, items }: PrintedAddressees): string => {
  const style = styleIds.addressed
  const [only] = items
  if (items.length === 1 && only) {
    const width = labelWidth + textWidth(only, { size: 14 }) + 10
    const left = Math.max(indent, (portraitWidth - width) / 2)
    return paragraph(run(`${label} ${only}`), {
      style,
      spacing: { before: 10, after: 10 },
      indent: { left: left + labelWidth + 8, hanging: labelWidth + 8, right: indent },
    })
  }
  const longest = Math.max(...items.map((item) => textWidth(item, { size: 14 })))
  const left = Math.max(indent, (portraitWidth - labelWidth - longest) / 2)
  const dash = textWidth('- ', { size: 14 })
  return [
    paragraph(run(label), { style, keepNext: true, spacing: { before: 10 }, indent: { left } }),
    ...items.map((item, at) =>
      paragraph(run(item), {
        style,
        spacing: { before: 3, after: at === items.length - 1 ? 10 : 0 },
        indent: { left: left + labelWidth + dash, hanging: dash, right: indent },
      }),
    ),
  ].join('')
}

/** The signature stays on one page with the end of the body, unless the list of recipients is longer than a page. */
export const foot = (it: PrintedFoot): string => {
  const own = signature(it.authority, it.name)
  const whole = it.recipients.length <= 40
  const signed = it.beside
    ? twoColumns(0.46, [[signature(it.beside.title, it.beside.name), own]], whole) + gap() + recipients(it)
    : twoColumns(0.46, [[recipients(it), own]], whole)
  if (it.confirmation.length === 0) return signed
  const confirmed = styled(styleIds.authority, it.confirmation, { spacing: { before: 14, after: 75 } })
  return `${signed}${gap()}${twoColumns(0.54, [[confirmed, paragraph('')]])}`
}

const recipients = (it: PrintedFoot): string => {
  const dash = textWidth('- ', { size: 11 })
  return (
    [
      it.recipients.length > 0 ? styled(styleIds.received, ['Nơi nhận:']) : '',
      ...it.recipients.map((item) =>
        paragraph(run(item), { style: styleIds.recipient, indent: { left: dash, hanging: dash } }),
      ),
      it.typist ? styled(styleIds.typist, [it.typist]) : '',
    ].join('') || paragraph('')
  )
}

const signature = (titles: string[], name: string | null): string =>
  styled(styleIds.authority, titles.length > 0 ? titles : ['']) + styled(styleIds.name, [name ?? ''])

/** Below a rule on the same sheet (Appendix III, template 3.1). */
export const copy = (it: PrintedCopy): string =>
  [
    paragraph('', { ruled: true, keepNext: true, spacing: { before: 14, after: 4, exact: 6 } }),
    head(it.head, styled(styleIds.type, [it.kind], { spacing: { before: 0 } })),
    gap(),
    foot(it.foot),
  ].join('')

const twoColumns = (share: number, rows: [string, string][], whole = true): string => {
  const widths = [portraitWidth * share, portraitWidth * (1 - share)]
  return table(
    { widths, bordered: false },
    rows.map((cells) => row({ widths, whole }, cells)),
  )
}

const indent = 36
const motto = 'Độc lập - Tự do - Hạnh phúc'
const state = [
  styled(styleIds.state, ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']),
  styled(styleIds.motto, [motto]),
  rule(textWidth(motto, { size: 13, bold: true }), portraitWidth * 0.58),
].join('')
