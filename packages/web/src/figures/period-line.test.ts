import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lineOf } from './period-line.ts'

const amounts = (declared: number, corrected = 0) => ({
  declared,
  proved: 1,
  claimed: 0,
  doubted: 0,
  corrected,
  activities: 1,
})

test('corrections are taken off, shares are of the plan and of last year, and nothing is divided by nothing', () => {
  const line = lineOf({
    amounts: amounts(30, 17),
    sinceNewYear: amounts(60),
    lastYear: amounts(0),
    plan: 57.5,
  })
  assert.deepEqual(line, {
    plan: 57.5,
    declared: 13,
    proved: 1,
    sinceNewYear: 60,
    ofPlan: 104.35,
    lastYear: 0,
    against: null,
  })
  assert.deepEqual(lineOf(undefined).declared, null)
  assert.equal(lineOf({ amounts: null, plan: null }).declared, 'apart')
  assert.equal(lineOf({ sinceNewYear: amounts(5), plan: 0 }).ofPlan, null)
})
