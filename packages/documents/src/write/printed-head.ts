import type { DocumentTree, Urgency } from '../document.ts'
import { clean } from './characters.ts'
import { blank } from './dates.ts'
import { holdCodes } from './hold.ts'
import { type Heading, heading, textWidth } from './lines.ts'
import { upper } from './names.ts'

/** Ô 1 to 5b and 10b: Decree 30/2020/NĐ-CP, Appendix I, part I, mục II. */
export interface PrintedHead {
  parentIssuer: Heading
  issuer: Heading
  /** `Số: 493/SVHTTDL-QLVHGĐ`; null for a form that bears none. */
  code: string | null
  placeAndDate: string | null
  /** `V/v …`, công văn only. */
  subject: Heading | null
  urgency: Urgency | null
}

/** The words of the stamp, and its width in millimetres; it is 8 mm high (Appendix I, part II, ô 10b). */
export const urgencyStamps: Record<Urgency, { words: string; width: number }> = {
  khan: { words: 'KHẨN', width: 20 },
  'thuong-khan': { words: 'THƯỢNG KHẨN', width: 40 },
  'hoa-toc': { words: 'HỎA TỐC', width: 30 },
}

export interface PrintedAddressees {
  label: string
  /** Of the label up to its colon, in points: several addressees have their dashes below it, unless it is long. */
  labelWidth: number
  items: string[]
}

/** Ô 2 alone. */
export const headOf = ({
  parentIssuer,
  issuer,
}: Pick<DocumentTree, 'issuer' | 'parentIssuer'>): PrintedHead => ({
  parentIssuer: heading(upper(clean(parentIssuer ?? '')), { size: 12, within: headColumn }),
  issuer: heading(upper(clean(issuer ?? '')), { size: 12, bold: true, within: headColumn }),
  code: null,
  placeAndDate: null,
  subject: null,
  urgency: null,
})

export const subjectOf = (subject: string): Heading =>
  heading(`V/v ${subject}`, { size: 12, within: headColumn - 10 })

/** `Kính gửi:` over other names: one stands on the same line, several get dashes, `;` and a final `.` */
export const addresseesOf = (
  tree: Pick<DocumentTree, 'addressees' | 'type' | 'issuer'>,
): PrintedAddressees | null => {
  const names = tree.addressees.map((name) => holdCodes(bare(clean(name)))).filter(Boolean)
  if (names.length === 0) return null
  const label = tree.type === 'cong-dien' ? `${upper(clean(tree.issuer ?? ''))} điện:`.trim() : 'Kính gửi:'
  const items = names.length === 1 ? names : listed(names)
  return { label, labelWidth: Math.min(120, textWidth(label.slice(0, -1), { size: 14 })), items }
}

/** The left column of the head, in points. */
const headColumn = 190
export const titleFace = { size: 14, bold: true, within: 400 }

/** A missing number leaves room for the clerk: `     /SVHTTDL-QLVHGĐ`. */
export const codeOf = ({
  number,
  symbol,
  code,
}: Pick<DocumentTree, 'number' | 'symbol' | 'code'>): string => {
  if (!number) return clean(code && !symbol ? code : `${blank}/${symbol ?? ''}`)
  const padded = number.padStart(2, '0')
  if (code?.startsWith(number)) return clean(padded + code.slice(number.length))
  return clean(symbol ? `${padded}/${symbol}` : padded)
}

export const listed = (names: string[]): string[] =>
  names.map((name, at) => `- ${name}${at === names.length - 1 ? '.' : ';'}`)

/** A list item as data, however it was written: without its dash and its closing mark. */
export const bare = (item: string): string => item.replace(/^\s*[-–—+•]\s*/, '').replace(/[\s;.,]+$/, '')
