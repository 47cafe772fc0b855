/** Boundaries from a GeoJSON file (RFC 7946), feature by feature: what is wrong with one costs that one only. */
import { decodeText } from '../read/txt.ts'

export interface BoundaryFeature {
  /** Counted from one, as people count. */
  number: number
  /** Properties that are words or numbers, as words. */
  properties: Record<string, string>
  corners: number
  /** A MultiPolygon as GeoJSON text, places to five decimals; null where `trouble` says why. */
  geometry: string | null
  trouble: 'not-an-area' | 'bad-place' | 'bad-ring' | null
}

/** `not-geojson`: no FeatureCollection; `damaged`: no JSON; `too-many`: more features or corners than a country has. */
export type BoundaryFileTrouble = 'not-geojson' | 'damaged' | 'too-many'

const featureLimit = 15_000
const cornerLimit = 1_000_000
const propertyLimit = 60

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const readBoundaries = (
  bytes: Uint8Array,
): { features: BoundaryFeature[] } | { trouble: BoundaryFileTrouble } => {
  let file: unknown
  try {
    // Nesting a million deep ends the parser with an error of its own, caught here as well.
    file = JSON.parse(decodeText(bytes))
  } catch {
    return { trouble: 'damaged' }
  }
  if (!isRecord(file) || file.type !== 'FeatureCollection' || !Array.isArray(file.features))
    return { trouble: 'not-geojson' }
  if (file.features.length > featureLimit) return { trouble: 'too-many' }
  const features = file.features.map(featureOf)
  if (features.reduce((sum, { corners }) => sum + corners, 0) > cornerLimit) return { trouble: 'too-many' }
  return { features }
}

const featureOf = (value: unknown, index: number): BoundaryFeature => {
  const feature = isRecord(value) ? value : {}
  const bare = { number: index + 1, properties: propertiesOf(feature.properties), corners: 0, geometry: null }
  const polygons = polygonsOf(feature.geometry)
  if (!polygons) return { ...bare, trouble: 'not-an-area' }
  const read = polygons.map((polygon) =>
    Array.isArray(polygon) ? polygon.map(ringOf) : ['bad-ring' as const],
  )
  const rings = read.flat()
  const trouble =
    rings.find((ring) => typeof ring === 'string') ?? (rings.length === 0 ? 'not-an-area' : null)
  if (trouble) return { ...bare, trouble }
  const coordinates = read as [number, number][][][]
  const corners = coordinates.flat().reduce((sum, ring) => sum + ring.length, 0)
  const geometry = JSON.stringify({ type: 'MultiPolygon', coordinates })
  return { ...bare, corners, geometry, trouble: null }
}

const polygonsOf = (geometry: unknown): unknown[] | null => {
  if (!isRecord(geometry) || !Array.isArray(geometry.coordinates)) return null
  if (geometry.type === 'Polygon') return [geometry.coordinates]
  return geometry.type === 'MultiPolygon' ? geometry.coordinates : null
}

/** Closed, of four places or more, each on the earth; a third number is a height and left out. */
const ringOf = (ring: unknown): [number, number][] | 'bad-ring' | 'bad-place' => {
  if (!Array.isArray(ring) || ring.length < 4) return 'bad-ring'
  const places: [number, number][] = []
  for (const place of ring) {
    const [x, y] = Array.isArray(place) ? place : []
    if (typeof x !== 'number' || typeof y !== 'number') return 'bad-place'
    // Metres of VN-2000 instead of degrees end up here too.
    if (!(Math.abs(x) <= 180 && Math.abs(y) <= 90)) return 'bad-place'
    places.push([Math.round(x * 1e5) / 1e5, Math.round(y * 1e5) / 1e5])
  }
  const [first, last] = [places[0], places.at(-1)]
  return first && last && first[0] === last[0] && first[1] === last[1] ? places : 'bad-ring'
}

const propertiesOf = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(isRecord(value) ? value : {})
      .slice(0, propertyLimit)
      .flatMap(([name, each]): [string, string][] =>
        typeof each === 'string' || typeof each === 'number'
          ? [[name.slice(0, 100), String(each).trim().slice(0, 200)]]
          : [],
      ),
  )
