import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FieldWords } from '@loa/contract/field'
import { isSameWords, mergeWords } from './merge.ts'

const seen: FieldWords = {
  dutyId: 1,
  indicator: 'visual.banner',
  topics: [1, 2],
  place: 'Ngã ba Kim Đôi',
  happenedOn: '2023-05-25',
  quantity: 3,
  note: '',
}
const lan = { ...seen, quantity: 12 }
const hung = { ...seen, quantity: 15 }

test('what nobody else has touched is taken over', () => {
  assert.deepEqual(mergeWords(null, null, lan, false), { kind: 'apply', words: lan })
  assert.deepEqual(mergeWords(seen, seen, lan, false), { kind: 'apply', words: lan })
})

test('the same thing changed to two values is a conflict, and says which', () => {
  assert.deepEqual(mergeWords(lan, seen, hung, false), { kind: 'conflict', fields: ['quantity'] })
})

test('different things changed go together', () => {
  const noted = { ...seen, note: 'rách một góc' }
  assert.deepEqual(mergeWords(lan, seen, noted, false), {
    kind: 'apply',
    words: { ...lan, note: 'rách một góc' },
  })
})

test('two who wrote the same agree; the order of topics and spaces around words say nothing', () => {
  assert.equal(
    mergeWords(lan, seen, { ...lan, topics: [2, 1], place: ' Ngã ba Kim Đôi ' }, false).kind,
    'apply',
  )
})

test('a new record under an id that is taken by other words is a conflict', () => {
  assert.equal(mergeWords(lan, null, hung, false).kind, 'conflict')
})

test('a phone takes the place of its own earlier word', () => {
  assert.deepEqual(mergeWords(lan, null, hung, true), { kind: 'apply', words: hung })
})

test('what was seen is the same in any order and spacing, and another in any word or number', () => {
  const office = {
    ...seen,
    quantities: [{ indicator: 'visual.banner', quantity: 3 }],
    details: { size: '2 × 3 m' },
  }
  assert.ok(isSameWords(office, { ...office, topics: [2, 1], note: ' ' }))
  assert.ok(!isSameWords(office, { ...office, quantities: [{ indicator: 'visual.banner', quantity: 4 }] }))
  assert.ok(!isSameWords(office, { ...office, details: {} }))
})

test('what an old app does not know of, it has not changed', () => {
  const newer = { ...lan, details: { size: '2 × 3 m' } }
  assert.deepEqual(mergeWords(newer, seen, { ...seen, note: 'mới' }, false), {
    kind: 'apply',
    words: { ...newer, note: 'mới' },
  })
})
