/** What several values are together. Pure. */
import type { Aggregation, Amounts, Total } from '@loa/contract/figures'

/** Of something that nobody reported. */
export const noAmounts: Amounts = {
  declared: 0,
  proved: 0,
  claimed: 0,
  doubted: 0,
  corrected: 0,
  activities: 0,
}

/** Only sums are added; null: there are several, and values of this kind are not. */
export const totalOf = (aggregation: Aggregation, values: readonly Amounts[]): Total => {
  if (values.length > 1 && aggregation !== 'sum') return null
  return values.reduce(addAmounts, noAmounts)
}

/**
 * What a unit did itself and what its accepted reports bring, the newest first: sums are added, of `max` the largest counts, of other
 * values, which cannot be put together without what they are made of, the unit's own, or the newest. `fold.ts` says the same in SQL.
 */
export const withTaken = (
  aggregation: Aggregation,
  own: Amounts | undefined,
  taken: readonly Amounts[],
): Amounts | undefined => {
  const values = own ? [own, ...taken] : [...taken]
  if (aggregation === 'sum') return values.length > 0 ? values.reduce(addAmounts) : undefined
  if (aggregation !== 'max') return values[0]
  return values.reduce<Amounts | undefined>(
    (most, each) => (most && most.declared >= each.declared ? most : each),
    undefined,
  )
}

const addAmounts = (left: Amounts, right: Amounts): Amounts => ({
  declared: add(left.declared, right.declared),
  proved: add(left.proved, right.proved),
  claimed: add(left.claimed, right.claimed),
  doubted: add(left.doubted, right.doubted),
  corrected: add(left.corrected, right.corrected),
  activities: left.activities + right.activities,
})

/** Quantities have three decimals at most; what binary fractions add to them is cut off. */
const add = (left: number, right: number) => Math.round((left + right) * 1e4) / 1e4
