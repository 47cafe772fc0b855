import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { emptyTree } from '@loa/documents'
import { read } from '@loa/documents/read'
import { writeDocx, writePdf } from '@loa/documents/write'
import { examples, openFolder } from './testing.ts'

const { loa, path } = openFolder()
const dispatch = join(examples, 'dispatches/thang-an-toan-giao-thong.txt')
const json = (name: string) => JSON.parse(readFileSync(path(name), 'utf8'))

/** What a label of a dispatch names, and so what `read` writes for each file. */
const fields = [
  ...['type', 'issuer', 'parentIssuer', 'number', 'symbol', 'code', 'place', 'date', 'subject', 'addressees'],
  ...['references', 'dueDates', 'recipients', 'archive', 'signingAuthority', 'signerTitle', 'signerName'],
  ...['sections', 'channels', 'messages'],
]

test('a dispatch is read the same from text, from the DOCX and from the PDF that Loa writes of it', async () => {
  const { tree } = await read(readFileSync(dispatch), 'a.txt')
  assert.ok(tree)
  writeFileSync(path('tu-docx.docx'), await writeDocx(tree))
  writeFileSync(path('tu-pdf.pdf'), await writePdf(tree))
  const { exit } = await loa('read', dispatch, 'tu-docx.docx', 'tu-pdf.pdf', '--out', 'doc/ra')
  assert.equal(exit, 0)
  for (const name of ['thang-an-toan-giao-thong', 'tu-docx', 'tu-pdf']) {
    const found = json(`doc/ra/${name}.json`)
    assert.deepEqual(
      fields.filter((field) => !(field in found)),
      [],
    )
    const { type, code, date, place, subject, addressees, references, dueDates, signerName, messages } = found
    assert.deepEqual(
      { type, code, date, place, subject, addressees, references, dueDates, signerName, messages },
      {
        type: 'cong-van',
        code: '118/BATGT-VP',
        date: '2023-08-21',
        place: 'Hải Dương',
        subject: 'tuyên truyền Tháng an toàn giao thông năm 2023',
        addressees: ['Sở Văn hóa, Thể thao và Du lịch', 'Ủy ban nhân dân các huyện, thị xã, thành phố'],
        references: [
          { type: 'ke-hoach', code: '73/KH-UBND', date: '2023-02-15', issuer: 'Ủy ban nhân dân tỉnh' },
        ],
        dueDates: [{ date: '2023-10-10', phrase: 'trước ngày 10/10/2023' }],
        signerName: 'Nguyễn Văn Bình',
        messages: [],
      },
    )
  }
})

test('a field that was read names its place in the text', async () => {
  await loa('read', dispatch, '--out', 'nguon')
  const { text, sources } = json('nguon/thang-an-toan-giao-thong.json')
  for (const [field, source] of Object.entries<{ start: number; end: number; text: string }>(sources))
    assert.equal(text.slice(source.start, source.end), source.text, field)
})

test('whatever a file holds, it gets its answer, and the files after it are read', async () => {
  writeFileSync(path('rong.txt'), '')
  writeFileSync(path('tho.txt'), 'Trăm năm trong cõi người ta, chữ tài chữ mệnh khéo là ghét nhau.')
  writeFileSync(path('anh.docx'), Buffer.from('47494638396101000100800000', 'hex'))
  writeFileSync(path('vo.docx'), Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(400, 7)]))
  writeFileSync(path('vo.pdf'), '%PDF-1.7\nhet')
  const { exit, out } = await loa(
    'read',
    'rong.txt',
    'tho.txt',
    'anh.docx',
    'vo.docx',
    dispatch,
    '--out',
    'la',
  )
  assert.equal(exit, 0)
  const codeOf = (name: string) => json(`la/${name}.json`).messages.map((said: { code: string }) => said.code)
  assert.deepEqual(codeOf('rong'), ['file.empty'])
  assert.deepEqual(codeOf('tho'), ['document.not-a-dispatch'])
  assert.deepEqual(codeOf('anh'), ['file.wrong-type'])
  assert.deepEqual(codeOf('vo'), ['file.damaged'])
  assert.deepEqual(codeOf('thang-an-toan-giao-thong'), [])
  assert.match(out, /rong\.json\n {2}error: Tệp rỗng/)
  const { messages, ...tree } = json('la/tho.json')
  assert.deepEqual(tree, emptyTree())
  assert.equal(messages[0].level, 'error')
  await loa('read', 'vo.pdf', '--out', 'la')
  assert.deepEqual(codeOf('vo'), ['file.damaged'])
})
