/**
 * The types of administrative documents: Decree 30/2020/NĐ-CP, Article 7, with the abbreviations of Appendix III. Công văn has none,
 * and thư công has none in the table. Copies (bản sao y, trích sao, sao lục) are no types of their own.
 */
import type { DocumentType } from './document.ts'

export interface NamedType {
  name: string
  abbreviation: string | null
  /** What a tree calls it; the others are `khac` and bear their name in `typeName`. */
  type: DocumentType
}

const named = (name: string, abbreviation: string | null, type: DocumentType = 'khac'): NamedType => ({
  name,
  abbreviation,
  type,
})

export const namedTypes: readonly NamedType[] = [
  named('Nghị quyết', 'NQ'),
  named('Quyết định', 'QĐ', 'quyet-dinh'),
  named('Chỉ thị', 'CT', 'chi-thi'),
  named('Quy chế', 'QC'),
  named('Quy định', 'QyĐ'),
  named('Thông cáo', 'TC'),
  named('Thông báo', 'TB', 'thong-bao'),
  named('Hướng dẫn', 'HD', 'huong-dan'),
  named('Chương trình', 'CTr'),
  named('Kế hoạch', 'KH', 'ke-hoach'),
  named('Phương án', 'PA'),
  named('Đề án', 'ĐA'),
  named('Dự án', 'DA'),
  named('Báo cáo', 'BC', 'bao-cao'),
  named('Biên bản', 'BB'),
  named('Tờ trình', 'TTr', 'to-trinh'),
  named('Hợp đồng', 'HĐ'),
  named('Công văn', null, 'cong-van'),
  named('Công điện', 'CĐ', 'cong-dien'),
  named('Bản ghi nhớ', 'BGN'),
  named('Bản thỏa thuận', 'BTT'),
  named('Giấy ủy quyền', 'GUQ'),
  named('Giấy mời', 'GM', 'giay-moi'),
  named('Giấy giới thiệu', 'GGT'),
  named('Giấy nghỉ phép', 'GNP'),
  named('Phiếu gửi', 'PG'),
  named('Phiếu chuyển', 'PC'),
  named('Phiếu báo', 'PB'),
  named('Thư công', null),
]

/** How a copy is headed, and its abbreviation: all kinds of copy share one row of numbers (Appendix I, part II). */
export const copyNames = {
  'sao-y': { name: 'Sao y', abbreviation: 'SY' },
  'sao-luc': { name: 'Sao lục', abbreviation: 'SL' },
  'trich-sao': { name: 'Trích sao', abbreviation: 'TrS' },
} as const
