import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import type { DocumentTree } from '../document.ts'
import { writeDocx } from './docx.ts'
import { docxLetterWriter } from './docx-letters.ts'
import { writePdf } from './pdf.ts'
import { linkedReport, paragraph, sampleLetter, sampleReport } from './sample.ts'
import { campaignFigures } from './sample-figures.ts'
import { templates } from './sample-templates.ts'
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

test('the DOCX of every template opens on the same pages with the same words as the PDF', {
  timeout: 120_000,
}, async () => {
  const trees: Record<string, DocumentTree> = {
    ...templates,
    letter: sampleLetter,
    report: linkedReport(sampleReport),
  }
  for (const [name, tree] of Object.entries(trees))
    writeFileSync(join(folder, `${name}.docx`), await writeDocx(tree))
  for (const [name, tree] of Object.entries(ends))
    writeFileSync(join(folder, `${name}.docx`), await writeDocx(tree))
  const [to] = names
  writeFileSync(join(folder, 'coded.docx'), docxLetterWriter(sampleLetter)({ addressee: to, qr: 'HD-288' }))
  const opened = convertAll([...Object.keys(trees), ...Object.keys(ends), 'coded'], 'docx', 'pdf')
  for (const [name, tree] of Object.entries(trees)) {
    const [ours, theirs] = [await writePdf(tree), opened(name)]
    assert.deepEqual(await wordsOf(theirs), await wordsOf(ours), name)
    assert.deepEqual(await pageSizes(theirs), await pageSizes(ours), name)
    const [first, second] = await Promise.all([ours, theirs].map((pdf) => pagesOf(pdf)))
    const signed = (pages: string[] | undefined) => pages?.findIndex((page) => page.includes('Nơi nhận'))
    assert.equal(signed(second), signed(first), `${name}: the signature is on another page`)
  }
  for (const name of Object.keys(ends)) {
    const last = (await pagesOf(opened(name), '\n')).at(-1) ?? ''
    const above = last.slice(0, last.indexOf('Nơi nhận')).match(/Dòng số|thực hiện/g)
    assert.ok(last.includes('Nguyễn Văn Mẫu') && (above?.length ?? 0) >= 2, `${name}: ${last}`)
  }
  assert.match((await pagesOf(opened('coded'))).join(' '), new RegExp(`Kính gửi: ${to}`))
  assert.deepEqual(await pageSizes(opened('coded')), ['210×297'])
})

const names = ['UBND huyện Tứ Kỳ'] as const

/** Letters whose signature alone would not fit on the first page: two lines of the body go with it. */
const ends = Object.fromEntries(
  [18, 21, 24].flatMap((count) =>
    ['Các đơn vị thực hiện.', 'Các đơn vị nghiêm túc thực hiện. '.repeat(16).trim()].map((end) => [
      `ends-${count}-${end.length}`,
      {
        ...sampleLetter,
        body: [
          ...Array.from({ length: count }, (_, at) => paragraph('text', null, `Dòng số ${at}.`)),
          paragraph('text', null, end),
        ],
      },
    ]),
  ),
)

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
  const [stem = '', ending = ''] = name.split('.')
  return convertAll([stem], ending, to)(stem)
}

/** One run of LibreOffice for all of them: its start takes longer than its work. Whatever fonts the machine has, they are set in ours. */
const convertAll = (stems: string[], ending: string, to: string): ((stem: string) => Buffer) => {
  const profile = join(folder, 'profile')
  alwaysRecalculate(profile)
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${profile}`,
      '--headless',
      '--convert-to',
      to,
      ...stems.map((stem) => `${stem}.${ending}`),
    ],
    { cwd: folder, stdio: 'ignore', env: { ...process.env, FONTCONFIG_FILE: ourFonts() } },
  )
  return (stem) => readFileSync(join(folder, `${stem}.${to.split(':')[0] ?? to}`))
}

/** Times New Roman is no free font; Tinos has its widths, so pages break as they do where it is installed. */
const ourFonts = (): string => {
  const path = join(folder, 'fonts.conf')
  const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'))
  writeFileSync(
    path,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fonts}</dir>
<cachedir>${join(folder, 'fonts')}</cachedir><alias binding="same"><family>Times New Roman</family>
<prefer><family>Tinos</family></prefer></alias></fontconfig>`,
  )
  return path
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
