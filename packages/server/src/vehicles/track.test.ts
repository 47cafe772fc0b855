import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { instantOf, type Position, trackOf } from './track.ts'

const start = Date.parse('2023-05-22T01:00:00Z')
/** North by so many metres, after so many seconds. */
const at = (seconds: number, metres: number): Position => ({
  at: new Date(start + seconds * 1000).toISOString(),
  latitude: 20.9 + metres / 111_195,
  longitude: 106.3,
})
const drive = (from: number, to: number, metres: number, speed = 8): Position[] =>
  Array.from({ length: Math.floor((to - from) / 10) + 1 }, (_, n) =>
    at(from + n * 10, metres + n * 10 * speed),
  )
/** Straying as receivers do. */
const stand = (from: number, to: number, metres: number): Position[] =>
  Array.from({ length: Math.floor((to - from) / 10) + 1 }, (_, n) =>
    at(from + n * 10, metres + ((n * 7) % 11)),
  )

test('driving, standing, driving: two trips and a stop between them', () => {
  const track = trackOf([...drive(0, 600, 0), ...stand(610, 1210, 4810), ...drive(1220, 1820, 4880)])
  assert.equal(track.trips.length, 2)
  assert.equal(track.stops.length, 1)
  assert.ok(Math.abs((track.stops[0]?.minutes ?? 0) - 10) <= 1)
  assert.ok(Math.abs(track.kilometres - 9.7) < 0.3, String(track.kilometres))
  assert.deepEqual(track.odd, [])
})

test('a point far away jumped: it is told, and adds no kilometre', () => {
  const track = trackOf([...drive(0, 300, 0), at(305, 90_000), ...drive(310, 600, 2480)])
  assert.deepEqual(
    track.odd.map(({ kind, points }) => [kind, points]),
    [['jump', 1]],
  )
  assert.ok(track.kilometres < 5.2)
})

test('a receiver that was silent while it drove is found again where it is', () => {
  const track = trackOf([...drive(0, 300, 0), ...drive(400, 700, 90_000)])
  assert.equal(track.odd[0]?.kind, 'jump')
  assert.equal(track.line.at(-1)?.latitude, at(700, 92_400).latitude)
})

test('nothing heard is a gap, and the very same place for ten minutes is a receiver that hangs', () => {
  const gap = trackOf([...drive(0, 300, 0), ...drive(1200, 1500, 2500)])
  assert.deepEqual(
    gap.odd.map(({ kind }) => kind),
    ['gap'],
  )
  assert.equal(gap.trips.length, 2)
  const hung = trackOf([...drive(0, 300, 0), ...Array.from({ length: 70 }, (_, n) => at(310 + n * 10, 2400))])
  assert.ok(hung.odd.some(({ kind }) => kind === 'stuck'))
})

test('no positions, one position, the order they came in: never a trouble', () => {
  assert.equal(trackOf([]).points, 0)
  assert.equal(trackOf([at(0, 0)]).kilometres, 0)
  const whole = [...drive(0, 600, 0), ...stand(610, 1000, 4810)]
  assert.deepEqual(trackOf(whole.toReversed()), trackOf(whole))
})

test('whatever was sent, trips and stops lie inside the drive, in order, and no length is negative', () => {
  const point = fc.record({
    s: fc.nat(7200),
    lat: fc.double({ min: 20, max: 21, noNaN: true }),
    lon: fc.double({ min: 106, max: 107, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.array(point, { maxLength: 60 }), (points) => {
      const positions = points.map(({ s, lat, lon }) => ({
        at: new Date(start + s * 1000).toISOString(),
        latitude: lat,
        longitude: lon,
      }))
      const track = trackOf(positions)
      assert.ok(track.kilometres >= 0 && track.movingMinutes >= 0)
      for (const { from, to } of [...track.trips, ...track.stops]) {
        assert.ok(from <= to)
        assert.ok(from >= (track.firstAt ?? '') && to <= (track.lastAt ?? ''))
      }
      for (const [index, trip] of track.trips.entries())
        assert.ok(index === 0 || trip.from >= (track.trips[index - 1]?.to ?? ''))
    }),
  )
})

test('devices say the time in seconds, milliseconds or ISO 8601, or not at all', () => {
  const now = '2023-05-22T02:00:00.000Z'
  assert.equal(instantOf('1684717200', now), '2023-05-22T01:00:00.000Z')
  assert.equal(instantOf('1684717200000', now), '2023-05-22T01:00:00.000Z')
  assert.equal(instantOf('2023-05-22T08:00:00+07:00', now), '2023-05-22T01:00:00.000Z')
  assert.equal(instantOf(undefined, now), now)
  assert.equal(instantOf('hôm qua', now), null)
})
