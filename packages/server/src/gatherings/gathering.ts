/** What clashes with a gathering: the place, the people, the car, the way between. Pure. */
import type { Conflict } from '@loa/contract/gatherings'
import { metresBetween, type Spot } from '../sites/site.ts'

/** A gathering, or a drive of a car (which has no venue and no crew by name). */
export interface Booked extends Spot {
  id: string
  title: string
  venueId: string | null
  vehicleId: number | null
  plate: string | null
  crew: readonly string[]
  startsAt: string
  endsAt: string
}

/** Kilometres an hour over country roads with a car full of loudspeakers, and minutes to pack and set up. */
const pace = 35
const packing = 15

export const conflictsOf = (planned: Booked, others: readonly Booked[]): Conflict[] =>
  others.filter(({ id }) => id !== planned.id).flatMap((other) => clash(planned, other))

const clash = (planned: Booked, other: Booked): Conflict[] => {
  const told = (kind: Conflict['kind'], detail: string): Conflict => ({
    kind,
    detail,
    id: other.id,
    title: other.title,
    startsAt: other.startsAt,
    endsAt: other.endsAt,
  })
  const shared = planned.crew.filter((name) => other.crew.some((each) => fold(each) === fold(name)))
  const isCar = planned.vehicleId !== null && planned.vehicleId === other.vehicleId
  if (ms(planned.startsAt) < ms(other.endsAt) && ms(other.startsAt) < ms(planned.endsAt)) {
    const found: Conflict[] = []
    if (planned.venueId !== null && planned.venueId === other.venueId) found.push(told('venue', ''))
    if (shared.length > 0) found.push(told('crew', shared.join(', ')))
    if (isCar) found.push(told('vehicle', planned.plate ?? ''))
    return found
  }
  if (shared.length === 0 && !isCar) return []
  const lacking = wayMinutes(planned, other) - gapMinutes(planned, other)
  return lacking > 0 ? [told('travel', String(Math.ceil(lacking)))] : []
}

const gapMinutes = (a: Booked, b: Booked): number =>
  (Math.max(ms(a.startsAt), ms(b.startsAt)) - Math.min(ms(a.endsAt), ms(b.endsAt))) / 60_000

/** Unknown places are near each other, as far as anybody can say. */
const wayMinutes = (a: Booked, b: Booked): number => {
  if (a.venueId !== null && a.venueId === b.venueId) return 0
  const metres = metresBetween(a, b)
  return metres === null ? 0 : (metres / 1000 / pace) * 60 + packing
}

const ms = (instant: string): number => Date.parse(instant)
/** "Nguyễn  văn A" and "nguyễn Văn A" are one person; "Văn" and "Vân" are two. */
const fold = (name: string): string =>
  name.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/g, ' ').trim()
