import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hoursOf, instantsOf } from './hours.ts'

test('hours are those of Việt Nam, and come back as they were typed', () => {
  const drive = instantsOf('2026-06-08', '07:30', '10:00')
  assert.deepEqual(drive, { startsAt: '2026-06-08T00:30:00.000Z', endsAt: '2026-06-08T03:00:00.000Z' })
  assert.deepEqual(hoursOf(drive), { day: '08/6/2026', from: '07:30', to: '10:00' })
})

test('a drive that ends at or before its beginning ends the next day', () => {
  assert.equal(instantsOf('2026-06-08', '20:00', '01:00').endsAt, '2026-06-08T18:00:00.000Z')
})
