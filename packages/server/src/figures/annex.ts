/** The rows of an annex, put together from the values of the units of then. Pure. */
import type { Indicator } from '@loa/contract/figures'
import type { PeriodCell } from '@loa/contract/period-figures'
import type { UnitRef } from '@loa/contract/units'
import type { UnitValue } from './period-queries.ts'
import { totalOf } from './total.ts'

/** A line of the table: a unit of then, or one of today with those of then whose work it took over. */
export interface AnnexUnit {
  unit: UnitRef
  parts: UnitRef[]
}

export interface AnnexValues {
  amounts: readonly UnitValue[]
  sinceNewYear: readonly UnitValue[]
  lastYear: readonly UnitValue[]
  plans: readonly { unitId: number; indicator: string; plan: number }[]
}

export interface AnnexRow extends AnnexUnit {
  cells: Record<string, PeriodCell>
}

/** One row a unit, and what all of them are together. */
export const annexOf = (
  units: readonly AnnexUnit[],
  values: AnnexValues,
  indicators: readonly Indicator[],
): { rows: AnnexRow[]; totals: Record<string, PeriodCell> } => {
  const lineOf = new Map(
    units.flatMap(({ unit, parts }) => [unit, ...parts].map(({ id }): [number, number] => [id, unit.id])),
  )
  // A unit of today that worked before the others joined it is a part of itself.
  const byLine = cellsBy(values, (unitId) => lineOf.get(unitId))
  return {
    rows: units.map((line) => ({ ...line, cells: cellsOf(byLine.get(line.unit.id), indicators) })),
    totals: cellsOf(cellsBy(values, (unitId) => (lineOf.has(unitId) ? 0 : undefined)).get(0), indicators),
  }
}

interface Gathered {
  amounts: UnitValue[]
  sinceNewYear: UnitValue[]
  lastYear: UnitValue[]
  plans: number[]
}
type Line = Map<string, Gathered>

const cellsBy = (values: AnnexValues, lineOf: (unitId: number) => number | undefined): Map<number, Line> => {
  const lines = new Map<number, Line>()
  const at = (unitId: number, indicator: string): Gathered | undefined => {
    const line = lineOf(unitId)
    if (line === undefined) return undefined
    const cells: Line = lines.get(line) ?? new Map()
    lines.set(line, cells)
    const cell = cells.get(indicator) ?? { amounts: [], sinceNewYear: [], lastYear: [], plans: [] }
    cells.set(indicator, cell)
    return cell
  }
  for (const which of ['amounts', 'sinceNewYear', 'lastYear'] as const)
    for (const value of values[which]) at(value.unitId, value.indicator)?.[which].push(value)
  for (const { unitId, indicator, plan } of values.plans) at(unitId, indicator)?.plans.push(plan)
  return lines
}

const cellsOf = (line: Line | undefined, indicators: readonly Indicator[]): Record<string, PeriodCell> =>
  Object.fromEntries(
    indicators.flatMap(({ code, aggregation }) => {
      const cell = line?.get(code)
      if (!cell) return []
      const total = (values: UnitValue[]) => (values.length === 0 ? undefined : totalOf(aggregation, values))
      // A plan of several units is one number only where their results are.
      const isOne = cell.plans.length === 1 || (cell.plans.length > 1 && aggregation === 'sum')
      const made = {
        amounts: total(cell.amounts),
        sinceNewYear: total(cell.sinceNewYear),
        lastYear: total(cell.lastYear),
        plan: isOne ? cell.plans.reduce((sum, plan) => sum + plan, 0) : null,
      }
      return [[code, made]]
    }),
  )
