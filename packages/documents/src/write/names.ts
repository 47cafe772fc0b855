import type { DocumentType } from '../document.ts'

/** The Vietnamese name of a type, as used in a sentence: `Kèm theo Kế hoạch số …`. */
export const documentName = (type: DocumentType): string => names[type]

/** Ô 5a, the tên loại over a named type. A công văn has none (its trích yếu stands under the number). */
export const typeTitle = (type: DocumentType): string | null =>
  type === 'cong-van' || type === 'khac' ? null : upper(names[type])

export const upper = (text: string): string => text.toLocaleUpperCase('vi')

/** Trích yếu of a named type starts a line of its own, so with a capital. */
export const capitalised = (text: string): string => {
  const [first = '', ...rest] = text
  return upper(first) + rest.join('')
}

const names: Record<DocumentType, string> = {
  'cong-van': 'Công văn',
  'ke-hoach': 'Kế hoạch',
  'huong-dan': 'Hướng dẫn',
  'thong-bao': 'Thông báo',
  'bao-cao': 'Báo cáo',
  'chi-thi': 'Chỉ thị',
  'quyet-dinh': 'Quyết định',
  'to-trinh': 'Tờ trình',
  'giay-moi': 'Giấy mời',
  'cong-dien': 'Công điện',
  khac: 'Văn bản',
}
