/** The lines of the registers as they are bound (Decree 30/2020/NĐ-CP, Appendix IV). Pure. */
import type { ArrivalRow } from '@loa/contract/arrivals'
import type { OutLine, RegisterKind } from '@loa/contract/registers'
import { type DocumentType, documentTypes } from '@loa/documents'
import { documentName, type RegisterRows, shortDate } from '@loa/documents/write'
import { printedNumber } from '../numbers/number.ts'
import { today } from '../time.ts'

const reservedWords = 'Số giữ chỗ'
const voidWords = 'Số hủy'

const nameOf = (type: string): string => {
  const known = documentTypes.find((each): each is DocumentType => each === type)
  return known && known !== 'khac' ? documentName(known) : 'Văn bản'
}

/** Tên loại và trích yếu nội dung, in one. */
const titleOf = (type: string | null, subject: string | null): string =>
  [type ? nameOf(type) : '', subject ?? ''].filter(Boolean).join(' ')

export const outRow = (line: OutLine): RegisterRows['out'] => ({
  code: line.code && !line.code.startsWith('/') ? line.code : printedNumber(line.number),
  date: line.dated,
  title: line.state === 'reserved' ? (line.purpose ?? '') : titleOf(line.type, line.subject),
  signer: line.signer,
  recipients: line.recipients.join('; '),
  keeper: line.kept,
  copies: line.copies > 0 ? line.copies : null,
  sentOn: line.sentOn,
  note: { used: null, reserved: reservedWords, void: `${voidWords}: ${line.reason}` }[line.state],
})

export const inRow = (row: ArrivalRow): RegisterRows['in'] => ({
  arrivedOn: row.arrivedOn,
  arrivalNumber: row.number,
  author: row.author,
  code: row.code,
  date: row.dated,
  title: titleOf(row.type, row.subject),
  receiver: row.leadName,
  forwardedOn: row.forwardedAt && today(row.forwardedAt),
  note: row.note || null,
})

export const handlingRow = (row: ArrivalRow): RegisterRows['handling'] => ({
  arrivalNumber: row.number,
  document: documentOf(row),
  receiver: row.leadName,
  dueOn: row.dueOn,
  progress: row.finishedAt ? `Xong ${shortDate(today(row.finishedAt))}. ${row.progress}` : row.progress,
  answer: row.replyCode,
  note: row.note || null,
})

/** Tên loại, số, ký hiệu, ngày, tháng và tên cơ quan ban hành, in one. */
export const documentOf = ({
  type,
  code,
  dated,
  author,
}: Pick<ArrivalRow, 'type' | 'code' | 'dated' | 'author'>): string =>
  [
    nameOf(type),
    code ? `số ${code}` : '',
    /^\d{4}-\d\d-\d\d$/.test(dated ?? '') ? `ngày ${shortDate(dated)}` : '',
    author ? `của ${author}` : '',
  ]
    .filter(Boolean)
    .join(' ')

const fileWords: Record<RegisterKind, string> = {
  out: 'so-van-ban-di',
  in: 'so-van-ban-den',
  handling: 'so-theo-doi-giai-quyet',
}

/** `so-van-ban-di-2023.pdf` */
export const registerFileName = (kind: RegisterKind, year: number, format: string): string =>
  `${fileWords[kind]}-${year}.${format}`
