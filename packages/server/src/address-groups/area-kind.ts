/** Which kind of area a unit is of: its own type, or the area that its name ends in. Pure. */
import { areaKinds } from '@loa/contract/address-groups'

type AreaKind = (typeof areaKinds)[number]

const words: Record<string, AreaKind> = {
  tỉnh: 'tinh',
  'thành phố': 'thanh-pho',
  'thị xã': 'thi-xa',
  quận: 'quan',
  huyện: 'huyen',
  phường: 'phuong',
  'thị trấn': 'thi-tran',
  xã: 'xa',
  'đặc khu': 'dac-khu',
}

const oneOf = Object.keys(words).map(
  (word) => `[${word.charAt(0).toLocaleUpperCase('vi')}${word.charAt(0)}]${word.slice(1)}`,
)

/** An area word before a name: "xã Hợp Tiến", "quận 1"; not "Văn hóa - Xã hội". The last one counts. */
const named = new RegExp(`(?<!\\p{L})(${oneOf.join('|')})\\s+(?=[\\p{Lu}\\d])`, 'gu')

export const areaKindOf = ({ type, fullName }: { type: string; fullName: string }): AreaKind | null => {
  const own = areaKinds.find((kind) => kind === type) ?? (type === 'thanh-pho-tw' ? 'thanh-pho' : undefined)
  if (own) return own
  const found = [...fullName.normalize('NFC').matchAll(named)].at(-1)?.[1]
  return found ? (words[found.toLocaleLowerCase('vi')] ?? null) : null
}
