import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Compared, compare, type Difference } from './difference.ts'
import type { FileMapping } from './mapping.ts'
import type { DirectoryRow, FileRow } from './place-code.ts'
import { keyOf, overlap, type Span } from './span.ts'

/** `code, name, parent, from, to, merged into`; type is that of a body. */
const span = ([code = '', name = '', parent = '', from = '', to = '']: string[]): Span => ({
  code,
  name,
  fullName: name,
  type: 'department',
  parentCode: parent || null,
  validFrom: from || null,
  validTo: to || null,
})
const directory = (...rows: string[]): DirectoryRow[] =>
  rows.map((row, at) => ({ id: at + 1, ...span(row.split(',')) }))
const file = (...rows: string[]): FileRow[] =>
  rows.map((row, at) => ({
    ...span(row.split(',')),
    file: 1,
    line: at + 2,
    mergedInto: row.split(',')[5] ?? '',
    trouble: null,
    about: '',
  }))
const mapping = (...rows: string[]): FileMapping[] =>
  rows.map((row, at) => {
    const [oldCode = '', newCode = '', share] = row.split(',')
    return {
      file: 2,
      line: at + 2,
      oldCode,
      newCode,
      share: share === 'partial' ? 'partial' : 'full',
      trouble: null,
      about: '',
    }
  })
const differ = (given: Partial<Compared>) =>
  compare({ rows: [], mappings: [], directory: [], known: [], ...given })

const said = ({ verdicts }: Difference) =>
  [...verdicts].map(([{ line }, { verdict, detail }]) => [line, verdict, detail].filter(Boolean).join(' '))
const saidOfMappings = ({ mappingVerdicts }: Difference) =>
  [...mappingVerdicts].map(([{ line }, { verdict, detail }]) =>
    [line, verdict, detail].filter(Boolean).join(' '),
  )
const succeeded = ({ successions }: Difference) =>
  successions.map(
    ({ from, to, kind, share, effectiveOn }) =>
      `${from.code} ${kind} ${share} ${to?.code ?? '–'} ${effectiveOn}`,
  )

test('a unit that is not there is added, one that is there with the same words is the same', () => {
  const found = differ({ directory: directory('S,Sở'), rows: file('S,Sở', 'P,Phòng,S') })
  assert.deepEqual(said(found), ['2 same', '3 add'])
  assert.deepEqual(succeeded(found), [])
})

test('a file that knows the last day of a unit ends it; a unit that the file does not mention stays', () => {
  const found = differ({ directory: directory('S,Sở', 'T,Ty'), rows: file('S,Sở,,,2025-06-30') })
  assert.deepEqual(said(found), ['2 end'])
  assert.deepEqual(
    found.ended.map(({ id, span: { validTo } }) => [id, validTo]),
    [[1, '2025-06-30']],
  )
  assert.deepEqual(succeeded(found), ['S abolish full – 2025-07-01'])
})

test('a code with a later first day ends the older row the day before: a rename, or a new superior', () => {
  const renamed = differ({ directory: directory('S,Sở'), rows: file('S,Sở Mới,,2025-03-01') })
  assert.deepEqual(said(renamed), ['2 change'])
  assert.equal(renamed.ended[0]?.span.validTo, '2025-02-28')
  assert.deepEqual(succeeded(renamed), ['S rename full S 2025-03-01'])

  const moved = differ({
    directory: directory('A,Bộ', 'B,Tỉnh', 'S,Sở,A'),
    rows: file('S,Sở,B,2025-03-01'),
  })
  assert.deepEqual(succeeded(moved), ['S re-parent full S 2025-03-01'])
})

test('the code of an area given to another one makes no successor of it; a person is asked', () => {
  const found = differ({ directory: directory('00004,Trúc Bạch'), rows: file('00004,Ba Đình,,2025-07-01') })
  assert.deepEqual(succeeded(found), ['00004 abolish full – 2025-07-01'])
})

test('several into one is a merge, one into several a split, one into one a rename', () => {
  const found = differ({
    rows: file(
      'A,Xã A,,,2025-06-30,N',
      'B,Xã B,,,2025-06-30,N',
      'C,Xã C,,,2025-06-30,M;N',
      'D,Xã D,,,2025-06-30,O',
      'N,Xã N,,2025-07-01',
      'M,Xã M,,2025-07-01',
      'O,Xã O,,2025-07-01',
    ),
  })
  assert.deepEqual(succeeded(found), [
    'A merge full N 2025-07-01',
    'B merge full N 2025-07-01',
    'C split partial M 2025-07-01',
    'C split partial N 2025-07-01',
    'D rename full O 2025-07-01',
  ])
})

test('a successor may begin after a gap; then it follows from its first day on', () => {
  const found = differ({ rows: file('A,Phường 24,,,2024-12-31,A', 'A,Phường 14,,2025-03-01') })
  assert.deepEqual(succeeded(found), ['A rename full A 2025-03-01'])
})

test('a mapping says who follows, also whom a unit follows that had ended months before', () => {
  const rows = file(
    'A,Xã A,,,2025-06-30',
    'B,Xã B,,,2025-02-28',
    'N,Xã N,,2025-07-01',
    'M,Xã M,,2025-07-01,2026-04-29,M',
    'M,Phường M,,2026-04-30',
  )
  const found = differ({ rows, mappings: mapping('A,N,partial', 'A,M,partial', 'B,M,full') })
  assert.deepEqual(saidOfMappings(found), ['2 add', '3 add', '4 add'])
  assert.deepEqual(succeeded(found), [
    'A split partial N 2025-07-01',
    'A split partial M 2025-07-01',
    'B merge full M 2025-07-01',
    'M rename full M 2026-04-30',
  ])
})

test('a row of a mapping that names no unit, or other days, keeps its old unit out', () => {
  const rows = file(
    'A,Xã A,,,2025-06-30',
    'B,Xã B,,,2025-06-30',
    'C,Xã C',
    'N,Xã N,,2025-07-01',
    'E,Xã E,,2024-01-01',
  )
  const mappings = mapping('A,N', 'A,X', 'B,N', 'C,N', 'Y,N', 'B,E')
  const found = differ({ rows, mappings })
  assert.deepEqual(saidOfMappings(found).toSorted(), [
    '2 problem same-old-code',
    '3 problem new-unknown',
    '4 problem same-old-code',
    '5 problem old-still-there',
    '6 problem old-unknown',
    '7 problem new-other-day',
  ])
  assert.deepEqual(said(found), ['2 problem mapping', '3 problem mapping', '4 add', '5 add', '6 add'])
})

test('what is wrong with a row is named: days the wrong way, doubled, other words, other end, days taken', () => {
  const found = differ({
    directory: directory('O,Sở', 'E,Sở,,,2024-12-31', 'K,Sở,,2025-01-01'),
    rows: file(
      'A,Sở,,2025-02-01,2025-01-01',
      'D,Sở,,,2025-06-30',
      'D,Sở Mới,,2025-06-30',
      'O,Ty',
      'E,Sở,,,2025-06-30',
      'K,Sở Cũ,,2024-01-01',
    ),
  })
  assert.deepEqual(said(found).toSorted(), [
    '2 problem to-before-from',
    '3 problem doubled',
    '4 problem doubled',
    '5 problem other-words',
    '6 problem other-end',
    '7 problem overlap',
  ])
  assert.deepEqual([found.added, found.ended, found.successions], [[], [], []])
})

test('a superior must be there on each day of the unit, and nobody stands below themselves', () => {
  const found = differ({
    directory: directory('S,Sở,,2025-01-01'),
    rows: file('A,Phòng,X', 'B,Phòng,S', 'C,Phòng,S,2025-02-01', 'L,Sở,M', 'M,Sở,K', 'K,Sở,L', 'N,Phòng,K'),
  })
  assert.deepEqual(said(found), [
    '2 problem parent-missing',
    '3 problem parent-days',
    '4 add',
    '5 problem loop',
    '6 problem loop',
    '7 problem loop',
    '8 problem parent-missing',
  ])
})

test('a loop counts only on days that its steps share', () => {
  const found = differ({
    rows: file('A,Sở,,,2024-12-31', 'A,Sở,B,2025-01-01', 'B,Sở,A,,2024-12-31', 'B,Sở,,2025-01-01'),
  })
  assert.deepEqual(
    [...found.verdicts.values()].map(({ verdict }) => verdict),
    ['add', 'add', 'add', 'add'],
  )
})

test('what hangs on a row that is kept out is kept out too', () => {
  const found = differ({
    directory: directory('T,Ty'),
    rows: file('A,Sở,X', 'B,Phòng,A', 'C,Tổ,B', 'T,Ty,,,2025-06-30,N', 'N,Ty Mới,A,2025-07-01'),
  })
  assert.deepEqual(said(found), [
    '2 problem parent-missing',
    '3 problem parent-missing',
    '4 problem parent-missing',
    '5 problem successor-missing',
    '6 problem parent-missing',
  ])
  assert.deepEqual([found.added, found.ended, found.successions], [[], [], []])
})

test('a list without first days is about the units that are there, and does not begin them anew', () => {
  const found = differ({
    directory: directory('S,Sở,,2025-07-01', 'P,Phòng,S,2025-07-01'),
    rows: file('S,Sở', 'P,Phòng,S,,2025-12-31'),
  })
  assert.deepEqual(said(found), ['2 same', '3 end'])
})

const days = ['', '2025-01-01', '2025-03-01', '2025-06-01', '2025-09-01']
const ends = ['', '2025-02-28', '2025-05-31', '2025-08-31']
const word = fc.constantFrom('A', 'B', 'C', 'D')
const row = fc
  .tuple(
    word,
    fc.constantFrom('Sở', 'Ty'),
    fc.constantFrom('', 'A', 'B', 'C', 'D', 'X'),
    fc.constantFrom(...days),
    fc.constantFrom(...ends),
    fc.constantFrom('', 'A', 'B', 'A;C', 'X'),
  )
  .map((parts) => parts.join(','))
const links = fc
  .tuple(fc.constantFrom('A', 'B', 'X'), word, fc.constantFrom('full', 'partial'))
  .map((parts) => parts.join(','))

/** Writes the difference into a directory, as the SQL does. */
const applied = (before: DirectoryRow[], { added, ended }: Difference): DirectoryRow[] => {
  const closed = new Map(ended.map(({ id, span: { validTo } }) => [id, validTo]))
  return [
    ...before.map((unit) => ({ ...unit, validTo: closed.get(unit.id) ?? unit.validTo })),
    ...added.map(({ row: _row, ends: _ends, endedBy: _endedBy, ...unit }, at) => ({
      ...unit,
      id: 1000 + before.length + at,
    })),
  ]
}

test('whatever is imported, no code means two units on one day, no unit is rewritten, and once more changes nothing', () => {
  const list = fc.array(row, { maxLength: 8 })
  fc.assert(
    fc.property(list, list, fc.array(links, { maxLength: 4 }), (earlier, later, mapped) => {
      const first = applied([], differ({ rows: file(...earlier) }))
      const given = { rows: file(...later), mappings: mapping(...mapped), directory: first }
      const difference = differ(given)
      const second = applied(first, difference)
      for (const [at, a] of second.entries())
        for (const b of second.slice(at + 1))
          assert.ok(a.code !== b.code || !overlap(a, b), `${keyOf(a)} and ${keyOf(b)}`)
      for (const unit of first) {
        const now = second.find(({ id }) => id === unit.id)
        assert.deepEqual({ ...now, validTo: unit.validTo }, unit)
        assert.ok(now?.validTo === unit.validTo || unit.validTo === null)
      }
      // Each unit that ends has somebody named after it, or is named as abolished: none is left open, none doubled.
      const gone = new Set([
        ...difference.ended.map(({ span: of }) => keyOf(of)),
        ...difference.added.filter(({ ends: e }) => e).map(keyOf),
      ])
      const named = new Set(difference.successions.map(({ from }) => keyOf(from)))
      for (const key of gone) assert.ok(named.has(key), key)
      const pairs = difference.successions.map(({ from, to }) => `${keyOf(from)}>${to && keyOf(to)}`)
      assert.equal(new Set(pairs).size, pairs.length)

      const known = difference.successions.map(({ from, to }) => ({ from: keyOf(from), to: to && keyOf(to) }))
      const again = differ({ ...given, directory: second, known })
      const isWhole = [...difference.verdicts.values(), ...difference.mappingVerdicts.values()].every(
        ({ verdict }) => verdict !== 'problem',
      )
      if (isWhole) assert.deepEqual([again.added, again.ended, again.successions], [[], [], []])
      for (const { code, validFrom } of again.added)
        assert.ok(!difference.added.some((unit) => unit.code === code && unit.validFrom === validFrom))
    }),
    { numRuns: 2000 },
  )
})
