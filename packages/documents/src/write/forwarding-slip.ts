/**
 * Phiếu giải quyết văn bản đến (Decree 30/2020/NĐ-CP, Appendix IV): who is to do what by when, said in three steps, each with its day.
 * What is not said yet leaves lines for a hand.
 */
import type { PrintedBlock, PrintedParagraph } from './blocks.ts'
import { clean } from './characters.ts'
import { longDate, placeAndDate } from './dates.ts'
import { type DocxOptions, docxOf } from './docx.ts'
import { upper } from './names.ts'
import { type PdfOptions, pdfOf } from './pdf.ts'
import type { Printed } from './printed.ts'
import { headOf } from './printed-head.ts'

export interface ForwardingSlip {
  parentIssuer: string | null
  issuer: string
  place: string | null
  /** `YYYY-MM-DD` of the slip. */
  date: string | null
  /** Tên loại, số, ký hiệu, ngày tháng, cơ quan ban hành và trích yếu of what arrived, in one. */
  document: string
  /** Số đến and its day, printed with it. */
  arrivalNumber: string | number | null
  arrivedOn: string | null
  /** The leader: who leads, who takes part, by when. */
  leader: Opinion | null
  /** The head of the unit: which person, by when. */
  unitHead: Opinion | null
  /** The one who handles it: what to do about it. */
  handler: Opinion | null
}

export interface Opinion {
  /** Một dòng một phần tử: `Chủ trì: Phòng Quản lý văn hóa, hạn 15/10/2024`. */
  lines: string[]
  /** `YYYY-MM-DD` on which it was given. */
  date: string | null
  /** Who gave it. */
  name: string | null
}

export const writeForwardingSlipPdf = async (
  slip: ForwardingSlip,
  options: PdfOptions = {},
): Promise<Uint8Array> => pdfOf(printedSlip(slip), options)

export const writeForwardingSlipDocx = async (
  slip: ForwardingSlip,
  options: DocxOptions = {},
): Promise<Uint8Array> => docxOf(printedSlip(slip), options)

const printedSlip = (slip: ForwardingSlip): Printed => {
  const arrived = [
    slip.arrivalNumber === null ? null : `Số đến: ${clean(String(slip.arrivalNumber))}`,
    slip.arrivedOn && longDate(slip.arrivedOn),
  ].filter((part) => part !== null)
  return {
    mark: null,
    circulation: null,
    corner: null,
    head: {
      ...headOf(slip),
      code: null,
      placeAndDate: placeAndDate(slip.place && clean(slip.place), slip.date),
    },
    title: { type: upper('Phiếu giải quyết văn bản đến'), subject: null },
    addressees: null,
    body: [
      paragraph(clean(slip.document)),
      ...(arrived.length > 0 ? [paragraph(arrived.join(', '))] : []),
      ...opinion('Ý kiến của lãnh đạo cơ quan, tổ chức:', slip.leader),
      ...opinion('Ý kiến của lãnh đạo đơn vị:', slip.unitHead),
      ...opinion('Ý kiến đề xuất của người giải quyết:', slip.handler),
    ],
    foot: null,
    copy: null,
    annexes: [],
    contact: null,
    qr: null,
    properties: { title: 'Phiếu giải quyết văn bản đến', author: clean(slip.issuer), date: slip.date },
  }
}

const opinion = (title: string, given: Opinion | null): PrintedBlock[] => [
  { ...paragraph(title, { bold: true }), keepWithNext: true },
  ...(given ? given.lines.map((line) => paragraph(clean(line))) : Array.from({ length: 4 }, () => openLine)),
  paragraph(
    given?.name
      ? `${clean(given.name)}, ${longDate(given.date)}`
      : longDate(given?.date ?? null).replace(/^n/, 'N'),
    { italic: true },
  ),
]

const paragraph = (text: string, look: { bold?: boolean; italic?: boolean } = {}): PrintedParagraph => ({
  kind: 'paragraph',
  role: 'text',
  centred: false,
  keepWithNext: false,
  closing: false,
  marker: null,
  runs: [{ text, bold: Boolean(look.bold), italic: Boolean(look.italic), link: null }],
})

/** A line of dots from margin to margin, less the indent. */
const openLine = paragraph('…'.repeat(30))
