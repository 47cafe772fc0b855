/** What the templates of Appendix III ask for, and how lines and pages break. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type DocumentTree, emptyTree } from '../document.ts'
import { namedTypes } from '../named-types.ts'
import { hold } from './hold.ts'
import { writePdf } from './pdf.ts'
import { signingTime } from './printed-copy.ts'
import { paragraph, sampleLetter } from './sample.ts'
import { templates } from './sample-templates.ts'
import { missingInOrder, pagesOf, standardOf } from './testing.ts'
import { dropTypesetter } from './typst.ts'

after(dropTypesetter)

const pagesFor = async (name: string, more: Partial<DocumentTree> = {}) =>
  pagesOf(await writePdf({ ...emptyTree(), ...templates[name], ...more }))

test('every named type of the decree stands over its document', async () => {
  assert.equal(namedTypes.length, 29)
  assert.equal(namedTypes.filter(({ abbreviation }) => abbreviation === null).length, 2)
  for (const { name, type } of namedTypes) {
    const [page = ''] = await pagesOf(
      await writePdf({ ...sampleLetter, type, ...(type === 'khac' && { typeName: name }), addressees: [] }),
    )
    assert.equal(page.includes(name.toLocaleUpperCase('vi')), type !== 'cong-van', name)
    assert.equal(page.includes('V/v'), type === 'cong-van', name)
  }
})

/** What has to be read on the first page, in this order; columns are read from left to right. */
const firstPages: Record<string, string[]> = {
  '1.1': [
    'NGHỊ QUYẾT',
    'Về chương trình',
    'HỘI ĐỒNG TƯ VẤN',
    'Căn cứ',
    'QUYẾT NGHỊ:',
    'Điều 1.',
    './.',
    'TM. HỘI ĐỒNG',
    'CHỦ TỊCH',
  ],
  '1.2': [
    'QUYẾT ĐỊNH',
    'GIÁM ĐỐC SỞ',
    'Căn cứ',
    'QUYẾT ĐỊNH:',
    'Điều 1.',
    'Điều 3.',
    './.',
    'Nơi nhận:',
    'Nguyễn Văn Mẫu',
  ],
  '1.4': ['KẾ HOẠCH', 'I. MỤC ĐÍCH', 'd) ', 'đ) ', 'e) ', './.', 'Nơi nhận:', 'PL.(20)', 'GIÁM ĐỐC'],
  '1.5': [
    'LƯU HÀNH NỘI BỘ',
    'SỞ VĂN HÓA',
    'V/v',
    'THƯỢNG KHẨN',
    'Kính gửi:',
    'PL.(300)',
    'KT. GIÁM ĐỐC',
    'Số 1 đường Mẫu',
  ],
  '1.6': ['HỎA TỐC', 'CÔNG ĐIỆN', 'ỦY BAN NHÂN DÂN TỈNH HẢI DƯƠNG điện:', '- Sở Văn hóa', './.'],
  '1.7': ['GIẤY MỜI', 'trân trọng kính mời', 'Thời gian: 08 giờ 00', './.', 'Nguyễn Văn Mẫu'],
  '1.8': [
    'GIẤY GIỚI THIỆU',
    'trân trọng giới thiệu',
    'Giấy này có giá trị đến hết ngày 30 tháng 9 năm 2023./.',
  ],
  '1.9': [
    'BIÊN BẢN',
    'Cuộc họp kết thúc',
    './.',
    'THƯ KÝ',
    'Phạm Thị Ghi',
    'CHỦ TRÌ',
    'Nguyễn Văn Mẫu',
    'Nơi nhận:',
  ],
  '1.10': ['GIẤY NGHỈ PHÉP', './.', 'Nơi nhận:', 'GIÁM ĐỐC', 'Xác nhận của cơ quan, tổ chức nơi nghỉ phép'],
  '3.1': [
    './.',
    'KT. GIÁM ĐỐC',
    'TRUNG TÂM VĂN HÓA TỈNH',
    'SAO Y',
    'Số: 07/SY-TTVH',
    'Hải Dương, ngày 11 tháng 9',
    'Nơi nhận:',
    'Lê Thị Mẫu',
  ],
  '3.2': ['Sao y; Trung tâm Văn hóa tỉnh; 11/09/2023 08:05:09 +07:00', 'CỘNG HÒA', './.'],
}

for (const [name, parts] of Object.entries(firstPages))
  test(`template ${name} has its parts`, async () => {
    const [page = ''] = await pagesFor(name)
    assert.equal(missingInOrder(page, parts), null, page)
  })

test('minutes bear neither place nor day in their head; an electronic copy has no block below', async () => {
  const [minutes = ''] = await pagesFor('1.9')
  assert.ok(!minutes.slice(0, minutes.indexOf('BIÊN BẢN')).includes('ngày'))
  const [electronic = ''] = await pagesFor('3.2')
  assert.ok(!electronic.includes('SAO Y') && !electronic.includes('Số: 07'))
})

test('a promulgated text has the head, its own type, and the signature of the decision (template 1.3)', async () => {
  const [, text = ''] = await pagesFor('1.3')
  const parts = [
    'SỞ VĂN HÓA',
    'CỘNG HÒA',
    'QUY CHẾ',
    'Sử dụng xe',
    '(Ban hành kèm theo Quyết định số 12/QĐ-SVHTTDL',
    'Chương I',
    'QUY ĐỊNH CHUNG',
    'Điều 1.',
    './.',
    'GIÁM ĐỐC',
    'Nguyễn Văn Mẫu',
  ]
  assert.equal(missingInOrder(text, parts), null, text)
  assert.ok(!text.includes('Nơi nhận') && !text.includes('Số: 12'))
})

test('the annex of an electronic document leaves number and day open (templates 2.1 and 2.2)', async () => {
  const [, paper = ''] = await pagesFor('1.4')
  assert.match(
    paper,
    /Phụ lục I PHÂN BỔ VẬT LIỆU \(Kèm theo Kế hoạch số 12\/KH-SVHTTDL ngày 05 tháng 9 năm 2023/,
  )
  const [, electronic = ''] = await pagesFor('3.2')
  assert.match(electronic, /\(Kèm theo Công văn số \/SVHTTDL-QLVHGĐ ngày tháng năm của/)
})

test('every kind of copy has its name; an instant without a zone is refused', async () => {
  const copy = templates['3.1']?.copy
  assert.ok(copy)
  for (const [kind, words] of [
    ['sao-luc', 'SAO LỤC'],
    ['trich-sao', 'TRÍCH SAO'],
  ] as const) {
    const [page = ''] = await pagesFor('3.1', { copy: { ...copy, kind } })
    assert.ok(page.includes(words))
  }
  assert.equal(signingTime('2020-03-05T01:02:03.5Z'), '05/03/2020 01:02:03 +00:00')
  assert.throws(() => signingTime('2020-03-05T01:02:03'), RangeError)
})

test('all of them are PDF/A-2a', async () => {
  for (const [name, tree] of Object.entries(templates))
    assert.equal(standardOf(await writePdf(tree)), '2A', name)
})

test('a number and symbol, a date, a name and an article are held together; their words stay', () => {
  const seen = (text: string) => hold(text).replaceAll('\u00a0', '~').replaceAll('\u2060', '|')
  assert.equal(
    seen('Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ'),
    'Nghị định số~|30/2020/NĐ-CP| ngày~05~tháng~3~năm~2020 của Chính phủ',
  )
  assert.equal(seen('tại khoản 2 Điều 103, điểm đ'), 'tại khoản~2 Điều~103, điểm~đ')
  assert.equal(seen('do ông Trần Văn Mẫu chủ trì lúc 08 giờ 30'), 'do ông~Trần~Văn~Mẫu chủ trì lúc~08~giờ 30')
  assert.equal(seen('trước ngày 05/3/2024.'), 'trước ngày~|05/3/2024|.')
  assert.equal(seen('treo 120 băng rôn - pa nô'), 'treo 120 băng rôn - pa nô')
  for (const text of ['ngày 1', 'Ông A', '1-', '/', 'năm 20244', 'ông Trần văn']) hold(text)
})

test('no line of a page ends within what is held together', async () => {
  const texts = ['số 30/2020/NĐ-CP', 'ngày 05 tháng 3 năm 2020', 'ông Trần Văn Mẫu', 'khoản 2 Điều 5']
  for (let shift = 1; shift < 40; shift += 2) {
    const body = texts.map((text) =>
      paragraph(
        'text',
        null,
        `${'a'.repeat(shift)} ${'tuyên truyền '.repeat(5)}${text} ${'và phát thanh '.repeat(6)}`,
      ),
    )
    const [page = ''] = await pagesOf(await writePdf({ ...sampleLetter, body }), '\n')
    for (const text of texts.slice(0, 3)) assert.ok(page.includes(text), `${shift}: ${text}\n${page}`)
  }
})

const lines = (count: number) =>
  Array.from({ length: count }, (_, at) => paragraph('text', null, `Dòng số ${at}.`))

test('with the signature stand two lines of the body at least, wherever the page ends', async () => {
  const ends = [
    paragraph('text', null, 'Đề nghị các đơn vị thực hiện.'),
    paragraph('text', null, 'Đề nghị các đơn vị nghiêm túc thực hiện công văn này. '.repeat(12).trim()),
  ]
  for (const [kind, end] of ends.entries())
    for (let count = 18; count < 34; count++) {
      const pages = await pagesOf(await writePdf({ ...sampleLetter, body: [...lines(count), end] }), '\n')
      const last = pages.at(-1) ?? ''
      const signed = last.indexOf('Nơi nhận')
      assert.ok(signed >= 0 && last.includes('Nguyễn Văn Mẫu'))
      const above = last
        .slice(0, signed)
        .split('\n')
        .filter((line) => line !== '' && !/^\d$/.test(line))
      if (pages.length > 1) assert.ok(above.length >= 2, `${kind}, ${count}: ${last}`)
    }
})

test('a table that ends the body leaves two rows at least with the signature', async () => {
  for (let count = 20; count < 34; count += 2) {
    const rows = Array.from({ length: count }, (_, at) => [String(at), `Xã số ${at}`])
    const columns = [
      { title: 'STT', align: 'center' as const, width: 0.2 },
      { title: 'Đơn vị', align: 'left' as const, width: 0.8 },
    ]
    const table = { kind: 'table' as const, start: 0, end: 0, columns, rows, total: null }
    const pages = await pagesOf(await writePdf({ ...sampleLetter, body: [table] }))
    const last = pages.at(-1) ?? ''
    assert.ok(last.includes('Nguyễn Văn Mẫu'))
    for (const row of [count - 1, count - 2]) assert.ok(last.includes(`Xã số ${row}`), `${count}: ${last}`)
    assert.equal(pages.join(' ').match(/Xã số/g)?.length, count)
  }
})
