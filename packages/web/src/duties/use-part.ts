/** Whose duty it is to the person who looks: the unit that does it, the unit that gave it, or neither. */
import type { Duty } from '@loa/contract/duties'
import { useMay, useWorksFor } from '../shell/session.ts'

export interface Part {
  isMine: boolean
  mayAnswer: boolean
  mayPlan: boolean
  mayRecord: boolean
  mayReview: boolean
}

/** The server decides again; this only keeps buttons away that would be refused. */
export const usePart = (duty: Pick<Duty, 'holder' | 'owner' | 'state'> | undefined): Part => {
  const may = useMay()
  const worksFor = useWorksFor()
  const isMine = duty !== undefined && worksFor(duty.holder.id)
  const isTaken = duty?.state === 'accepted'
  return {
    isMine,
    mayAnswer: isMine && duty.state !== 'done' && may('duty.answer'),
    mayPlan: isMine && isTaken && may('duty.plan'),
    mayRecord: isMine && isTaken && may('activity.record'),
    mayReview: duty !== undefined && worksFor(duty.owner.id) && may('activity.review'),
  }
}
