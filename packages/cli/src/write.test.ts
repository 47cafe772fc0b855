import assert from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
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

test('the same letter to many: a file each, or one for the printer; progress is told', async () => {
  writeFileSync(path('noi-nhan.csv'), 'Nơi nhận,Mã\nUBND huyện Tứ Kỳ,HD-1\nUBND thị xã Kinh Môn,HD-2\n')
  writeFileSync(path('thu.json'), JSON.stringify({ type: 'cong-van', subject: 'họp', symbol: 'UBND-VX' }))
  const many = await loa('write', 'thu.json', '--letters', 'noi-nhan.csv', '--out', 'thu', '--docx')
  assert.equal(many.exit, 0, many.err)
  assert.match(many.err, /Công văn: 1\/2/)
  assert.deepEqual(readdirSync(path('thu')).sort(), [
    '1-ubnd-huyen-tu-ky.docx',
    '1-ubnd-huyen-tu-ky.pdf',
    '2-ubnd-thi-xa-kinh-mon.docx',
    '2-ubnd-thi-xa-kinh-mon.pdf',
  ])
  const { tree } = await read(readFileSync(path('thu/2-ubnd-thi-xa-kinh-mon.docx')), 'a.docx')
  assert.deepEqual(tree?.addressees, ['UBND thị xã Kinh Môn'])
  const one = await loa('write', 'thu.json', '--letters', 'noi-nhan.csv', '--one', 'in.pdf')
  assert.equal(one.exit, 0, one.err)
  assert.match(readFileSync(path('in.pdf'), 'latin1'), /\/Type \/Pages \/Count 2 /)
  assert.equal((await loa('write', 'thu.json', '--letters', 'noi-nhan.csv')).exit, 64)
  assert.match((await loa('write', 'thu.json', '--letters', 'khong.csv', '--one', 'a.pdf')).err, /khong\.csv/)
})
