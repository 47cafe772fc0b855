import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SubmitActivity } from '@loa/contract/activities'
import { GetDispatch } from '@loa/contract/dispatches'
import { DraftReport, GetReport, GetReportFile } from '@loa/contract/reports'
import { strFromU8, unzipSync } from 'fflate'
import {
  acceptDuty,
  addPhoto,
  carryThrough,
  issuedCampaign,
  recordActivity,
  startCampaign,
  wordsOf,
} from '../testing/path.ts'
import { refused } from '../testing/problems.ts'
import { type TestApp, withApp } from '../testing/with-app.ts'

const withOneProved = async (app: TestApp) => {
  const { campaignId } = await issuedCampaign(app)
  const duty = await acceptDuty(app.lan)
  const shown = await addPhoto(app.lan, await recordActivity(app.lan, duty))
  await app.lan.call(SubmitActivity, { params: { id: shown.id }, body: { version: shown.version } })
  await recordActivity(app.lan, duty, { quantity: 2, place: 'Chợ huyện' })
  return campaignId
}

test(
  'a report says what was claimed and what is proved, and names every unit that has not reported',
  withApp(async (app) => {
    const campaignId = await withOneProved(app)
    const report = await app.ha.call(DraftReport, { params: { id: campaignId }, body: {} })
    assert.equal(report.unitsAll, 39)
    assert.equal(report.unitsReporting, 1)
    assert.equal(report.missing.length, 38)
    const { tree } = await app.ha.call(GetDispatch, { params: { id: report.dispatchId } })
    const words = wordsOf(tree)
    assert.ok(words.includes('5 chiếc, trong đó 3 chiếc có minh chứng'), words)
    for (const unit of report.missing) assert.ok(words.includes(unit.fullName), unit.fullName)
    assert.equal(tree.type, 'bao-cao')
    assert.deepEqual(tree.addressees, ['Cục Văn hóa cơ sở'])
  }),
)

test(
  'every number of the report leads to its evidence: from the text, from each cell of the tables, from the DOCX',
  withApp(async (app) => {
    const campaignId = await withOneProved(app)
    const report = await app.ha.call(DraftReport, { params: { id: campaignId }, body: {} })
    const { tree } = await app.ha.call(GetDispatch, { params: { id: report.dispatchId } })
    const runs = tree.body.flatMap((block) => (block.kind === 'paragraph' ? block.runs : []))
    const banners = `/reports/${report.id}?figure=visual.banner`
    assert.deepEqual(
      runs.filter(({ link }) => link === banners).map(({ text }) => text),
      ['5', '3'],
    )
    const cells = tree.annexes.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'table' ? (block.links ?? []).flat() : [])),
    )
    const { unit } = await acceptDuty(app.tho)
    assert.ok(cells.includes(banners))
    assert.ok(cells.some((link) => link?.startsWith(`${banners}&unit=`)))
    assert.ok(!cells.includes(`${banners}&unit=${unit.id}`), 'a blank cell leads nowhere')
    const docx = await app.ha.file(GetReportFile, { params: { id: report.id, kind: 'docx' } })
    const relations = strFromU8(unzipSync(docx)['word/_rels/document.xml.rels'] ?? new Uint8Array())
    assert.match(relations, /Target="http:\/\/localhost:\d+\/reports\/\d+\?figure=visual\.banner"/)
  }),
)

test(
  'zero and not reported are two things: a form nobody reported is not printed as 0',
  withApp(async (app) => {
    const report = await app.ha.call(DraftReport, { params: { id: await withOneProved(app) }, body: {} })
    const { tree } = await app.ha.call(GetDispatch, { params: { id: report.dispatchId } })
    assert.ok(wordsOf(tree).includes('Màn hình LED: chưa có đơn vị báo cáo.'))
  }),
)

test(
  'a report keeps its figures when the figures move on',
  withApp(async (app) => {
    const campaignId = await withOneProved(app)
    const report = await app.ha.call(DraftReport, { params: { id: campaignId }, body: {} })
    await recordActivity(app.tho, await acceptDuty(app.tho), { quantity: 100 })
    const later = await app.ha.call(GetReport, { params: { id: report.id } })
    assert.equal(later.figures.find((row) => row.indicator === 'visual.banner')?.amounts?.declared, 5)
  }),
)

test(
  'a report is approved, signed, numbered in the series of reports and issued',
  withApp(async (app) => {
    const report = await app.ha.call(DraftReport, { params: { id: await withOneProved(app) }, body: {} })
    assert.equal((await carryThrough(app, report.dispatchId)).code, '01/BC-SVHTTDL')
  }),
)

test(
  'totals in the workbook are formulas over the cells they are made of',
  withApp(async (app) => {
    const report = await app.ha.call(DraftReport, { params: { id: await withOneProved(app) }, body: {} })
    const parts = unzipSync(await app.ha.file(GetReportFile, { params: { id: report.id, kind: 'xlsx' } }))
    const units = strFromU8(parts['xl/worksheets/sheet2.xml'] ?? new Uint8Array())
    assert.match(units, /<f>SUM\(C3:C41\)<\/f><v>5<\/v>/)
    assert.match(units, /<f>SUM\(D3:D41\)<\/f><v>3<\/v>/)
    assert.ok(units.includes('chưa báo cáo'))
  }),
)

test(
  'PDF and DOCX of the report are made',
  withApp(async (app) => {
    const report = await app.ha.call(DraftReport, { params: { id: await withOneProved(app) }, body: {} })
    for (const [kind, magic] of [
      ['pdf', '%PDF'],
      ['docx', 'PK'],
    ] as const) {
      const bytes = await app.ha.file(GetReportFile, { params: { id: report.id, kind } })
      assert.equal(Buffer.from(bytes).subarray(0, magic.length).toString('latin1'), magic)
    }
  }),
)

test(
  'a campaign that is not issued has nothing to report',
  withApp(async (app) => {
    const { campaignId } = await startCampaign(app)
    await refused(
      app.ha.call(DraftReport, { params: { id: campaignId }, body: {} }),
      'report.nothing-to-report',
    )
  }),
)

test(
  'a unit of the campaign does not see the report of the department',
  withApp(async (app) => {
    const report = await app.ha.call(DraftReport, { params: { id: await withOneProved(app) }, body: {} })
    await refused(app.lan.call(GetReport, { params: { id: report.id } }), 'thing.not-found')
  }),
)
