import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pointStates } from '@loa/contract/map'
import fc from 'fast-check'
import { closest, frameOf, toneOf } from './circle.ts'
import { clustersOf } from './clusters.ts'

const world = [-180, -85, 180, 85] as const
const points = fc
  .array(
    fc.record({
      x: fc.oneof(
        fc.integer({ min: 10_610_000, max: 10_670_000 }),
        fc.integer({ min: -17_999_999, max: 17_999_999 }),
      ),
      y: fc.oneof(
        fc.integer({ min: 2_070_000, max: 2_120_000 }),
        fc.integer({ min: -8_400_000, max: 8_400_000 }),
      ),
      state: fc.integer({ min: 0, max: pointStates.length - 1 }),
      twice: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 120 },
  )
  .map((rows) => {
    const all = rows.flatMap((row) => Array.from({ length: row.twice }, () => row))
    return {
      isCut: false,
      longitudes: all.map(({ x }) => x),
      latitudes: all.map(({ y }) => y),
      states: all.map(({ state }) => state),
    }
  })

test('at every zoom each point is in exactly one circle, and under its own state', () => {
  fc.assert(
    fc.property(points, fc.integer({ min: 0, max: closest + 2 }), (columns, zoom) => {
      const circles = clustersOf(columns).at(world, zoom)
      assert.equal(
        circles.reduce((sum, { count }) => sum + count, 0),
        columns.states.length,
      )
      for (const circle of circles)
        assert.equal(
          circle.count,
          circle.counts.reduce((sum, count) => sum + count, 0),
        )
      for (const at of pointStates.keys())
        assert.equal(
          circles.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0),
          columns.states.filter((state) => state === at).length,
        )
    }),
  )
})

test('what lies at one place stays one circle at the closest zoom, and never opens', () => {
  const columns = { isCut: false, longitudes: [1, 1, 1], latitudes: [5, 5, 5], states: [0, 1, 2] }
  for (let zoom = 0; zoom <= closest; zoom++) {
    const [circle, ...more] = clustersOf(columns).at(world, zoom)
    assert.deepEqual([circle?.count, circle?.opensAt, more], [3, null, []])
  }
})

test('a doubt shows through whatever stands around it', () => {
  assert.equal(toneOf({ counts: [90, 5, 1, 3, 0] }), 'doubted')
  assert.equal(toneOf({ counts: [90, 5, 0, 3, 1] }), 'site-damaged')
  assert.equal(toneOf({ counts: [2, 5, 0, 3, 0] }), 'claimed')
})

test('the frame holds every point', () => {
  fc.assert(
    fc.property(points, (columns) => {
      const frame = frameOf(columns)
      if (!frame) return assert.equal(columns.states.length, 0)
      const [west, south, east, north] = frame
      for (const [at, x] of columns.longitudes.entries()) {
        const y = columns.latitudes[at] ?? 0
        assert.ok(west * 1e5 < x && x < east * 1e5 && south * 1e5 < y && y < north * 1e5)
      }
    }),
  )
})
