/** Types of units, and the words by which lists name them. */
import { fold, oneLine } from '../read/fold.ts'

/** Areas of the state's list, whose codes are digits. */
export const areaTypes = [
  'tinh',
  'thanh-pho-tw',
  'thanh-pho',
  'thi-xa',
  'quan',
  'huyen',
  'phuong',
  'thi-tran',
  'xa',
  'dac-khu',
] as const

const words: Record<string, string> = {
  tinh: 'tinh',
  'thanh pho truc thuoc trung uong': 'thanh-pho-tw',
  'thanh pho': 'thanh-pho',
  'thi xa': 'thi-xa',
  quan: 'quan',
  huyen: 'huyen',
  phuong: 'phuong',
  'thi tran': 'thi-tran',
  xa: 'xa',
  'dac khu': 'dac-khu',
  bo: 'ministry',
  cuc: 'central-agency',
  'co quan dang': 'party-body',
  'uy ban nhan dan': 'peoples-committee',
  ubnd: 'peoples-committee',
  so: 'department',
  'lanh dao': 'leadership',
  'kenh thong tin': 'channel',
  phong: 'office-room',
  'phong cua so': 'office-room',
  'don vi su nghiep': 'public-service-unit',
  'trung tam': 'public-service-unit',
  'phong cap huyen': 'district-office',
  'uy ban nhan dan cap xa': 'commune-committee',
  'ubnd cap xa': 'commune-committee',
  'ubnd xa': 'commune-committee',
  'dai truyen thanh': 'commune-station',
  'dai truyen thanh cap xa': 'commune-station',
}
const known = new Set(Object.values(words))

/** Null for a word that names no type. */
export const unitTypeOf = (word: string): string | null => {
  const written = oneLine(word)
  return known.has(written) ? written : (words[fold(written)] ?? null)
}

/** An area says its type with its first words: "Thị xã Kinh Môn". */
export const areaTypeOf = (fullName: string): string | null => {
  const parts = fold(oneLine(fullName)).split(' ')
  return (
    [2, 1]
      .map((count) => words[parts.slice(0, count).join(' ')])
      .find((type) => areaTypes.some((area) => area === type)) ?? null
  )
}
