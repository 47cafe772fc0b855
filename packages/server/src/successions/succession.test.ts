import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Problem } from '@loa/contract/problem'
import type { Target } from '@loa/contract/successions'
import { successionKinds, type Unit } from '@loa/contract/units'
import fc from 'fast-check'
import { refused } from '../testing/problems.ts'
import { carriedOut, change, day, isThere, plan, smallDirectory } from './testing/small-directory.ts'

const begun = (code: string, more: Partial<Target> = {}) => ({
  code,
  name: code,
  fullName: `Xã ${code}`,
  type: 'xa',
  parentCode: 'H1',
  ...more,
})

test('a merge ends each of the old units and begins one, which follows all of them whole', () => {
  const made = plan(
    smallDirectory(),
    change({ kind: 'merge', from: [4, 5], into: [begun('X1', { fullName: 'Xã Mới' })] }),
  )
  assert.deepEqual(
    made.ends.map(({ code }) => code),
    ['X1', 'X2'],
  )
  assert.deepEqual(
    made.begins.map(({ code, fullName }) => [code, fullName]),
    [['X1', 'Xã Mới']],
  )
  assert.deepEqual(
    made.successions.map(({ from, share }) => [from, share]),
    [
      [4, 'full'],
      [5, 'full'],
    ],
  )
})

test('a unit may be merged into one that goes on as it is', () => {
  const made = plan(smallDirectory(), change({ kind: 'merge', from: [4], into: [{ unitId: 5 }] }))
  assert.deepEqual(made.begins, [])
  assert.deepEqual(made.successions, [{ from: 4, to: { unitId: 5 }, kind: 'merge', share: 'full' }])
})

test('a split says of each part whether it takes the whole or a part, and only one can take the whole', async () => {
  const parts = (share: Target['share']) =>
    change({ kind: 'split', from: [4], into: [begun('X8', { share: 'full' }), begun('X9', { share })] })
  assert.deepEqual(
    plan(smallDirectory(), parts('partial')).successions.map(({ share }) => share),
    ['full', 'partial'],
  )
  await refused(() => plan(smallDirectory(), parts('full')), 'succession.wrong-shape')
})

test('a new name keeps the parent, a new parent keeps the name, and nothing new is said', async () => {
  const renamed = plan(
    smallDirectory(),
    change({ kind: 'rename', from: [4], into: [begun('X1', { fullName: 'Xã Hòa Bình', parentCode: 'H2' })] }),
  )
  assert.deepEqual(
    renamed.begins.map(({ fullName, parentCode }) => [fullName, parentCode]),
    [['Xã Hòa Bình', 'H1']],
  )
  const moved = plan(smallDirectory(), change({ kind: 're-parent', from: [4], into: [{ parentCode: 'H2' }] }))
  assert.deepEqual(
    moved.begins.map(({ fullName, parentCode }) => [fullName, parentCode]),
    [['Xã X1', 'H2']],
  )
  await refused(
    () => plan(smallDirectory(), change({ kind: 're-parent', from: [4], into: [{ parentCode: 'H1' }] })),
    'succession.nothing-changes',
  )
})

test('a code that another unit has on the day or later is refused, with the name of who has it', async () => {
  const problem = await refused(
    () => plan(smallDirectory(), change({ kind: 'rename', from: [4], into: [begun('X3')] })),
    'succession.code-taken',
  )
  assert.deepEqual(problem.places, [{ path: 'X3', message: 'Xã X3' }])
})

test('children of a unit whose code ends must be told where they go; all that were forgotten are named', async () => {
  const problem = await refused(
    () =>
      plan(
        smallDirectory(),
        change({ kind: 'abolish', from: [2], children: [{ unitId: 4, parentCode: 'H2' }] }),
      ),
    'succession.children-left',
  )
  assert.deepEqual(
    problem.places.map(({ path }) => path),
    ['X2'],
  )
  const whole = change({
    kind: 'abolish',
    from: [2],
    children: [4, 5].map((unitId) => ({ unitId, parentCode: 'H2' })),
  })
  assert.deepEqual(
    plan(smallDirectory(), whole).moves.map(({ unit, parentCode }) => [unit.code, parentCode]),
    [
      ['X1', 'H2'],
      ['X2', 'H2'],
    ],
  )
})

test('where the code lives on, the children stay below it', () => {
  const made = plan(
    smallDirectory(),
    change({
      kind: 'merge',
      from: [2, 3],
      into: [begun('H1', { parentCode: 'T' })],
      children: [6, 7].map((unitId) => ({ unitId, parentCode: 'H1' })),
    }),
  )
  assert.deepEqual(
    made.moves.map(({ unit }) => unit.code),
    ['X3', 'X4'],
  )
})

test('a parent must be there on the day, and nobody comes to stand below itself', async () => {
  await refused(
    () => plan(smallDirectory(), change({ kind: 're-parent', from: [4], into: [{ parentCode: 'H9' }] })),
    'succession.parent-missing',
  )
  await refused(
    () => plan(smallDirectory(), change({ kind: 're-parent', from: [1], into: [{ parentCode: 'X1' }] })),
    'succession.loop',
  )
})

test('a unit with a later act already written is left alone until that is undone', async () => {
  const directory = smallDirectory().map((each) =>
    each.id === 4 ? { ...each, validTo: '2024-12-31' } : each,
  )
  await refused(() => plan(directory, change({ kind: 'abolish', from: [4] })), 'succession.unit-not-there')
})

test('a day further off than five years back or two ahead is a slip of the pen', async () => {
  for (const effectiveOn of ['2203-07-01', '2001-07-01'])
    await refused(
      () => plan(smallDirectory(), change({ kind: 'abolish', from: [4], effectiveOn })),
      'succession.day-out-of-reach',
    )
})

/** Acts as people might write them, right or wrong, one after the other. */
const anyAct = fc.record({
  kind: fc.constantFrom(...successionKinds),
  from: fc.uniqueArray(fc.nat(11), { minLength: 1, maxLength: 3 }),
  codes: fc.uniqueArray(fc.constantFrom('own', 'X1', 'X8', 'X9', 'H8', 'N1', 'N2'), {
    minLength: 2,
    maxLength: 3,
  }),
  parent: fc.constantFrom('T', 'H1', 'H2', 'H8', 'X1', null),
  offset: fc.integer({ min: -900, max: 700 }),
})

/** As many units on either side as the kind of act takes. */
const shapeOf = (kind: (typeof successionKinds)[number], ids: number[], codes: string[]) => {
  if (kind === 'merge') return [ids, codes.slice(0, 1)] as const
  if (kind === 'abolish') return [ids, []] as const
  return [ids.slice(0, 1), kind === 'split' ? codes : codes.slice(0, 1)] as const
}

const days = ['2019-01-01', '2021-03-05', day, '2024-01-01', '2025-06-01', '2030-01-01']

test('after any acts that are let through, a code means one unit a day, every parent is there and no circle closes', () => {
  let accepted = 0
  fc.assert(
    fc.property(fc.array(anyAct, { minLength: 1, maxLength: 6 }), (acts) => {
      let directory = smallDirectory()
      for (const act of acts) {
        const effectiveOn = Temporal.PlainDate.from(day).add({ days: act.offset }).toString()
        const ids = [...new Set(act.from.map((at) => directory[at % directory.length]?.id ?? 0))]
        const [from, codes] = shapeOf(act.kind, ids, act.codes)
        const ownCode = directory.find(({ id }) => id === from[0])?.code ?? ''
        const wanted = change({
          kind: act.kind,
          from: [...from],
          into: codes.map((code) => ({
            ...begun(code === 'own' ? ownCode : code),
            parentCode: act.parent,
            share: 'partial' as const,
          })),
          effectiveOn,
          children: directory
            .filter(
              (each) =>
                isThere(each, effectiveOn) &&
                directory.some(({ id, code }) => from.includes(id) && code === each.parentCode),
            )
            .map(({ id }) => ({ unitId: id, parentCode: act.parent ?? 'T' })),
        })
        const before = directory
        try {
          directory = carriedOut(directory, plan(directory, wanted), effectiveOn)
          accepted++
        } catch (error) {
          if (!(error instanceof Problem)) throw error
          continue
        }
        for (const on of days.filter((each) => each < effectiveOn))
          assert.deepEqual(treeOn(directory, on), treeOn(before, on), 'days before the act are as they were')
        for (const on of [...days, effectiveOn]) checkDay(directory, on)
      }
    }),
    { numRuns: 500 },
  )
  assert.ok(accepted > 200, `only ${accepted} acts were let through: the test would say little`)
})

const treeOn = (directory: Unit[], on: string) =>
  directory
    .filter((each) => isThere(each, on))
    .map(({ code, parentCode, fullName }) => `${code} ${parentCode} ${fullName}`)
    .sort()

const checkDay = (directory: Unit[], on: string) => {
  const there = directory.filter((each) => isThere(each, on))
  const parents = new Map(there.map(({ code, parentCode }) => [code, parentCode]))
  assert.equal(parents.size, there.length, `a code means two units on ${on}`)
  for (const { code, parentCode } of there) {
    assert.ok(parentCode === null || parents.has(parentCode), `${code} has no parent on ${on}`)
    let above = parentCode
    for (let steps = 0; above !== null; steps++) {
      assert.ok(steps < 50, `circle at ${code}`)
      above = parents.get(above) ?? null
    }
  }
}
