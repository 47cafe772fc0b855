/** Who may keep whose account. Pure: no database, no clock, no network. */
import type { Act } from '@loa/contract/acts'
import { Problem } from '@loa/contract/problem'
import { type Actor, unitsFor } from './actor.ts'

/**
 * Whoever may set somebody's password can be that person. So an account is kept only by an administrator whose reach has
 * each unit in which the person holds or will hold a role: the administrator of a commune does not reach somebody who also
 * has a role in the province.
 */
export const mayKeep = (actor: Actor, unitIds: readonly number[]): boolean => {
  const within = unitsFor(actor, 'person.change')
  return unitIds.length > 0 && unitIds.every((id) => within.has(id))
}

/** @throws Problem `person.out-of-reach` */
export const checkKeeps = (actor: Actor, unitIds: readonly number[]): void => {
  if (!mayKeep(actor, unitIds)) throw new Problem('person.out-of-reach')
}

/** Somebody who leads gives what is their own; an administrator writes down what others give. */
export const checkGiver = (actor: Actor, act: Act, fromPersonId: string, unitId: number): void => {
  if (fromPersonId === actor.id) return
  if (!unitsFor(actor, 'person.change').has(unitId)) throw new Problem('act.forbidden', { act, unit: unitId })
}
