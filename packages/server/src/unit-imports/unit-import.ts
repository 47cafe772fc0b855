/** The rules of an import: who may, and when it may be applied, taken back or dropped. Pure. */
import { Problem } from '@loa/contract/problem'
import type { UnitImport } from '@loa/contract/unit-imports'
import type { Actor } from '../people/actor.ts'

/** @throws Problem `act.forbidden` for anybody but an administrator of the body that runs this Loa */
export const allowDirectory = (actor: Actor): void => {
  if (!actor.keepsDirectory) throw new Problem('act.forbidden', { act: 'unit.change' })
}

/**
 * @returns false when it is being applied or applied already: pressed twice, it is done once
 * @throws Problem with what stands against it
 */
export const mayApply = (
  { state, digest, summary }: UnitImport,
  { digest: seen, leaveOut }: { digest: string; leaveOut: boolean },
  today: string,
): boolean => {
  if (state === 'applying' || state === 'applied') return false
  if (state !== 'ready' || !summary) throw new Problem('unit-import.wrong-state', { state })
  if (digest !== seen) throw new Problem('unit-import.changed')
  const problems = summary.rows.problem + summary.mappings.problem
  if (problems > 0 && !leaveOut) throw new Problem('unit-import.has-problems', { count: problems })
  if (!changesAnything(summary)) throw new Problem('unit-import.nothing-new')
  // Nobody would keep the directory any more, nor be able to say who does.
  if (summary.endsOperator !== null && summary.endsOperator < today)
    throw new Problem('unit-import.ends-operator', { day: summary.endsOperator })
  return true
}

const changesAnything = ({ rows, successions }: NonNullable<UnitImport['summary']>): boolean =>
  rows.add + rows.change + rows.end > 0 || Object.values(successions).some((count) => count > 0)

/** @returns false when it is taken back already, or on the way */
export const mayUndo = ({ state }: UnitImport): boolean => {
  if (state === 'undoing' || state === 'undone') return false
  if (state !== 'applied') throw new Problem('unit-import.wrong-state', { state })
  return true
}

export const checkDroppable = ({ state }: UnitImport): void => {
  if (!['reading', 'ready', 'failed'].includes(state)) throw new Problem('unit-import.wrong-state', { state })
}
