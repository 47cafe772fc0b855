import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { read } from '@loa/documents/read'
import { writeDocx } from '@loa/documents/write'
import { examples, openFolder } from './testing.ts'

const { loa, path } = openFolder()
const dispatch = join(examples, 'dispatches/thang-an-toan-giao-thong.txt')

test('a faulty document is told with place, mend and clause; put right, it is found whole', async () => {
  const { tree } = await read(readFileSync(dispatch), 'a.txt')
  assert.ok(tree)
  const words = { ...tree, signingAuthority: 'KT.TRƯỞNG BAN', signerTitle: 'PHÓ TRƯỞNG BAN', place: null }
  writeFileSync(path('sai.docx'), await writeDocx({ ...words, subject: null }))
  const told = await loa('check', 'sai.docx')
  assert.equal(told.exit, 1, told.err)
  assert.match(told.out, /^Sai, thiếu \(1\)\n {2}Không thấy trích yếu/)
  assert.match(told.out, /Sau “KT\.” phải cách một chữ/)
  assert.match(
    told.out,
    /Tại: đoạn \d+, “KT\.TRƯỞNG BAN”\n {6}Sửa: .*\(--fix sửa được\)\n {6}Căn cứ: Điều 13/,
  )

  const fixed = await loa('check', 'sai.docx', '--json', '--fix', 'dung.docx')
  assert.equal(fixed.exit, 1)
  const { findings, fixed: done } = JSON.parse(fixed.out)
  assert.deepEqual(
    done.map(({ rule }: { rule: string }) => rule),
    ['sign.space'],
  )
  assert.ok(!findings.some(({ rule }: { rule: string }) => rule === 'sign.space'))
  assert.match(
    (await read(readFileSync(path('dung.docx')), 'a.docx')).tree?.signingAuthority ?? '',
    /^KT\. T/,
  )
})

test('what our own writer made has no fault, a text can not be put right, and what is no document is said', async () => {
  await loa('read', dispatch, '--out', '.')
  await loa('write', 'thang-an-toan-giao-thong.json', '--docx', 'a.docx')
  const whole = await loa('check', 'a.docx')
  assert.deepEqual([whole.exit, whole.out], [0, 'Công văn: không thấy chỗ nào trái Nghị định 30.\n'])
  const text = await loa('check', dispatch, '--fix', 'b.docx')
  assert.equal(text.exit, 64)
  assert.match(text.err, /^Chỉ sửa được tệp \.docx gốc/)
  writeFileSync(path('rong.docx'), '')
  const empty = await loa('check', 'rong.docx')
  assert.deepEqual([empty.exit, empty.out], [65, 'Tệp rỗng, không có nội dung.\n'])
})
