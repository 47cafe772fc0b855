import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { csvOf } from './csv.ts'

/** As RFC 4180 reads it. */
const parse = (csv: string): string[][] => {
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end = ''] of csv
    .slice(1)
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
    if (end === '') break
  }
  return rows.slice(0, -1)
}

test('what was written is read again, whatever stands in it', () => {
  const text = fc.string({ unit: 'grapheme' }).filter((value) => !/^\s*[=+\-@\t\r]/.test(value))
  fc.assert(
    fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 2 })), (rows) => {
      assert.deepEqual(parse(csvOf([['a', 'b'], ...rows])), [['a', 'b'], ...rows])
    }),
  )
})

test('a name that looks like a formula is not computed', () => {
  for (const name of ['=1+1', '+84912', '-2', '@SUM(A1)', ' =HYPERLINK("x")', '\t=1'])
    assert.ok(parse(csvOf([['Tên'], [name]]))[1]?.[0]?.startsWith("'"), name)
  assert.equal(csvOf([['Số'], [-2.5], [null]]), '\uFEFFSố\r\n-2.5\r\n\r\n')
})
