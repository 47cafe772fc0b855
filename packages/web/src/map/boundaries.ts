/** The boundaries of a day as lines on the map; that of the chosen unit is filled. */
import type { ListBoundaries } from '@loa/contract/boundaries'
import type { GeoJSONSource, Map as GroundMap } from 'maplibre-gl'
import type { z } from 'zod'

export type Boundaries = z.output<typeof ListBoundaries.answer>['rows']

export const drawBoundaries = (map: GroundMap, rows: Boundaries, chosen: number | null): (() => void) => {
  const draw = () => {
    const data = {
      type: 'FeatureCollection' as const,
      features: rows.map(({ unit, geometry }) => ({
        type: 'Feature' as const,
        properties: { chosen: unit.id === chosen },
        geometry,
      })),
    }
    const known = map.getSource<GeoJSONSource>('units')
    if (known) return void known.setData(data)
    map.addSource('units', { type: 'geojson', data })
    map.addLayer({
      id: 'unit-chosen',
      type: 'fill',
      source: 'units',
      filter: ['==', ['get', 'chosen'], true],
      paint: { 'fill-color': '#ffb000', 'fill-opacity': 0.25 },
    })
    map.addLayer({
      id: 'unit-lines',
      type: 'line',
      source: 'units',
      paint: { 'line-color': '#414e5a', 'line-width': 1.5 },
    })
  }
  if (map.isStyleLoaded()) draw()
  else map.once('load', draw)
  return () => void map.off('load', draw)
}
