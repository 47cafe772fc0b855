import type { DocumentTree, DocumentType } from '../document.ts'
import { namedTypes } from '../named-types.ts'
import { clean } from './characters.ts'

/** The Vietnamese name of a type, as used in a sentence: `Kèm theo Kế hoạch số …`. */
export const documentName = (type: DocumentType, typeName?: string | null): string => {
  if (type === 'khac' && typeName) return capitalised(clean(typeName).toLocaleLowerCase('vi'))
  return namedTypes.find((named) => named.type === type && type !== 'khac')?.name ?? 'Văn bản'
}

/** Ô 5a, the tên loại over a named type. A công văn has none (its trích yếu stands under the number). */
export const typeTitle = (type: DocumentType, typeName?: string | null): string | null =>
  type === 'cong-van' || (type === 'khac' && !typeName) ? null : upper(documentName(type, typeName))

/** Minutes bear neither place nor day in their head (Appendix III, template 1.9). */
export const isMinutes = ({ type, typeName }: Pick<DocumentTree, 'type' | 'typeName'>): boolean =>
  typeTitle(type, typeName) === 'BIÊN BẢN'

export const upper = (text: string): string => text.toLocaleUpperCase('vi')

/** Trích yếu of a named type starts a line of its own, so with a capital. */
export const capitalised = (text: string): string => {
  const [first = '', ...rest] = text
  return upper(first) + rest.join('')
}
