import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Succession } from '@loa/contract/units'
import { eventsOf } from './life-events.ts'

const row = (from: number, to: number | null, more: Partial<Succession> = {}): Succession => ({
  from,
  to,
  kind: 'merge',
  share: 'full',
  act: 'NQ 1',
  effectiveOn: '2025-07-01',
  changeId: 5,
  byHand: true,
  ...more,
})
const said = (rows: Succession[]) =>
  eventsOf(rows).map(({ from, to, undo }) => [from.map(({ id }) => id), to.map(({ id }) => id), undo])

test('units merged into one are one line, and so is a unit divided into many', () => {
  assert.deepEqual(said([row(1, 3), row(2, 3)]), [[[1, 2], [3], 5]])
  const split = { kind: 'split' as const, share: 'partial' as const }
  assert.deepEqual(said([row(1, 2, split), row(1, 3, split)]), [[[1], [2, 3], 5]])
})

test('an act is offered for undoing once, and only when it was written by hand', () => {
  const other = { kind: 're-parent' as const }
  assert.deepEqual(said([row(1, 3), row(7, 8, other)]), [
    [[1], [3], 5],
    [[7], [8], null],
  ])
  assert.deepEqual(said([row(1, null, { kind: 'abolish', byHand: false })]), [[[1], [], null]])
})
