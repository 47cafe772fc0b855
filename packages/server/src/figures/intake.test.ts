import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type AcceptedReport, countedReports } from './intake.ts'
import { noAmounts, withTaken } from './total.ts'

const report = (expectedId: number, from: string | null, to: string): AcceptedReport => ({
  expectedId,
  from,
  to,
})
const ids = (reports: AcceptedReport[]) => countedReports(reports).map(({ expectedId }) => expectedId)

test('weeks that follow each other count together; the report of the whole takes their place', () => {
  const weeks = [report(1, '2023-06-05', '2023-06-11'), report(2, '2023-06-12', '2023-06-18')]
  assert.deepEqual(ids(weeks).sort(), [1, 2])
  assert.deepEqual(ids([...weeks, report(3, null, '2023-06-30')]), [3])
})

test('no day counts twice, and every report that is left out overlaps one that counts', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((number) => `2023-06-${String(number).padStart(2, '0')}`)
  const reports = fc.array(
    fc.record({ from: fc.option(day), to: day }).filter(({ from, to }) => from === null || from <= to),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(reports, (given) => {
      const all = given.map((each, expectedId) => ({ ...each, expectedId }))
      const counted = countedReports(all)
      const has = (each: AcceptedReport, on: string) => (each.from ?? '') <= on && on <= each.to
      for (let number = 1; number <= 28; number += 1) {
        const on = `2023-06-${String(number).padStart(2, '0')}`
        assert.ok(counted.filter((each) => has(each, on)).length <= 1)
      }
      for (const each of all)
        assert.ok(counted.some((other) => (other.from ?? '') <= each.to && (each.from ?? '') <= other.to))
    }),
  )
})

test('sums of weeks are added to what the unit did itself, of most values the largest counts, of others its own or the newest', () => {
  const [own, newer, older] = [4, 7, 9].map((declared) => ({ ...noAmounts, declared, proved: declared }))
  assert.ok(own && newer && older)
  const declared = (aggregation: 'sum' | 'max' | 'ratio', first: typeof own | undefined) =>
    withTaken(aggregation, first, [newer, older])?.declared
  assert.deepEqual([declared('sum', own), declared('max', own), declared('ratio', own)], [20, 9, 4])
  assert.deepEqual(
    [declared('sum', undefined), declared('max', undefined), declared('ratio', undefined)],
    [16, 9, 7],
  )
  assert.equal(withTaken('sum', undefined, []), undefined)
})
