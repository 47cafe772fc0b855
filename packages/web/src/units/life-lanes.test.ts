import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { UnitLife } from '@loa/contract/units'
import { placed } from './hai-duong-tiles.ts'
import { lanesOf } from './life-lanes.ts'

const unit = (
  id: number,
  validFrom: string | null,
  validTo: string | null,
  side: UnitLife['units'][number]['side'] = 'before',
): UnitLife['units'][number] => ({
  id,
  code: String(id),
  name: String(id),
  fullName: String(id),
  type: 'xa',
  parentCode: null,
  validFrom,
  validTo,
  side,
})
const follows = (from: number, to: number | null, effectiveOn: string): UnitLife['successions'][number] => ({
  from,
  to,
  kind: 'merge',
  share: 'full',
  act: '',
  effectiveOn,
  changeId: null,
  byHand: false,
})

test('a life without branches is one line from before the records until now', () => {
  const units = [
    unit(1, null, '2024-12-31'),
    unit(2, '2025-01-01', '2025-06-30', 'self'),
    unit(3, '2025-07-01', null, 'after'),
  ]
  const { lanes, days, bars } = lanesOf({
    units,
    successions: [follows(1, 2, '2025-01-01'), follows(2, 3, '2025-07-01')],
  })
  assert.equal(lanes, 1)
  assert.deepEqual(days, ['2025-01-01', '2025-07-01'])
  assert.deepEqual(
    bars.map(({ from, to }) => [from, to]),
    [
      [0, 1],
      [1, 2],
      [2, 3],
    ],
  )
})

test('two that were merged come from two lanes, and what was divided goes on in two', () => {
  const units = [
    unit(1, null, '2025-06-30'),
    unit(2, null, '2025-06-30'),
    unit(3, '2025-07-01', '2026-04-29', 'self'),
    unit(4, '2026-04-30', null, 'after'),
    unit(5, '2026-04-30', null, 'after'),
  ]
  const { lanes, bars } = lanesOf({
    units,
    successions: [
      follows(1, 3, '2025-07-01'),
      follows(2, 3, '2025-07-01'),
      follows(3, 4, '2026-04-30'),
      follows(3, 5, '2026-04-30'),
    ],
  })
  assert.equal(lanes, 2)
  assert.deepEqual(
    bars.map(({ unit: { id }, lane }) => [id, lane]),
    [
      [1, 0],
      [2, 1],
      [3, 0],
      [4, 0],
      [5, 1],
    ],
  )
})

test('no two units share a lane on one day', () => {
  const units = [
    unit(1, null, null, 'self'),
    unit(2, null, '2025-06-30'),
    unit(3, '2020-01-01', '2025-06-30'),
  ]
  const { bars } = lanesOf({ units, successions: [] })
  assert.equal(new Set(bars.map(({ lane }) => lane)).size, 3)
})

test('the twelve districts of Hải Dương have a place each, as areas and as committees; other units have none', () => {
  const codes = ['288', '290', '291', '292', '293', '294', '295', '296', '297', '298', '299', '300']
  const areas = placed(
    codes.map((code) => ({ code })),
    '30',
  )
  assert.equal(new Set(areas.map.map(({ column, row }) => `${column} ${row}`)).size, 12)
  const bodies = placed(
    [...codes.map((code) => ({ code: `HD-${code}-UBND` })), { code: 'HD-SVHTTDL' }],
    'HD-UBND',
  )
  assert.deepEqual([bodies.map.length, bodies.rest], [12, [{ code: 'HD-SVHTTDL' }]])
  assert.equal(
    placed(
      codes.map((code) => ({ code })),
      '01',
    ).map.length,
    0,
  )
})
