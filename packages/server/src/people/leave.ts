/** Away from a day to a day, with a stand-in for the daily work. Pure: no database, no clock, no network. */
import { Problem } from '@loa/contract/problem'
import { overlaps, type Span } from './appointment.ts'

export interface NewLeave {
  from: string
  to: string
  standInId: string | null
  personId: string
}

export interface Known {
  /** Leaves of the person in that unit, and of the stand-in anywhere. */
  own: readonly Span[]
  standIn: readonly Span[]
  /** The stand-in works in the same unit on these days. */
  standInIsHere: boolean
}

/** @throws Problem `request.invalid`, `leave.overlaps`, `leave.stand-in-elsewhere`, `leave.stand-in-away` */
export const checkLeave = ({ from, to, standInId, personId }: NewLeave, known: Known): void => {
  if (to < from)
    throw new Problem('request.invalid', {}, [{ path: 'body.to', message: 'before the first day' }])
  if (standInId === personId)
    throw new Problem('request.invalid', {}, [{ path: 'body.standInId', message: 'the same person' }])
  const span = { from, to }
  if (known.own.some((each) => overlaps(each, span))) throw new Problem('leave.overlaps')
  if (standInId === null) return
  if (!known.standInIsHere) throw new Problem('leave.stand-in-elsewhere')
  if (known.standIn.some((each) => overlaps(each, span))) throw new Problem('leave.stand-in-away')
}
