import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Proposal } from '@loa/contract/plans'
import { decisionOn, readingsOf } from './decision.ts'

const names = {
  firstReading: 'đề xuất',
  groupReading: (name: string) => `nhóm ${name}`,
  chosenReading: 'đang chọn',
  proposedList: 'trước khi sửa',
}
const unit = (code: string) => ({ code, validFrom: null, name: code })
const proposal = (value: Proposal['value']): Proposal => ({
  id: 1,
  ordinal: 1,
  value,
  source: { start: 0, end: 1, text: '' },
  decision: 'waiting',
  decidedBy: null,
  decidedAt: null,
  version: 3,
})
const addressee = {
  kind: 'addressee' as const,
  text: 'các Trung tâm',
  units: [unit('A'), unit('B')],
  alternatives: [{ reading: 'ba loại', units: [unit('C')] }],
}

test('a proposal taken as it is is confirmed, with the version that was seen', () => {
  assert.deepEqual(
    decisionOn(proposal({ kind: 'topic', text: 'Một' }), { isOpen: true, text: 'Một' }, names),
    {
      proposalId: 1,
      version: 3,
      decision: 'confirmed',
    },
  )
})

test('words that were corrected go along as a change', () => {
  const decided = decisionOn(proposal({ kind: 'topic', text: 'Một' }), { isOpen: true, text: 'Hai ' }, names)
  assert.deepEqual(decided.value, { kind: 'topic', text: 'Hai' })
})

test('another reading is chosen, and the one proposed can still be chosen afterwards', () => {
  const { value } = decisionOn(proposal(addressee), { isOpen: false, reading: 1 }, names)
  assert.ok(value?.kind === 'addressee')
  assert.deepEqual(value.units, [unit('C')])
  assert.deepEqual(
    readingsOf(value, 'changed', names).map(({ reading }) => reading),
    ['đang chọn', 'đề xuất'],
  )
})

test('a unit that was left out gets no duty, and the whole list is kept beside', () => {
  const { decision, value } = decisionOn(proposal(addressee), { isOpen: false, without: ['A'] }, names)
  assert.equal(decision, 'changed')
  assert.ok(value?.kind === 'addressee')
  assert.deepEqual(value.units, [unit('B')])
  assert.deepEqual(value.alternatives[0], { reading: 'trước khi sửa', units: [unit('A'), unit('B')] })
})

test('a deadline without a day stays without one until a person gives it', () => {
  const deadline = { kind: 'deadline' as const, date: null, text: 'trong quý III' }
  assert.equal(decisionOn(proposal(deadline), { isOpen: true, date: '' }, names).decision, 'confirmed')
  assert.deepEqual(decisionOn(proposal(deadline), { isOpen: true, date: '2023-09-30' }, names).value, {
    ...deadline,
    date: '2023-09-30',
  })
})
