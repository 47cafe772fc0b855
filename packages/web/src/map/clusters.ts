/** The points of the map put together by nearness, at every zoom. Pure. */
import { degreeParts, type Points } from '@loa/contract/map'
import Supercluster from 'supercluster'
import { type Circle, closest, type Frame, only, radius } from './circle.ts'

interface Kind {
  state: number
}
interface Summed {
  counts: number[]
}

export interface Clusters {
  at(frame: Frame, zoom: number): Circle[]
}

export const clustersOf = ({ longitudes, latitudes, states }: Points): Clusters => {
  const index = new Supercluster<Kind, Summed>({
    radius,
    maxZoom: closest,
    map: ({ state }) => ({ counts: only(state) }),
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
            const counts = only((properties as Kind).state)
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
