import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TargetRule } from '@loa/contract/targets'
import { daysBetween, inYear, nextExceptions, nextRules } from './rollover.ts'

const rule: TargetRule = {
  units: { types: [], belowUnitId: null, words: '', areas: [], exceptUnitIds: [1, 2], extraUnitIds: [3] },
  facility: null,
  indicator: 'visual.banner',
  topics: [10, 11],
  amount: 2,
  per: 'week',
  eachTopic: true,
  from: '2023-06-01',
  to: '2023-06-30',
}
/** 1 and 2 were merged into 9, 3 was abolished, 4 goes on. */
const passage = {
  topics: new Map([
    [10, 20],
    [11, 21],
  ]),
  heirs: new Map<number, number | null>([
    [1, 9],
    [2, 9],
    [3, null],
    [4, 4],
  ]),
  days: 366,
}

test('a rule means the same topics of the new campaign, the heirs of its units, and days as far from its beginning', () => {
  const [next] = nextRules([rule], passage)
  assert.deepEqual(next?.topics, [20, 21])
  assert.deepEqual(next?.units.exceptUnitIds, [9])
  assert.deepEqual(next?.units.extraUnitIds, [])
  assert.deepEqual([next?.from, next?.to], ['2024-06-01', '2024-06-30'])
})

test('of two units that became one the first exception stays, of an abolished one none', () => {
  const exception = (unitId: number, amount: number) => ({
    unitId,
    indicator: 'visual.banner',
    amount,
    reason: 'ít dân',
  })
  assert.deepEqual(
    nextExceptions([exception(1, 5), exception(2, 6), exception(3, 7), exception(4, 8)], passage),
    [exception(9, 5), exception(4, 8)],
  )
})

test('a year is put forward where it stands alone, and not within another number', () => {
  assert.equal(inYear('Tháng an toàn năm 2023, mã 120234', 2023, 2024), 'Tháng an toàn năm 2024, mã 120234')
  assert.equal(daysBetween('2023-06-01', '2024-06-01'), 366)
  assert.equal(daysBetween(null, '2024-06-01'), 0)
})
