/** From level to level: a centre carries a dispatch on to its own units, collects from them first, and reports upward. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { GetDispatch, GetDispatchFile, UploadDispatch } from '@loa/contract/dispatches'
import { GetDuty, ListDuties } from '@loa/contract/duties'
import {
  AcceptReport,
  GetExpectedReport,
  ListDutyReports,
  SubmitReport,
} from '@loa/contract/expected-reports'
import { GetFigure } from '@loa/contract/figures'
import { DecidePlan, GetPlan, StartCampaign } from '@loa/contract/plans'
import { DraftReport } from '@loa/contract/reports'
import { ListRounds, OpenRound } from '@loa/contract/rounds'
import { z } from 'zod'
import { sql } from '../database/sql.ts'
import { onDispatchIssued } from '../deliveries/reaction.ts'
import { refold } from '../figures/fold.ts'
import { takeIn } from '../figures/take-in.ts'
import { onDirectoryChanged } from '../handovers/reaction.ts'
import type { Worker } from '../in-process.ts'
import { cutDirectory, unitIdOf } from '../testing/directory.ts'
import { acceptDuty, carryThrough, issuedCampaign, recordActivity, wordsOf } from '../testing/path.ts'
import { refused } from '../testing/problems.ts'
import { type TestApp, withApp } from '../testing/with-app.ts'

const month = {
  kind: 'month',
  from: '2023-05-15',
  to: '2023-06-14',
  cutOff: '2023-06-14',
  dueAt: '2023-06-19T10:00:00Z',
  upDueAt: null,
} as const

const centre = 'HD-291-TTVH'

/** Lan is her whole office, and a team below the centre has somebody who reports. */
const appoint = (app: TestApp) =>
  app.pool.transaction('system', async (db) => {
    await db.run(sql`insert into units (code, name, full_name, type, parent_code)
      values ('X-TEAM', 'Tổ lưu động', 'Tổ lưu động Trung tâm Nam Sách', 'office-room', ${centre})`)
    await db.run(sql`insert into appointments (person_id, unit_id, role)
      select 'ttvh-291', u.id, r from units u, unnest(array['head', 'leader']) r where u.code = ${centre}`)
    const letterhead = { place: 'Nam Sách', symbol: 'TTVH', reportSymbol: 'BC-TTVH', signerTitle: 'GIÁM ĐỐC' }
    await db.run(sql`update units set letterhead = ${JSON.stringify(letterhead)} where code = ${centre}`)
    await db.run(sql`delete from appointments where person_id = 'ttvh-290'`)
    await db.run(sql`insert into appointments (person_id, unit_id, role)
      select 'ttvh-290', u.id, 'officer' from units u where u.code = 'X-TEAM'`)
    return unitIdOf(db, 'X-TEAM')
  })

/** The centre starts a campaign of its own from the dispatch that was delivered to it, with the team as its only unit. */
const carryOn = async (app: TestApp, draftId: number) => {
  const { lan } = app
  const bytes = await lan.file(GetDispatchFile, { params: { id: draftId, kind: 'docx' } })
  const { dispatch } = await lan.call(UploadDispatch, { query: { name: 'den.docx' }, bytes })
  assert.equal(dispatch.sourceDispatchId, draftId)
  const { proposals } = await lan.call(GetPlan, { params: { id: dispatch.id } })
  const [first] = proposals.filter(({ value }) => value.kind === 'addressee')
  await lan.call(DecidePlan, {
    params: { id: dispatch.id },
    body: {
      decisions: proposals.map(({ id, version, value }) => {
        if (value.kind !== 'addressee') return { proposalId: id, version, decision: 'confirmed' as const }
        if (id !== first?.id) return { proposalId: id, version, decision: 'rejected' as const }
        const units = [{ code: 'X-TEAM', validFrom: null, name: 'Tổ lưu động' }]
        return { proposalId: id, version, decision: 'changed' as const, value: { ...value, units } }
      }),
    },
  })
  const started = await lan.call(StartCampaign, { params: { id: dispatch.id }, body: {} })
  await carryThrough({ ha: lan, hung: lan, quan: lan, mai: lan, settle: app.settle }, started.draftId)
  return started.campaignId
}

const expectedOf = async (person: Worker, campaignId: number) => {
  const { rows } = await person.call(ListDuties)
  const duty = rows.find((row) => row.campaignId === campaignId)
  const { rows: reports } = await person.call(ListDutyReports, { params: { id: duty?.id ?? 0 } })
  return person.call(GetExpectedReport, { params: { id: reports[0]?.id ?? 0 } })
}

test(
  'the round of the level above opens below it, due before; the issued report arrives above as the expected one, with its figures',
  withApp(async (app) => {
    await appoint(app)
    const { campaignId, draftId } = await issuedCampaign(app)
    await acceptDuty(app.lan)
    const below = await carryOn(app, draftId)
    await app.ha.call(OpenRound, { params: { id: campaignId }, body: month })
    await app.settle()
    const { rows } = await app.lan.call(ListRounds, { params: { id: below } })
    const [round] = rows
    // Due on Monday above, so on the Friday before here; cut off a working day earlier still.
    assert.deepEqual(
      [round?.kind, round?.dueAt, round?.cutOff, round?.upDueAt],
      ['month', '2023-06-16T10:00:00.000Z', '2023-06-14', '2023-06-19T10:00:00.000Z'],
    )
    const expected = await expectedOf(app.lan, campaignId)
    assert.deepEqual(expected.below && [expected.below.all, expected.below.decided], [1, 0])
    await refused(
      app.lan.call(SubmitReport, { params: { id: expected.id }, body: { version: expected.version } }),
      'expected-report.gaps',
    )

    const team = app.enter('ttvh-290')
    await recordActivity(team, await acceptDuty(team), { quantity: 9 })
    const fromTeam = await expectedOf(team, below)
    await team.call(SubmitReport, { params: { id: fromTeam.id }, body: { version: fromTeam.version } })
    const report = await app.lan.call(DraftReport, {
      params: { id: below },
      body: { roundId: round?.id, withGaps: true },
    })
    await carryThrough(
      { ha: app.lan, hung: app.lan, quan: app.lan, mai: app.lan, settle: app.settle },
      report.dispatchId,
    )
    // The reaction runs once more than needed.
    await app.wakeAgain(onDispatchIssued, {
      dispatchId: report.dispatchId,
      by: 'ttvh-291',
      at: '2023-05-22T01:12:00Z',
    })
    const arrived = await app.ha.call(GetExpectedReport, { params: { id: expected.id } })
    assert.deepEqual([arrived.state, arrived.submissions], ['submitted', 1])
    const [submission] = arrived.submitted
    assert.deepEqual(
      submission?.figures.map(({ indicator, amounts }) => [indicator, amounts.declared]),
      [['visual.banner', 9]],
    )
    assert.equal(submission?.dispatchId, report.dispatchId)
    // Accepted, it counts above, beside what the unit did itself for the order of the level above.
    const figure = () => app.ha.call(GetFigure, { params: { id: campaignId, indicator: 'visual.banner' } })
    assert.equal((await figure()).amounts?.declared, 0)
    await app.ha.call(AcceptReport, { params: { id: expected.id }, body: { version: arrived.version } })
    assert.deepEqual([(await figure()).amounts?.declared, (await figure()).amounts?.activities], [9, 1])
    const { rows: given } = await app.lan.call(ListDuties)
    const own = given.find((row) => row.campaignId === campaignId)
    await recordActivity(app.lan, await app.lan.call(GetDuty, { params: { id: own?.id ?? 0 } }), {
      quantity: 2,
    })
    const opened = await figure()
    assert.equal(opened.amounts?.declared, 11)
    assert.deepEqual(opened.units[0]?.taken, [
      { dispatchId: report.dispatchId, code: '01/BC-TTVH', declared: 9 },
    ])
    await app.undone(async () => {
      await app.ha.call(OpenRound, { params: { id: campaignId }, body: { ...month, kind: 'other' } })
      // Names of two reports are not added: the newest stands, where the unit has none of its own.
      const { declared } = await app.pool.transaction('system', async (db) => {
        await db.run(sql`insert into taken_figures (expected_id, campaign_id, unit_id, owner_unit_id, indicator, dispatch_id, declared,
            proved, claimed, doubted, corrected, activities)
          select e.id, e.campaign_id, e.unit_id, e.owner_unit_id, 'car.vehicle', ${report.dispatchId}, n, n, 0, 0, 0, 1
          from (select *, 10 - row_number() over (order by id) as n from expected_reports where duty_id = ${expected.dutyId}) e`)
        const keys = z.object({ campaignId: z.number(), unitId: z.number(), ownerUnitId: z.number() })
        const of = sql`select campaign_id, unit_id, owner_unit_id from expected_reports where id = ${expected.id}`
        await refold(db, await db.one(keys, of), ['car.vehicle'], '2023-05-22T01:12:00Z')
        return db.one(
          z.object({ declared: z.number() }),
          sql`select declared from figures where campaign_id = ${campaignId} and indicator = 'car.vehicle'`,
        )
      })
      assert.equal(declared, 8)
    })
    await app.undone(async () => {
      // A newer document waits to be looked at: another acceptance leaves what counted.
      await app.pool.transaction('system', async (db) => {
        await db.run(
          sql`update expected_reports set state = 'submitted', version = version + 1 where id = ${expected.id}`,
        )
        await takeIn(db, [expected.id], '2023-05-22T01:12:00Z')
      })
      assert.equal((await figure()).amounts?.declared, 11)
      // Handed in by hand instead and accepted, it says what the activities say, and brings nothing of its own.
      const { version } = await app.lan.call(GetExpectedReport, { params: { id: expected.id } })
      const byHand = await app.lan.call(SubmitReport, {
        params: { id: expected.id },
        body: { version, withGaps: true },
      })
      await app.ha.call(AcceptReport, { params: { id: expected.id }, body: { version: byHand.version } })
      assert.equal((await figure()).amounts?.declared, 2)
    })
    // The body above reads the document itself.
    const read = await app.ha.call(GetDispatch, { params: { id: report.dispatchId } })
    assert.match(wordsOf(read.tree), /9 chiếc/)
    const { tree } = await app.lan.call(GetDispatch, { params: { id: report.dispatchId } })
    assert.deepEqual(tree.addressees, ['Sở Văn hóa, Thể thao và Du lịch'])
  }),
)

test(
  'a unit that is merged within the period: whoever follows it reports for it, under the name of then',
  withApp(async (app) => {
    const { campaignId } = await issuedCampaign(app)
    await recordActivity(app.lan, await acceptDuty(app.lan))
    await app.ha.call(OpenRound, { params: { id: campaignId }, body: month })
    await app.pool.transaction('system', async (db) => {
      await cutDirectory(db, {
        on: '2023-06-01',
        ended: [centre],
        begun: [
          { code: 'X-MERGED', name: 'Trung tâm mới', type: 'public-service-unit', parentCode: 'HD-291-UBND' },
        ],
        follows: [{ from: centre, to: 'X-MERGED', share: 'full' }],
      })
      await db.run(sql`insert into appointments (person_id, unit_id, role, valid_from)
        select 'ttvh-291', id, 'officer', '2023-06-01' from units where code = 'X-MERGED'`)
    })
    app.setNow('2023-06-02T01:00:00Z')
    await app.wakeAgain(onDirectoryChanged, {})
    const expected = await expectedOf(app.lan, campaignId)
    assert.deepEqual([expected.unit.code, expected.holder.code], [centre, 'X-MERGED'])
    const sent = await app.lan.call(SubmitReport, {
      params: { id: expected.id },
      body: { version: expected.version },
    })
    assert.equal(sent.submitted[0]?.unit.code, 'X-MERGED')
    assert.equal(sent.submitted[0]?.figures.length, 1)
  }),
)
