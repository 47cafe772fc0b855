/** Totals over units, exactly as figures are added elsewhere: only sums are added, other kinds stay apart. Pure. */
import type { Amounts, Indicator, Total } from '@loa/contract/figures'
import type { UnitFigures } from './ground.ts'

const none: Amounts = { declared: 0, proved: 0, claimed: 0, doubted: 0, corrected: 0, activities: 0 }

export const totalOf = (indicator: Pick<Indicator, 'code' | 'aggregation'>, units: UnitFigures[]): Total => {
  const values = units.flatMap(({ byIndicator }) => byIndicator[indicator.code] ?? [])
  const [first] = values
  if (values.length > 1 && indicator.aggregation !== 'sum') return null
  if (!first || values.length === 1) return first ?? none
  const sum = (part: keyof Amounts) => exact(values.reduce((all, each) => all + each[part], 0))
  return {
    declared: sum('declared'),
    proved: sum('proved'),
    claimed: sum('claimed'),
    doubted: sum('doubted'),
    corrected: sum('corrected'),
    activities: sum('activities'),
  }
}

/** Quantities have at most a few decimals; sums of doubles are brought back to them. */
const exact = (value: number) => Number(value.toFixed(6))
