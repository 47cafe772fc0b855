import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { getDocumentProxy } from 'unpdf'
import { type DocumentTree, emptyTree } from '../document.ts'
import { previewSvg, writePdf } from './pdf.ts'
import { linkedReport, paragraph, sampleLetter, sampleReport } from './sample.ts'
import { fontsOf, missingInOrder, pageSizes, pagesOf, standardOf } from './testing.ts'
import { dropTypesetter } from './typst.ts'

after(dropTypesetter)

const textOf = async (tree: DocumentTree) => (await pagesOf(await writePdf(tree))).join(' ')

test('a công văn has every part of the decree in order', async () => {
  const missing = missingInOrder(await textOf(sampleLetter), [
    'UBND TỈNH HẢI DƯƠNG',
    'SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Số: 705/SVHTTDL-QLVHGĐ',
    'Hải Dương, ngày 05 tháng 9 năm 2023',
    'V/v tuyên truyền Tháng cao điểm an toàn giao thông năm 2023',
    'Kính gửi:',
    '- Các phòng chuyên môn và các đơn vị sự nghiệp thuộc Sở;',
    'các huyện, thị xã, thành phố.',
    '1. Nội dung tuyên truyền',
    'b) Tuyên truyền lưu động',
    'để tổng hợp./.',
    'Nơi nhận:',
    '- Như trên;',
    '- Ban An toàn giao thông tỉnh (để báo cáo);',
    '- Lưu: VT, QLVHGĐ.',
    'KT. GIÁM ĐỐC',
    'PHÓ GIÁM ĐỐC',
    'Nguyễn Văn Mẫu',
  ])
  assert.equal(missing, null)
})

test('a named type has its name and trích yếu, no V/v; one addressee stands beside "Kính gửi:"', async () => {
  const [first = ''] = await pagesOf(await writePdf(sampleReport))
  assert.equal(
    missingInOrder(first, ['BÁO CÁO', 'Kết quả công tác', 'Kính gửi: Ban An toàn giao thông tỉnh']),
    null,
  )
  assert.ok(!first.includes('V/v'))
})

test('a number and a date not given yet leave room on the page', async () => {
  const text = await textOf({ ...sampleLetter, number: null, code: null, date: '2023' })
  assert.match(text, /Số: +\/SVHTTDL-QLVHGĐ/)
  assert.match(text, /ngày +tháng +năm 2023/)
  assert.match(
    await textOf({ ...sampleLetter, number: '5', code: '5/SVHTTDL-QLVHGĐ' }),
    /Số: 05\/SVHTTDL-QLVHGĐ/,
  )
})

test('pages are A4, an annex lies down when asked', async () => {
  assert.deepEqual(await pageSizes(await writePdf(sampleLetter)), ['210×297'])
  assert.deepEqual(await pageSizes(await writePdf(sampleReport)), [
    '210×297',
    '297×210',
    '297×210',
    '210×297',
  ])
})

test('pages are numbered from the second, and every annex starts again', async () => {
  const long = Array.from({ length: 60 }, () =>
    paragraph('text', null, 'Tuyên truyền tại cổng trường học. '.repeat(4)),
  )
  const pages = await pagesOf(await writePdf({ ...sampleLetter, body: long, annexes: sampleReport.annexes }))
  const body = pages.length - 3
  assert.ok(body >= 3)
  const numbers = pages.map((page) => page.match(/^\d+(?= )/)?.[0] ?? '')
  const expected = Array.from({ length: body }, (_, at) => (at === 0 ? '' : String(at + 1)))
  assert.deepEqual(numbers, [...expected, '', '2', ''])
  assert.match(pages[body] ?? '', /^Phụ lục I SỐ LIỆU THEO ĐƠN VỊ \(Kèm theo Công văn số 705/)
  assert.match(pages[body + 1] ?? '', /STT Đơn vị/, 'the header of the table is repeated')
  assert.match(pages[body + 2] ?? '', /^Phụ lục II/)
})

test('a simulated document says so at the head of every page', async () => {
  const pages = await pagesOf(await writePdf(sampleReport))
  assert.ok(pages.every((page) => page.startsWith('MÔ PHỎNG')))
  assert.ok(!(await textOf(sampleLetter)).includes('MÔ PHỎNG'))
})

test('the signature is not left alone on a page', async () => {
  for (let lines = 20; lines < 40; lines++) {
    const body = Array.from({ length: lines }, (_, at) => paragraph('text', null, `Dòng số ${at}`))
    const pages = await pagesOf(await writePdf({ ...sampleLetter, body }))
    const last = pages.at(-1) ?? ''
    assert.ok(last.includes(`Dòng số ${lines - 1}./.`) && last.includes('Nguyễn Văn Mẫu'), `${lines} lines`)
  }
})

test('only Tinos is embedded, and the same tree gives the same bytes', async () => {
  const pdf = await writePdf(sampleLetter)
  assert.deepEqual(fontsOf(pdf), ['Tinos-Bold', 'Tinos-BoldItalic', 'Tinos-Italic', 'Tinos-Regular'])
  const report = await writePdf(sampleReport)
  dropTypesetter()
  assert.deepEqual(await writePdf(sampleLetter), pdf)
  assert.deepEqual(await writePdf(sampleReport), report)
})

test('every document is PDF/A-2a: by the day on it, or by the moment that the caller gives', async () => {
  const dated = async (tree: DocumentTree, createdAt?: number) => {
    const pdf = await writePdf(tree, createdAt === undefined ? {} : { createdAt })
    assert.equal(standardOf(pdf), '2A')
    return Buffer.from(pdf)
      .toString('latin1')
      .match(/CreationDate \(D:(\d+)/)?.[1]
  }
  assert.equal(await dated(sampleLetter), '20230905000000')
  assert.equal(await dated(sampleReport), '20230101000000')
  assert.equal(await dated(emptyTree()), '19800101000000')
  assert.equal(await dated(sampleLetter, 1_693_900_000), '20230905074640')
  const strange = await writePdf({ ...sampleLetter, subject: '😀' })
  assert.equal(standardOf(strange), null, 'a letter that is in no font of ours is none of the standard')
})

test('the tags tell paragraphs, tables with their heads, and what pictures say', async () => {
  const document = await getDocumentProxy(
    new Uint8Array(await writePdf(linkedReport(sampleReport), { linkBase: 'https://loa.example.vn' })),
  )
  assert.equal((await document.getMarkInfo())?.Marked, true)
  const tree = JSON.stringify(await (await document.getPage(1)).getStructTree())
  for (const role of ['P', 'Table', 'TH', 'TD', 'Link', 'Figure'])
    assert.match(tree, new RegExp(`"role":"${role}"`))
  assert.match(tree, /"alt":"Kết quả so với kế hoạch/)
  const { info } = await document.getMetadata()
  assert.equal((info as { Language?: string }).Language, 'vi')
})

test('the preview has the same pages as the print', async () => {
  const pages = await previewSvg(sampleReport)
  assert.equal(pages.length, 4)
  assert.match(pages[0] ?? '', /^<svg viewBox="0 0 595\.2756 841\.8898"/)
  assert.match(pages[1] ?? '', /^<svg viewBox="0 0 841\.8898 595\.2756"/)
  for (const page of pages) {
    assert.ok(page.endsWith('</svg>\n'))
    for (const [, id] of page.matchAll(/xlink:href="#(\w+)"/g)) assert.ok(page.includes(`<symbol id="${id}"`))
  }
})

test('an empty draft can be seen too', async () => {
  const text = await textOf(emptyTree())
  assert.ok(text.includes('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'))
  assert.equal((await previewSvg({ ...emptyTree(), type: 'cong-van' })).length, 1)
})
