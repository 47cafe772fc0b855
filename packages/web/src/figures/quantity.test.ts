import assert from 'node:assert/strict'
import { test } from 'node:test'
import { numberOf, troubleOf, typedOf } from './quantity.ts'

test('numbers are read as Vietnamese offices write them', () => {
  assert.equal(numberOf('12,5'), 12.5)
  assert.equal(numberOf('1.234'), 1234)
  assert.equal(numberOf('1.234,5'), 1234.5)
  assert.equal(numberOf(' 1 234 '), 1234)
  assert.equal(numberOf('12.5'), 12.5)
})

test('in English the marks change places', () => {
  assert.equal(numberOf('1,234.5', 'en'), 1234.5)
  assert.equal(numberOf('12,5', 'en'), 12.5)
})

test('what is no number is no number', () => {
  for (const typed of ['', 'ba', '1,2,3', '12 chiếc', '--1']) assert.equal(numberOf(typed), null)
})

test('pieces are whole, metres have one decimal', () => {
  assert.equal(troubleOf('1,5', 'vi', 0), 'wholeNumber')
  assert.equal(troubleOf('1,5', 'vi', 1), null)
  assert.equal(troubleOf('1,55', 'vi', 1), 'tooPrecise')
  assert.equal(troubleOf('-1', 'vi', 0), 'notNegative')
  assert.equal(troubleOf('99999999', 'vi', 0), 'tooLarge')
})

test('a stored number comes back into its field as it is typed', () => {
  assert.equal(typedOf(12.5, 'vi'), '12,5')
  assert.equal(typedOf(null, 'vi'), '')
})
