import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { writeDocx } from './docx.ts'
import { writePdf } from './pdf.ts'
import { linkedReport, sampleLetter, sampleReport } from './sample.ts'
import { campaignFigures } from './sample-figures.ts'
import { pageSizes, pagesOf } from './testing.ts'
import { dropTypesetter } from './typst.ts'
import type { Workbook } from './workbook.ts'
import { writeXlsx } from './xlsx.ts'

/** What LibreOffice makes of our files. Needs soffice. */
const folder = mkdtempSync(join(tmpdir(), 'loa-office-'))
after(() => {
  dropTypesetter()
  rmSync(folder, { recursive: true })
})

test('the DOCX opens and says the same as the PDF', { timeout: 120_000 }, async () => {
  for (const tree of [sampleLetter, linkedReport(sampleReport)]) {
    const opened = convert('document.docx', await writeDocx(tree), 'pdf')
    assert.deepEqual(await wordsOf(opened), await wordsOf(await writePdf(tree)))
    const sizes = await pageSizes(opened)
    assert.equal(sizes[0], '210×297')
    assert.equal(
      sizes.includes('297×210'),
      tree.annexes.some((annex) => annex.landscape),
    )
  }
})

test('a spreadsheet that computes anew arrives at the same totals', { timeout: 120_000 }, async () => {
  const wrong = structuredClone(campaignFigures)
  for (const cell of wrong.sheets[0]?.rows.at(-1) ?? []) {
    if (typeof cell === 'object' && cell !== null && 'formula' in cell) cell.value = -1
  }
  const totals = (book: Uint8Array) => totalLine(convert('figures.xlsx', book, csv))
  assert.equal(totals(await writeXlsx(wrong)), '"Tổng cộng","1,073",20.8')
  assert.equal(totals(await writeXlsx(campaignFigures)), '"Tổng cộng","1,073",20.8')
})

test('text that looks like a formula is not computed', { timeout: 60_000 }, async () => {
  const book: Workbook = {
    sheets: [{ name: 'A', columns: [{ title: 'Tên', width: 20 }], rows: [['=1+1'], ['-3+1']] }],
  }
  const lines = convert('text.xlsx', await writeXlsx(book), csv)
    .toString('utf8')
    .trim()
    .split('\n')
  assert.deepEqual(lines, ['"Tên"', '"=1+1"', '"-3+1"'])
})

const csv = 'csv:Text - txt - csv (StarCalc):44,34,76,1'

const convert = (name: string, bytes: Uint8Array, to: string): Buffer => {
  writeFileSync(join(folder, name), bytes)
  const profile = join(folder, 'profile')
  alwaysRecalculate(profile)
  execFileSync(
    'soffice',
    [`-env:UserInstallation=file://${profile}`, '--headless', '--convert-to', to, name],
    {
      cwd: folder,
      stdio: 'ignore',
    },
  )
  return readFileSync(join(folder, name.replace(/\w+$/, to.split(':')[0] ?? to)))
}

/** Otherwise it shows the values that the file carries. */
const alwaysRecalculate = (profile: string): void => {
  mkdirSync(join(profile, 'user'), { recursive: true })
  writeFileSync(
    join(profile, 'user', 'registrymodifications.xcu'),
    `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`,
  )
}

const totalLine = (bytes: Buffer): string =>
  bytes
    .toString('utf8')
    .split('\n')
    .find((line) => line.includes('Tổng cộng')) ?? ''

/** Each word once: where a page ends depends on the fonts of the machine, and with it how often a header is repeated. */
const wordsOf = async (pdf: Uint8Array): Promise<string[]> =>
  [...new Set((await pagesOf(pdf)).join(' ').split(/[\s\u00a0]+/))]
    .filter((word) => !onAxis.test(word))
    .sort()
/** Each program divides the axis of a chart as it likes. */
const onAxis = /^\d?\d0$|^0$/
