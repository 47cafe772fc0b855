/**
 * What the points stand on: the operator's own tiles, drawn plainly, or an even ground. No fonts and no pictures: they would
 * have to come from a server, and names stand in the list.
 */
import {
  addProtocol,
  type Map as GroundMap,
  type MapSourceDataEvent,
  type StyleSpecification,
} from 'maplibre-gl'
import { Protocol } from 'pmtiles'

let isKnown = false
/** The file is asked for the pieces that a frame needs; also for whom its data is to be thanked. */
const knowTiles = () => {
  if (isKnown) return
  addProtocol('pmtiles', new Protocol({ metadata: true }).tile)
  isKnown = true
}

const plain = '#eef1f3'
/** The same thing under the layer names of Protomaps and of OpenMapTiles. */
const areas = [
  ['earth', '#f7f6f2'],
  ['landcover', '#e9efe1'],
  ['landuse', '#eef0e6'],
  ['park', '#e3ecd9'],
  ['water', '#cfdfe9'],
] as const
const lines = [
  ['waterway', '#b9d0df', 1],
  ['roads', '#d9d2c5', 1.2],
  ['transportation', '#d9d2c5', 1.2],
  ['boundaries', '#8a94a0', 1],
  ['boundary', '#8a94a0', 1],
] as const

/** The even ground; what the tiles hold is drawn on it as soon as that is known. */
export const groundStyle = (hasTiles: boolean): StyleSpecification => {
  if (hasTiles) knowTiles()
  return {
    version: 8,
    sources: hasTiles
      ? { tiles: { type: 'vector', url: `pmtiles://${location.origin}/map/tiles.pmtiles` } }
      : {},
    layers: [{ id: 'ground', type: 'background', paint: { 'background-color': plain } }],
  }
}

/** A layer that the file does not have would be an error: only those that it names are drawn. */
export const drawTiles = (map: GroundMap): void => {
  const draw = (event: MapSourceDataEvent) => {
    // What the file says of itself; the types of the library leave it out.
    const source = map.getSource('tiles') as { vectorLayerIds?: string[] } | undefined
    if (event.sourceId !== 'tiles' || event.sourceDataType !== 'metadata' || !source) return
    const { vectorLayerIds = [] } = source
    for (const layer of layers) if (vectorLayerIds.includes(layer['source-layer'])) map.addLayer(layer)
    map.off('sourcedata', draw)
  }
  map.on('sourcedata', draw)
}

const from = (name: string) => ({ source: 'tiles', 'source-layer': name })
const layers = [
  ...areas.map(([name, color]) => ({
    id: name,
    type: 'fill' as const,
    ...from(name),
    // Protomaps writes rivers as lines into the layer of the lakes.
    filter: ['==', ['geometry-type'], 'Polygon'] as ['==', ['geometry-type'], string],
    paint: { 'fill-color': color },
  })),
  ...lines.map(([name, color, width]) => ({
    id: `${name}-line`,
    type: 'line' as const,
    ...from(name),
    paint: { 'line-color': color, 'line-width': width },
  })),
]
