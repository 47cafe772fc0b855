/** What several values are together. Pure. */
import type { Aggregation, Amounts, Total } from '@loa/contract/figures'

const nothing: Amounts = { declared: 0, proved: 0, claimed: 0, doubted: 0, corrected: 0, activities: 0 }

/** Only sums are added; null: there are several, and values of this kind are not. */
export const totalOf = (aggregation: Aggregation, values: readonly Amounts[]): Total => {
  if (values.length > 1 && aggregation !== 'sum') return null
  return values.reduce(
    (sum, each) => ({
      declared: add(sum.declared, each.declared),
      proved: add(sum.proved, each.proved),
      claimed: add(sum.claimed, each.claimed),
      doubted: add(sum.doubted, each.doubted),
      corrected: add(sum.corrected, each.corrected),
      activities: sum.activities + each.activities,
    }),
    nothing,
  )
}

/** Quantities have three decimals at most; what binary fractions add to them is cut off. */
const add = (left: number, right: number) => Math.round((left + right) * 1e4) / 1e4
