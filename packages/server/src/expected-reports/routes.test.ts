import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SubmitActivity } from '@loa/contract/activities'
import { AnswerDuty, GetDuty, ListDuties } from '@loa/contract/duties'
import {
  AcceptCleanReports,
  AcceptReport,
  ExemptReport,
  GetExpectedReport,
  ListDutyReports,
  ListExpectedReports,
  ReturnReport,
  SubmitReport,
} from '@loa/contract/expected-reports'
import { GetHome } from '@loa/contract/home'
import { ChangeRound, GetRound, ListRounds, OpenRound } from '@loa/contract/rounds'
import type { Worker } from '../in-process.ts'
import {
  acceptDuty,
  addPhoto,
  carryThrough,
  issuedCampaign,
  recordActivity,
  startCampaign,
} from '../testing/path.ts'
import { refused } from '../testing/problems.ts'
import { type TestApp, withApp } from '../testing/with-app.ts'

const month = {
  kind: 'month',
  from: '2023-05-15',
  to: '2023-06-14',
  cutOff: '2023-06-14',
  dueAt: '2023-06-15T10:00:00Z',
  upDueAt: '2023-06-16T10:00:00Z',
} as const

const openMonth = async (app: TestApp) => {
  const { campaignId } = await issuedCampaign(app)
  return { campaignId, round: await app.ha.call(OpenRound, { params: { id: campaignId }, body: month }) }
}

const reportOf = async (person: Worker, roundId: number) => {
  const { rows } = await person.call(ListDuties)
  const reports = await person.call(ListDutyReports, { params: { id: rows[0]?.id ?? 0 } })
  const row = reports.rows.find((each) => each.roundId === roundId)
  if (!row) throw new Error('nothing is expected of this person')
  return person.call(GetExpectedReport, { params: { id: row.id } })
}

const proved = async (person: Worker) => {
  const duty = await acceptDuty(person)
  const shown = await addPhoto(person, await recordActivity(person, duty))
  await person.call(SubmitActivity, { params: { id: shown.id }, body: { version: shown.version } })
  return duty
}

test(
  'a round expects a report of every duty; opened twice it is one; its due times may be moved before what is owed upward',
  withApp(async (app) => {
    const { campaignId, draftId } = await startCampaign(app)
    await app.pool.transaction('system', (db) =>
      db.raw("update campaigns set deadline = '2023-06-30' where id = $1", [campaignId]),
    )
    await carryThrough(app, draftId)
    const round = await app.ha.call(OpenRound, { params: { id: campaignId }, body: month })
    assert.equal(round.counts.all, 39)
    assert.equal(round.counts.waiting, 39)
    const again = await app.ha.call(OpenRound, { params: { id: campaignId }, body: month })
    assert.equal(again.id, round.id)
    const { rows, proposed } = await app.ha.call(ListRounds, { params: { id: campaignId } })
    assert.ok(
      proposed.some(({ kind, from, to }) => kind === 'month' && from === month.from && to === month.to),
    )
    // The one that opened by itself when the dispatch was issued, as the campaign has a deadline.
    assert.deepEqual(
      rows.map(({ kind, to, dueAt }) => [kind, to, dueAt]),
      [
        ['month', '2023-06-14', '2023-06-15T10:00:00.000Z'],
        ['final', '2023-06-28', '2023-06-29T10:00:00.000Z'],
      ],
    )
    const early = await refused(
      app.ha.call(OpenRound, {
        params: { id: campaignId },
        body: { ...month, kind: 'other', dueAt: '2023-06-14T10:00:00Z' },
      }),
      'round.due-too-early',
    )
    assert.equal(early.values.least, '2023-06-15')
    await refused(
      app.ha.call(ChangeRound, {
        params: { id: round.id },
        body: { version: round.version, dueAt: '2023-06-17T10:00:00Z', upDueAt: month.upDueAt },
      }),
      'round.due-after-own',
    )
    const moved = await app.ha.call(ChangeRound, {
      params: { id: round.id },
      body: { version: round.version, dueAt: '2023-06-16T02:00:00Z', upDueAt: month.upDueAt },
    })
    assert.equal((await reportOf(app.lan, moved.id)).dueAt, '2023-06-16T02:00:00.000Z')
    await refused(app.lan.call(OpenRound, { params: { id: campaignId }, body: month }), 'act.forbidden')
  }),
)

test(
  'a unit submits its figures; the owner returns them with comments, it submits again, both versions stay, and it is accepted',
  withApp(async (app) => {
    const { round } = await openMonth(app)
    const duty = await proved(app.lan)
    // After the last day of the round: of the next one.
    await recordActivity(app.lan, duty, { happenedOn: '2023-06-20', quantity: 50 })
    const waiting = await reportOf(app.lan, round.id)
    const sent = await app.lan.call(SubmitReport, {
      params: { id: waiting.id },
      body: {
        version: waiting.version,
        forms: [{ form: 'led', says: 'none', reason: 'Không có màn hình' }],
        narrative: 'Đã treo xong.',
      },
    })
    assert.equal(sent.state, 'submitted')
    const [first] = sent.submitted
    assert.deepEqual(
      first?.figures.map(({ indicator, amounts }) => [indicator, amounts.declared, amounts.proved]),
      [['visual.banner', 3, 3]],
    )
    // Figures, none and not reported are three things.
    const says = Object.fromEntries(first?.forms.map(({ form, says }) => [form, says]) ?? [])
    assert.deepEqual([says.visual, says.led, says.contest], ['figures', 'none', 'not-reported'])

    await refused(
      app.tho.call(SubmitReport, { params: { id: waiting.id }, body: { version: sent.version } }),
      'thing.not-found',
    )
    const comment = { indicator: 'visual.banner', text: 'Còn thiếu băng rôn ở chợ huyện' }
    const returned = await app.ha.call(ReturnReport, {
      params: { id: waiting.id },
      body: { version: sent.version, comments: [comment, { indicator: null, text: 'Ghi rõ địa điểm' }] },
    })
    assert.equal(returned.state, 'returned')
    const home = await app.lan.call(GetHome)
    const back = home.returned.find(({ kind }) => kind === 'report.returned')
    assert.equal(back?.detail, `${comment.text}; Ghi rõ địa điểm`)
    const told = await app.lan.call(ListDutyReports, { params: { id: duty.id } })
    assert.deepEqual(told.rows.find(({ id }) => id === waiting.id)?.comments, [
      comment.text,
      'Ghi rõ địa điểm',
    ])

    await recordActivity(app.lan, duty, { quantity: 2, place: 'Chợ huyện' })
    await refused(
      app.lan.call(SubmitReport, { params: { id: waiting.id }, body: { version: sent.version } }),
      'thing.changed',
    )
    const second = await app.lan.call(SubmitReport, {
      params: { id: waiting.id },
      body: { version: returned.version },
    })
    assert.deepEqual(second.submitted[0]?.changes, [{ indicator: 'visual.banner', before: 3, after: 5 }])
    assert.equal(second.submitted[1]?.narrative, 'Đã treo xong.')
    const accepted = await app.ha.call(AcceptReport, {
      params: { id: waiting.id },
      body: { version: second.version },
    })
    assert.equal(accepted.state, 'accepted')
    await refused(
      app.lan.call(SubmitReport, { params: { id: waiting.id }, body: { version: accepted.version } }),
      'expected-report.wrong-state',
    )
  }),
)

test(
  'reports without anything to look at are accepted together; who is exempt, late or has none is told apart',
  withApp(async (app) => {
    const { campaignId, round } = await openMonth(app)
    await proved(app.lan)
    const lan = await reportOf(app.lan, round.id)
    const others = lan.forms.filter((form) => form !== 'visual')
    const none = (forms: typeof others) => forms.map((form) => ({ form, says: 'none' as const }))
    await app.lan.call(SubmitReport, {
      params: { id: lan.id },
      body: { version: lan.version, forms: none(others) },
    })
    const { rows } = await app.tho.call(ListDuties)
    const duty = await app.tho.call(GetDuty, { params: { id: rows[0]?.id ?? 0 } })
    await app.tho.call(AnswerDuty, {
      params: { id: duty.id },
      body: { version: duty.version, answer: 'accept' },
    })
    await recordActivity(app.tho, duty)
    app.setNow('2023-06-16T01:00:00Z')
    const due = (await app.tho.call(GetHome)).mine.find(({ kind }) => kind === 'report.to-submit')
    assert.equal(due?.detail, '2023-06-15T10:00:00Z')
    const tho = await reportOf(app.tho, round.id)
    assert.equal(tho.late, true)
    await app.tho.call(SubmitReport, { params: { id: tho.id }, body: { version: tho.version } })

    const clean = await app.ha.call(AcceptCleanReports, { params: { id: round.id } })
    assert.deepEqual(clean, { accepted: 1, left: 1 })
    // At home: what is due from a unit that is late, what the owner looks at and waits for.
    const { mine, waiting } = await app.ha.call(GetHome)
    const lines = new Map([...mine, ...waiting].map((line) => [line.kind, line]))
    assert.equal(lines.get('report.to-review')?.count, 1)
    assert.deepEqual([lines.get('report.waiting')?.count, lines.get('report.waiting')?.detail], [37, '37'])
    assert.equal(lines.get('report.to-draft')?.count, 37)
    const list = (query: object) =>
      app.ha.call(ListExpectedReports, { params: { id: round.id }, query: { limit: 10, ...query } })
    const found = await list({ show: 'findings' })
    assert.deepEqual(
      found.rows.map(({ id, late, findings }) => [
        id,
        late,
        findings.map(({ kind }) => kind).includes('unproved'),
      ]),
      [[tho.id, true, true]],
    )
    const [third] = (await list({ state: 'waiting' })).rows
    if (!third) throw new Error('others wait')
    const { version } = await app.ha.call(GetExpectedReport, { params: { id: third.id } })
    const exempt = await app.ha.call(ExemptReport, {
      params: { id: third.id },
      body: { version, reason: 'Đang sáp nhập' },
    })
    assert.deepEqual([exempt.state, exempt.exemptReason, exempt.late], ['exempt', 'Đang sáp nhập', false])
    const { counts } = await app.ha.call(GetRound, { params: { id: round.id } })
    assert.deepEqual(
      [counts.accepted, counts.submitted, counts.exempt, counts.waiting, counts.late],
      [1, 1, 1, 36, 37],
    )
    assert.equal(
      (await list({ q: 'tu ky', show: 'late' })).rows.some(({ id }) => id === tho.id),
      true,
    )
    assert.equal((await list({})).next !== null, true)
    await refused(app.lan.call(ListExpectedReports, { params: { id: round.id } }), 'thing.not-found')
    assert.ok(campaignId)
  }),
)
