/** A circle on the map: what it says, how it looks, and the frame that holds all of them. Pure. */
import { degreeParts, type PointState, type Points, pointStates } from '@loa/contract/map'

/** At the closest zoom too, what lies at one place stays one circle: a screen never has more than some hundred. */
export const closest = 17
/** What lies nearer than this, in pixels, is one circle. */
export const radius = 64

export interface Circle {
  key: string
  longitude: number
  latitude: number
  count: number
  /** How many of each of `pointStates`. */
  counts: number[]
  /** The zoom at which it falls apart; null for a point, or what lies at one place. */
  opensAt: number | null
}

export type Frame = readonly [west: number, south: number, east: number, north: number]

const single = pointStates.map((_, state) => pointStates.map((_, at) => (at === state ? 1 : 0)))
/** One point of a state; the same list each time, and not to be written to. */
export const only = (state: number): number[] => single[state] ?? []

/** A place as the address of the page has it. */
export const spotOf = ({ longitude, latitude }: Pick<Circle, 'longitude' | 'latitude'>): string =>
  `${longitude.toFixed(5)},${latitude.toFixed(5)}`

/** The more, the larger, in pixels; null: as large as the style says. */
export const sizeOf = ({ count }: Pick<Circle, 'count'>): number | null =>
  count > 1 ? Math.round(22 + 7 * Math.log10(count)) : null

export const countWords = ({ count }: Pick<Circle, 'count'>): string =>
  count === 1 ? '' : count < 1000 ? String(count) : `${Math.round(count / 1000)}k`

/** What is shown first: a doubt is never hidden in a green circle. */
export const toneOf = ({ counts }: Pick<Circle, 'counts'>): PointState => {
  const has = (state: PointState) => (counts[pointStates.indexOf(state)] ?? 0) > 0
  if (has('doubted')) return 'doubted'
  if (has('site-damaged')) return 'site-damaged'
  const most = counts.indexOf(Math.max(...counts))
  return pointStates[most] ?? 'claimed'
}

/** The least frame around all points, with some room. */
export const frameOf = ({
  longitudes,
  latitudes,
}: Pick<Points, 'longitudes' | 'latitudes'>): Frame | null => {
  if (longitudes.length === 0) return null
  const [[west, east], [south, north]] = [rangeOf(longitudes), rangeOf(latitudes)]
  const room = 500
  return [
    (west - room) / degreeParts,
    Math.max(-85, (south - room) / degreeParts),
    (east + room) / degreeParts,
    Math.min(85, (north + room) / degreeParts),
  ]
}

const rangeOf = (column: number[]): [number, number] => {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of column) {
    if (value < low) low = value
    if (value > high) high = value
  }
  return [low, high]
}
