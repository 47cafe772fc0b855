/** Set phrases of dispatches and reports. */

const typeNames: Record<string, string> = {
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
  luat: 'Luật',
  'nghi-quyet': 'Nghị quyết',
  'nghi-dinh': 'Nghị định',
  'thong-tu': 'Thông tư',
}
export const typeName = (type: string | null): string => typeNames[type ?? ''] ?? 'Văn bản'

/** `2023-05-17` → "ngày 17 tháng 5 năm 2023"; a month or a year alone is said as far as it goes (Decree 30, ô 4). */
export const dayInWords = (date: string): string => {
  const [year, month, day] = date.split('-')
  if (!month) return `năm ${year}`
  const m = Number(month) <= 2 ? month : String(Number(month))
  return day ? `ngày ${day} tháng ${m} năm ${year}` : `tháng ${m} năm ${year}`
}

/** `2023-06-08` → "08/6/2023": days, and months 1 and 2, keep their zero. */
export const dayShort = (date: string): string => {
  const [year, month, day] = date.split('-')
  const m = Number(month) <= 2 ? month : String(Number(month))
  return day ? `${day}/${m}/${year}` : month ? `${m}/${year}` : String(year)
}

/** Decimal comma and thousands point: 1.234,5. */
export const vietnameseNumber = (value: number, decimals = 0): string =>
  new Intl.NumberFormat('vi-VN', { maximumFractionDigits: Math.max(decimals, 0) }).format(value)
