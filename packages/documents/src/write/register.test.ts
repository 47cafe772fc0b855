import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { unzipSync } from 'fflate'
import { arrivalStampSvg, writeArrivalStamp } from './arrival-stamp.ts'
import { type ForwardingSlip, writeForwardingSlipDocx, writeForwardingSlipPdf } from './forwarding-slip.ts'
import { writeRegister } from './register.ts'
import { type RegisterKind, registerColumns, registerKinds, registerTitle } from './register-columns.ts'
import { fontsOf, missingInOrder, pageSizes, pagesOf, standardOf } from './testing.ts'
import { dropTypesetter } from './typst.ts'

after(dropTypesetter)

const cover = {
  parentIssuer: 'UBND tỉnh Hải Dương',
  issuer: 'Sở Văn hóa, Thể thao và Du lịch',
  year: 2024,
  from: '2024-01-02',
  to: '2024-12-31',
  firstNumber: '01',
  lastNumber: 43,
  volume: 1,
}
const sent = (at: number) => ({
  code: `${at}/SVHTTDL-QLVHGĐ`,
  date: '2024-03-05',
  title: `Công văn số ${at} về tuyên truyền an toàn giao thông`,
  signer: 'Nguyễn Văn Mẫu',
  recipients: 'UBND các huyện, thị xã, thành phố',
  keeper: 'VT, QLVHGĐ',
  copies: 20,
  sentOn: '2024-02-06',
})

test('each register has the columns of the decree in its order, on every page, and a cover', async () => {
  const heads = await Promise.all(
    registerKinds.map(async (kind: RegisterKind) => {
      const [front = '', first = ''] = await pagesOf(await writeRegister(kind, [], cover, 'pdf'))
      const parts = [registerTitle[kind].toLocaleUpperCase('vi'), 'Năm: 2024', 'Từ ngày 02/01/2024']
      assert.equal(missingInOrder(front, ['SỞ VĂN HÓA, THỂ THAO', ...parts, 'Từ số 01 đến số 43']), null)
      const titles = registerColumns[kind].map(({ title }) => title)
      assert.equal(missingInOrder(first, ['1', ...titles, `(${titles.length})`]), null, kind)
      const widths = registerColumns[kind].reduce((sum, { width }) => sum + width, 0)
      assert.ok(Math.abs(widths - 1) < 1e-9, kind)
      return titles.length
    }),
  )
  assert.deepEqual(heads, [10, 10, 7, 6, 9])
})

test('rows follow the cover, numbered from 1, with the head on each page; nothing in a row is markup', async () => {
  const odd = '*đậm* #let $x$ _n_ @ref <a> // [b] - 1. + ='
  const rows = [
    ...Array.from({ length: 40 }, (_, at) => sent(at + 1)),
    { ...sent(41), title: odd, note: odd },
  ]
  const pdf = await writeRegister('out', rows, cover, 'pdf')
  const [, ...pages] = await pagesOf(pdf)
  assert.ok(pages.length > 3)
  for (const [at, page] of pages.entries()) assert.match(page, new RegExp(`^${at + 1} Số, ký hiệu văn bản`))
  assert.match(pages.join(' '), /05\/3\/2024 Công văn số 1 về/)
  assert.ok(pages.join(' ').replaceAll(' ', '').includes(odd.replaceAll(' ', '')))
  assert.deepEqual(new Set(await pageSizes(pdf)), new Set(['297×210']))
  assert.equal(standardOf(pdf), '2A')
  assert.deepEqual(await writeRegister('out', rows, cover, 'pdf'), pdf, 'the same rows give the same bytes')
})

test('a book of many rows is set in parts: one cover, numbers that go on, every row once', async () => {
  const rows = Array.from({ length: 1530 }, (_, at) => ({
    ...sent(at + 1),
    recipients: 'Sở Y tế',
    title: `Văn bản thứ ${at + 1}`,
  }))
  const pages = await pagesOf(await writeRegister('out', rows, cover, 'pdf'))
  assert.match(pages[0] ?? '', /SỔ ĐĂNG KÝ VĂN BẢN ĐI Năm: 2024/)
  for (const [at, page] of pages.slice(1).entries())
    assert.ok(page.startsWith(`${at + 1} Số, ký hiệu`), page.slice(0, 60))
  assert.equal(new Set(pages.join(' ').match(/Văn bản thứ \d+/g)).size, 1530)
})

test('the spreadsheet has the same columns, numbers as numbers and page numbers in print', async () => {
  const parts = unzipSync(await writeRegister('out', [sent(7)], cover, 'xlsx'))
  const sheet = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml'])
  const words = Array.from(sheet.matchAll(/<t [^>]*>([^<]*)/g), ([, text]) => text)
  assert.deepEqual(
    words.slice(1, 11),
    registerColumns.out.map(({ title }, at) => `${title} (${at + 1})`),
  )
  assert.ok(words.includes('05/3/2024') && words.includes('7/SVHTTDL-QLVHGĐ'))
  assert.match(sheet, /<v>20<\/v>/)
  assert.match(sheet, /&amp;C&amp;P/)
  assert.match(
    new TextDecoder().decode(parts['xl/worksheets/sheet2.xml']),
    /02\/01\/2024 đến ngày 31\/12\/2024/,
  )
})

const stamp = {
  issuer: 'Sở Văn hóa, Thể thao và Du lịch',
  number: 123,
  date: '2024-03-06',
  forwardedTo: 'Phòng Quản lý văn hóa',
  file: null,
}

test('the stamp ĐẾN is 35 × 50 mm with its five fields; what is not known is a line of dots', async () => {
  const pdf = await writeArrivalStamp(stamp)
  assert.deepEqual(await pageSizes(pdf), ['50×35'])
  const [text = ''] = await pagesOf(pdf)
  const parts = [
    'SỞ VĂN HÓA',
    'ĐẾN',
    'Số: 123',
    'Ngày: 06/3/2024',
    'Chuyển: Phòng Quản lý văn hóa',
    'Số và ký hiệu HS:',
    '....',
  ]
  assert.equal(missingInOrder(text, parts), null)
  assert.deepEqual(fontsOf(pdf), ['Tinos-Bold', 'Tinos-Regular'])
  assert.match(await arrivalStampSvg(stamp), /^<svg viewBox="0 0 141\.73/)
  const long = { ...stamp, issuer: 'Ủy ban nhân dân '.repeat(30), forwardedTo: 'x'.repeat(500) }
  assert.ok((await writeArrivalStamp(long)).length > 1000)
})

test('the forwarding slip says three opinions; what is not said leaves lines for a hand', async () => {
  const slip: ForwardingSlip = {
    ...stamp,
    parentIssuer: null,
    place: 'Hải Dương',
    document: 'Công văn số 428/VHCS-QCTT ngày 05 tháng 3 năm 2024 của Cục Văn hóa cơ sở về cổ động trực quan',
    arrivalNumber: 123,
    arrivedOn: '2024-03-06',
    leader: {
      lines: ['Chủ trì: Phòng Quản lý văn hóa, hạn 15/3/2024'],
      date: '2024-03-06',
      name: 'Trần Thị Mẫu',
    },
    unitHead: null,
    handler: null,
  }
  const parts = [
    'PHIẾU GIẢI QUYẾT VĂN BẢN ĐẾN',
    'Công văn số 428/VHCS-QCTT',
    'Số đến: 123, ngày 06 tháng 3 năm 2024',
    'Ý kiến của lãnh đạo cơ quan, tổ chức:',
    'Chủ trì: Phòng Quản lý văn hóa',
    'Trần Thị Mẫu, ngày 06 tháng 3 năm 2024',
    'Ý kiến của lãnh đạo đơn vị:',
    '………',
    'Ý kiến đề xuất của người giải quyết:',
  ]
  const [text = ''] = await pagesOf(await writeForwardingSlipPdf(slip))
  assert.equal(missingInOrder(text, parts), null)
  assert.ok(!/Số: |Nơi nhận|\.\/\./.test(text))
  const docx = unzipSync(await writeForwardingSlipDocx(slip))['word/document.xml']
  const words = new TextDecoder()
    .decode(docx)
    .replace(/<[^>]+>/g, ' ')
    .replace(/ +/g, ' ')
  assert.equal(missingInOrder(words, parts), null)
})
