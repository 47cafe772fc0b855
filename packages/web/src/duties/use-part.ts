/** Whose duty it is to the person who looks: the unit that does it, the unit that gave it, or neither. */
import type { Duty } from '@loa/contract/duties'
import { useMay, useSession } from '../shell/session.ts'

export interface Part {
  isMine: boolean
  mayAnswer: boolean
  mayPlan: boolean
  mayRecord: boolean
  mayReview: boolean
}

/** The server decides again; this only keeps buttons away that would be refused. */
export const usePart = (duty: Pick<Duty, 'unit' | 'owner' | 'state'> | undefined): Part => {
  const may = useMay()
  const unit = useSession()?.person?.unit.id
  const isMine = duty !== undefined && unit === duty.unit.id
  const isTaken = duty?.state === 'accepted'
  return {
    isMine,
    mayAnswer: isMine && duty.state !== 'done' && may('duty.answer'),
    mayPlan: isMine && isTaken && may('duty.plan'),
    mayRecord: isMine && isTaken && may('activity.record'),
    mayReview: duty !== undefined && unit === duty.owner.id && may('activity.review'),
  }
}
