import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bodyOf, type ChangeDraft, endingUnits, withKind } from './change-draft.ts'

const unit = (id: number, code: string) => ({ id, code, fullName: `Xã ${code}` })
const draft: ChangeDraft = {
  kind: 'merge',
  from: [unit(1, 'A'), unit(2, 'B')],
  into: [],
  act: 'NQ 1',
  effectiveOn: '2023-07-01',
  children: { 7: 'A', 8: 'A' },
  carry: { 'lan 1 officer': 0, 'tho 9 officer': 0, 'nam 2 reader': 5 },
}

test('each kind of change takes as many units as it needs, and what was typed stays', () => {
  const merge = withKind(draft, 'merge')
  assert.equal(merge.into.length, 1)
  const typed = { ...merge, into: merge.into.map((target) => ({ ...target, code: 'A' })) }
  const split = withKind(typed, 'split')
  assert.deepEqual([split.from.length, split.into.map(({ code }) => code)], [1, ['A', '']])
  assert.equal(new Set(split.into.map(({ key }) => key)).size, 2)
  assert.deepEqual(withKind(split, 'abolish').into, [])
})

test('only units below a code that ends are sent, and roles of the old units only', () => {
  const merge = withKind(draft, 'merge')
  const typed = { ...merge, into: merge.into.map((target) => ({ ...target, code: 'A' })) }
  assert.deepEqual(
    endingUnits(typed).map(({ code }) => code),
    ['B'],
  )
  const body = bodyOf(typed, [8])
  assert.deepEqual(body.children, [{ unitId: 8, parentCode: 'A' }])
  assert.deepEqual(body.carryRoles, [{ personId: 'lan', unitId: 1, role: 'officer', into: 0 }])
})
