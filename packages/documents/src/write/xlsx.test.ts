import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unzipSync } from 'fflate'
import { campaignFigures } from './sample-figures.ts'
import { cellName, firstRow } from './workbook.ts'
import { writeXlsx } from './xlsx.ts'

const sheetOf = async (rows: Parameters<typeof writeXlsx>[0]['sheets'][number]['rows'], name = 'Bảng') => {
  const parts = unzipSync(
    await writeXlsx({ sheets: [{ name, columns: [{ title: 'Cột', width: 20 }], rows }] }),
  )
  return new TextDecoder().decode(parts['xl/worksheets/sheet1.xml'])
}

test('text that looks like a formula stays text', async () => {
  for (const text of ['=HYPERLINK("http://x","y")', '+1', '-2+3', '@SUM(A1)', "=cmd|'/C calc'!A0"]) {
    const sheet = await sheetOf([[text]])
    assert.ok(!sheet.includes('<f>'), text)
    assert.match(sheet, /t="inlineStr"/)
  }
})

test('markup and letters of any kind are kept', async () => {
  const sheet = await sheetOf([['<b>&"x" Nguyễn Thị Ổi 😀\u0000 _x0041_']])
  assert.ok(sheet.includes('&lt;b&gt;&amp;&quot;x&quot; Nguyễn Thị Ổi 😀 _x005F_x0041_'))
})

test('a formula carries its value; one that could reach outside is refused', async () => {
  assert.match(await sheetOf([[1], [{ formula: 'SUM(A2:A2)', value: 1 }]]), /<f>SUM\(A2:A2\)<\/f><v>1<\/v>/)
  for (const formula of ['WEBSERVICE("http://x")', "'[x.xlsx]A'!A1", 'cmd|A0', 'HYPERLINK("x")']) {
    await assert.rejects(sheetOf([[{ formula, value: 0 }]]), RangeError)
  }
  await assert.rejects(sheetOf([[Number.NaN]]), RangeError)
})

test('the header stays in sight, missing units are hatched, notes stand below', async () => {
  const parts = unzipSync(await writeXlsx(campaignFigures))
  const sheet = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml'])
  assert.match(sheet, /ySplit="2" topLeftCell="A3"[^>]*state="frozen"/)
  assert.match(sheet, /chưa báo cáo/)
  assert.match(sheet, /<row r="8".*Chưa báo cáo: huyện C/)
  assert.match(new TextDecoder().decode(parts['xl/styles.xml']), /patternType="lightUp"/)
})

test('sheet names are made valid and unique', async () => {
  const sheets = ['Tháng 6/2023', 'tháng 6?2023', '', 'x'.repeat(40)].map((name) => ({
    name,
    columns: [],
    rows: [],
  }))
  const book = new TextDecoder().decode(unzipSync(await writeXlsx({ sheets }))['xl/workbook.xml'])
  assert.deepEqual(
    Array.from(book.matchAll(/sheet name="([^"]*)"/g), ([, name]) => name),
    ['Tháng 6 2023', 'tháng 6 2023 (2)', 'Bảng 3', 'x'.repeat(31)],
  )
})

test('cells are named as spreadsheets name them, and bytes depend on the workbook alone', async () => {
  assert.deepEqual(
    [cellName(0, 1), cellName(25, 2), cellName(26, 3), cellName(702, 4)],
    ['A1', 'Z2', 'AA3', 'AAA4'],
  )
  assert.equal(firstRow({ title: 'Số liệu' }), 3)
  assert.deepEqual(await writeXlsx(campaignFigures), await writeXlsx(campaignFigures))
})

test('a hidden column is there and makes no row higher; a picture lies on its sheet', async () => {
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47])
  const parts = unzipSync(
    await writeXlsx({
      sheets: [
        {
          name: 'Biểu',
          columns: [
            { title: 'Nơi làm', width: 20 },
            { title: 'Mã', width: 4, hidden: true },
          ],
          rows: [[null, '12/0b6f6a3e-8d0a-4c53-9a8e-0d6f1f6f0a01']],
          picture: { png, column: 2, row: 1, millimetres: 30 },
        },
        { name: 'Không hình', columns: [{ title: 'Cột', width: 20 }], rows: [] },
      ],
    }),
  )
  const text = (name: string) => new TextDecoder().decode(parts[name])
  assert.match(
    text('xl/worksheets/sheet1.xml'),
    /<col min="2" max="2" width="4" customWidth="1" hidden="1"\/>/,
  )
  assert.match(text('xl/worksheets/sheet1.xml'), /<row r="2" ht="16.5"/)
  assert.match(text('xl/worksheets/sheet1.xml'), /<drawing r:id="r1"\/><\/worksheet>$/)
  assert.match(text('xl/drawings/drawing1.xml'), /<xdr:ext cx="1080000" cy="1080000"\/>/)
  assert.deepEqual(parts['xl/media/image1.png'], png)
  assert.doesNotMatch(text('xl/worksheets/sheet2.xml'), /<drawing/)
})
