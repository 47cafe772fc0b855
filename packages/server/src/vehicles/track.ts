/** What positions of a drive say: trips, stops, and what is odd. Nothing is thrown away for being odd. Pure. */
import type { Track } from '@loa/contract/vehicles'
import { metresBetween } from '../sites/site.ts'

export interface Position {
  at: string
  latitude: number
  longitude: number
}

/** No loudspeaker car is faster (km/h): what is, jumped. */
const fastest = 130
/** Within so many metres it has not moved: receivers stray that far. */
const still = 60
/** Seconds without moving that make a stop. */
const stopSeconds = 180
/** Seconds without a word that make a gap. */
const gapSeconds = 300
/** The very same place so often, for so long, and a receiver has hung: it strays when it works. */
const stuckPoints = 10
const stuckSeconds = 600
const drawn = 500

/** The positions in any order. */
export const trackOf = (positions: readonly Position[]): Track => {
  const sorted = positions.toSorted((a, b) => seconds(a) - seconds(b))
  const { kept, odd } = withoutJumps(sorted)
  const stops: Track['stops'] = []
  const trips: Track['trips'] = []
  let metres = 0
  let movingSeconds = 0
  /** Where it stands, or last stood. */
  let anchor = 0
  let tripFrom: number | null = null
  let tripMetres = 0
  const endTrip = (to: number) => {
    const [from, end] = [kept[tripFrom ?? to], kept[to]]
    if (tripFrom !== null && from && end && tripMetres > still)
      trips.push({ from: from.at, to: end.at, kilometres: kilometres(tripMetres) })
    tripFrom = null
    tripMetres = 0
  }
  for (let index = 1; index <= kept.length; index++) {
    const [standing, here, before] = [kept[anchor], kept[index], kept[index - 1]]
    if (standing === undefined || before === undefined) break
    const isGap = here !== undefined && seconds(here) - seconds(before) > gapSeconds
    if (here !== undefined && !isGap && (metresBetween(standing, here) ?? 0) <= still) continue
    const stood = seconds(before) - seconds(standing)
    if (stood >= stopSeconds) {
      endTrip(anchor)
      stops.push({ ...placeOf(standing), from: standing.at, to: before.at, minutes: Math.round(stood / 60) })
    } else if (index - 1 > anchor) tripFrom ??= anchor
    if (here === undefined || isGap) endTrip(index - 1)
    if (here === undefined) break
    if (isGap) odd.push({ kind: 'gap', from: before.at, to: here.at, points: 0 })
    else {
      const step = metresBetween(standing, here) ?? 0
      tripFrom ??= stood >= stopSeconds ? index - 1 : anchor
      metres += step
      tripMetres += step
      movingSeconds += seconds(here) - (stood >= stopSeconds ? seconds(before) : seconds(standing))
    }
    anchor = index
  }
  odd.push(...stuckRuns(kept))
  const every = Math.max(1, Math.ceil(kept.length / drawn))
  return {
    kilometres: kilometres(metres),
    movingMinutes: Math.round(movingSeconds / 60),
    points: positions.length,
    firstAt: sorted[0]?.at ?? null,
    lastAt: sorted.at(-1)?.at ?? null,
    trips,
    stops,
    odd: odd.toSorted((a, b) => a.from.localeCompare(b.from)),
    line: kept.filter((_, index) => index % every === 0 || index === kept.length - 1).map(placeOf),
  }
}

/** A point that could not have been reached from the one before is passed over; where more agree with it than with that one, they win. */
const withoutJumps = (sorted: readonly Position[]): { kept: Position[]; odd: Track['odd'] } => {
  const kept: Position[] = []
  const odd: Track['odd'] = []
  let away: Position[] = []
  for (const point of sorted) {
    const last = kept.at(-1)
    if (last === undefined || isReachable(last, point)) {
      if (away.length > 0) odd.push(jump(away))
      away = []
      kept.push(point)
      continue
    }
    away.push(point)
    // It really is over there: the receiver was silent, not wrong.
    if (
      away.length >= 5 &&
      away.every((each, index) => index === 0 || isReachable(away[index - 1] ?? each, each))
    ) {
      odd.push(jump(away.slice(0, 1)))
      kept.push(...away)
      away = []
    }
  }
  if (away.length > 0) odd.push(jump(away))
  return { kept, odd }
}

const isReachable = (a: Position, b: Position): boolean => {
  const hours = Math.max(1, seconds(b) - seconds(a)) / 3600
  return (metresBetween(a, b) ?? 0) / 1000 / hours <= fastest
}

const jump = (points: Position[]): Track['odd'][number] => ({
  kind: 'jump',
  from: points[0]?.at ?? '',
  to: points.at(-1)?.at ?? '',
  points: points.length,
})

const stuckRuns = (kept: readonly Position[]): Track['odd'] => {
  const runs: Track['odd'] = []
  let from = 0
  for (let index = 1; index <= kept.length; index++) {
    const [first, here, last] = [kept[from], kept[index], kept[index - 1]]
    if (first === undefined || last === undefined) break
    if (here !== undefined && here.latitude === first.latitude && here.longitude === first.longitude) continue
    if (index - from >= stuckPoints && seconds(last) - seconds(first) >= stuckSeconds)
      runs.push({ kind: 'stuck', from: first.at, to: last.at, points: index - from })
    from = index
  }
  return runs
}

const seconds = ({ at }: Position): number => Date.parse(at) / 1000
const kilometres = (metres: number): number => Math.round(metres / 100) / 10
const placeOf = ({ latitude, longitude }: Position) => ({ latitude, longitude })

/** When a device says it was: seconds, milliseconds, ISO 8601; null for what is no time. */
export const instantOf = (timestamp: string | undefined, now: string): string | null => {
  if (timestamp === undefined || timestamp === '') return now
  const number = /^\d{9,13}$/.test(timestamp) ? Number(timestamp) : Number.NaN
  const at = Number.isNaN(number) ? Date.parse(timestamp) : number < 1e11 ? number * 1000 : number
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}
