/** What makes a photo doubtful, each with the numbers of its sentence. A doubt is never a verdict: it asks for a person's eyes. Pure. */
import type { doubts } from '@loa/contract/activities'
import { metresBetween } from '../sites/site.ts'
import { today } from '../time.ts'

export type DoubtKind = (typeof doubts)[number]
export interface Doubt {
  kind: DoubtKind
  detail: Record<string, string | number>
  other?: string
}

export interface Place {
  latitude: number
  longitude: number
}
/** Another photo with its time and place, of the same person or the same activity. */
export interface Sighting extends Place {
  takenAt: string | null
}

export interface SitePlace extends Place {
  name: string
}

export interface Facts {
  /** What the camera wrote. */
  takenAt: string | null
  place: Place | null
  /** What the device said when it sent the photo. */
  claimedAt: string | null
  claimedPlace: Place | null
  /** Within how many metres the device believes its place; null where it does not say. */
  claimedAccuracy: number | null
  isMocked: boolean
  happenedOn: string
  /** The days of the campaign, as far as they are known. */
  from: string | null
  to: string | null
  /** The person's photos next to this one in time. */
  neighbours: Sighting[]
  /** Other photos of the activity. */
  together: Sighting[]
  /** Where it was done, as far as it has a place on the map. */
  sites: SitePlace[]
}

/** Clocks are often some hours off; a phone that was set by hand by more. */
const hoursOff = 2
/** A positioning chip errs by some hundred metres between houses. */
const kilometresOff = 1
/** A panel is photographed from across the road, its place was noted by hand: metres. */
const metresFromSite = 300
/** Faster than any car of a commune. */
const fastest = 150

export const doubtsOf = (facts: Facts): Doubt[] => {
  const takenAt = facts.takenAt ?? facts.claimedAt
  const place = facts.place ?? facts.claimedPlace
  return [
    ...dayDoubts(facts, takenAt),
    ...clockDoubts(facts),
    ...(facts.isMocked ? [{ kind: 'mock-place' as const, detail: {} }] : []),
    ...(place ? placeDoubts(facts, place, takenAt) : []),
  ]
}

const dayDoubts = ({ happenedOn, from, to }: Facts, takenAt: string | null): Doubt[] => {
  if (!takenAt) return []
  const takenOn = today(takenAt)
  const days = daysBetween(takenOn, happenedOn)
  const found: Doubt[] = []
  if (days > 1) found.push({ kind: 'other-day', detail: { takenOn, happenedOn, days } })
  if ((from && takenOn < from) || (to && takenOn > to))
    found.push({ kind: 'out-of-period', detail: { takenOn, from: from ?? '', to: to ?? '' } })
  return found
}

const clockDoubts = ({ takenAt, claimedAt, claimedPlace, place }: Facts): Doubt[] => {
  const found: Doubt[] = []
  if (takenAt && claimedAt && hoursBetween(takenAt, claimedAt) > hoursOff)
    found.push({
      kind: 'device-time',
      detail: { takenAt, claimedAt, hours: hoursBetween(takenAt, claimedAt) },
    })
  if (place && claimedPlace && kilometresBetween(place, claimedPlace) > kilometresOff)
    found.push({ kind: 'device-place', detail: { kilometres: kilometresBetween(place, claimedPlace) } })
  return found
}

const placeDoubts = (facts: Facts, place: Place, takenAt: string | null): Doubt[] => {
  const { together, neighbours } = facts
  const found = siteDoubts(facts, place)
  const nearest = Math.min(...together.map((other) => kilometresBetween(place, other)))
  if (together.length > 0 && nearest > kilometresOff)
    found.push({ kind: 'other-place', detail: { kilometres: nearest } })
  const jumps = takenAt
    ? neighbours.flatMap((other) => {
        if (!other.takenAt) return []
        const kilometres = kilometresBetween(place, other)
        const minutes = Math.max(
          1,
          Math.round(Math.abs(Date.parse(takenAt) - Date.parse(other.takenAt)) / 60_000),
        )
        return kilometres > 2 && kilometres / (minutes / 60) > fastest ? [{ kilometres, minutes }] : []
      })
    : []
  const [jump] = jumps.sort((a, b) => b.kilometres / b.minutes - a.kilometres / a.minutes)
  if (jump) found.push({ kind: 'too-fast', detail: jump })
  return found
}

/** What the camera wrote errs by little; where the device only guessed, so much more is let pass. */
export const siteDoubts = (
  { sites, place: written, claimedAccuracy }: Pick<Facts, 'sites' | 'place' | 'claimedAccuracy'>,
  place: Place,
): Doubt[] => {
  const limit = Math.round(metresFromSite + (written ? 0 : (claimedAccuracy ?? 0)))
  const [nearest] = sites
    .map(({ name, ...site }) => ({ site: name, metres: metresBetween(place, site) ?? 0 }))
    .sort((a, b) => a.metres - b.metres)
  return nearest && nearest.metres > limit ? [{ kind: 'other-site', detail: { ...nearest, limit } }] : []
}

export const daysBetween = (a: string, b: string): number =>
  Math.abs(Temporal.PlainDate.from(a).until(Temporal.PlainDate.from(b), { largestUnit: 'days' }).days)

const hoursBetween = (a: string, b: string): number =>
  Math.round(Math.abs(Date.parse(a) - Date.parse(b)) / 3_600_000)

/** On a sphere, to a tenth. */
export const kilometresBetween = (a: Place, b: Place): number => {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const [down, across] = [radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)]
  const chord =
    Math.sin(down / 2) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(across / 2) ** 2
  return Math.round(10 * 12_742 * Math.asin(Math.min(1, Math.sqrt(chord)))) / 10
}

export const placeOf = (latitude: number | null, longitude: number | null): Place | null =>
  latitude === null || longitude === null ? null : { latitude, longitude }

/** What the device says of itself. */
export interface Claims {
  takenAt: string | null
  latitude: number | null
  longitude: number | null
  isMocked: boolean
}

/** A device that says nonsense about itself still gets its photo in. */
export const claimsOf = (said: {
  takenAt?: string | undefined
  latitude?: string | undefined
  longitude?: string | undefined
  mock?: string | undefined
}): Claims => {
  const at = Date.parse(said.takenAt ?? '')
  const [latitude, longitude] = [numberIn(said.latitude, 90), numberIn(said.longitude, 180)]
  const isPlace = latitude !== null && longitude !== null
  return {
    takenAt: Number.isNaN(at) ? null : new Date(at).toISOString(),
    latitude: isPlace ? latitude : null,
    longitude: isPlace ? longitude : null,
    isMocked: said.mock === 'true',
  }
}

const numberIn = (said: string | undefined, most: number): number | null => {
  const value = said?.trim() ? Number(said) : Number.NaN
  return Math.abs(value) <= most ? value : null
}
