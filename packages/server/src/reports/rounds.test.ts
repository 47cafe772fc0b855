/** Reports of a round: gaps by name, words, newer drafts, supplements, replacements. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SubmitActivity } from '@loa/contract/activities'
import { GetDispatch, SaveDraft } from '@loa/contract/dispatches'
import { ListDuties } from '@loa/contract/duties'
import {
  ExemptReport,
  GetExpectedReport,
  ListDutyReports,
  ListExpectedReports,
  ReturnReport,
  SubmitReport,
} from '@loa/contract/expected-reports'
import type { Outline } from '@loa/contract/report-outline'
import { AddReportTemplate, PreviewReportTemplate, SaveReportTemplate } from '@loa/contract/report-templates'
import {
  DraftReport,
  GetReport,
  ListReportTexts,
  RedraftReport,
  ReplaceReport,
  SaveReportText,
  SupplementReport,
} from '@loa/contract/reports'
import { OpenRound } from '@loa/contract/rounds'
import type { Worker } from '../in-process.ts'
import {
  acceptDuty,
  addPhoto,
  carryThrough,
  issuedCampaign,
  recordActivity,
  wordsOf,
} from '../testing/path.ts'
import { refused } from '../testing/problems.ts'
import { type TestApp, withApp } from '../testing/with-app.ts'

const month = {
  kind: 'month',
  from: '2023-05-15',
  to: '2023-06-14',
  cutOff: '2023-06-14',
  dueAt: '2023-06-15T10:00:00Z',
  upDueAt: null,
} as const

const mine = async (person: Worker) => {
  const { rows } = await person.call(ListDuties)
  const { rows: reports } = await person.call(ListDutyReports, { params: { id: rows[0]?.id ?? 0 } })
  return person.call(GetExpectedReport, { params: { id: reports[0]?.id ?? 0 } })
}

const submit = async (person: Worker) => {
  const expected = await mine(person)
  return person.call(SubmitReport, {
    params: { id: expected.id },
    body: { version: expected.version, forms: [{ form: 'led', says: 'none', reason: '' }] },
  })
}

/** Lan has handed in three proved banners; 38 others have not. Thọ has hung seven and not reported them. */
const begun = async (app: TestApp) => {
  const { campaignId } = await issuedCampaign(app)
  const round = await app.ha.call(OpenRound, { params: { id: campaignId }, body: month })
  const duty = await acceptDuty(app.lan)
  const shown = await addPhoto(app.lan, await recordActivity(app.lan, duty))
  await app.lan.call(SubmitActivity, { params: { id: shown.id }, body: { version: shown.version } })
  const tho = await acceptDuty(app.tho)
  await recordActivity(app.tho, tho, { quantity: 7 })
  const sent = await submit(app.lan)
  return { campaignId, round, duty, tho, sent }
}

const draftOf = (app: TestApp, campaignId: number, roundId: number) =>
  app.ha.call(DraftReport, { params: { id: campaignId }, body: { roundId, withGaps: true } })

const reportWords = async (app: TestApp, dispatchId: number) => {
  const { tree } = await app.ha.call(GetDispatch, { params: { id: dispatchId } })
  return `${tree.subject}\n${wordsOf(tree)}`
}
const banners = (report: { figures: { indicator: string; amounts: { declared: number } | null }[] }) =>
  report.figures.find(({ indicator }) => indicator === 'visual.banner')?.amounts?.declared

test(
  'a report of a round counts who has handed in, names who has not, who is exempt and who has none, and asks before it does',
  withApp(async (app) => {
    const { campaignId, round } = await begun(app)
    const { rows } = await app.ha.call(ListExpectedReports, {
      params: { id: round.id },
      query: { state: 'waiting', limit: 1 },
    })
    const other = rows[0]
    if (!other) throw new Error('others wait')
    const { version } = await app.ha.call(GetExpectedReport, { params: { id: other.id } })
    await app.ha.call(ExemptReport, { params: { id: other.id }, body: { version, reason: 'Đang sáp nhập' } })

    app.setNow('2023-06-15T01:20:00Z')
    await refused(
      app.ha.call(DraftReport, {
        params: { id: campaignId },
        body: { roundId: round.id, withGaps: true, templateId: 999_999 },
      }),
      'thing.not-found',
    )
    const asked = await refused(
      app.ha.call(DraftReport, { params: { id: campaignId }, body: { roundId: round.id } }),
      'report.gaps',
    )
    assert.equal(asked.values.units, 37)
    const report = await draftOf(app, campaignId, round.id)
    assert.equal(banners(report), 3)
    assert.deepEqual([report.unitsAll, report.unitsReporting], [38, 1])
    const words = await reportWords(app, report.dispatchId)
    assert.match(words, /tháng 6 năm 2023/)
    assert.match(words, /chưa gửi báo cáo tính đến 08 giờ 20 phút ngày 15 tháng 6 năm 2023/)
    assert.match(words, /sẽ gửi báo cáo bổ sung khi có đủ số liệu/)
    for (const unit of report.gaps.missing) assert.ok(words.includes(unit.fullName), unit.fullName)
    assert.ok(words.includes(`${other.unit.fullName} (Đang sáp nhập)`))
    assert.match(words, /hình thức \(.*cuộc thi, sáng tác.*\) của /)
    assert.match(words, /báo không thực hiện trong kỳ: màn hình LED/)
    // A figure of the page opens what it is made of; text blocks wait for a person.
    assert.ok(
      report.page.some(
        (block) =>
          block.kind === 'paragraph' &&
          block.runs.some(({ figure, text }) => figure === 'visual.banner' && text === '3'),
      ),
    )
    assert.ok(report.page.some((block) => block.kind === 'unwritten' && block.block === 'uu-diem-loi'))
    assert.ok(!words.includes('ĐÁNH GIÁ CHUNG'))
    assert.equal((await draftOf(app, campaignId, round.id)).id, report.id)
  }),
)

test(
  'the officer writes text blocks only; a second writer is told, every wording stays, and a newer draft says what changed',
  withApp(async (app) => {
    const { campaignId, round, duty } = await begun(app)
    const report = await draftOf(app, campaignId, round.id)
    const write = (block: string, version: number, text: string) =>
      app.ha.call(SaveReportText, { params: { id: report.id, block }, body: { version, text } })
    const written = await write('uu-diem-loi', 0, 'Trung tâm Nam Sách treo sớm.')
    assert.equal(written.texts['uu-diem-loi']?.version, 1)
    const words = await reportWords(app, report.dispatchId)
    assert.match(words, /III\..*ĐÁNH GIÁ CHUNG.*1\..*Ưu điểm.*Trung tâm Nam Sách treo sớm\./)
    assert.ok(!words.includes('Hạn chế'))
    const told = await refused(write('uu-diem-loi', 0, 'Lời khác'), 'thing.changed')
    assert.ok(told.values.who)
    await write('uu-diem-loi', 1, 'Lời sau')
    const kept = await app.ha.call(ListReportTexts, { params: { id: report.id, block: 'uu-diem-loi' } })
    assert.deepEqual(
      kept.rows.map(({ text }) => text),
      ['Lời sau', 'Trung tâm Nam Sách treo sớm.'],
    )
    await refused(write('ket-qua-so', 0, 'x'), 'report.no-such-block')
    const dispatch = await app.ha.call(GetDispatch, { params: { id: report.dispatchId } })
    await refused(
      app.ha.call(SaveDraft, {
        params: { id: dispatch.id },
        body: { version: dispatch.version, change: { body: [] } },
      }),
      'report.body-by-outline',
    )

    app.setNow('2023-05-26T01:00:00Z')
    await recordActivity(app.lan, duty, { quantity: 2, place: 'Chợ huyện' })
    await submit(app.lan)
    await submit(app.tho)
    assert.equal((await app.ha.call(GetReport, { params: { id: report.id } })).newer, 2)
    const second = await app.ha.call(RedraftReport, { params: { id: report.id }, body: { drafts: 1 } })
    assert.deepEqual([second.drafts, second.newer, banners(second)], [2, 0, 12])
    const change = second.changes?.figures.find(({ indicator }) => indicator === 'visual.banner')
    assert.deepEqual([change?.before?.declared, change?.after?.declared], [3, 12])
    assert.deepEqual(
      change?.units.map(({ before, after }) => [before, after]),
      [
        [3, 5],
        [null, 7],
      ],
    )
    assert.equal(second.changes?.cameIn.length, 1)
    assert.match(await reportWords(app, report.dispatchId), /Lời sau/)
    await refused(
      app.ha.call(RedraftReport, { params: { id: report.id }, body: { drafts: 1 } }),
      'thing.changed',
    )
  }),
)

test(
  'what comes after the signature becomes a numbered supplement; a correction is a new report that replaces the old one',
  withApp(async (app) => {
    const { campaignId, round, sent } = await begun(app)
    const report = await draftOf(app, campaignId, round.id)
    await refused(app.ha.call(SupplementReport, { params: { id: report.id } }), 'report.not-signed')
    const { code } = await carryThrough(app, report.dispatchId)
    await refused(
      app.ha.call(RedraftReport, { params: { id: report.id }, body: { drafts: 1 } }),
      'report.not-draft',
    )
    await refused(app.ha.call(SupplementReport, { params: { id: report.id } }), 'report.nothing-new')

    // Late, into a round whose report is signed: taken, marked, and for the supplement.
    app.setNow('2023-06-16T02:00:00Z')
    const late = await submit(app.tho)
    assert.deepEqual([late.late, late.closed], [true, true])
    const first = await app.ha.call(SupplementReport, { params: { id: report.id } })
    assert.deepEqual([first.kind, first.number, first.of?.code, banners(first)], ['supplement', 1, code, 10])
    const words = await reportWords(app, first.dispatchId)
    assert.match(words, /Bổ sung số 1 về kết quả/)
    assert.ok(words.includes(`Tiếp theo Báo cáo số ${code} ngày 22 tháng 5 năm 2023`), words)
    assert.ok(words.includes(`1.`) && words.includes(late.unit.fullName))
    assert.equal((await app.ha.call(SupplementReport, { params: { id: report.id } })).id, first.id)
    await carryThrough(app, first.dispatchId)

    // A figure was wrong: given back, mended, handed in again; it goes into the second supplement.
    const accepted = await app.ha.call(GetExpectedReport, { params: { id: sent.id } })
    await app.ha.call(ReturnReport, {
      params: { id: sent.id },
      body: { version: accepted.version, comments: [{ indicator: 'visual.banner', text: 'Đếm lại giúp' }] },
    })
    await submit(app.lan)
    const second = await app.ha.call(SupplementReport, { params: { id: report.id } })
    assert.equal(second.number, 2)

    const replacing = await app.ha.call(ReplaceReport, {
      params: { id: report.id },
      body: { reason: 'Đơn vị đính chính số liệu' },
    })
    assert.equal(replacing.kind, 'replacement')
    assert.ok(
      (await reportWords(app, replacing.dispatchId)).includes(
        `Báo cáo này thay thế Báo cáo số ${code} ngày 22 tháng 5 năm 2023, lý do: Đơn vị đính chính số liệu.`,
      ),
    )
    const old = await app.ha.call(GetReport, { params: { id: report.id } })
    assert.equal(old.replacedBy?.id, replacing.id)
    assert.equal(banners(old), 3)
    assert.deepEqual(
      old.supplements.map(({ number }) => number),
      [1, 2],
    )
    await refused(app.ha.call(SupplementReport, { params: { id: report.id } }), 'report.replaced')
    assert.ok(campaignId)
  }),
)

test(
  'nobody has done anything: the report says so, by the template of the body, which it keeps when the template is changed',
  withApp(async (app) => {
    const { campaignId } = await issuedCampaign(app)
    const round = await app.ha.call(OpenRound, { params: { id: campaignId }, body: month })
    const outline = (text: string): Outline => [
      { id: 'muc', kind: 'heading', level: 1, text },
      { id: 'so', kind: 'data', data: 'results', forms: [] },
      { id: 'them', kind: 'heading', level: 1, text: 'MỤC KHÁC' },
      { id: 'loi', kind: 'text', help: '', whenEmpty: 'print-heading' },
    ]
    const words = { name: 'Mẫu tháng', outline: outline('KẾT QUẢ CỦA SỞ'), standard: true }
    const template = await app.ha.call(AddReportTemplate, { body: words })
    await refused(app.ha.call(AddReportTemplate, { body: words }), 'report-template.name-taken')
    const seen = await app.ha.call(PreviewReportTemplate, {
      body: { outline: words.outline, campaignId: null },
    })
    assert.ok(seen.pages.length > 0 && JSON.stringify(seen.page).includes('KẾT QUẢ CỦA SỞ'))
    const report = await draftOf(app, campaignId, round.id)
    await app.ha.call(SaveReportTemplate, {
      params: { id: template.id },
      body: { ...words, version: template.version, outline: outline('ĐỀ MỤC MỚI') },
    })
    const printed = await reportWords(app, report.dispatchId)
    assert.match(printed, /I\..*KẾT QUẢ CỦA SỞ.*Chưa có đơn vị nào gửi số liệu.*II\..*MỤC KHÁC/)
    assert.match(
      JSON.stringify(await app.ha.call(GetReport, { params: { id: report.id } })),
      /KẾT QUẢ CỦA SỞ/,
    )
    assert.equal((await carryThrough(app, report.dispatchId)).state, 'issued')
  }),
)
