import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Indicator } from '@loa/contract/figures'
import { type Fields, recordOf, troublesOf } from './fields.ts'

const banner: Indicator = {
  code: 'visual.banner',
  form: 'visual',
  name: 'Băng rôn',
  nameEn: 'Banners',
  unit: 'chiếc',
  unitEn: 'pieces',
  decimals: 0,
  main: true,
}
const whole: Fields = {
  indicator: 'visual.banner',
  topics: [2, 1],
  place: ' ngã ba Kim Đôi ',
  day: '2023-09-08',
  quantity: '1.200',
  note: '',
}
const on = { language: 'vi', today: '2023-09-09' } as const

test('a form that is filled in has no trouble, and is sent as the server takes it', () => {
  assert.deepEqual(troublesOf(whole, [banner], on), {})
  assert.deepEqual(recordOf(whole, 7, 'vi'), {
    dutyId: 7,
    indicator: 'visual.banner',
    topics: [1, 2],
    place: 'ngã ba Kim Đôi',
    happenedOn: '2023-09-08',
    quantity: 1200,
    note: '',
  })
})

test('each empty field is named', () => {
  const empty: Fields = { indicator: '', topics: [], place: ' ', day: '', quantity: '', note: '' }
  assert.deepEqual(troublesOf(empty, [banner], on), {
    indicator: 'indicator',
    topics: 'topics',
    place: 'place',
    day: 'day',
    quantity: 'wrongNumber',
  })
})

test('nothing happens tomorrow, and nothing of it is no activity', () => {
  assert.deepEqual(troublesOf({ ...whole, day: '2023-09-10', quantity: '0' }, [banner], on), {
    day: 'future',
    quantity: 'notPositive',
  })
})
