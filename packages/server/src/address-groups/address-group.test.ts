import assert from 'node:assert/strict'
import { test } from 'node:test'
import { GroupQuery, outReasons } from '@loa/contract/address-groups'
import type { Unit } from '@loa/contract/units'
import fc from 'fast-check'
import { bodiesBy, cleanPhrase, type Ground, membersOf } from './address-group.ts'
import { areaKindOf } from './area-kind.ts'

const unit = (id: number, code: string, more: Partial<Unit> = {}): Ground['units'][number] => ({
  id,
  code,
  name: code,
  fullName: `Xã ${code}`,
  type: 'xa',
  parentCode: 'H',
  validFrom: null,
  validTo: null,
  isNamed: true,
  ...more,
})

const units = [
  unit(1, 'H', { type: 'huyen', parentCode: null, fullName: 'Huyện H' }),
  unit(2, 'A'),
  unit(3, 'B', { validTo: '2024-12-31' }),
  unit(4, 'C', { validFrom: '2025-01-01' }),
  unit(5, 'P', { type: 'phuong', fullName: 'Phường P' }),
  unit(6, 'K', { parentCode: null }),
  unit(7, 'A2', { validTo: '2022-12-31' }),
]
const on = '2023-05-22'
const ground: Ground = { on, units, bodyOf: bodiesBy([{ from: 7, to: 2 }]) }
const asked = (query: Parameters<typeof GroupQuery.parse>[0], day = on) => {
  const members = membersOf(GroupQuery.parse(query), { ...ground, on: day })
  const said = (list: typeof members.in) => list.map(({ code, why }) => `${code} ${why}`)
  return { in: said(members.in), out: said(members.out) }
}

test('in are those that all conditions hold for on the day; out, with its reason, who fails one only', () => {
  assert.deepEqual(asked({ types: ['xa'], belowUnitId: 1 }), {
    in: ['A query', 'B query'],
    out: ['C not-yet', 'P type', 'K below'],
  })
  assert.deepEqual(asked({ types: ['xa'], belowUnitId: 1 }, '2025-05-01').out, [
    'B ended',
    'P type',
    'K below',
  ])
})

test('a unit excepted by hand is out, one named by hand is in; both stay so under a new name', () => {
  assert.deepEqual(asked({ types: ['xa'], belowUnitId: 1, exceptUnitIds: [7], extraUnitIds: [6] }), {
    in: ['B query', 'K extra'],
    out: ['A except', 'C not-yet', 'P type'],
  })
})

test('without a condition nobody is meant but those named by hand', () => {
  assert.deepEqual(asked({ extraUnitIds: [5, 4] }), { in: ['P extra'], out: ['C not-yet'] })
})

test('one condition alone does not call the rest of the directory a near miss', () => {
  assert.deepEqual(asked({ types: ['phuong'] }), { in: ['P query'], out: [] })
})

test('the kind of area is that of the unit or of the name it ends in', () => {
  const kind = (fullName: string, type = 'commune-committee') => areaKindOf({ type, fullName })
  assert.equal(kind('Ủy ban nhân dân xã Hợp Tiến'), 'xa')
  assert.equal(kind('Đài truyền thanh thị trấn Nam Sách'), 'thi-tran')
  assert.equal(kind('Phòng Văn hóa và Thông tin thành phố Hải Dương'), 'thanh-pho')
  assert.equal(kind('Phòng Văn hóa - Xã hội phường Sài Gòn'), 'phuong')
  assert.equal(kind('Phòng Văn hóa - Xã hội'), null)
  assert.equal(kind('Ủy ban nhân dân quận 1'), 'quan')
  assert.equal(kind('Xã Hợp Tiến', 'xa'), 'xa')
  assert.equal(kind('Thành phố Hà Nội', 'thanh-pho-tw'), 'thanh-pho')
})

test('phrases are the same without the signs that close them', () => {
  assert.equal(cleanPhrase(' Các xã,  phường\nven sông ; '), 'Các xã, phường ven sông')
})

test('whatever is asked, nobody is both in and out, who is in is there on the day, and each reason is true', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 })
  const anyQuery = fc.record({
    types: fc.subarray(['xa', 'phuong', 'huyen']),
    belowUnitId: fc.constantFrom(1, 6, null),
    words: fc.constantFrom('', 'xa'),
    areas: fc.subarray(['xa', 'phuong'] as const),
    exceptUnitIds: ids,
    extraUnitIds: ids,
  })
  fc.assert(
    fc.property(anyQuery, fc.constantFrom('2020-01-01', on, '2025-01-01'), (input, day) => {
      const members = membersOf(GroupQuery.parse(input), { ...ground, on: day })
      const inside = new Set(members.in.map(({ id }) => id))
      for (const { id, validFrom, validTo } of members.in)
        assert.ok(
          (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo),
          String(id),
        )
      for (const { id, why, validFrom, validTo } of members.out) {
        assert.ok(!inside.has(id))
        assert.ok(outReasons.some((reason) => reason === why))
        assert.equal(why === 'ended', validTo !== null && validTo < day)
        assert.equal(why === 'not-yet', validFrom !== null && validFrom > day)
        if (why === 'except')
          assert.ok(input.exceptUnitIds.some((each) => ground.bodyOf(each) === ground.bodyOf(id)))
      }
    }),
  )
})
