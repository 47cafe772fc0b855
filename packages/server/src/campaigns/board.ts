/** Why a unit stands where it stands, from what the file has of it. Pure: no database, no clock, no network. */
import type { BoardRow, Still } from '@loa/contract/campaigns'

/** What the database knows of a unit beside its step. */
export interface StandingGround {
  step: BoardRow['step']
  status: string | null
  dutyState: string
  undecided: boolean
  /** The unit asked for another target or another task, and nobody has answered. */
  asking: boolean
  doubts: number
  unproved: number
  formsLacking: number
  /** The report that is expected next: not handed in. */
  reportDue: boolean
  reportLate: boolean
}

/**
 * The one thing that is in the way now; what waits for the giver of the order comes before what waits for the unit.
 * Null: nothing is known to be in the way.
 */
export const standingStill = (ground: StandingGround): Still | null => {
  const { step } = ground
  if (ground.dutyState === 'declined') return still('declined')
  if (ground.status === '02') return still('returned')
  if (ground.undecided) return still('no-successor')
  if (step === 'reported') return null
  if (ground.asking) return still('waits-for-giver')
  if (step === 'delivered') return still('not-opened')
  if (step === 'opened') return still('not-received')
  if (step === 'received') return still('not-assigned')
  if (ground.doubts > 0) return still('doubts', ground.doubts)
  if (ground.reportLate) return still('report-late')
  if (step === 'assigned') return still('nothing-planned')
  if (step === 'planned') return still('nothing-done')
  if (ground.formsLacking > 0) return still('forms-lacking', ground.formsLacking)
  if (ground.unproved > 0) return still('unproved', ground.unproved)
  return ground.reportDue ? still('report-due') : null
}

const still = (why: Still['why'], count: number | null = null): Still => ({ why, count })
