import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { forms } from '@loa/contract/plans'
import { read } from '@loa/documents/read'
import { examples, openFolder, partOf } from './testing.ts'

const { loa, path } = openFolder()
const dispatch = join(examples, 'dispatches/thang-an-toan-giao-thong.txt')
const tenForms = join(examples, 'dispatches/ngay-gia-dinh.txt')

// Whole jobs side by side; every test looks at these.
const [first, again, other, whole] = await Promise.all([
  loa('run', dispatch, '--out', 'mot', '--seed', '7'),
  loa('run', dispatch, '--out', 'lai', '--seed', '7'),
  loa('run', dispatch, '--out', 'khac', '--seed', '8'),
  loa('run', tenForms, '--out', 'muoi', '--seed', '7'),
])
const summaryOf = (folder: string) => JSON.parse(readFileSync(path(`${folder}/summary.json`), 'utf8'))

test('one command does the whole job and leaves six files', () => {
  for (const said of [first, again, other]) assert.equal(said.exit, 0, said.err)
  assert.deepEqual(readdirSync(path('mot')).sort(), [
    'dispatch.docx',
    'dispatch.pdf',
    'figures.xlsx',
    'report.docx',
    'report.pdf',
    'summary.json',
  ])
  assert.match(first.err, /1\/7 .*\n(.*\n)*7\/7 /)
  assert.match(first.out, /Công văn 01\/SVHTTDL-QLVHGĐ gửi 12 đơn vị/)
})

test('the dispatch and the report are documents that can be read again, and say that they are simulated', async () => {
  for (const [name, type] of [
    ['dispatch', 'cong-van'],
    ['report', 'bao-cao'],
  ]) {
    const pdf = await read(readFileSync(path(`mot/${name}.pdf`)), `${name}.pdf`)
    assert.match(pdf.tree?.text ?? '', /MÔ PHỎNG/)
    const docx = await read(readFileSync(path(`mot/${name}.docx`)), `${name}.docx`)
    assert.match(partOf(readFileSync(path(`mot/${name}.docx`)), 'word/header1.xml'), /MÔ PHỎNG/)
    for (const { tree } of [pdf, docx]) {
      assert.equal(tree?.type, type)
      assert.equal(tree?.issuer?.toLowerCase(), 'sở văn hóa, thể thao và du lịch')
    }
  }
})

test('what units claimed, what is proved and who is silent stand in the summary and in the report', async () => {
  const { simulated, units, activities, figures } = summaryOf('mot')
  assert.equal(simulated, true)
  assert.equal(units.reporting + units.missing.length, units.all)
  assert.ok(activities > 0)
  for (const { declared, proved, claimed, doubted, corrected } of figures)
    if (declared !== null) assert.equal(declared, proved + claimed + doubted + corrected)
  const { tree } = await read(readFileSync(path('mot/report.docx')), 'report.docx')
  for (const missing of units.missing) assert.ok(tree?.text.includes(missing), missing)
})

test('a dispatch that orders all ten forms: each is done with its short form, and stands in the report', async () => {
  assert.equal(whole.exit, 0, whole.err)
  const { figures } = summaryOf('muoi')
  const done = figures.filter(({ units }: { units: number }) => units > 0)
  assert.deepEqual([...new Set(done.map(({ form }: { form: string }) => form))], [...forms])
  for (const { code, aggregation, units, declared } of done)
    assert.equal(declared === null, aggregation !== 'sum' && units > 1, code)
  const { tree } = await read(readFileSync(path('muoi/report.docx')), 'report.docx')
  assert.match(tree?.text ?? '', /10\. Lồng ghép trong hoạt động khác: buổi có lồng ghép tuyên truyền \d/)
  assert.match(tree?.text ?? '', /số xe tham gia/i)
  assert.match(tree?.text ?? '', /không cộng/)
  const sheet = partOf(readFileSync(path('muoi/figures.xlsx')), 'xl/worksheets/sheet1.xml')
  assert.match(sheet, /<f>SUMIF\('Chi tiết'!/)
})

test('a round of reports: some are missing, one is exempt, and what comes late is a numbered supplement', async () => {
  const { reports } = summaryOf('muoi')
  assert.match(reports.code, /^01\/BC-/)
  assert.match(reports.supplement.code, /^02\/BC-/)
  assert.equal(reports.exempt.length, 1)
  assert.ok(reports.missing.length > 0 && reports.supplement.units.length > 0)
  const { tree } = await read(readFileSync(path('muoi/report.docx')), 'report.docx')
  assert.match(tree?.text ?? '', /do các đơn vị chưa gửi báo cáo tính đến \d\d giờ/)
  assert.match(tree?.text ?? '', /sẽ gửi báo cáo bổ sung khi có đủ số liệu/)
  for (const unit of reports.missing) assert.ok(tree?.text.includes(unit), unit)
})

test('the totals of the workbook are formulas', () => {
  const sheet = partOf(readFileSync(path('mot/figures.xlsx')), 'xl/worksheets/sheet2.xml')
  assert.match(sheet, /<f>SUM\(C3:C14\)<\/f>/)
})

test('the same seed gives the same bytes, but for the seconds it took', () => {
  for (const name of readdirSync(path('mot')).filter((file) => file !== 'summary.json'))
    assert.ok(readFileSync(path(`mot/${name}`)).equals(readFileSync(path(`lai/${name}`))), name)
  assert.deepEqual({ ...summaryOf('mot'), seconds: 0 }, { ...summaryOf('lai'), seconds: 0 })
})

test('another seed is another simulation of the same dispatch', () => {
  assert.notDeepEqual(summaryOf('khac').figures, summaryOf('mot').figures)
  assert.ok(readFileSync(path('khac/dispatch.pdf')).equals(readFileSync(path('mot/dispatch.pdf'))))
  assert.ok(!readFileSync(path('khac/report.pdf')).equals(readFileSync(path('mot/report.pdf'))))
})
