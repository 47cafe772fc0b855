/** The workbook of a report, computed anew by LibreOffice, against the database. Needs soffice. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { SubmitActivity } from '@loa/contract/activities'
import { ListFigures } from '@loa/contract/figures'
import { DraftReport, GetReportFile } from '@loa/contract/reports'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { acceptDuty, addPhoto, issuedCampaign, recordActivity } from '../testing/path.ts'
import { withApp } from '../testing/with-app.ts'

const folder = mkdtempSync(join(tmpdir(), 'loa-workbook-'))
after(() => rmSync(folder, { recursive: true }))

/** Every sheet as rows of cells, after all formulas were computed anew. */
const computed = (book: Uint8Array): Map<string, string[][]> => {
  writeFileSync(join(folder, 'so-lieu.xlsx'), book)
  const profile = join(folder, 'profile')
  mkdirSync(join(profile, 'user'), { recursive: true })
  writeFileSync(
    join(profile, 'user', 'registrymodifications.xcu'),
    `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`,
  )
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${profile}`,
      '--headless',
      '--convert-to',
      // Tab-separated, as computed and not as formatted, a file for every sheet.
      'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,false,false,false,false,-1',
      'so-lieu.xlsx',
    ],
    { cwd: folder, stdio: 'ignore' },
  )
  return new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.csv'))
      .map((name) => [
        name.replace(/^so-lieu-|\.csv$/g, ''),
        readFileSync(join(folder, name), 'utf8')
          .trimEnd()
          .split('\n')
          .map((line) => line.split('\t').map((cell) => cell.replace(/^"|"$/g, ''))),
      ]),
  )
}

/** The values that the file carries are made wrong, so that only what is computed can be right. */
const withWrongValues = (book: Uint8Array): Uint8Array => {
  const files = unzipSync(book)
  for (const [name, bytes] of Object.entries(files))
    if (name.startsWith('xl/worksheets/'))
      files[name] = strToU8(strFromU8(bytes).replace(/<\/f><v>[^<]*<\/v>/g, '</f><v>-7</v>'))
  return zipSync(files)
}

test(
  'the totals that LibreOffice computes are those of the database, figure by figure',
  withApp(async (app) => {
    const { campaignId } = await issuedCampaign(app)
    const lan = await acceptDuty(app.lan)
    const shown = await addPhoto(app.lan, await recordActivity(app.lan, lan))
    await app.lan.call(SubmitActivity, { params: { id: shown.id }, body: { version: shown.version } })
    await recordActivity(app.lan, lan, { indicator: 'visual.panel-area', quantity: 12.5 })
    const tho = await acceptDuty(app.tho)
    await recordActivity(app.tho, tho, { quantity: 40 })
    await recordActivity(app.tho, tho, { indicator: 'car.run', quantity: 6 })
    const report = await app.ha.call(DraftReport, { params: { id: campaignId }, body: {} })
    const book = await app.ha.file(GetReportFile, { params: { id: report.id, kind: 'xlsx' } })

    const sheets = computed(withWrongValues(book))
    const summary = sheets.get('Tổng hợp') ?? []
    const { indicators } = await app.ha.call(ListFigures, { params: { id: campaignId } })
    const reported = indicators.filter(({ amounts }) => amounts && amounts.activities > 0)
    assert.equal(reported.length, 3)
    for (const { name, amounts } of reported) {
      const row = summary.find((cells) => cells[1] === name) ?? []
      assert.deepEqual(
        row.slice(4, 9).map(Number),
        amounts && [amounts.declared, amounts.proved, amounts.claimed, amounts.doubted, amounts.corrected],
        name,
      )
    }
    const byUnit = sheets.get('Theo đơn vị') ?? []
    const total = byUnit.find((cells) => cells[1] === 'Tổng cộng') ?? []
    const banners = byUnit[1]?.findIndex((title) => title.startsWith('Băng rôn')) ?? -1
    assert.deepEqual([total[banners], total[banners + 1]].map(Number), [43, 3])
    assert.equal(sheets.get('Chưa báo cáo')?.length, 2 + 37)
  }),
)
