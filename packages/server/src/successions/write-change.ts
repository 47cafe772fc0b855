/** Writes a plan that the rules have passed: rows end, rows begin, and what goes on with a body is carried over. */
import type { UnitChange } from '@loa/contract/successions'
import type { Unit } from '@loa/contract/units'
import type { Database } from '../database/database.ts'
import { type Carry, carryBody, carryRoles } from './carry-queries.ts'
import type { ChangePlan, Heir } from './change-plan.ts'
import { closeUnits, insertChange, insertSuccessions, insertUnit } from './queries.ts'

interface By {
  unitId: number
  by: string
  at: string
}

export const writeChange = async (
  db: Database,
  change: UnitChange,
  plan: ChangePlan,
  { unitId, by, at }: By,
) => {
  const { kind, act, effectiveOn } = change
  const title = titleOf(change, plan)
  const changeId = await insertChange(db, {
    kind: 'succession',
    title,
    act,
    effectiveOn,
    unitId,
    by,
    at,
    undoes: null,
  })
  await closeUnits(
    db,
    changeId,
    [...plan.ends, ...plan.moves.map(({ unit }) => unit)].map(({ id }) => id),
    effectiveOn,
  )
  const goesOn = kind === 'rename' || kind === 're-parent' ? (plan.ends[0]?.id ?? null) : null
  const begun: Unit[] = []
  for (const unit of plan.begins)
    begun.push(await insertUnit(db, changeId, { ...unit, validFrom: effectiveOn }, goesOn))
  const moved: { from: number; to: number }[] = []
  for (const { unit, parentCode } of plan.moves) {
    const next = await insertUnit(db, changeId, { ...unit, parentCode, validFrom: effectiveOn }, unit.id)
    moved.push({ from: unit.id, to: next.id })
  }

  const idOf = (heir: Heir | null): number | null =>
    heir === null ? null : 'unitId' in heir ? heir.unitId : (begun[heir.begins]?.id ?? null)
  const follows = [
    ...plan.successions.map((row) => ({ ...row, to: idOf(row.to) })),
    ...moved.map((row) => ({ ...row, kind: 're-parent' as const, share: 'full' as const })),
  ]
  await insertSuccessions(
    db,
    changeId,
    follows.map((row) => ({ ...row, act, effectiveOn })),
  )

  const sameBody = follows.flatMap(({ kind: each, from, to }): Carry[] =>
    to !== null && (each === 'rename' || each === 're-parent')
      ? [{ from, to, personId: null, role: null }]
      : [],
  )
  const heirs = plan.successions.filter(({ from }) => from === plan.ends[0]?.id).map(({ to }) => idOf(to))
  const chosen = change.carryRoles.flatMap(({ personId, unitId: from, role, into }): Carry[] => {
    const to = heirs[into]
    return to && plan.ends.some(({ id }) => id === from) ? [{ from, to, personId, role }] : []
  })
  const carryBy = { changeId, act, day: effectiveOn, by, at }
  await carryRoles(db, [...sameBody, ...chosen], carryBy)
  await carryBody(db, sameBody, carryBy)
  return { changeId, begun, title }
}

/** What the history shows: "A, B → C". */
const titleOf = ({ kind }: UnitChange, { ends, begins, targets }: ChangePlan): string => {
  const names = (units: { fullName: string }[]) => units.map(({ fullName }) => fullName).join(', ')
  return kind === 'abolish' ? names(ends) : `${names(ends)} → ${names([...begins, ...targets])}`
}
