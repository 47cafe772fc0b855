import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { read } from '@loa/documents/read'
import { examples, openFolder } from './testing.ts'

const { loa, path } = openFolder()
const dispatch = join(examples, 'dispatches/thang-an-toan-giao-thong.txt')

test('what was read is written as PDF and DOCX, and reads the same again', async () => {
  await loa('read', dispatch, '--out', '.')
  const { exit, err } = await loa(
    'write',
    'thang-an-toan-giao-thong.json',
    '--pdf',
    'a.pdf',
    '--docx',
    'a.docx',
  )
  assert.equal(exit, 0, err)
  for (const name of ['a.pdf', 'a.docx']) {
    const { tree } = await read(readFileSync(path(name)), name)
    assert.equal(tree?.code, '118/BATGT-VP', name)
    assert.equal(tree?.subject, 'tuyên truyền Tháng an toàn giao thông năm 2023', name)
  }
})

test('fields that the tree leaves out are empty; what is wrong in it is named', async () => {
  writeFileSync(path('it.json'), JSON.stringify({ subject: 'họp giao ban' }))
  assert.equal((await loa('write', 'it.json', '--pdf', 'it.pdf')).exit, 0)
  assert.equal(readFileSync(path('it.pdf'), 'latin1').slice(0, 5), '%PDF-')
  writeFileSync(path('sai.json'), JSON.stringify({ addressees: 'Sở' }))
  const { exit, err } = await loa('write', 'sai.json', '--pdf', 'sai.pdf')
  assert.equal(exit, 64)
  assert.match(err, /sai\.json không đúng dạng cây văn bản:\naddressees: /)
})
