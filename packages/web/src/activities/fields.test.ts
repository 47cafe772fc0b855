import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Indicator } from '@loa/contract/figures'
import { type Fields, isFaultless, newQuantity, recordOf, troublesOf } from './fields.ts'

const banner: Indicator = {
  code: 'visual.banner',
  form: 'visual',
  name: 'Băng rôn',
  nameEn: 'Banners',
  unit: 'chiếc',
  unitEn: 'pieces',
  decimals: 0,
  main: true,
  aggregation: 'sum',
  evidence: ['photo'],
  active: true,
}
const show: Indicator = { ...banner, code: 'performance.session', form: 'performance-film' }
const visits: Indicator = { ...banner, code: 'performance.visits', form: 'performance-film', main: false }
const scripts: Indicator = {
  ...visits,
  code: 'performance.script',
  aggregation: 'distinct',
}
const indicators = [banner, show, visits, scripts]
const whole: Fields = {
  quantities: [newQuantity('visual.banner', '1.200')],
  topics: [2, 1],
  place: ' ngã ba Kim Đôi ',
  day: '2023-09-08',
  details: { size: ' 8 m × 0,7 m ', content: '' },
  note: '',
}
const on = { language: 'vi', today: '2023-09-09', isHandedIn: true } as const

test('a form that is filled in has no trouble, and is sent as the server takes it', () => {
  assert.ok(isFaultless(troublesOf(whole, indicators, on)))
  assert.deepEqual(recordOf(whole, 7, 'vi'), {
    dutyId: 7,
    quantities: [{ indicator: 'visual.banner', quantity: 1200, outOf: null, qualifier: 'exact', things: [] }],
    topics: [1, 2],
    place: 'ngã ba Kim Đôi',
    happenedOn: '2023-09-08',
    details: { size: '8 m × 0,7 m' },
    note: '',
  })
})

test('each empty field is named', () => {
  const empty: Fields = {
    quantities: [newQuantity('', '')],
    topics: [],
    place: ' ',
    day: '',
    details: {},
    note: '',
  }
  assert.deepEqual(troublesOf(empty, indicators, on), {
    quantities: { 0: 'indicator' },
    topics: 'topics',
    place: 'place',
    day: 'day',
    details: [],
  })
})

test('nothing happens tomorrow, and nothing of it is no activity', () => {
  const typed = { ...whole, day: '2023-09-10', quantities: [newQuantity('visual.banner', '0')] }
  assert.deepEqual(troublesOf(typed, indicators, on), {
    quantities: { 0: 'notPositive' },
    day: 'future',
    details: [],
  })
})

test('one evening carries sessions, visits and scripts by name; the same indicator twice is refused', () => {
  const evening: Fields = {
    ...whole,
    quantities: [
      newQuantity('performance.session', '1'),
      { ...newQuantity('performance.visits', '350'), qualifier: 'over' },
      { ...newQuantity('performance.script', ''), things: 'Chuyện nhà Mơ\n\n Bữa cơm \n' },
    ],
    details: { title: 'Đêm văn nghệ', visitsMethod: 'estimate' },
  }
  assert.ok(isFaultless(troublesOf(evening, indicators, on)))
  assert.deepEqual(
    recordOf(evening, 7, 'vi').quantities.map(({ quantity, qualifier, things }) => [
      quantity,
      qualifier,
      things,
    ]),
    [
      [1, 'exact', []],
      [350, 'over', []],
      [2, 'exact', ['Chuyện nhà Mơ', 'Bữa cơm']],
    ],
  )
  const twice = { ...evening, quantities: [...evening.quantities, newQuantity('performance.visits', '2')] }
  assert.deepEqual(troublesOf(twice, indicators, on).quantities, { 3: 'twice' })
})

test('the short form is asked for when it is handed in, and may wait until then', () => {
  const evening: Fields = {
    ...whole,
    quantities: [newQuantity('performance.session'), newQuantity('performance.visits', '350')],
    details: {},
  }
  assert.deepEqual(
    troublesOf(evening, indicators, on).details.map(({ field }) => field),
    ['title', 'visitsMethod'],
  )
  assert.deepEqual(troublesOf(evening, indicators, { ...on, isHandedIn: false }).details, [])
})
