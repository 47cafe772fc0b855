import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { HomeLine } from '@loa/contract/home'
import { byUrgency, placeOf, waited } from './lines.ts'

const line = (kind: HomeLine['kind'], at: string): HomeLine => ({
  kind,
  title: kind,
  detail: null,
  who: null,
  href: '/',
  at,
  count: null,
})

test('what came back is first, then what holds others up, and within a kind what has waited longest', () => {
  const ordered = byUrgency([
    line('duty.to-report', '2023-06-01T00:00:00Z'),
    line('dispatch.to-plan', '2023-06-03T00:00:00Z'),
    line('dispatch.to-plan', '2023-06-02T00:00:00Z'),
    line('dispatch.to-sign', '2023-06-04T00:00:00Z'),
    line('dispatch.returned', '2023-06-05T00:00:00Z'),
  ])
  assert.deepEqual(
    ordered.map(({ kind, at }) => `${kind} ${at.slice(8, 10)}`),
    [
      'dispatch.returned 05',
      'dispatch.to-sign 04',
      'dispatch.to-plan 02',
      'dispatch.to-plan 03',
      'duty.to-report 01',
    ],
  )
})

test('a line opens its thing with the filter it names', () => {
  assert.deepEqual(placeOf('/campaigns/1?show=missing'), { to: '/campaigns/1', search: { show: 'missing' } })
})

test('waiting is said in minutes, then hours, then days', () => {
  const now = Date.parse('2023-06-08T08:00:00Z')
  assert.deepEqual(waited('2023-06-08T07:20:00Z', now), { unit: 'minutes', count: 40 })
  assert.deepEqual(waited('2023-06-08T05:00:00Z', now), { unit: 'hours', count: 3 })
  assert.deepEqual(waited('2023-06-02T05:00:00Z', now), { unit: 'days', count: 6 })
})
