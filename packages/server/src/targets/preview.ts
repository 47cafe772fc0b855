/** What a plan would change, as a table to look at before it is published. Pure. */
import type { Indicator } from '@loa/contract/figures'
import type { TargetCell, TargetPreview } from '@loa/contract/targets'
import { difference, type Standing } from './difference.ts'
import type { RuleYield, Target } from './expand.ts'
import type { PlanUnit } from './ground.ts'

export const previewOf = (
  { targets, rules }: { targets: Target[]; rules: RuleYield[] },
  {
    units,
    standing,
    indicators,
  }: {
    units: PlanUnit[]
    standing: Standing[]
    indicators: readonly Pick<Indicator, 'code' | 'aggregation'>[]
  },
  { show, after, limit }: { show: 'all' | 'changed'; after: number; limit: number },
): TargetPreview => {
  const changes = difference(standing, targets)
  const changed = new Map(changes.map((change) => [`${change.unitId} ${change.indicator}`, change]))
  const touched = new Set(changes.map(({ unitId }) => unitId))
  const before = Map.groupBy(standing, ({ unitId }) => unitId)
  const wanted = Map.groupBy(targets, ({ unitId }) => unitId)
  const rows = units
    .map((unit, index) => ({ ...unit, ordinal: index + 1 }))
    .filter(({ unit }) => show === 'all' || touched.has(unit.id))
  const page = rows.filter(({ ordinal }) => ordinal > after).slice(0, limit)
  const last = page.at(-1)
  return {
    rules,
    rows: page.map(({ unit, dutyId }) => {
      const was = before.get(unit.id) ?? []
      const is = wanted.get(unit.id) ?? []
      const codes = new Set([...was, ...is].map(({ indicator }) => indicator))
      return {
        unit,
        dutyId,
        cells: Object.fromEntries(
          [...codes].map((code): [string, TargetCell] => {
            const target = is.find(({ indicator }) => indicator === code)
            return [
              code,
              {
                amount: target?.amount ?? null,
                parts: target?.parts ?? [],
                before: was.find(({ indicator }) => indicator === code)?.amount ?? null,
                isChanged: changed.has(`${unit.id} ${code}`),
                isException: target?.isException ?? false,
              },
            ]
          }),
        ),
      }
    }),
    next: last && rows.at(-1) !== last ? String(last.ordinal) : null,
    total: rows.length,
    totals: Object.fromEntries(
      indicators.flatMap(({ code, aggregation }): [string, number | null][] => {
        const amounts = targets.filter(({ indicator }) => indicator === code).map(({ amount }) => amount)
        if (amounts.length === 0) return []
        const isAdded = aggregation === 'sum' || amounts.length === 1
        return [[code, isAdded ? Number(amounts.reduce((a, b) => a + b, 0).toFixed(6)) : null]]
      }),
    ),
    changed: { units: touched.size, cells: changes.length },
  }
}
