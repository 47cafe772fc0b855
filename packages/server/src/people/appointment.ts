/** Roles are held from a day to a day. Pure: no database, no clock, no network. */
import type { Role } from '@loa/contract/acts'
import { Problem } from '@loa/contract/problem'

/** Days, both inclusive; null is open. */
export interface Span {
  from: string | null
  to: string | null
}

export const countsOn = ({ from, to }: Span, day: string): boolean =>
  (from === null || from <= day) && (to === null || to >= day)

export const overlaps = (left: Span, right: Span): boolean =>
  (left.from === null || right.to === null || left.from <= right.to) &&
  (right.from === null || left.to === null || right.from <= left.to)

/** From the later of the two on: null when nothing is left. */
const meet = (left: Span, right: Span): Span | null =>
  overlaps(left, right)
    ? {
        from: left.from === null || (right.from !== null && right.from > left.from) ? right.from : left.from,
        to: left.to === null || (right.to !== null && right.to < left.to) ? right.to : left.to,
      }
    : null

export interface HeldAppointment extends Span {
  unitId: number
  role: Role
  revoked: boolean
}

interface NewAppointment extends Span {
  unitId: number
  role: Role
}

/**
 * A role is given within the days of its unit, and once at a time.
 * @throws Problem `request.invalid`, `appointment.unit-not-there`, `appointment.there-already`
 */
export const checkAppointment = (
  given: NewAppointment,
  unit: Span & { name: string },
  held: readonly HeldAppointment[],
): void => {
  if (given.from !== null && given.to !== null && given.to < given.from)
    throw new Problem('request.invalid', {}, [{ path: 'body.to', message: 'before the first day' }])
  if (!meet(given, unit)) throw new Problem('appointment.unit-not-there', { unit: unit.name })
  const same = held.some(
    (each) =>
      !each.revoked && each.unitId === given.unitId && each.role === given.role && overlaps(each, given),
  )
  if (same) throw new Problem('appointment.there-already', { unit: unit.name })
}

/**
 * An appointment ends with a day. A day before its first takes it back: it was given by mistake. What is over stays as
 * it is.
 * @throws Problem `appointment.ended`
 */
export const endAppointment = (
  { from, to, revoked }: Span & { revoked: boolean },
  lastDay: string,
): { revoke: true } | { to: string } => {
  if (revoked || (to !== null && to <= lastDay)) throw new Problem('appointment.ended', { day: to })
  return from !== null && lastDay < from ? { revoke: true } : { to: lastDay }
}

/**
 * The body that runs this Loa must keep an administrator: without one nobody could appoint the next.
 * @param others the days of the other administrators of that body
 * @throws Problem `appointment.last-administrator`
 */
export const checkAdministratorStays = (others: readonly Span[], lastDay: string): void => {
  const next = Temporal.PlainDate.from(lastDay).add({ days: 1 }).toString()
  if (!others.some((span) => countsOn(span, next)))
    throw new Problem('appointment.last-administrator', { day: lastDay })
}
