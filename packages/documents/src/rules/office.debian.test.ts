import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { check } from './check.ts'
import { fixDocx } from './fix.ts'
import { makeFixture } from './fixtures.ts'

const faulty = await makeFixture({
  of: 'letter',
  changes: [
    { sheet: { margins: { left: 20 } } },
    { words: 'ngày 05 tháng 9', to: 'ngày 5 tháng 09' },
    { words: 'KT. GIÁM ĐỐC', to: 'KT.GIÁM ĐỐC' },
    { words: 'Nhằm nâng cao', face: { font: 'Courier New', size: 11 } },
    { words: 'Số: 705', face: { size: 17 } },
    { words: 'Nguyễn Văn Mẫu', face: { bold: false } },
  ],
})

test('LibreOffice opens what was put right; as a PDF it shows no fault, and the faulty one shows the same faults', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'loa-rules-'))
  try {
    const fixed = await fixDocx(faulty, 'a.docx')
    writeFileSync(join(folder, 'bad.docx'), faulty)
    writeFileSync(join(folder, 'good.docx'), fixed?.bytes ?? '')
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        join(folder, 'bad.docx'),
        join(folder, 'good.docx'),
      ],
      { stdio: 'ignore', timeout: 90_000 },
    )
    const rulesOf = async (name: string) =>
      (await check(readFileSync(join(folder, name)), name)).findings
        .map(({ rule }) => rule)
        // Which font stands in for Times New Roman is a matter of the machine.
        .filter((rule) => rule !== 'page.font')
        .sort()
    assert.deepEqual(await rulesOf('good.pdf'), [])
    assert.deepEqual(await rulesOf('bad.pdf'), [
      'body.size',
      'date.day-padding',
      'date.month-padding',
      'number.size',
      'page.margin-left',
      'sign.space',
      'signer.style',
    ])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
