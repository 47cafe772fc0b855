import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { examples, openFolder } from './testing.ts'

const { loa, path } = openFolder()
const dispatch = join(examples, 'dispatches/thang-an-toan-giao-thong.txt')
writeFileSync(path('vo.json'), '{"subject":')
writeFileSync(path('so.json'), '7')

/** Each written wrong: what it is told. */
const wrong: [args: string[], words: RegExp][] = [
  [[], /^loa read FILE/],
  [['ra-lenh'], /^loa read FILE/],
  [['read', dispatch], /^Cần ít nhất một tệp và --out DIR\./],
  [['read', 'khong-co.txt', '--out', 'ra'], /^Không mở được tệp khong-co\.txt\./],
  [['plan'], /^Cần một tệp văn bản\./],
  [['plan', dispatch, '--on', 'hôm qua'], /^--on cần một ngày/],
  [['plan', dispatch, '--units', 'khong-co.csv'], /^Không mở được danh sách đơn vị khong-co\.csv\./],
  [['write', 'vo.json'], /^Cần TREE\.json và --pdf hoặc --docx\./],
  [['write', 'vo.json', '--pdf', 'a.pdf'], /^vo\.json không mở được hoặc không phải JSON\./],
  [['write', 'so.json', '--pdf', 'a.pdf'], /^so\.json không đúng dạng cây văn bản/],
  [['run', dispatch], /^Cần một tệp văn bản và --out DIR\./],
  [['run', dispatch, '--la'], /^Lệnh viết chưa đúng: .*--la/],
]
for (const [args, words] of wrong)
  test(`loa ${args.map((arg) => arg.replace(dispatch, 'FILE')).join(' ')}: told in a sentence, with the usage`, async () => {
    const { exit, out, err } = await loa(...args)
    assert.equal(exit, 64)
    assert.equal(out, '')
    assert.match(err, words)
    assert.match(err, /loa run FILE --out DIR/)
  })

test('--help is the usage, and no error', async () => {
  const { exit, out, err } = await loa('--help')
  assert.deepEqual([exit, err], [0, ''])
  assert.match(out, /^loa read FILE/)
})

test('a place that cannot be written is named in a sentence', async () => {
  writeFileSync(path('cay.json'), '{}')
  const { exit, err } = await loa('write', 'cay.json', '--pdf', 'khong-co/a.pdf')
  assert.equal(exit, 73)
  assert.match(err, /^Không ghi được .*khong-co\/a\.pdf/)
  assert.doesNotMatch(err, / at /)
})
