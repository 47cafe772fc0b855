/** The rules of a duty: assigned → accepted → done, or declined with a reason; stopped with its campaign. Pure. */
import type { DutyState } from '@loa/contract/duties'
import { Problem } from '@loa/contract/problem'

export type Answer = 'accept' | 'decline' | 'done'

/** @throws Problem `duty.closed`, `duty.not-accepted`, `duty.reason-missing` */
export const answerDuty = (state: DutyState, answer: Answer, reason: string | undefined): DutyState => {
  if (state === 'done' || state === 'stopped') throw new Problem('duty.closed', { state })
  if (answer === 'decline') {
    if (state === 'accepted') throw new Problem('duty.closed', { state })
    if (!reason?.trim()) throw new Problem('duty.reason-missing')
    return 'declined'
  }
  if (answer === 'accept') return 'accepted'
  return checkAccepted(state) && 'done'
}

/** Planning and recording begin with a yes. @throws Problem `duty.not-accepted`, `duty.closed` */
export const checkAccepted = (state: DutyState): true => {
  if (state === 'done' || state === 'stopped') throw new Problem('duty.closed', { state })
  if (state !== 'accepted') throw new Problem('duty.not-accepted', { state })
  return true
}

/**
 * What was done before the campaign was stopped is recorded all the same: phones bring it later.
 * @throws Problem `duty.not-accepted`, `duty.closed`
 */
export const checkRecorded = (
  { state, stoppedOn }: { state: DutyState; stoppedOn: string | null },
  happenedOn: string,
): true => (state === 'stopped' && stoppedOn !== null && happenedOn <= stoppedOn) || checkAccepted(state)
