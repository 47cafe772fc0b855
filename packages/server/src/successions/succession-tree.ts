/** Whether the tree holds after an act: one unit a code, every parent there, no circle, no child left behind. Pure. */
import { Problem } from '@loa/contract/problem'
import type { UnitChange } from '@loa/contract/successions'
import type { ChangeFacts, ChangePlan, NewUnit } from './change-plan.ts'

type Parts = Pick<ChangePlan, 'ends' | 'begins' | 'moves'>

/** @throws Problem `succession.code-taken` naming who has the code */
export const checkCodes = ({ ends, begins }: Parts, { holders }: ChangeFacts): void => {
  const ended = new Set(ends.map(({ id }) => id))
  const codes = begins.map(({ code }) => code)
  const taken = holders.filter(({ id, code }) => codes.includes(code) && !ended.has(id))
  const twice = codes.filter((code, index) => codes.indexOf(code) !== index)
  if (taken.length + twice.length > 0)
    throw new Problem('succession.code-taken', {}, [
      ...taken.map((unit) => ({ path: unit.code, message: unit.fullName })),
      ...twice.map((code) => ({ path: code, message: code })),
    ])
}

/**
 * Children name their parent by its code: where the code lives on, they stay; where it ends, the act says where each goes.
 * @throws Problem `succession.children-left` naming those it forgets
 */
export const checkChildren = (
  { children: given, effectiveOn }: UnitChange,
  { ends, begins }: Pick<Parts, 'ends' | 'begins'>,
  { children }: ChangeFacts,
): ChangePlan['moves'] => {
  const ended = new Set(ends.map(({ id }) => id))
  const alive = new Set(begins.map(({ code }) => code))
  const dying = new Set(ends.map(({ code }) => code).filter((code) => !alive.has(code)))
  const goes = new Map(given.map(({ unitId, parentCode }) => [unitId, parentCode]))
  const staying = children.filter(({ id }) => !ended.has(id))
  const left = staying.filter(
    ({ id, parentCode }) => dying.has(parentCode ?? '') && dying.has(goes.get(id) ?? parentCode ?? ''),
  )
  if (left.length > 0) throw new Problem('succession.children-left', { count: left.length }, named(left))
  const moves = staying.flatMap((unit) => {
    const parentCode = goes.get(unit.id)
    return parentCode === undefined || parentCode === unit.parentCode ? [] : [{ unit, parentCode }]
  })
  const planned = moves
    .map(({ unit }) => unit)
    .filter(({ validTo, validFrom }) => validTo !== null || (validFrom !== null && validFrom >= effectiveOn))
  if (planned.length > 0) throw new Problem('succession.unit-not-there', {}, named(planned))
  const known = new Set(staying.map(({ id }) => id))
  const strange = given.filter(({ unitId }) => !known.has(unitId))
  if (strange.length > 0)
    throw new Problem(
      'succession.wrong-shape',
      {},
      strange.map(({ unitId }) => ({ path: 'body.children', message: String(unitId) })),
    )
  return moves
}

/** @throws Problem `succession.parent-missing` */
export const checkParents = (plan: Parts, facts: ChangeFacts): void => {
  const after = unitsAfter(plan, facts)
  const wanted = [...plan.begins, ...plan.moves].map(({ parentCode }) => parentCode)
  const missing = [...new Set(wanted)].filter((code): code is string => code !== null && !after.has(code))
  if (missing.length > 0)
    throw new Problem(
      'succession.parent-missing',
      {},
      missing.map((code) => ({ path: 'parentCode', message: code })),
    )
}

/**
 * Nobody comes to stand below itself, on the day or ever after: so all that stands above must be open. Where a later act
 * is already written for one of them, that is undone first.
 * @throws Problem `succession.loop` naming a unit that would be below itself
 */
export const checkLoops = (plan: Parts, facts: ChangeFacts): void => {
  const after = unitsAfter(plan, facts)
  for (const { code, parentCode } of [...plan.begins, ...plan.moves.map(moved)]) {
    const seen = new Set([code])
    for (let above = parentCode; above !== null; above = after.get(above)?.parentCode ?? null) {
      if (seen.has(above))
        throw new Problem('succession.loop', { code }, [{ path: 'parentCode', message: code }])
      seen.add(above)
      const next = after.get(above)
      if (next?.validTo) throw new Problem('succession.unit-not-there', {}, named([next]))
    }
  }
}

const moved = ({ unit, parentCode }: ChangePlan['moves'][number]): NewUnit => ({ ...unit, parentCode })

/** By their codes, as they are once the act counts and as far as is known. */
const unitsAfter = ({ ends, begins, moves }: Parts, { parents, targets }: ChangeFacts) => {
  const ended = new Set(ends.map(({ id }) => id))
  const going = [...parents, ...targets].filter(({ id }) => !ended.has(id))
  const open = [...moves.map(moved), ...begins].map((unit) => ({ ...unit, validTo: null }))
  return new Map([...going, ...open].map((unit) => [unit.code, unit]))
}

const named = (units: NewUnit[]) =>
  units.slice(0, 100).map((unit) => ({ path: unit.code, message: unit.fullName }))
