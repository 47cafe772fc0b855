/**
 * Types of documents and their abbreviations in symbols.
 * Decree 30/2020/NĐ-CP, Article 7 and Appendix III, part I; party bodies add -NQ, -KL, -CV with a hyphen.
 */
import type { DocumentType, ReferenceType } from '../document.ts'
import { namedTypes } from '../named-types.ts'
import { fold } from './fold.ts'

/** Words of the text, without tone marks, longest first. */
export const typeWords: [string, ReferenceType][] = [
  ['thong tu lien tich', 'thong-tu'],
  ['nghi quyet', 'nghi-quyet'],
  ['nghi dinh', 'nghi-dinh'],
  ['quyet dinh', 'quyet-dinh'],
  ['cong van', 'cong-van'],
  ['cong dien', 'cong-dien'],
  ['ke hoach', 'ke-hoach'],
  ['huong dan', 'huong-dan'],
  ['thong bao', 'thong-bao'],
  ['thong tu', 'thong-tu'],
  ['bao cao', 'bao-cao'],
  ['chi thi', 'chi-thi'],
  ['to trinh', 'to-trinh'],
  ['giay moi', 'giay-moi'],
  ['bo luat', 'luat'],
  ['luat', 'luat'],
]

const abbreviations: Record<string, ReferenceType> = {
  kh: 'ke-hoach',
  qd: 'quyet-dinh',
  ct: 'chi-thi',
  tb: 'thong-bao',
  bc: 'bao-cao',
  ttr: 'to-trinh',
  gm: 'giay-moi',
  cd: 'cong-dien',
  hd: 'huong-dan',
  cv: 'cong-van',
  nd: 'nghi-dinh',
  tt: 'thong-tu',
  ttlt: 'thong-tu',
  nq: 'nghi-quyet',
}

/** The type a symbol or code names: `QĐ-UBND`, `2010/QĐ-UBND`, `114-KH/BTCTW`; a body's own symbol is a công văn. */
export const typeOfSymbol = (symbol: string): ReferenceType => {
  const parts = fold(symbol)
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== '' && !/^\d+$/.test(part))
  const first = parts[0] ?? ''
  if (/^ubtvqh\d*$/.test(first)) return 'nghi-quyet'
  if (/^qh\d*$/.test(first)) return 'luat'
  return abbreviations[first] ?? 'cong-van'
}

/** Titles that stand over a document (box 5a): those of the decree, and what else offices write. Types outside the list are `khac`. */
const titles: [string, DocumentType][] = [
  ...namedTypes
    .filter(({ type }) => type !== 'cong-van')
    .map(({ name, type }): [string, DocumentType] => [fold(name), type]),
  ['thu moi', 'giay-moi'],
  ['dieu le', 'khac'],
  ['the le', 'khac'],
  ['ket luan', 'khac'],
]

/** The type named by a title line, and how many of its characters name it. */
export const typeOfTitle = (flat: string): { type: DocumentType; length: number } | null => {
  const found = titles.find(([words]) => flat.startsWith(words))
  if (found === undefined) return null
  const next = flat.charAt(found[0].length)
  return /[a-z0-9]/.test(next) ? null : { type: found[1], length: found[0].length }
}

export const isDispatchType = (type: ReferenceType): type is DocumentType =>
  type !== 'luat' && type !== 'nghi-quyet' && type !== 'nghi-dinh' && type !== 'thong-tu'
