import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ListActivities } from '@loa/contract/activities'
import { GetBoard } from '@loa/contract/campaigns'
import { ListDeliveries } from '@loa/contract/deliveries'
import { AdoptDispatch, ApproveDispatch, GetDispatch, SubmitDispatch } from '@loa/contract/dispatches'
import { AnswerDuty, GetDuty } from '@loa/contract/duties'
import { GetFigure, ListFigures } from '@loa/contract/figures'
import { DecideHandovers, ListHandovers } from '@loa/contract/handovers'
import { DraftReport } from '@loa/contract/reports'
import { sql } from '../database/sql.ts'
import { cutDirectory, type Follows, unitIdOf } from '../testing/directory.ts'
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
import { onDirectoryChanged } from './reaction.ts'

/** The new centre of Nam Sách, as of 1 January 2025. */
const merged = 'HD-291-TTVHTTTT'
const stations = 'HD-291-DPT'

/** What followed on 1 January 2025, then the clock is set and the morning's work done. */
const cut = async (app: TestApp, follows: Follows[], ended = follows.map(({ from }) => from)) => {
  const changeId = await app.pool.transaction('system', (db) =>
    cutDirectory(db, {
      on: '2025-01-01',
      act: 'Quyết định số 3019/QĐ-UBND',
      ended,
      begun: [...new Set(follows.map(({ to }) => to))].map((code) => ({
        code,
        name: `Trung tâm ${code}`,
        type: 'public-service-unit',
        parentCode: 'HD-291-UBND',
      })),
      follows,
    }),
  )
  app.setNow('2025-01-02T01:00:00Z')
  await app.wakeAgain(onDirectoryChanged, {})
  return changeId
}

/** Lan is appointed in the unit that followed. */
const appoint = (app: TestApp, person: string, code: string) =>
  app.pool.transaction('system', async (db) => {
    const unitId = await unitIdOf(db, code)
    await db.run(sql`insert into appointments (person_id, unit_id, role, valid_from)
      values (${person}, ${unitId}, 'officer', '2025-01-01')`)
  })

test(
  'when centre and station are merged, the new centre has the duty, and the order still names the old unit',
  withApp(async (app) => {
    const { campaignId, draftId } = await issuedCampaign(app)
    const duty = await acceptDuty(app.lan)
    await addPhoto(app.lan, await recordActivity(app.lan, duty))
    await cut(app, [
      { from: 'HD-291-TTVH', to: merged, share: 'full' },
      { from: stations, to: merged, share: 'full' },
    ])
    await appoint(app, 'ttvh-291', merged)

    const held = await app.lan.call(GetDuty, { params: { id: duty.id } })
    assert.equal(held.unit.code, 'HD-291-TTVH')
    assert.equal(held.holder.code, merged)
    await recordActivity(app.lan, held, { happenedOn: '2025-01-02', quantity: 2 })
    await app.lan.call(AnswerDuty, {
      params: { id: duty.id },
      body: { version: held.version, answer: 'done' },
    })

    const { rows } = await app.lan.call(ListDeliveries, { query: { box: 'in' } })
    assert.deepEqual(
      rows.map((row) => [row.unit.code, row.holder.code, row.status]),
      [['HD-291-TTVH', merged, '06']],
    )
    const sent = await app.mai.call(ListDeliveries, { query: { dispatch: draftId, limit: 200 } })
    assert.equal(sent.total, 39)
    const then = await app.ha.call(GetBoard, { params: { id: campaignId }, query: { limit: 200 } })
    const today = await app.ha.call(GetBoard, {
      params: { id: campaignId },
      query: { limit: 200, units: 'today' },
    })
    assert.equal(then.rows.find((row) => row.unit.code === 'HD-291-TTVH')?.holder?.code, merged)
    assert.deepEqual(
      today.rows.find((row) => row.unit.code === merged)?.parts.map(({ unit }) => unit.code),
      ['HD-291-TTVH'],
    )
    assert.deepEqual(then.totals, today.totals)
    assert.equal(today.totals['visual.banner']?.declared, 5)
  }),
)

test(
  'two units of one campaign merged: today one row with both duties, its figure the sum, its step that of the slower one',
  withApp(async (app) => {
    const { campaignId } = await issuedCampaign(app)
    const lan = await acceptDuty(app.lan)
    await recordActivity(app.lan, lan, { quantity: 3 })
    const tho = await acceptDuty(app.tho)
    await recordActivity(app.tho, tho, { quantity: 4 })
    await cut(app, [
      { from: 'HD-291-TTVH', to: 'HD-X', share: 'full' },
      { from: 'HD-298-TTVH', to: 'HD-X', share: 'full' },
      { from: 'HD-299-TTVH', to: 'HD-X', share: 'full' },
    ])
    const board = await app.ha.call(GetBoard, {
      params: { id: campaignId },
      query: { limit: 200, units: 'today' },
    })
    const row = board.rows.find(({ unit }) => unit.code === 'HD-X')
    assert.equal(row?.parts.length, 3)
    assert.equal(row?.cells['visual.banner']?.declared, 7)
    assert.equal(row?.step, 'delivered')
    assert.equal(board.total, 37)
    const figure = await app.ha.call(GetFigure, {
      params: { id: campaignId, indicator: 'visual.banner' },
      query: { units: 'today' },
    })
    assert.deepEqual(
      figure.units.map(({ unit, amounts, parts }) => [unit.code, amounts?.declared, parts.length]),
      [['HD-X', 7, 2]],
    )
    const one = await app.ha.call(GetFigure, {
      params: { id: campaignId, indicator: 'visual.banner' },
      query: { units: 'today', unit: row?.unit.id ?? 0 },
    })
    assert.equal(one.amounts?.declared, 7)
    const figures = await app.ha.call(ListFigures, { params: { id: campaignId }, query: { units: 'today' } })
    assert.deepEqual([figures.unitsAll, figures.unitsReporting, figures.missing.length], [37, 1, 36])
  }),
)

test(
  'a divided unit: nobody acts until the unit that gave the duty has chosen; then only the chosen one does',
  withApp(async (app) => {
    const { campaignId } = await issuedCampaign(app)
    const duty = await acceptDuty(app.lan)
    await cut(app, [
      { from: 'HD-291-TTVH', to: 'HD-A', share: 'partial' },
      { from: 'HD-291-TTVH', to: 'HD-B', share: 'partial' },
    ])
    await appoint(app, 'ttvh-291', 'HD-A')
    await appoint(app, 'ttvh-298', 'HD-B')
    const { rows, total } = await app.ha.call(ListHandovers, { query: { open: 'true' } })
    assert.equal(total, 1)
    const [asked] = rows
    assert.ok(asked)
    assert.deepEqual(asked.successors.map(({ unit, share }) => [unit.code, share]).sort(), [
      ['HD-A', 'partial'],
      ['HD-B', 'partial'],
    ])
    const board = await app.ha.call(GetBoard, { params: { id: campaignId }, query: { units: 'today' } })
    assert.equal(board.undecided, 1)
    // Both read what the old unit left; neither goes on with it yet.
    const seen = await app.lan.call(GetDuty, { params: { id: duty.id } })
    await refused(recordActivity(app.lan, seen, { happenedOn: '2025-01-02' }), 'act.forbidden')

    const chosen = asked.successors.find(({ unit }) => unit.code === 'HD-A')?.unit.id ?? 0
    const decide = (person = app.ha, toUnitId = chosen) =>
      person.call(DecideHandovers, { body: { ids: [asked.id], toUnitId } })
    await refused(decide(app.lan), 'act.forbidden')
    const elsewhere = await app.pool.transaction('system', (db) => unitIdOf(db, 'HD-298-TTVH'))
    await refused(decide(app.ha, elsewhere), 'handover.not-a-successor')
    assert.deepEqual(await decide(), { decided: 1 })
    assert.deepEqual(await decide(), { decided: 0 }, 'said again, it stands so already')
    const other = asked.successors.find(({ unit }) => unit.code === 'HD-B')?.unit.id ?? 0
    await refused(decide(app.ha, other), 'handover.decided')

    const held = await app.lan.call(GetDuty, { params: { id: duty.id } })
    assert.equal(held.holder.code, 'HD-A')
    await recordActivity(app.lan, held, { happenedOn: '2025-01-02' })
    await refused(recordActivity(app.tho, held, { happenedOn: '2025-01-02' }), 'act.forbidden')
    assert.equal((await app.lan.call(ListActivities, { query: { duty: duty.id } })).total, 1)
  }),
)

test(
  'an abolished unit without a successor: any unit of the day may be chosen',
  withApp(async (app) => {
    await issuedCampaign(app)
    await acceptDuty(app.lan)
    await cut(app, [], ['HD-291-TTVH'])
    const { rows } = await app.ha.call(ListHandovers, { query: { open: 'true' } })
    assert.deepEqual(rows[0]?.successors, [])
    const tho = await app.pool.transaction('system', (db) => unitIdOf(db, 'HD-298-TTVH'))
    const gone = await app.pool.transaction('system', (db) => unitIdOf(db, 'HD-291-TTVH'))
    const ids = rows.map(({ id }) => id)
    await refused(app.ha.call(DecideHandovers, { body: { ids, toUnitId: gone } }), 'unit.ended')
    await app.ha.call(DecideHandovers, { body: { ids, toUnitId: tho } })
  }),
)

test(
  'a campaign planned before the change and issued after it reaches the successors at once',
  withApp(async (app) => {
    const { draftId } = await startCampaign(app)
    await cut(app, [{ from: 'HD-291-TTVH', to: merged, share: 'full' }])
    await appoint(app, 'ttvh-291', merged)
    await carryThrough(app, draftId)
    const { rows } = await app.lan.call(ListDeliveries, { query: { box: 'in' } })
    assert.deepEqual(
      rows.map((row) => [row.unit.code, row.holder.code]),
      [['HD-291-TTVH', merged]],
    )
  }),
)

test(
  'a department that ends with open drafts: nothing goes out under its head; the one that follows takes the draft over',
  withApp(async (app) => {
    const { draftId, campaignId } = await startCampaign(app)
    const submitted = await app.ha.call(GetDispatch, { params: { id: draftId } })
    await app.ha.call(SubmitDispatch, { params: { id: draftId }, body: { version: submitted.version } })
    await app.pool.transaction('system', (db) =>
      cutDirectory(db, {
        on: '2025-07-01',
        ended: ['HD-SVHTTDL'],
        begun: [
          { code: 'HP-SVHTTDL', name: 'Sở VHTTDL Hải Phòng', type: 'department', parentCode: 'HD-UBND' },
        ],
        follows: [{ from: 'HD-SVHTTDL', to: 'HP-SVHTTDL', share: 'full' }],
      }),
    )
    app.setNow('2025-07-02T01:00:00Z')
    await app.pool.transaction('system', async (db) => {
      const unitId = await unitIdOf(db, 'HP-SVHTTDL')
      for (const [person, role] of [
        ['ha', 'officer'],
        ['hung', 'head'],
      ] as const)
        await db.run(
          sql`insert into appointments (person_id, unit_id, role) values (${person}, ${unitId}, ${role})`,
        )
    })
    const orphan = await app.hung.call(GetDispatch, { params: { id: draftId } })
    assert.equal(orphan.ended?.on, '2025-06-30')
    assert.equal(orphan.ended?.heir?.code, 'HP-SVHTTDL')
    assert.deepEqual(orphan.next, ['adopt'])
    await refused(
      app.hung.call(ApproveDispatch, { params: { id: draftId }, body: { version: orphan.version } }),
      'unit.ended',
    )
    const adopted = await app.ha.call(AdoptDispatch, {
      params: { id: draftId },
      body: { version: orphan.version },
    })
    assert.equal(adopted.owner.code, 'HP-SVHTTDL')
    assert.equal(adopted.state, 'draft')
    assert.equal(adopted.tree.issuer, 'Sở VHTTDL Hải Phòng')
    assert.equal(adopted.ended, null)
    await refused(
      app.ha.call(AdoptDispatch, { params: { id: draftId }, body: { version: adopted.version } }),
      'dispatch.not-orphaned',
    )
    // The campaign stays what the old department ordered; the report is the new one's.
    await app.pool.transaction('system', (db) =>
      db.run(sql`update campaigns set state = 'running' where id = ${campaignId}`),
    )
    const report = await app.ha.call(DraftReport, { params: { id: campaignId }, body: {} })
    const dispatch = await app.ha.call(GetDispatch, { params: { id: report.dispatchId } })
    assert.equal(dispatch.owner.code, 'HP-SVHTTDL')
  }),
)
