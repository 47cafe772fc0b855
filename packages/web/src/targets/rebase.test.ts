import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TargetException, TargetRule } from '@loa/contract/targets'
import { rebase } from './rebase.ts'

const rule = (amount: number): TargetRule => ({
  units: { types: [], belowUnitId: null, words: '', areas: [], exceptUnitIds: [], extraUnitIds: [] },
  facility: null,
  indicator: 'visual.banner',
  topics: [],
  amount,
  per: 'once',
  eachTopic: false,
  from: null,
  to: null,
})
const exception = (unitId: number, amount: number): TargetException => ({
  unitId,
  indicator: 'visual.banner',
  amount,
  reason: 'Lý do',
})

test('what was agreed to meanwhile is there, though rules were being typed', () => {
  const from = { rules: [rule(5)], exceptions: [exception(1, 9)] }
  const typed = { rules: [rule(6)], exceptions: [exception(1, 9)] }
  const to = { rules: [rule(5)], exceptions: [exception(1, 9), exception(2, 3)] }
  assert.deepEqual(rebase(typed, from, to), {
    rules: [rule(6)],
    exceptions: [exception(1, 9), exception(2, 3)],
  })
})

test('a cell that was typed keeps what was typed, one that was dropped stays dropped', () => {
  const from = { rules: [], exceptions: [exception(1, 9), exception(2, 8)] }
  const typed = { rules: [], exceptions: [exception(1, 10), exception(3, 1)] }
  const to = { rules: [rule(5)], exceptions: [exception(1, 9), exception(2, 8), exception(4, 4)] }
  assert.deepEqual(rebase(typed, from, to), {
    rules: [rule(5)],
    exceptions: [exception(1, 10), exception(4, 4), exception(3, 1)],
  })
})

test('where nothing was typed, what is kept stands', () => {
  const from = { rules: [rule(5)], exceptions: [exception(1, 9)] }
  const to = { rules: [rule(7)], exceptions: [] }
  assert.deepEqual(rebase(from, from, to), to)
})
