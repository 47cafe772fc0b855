import assert from 'node:assert/strict'
import { test } from 'node:test'
import { jumps, tooMuch, unproved } from './checks.ts'

const of = { unitId: 1, indicator: 'visual.banner' }

test('a jump is more than three times the month before, or less than a third, and not of a few pieces', () => {
  const asked = (value: number, before: number) =>
    jumps([{ ...of, month: '2023-05', value, before }]).length === 1
  assert.ok(asked(31, 10))
  assert.ok(!asked(30, 10))
  assert.ok(asked(3, 10))
  assert.ok(asked(0, 10))
  assert.ok(!asked(9, 1))
  assert.ok(!asked(500, 0))
})

test('what is said and not shown is asked about where it is more than half and worth asking', () => {
  const asked = (counts: number, proved: number) =>
    unproved([{ ...of, counts, proved }]).map(({ size }) => size)
  assert.deepEqual(asked(30, 10), [20])
  assert.deepEqual(asked(30, 15), [])
  assert.deepEqual(asked(9, 0), [])
})

test('a day has its hours, a show its visitors, a car its runs: times the sets, sessions and cars there were', () => {
  const asked = (quantities: Record<string, number>) =>
    tooMuch([{ id: 'a', unitId: 1, quantities }]).map(({ rule, size }) => [rule, size])
  assert.deepEqual(asked({ 'car.hours': 25 }), [['hours-a-day', 1]])
  assert.deepEqual(asked({ 'car.hours': 25, 'car.vehicle': 2 }), [])
  assert.deepEqual(asked({ 'loudspeaker.minutes': 1500 }), [['hours-a-day', 60]])
  assert.deepEqual(asked({ 'performance.visits': 30_000, 'performance.session': 1 }), [
    ['visits-a-show', 10_000],
  ])
  assert.deepEqual(asked({ 'performance.visits': 30_000, 'performance.session': 2 }), [])
  assert.deepEqual(asked({ 'car.run': 40, 'visual.banner': 9_000_000 }), [['runs-a-day', 10]])
})
