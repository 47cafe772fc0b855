/**
 * What a package says, as plain data. Texts are trimmed and in Unicode NFC; what a package leaves out, leaves empty or fills
 * with "N/A" is null or an empty list. Days are `2023-06-05`, instants `2023-06-05T08:30:00+07:00`: the wire has Vietnam time
 * and no seconds' parts (Decision 28/2018/QĐ-TTg, articles 13 and 14).
 */

/** Codes of the reply (StatusCode). Decision 28/2018/QĐ-TTg article 10(2h) has the words; the numbers are the hub's. */
export const statusCodes = {
  '01': 'Đã đến',
  '02': 'Từ chối tiếp nhận',
  '03': 'Đã tiếp nhận',
  '04': 'Phân công',
  '05': 'Đang xử lý',
  '06': 'Hoàn thành',
  '13': 'Lấy lại',
  '15': 'Đồng ý lấy lại, cập nhật',
  '16': 'Từ chối lấy lại, cập nhật',
} as const
export type StatusCode = keyof typeof statusCodes

/** BussinessDocType: what this package does with the document. */
export const businessTypes = {
  0: 'Văn bản điện tử mới',
  1: 'Thu hồi văn bản điện tử',
  2: 'Cập nhật văn bản điện tử',
  3: 'Thay thế văn bản điện tử',
} as const
export type BusinessType = keyof typeof businessTypes

/** A body that sends, receives or is answered. */
export interface Organ {
  /** Identifier by QCVN 102 (`000.00.99.H99`) or Decision 20/2020 (`H99.02`), at most 35 characters. */
  organId: string
  organizationInCharge: string | null
  name: string | null
  address: string | null
  email: string | null
  telephone: string | null
  fax: string | null
  website: string | null
}

/** A body of which no more is known than what it is called. */
export const organOf = (organId: string, name: string): Organ => ({
  organId,
  name,
  organizationInCharge: null,
  address: null,
  email: null,
  telephone: null,
  fax: null,
  website: null,
})

/** A document that this one answers, executes or reports on. */
export interface AnsweredDocument {
  organId: string | null
  /** Number and notation in one: `267/VP-TH`. */
  code: string | null
  date: string | null
  documentId: string | null
}

export interface Staff {
  department: string | null
  staff: string | null
  mobile: string | null
  email: string | null
}

export interface Hop {
  organId: string
  at: string | null
}

/** What is to be done with the document (the element is really spelt Bussiness). */
export interface Business {
  type: BusinessType
  reason: string | null
  /** Of a recall, an update or a replacement: the document it is about. */
  documentId: string | null
  /** A paper copy follows. */
  paper: boolean
  /** Of an update: what changed. */
  change: {
    document: boolean
    receivers: boolean
    receiverList: { organId: string; kept: boolean }[]
  } | null
  /** Of a replacement: which documents fall away, and where. */
  replaces: { documentId: string; organIds: string[] }[]
  staff: Staff[]
}

export interface Attachment {
  /** Without `cid:`. */
  id: string
  name: string
  description: string | null
  contentType: string
  bytes: Uint8Array
}

/** A document, or a step about one that was sent before. */
export interface Edoc {
  kind: 'edoc'
  from: Organ
  to: Organ[]
  code: { number: string | null; notation: string | null }
  promulgation: { place: string | null; date: string | null }
  documentType: { type: number | null; detail: number | null; name: string | null }
  subject: string | null
  content: string | null
  signer: { competence: string | null; position: string | null; fullName: string | null }
  dueDate: string | null
  /** Who is to keep or know it, and not to act. */
  toPlaces: string[]
  /** 0 normal, 1 khẩn, 2 thượng khẩn, 3 hỏa tốc, 4 hỏa tốc hẹn giờ. */
  priority: number | null
  sphere: string | null
  typist: string | null
  copies: number | null
  pages: number | null
  direction: boolean | null
  appendixes: string[]
  responseFor: AnsweredDocument[]
  /** 1 no order, 2 an order to units below, 3 a report on one. */
  steeringType: 1 | 2 | 3 | null
  /** `000.00.99.H99,2023/06/05,05/SM-QLVHGĐ`. */
  documentId: string
  trace: Hop[]
  business: Business
  attachments: Attachment[]
}

/** The reply of a receiver, or the sender's wish to take back (13). */
export interface StatusReply {
  kind: 'status'
  from: Organ
  responseFor: AnsweredDocument
  staff: Staff | null
  statusCode: StatusCode
  description: string | null
  at: string | null
}

export type EdxmlMessage = Edoc | StatusReply

/** Something to know about a package, with its place in the file (both from 1; null where it has none). */
export interface Note {
  level: 'error' | 'warning' | 'info'
  code: NoteCode
  /** One plain Vietnamese sentence. */
  text: string
  line: number | null
  column: number | null
}

export type NoteCode =
  | 'file.empty'
  | 'file.too-large'
  | 'xml.encoding'
  | 'xml.junk-before'
  | 'xml.several-roots'
  | 'xml.document-type'
  | 'xml.entity'
  | 'xml.malformed'
  | 'xml.too-deep'
  | 'xml.too-many'
  | 'package.not-edxml'
  | 'package.secret'
  | 'element.missing'
  | 'element.twice'
  | 'value.unknown'
  | 'status.unknown'
  | 'date.impossible'
  | 'organ.odd'
  | 'attachment.damaged'
  | 'attachment.missing'
  | 'attachment.unlisted'
  | 'attachment.too-large'
  | 'signature.sha1'
  | 'signature.invalid'
  | 'signature.partial'
  | 'signature.unreadable'
  | 'signature.too-large'

/**
 * What the XML signature of the package proves. `valid`: the very content in `value` was signed with the key of
 * `certificate`; whom to trust is the caller's to say. `partial`: something was signed, but not all that is read. `unchecked`: the package is larger than signatures are checked for.
 */
export interface PackageSignature {
  state: 'absent' | 'valid' | 'partial' | 'invalid' | 'unchecked'
  /** PEM, as the package brings it; null where it has none. */
  certificate: string | null
  /** SHA-1 can be forged: no proof today. */
  weak: boolean
}

/** The identifier of a document on the wire: body, day of issue, number and notation. */
export const documentIdOf = (organId: string, date: string, number: string, notation: string): string =>
  `${organId},${date.replaceAll('-', '/')},${number}/${notation}`
