import type { DocxParts } from './docx-parts.ts'
import { styleIds } from './docx-styles.ts'
import { looks, paragraph, portraitWidth, row, run, styled, table } from './docx-xml.ts'
import type { Printed } from './printed.ts'

/** A4 with the margins of the decree; pages count from 1, and the first shows no number. */
export const section = (
  page: Printed,
  { landscape, main }: { landscape: boolean; main: boolean },
  parts: DocxParts,
): string => {
  const [width, height] = landscape ? [297, 210] : [210, 297]
  const first = main ? firstHead(page) : markOf(page)
  const frame = (kind: 'header' | 'footer', type: string, content: string) =>
    `<w:${kind}Reference w:type="${type}" r:id="${parts.frame(kind, content)}"/>`
  return [
    '<w:sectPr>',
    frame('header', 'default', markOf(page) + pageNumber),
    frame('header', 'first', first || paragraph('', { style: styleIds.pageNumber })),
    main && page.contact
      ? frame('footer', 'first', styled(styleIds.contact, [page.contact], { ruled: true }))
      : '',
    `<w:pgSz w:w="${twentieths(width)}" w:h="${twentieths(height)}"${landscape ? ' w:orient="landscape"' : ''}/>`,
    `<w:pgMar w:top="${twentieths(20)}" w:right="${twentieths(15)}" w:bottom="${twentieths(20)}"`,
    ` w:left="${twentieths(30)}" w:header="${twentieths(8)}" w:footer="${twentieths(8)}" w:gutter="0"/>`,
    '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>',
  ].join('')
}

/** Of a point, and never less than the decree asks. */
const twentieths = (millimetres: number): number => Math.ceil((millimetres * 1440) / 25.4)

const markOf = ({ mark }: Printed): string =>
  mark ? paragraph(run(mark, { size: 12, bold: true, boxed: true }), { align: 'center' }) : ''

/** Size 13, centred in the top margin (Appendix I, part I, mục I.7). */
const pageNumber = paragraph(
  [
    '<w:fldChar w:fldCharType="begin"/>',
    '<w:instrText xml:space="preserve">PAGE</w:instrText>',
    '<w:fldChar w:fldCharType="end"/>',
  ]
    .map((part) => `<w:r>${looks({ size: 13 })}${part}</w:r>`)
    .join(''),
  { style: styleIds.pageNumber, align: 'center' },
)

/** Ô 11 over the left half, ô 14 over the right. */
const firstHead = (page: Printed): string => {
  if (!page.circulation && !page.corner) return markOf(page)
  const widths = [portraitWidth * 0.42, portraitWidth * 0.58]
  const circulation = page.circulation
    ? paragraph(run(page.circulation, { boxed: true }), { style: styleIds.circulation })
    : paragraph('')
  const corner = page.corner ? styled(styleIds.corner, [page.corner], { align: 'right' }) : paragraph('')
  return (
    markOf(page) +
    table({ widths, bordered: false }, [row({ widths, whole: true }, [circulation, corner])]) +
    paragraph('', { spacing: { after: 0, exact: 1 } })
  )
}
