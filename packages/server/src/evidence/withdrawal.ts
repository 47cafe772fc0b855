/** Who may take evidence back, and that it is done with a reason. Pure. */
import type { ActivityState } from '@loa/contract/activities'
import { Problem } from '@loa/contract/problem'
import { checkOpen } from '../activities/activity.ts'
import { type Actor, allow, mayActFor } from '../people/actor.ts'

/**
 * Who reviews may at any time; others of its unit, and of the one that gave the order, until it was accepted.
 * @throws Problem `act.forbidden`, `activity.closed`, `activity.reason-missing`
 */
export const checkWithdrawal = (
  actor: Actor,
  activity: { state: ActivityState; ownerUnitId: number; holderUnitId: number },
  reason: string,
): void => {
  if (!mayActFor(actor, 'activity.review', activity.ownerUnitId)) {
    if (!mayActFor(actor, 'evidence.withdraw', activity.ownerUnitId))
      allow(actor, 'evidence.withdraw', activity.holderUnitId)
    checkOpen(activity.state)
  }
  if (!reason) throw new Problem('activity.reason-missing')
}
