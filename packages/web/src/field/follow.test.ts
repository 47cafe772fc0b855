import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FieldSnapshot } from '@loa/contract/field'
import { isOvertaken } from './follow.ts'

const at = (hour: number): FieldSnapshot => ({
  serverAt: `2023-05-25T0${hour}:00:00.000Z`,
  person: { id: 'ttvh-291', name: 'Lan' },
  unit: { id: 1, code: 'HD-291-TTVH', name: 'Trung tâm', fullName: 'Trung tâm' },
  mayRecord: true,
  duties: [],
  campaigns: [],
  indicators: [],
  activities: [],
  conflicts: [],
  sites: [],
})
const [one, two, three] = [at(1), at(2), at(3)]

test('of two answers that come in the other order, the newer stays', () => {
  assert.ok(isOvertaken(two, one, three))
  assert.ok(!isOvertaken(three, one, two))
})

test('an answer with nothing come between is believed, even from a server whose clock was put back', () => {
  assert.ok(!isOvertaken(one, two, two))
  assert.ok(!isOvertaken(one, null, null))
})
