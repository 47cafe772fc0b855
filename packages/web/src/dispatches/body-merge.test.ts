import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mergedBody } from './body-merge.ts'
import { type KeyedBlock, textOf, withText } from './draft-fields.ts'
import { paragraphOf } from './paragraph-markers.ts'

const keyed = (texts: readonly string[], prefix: string): KeyedBlock[] =>
  texts.map((text, at) => ({ key: `${prefix}${at}`, block: paragraphOf(text) }))
const wordsOf = ({ block }: Pick<KeyedBlock, 'block'>) =>
  block.kind === 'paragraph' ? textOf(block) : block.kind
const lines = (body: readonly KeyedBlock[]) =>
  body.map(({ block }) =>
    block.kind === 'paragraph' ? [block.marker, textOf(block)].filter(Boolean).join(' ') : '',
  )
const merge = (base: KeyedBlock[], mine: KeyedBlock[], theirs: KeyedBlock[]) => {
  let count = 0
  const { body, theirs: keyed } = mergedBody(base, mine, theirs, () => `new${count++}`)
  assert.deepEqual(keyed.map(wordsOf), theirs.map(wordsOf))
  const begun = new Set(body.map(({ key }) => key))
  assert.ok(
    keyed.every(({ key }, at) => begun.has(key) || lines(body).indexOf(lines(keyed)[at] ?? '') < 0),
    'the next base has the same keys',
  )
  return body
}
const write = (body: KeyedBlock[], at: number, text: string): KeyedBlock[] =>
  body.map((each, index) =>
    index === at && each.block.kind === 'paragraph' ? { ...each, block: withText(each.block, text) } : each,
  )

const base = keyed(
  [
    'Thực hiện kế hoạch năm nay:',
    '1. Nội dung tuyên truyền của đợt',
    '- Treo băng rôn ở cổng',
    '2. Tổ chức thực hiện',
  ],
  'b',
)

test('each of two people who wrote in different paragraphs keeps theirs, though numbers moved', () => {
  const mine = [
    ...write(base, 2, 'Treo hai băng rôn ở cổng').slice(0, 3),
    { key: 'n', block: paragraphOf('2. Kinh phí') },
    ...base.slice(3),
  ]
  const merged = merge(
    base,
    mine.map((each) =>
      each.key === 'b3' ? { ...each, block: { ...each.block, marker: '3.' } as KeyedBlock['block'] } : each,
    ),
    keyed(
      [
        'Thực hiện kế hoạch năm nay:',
        '1. Nội dung tuyên truyền của đợt',
        '- Treo băng rôn ở cổng',
        '2. Tổ chức thực hiện ngay',
      ],
      't',
    ),
  )
  assert.deepEqual(lines(merged), [
    'Thực hiện kế hoạch năm nay:',
    '1. Nội dung tuyên truyền của đợt',
    '- Treo hai băng rôn ở cổng',
    '2. Kinh phí',
    '3. Tổ chức thực hiện ngay',
  ])
  assert.ok(merged.every(({ choice }) => !choice))
})

test('what both wrote in, or one wrote in and the other took out, stays side by side', () => {
  const theirs = (texts: string[]) => keyed(texts, 't')
  const texts = lines(base)
  const both = merge(
    base,
    write(base, 2, 'Treo băng rôn ở cổng cơ quan'),
    theirs(texts.with(2, '- Treo băng rôn ở cổng chợ')),
  )
  assert.equal(wordsOf(both[2] ?? assert.fail()), 'Treo băng rôn ở cổng cơ quan')
  assert.ok(
    both[2]?.choice?.of === 'both' &&
      wordsOf({ block: both[2].choice.theirs }) === 'Treo băng rôn ở cổng chợ',
  )
  const gone = merge(base, write(base, 2, 'Treo băng rôn ở cổng cơ quan'), theirs(texts.toSpliced(2, 1)))
  assert.deepEqual(
    gone.map(({ choice }) => choice?.of),
    [undefined, undefined, 'they-removed', undefined],
  )
  const back = merge(base, base.toSpliced(2, 1), theirs(texts.with(2, '- Treo băng rôn ở cổng chợ')))
  assert.deepEqual(
    back.map(({ choice }) => choice?.of),
    [undefined, undefined, 'i-removed', undefined],
  )
})

/** Acts on a body whose paragraphs all have words of their own. */
type Act = { kind: 'write' | 'add' | 'remove' | 'move'; at: number; to: number }
const acts = fc.array(
  fc.record({
    kind: fc.constantFrom<Act['kind']>('write', 'add', 'remove', 'move'),
    at: fc.nat(20),
    to: fc.nat(20),
  }),
  { maxLength: 5 },
)
const done = (body: KeyedBlock[], by: string, list: readonly Act[]): KeyedBlock[] =>
  list.reduce<KeyedBlock[]>((now, { kind, at, to }, count) => {
    const index = at % Math.max(1, now.length)
    const own = now[index]
    if (kind === 'add')
      return now.toSpliced(index, 0, { key: `${by}${count}`, block: paragraphOf(`mới ${by} ${count}`) })
    if (!own) return now
    if (kind === 'remove') return now.toSpliced(index, 1)
    if (kind === 'move') return now.toSpliced(index, 1).toSpliced(to % now.length, 0, own)
    return write(now, index, `${wordsOf(own)} ${by}${count}`)
  }, body)
const bodies = fc.nat(8).map((count) =>
  keyed(
    Array.from({ length: count }, (_, at) => `đoạn số ${at} có chữ riêng của nó là ${at * 7}`),
    'b',
  ),
)

test('of two people nothing that either wrote is lost, and who changed nothing gets the other whole', () => {
  fc.assert(
    fc.property(bodies, acts, acts, (begun, first, second) => {
      const mine = done(begun, 'x', first)
      const theirs = done(begun, 'y', second).map((each, at) => ({ ...each, key: `t${at}` }))
      assert.deepEqual(lines(merge(begun, begun, theirs)), lines(theirs))
      assert.deepEqual(lines(merge(begun, mine, begun)), lines(mine))
      const merged = merge(begun, mine, theirs)
      assert.equal(new Set(merged.map(({ key }) => key)).size, merged.length, 'each has a key of its own')
      const shown = merged.flatMap((each) => [
        wordsOf(each),
        ...(each.choice?.of === 'both' ? [wordsOf({ block: each.choice.theirs })] : []),
      ])
      const old = new Set(begun.map(wordsOf))
      for (const each of [...mine, ...theirs])
        if (!old.has(wordsOf(each))) assert.ok(shown.includes(wordsOf(each)), wordsOf(each))
      // What neither touched is there once.
      for (const words of old)
        if (mine.some((each) => wordsOf(each) === words) && theirs.some((each) => wordsOf(each) === words))
          assert.equal(shown.filter((each) => each === words).length, 1, words)
    }),
    { numRuns: 600 },
  )
})
