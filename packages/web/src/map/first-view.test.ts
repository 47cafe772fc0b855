import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pointStates } from '@loa/contract/map'
import fc from 'fast-check'
import { firstView, margin } from './first-view.ts'

const size = { width: 900, height: 520 }
const columns = fc
  .array(
    fc.record({
      x: fc.integer({ min: 10_610_000, max: 10_670_000 }),
      y: fc.integer({ min: 2_070_000, max: 2_120_000 }),
      state: fc.integer({ min: 0, max: pointStates.length - 1 }),
    }),
    { minLength: 1, maxLength: 200 },
  )
  .map((rows) => ({
    isCut: false,
    longitudes: rows.map(({ x }) => x),
    latitudes: rows.map(({ y }) => y),
    states: rows.map(({ state }) => state),
  }))

test('each point is in exactly one circle, under its own state, within the margins of the map', () => {
  fc.assert(
    fc.property(columns, (points) => {
      const circles = firstView(points, size)
      for (const [state] of pointStates.entries())
        assert.equal(
          circles.reduce((sum, { counts }) => sum + (counts[state] ?? 0), 0),
          points.states.filter((each) => each === state).length,
        )
      for (const { count, counts, left, top } of circles) {
        assert.equal(
          count,
          counts.reduce((sum, each) => sum + each, 0),
        )
        assert.ok(left >= margin - 1 && left <= size.width - margin + 1, String(left))
        assert.ok(top >= margin - 1 && top <= size.height - margin + 1, String(top))
      }
    }),
  )
})

test('towns that lie apart are circles of their own; north is up and east is right', () => {
  const points = {
    isCut: false,
    longitudes: [10_610_000, 10_610_001, 10_660_000],
    latitudes: [2_070_000, 2_070_001, 2_110_000],
    states: [0, 2, 3],
  }
  const [south, north, ...more] = firstView(points, size)
  assert.deepEqual(more, [])
  assert.deepEqual(
    [south?.count, north?.count, south?.counts, south?.opensAt === null, north?.opensAt],
    [2, 1, [1, 0, 1, 0, 0], false, null],
  )
  assert.ok((south?.top ?? 0) > (north?.top ?? 0) && (south?.left ?? 0) < (north?.left ?? 0))
  assert.ok(
    Math.abs((north?.longitude ?? 0) - 106.6) < 1e-9 && Math.abs((north?.latitude ?? 0) - 21.1) < 1e-9,
  )
})

test('a place without room, or without points, has nothing to show', () => {
  const points = { isCut: false, longitudes: [1], latitudes: [1], states: [0] }
  assert.deepEqual(firstView(points, { width: 40, height: 500 }), [])
  assert.deepEqual(firstView({ isCut: false, longitudes: [], latitudes: [], states: [] }, size), [])
})
