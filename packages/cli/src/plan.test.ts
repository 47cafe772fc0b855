import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { read } from '@loa/documents/read'
import { examples, openFolder } from './testing.ts'

const { loa, path } = openFolder()
const dispatch = join(examples, 'dispatches/thang-an-toan-giao-thong.txt')
const planned = async (...more: string[]) => {
  const { exit, out, err } = await loa('plan', dispatch, '--json', ...more)
  assert.equal(exit, 0, err)
  return JSON.parse(out)
}

test('each proposal shows the sentence it comes from', async () => {
  const { tree } = await read(readFileSync(dispatch), 'a.txt')
  const plan = await planned()
  const lists = ['topics', 'forms', 'addressees', 'duties', 'deadlines', 'links'] as const
  for (const list of lists) {
    assert.ok(plan[list].length > 0, list)
    for (const { source } of plan[list]) assert.equal(tree?.text.slice(source.start, source.end), source.text)
  }
  assert.deepEqual(
    Object.keys(plan).sort(),
    [...lists, 'quantities', 'money', 'attachments', 'on', 'warnings'].sort(),
  )
})

test('the plan says what, how, by whom, by when, and on what ground', async () => {
  const plan = await planned()
  assert.deepEqual(
    plan.forms.map(({ form }: { form: string }) => form),
    ['visual', 'loudspeaker-car', 'commune-loudspeakers', 'website', 'performance-film'],
  )
  assert.equal(plan.topics.length, 3)
  assert.deepEqual(plan.addressees[1].units[0], {
    code: 'HD-288-UBND',
    validFrom: null,
    name: 'Ủy ban nhân dân thành phố Hải Dương',
  })
  assert.equal(plan.deadlines[0].date, '2023-10-10')
  assert.deepEqual(
    plan.links.map(({ kind, code }: Record<string, string>) => [kind, code]),
    [['implements', '73/KH-UBND']],
  )
  assert.equal(plan.on, '2023-08-21')
})

test('the units are those of the day asked for, from the list given', async () => {
  writeFileSync(
    path('units.csv'),
    [
      'code,name,fullName,type,parentCode,validFrom,validTo',
      'T,Tỉnh A,Tỉnh A,province,,,',
      'H1,Huyện B,Huyện B,district,T,,2025-06-30',
      'U1,UBND huyện B,Ủy ban nhân dân huyện B,district-committee,H1,,2025-06-30',
      '',
    ].join('\n'),
  )
  const unitsOn = async (day: string) => {
    const { on, addressees } = await planned('--units', 'units.csv', '--home', 'T', '--on', day)
    assert.equal(on, day)
    return addressees[1].units.map(({ code }: { code: string }) => code)
  }
  assert.deepEqual(await unitsOn('2023-09-01'), ['U1'])
  assert.deepEqual(await unitsOn('2025-07-01'), [])
})

test('without --json the plan is told in words', async () => {
  const { exit, out } = await loa('plan', dispatch, '--on', '2023-08-21')
  assert.equal(exit, 0)
  assert.match(out, /^Đơn vị của ngày 2023-08-21\nĐ1 .* → 1 đơn vị\nĐ2 .* → 12 đơn vị\n/)
})

test('a file that is no dispatch has no plan, and is told why', async () => {
  writeFileSync(path('tho.txt'), 'Trăm năm trong cõi người ta')
  const { exit, out, err } = await loa('plan', 'tho.txt', '--json')
  assert.deepEqual([exit, out], [65, ''])
  assert.match(err, /không có dấu hiệu của một văn bản hành chính/)
})
