/**
 * The rules of a legal act on units: what ends, what begins, who follows whom. Pure: no database, no clock. Nothing is
 * rewritten; a row ends the day before, and another begins.
 */
import { Problem } from '@loa/contract/problem'
import type { Target, UnitChange } from '@loa/contract/successions'
import type { Unit } from '@loa/contract/units'
import type { ChangeFacts, ChangePlan, NewUnit } from './change-plan.ts'
import { checkChildren, checkCodes, checkLoops, checkParents } from './succession-tree.ts'

/** @throws Problem that names each unit or field in the way */
export const planChange = (change: UnitChange, facts: ChangeFacts): ChangePlan => {
  checkShape(change)
  checkDay(change.effectiveOn, facts.today)
  const ends = change.from.map((id) => {
    const unit = facts.from.find((each) => each.id === id)
    if (!unit) throw new Problem('thing.not-found', { what: 'unit', id })
    return unit
  })
  const known = new Set(facts.targets.map((unit) => unit.id))
  for (const { unitId } of change.into)
    if (unitId !== undefined && !known.has(unitId))
      throw new Problem('thing.not-found', { what: 'unit', id: unitId })
  checkThere([...ends, ...facts.targets], change.effectiveOn)
  const begins = newUnits(change, ends)
  const moves = checkChildren(change, { ends, begins }, facts)
  const plan = { ends, begins, moves, targets: facts.targets, successions: successionsOf(change) }
  checkCodes(plan, facts)
  checkParents(plan, facts)
  checkLoops(plan, facts)
  return plan
}

/**
 * Where the body that runs this Loa ends, somebody must go on keeping the directory: an administrator in a unit that takes
 * it over whole. What is renamed or re-parented keeps its people.
 * @param keepers the rows of that body, and units that have an administrator already
 * @throws Problem `succession.keeper-lost`
 */
export const checkKeeper = (
  { kind, from, into, carryRoles }: UnitChange,
  keepers: { operatorIds: number[]; administered: number[] },
): void => {
  if (kind === 'rename' || kind === 're-parent' || !from.some((id) => keepers.operatorIds.includes(id)))
    return
  const isKept = into.some(
    ({ unitId, share }, place) =>
      (kind === 'merge' || share === 'full') &&
      (carryRoles.some(({ role, into: to }) => role === 'administrator' && to === place) ||
        (unitId !== undefined && keepers.administered.includes(unitId))),
  )
  if (!isKept) throw new Problem('succession.keeper-lost')
}

const wrongShape = (message: string) => new Problem('succession.wrong-shape', {}, [{ path: 'body', message }])

const checkShape = ({ kind, from, into }: UnitChange): void => {
  const existing = into.flatMap(({ unitId }) => (unitId === undefined ? [] : [unitId]))
  if (
    new Set(from).size < from.length ||
    new Set([...from, ...existing]).size < from.length + existing.length
  )
    throw wrongShape('twice')
  const isRight = {
    merge: into.length === 1 && from.length + existing.length >= 2,
    split: from.length === 1 && into.length >= 2 && into.filter(({ share }) => share === 'full').length <= 1,
    rename: from.length === 1 && into.length === 1 && existing.length === 0,
    're-parent': from.length === 1 && into.length === 1 && existing.length === 0,
    abolish: into.length === 0,
  }[kind]
  if (!isRight) throw wrongShape(kind)
}

/** An act may be written down late, and planned ahead; what lies further off is a slip of the pen. */
const yearsBack = 5
const yearsAhead = 2
const checkDay = (day: string, today: string): void => {
  const now = Temporal.PlainDate.from(today)
  const earliest = now.subtract({ years: yearsBack }).toString()
  const latest = now.add({ years: yearsAhead }).toString()
  if (day < earliest || day > latest)
    throw new Problem('succession.day-out-of-reach', { earliest, latest }, [
      { path: 'body.effectiveOn', message: day },
    ])
}

/** There the day before and without an end: a later act on the same unit is undone first. */
const checkThere = (units: Unit[], day: string): void => {
  const absent = units.filter((unit) => !isOpenBefore(unit, day))
  if (absent.length > 0)
    throw new Problem(
      'succession.unit-not-there',
      {},
      absent.map((unit) => ({ path: unit.code, message: unit.fullName })),
    )
}

const isOpenBefore = (unit: Unit, day: string): boolean =>
  unit.validTo === null && (unit.validFrom === null || unit.validFrom < day)

const newUnits = ({ kind, into }: UnitChange, ends: Unit[]): NewUnit[] => {
  const [old] = ends
  const [first] = into
  if (kind === 'rename' && old && first)
    return [changed(old, { ...wordsOf(first), parentCode: old.parentCode })]
  if (kind === 're-parent' && old && first)
    return [changed(old, { ...wordsOf(old), parentCode: first.parentCode })]
  return into.flatMap((target, index) =>
    target.unitId === undefined ? [complete(wordsOf(target), index)] : [],
  )
}

const wordsOf = ({ code, name, fullName, type, parentCode }: Target | Unit): NewUnit => ({
  code: code.normalize('NFC'),
  name: (name || fullName).normalize('NFC'),
  fullName: fullName.normalize('NFC'),
  type,
  parentCode: parentCode || null,
})

/** @throws Problem `succession.nothing-changes` */
const changed = (old: Unit, next: NewUnit): NewUnit => {
  const names = ['code', 'name', 'fullName', 'type', 'parentCode'] as const
  if (names.every((name) => old[name] === next[name])) throw new Problem('succession.nothing-changes')
  return complete(next, 0)
}

const complete = (unit: NewUnit, index: number): NewUnit => {
  const missing = (['code', 'fullName', 'type'] as const).filter((name) => unit[name] === '')
  const isBadCode = unit.code !== '' && !/^[\p{L}\d][\p{L}\d._-]*$/u.test(unit.code)
  if (missing.length > 0 || isBadCode)
    throw new Problem(
      'request.invalid',
      {},
      (isBadCode ? (['code'] as const) : missing).map((name) => ({
        path: `body.into.${index}.${name}`,
        message: name,
      })),
    )
  return unit
}

const successionsOf = ({ kind, from, into }: UnitChange): ChangePlan['successions'] => {
  if (kind === 'abolish') return from.map((each) => ({ from: each, to: null, kind, share: 'full' as const }))
  let begun = 0
  const heirs = into.map(({ unitId, share }) => ({
    to: unitId === undefined ? { begins: begun++ } : { unitId },
    share: kind === 'split' ? share : ('full' as const),
  }))
  return from.flatMap((each) => heirs.map((heir) => ({ from: each, kind, ...heir })))
}
