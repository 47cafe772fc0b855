import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lawfulCalendar as calendar, nextWorkingDay } from '../holidays/working-days.ts'
import { refused } from '../testing/problems.ts'
import { checkRound, endOfOffice, finalRound, periodOf, roundBelow } from './round.ts'

const days = ({ from, to }: { from: string | null; to: string }) => `${from} ${to}`

test('periods run from the 15th to the 14th, nest exactly, and cross the year', () => {
  assert.equal(days(periodOf(calendar, 'month', '2023-05-22')), '2023-05-15 2023-06-14')
  assert.equal(days(periodOf(calendar, 'month', '2023-06-14')), '2023-05-15 2023-06-14')
  assert.equal(days(periodOf(calendar, 'month', '2023-12-20')), '2023-12-15 2024-01-14')
  assert.equal(days(periodOf(calendar, 'quarter', '2023-05-22')), '2023-03-15 2023-06-14')
  assert.equal(days(periodOf(calendar, 'quarter', '2022-12-15')), '2022-12-15 2023-03-14')
  assert.equal(days(periodOf(calendar, 'half-year', '2023-06-14')), '2022-12-15 2023-06-14')
  assert.equal(days(periodOf(calendar, 'half-year', '2023-06-15')), '2023-06-15 2023-12-14')
  assert.equal(days(periodOf(calendar, 'year', '2023-12-15')), '2023-12-15 2024-12-14')
  assert.equal(days(periodOf(calendar, 'week', '2023-05-28')), '2023-05-22 2023-05-28')
})

test('reports are due a working day after the cut-off, weekends left out', () => {
  assert.equal(nextWorkingDay(calendar, '2023-06-09'), '2023-06-12')
  assert.equal(periodOf(calendar, 'month', '2023-05-22').dueAt, '2023-06-15T10:00:00Z')
})

test('units report for the final round before the body itself must, at each level', () => {
  const campaign = { from: '2023-05-20', deadline: '2023-07-03' }
  assert.deepEqual(finalRound(calendar, campaign, null), {
    kind: 'final',
    from: '2023-05-20',
    to: '2023-06-29',
    cutOff: '2023-06-29',
    dueAt: '2023-06-30T10:00:00Z',
    upDueAt: '2023-07-03T10:00:00Z',
  })
  const below = finalRound(calendar, campaign, { dueAt: '2023-06-30T10:00:00Z' })
  assert.equal(below.dueAt, '2023-06-29T10:00:00Z')
  assert.equal(below.cutOff, '2023-06-28')
  assert.equal(roundBelow(calendar, periodOf(calendar, 'month', '2023-05-22')).dueAt, '2023-06-14T10:00:00Z')
})

test('a round that is due too early, or after the body itself must report, is refused with the mend', async () => {
  const round = { from: '2023-05-15', to: '2023-06-14', cutOff: '2023-06-14', upDueAt: null }
  const early = await refused(
    () => checkRound(calendar, { ...round, dueAt: endOfOffice('2023-06-14') }, null),
    'round.due-too-early',
  )
  assert.equal(early.values.least, '2023-06-15')
  const dueAt = endOfOffice('2023-06-15')
  await refused(() => checkRound(calendar, { ...round, dueAt }, { dueAt }), 'round.due-after-own')
  await refused(() => checkRound(calendar, { ...round, from: '2023-06-20', dueAt }, null), 'round.wrong-days')
  checkRound(calendar, { ...round, dueAt, upDueAt: endOfOffice('2023-06-16') }, null)
})
