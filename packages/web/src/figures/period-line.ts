/** One line of a table of figures by period: its numbers, and what they are against plan and last year. Pure. */
import type { Total } from '@loa/contract/figures'
import type { PeriodCell } from '@loa/contract/period-figures'

/** `apart`: several units have one, and they are not added; null: not reported. */
export type Said = number | 'apart' | null

export interface PeriodLine {
  plan: number | null
  declared: Said
  proved: Said
  sinceNewYear: Said
  /** Per cent; null where there is nothing to divide by: never an endless number. */
  ofPlan: number | null
  lastYear: Said
  against: number | null
}

export const lineOf = (cell: PeriodCell | undefined): PeriodLine => {
  const sinceNewYear = declaredOf(cell?.sinceNewYear)
  const declared = declaredOf(cell?.amounts)
  const lastYear = declaredOf(cell?.lastYear)
  const plan = cell?.plan ?? null
  return {
    plan,
    declared,
    proved: cell?.amounts === null ? 'apart' : (cell?.amounts?.proved ?? null),
    sinceNewYear,
    ofPlan: share(sinceNewYear, plan),
    lastYear,
    against: share(declared, lastYear),
  }
}

/** What counts: what people typed, less what corrections have taken away. */
const declaredOf = (total: Total | undefined): Said =>
  total === null ? 'apart' : total === undefined ? null : round(total.declared - total.corrected)

const share = (part: Said, whole: Said): number | null =>
  typeof part === 'number' && typeof whole === 'number' && whole > 0 ? round((100 * part) / whole) : null

const round = (value: number) => Math.round(value * 100) / 100
