import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clockBehind, recordOf, wordsOf } from './words.ts'

const activity = {
  dutyId: 1,
  topics: [1],
  place: 'Cổng chợ',
  happenedOn: '2023-05-25',
  note: '',
  state: 'recorded',
}

test('of an activity that counts several things a phone hears the first', () => {
  const quantities = [
    { indicator: 'visual.banner', quantity: 3 },
    { indicator: 'visual.panel', quantity: 2 },
  ]
  const { indicator, quantity } = wordsOf({ ...activity, quantities })
  assert.deepEqual([indicator, quantity], ['visual.banner', 3])
})

test('words that today does not take are told by their names', () => {
  const words = wordsOf({ ...activity, indicator: 'visual.banner', quantity: 3 })
  assert.equal(recordOf(words, 2).version, 2)
  assert.throws(() => recordOf({ ...words, quantity: -1 }, undefined), { code: 'request.invalid' })
})

test('a clock that is ahead is behind by less than nothing', () => {
  assert.equal(clockBehind('2023-05-26T00:00:00Z', '2023-05-25T00:00:00Z'), -86_400)
})
