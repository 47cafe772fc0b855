import assert from 'node:assert/strict'
import { test } from 'node:test'
import { GetBoard } from '@loa/contract/campaigns'
import { ListDeliveries, SetDeliveryStatus } from '@loa/contract/deliveries'
import { GetDispatchFile } from '@loa/contract/dispatches'
import { extractText, getDocumentProxy } from 'unpdf'
import { issuedCampaign } from '../testing/path.ts'
import { refused } from '../testing/problems.ts'
import { withApp } from '../testing/with-app.ts'
import { onDispatchIssued } from './reaction.ts'

const inbox = async (person: Parameters<Parameters<typeof withApp>[0]>[0]['lan']) => {
  const { rows } = await person.call(ListDeliveries, { query: { box: 'in' } })
  assert.ok(rows[0])
  return rows[0]
}

test(
  'the issued dispatch arrives at every resolved unit with status 01, and the board shows them all',
  withApp(async (app) => {
    const { draftId, campaignId } = await issuedCampaign(app)
    const sent = await app.mai.call(ListDeliveries, { query: { dispatch: draftId, limit: 200 } })
    assert.equal(sent.total, 39)
    assert.ok(sent.rows.every((row) => row.status === '01' && row.history.length === 1))
    const board = await app.ha.call(GetBoard, { params: { id: campaignId }, query: { limit: 200 } })
    assert.equal(board.rows.length, 39)
    assert.deepEqual(board.steps, { delivered: 39 })
  }),
)

test(
  'a dispatch prints as one file with a letter for each unit; a unit that received it prints its own only',
  withApp(async (app) => {
    const { draftId } = await issuedCampaign(app)
    const letters = { params: { id: draftId, kind: 'letters' as const } }
    const pages = async (person: typeof app.mai) => {
      const { text } = await extractText(
        await getDocumentProxy(new Uint8Array(await person.file(GetDispatchFile, letters))),
      )
      return text.filter((page) => page.includes('Kính gửi:'))
    }
    const printed = await pages(app.mai)
    const sent = await app.mai.call(ListDeliveries, { query: { dispatch: draftId, limit: 200 } })
    assert.equal(printed.length, sent.rows.length)
    const flat = printed.map((page) => page.replace(/\s+/g, ' '))
    for (const { unit } of sent.rows)
      assert.equal(
        flat.filter((page) => `${page} `.includes(`Kính gửi: ${unit.fullName} `)).length,
        1,
        unit.fullName,
      )
    const own = await inbox(app.lan)
    const [hers = '', ...more] = await pages(app.lan)
    assert.deepEqual([hers.replace(/\s+/g, ' ').includes(own.unit.fullName), more.length], [true, 0])
  }),
)

test(
  'a unit receives (03) and finishes (06); each status is kept with who and when',
  withApp(async (app) => {
    await issuedCampaign(app)
    const { id } = await inbox(app.lan)
    await app.lan.call(SetDeliveryStatus, { params: { id }, body: { status: '03' } })
    const done = await app.lan.call(SetDeliveryStatus, { params: { id }, body: { status: '06' } })
    assert.deepEqual(
      done.history.map(({ status }) => status),
      ['01', '03', '06'],
    )
    assert.equal(done.history[1]?.person?.name, 'Hoàng Thị Lan Anh')
  }),
)

test(
  'a return (02) needs a reason, and the sender sees it',
  withApp(async (app) => {
    const { campaignId } = await issuedCampaign(app)
    const { id } = await inbox(app.lan)
    await refused(
      app.lan.call(SetDeliveryStatus, { params: { id }, body: { status: '02' } }),
      'delivery.reason-missing',
    )
    await app.lan.call(SetDeliveryStatus, {
      params: { id },
      body: { status: '02', reason: 'Gửi nhầm đơn vị' },
    })
    const board = await app.ha.call(GetBoard, { params: { id: campaignId }, query: { show: 'returned' } })
    assert.deepEqual(
      board.rows.map((row) => row.reason),
      ['Gửi nhầm đơn vị'],
    )
  }),
)

test(
  'a status does not go backwards',
  withApp(async (app) => {
    await issuedCampaign(app)
    const { id } = await inbox(app.lan)
    await app.lan.call(SetDeliveryStatus, { params: { id }, body: { status: '03' } })
    await refused(
      app.lan.call(SetDeliveryStatus, { params: { id }, body: { status: '02', reason: 'muộn' } }),
      'delivery.wrong-status',
    )
  }),
)

test(
  'received twice is received once',
  withApp(async (app) => {
    await issuedCampaign(app)
    const { id } = await inbox(app.lan)
    for (const _ of [1, 2]) await app.lan.call(SetDeliveryStatus, { params: { id }, body: { status: '03' } })
    assert.equal((await inbox(app.lan)).history.length, 2)
  }),
)

test(
  'another unit can neither see nor answer a delivery',
  withApp(async (app) => {
    await issuedCampaign(app)
    const { id } = await inbox(app.lan)
    await refused(
      app.tho.call(SetDeliveryStatus, { params: { id }, body: { status: '03' } }),
      'thing.not-found',
    )
  }),
)

test(
  'delivering twice delivers once: the reaction may run again',
  withApp(async (app) => {
    const { draftId, dispatch } = await issuedCampaign(app)
    await app.wakeAgain(onDispatchIssued, { dispatchId: draftId, by: 'mai', at: dispatch.updatedAt })
    const sent = await app.mai.call(ListDeliveries, { query: { dispatch: draftId, limit: 200 } })
    assert.equal(sent.total, 39)
    assert.ok(sent.rows.every((row) => row.history.length === 1))
  }),
)
