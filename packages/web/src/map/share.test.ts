import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shareOf } from './share.ts'

const cell = (plan: number | null, declared: number, proved: number, doubted = 0) => ({
  plan,
  declared,
  proved,
  doubted,
  claimed: declared - proved - doubted,
  corrected: 0,
  activities: declared > 0 ? 1 : 0,
})

test('the share is the mean over indicators, so that square metres and runs are never added', () => {
  assert.deepEqual(shareOf({ cells: { a: cell(10, 8, 5, 2), b: cell(4, 4, 4) } }), {
    proved: 0.75,
    doubted: 0.1,
  })
})

test('more than planned is not more than whole; without a plan it is what was declared', () => {
  assert.equal(shareOf({ cells: { a: cell(2, 9, 9) } })?.proved, 1)
  assert.equal(shareOf({ cells: { a: cell(null, 8, 2) } })?.proved, 0.25)
})

test('what was planned and not reported counts as nothing; who reported nothing at all has no share', () => {
  assert.equal(shareOf({ cells: { a: cell(10, 10, 10), b: cell(5, 0, 0) } })?.proved, 0.5)
  assert.equal(shareOf({ cells: { a: cell(10, 0, 0) } }), null)
  assert.equal(shareOf({ cells: {} }), null)
})
