/** Numbers as people type them: 12,5 · 1.234 · 1.234,5 · 12.5. Each indicator says how many decimals it takes. */
import type { Indicator } from '@loa/contract/figures'
import type { Language } from '../words/language.tsx'

export type QuantityTrouble = 'wrongNumber' | 'notNegative' | 'wholeNumber' | 'tooPrecise' | 'tooLarge'

const largest = 10_000_000

/** The number that was meant, or null. A lone point is a thousands mark only where it stands before three digits. */
export const numberOf = (typed: string, language: Language = 'vi'): number | null => {
  const text = typed.replace(/[\s\u00a0]/g, '')
  const [thousands, decimal] = language === 'vi' ? ['.', ','] : [',', '.']
  const isGrouped = new RegExp(`^-?\\d{1,3}(\\${thousands}\\d{3})+(\\${decimal}\\d+)?$`).test(text)
  const plain = isGrouped ? text.replaceAll(thousands, '').replace(decimal, '.') : text.replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}

export const troubleOf = (
  typed: string,
  language: Language,
  decimals: Indicator['decimals'],
): QuantityTrouble | null => {
  const value = numberOf(typed, language)
  if (value === null) return 'wrongNumber'
  if (value < 0) return 'notNegative'
  if (value > largest) return 'tooLarge'
  if (decimals === 0 && !Number.isInteger(value)) return 'wholeNumber'
  return Number(value.toFixed(decimals)) === value ? null : 'tooPrecise'
}

/** How a stored number stands in a field that is typed in: no thousands marks, the decimal mark of the language. */
export const typedOf = (value: number | null, language: Language): string =>
  value === null ? '' : String(value).replace('.', language === 'vi' ? ',' : '.')
