import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readBoundaries } from './read-boundaries.ts'

const placesOf = (geometry: string): number[][] => JSON.parse(geometry).coordinates.flat(2)
const square = [
  [106, 20],
  [107, 20],
  [107, 21.1234567],
  [106, 20],
]
const feature = (geometry: unknown, properties: unknown = { ma: '291', ten: 'Nam Sách' }) => ({
  type: 'Feature',
  properties,
  geometry,
})
const file = (...features: unknown[]) =>
  new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features }))
const read = (...features: unknown[]) => {
  const found = readBoundaries(file(...features))
  assert.ok('features' in found)
  return found.features
}

test('polygons and multipolygons are read with their properties, to five decimals', () => {
  const [one, many] = read(
    feature({ type: 'Polygon', coordinates: [square] }),
    feature({ type: 'MultiPolygon', coordinates: [[square], [square]] }, { ma: 291, sub: {}, no: null }),
  )
  assert.deepEqual(JSON.parse(one?.geometry ?? '{}').coordinates, [
    [
      [
        [106, 20],
        [107, 20],
        [107, 21.12346],
        [106, 20],
      ],
    ],
  ])
  assert.deepEqual([one?.properties, one?.corners, one?.trouble], [{ ma: '291', ten: 'Nam Sách' }, 4, null])
  assert.deepEqual([many?.properties, many?.corners, many?.number], [{ ma: '291' }, 8, 2])
})

test('one bad feature costs that one: points, open rings, metres instead of degrees, nothing at all', () => {
  const found = read(
    feature({ type: 'Point', coordinates: [106, 20] }),
    feature({ type: 'Polygon', coordinates: [square.slice(0, 3)] }),
    feature({ type: 'Polygon', coordinates: [[...square.slice(0, 3), [1, 1]]] }),
    feature({ type: 'Polygon', coordinates: [square.map(([x = 0, y = 0]) => [x * 5000, y * 100_000])] }),
    feature(null),
    null,
    feature({ type: 'Polygon', coordinates: [] }),
    feature({ type: 'Polygon', coordinates: [square] }),
  )
  assert.deepEqual(
    found.map(({ trouble }) => trouble),
    ['not-an-area', 'bad-ring', 'bad-ring', 'bad-place', 'not-an-area', 'not-an-area', 'not-an-area', null],
  )
})

test('what is no GeoJSON, cut off, nested a million deep or too much says so', () => {
  assert.deepEqual(readBoundaries(new TextEncoder().encode('{"type":"Topology"}')), {
    trouble: 'not-geojson',
  })
  assert.deepEqual(readBoundaries(file(feature(null)).slice(0, 40)), { trouble: 'damaged' })
  assert.ok('trouble' in readBoundaries(new TextEncoder().encode('['.repeat(1_000_000))))
  assert.deepEqual(readBoundaries(file(...Array.from({ length: 15_001 }, () => null))), {
    trouble: 'too-many',
  })
})

test('whatever the bytes are, there is an answer, and every place in it is on the earth', () => {
  const sample = file(feature({ type: 'Polygon', coordinates: [square] }))
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(sample.length), (junk, at) => {
      const found = readBoundaries(Uint8Array.from([...sample.slice(0, at), ...junk, ...sample.slice(at)]))
      assert.ok(
        'trouble' in found ||
          found.features
            .flatMap(({ geometry }) => (geometry ? placesOf(geometry) : []))
            .every(([x = 999, y = 999]) => Math.abs(x) <= 180 && Math.abs(y) <= 90),
      )
    }),
  )
})
