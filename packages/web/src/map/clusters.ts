/** The points of the map put together by nearness, at every zoom. Pure. */
import { degreeParts, type PointState, type Points, pointStates } from '@loa/contract/map'
import Supercluster from 'supercluster'

/** At the closest zoom too, what lies at one place stays one circle: a screen never has more than some hundred. */
export const closest = 17
const radius = 64

type Counts = number[]
interface Kind {
  state: number
}
interface Summed {
  counts: Counts
}

export interface Circle {
  key: string
  longitude: number
  latitude: number
  count: number
  /** How many of each of `pointStates`. */
  counts: Counts
  /** The zoom at which it falls apart; null for a point, or what lies at one place. */
  opensAt: number | null
}

export type Frame = readonly [west: number, south: number, east: number, north: number]

export interface Clusters {
  at(frame: Frame, zoom: number): Circle[]
}

export const clustersOf = ({ longitudes, latitudes, states }: Points): Clusters => {
  const index = new Supercluster<Kind, Summed>({
    radius,
    maxZoom: closest,
    map: ({ state }) => ({ counts: pointStates.map((_, at) => (at === state ? 1 : 0)) }),
    // A new list each time: the library copies what it is given only at the top, and zooms would share theirs.
    reduce: (sum, { counts }) => {
      sum.counts = sum.counts.map((count, at) => count + (counts[at] ?? 0))
    },
  })
  index.load(
    longitudes.map((x, at) => ({
      type: 'Feature',
      properties: { state: states[at] ?? 0 },
      geometry: { type: 'Point', coordinates: [x / degreeParts, (latitudes[at] ?? 0) / degreeParts] },
    })),
  )
  return {
    at: (frame, zoom) =>
      index
        .getClusters([...frame], Math.max(0, Math.min(closest, Math.floor(zoom))))
        .map((feature): Circle => {
          const [longitude = 0, latitude = 0] = feature.geometry.coordinates
          const { properties } = feature
          if (!('cluster_id' in properties)) {
            const { state } = properties as Kind
            const counts = pointStates.map((_, each) => (each === state ? 1 : 0))
            return { key: `${longitude},${latitude}`, longitude, latitude, count: 1, counts, opensAt: null }
          }
          const opensAt = index.getClusterExpansionZoom(properties.cluster_id)
          return {
            key: `c${properties.cluster_id}`,
            longitude,
            latitude,
            count: properties.point_count,
            counts: properties.counts,
            opensAt: opensAt > closest ? null : opensAt,
          }
        }),
  }
}

/** What is shown first: a doubt is never hidden in a green circle. */
export const toneOf = ({ counts }: Pick<Circle, 'counts'>): PointState => {
  const has = (state: PointState) => (counts[pointStates.indexOf(state)] ?? 0) > 0
  if (has('doubted')) return 'doubted'
  if (has('site-damaged')) return 'site-damaged'
  const most = counts.indexOf(Math.max(...counts))
  return pointStates[most] ?? 'claimed'
}

/** The least frame around all points, with some room. */
export const frameOf = ({ longitudes, latitudes }: Points): Frame | null => {
  if (longitudes.length === 0) return null
  const range = (column: number[]) =>
    column.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)] as const, [
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ] as readonly [number, number])
  const [[west, east], [south, north]] = [range(longitudes), range(latitudes)]
  const room = 500
  return [
    (west - room) / degreeParts,
    Math.max(-85, (south - room) / degreeParts),
    (east + room) / degreeParts,
    Math.min(85, (north + room) / degreeParts),
  ]
}
