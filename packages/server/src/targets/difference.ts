/** What one version of a plan changes for each unit, and what it leaves. Pure. */
import type { TargetPart } from '@loa/contract/targets'
import type { Target } from './expand.ts'

export type Standing = Pick<Target, 'unitId' | 'indicator' | 'amount' | 'parts'>

export interface Change {
  unitId: number
  indicator: string
  /** Null: not asked. */
  before: number | null
  after: number | null
  parts: TargetPart[]
  reason: string
}

/** Only what is different: a unit of which nothing else is asked is not told anything. */
export const difference = (before: readonly Standing[], after: readonly Target[]): Change[] => {
  const old = byCell(before)
  const young = byCell(after)
  const gone = before
    .filter((target) => !young.has(cellOf(target)))
    .map(
      ({ unitId, indicator, amount }): Change => ({
        unitId,
        indicator,
        before: amount,
        after: null,
        parts: [],
        reason: '',
      }),
    )
  const changed = after.flatMap(({ unitId, indicator, amount, parts, reason }): Change[] => {
    const was = old.get(cellOf({ unitId, indicator }))
    const isSame = was && was.amount === amount && sameParts(was.parts, parts)
    return isSame ? [] : [{ unitId, indicator, before: was?.amount ?? null, after: amount, parts, reason }]
  })
  return [...gone, ...changed]
}

/** The plan after the changes. What versions changed, one after the other, is the plan as it stands. */
export const applyChanges = (before: readonly Standing[], changes: readonly Change[]): Standing[] => {
  const cells = byCell(before)
  for (const { unitId, indicator, after, parts } of changes) {
    const cell = cellOf({ unitId, indicator })
    if (after === null) cells.delete(cell)
    else cells.set(cell, { unitId, indicator, amount: after, parts })
  }
  return [...cells.values()]
}

const cellOf = ({ unitId, indicator }: { unitId: number; indicator: string }) => `${unitId} ${indicator}`
const byCell = (targets: readonly Standing[]) =>
  new Map<string, Standing>(targets.map((target) => [cellOf(target), target]))

const sameParts = (a: readonly TargetPart[], b: readonly TargetPart[]) => wordsOf(a) === wordsOf(b)
const wordsOf = (parts: readonly TargetPart[]) =>
  parts
    .map(({ topics, amount }) => `${topics.join()}:${amount}`)
    .sort()
    .join(' ')
