/**
 * The rules of number series (Decree 30/2020/NĐ-CP, article 15 and Appendix I, part II, section I.3): from 1 each year, no number
 * twice, none missing. Pure: no database, no clock, no network.
 */
import { commonSeries, type DispatchNumber, type NumberKind } from '@loa/contract/numbers'
import { Problem } from '@loa/contract/problem'

/** The series a document of this type is numbered in. */
export const seriesOf = (kind: NumberKind, type: string): string => (kind === 'one' ? commonSeries : type)

/** Numbers below 10 get a leading zero. */
export const printedNumber = (number: number): string => String(number).padStart(2, '0')

/**
 * How a unit numbers may change only where no number of that year was given by the old way.
 * @throws Problem `number.plan-begun` with the year and how many were given
 */
export const checkPlanChange = (year: number, before: NumberKind, after: NumberKind, given: number): void => {
  if (before !== after && given > 0) throw new Problem('number.plan-begun', { year, given })
}

/** What is known of a number that shall be struck. */
interface Struck {
  state: DispatchNumber['state']
  /** Of the dispatch it is printed on. */
  dispatchState: string | null
  /** Somebody has signed the numbered pages digitally. */
  isSigned: boolean
}

/**
 * A number is struck before anything with it has left the house; what was issued is recalled or replaced instead.
 * @throws Problem `number.already-void`, `number.issued`, `number.signed`
 */
export const checkVoid = ({ state, dispatchState, isSigned }: Struck): void => {
  if (state === 'void') throw new Problem('number.already-void')
  if (state === 'reserved') return
  if (dispatchState === 'issued') throw new Problem('number.issued')
  if (isSigned) throw new Problem('number.signed')
}

/** @throws Problem `number.not-reserved` for a number that is not kept free in the series this document belongs to */
export const checkReserved = <K extends { state: string; unitId: number; year: number; series: string }>(
  kept: K | null,
  wanted: { unitId: number; year: number; series: string },
): K => {
  const fits =
    kept?.state === 'reserved' &&
    kept.unitId === wanted.unitId &&
    kept.year === wanted.year &&
    kept.series === wanted.series
  if (!kept || !fits) throw new Problem('number.not-reserved')
  return kept
}
