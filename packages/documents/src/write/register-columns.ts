/**
 * The registers of Decree 30/2020/NĐ-CP, Appendix IV, with exactly its columns in its order. Kept in a system, they must be
 * printable in this form, for binding (Article 15, 22 and Appendix IV).
 */
export const registerKinds = ['out', 'in', 'handling', 'post', 'kept'] as const
export type RegisterKind = (typeof registerKinds)[number]

/** One line of each register. Days are `YYYY-MM-DD`; null or left out leaves the cell open for a hand. */
export interface RegisterRows {
  /** Sổ đăng ký văn bản đi. */
  out: {
    code: Entry
    date: Entry
    /** Tên loại và trích yếu nội dung. */
    title: Entry
    signer: Entry
    recipients: Entry
    /** Đơn vị, người nhận bản lưu. */
    keeper: Entry
    copies: Entry
    sentOn: Entry
    receivedBy?: Entry
    note?: Entry
  }
  /** Sổ đăng ký văn bản đến. */
  in: {
    arrivedOn: Entry
    arrivalNumber: Entry
    /** Tác giả: who issued it. */
    author: Entry
    code: Entry
    date: Entry
    title: Entry
    /** Đơn vị hoặc người nhận. */
    receiver: Entry
    forwardedOn: Entry
    receivedBy?: Entry
    note?: Entry
  }
  /** Sổ theo dõi giải quyết văn bản đến. */
  handling: {
    arrivalNumber: Entry
    /** Tên loại, số, ký hiệu, ngày, tháng và tên cơ quan ban hành, in one. */
    document: Entry
    receiver: Entry
    dueOn: Entry
    progress: Entry
    /** Số, ký hiệu văn bản trả lời. */
    answer: Entry
    note?: Entry
  }
  /** Sổ gửi văn bản đi bưu điện. */
  post: {
    sentOn: Entry
    code: Entry
    recipients: Entry
    envelopes: Entry
    postmark?: Entry
    note?: Entry
  }
  /** Sổ sử dụng bản lưu. */
  kept: {
    usedOn: Entry
    user: Entry
    /** Số, ký hiệu, ngày tháng văn bản, in one. */
    document: Entry
    title: Entry
    /** Số và ký hiệu hồ sơ. */
    file: Entry
    receivedBy?: Entry
    returnedOn?: Entry
    allowedBy: Entry
    note?: Entry
  }
}
export type Entry = string | number | null

export interface RegisterColumn<Kind extends RegisterKind = RegisterKind> {
  field: keyof RegisterRows[Kind] & string
  title: string
  align: 'left' | 'center'
  /** Share of the width; all columns together are 1. */
  width: number
  /** Its entries are days. */
  day: boolean
}

export const registerTitle: Record<RegisterKind, string> = {
  out: 'Sổ đăng ký văn bản đi',
  in: 'Sổ đăng ký văn bản đến',
  handling: 'Sổ theo dõi giải quyết văn bản đến',
  post: 'Sổ gửi văn bản đi bưu điện',
  kept: 'Sổ sử dụng bản lưu',
}

const column = <Kind extends RegisterKind>(
  field: keyof RegisterRows[Kind] & string,
  title: string,
  percent: number,
  look: 'words' | 'middle' | 'day' = 'words',
): RegisterColumn<Kind> => ({
  field,
  title,
  width: percent / 100,
  align: look === 'words' ? 'left' : 'center',
  day: look === 'day',
})

export const registerColumns: { [Kind in RegisterKind]: RegisterColumn<Kind>[] } = {
  out: [
    column('code', 'Số, ký hiệu văn bản', 14, 'middle'),
    column('date', 'Ngày tháng văn bản', 8, 'day'),
    column('title', 'Tên loại và trích yếu nội dung văn bản', 21),
    column('signer', 'Người ký', 10),
    column('recipients', 'Nơi nhận văn bản', 14),
    column('keeper', 'Đơn vị, người nhận bản lưu', 9),
    column('copies', 'Số lượng bản', 5, 'middle'),
    column('sentOn', 'Ngày chuyển', 8, 'day'),
    column('receivedBy', 'Ký nhận', 6),
    column('note', 'Ghi chú', 5),
  ],
  in: [
    column('arrivedOn', 'Ngày đến', 8, 'day'),
    column('arrivalNumber', 'Số đến', 5, 'middle'),
    column('author', 'Tác giả', 13),
    column('code', 'Số, ký hiệu văn bản', 14, 'middle'),
    column('date', 'Ngày tháng văn bản', 8, 'day'),
    column('title', 'Tên loại và trích yếu nội dung văn bản', 21),
    column('receiver', 'Đơn vị hoặc người nhận', 11),
    column('forwardedOn', 'Ngày chuyển', 8, 'day'),
    column('receivedBy', 'Ký nhận', 6),
    column('note', 'Ghi chú', 6),
  ],
  handling: [
    column('arrivalNumber', 'Số đến', 6, 'middle'),
    column('document', 'Tên loại, số, ký hiệu, ngày, tháng và tên cơ quan, tổ chức ban hành văn bản', 30),
    column('receiver', 'Đơn vị hoặc người nhận', 14),
    column('dueOn', 'Thời hạn giải quyết', 10, 'day'),
    column('progress', 'Tiến độ giải quyết', 16),
    column('answer', 'Số, ký hiệu văn bản trả lời', 13, 'middle'),
    column('note', 'Ghi chú', 11),
  ],
  post: [
    column('sentOn', 'Ngày chuyển', 11, 'day'),
    column('code', 'Số, ký hiệu văn bản', 18, 'middle'),
    column('recipients', 'Nơi nhận văn bản', 31),
    column('envelopes', 'Số lượng bì', 9, 'middle'),
    column('postmark', 'Ký nhận và dấu bưu điện', 18),
    column('note', 'Ghi chú', 13),
  ],
  kept: [
    column('usedOn', 'Ngày tháng', 8, 'day'),
    column('user', 'Họ tên người sử dụng', 14),
    column('document', 'Số, ký hiệu ngày tháng văn bản', 13, 'middle'),
    column('title', 'Tên loại và trích yếu nội dung văn bản', 21),
    column('file', 'Số và ký hiệu HS', 9, 'middle'),
    column('receivedBy', 'Ký nhận', 8),
    column('returnedOn', 'Ngày trả', 8, 'day'),
    column('allowedBy', 'Người cho phép sử dụng', 12),
    column('note', 'Ghi chú', 7),
  ],
}
