import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { read } from './read.ts'
import { buildDocx, waterDispatch } from './testing.ts'

const fixtures = join(import.meta.dirname, '../../test/fixtures')
const utf8 = (text: string) => new TextEncoder().encode(text)

for (const name of readdirSync(fixtures)) {
  const files = readdirSync(join(fixtures, name))
  const input = files.find((file) => /^input\.(?:txt|pdf)$/.test(file))
  if (input === undefined || !files.includes('tree.json')) continue
  test(`the dispatch ${name} reads as its tree says`, async () => {
    const { tree } = await read(new Uint8Array(readFileSync(join(fixtures, name, input))), input)
    assert.deepEqual(tree, JSON.parse(readFileSync(join(fixtures, name, 'tree.json'), 'utf8')))
  })
}

test('a docx with a two-column head and automatic numbering gives every field', async () => {
  const { tree, messages } = await read(await buildDocx(waterDispatch), 'nuoc-sach.docx')
  assert.ok(tree)
  assert.deepEqual(messages, [])
  assert.equal(tree.parentIssuer, 'UBND TỈNH ĐỒNG MÂY')
  assert.equal(tree.issuer, 'SỞ Y TẾ')
  assert.equal(tree.code, '312/SYT-NVY')
  assert.equal(tree.date, '2023-04-19')
  assert.equal(tree.subject, 'tuyên truyền Tuần lễ nước sạch và vệ sinh môi trường')
  assert.deepEqual(tree.addressees, [
    'Trung tâm Kiểm soát bệnh tật tỉnh',
    'Trung tâm Y tế các huyện, thành phố',
  ])
  assert.deepEqual(tree.references, [
    { type: 'cong-van', code: '655/MT-NS', date: '2023-04-06', issuer: 'Cục Quản lý môi trường y tế' },
  ])
  assert.deepEqual(tree.sections, [
    { number: '1', title: 'Nội dung tuyên truyền' },
    { number: '2', title: 'Tổ chức thực hiện' },
  ])
  assert.deepEqual(tree.dueDates, [{ date: '2023-05-15', phrase: 'trước ngày 15/5/2023' }])
  assert.equal(tree.archive, 'Lưu: VT, NVY.')
  assert.equal(tree.signingAuthority, 'KT. GIÁM ĐỐC')
  assert.equal(tree.signerTitle, 'PHÓ GIÁM ĐỐC')
  assert.equal(tree.signerName, 'Hà Thị Mỵ')
})

test('markers of automatic numbering are kept apart from the words, bold is kept', async () => {
  const { tree } = await read(await buildDocx(waterDispatch), 'a.docx')
  const paragraphs = tree?.body.filter((block) => block.kind === 'paragraph') ?? []
  assert.deepEqual(
    paragraphs.map(({ role, marker }) => [role, marker]),
    [
      ['basis', null],
      ['clause', '1.'],
      ['point', 'a)'],
      ['point', 'b)'],
      ['clause', '2.'],
      ['dash', '-'],
      ['dash', '-'],
    ],
  )
  assert.deepEqual(paragraphs[1]?.runs, [{ text: 'Nội dung tuyên truyền', bold: true }])
})

test('a table in the body stays a table', async () => {
  const rows = [
    ['TT', 'Địa phương', 'Số buổi'],
    ['1', 'Huyện Bản Sen', '12'],
    ['', 'Tổng cộng', '12'],
  ]
  const bytes = await buildDocx({ ...waterDispatch, body: [...waterDispatch.body.slice(0, 2), { rows }] })
  const { tree } = await read(bytes, 'a.docx')
  const table = tree?.body.find((block) => block.kind === 'table')
  assert.deepEqual(
    table?.columns.map(({ title }) => title),
    rows[0],
  )
  assert.deepEqual(table?.rows, [rows[1]])
  assert.deepEqual(table?.total, rows[2])
})

test('every source is the very text at its place', async () => {
  const { tree } = await read(await buildDocx(waterDispatch), 'a.docx')
  assert.ok(tree)
  assert.ok(Object.keys(tree.sources).length > 12)
  for (const { start, end, text } of Object.values(tree.sources))
    assert.equal(tree.text.slice(start, end), text)
})

test('text in decomposed Unicode, UTF-16 or with a byte order mark reads the same', async () => {
  const text = readFileSync(join(fixtures, 'traffic-month/input.txt'), 'utf8')
  const wide = new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')])
  const { tree: plain } = await read(utf8(text), 'a.txt')
  for (const bytes of [utf8(text.normalize('NFD')), wide, utf8(`\ufeff${text}`)]) {
    const { tree } = await read(bytes, 'a.txt')
    assert.equal(tree?.subject, plain?.subject)
    assert.deepEqual(tree?.addressees, plain?.addressees)
    assert.equal(tree?.text.normalize('NFC'), tree?.text)
  }
})

test('a party document is numbered with a hyphen', async () => {
  const text = `ĐẢNG ỦY XÃ BẢN SEN\n*\nSố 17-KH/ĐU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nBản Sen, ngày 03 tháng 2 năm 2024\n\nKẾ HOẠCH\nTuyên truyền phong trào đọc sách\n\nThực hiện Hướng dẫn số 40-HD/BTGTU ngày 15/01/2024 của Ban Tuyên giáo Tỉnh ủy, Đảng ủy xây dựng kế hoạch như sau:\n\nI. MỤC ĐÍCH\n\nII. NỘI DUNG\n\nNơi nhận:\n- Các chi bộ;\n- Lưu VPĐU.\n\nT/M ĐẢNG ỦY\nBÍ THƯ\n\nLò Văn Bạch\n`
  const { tree } = await read(utf8(text), 'a.txt')
  assert.equal(tree?.number, '17')
  assert.equal(tree?.symbol, 'KH/ĐU')
  assert.equal(tree?.code, '17-KH/ĐU')
  assert.equal(tree?.type, 'ke-hoach')
  assert.equal(tree?.references[0]?.code, '40-HD/BTGTU')
  assert.equal(tree?.references[0]?.issuer, 'Ban Tuyên giáo Tỉnh ủy')
  assert.equal(tree?.signingAuthority, 'T/M ĐẢNG ỦY')
})

test('a stamp of secrecy refuses the document', async () => {
  const text = readFileSync(join(fixtures, 'traffic-month/input.txt'), 'utf8').replace(
    'Kính gửi',
    'MẬT\n\nKính gửi',
  )
  const { tree, messages } = await read(utf8(text), 'a.txt')
  assert.equal(tree, null)
  assert.equal(messages[0]?.code, 'document.secret')
})
