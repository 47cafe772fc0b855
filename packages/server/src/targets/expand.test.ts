import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TargetException, TargetRule } from '@loa/contract/targets'
import fc from 'fast-check'
import { applyChanges, difference, type Standing } from './difference.ts'
import { expand, type Ground, timesOf } from './expand.ts'

const everybody = {
  types: [],
  belowUnitId: null,
  words: '',
  areas: [],
  exceptUnitIds: [],
  extraUnitIds: [],
}
const rule: TargetRule = {
  units: everybody,
  facility: null,
  indicator: 'loudspeaker.item',
  topics: [],
  amount: 2,
  per: 'week',
  eachTopic: false,
  from: null,
  to: null,
}
const stations = new Set([1, 2, 3])
const ground: Ground = {
  units: [1, 2, 3, 4],
  topics: [11, 12, 13],
  indicators: [
    { code: 'loudspeaker.item', aggregation: 'sum', decimals: 0 },
    { code: 'visual.banner', aggregation: 'sum', decimals: 0 },
    { code: 'car.vehicle', aggregation: 'distinct', decimals: 0 },
  ],
  period: { from: '2023-06-01', to: '2023-06-30' },
  reach: ({ facility }) => (facility === 'station' ? stations : new Set([1, 2, 3, 4])),
}
const amounts = (rules: TargetRule[], exceptions: TargetException[] = []) =>
  expand({ rules, exceptions }, ground).targets.map(({ unitId, indicator, amount }) => [
    unitId,
    indicator,
    amount,
  ])

test('every commune with a station, twice a week: five weeks that have begun make ten', () => {
  assert.deepEqual(amounts([{ ...rule, facility: 'station' }]), [
    [1, 'loudspeaker.item', 10],
    [2, 'loudspeaker.item', 10],
    [3, 'loudspeaker.item', 10],
  ])
})

test('each of two topics as often: twice as much, and the topics stay with the number', () => {
  const [target] = expand(
    { rules: [{ ...rule, topics: [12, 11], eachTopic: true }], exceptions: [] },
    ground,
  ).targets
  assert.equal(target?.amount, 20)
  assert.deepEqual(target?.parts, [{ topics: [11, 12], amount: 20 }])
})

test('days, weeks and months that have begun are counted, both ends included', () => {
  const times = (per: TargetRule['per'], from: string, to: string) =>
    timesOf({ per, from, to }, ground.period)
  assert.equal(times('day', '2024-02-28', '2024-03-01'), 3)
  assert.equal(times('week', '2023-06-01', '2023-06-07'), 1)
  assert.equal(times('week', '2023-06-01', '2023-06-08'), 2)
  assert.equal(times('month', '2023-01-31', '2023-03-01'), 2)
  assert.equal(times('once', '2023-01-31', '2023-01-01'), 1)
  assert.equal(times('week', '2023-06-08', '2023-06-01'), null)
})

test('the later rule stands where two name the same topics, and they add up where they name others', () => {
  assert.deepEqual(amounts([rule, { ...rule, per: 'once', amount: 7 }])[0], [1, 'loudspeaker.item', 7])
  assert.deepEqual(amounts([rule, { ...rule, per: 'once', amount: 7, topics: [11] }])[0], [
    1,
    'loudspeaker.item',
    17,
  ])
})

test('what is no sum is never added up, whatever topics the rules name', () => {
  const cars: TargetRule = { ...rule, indicator: 'car.vehicle', per: 'once', amount: 2 }
  assert.deepEqual(amounts([cars, { ...cars, topics: [11], amount: 3 }])[0], [1, 'car.vehicle', 3])
})

test('a rule that cannot be worked out says why and asks nothing of anybody', () => {
  const trouble = (change: Partial<TargetRule>, on: Ground = ground) => {
    const { rules, targets } = expand({ rules: [{ ...rule, ...change }], exceptions: [] }, on)
    assert.deepEqual(targets, [])
    return rules[0]?.trouble
  }
  assert.equal(trouble({ indicator: 'led.airing' }), 'strange-indicator')
  assert.equal(trouble({ topics: [99] }), 'strange-topic')
  assert.equal(trouble({ amount: 0.3 }, { ...ground, topics: [11] }), 'decimals')
  assert.equal(trouble({}, { ...ground, period: { from: null, to: null } }), 'no-period')
  assert.equal(trouble({}, { ...ground, reach: () => new Set() }), 'no-units')
})

test('an exception stands against all rules; null asks nothing of the unit', () => {
  const reason = 'Xã có hai đài'
  assert.deepEqual(
    amounts(
      [rule],
      [
        { unitId: 2, indicator: 'loudspeaker.item', amount: 30, reason },
        { unitId: 3, indicator: 'loudspeaker.item', amount: null, reason },
        { unitId: 4, indicator: 'visual.banner', amount: 0, reason },
      ],
    ),
    [
      [1, 'loudspeaker.item', 10],
      [2, 'loudspeaker.item', 30],
      [4, 'loudspeaker.item', 10],
      [4, 'visual.banner', 0],
    ],
  )
})

const codes = ground.indicators.map(({ code }) => code)
const anyRule = fc.record({
  units: fc.constant(everybody),
  facility: fc.constantFrom(null, 'station' as const),
  indicator: fc.constantFrom(...codes),
  topics: fc.subarray([11, 12, 13]),
  amount: fc.integer({ min: 1, max: 50 }),
  per: fc.constantFrom('once' as const, 'day' as const, 'week' as const, 'month' as const),
  eachTopic: fc.boolean(),
  from: fc.constantFrom(null, '2023-06-05'),
  to: fc.constantFrom(null, '2023-06-20'),
})
const anyException = fc.record({
  unitId: fc.constantFrom(1, 2, 3, 4),
  indicator: fc.constantFrom(...codes),
  amount: fc.option(fc.integer({ min: 0, max: 99 })),
  reason: fc.constant('Lý do'),
})
const anyPlan = fc.record({
  rules: fc.array(anyRule, { maxLength: 6 }),
  exceptions: fc.uniqueArray(anyException, {
    maxLength: 6,
    selector: ({ unitId, indicator }) => `${unitId} ${indicator}`,
  }),
})

test('whatever the plan: only reached units are asked, an exception always wins, the parts are the whole', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const { targets } = expand(plan, ground)
      for (const { unitId, indicator, amount, parts, isException } of targets) {
        const exception = plan.exceptions.find(
          (each) => each.unitId === unitId && each.indicator === indicator,
        )
        assert.equal(isException, exception !== undefined)
        if (exception) assert.equal(amount, exception.amount)
        else
          assert.ok(plan.rules.some((each) => each.indicator === indicator && ground.reach(each).has(unitId)))
        if (parts.length > 0)
          assert.equal(
            parts.reduce((sum, part) => sum + part.amount, 0),
            amount,
          )
      }
      for (const { unitId, indicator, amount } of plan.exceptions)
        assert.equal(
          targets.some((each) => each.unitId === unitId && each.indicator === indicator),
          amount !== null,
        )
    }),
    { numRuns: 500 },
  )
})

test('whatever was published one after the other: the differences sum up to the last plan, and touch nobody else', () => {
  const words = (targets: Standing[]) =>
    targets.map(({ unitId, indicator, amount }) => `${unitId} ${indicator} ${amount}`).sort()
  fc.assert(
    fc.property(fc.array(anyPlan, { minLength: 1, maxLength: 6 }), (plans) => {
      let standing: Standing[] = []
      const sums = new Map<string, number>()
      for (const plan of plans) {
        const { targets } = expand(plan, ground)
        const changes = difference(standing, targets)
        for (const { unitId, indicator, before, after } of changes) {
          const cell = `${unitId} ${indicator}`
          assert.equal(before ?? 0, sums.get(cell) ?? 0)
          sums.set(cell, (sums.get(cell) ?? 0) + (after ?? 0) - (before ?? 0))
        }
        standing = applyChanges(standing, changes)
        assert.deepEqual(words(standing), words(targets))
        assert.deepEqual(difference(standing, targets), [])
      }
      for (const { unitId, indicator, amount } of standing)
        assert.equal(sums.get(`${unitId} ${indicator}`) ?? 0, amount)
    }),
    { numRuns: 300 },
  )
})
