import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import { GetCampaign, RollOverCampaign } from '@loa/contract/campaigns'
import { ListDeliveries, SetDeliveryStatus } from '@loa/contract/deliveries'
import { GetDispatch, GetDispatchFile, ListDispatches, UploadDispatch } from '@loa/contract/dispatches'
import { AnswerDuty } from '@loa/contract/duties'
import { GetHome } from '@loa/contract/home'
import {
  GetDispatchLine,
  GetRecall,
  RecallDispatch,
  SetReplaced,
  UpdateDispatch,
} from '@loa/contract/recalls'
import { DraftReport } from '@loa/contract/reports'
import { z } from 'zod'
import { sql } from '../database/sql.ts'
import { acceptDuty, carryThrough, dutyOf, issuedCampaign, recordActivity } from '../testing/path.ts'
import { refused } from '../testing/problems.ts'
import { type TestApp, withApp } from '../testing/with-app.ts'

const reason = 'Sai thời gian thực hiện'
const inbox = async (person: TestApp['lan']) => {
  const { rows } = await person.call(ListDeliveries, { query: { box: 'in' } })
  assert.ok(rows[0])
  return rows[0]
}
const recall = async (app: TestApp, id: number) => {
  const answer = await app.mai.call(RecallDispatch, { params: { id }, body: { reason } })
  await app.settle()
  return answer
}

test(
  'a recall stops campaign, duties and drafts, lists what had happened, and asks every unit; nobody but leader and clerk may',
  withApp(async (app) => {
    const { draftId: id, campaignId } = await issuedCampaign(app)
    const duty = await acceptDuty(app.lan)
    await recordActivity(app.lan, duty)
    const report = await app.ha.call(DraftReport, { params: { id: campaignId }, body: {} })
    const before = await app.mai.call(GetRecall, { params: { id } })
    assert.equal(before.mayRecall, true)
    await refused(app.ha.call(RecallDispatch, { params: { id }, body: { reason } }), 'act.forbidden')

    const after = await recall(app, id)
    assert.deepEqual([after.reason, after.by?.name, after.mayRecall], [reason, 'Trần Thị Mai', false])
    assert.deepEqual(
      after.happened.map(({ kind, count }) => [kind, count]),
      [
        ['received', 1],
        ['activities', 1],
      ],
    )
    assert.deepEqual(after.answers, { asked: 39, agreed: 0, refused: 0 })
    assert.equal((await app.ha.call(GetCampaign, { params: { id: campaignId } })).state, 'closed')
    const stopped = await dutyOf(app.lan)
    assert.equal(stopped.state, 'stopped')
    assert.match(stopped.reason ?? '', /^Văn bản số 01\/.* đã bị thu hồi: Sai thời gian thực hiện$/)
    // What was done before is recorded all the same; what came after is not.
    await recordActivity(app.lan, stopped, { place: 'Hôm trước', happenedOn: '2023-05-21' })
    await refused(recordActivity(app.lan, stopped, { place: 'Nơi khác' }), 'duty.closed')
    await refused(
      app.lan.call(AnswerDuty, {
        params: { id: stopped.id },
        body: { version: stopped.version, answer: 'done' },
      }),
      'duty.closed',
    )
    const draft = await app.ha.call(GetDispatch, { params: { id: report.dispatchId } })
    assert.equal(draft.state, 'draft')
    await refused(app.mai.call(RecallDispatch, { params: { id }, body: { reason } }), 'recall.done')
    const home = await app.lan.call(GetHome)
    assert.deepEqual(
      home.mine.filter(({ kind }) => kind === 'delivery.to-answer').map(({ detail }) => detail),
      [reason],
    )
  }),
)

test(
  'who gives it back keeps number, date, issuer and reason; the content, own copies and their files are gone, on disk too',
  withApp(async (app) => {
    const { draftId: id } = await issuedCampaign(app)
    const issued = await app.mai.call(GetDispatch, { params: { id } })
    const bytes = await app.lan.file(GetDispatchFile, { params: { id, kind: 'docx' } })
    const longer = new Uint8Array([
      ...(await app.lan.file(GetDispatchFile, { params: { id, kind: 'pdf' } })),
      10,
    ])
    await app.lan.call(UploadDispatch, { query: { name: 'van-ban.docx' }, bytes })
    const copy = await app.lan.call(UploadDispatch, { query: { name: 'ban-sao.pdf' }, bytes: longer })
    assert.equal(copy.dispatch.sourceDispatchId, id)
    const { path } = await app.pool.transaction('system', (db) =>
      db.one(
        z.object({ path: z.string() }),
        sql`select file_sha256 as path from dispatches where id = ${copy.dispatch.id}`,
      ),
    )
    assert.ok(existsSync(app.blobPath(path)))
    const delivery = await inbox(app.lan)
    await app.lan.call(SetDeliveryStatus, { params: { id: delivery.id }, body: { status: '03' } })
    await recall(app, id)
    await refused(
      app.lan.call(SetDeliveryStatus, { params: { id: delivery.id }, body: { status: '06' } }),
      'delivery.wrong-status',
    )

    const done = await app.lan.call(SetDeliveryStatus, {
      params: { id: delivery.id },
      body: { status: '15' },
    })
    await app.settle()
    assert.deepEqual(
      [done.status, done.handling, done.stub?.code, done.stub?.reason],
      ['15', '03', issued.code, reason],
    )
    await refused(app.lan.call(GetDispatch, { params: { id } }), 'thing.not-found')
    const kept = await app.lan.call(GetDispatch, { params: { id: copy.dispatch.id } })
    assert.deepEqual([kept.code, kept.tree.text, kept.subject, kept.fileName], [issued.code, '', null, null])
    assert.ok(!existsSync(app.blobPath(path)))
    // The sender's own frozen file has the same bytes as the other copy: it stays.
    assert.deepEqual(await app.mai.file(GetDispatchFile, { params: { id, kind: 'docx' } }), bytes)
    const sender = await app.mai.call(GetRecall, { params: { id } })
    assert.deepEqual(sender.answers, { asked: 38, agreed: 1, refused: 0 })
    assert.deepEqual(
      (await inbox(app.lan)).history.map(({ status }) => status),
      ['01', '03', '13', '15'],
    )
    const { rows } = await app.lan.call(ListDispatches, { query: { q: 'gia đình' } })
    assert.deepEqual(rows, [])
  }),
)

test(
  'a refusal says why, the document stays, and it can be asked for no second time',
  withApp(async (app) => {
    const { draftId: id } = await issuedCampaign(app)
    await recall(app, id)
    const delivery = await inbox(app.lan)
    await refused(
      app.lan.call(SetDeliveryStatus, { params: { id: delivery.id }, body: { status: '16' } }),
      'delivery.reason-missing',
    )
    const kept = await app.lan.call(SetDeliveryStatus, {
      params: { id: delivery.id },
      body: { status: '16', reason: 'Đã treo xong băng rôn' },
    })
    assert.deepEqual(
      [kept.status, kept.recall, kept.reason, kept.stub],
      ['01', 'refused', 'Đã treo xong băng rôn', null],
    )
    assert.equal((await app.lan.call(GetDispatch, { params: { id } })).id, id)
  }),
)

test(
  'an update is asked for and taken in without anything being removed; what replaces another stops it',
  withApp(async (app) => {
    const { draftId: id, campaignId } = await issuedCampaign(app)
    await app.mai.call(UpdateDispatch, { params: { id }, body: { reason: 'Đính chính ngày tại mục 2' } })
    await app.settle()
    const delivery = await inbox(app.lan)
    assert.deepEqual([delivery.status, delivery.asked], ['13', 'update'])
    const taken = await app.lan.call(SetDeliveryStatus, {
      params: { id: delivery.id },
      body: { status: '15' },
    })
    assert.deepEqual([taken.status, taken.stub], ['15', null])
    assert.equal((await app.lan.call(GetDispatch, { params: { id } })).id, id)

    const next = await app.ha.call(RollOverCampaign, {
      params: { id: campaignId },
      body: { from: '2024-06-01', to: '2024-06-30' },
    })
    await refused(
      app.ha.call(SetReplaced, { params: { id: next.draftId }, body: { dispatchId: next.draftId } }),
      'recall.wrong-replaced',
    )
    const set = await app.ha.call(SetReplaced, { params: { id: next.draftId }, body: { dispatchId: id } })
    assert.equal(set.replaces?.id, id)
    const issued = await carryThrough(app, next.draftId)
    const old = await app.mai.call(GetRecall, { params: { id } })
    assert.deepEqual([old.replacedBy?.id, old.replacedBy?.code], [next.draftId, issued.code])
    const { rows } = await app.lan.call(ListDeliveries, { query: { box: 'in', dispatch: id } })
    assert.equal(rows[0]?.replacedBy?.id, next.draftId)
    const campaign = await app.ha.call(GetCampaign, { params: { id: campaignId } })
    assert.equal(campaign.state, 'closed')
  }),
)

test(
  'who agreed to an update goes on with the document; a recall after it asks everybody, whatever became of the update',
  withApp(async (app) => {
    const { draftId: id } = await issuedCampaign(app)
    await app.mai.call(UpdateDispatch, { params: { id }, body: { reason: 'Đính chính ngày tại mục 2' } })
    await app.settle()
    const { id: deliveryId } = await inbox(app.lan)
    const step = (status: '15' | '03' | '06') =>
      app.lan.call(SetDeliveryStatus, { params: { id: deliveryId }, body: { status } })
    await step('15')
    assert.equal((await step('03')).handling, '03')
    assert.equal((await step('03')).history.length, 4)
    const after = await recall(app, id)
    assert.deepEqual(after.answers, { asked: 39, agreed: 0, refused: 0 })
    const asked = await inbox(app.lan)
    assert.deepEqual([asked.status, asked.asked, asked.reason], ['13', 'recall', reason])
    assert.notEqual((await step('15')).stub, null)
    await refused(step('06'), 'delivery.wrong-status')
  }),
)

test(
  'the line shows what came from above, the own dispatch and the report, each to whoever may see it',
  withApp(async (app) => {
    const { source, draftId: id } = await issuedCampaign(app)
    const { steps } = await app.ha.call(GetDispatchLine, { params: { id } })
    assert.deepEqual(
      steps.map(({ dispatchId, direction, isThis, units }) => [dispatchId, direction, isThis, units]),
      [
        [source.id, 'in', false, 0],
        [id, 'out', true, 39],
      ],
    )
    const seenByUnit = await app.lan.call(GetDispatchLine, { params: { id } })
    assert.deepEqual(
      seenByUnit.steps.map(({ dispatchId }) => dispatchId),
      [id],
    )
  }),
)
