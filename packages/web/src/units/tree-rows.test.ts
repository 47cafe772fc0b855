import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { UnitNode } from '@loa/contract/units'
import { rowsOf, stepOf, typedTo } from './tree-rows.ts'

const node = (code: string, fullName: string, children = 0, parentCode: string | null = null): UnitNode => ({
  id: code.length,
  code,
  validFrom: null,
  validTo: null,
  name: fullName,
  fullName,
  type: 'xa',
  parentCode,
  children,
})

const branches = new Map([
  [null, [node('30', 'Tỉnh Hải Dương', 2), node('31', 'Thành phố Hải Phòng', 1)]],
  ['30', [node('288', 'Thành phố Hải Dương', 1, '30'), node('291', 'Huyện Nam Sách', 0, '30')]],
])
const codes = (open: string[]) =>
  rowsOf(branches, new Set(open)).map(({ unit, level }) => `${level}:${unit.code}`)
const rows = rowsOf(branches, new Set(['30']))

test('what is below a closed unit is not shown, nor what is not loaded yet', () => {
  assert.deepEqual(codes([]), ['1:30', '1:31'])
  assert.deepEqual(codes(['30', '31', '291']), ['1:30', '2:288', '2:291', '1:31'])
})

test('right opens, then goes in; left goes out to the parent, and closes it', () => {
  assert.deepEqual(stepOf(rows, '31', 'ArrowRight'), { open: '31' })
  assert.deepEqual(stepOf(rows, '30', 'ArrowRight'), { to: '288' })
  assert.deepEqual(stepOf(rows, '288', 'ArrowLeft'), { to: '30' })
  assert.deepEqual(stepOf(rows, '30', 'ArrowLeft'), { close: '30' })
  assert.equal(stepOf(rows, '291', 'ArrowRight'), null)
})

test('up, down, Home and End walk the rows that are shown', () => {
  assert.deepEqual(stepOf(rows, '291', 'ArrowDown'), { to: '31' })
  assert.equal(stepOf(rows, '31', 'ArrowDown'), null)
  assert.deepEqual(stepOf(rows, '31', 'Home'), { to: '30' })
  assert.deepEqual(stepOf(rows, '30', 'End'), { to: '31' })
})

test('letters without tone marks go to the next name that begins with them, round the end', () => {
  assert.equal(typedTo(rows, '30', 't'), '288')
  assert.equal(typedTo(rows, '288', 't'), '31')
  assert.equal(typedTo(rows, '31', 't'), '30')
  assert.equal(typedTo(rows, '31', 'huyen n'), '291')
  assert.equal(typedTo(rows, '31', 'q'), null)
})
