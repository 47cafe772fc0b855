import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readGpx } from './read-gpx.ts'

const gpx = (inner: string) =>
  new TextEncoder().encode(
    `<?xml version="1.0"?><gpx version="1.1"><trk><trkseg>${inner}</trkseg></trk></gpx>`,
  )
const point = (lat: unknown, lon: unknown, time: string, more = '') =>
  `<trkpt lat="${lat}" lon="${lon}"><ele>3</ele><time>${time}</time>${more}</trkpt>`

test('points come with their time and place; speed is told in kilometres an hour', () => {
  const read = readGpx(
    gpx(
      point(20.99, 106.33, '2023-05-22T01:00:00Z') +
        point(20.991, 106.331, '2023-05-22T08:00:10+07:00', '<speed>5</speed>'),
    ),
  )
  assert.deepEqual(read, {
    points: [
      { at: '2023-05-22T01:00:00.000Z', latitude: 20.99, longitude: 106.33, speed: null },
      { at: '2023-05-22T01:00:10.000Z', latitude: 20.991, longitude: 106.331, speed: 18 },
    ],
    leftOut: 0,
  })
})

test('a point without time or with a place that is none is left out and counted', () => {
  const read = readGpx(
    gpx(
      point(20.99, 106.33, '') +
        point(99, 106, '2023-05-22T01:00:00Z') +
        point('x', 1, '2023-05-22T01:00:00Z') +
        point(20, 106, '2023-05-22T01:00:00Z'),
    ),
  )
  assert.ok('points' in read)
  assert.deepEqual([read.points.length, read.leftOut], [1, 3])
})

test('what is no track, cut off, or declares entities says so', () => {
  assert.deepEqual(readGpx(new TextEncoder().encode('không phải gpx')), { trouble: 'not-gpx' })
  assert.deepEqual(readGpx(gpx('')), { trouble: 'not-gpx' })
  assert.deepEqual(readGpx(gpx(point(1, 2, '2023-05-22T01:00:00Z')).slice(0, 90)), { trouble: 'damaged' })
  const bomb = new TextEncoder().encode(
    `<!DOCTYPE gpx [<!ENTITY a "aaaa">]><gpx>${point(1, 2, '2023-05-22T01:00:00Z')}</gpx>`,
  )
  assert.ok('trouble' in readGpx(bomb))
})

test('whatever the bytes are, there is an answer', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(400), (junk, at) => {
      const file = gpx(point(20.99, 106.33, '2023-05-22T01:00:00Z'))
      const mixed = Uint8Array.from([...file.slice(0, at), ...junk, ...file.slice(at)])
      const read = readGpx(mixed)
      assert.ok(
        'trouble' in read ||
          read.points.every(
            ({ latitude, longitude }) => Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180,
          ),
      )
    }),
  )
})
