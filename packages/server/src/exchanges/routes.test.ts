import assert from 'node:assert/strict'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { RegisterArrival } from '@loa/contract/arrivals'
import { GetBoard } from '@loa/contract/campaigns'
import { ListDeliveries, SetDeliveryStatus } from '@loa/contract/deliveries'
import { GetDispatch, GetDispatchAttachment } from '@loa/contract/dispatches'
import {
  AddConnection,
  ChangeConnection,
  DropParcel,
  ListConnections,
  ListParcels,
  ListTaken,
  RetryParcel,
  SetAddress,
} from '@loa/contract/exchanges'
import { RecallDispatch } from '@loa/contract/recalls'
import { type EdxmlMessage, organOf, pack, type StatusCode, unpack } from '@loa/edxml'
import { sql } from '../database/sql.ts'
import { unitIdOf } from '../testing/directory.ts'
import { exampleEdoc, examplePackage, sender } from '../testing/package.ts'
import { issuedCampaign } from '../testing/path.ts'
import { refused } from '../testing/problems.ts'
import { startStubHub } from '../testing/stub-hub.ts'
import { type TestApp, withApp } from '../testing/with-app.ts'
import { mostPackageBytes } from './ports.ts'
import { onExchangesDue } from './reaction.ts'

const us = 'H23.15'
const them = 'H23.91.05'

type Hub = Awaited<ReturnType<typeof startStubHub>>
const withHub = (work: (app: TestApp, hub: Hub) => Promise<void>) =>
  withApp(async (app) => {
    const hub = await startStubHub()
    hub.serve(us)
    try {
      await work(app, hub)
    } finally {
      await hub.close()
    }
  })

const settings = (hub: Hub) => ({
  name: 'Trục tỉnh',
  organId: us,
  place: hub.url,
  systemId: 'SVH',
  secret: hub.secret,
  zipped: false,
  enabled: true,
  pollMinutes: 5,
})

/** The department is on the hub, and the centre of Nam Sách too, with another system. */
const connected = async (app: TestApp, hub: Hub) => {
  const connection = await app.ha.call(AddConnection, { body: { kind: 'hub', ...settings(hub) } })
  await app.settle()
  const unit = await app.pool.transaction('system', (db) => unitIdOf(db, 'HD-291-TTVH'))
  await app.ha.call(SetAddress, { params: { id: connection.id, unit }, body: { organId: them } })
  return { connection, unit }
}

let minutes = 0
/** Time goes on, and the connections that are due are served. */
const later = async (app: TestApp, by = 10) => {
  minutes += by
  app.setNow(new Date(Date.parse('2023-05-22T01:12:00Z') + minutes * 60_000).toISOString())
  await app.wakeAgain(onExchangesDue, {})
}

const messageOf = (bytes: Uint8Array | undefined): EdxmlMessage => {
  assert.ok(bytes)
  const { value, messages } = unpack(bytes)
  assert.ok(value)
  assert.deepEqual(messages, [])
  return value
}

const replyTo = (
  bytes: Uint8Array | undefined,
  statusCode: StatusCode,
  at: string,
  description: string | null = null,
) => {
  const message = messageOf(bytes)
  assert.equal(message.kind, 'edoc')
  const documentId = message.kind === 'edoc' ? message.documentId : ''
  return pack({
    kind: 'status',
    from: organOf(them, 'Trung tâm Nam Sách'),
    responseFor: { organId: us, code: null, date: null, documentId },
    staff: null,
    statusCode,
    description,
    at,
  })
}

const row = async (app: TestApp, dispatch: number, unit: number) => {
  const { rows } = await app.mai.call(ListDeliveries, { query: { dispatch, limit: 200 } })
  return rows.find((each) => each.unit.id === unit)
}

test(
  'a unit on another system gets a package with the frozen files and has its duty; its states come back, late, doubled and out of order',
  withHub(async (app, hub) => {
    minutes = 0
    const { unit } = await connected(app, hub)
    const { draftId: id, campaignId } = await issuedCampaign(app)
    await later(app)
    const [sent] = hub.sentTo(them)
    const message = messageOf(sent?.bytes)
    assert.ok(message.kind === 'edoc')
    const issued = await app.mai.call(GetDispatch, { params: { id } })
    assert.equal(`${message.code.number}/${message.code.notation}`, issued.code)
    assert.equal(message.documentId, `${us},2023/05/22,${issued.code}`)
    assert.deepEqual(
      message.attachments.map(({ name }) => name.slice(-5)),
      ['Đ.pdf', '.docx'],
    )
    assert.equal(hub.sentTo(them).length, 1)
    // Not there before it says so; the others are reached within Loa.
    assert.equal(await row(app, id, unit), undefined)
    assert.equal((await app.mai.call(ListDeliveries, { query: { dispatch: id } })).total, 38)
    assert.equal(
      (await app.ha.call(GetBoard, { params: { id: campaignId }, query: { limit: 200 } })).rows.length,
      39,
    )

    const say = (code: StatusCode, at: string, reason?: string) =>
      hub.put('status', them, us, replyTo(sent?.bytes, code, at, reason ?? null))
    say('03', '2023-05-22T10:00:00+07:00')
    say('01', '2023-05-22T09:00:00+07:00')
    say('01', '2023-05-22T09:00:00+07:00')
    await later(app)
    const arrived = await row(app, id, unit)
    assert.deepEqual([arrived?.status, arrived?.history.map(({ status }) => status)], ['03', ['03', '01']])
    assert.ok(arrived?.history.every(({ heardAt }) => heardAt !== null))
    assert.ok(hub.lying.every(({ to, status }) => to !== us || status === 'done'))

    await app.mai.call(RecallDispatch, { params: { id }, body: { reason: 'Sai thời gian' } })
    // Something else is heard before the question is on its way.
    say('04', '2023-05-22T11:00:00+07:00')
    await later(app)
    await app.settle()
    await later(app)
    const recall = messageOf(hub.sentTo(them)[1]?.bytes)
    assert.ok(recall.kind === 'edoc')
    assert.deepEqual(
      [recall.business.type, recall.business.documentId, recall.business.reason, recall.attachments],
      [1, message.documentId, 'Sai thời gian', []],
    )
    assert.equal((await row(app, id, unit))?.status, '13')
    say('15', '2023-05-22T16:00:00+07:00')
    await later(app)
    assert.equal((await row(app, id, unit))?.status, '15')
  }),
)

test(
  'a hub that is down for a day is asked again and gets everything once; a lost answer is said again with the same bytes; a no with a code is shown and waits for a person',
  withHub(async (app, hub) => {
    minutes = 0
    const { connection } = await connected(app, hub)
    hub.fail('sendEdoc', 'down', 1000)
    hub.fail('getReceivedEdocList', 'down', 1000)
    const { draftId: id } = await issuedCampaign(app)
    for (let hour = 0; hour < 24; hour++) await later(app, 61)
    const [down] = (await app.ha.call(ListConnections)).rows
    assert.deepEqual([down?.waiting, down?.trouble], [1, 'HTTP 503'])
    const { rows } = await app.ha.call(ListParcels, {
      params: { id: connection.id },
      query: { show: 'waiting' },
    })
    assert.deepEqual([rows[0]?.state, rows[0]?.said, rows[0]?.dispatchId], ['waiting', 'HTTP 503', id])
    hub.mend()
    hub.fail('sendEdoc', 'lost')
    await later(app, 61)
    await later(app, 61)
    const twice = hub.sentTo(them)
    // The answer was lost, so it went a second time: the same to every byte, as the receiver knows it by.
    assert.equal(twice.length, 2)
    assert.deepEqual(twice[0]?.bytes, twice[1]?.bytes)
    const [up] = (await app.ha.call(ListConnections)).rows
    assert.deepEqual([up?.waiting, up?.refused, up?.trouble, up?.troubleSince], [0, 0, null, null])

    // Lost on the way through the hub: it does not know it any more, and gets it again.
    hub.lying.splice(0)
    await later(app)
    await later(app)
    assert.equal(hub.sentTo(them).length, 1)

    hub.fail('sendEdoc', { code: '18', said: 'Đơn vị nhận không tồn tại' })
    await app.mai.call(RecallDispatch, { params: { id }, body: { reason: 'Sai thời gian' } })
    await app.settle()
    for (const _ of [1, 2, 3]) await later(app, 61)
    const show = { params: { id: connection.id }, query: { show: 'refused' as const } }
    const [no] = (await app.ha.call(ListParcels, show)).rows
    assert.deepEqual(
      [no?.state, no?.code, no?.said, no?.tries],
      ['refused', '18', 'Đơn vị nhận không tồn tại', 1],
    )
    await refused(app.mai.call(RetryParcel, { params: { id: no?.id ?? 0 } }), 'act.forbidden')
    await app.ha.call(RetryParcel, { params: { id: no?.id ?? 0 } })
    await app.settle()
    await later(app)
    assert.equal((await app.ha.call(ListParcels, show)).total, 0)
    assert.equal(hub.sentTo(them).length, 2)
    await refused(
      app.ha.call(DropParcel, { params: { id: no?.id ?? 0 }, body: { reason: 'thôi' } }),
      'exchange.not-refused',
    )
  }),
)

test(
  'a document from outside comes in once with its files; every step of the clerk is told its sender; a recall removes it',
  withHub(async (app, hub) => {
    minutes = 0
    await connected(app, hub)
    const ministry = sender.organId
    const said = () =>
      hub.sentTo(ministry).map(({ bytes }) => {
        const m = messageOf(bytes)
        return m.kind === 'status' ? [m.statusCode, m.description] : ['?']
      })
    const recall = (reason: string, at: string) =>
      pack(
        exampleEdoc({
          business: {
            type: 1,
            reason,
            documentId: exampleEdoc().documentId,
            paper: false,
            change: null,
            replaces: [],
            staff: [],
          },
          attachments: [],
          trace: [{ organId: ministry, at }],
        }),
      )
    hub.put('edoc', ministry, us, examplePackage())
    hub.put('edoc', ministry, us, examplePackage())
    hub.fail('updateStatus', 'lost')
    await later(app)
    await later(app)
    await later(app)
    const inbox = await app.mai.call(ListDeliveries, { query: { box: 'in' } })
    assert.equal(inbox.total, 1)
    const [delivery] = inbox.rows
    assert.ok(delivery)
    assert.deepEqual([delivery.from.name, delivery.outside, delivery.status], [sender.name, true, '01'])
    const dispatch = await app.mai.call(GetDispatch, { params: { id: delivery.dispatchId } })
    assert.deepEqual(
      [dispatch.cameBy, dispatch.cameFrom, dispatch.files.map(({ kind }) => kind)],
      ['exchange', sender.name, ['attachment', 'package']],
    )
    assert.deepEqual([...new Set(said().map(String))], ['01,'])

    // Entering it in the register is receiving it.
    await app.mai.call(RegisterArrival, {
      params: { id: dispatch.id },
      body: { arrivedOn: '2023-05-22', note: '', despiteTwin: false },
    })
    await app.settle()
    await app.ha.call(SetDeliveryStatus, { params: { id: delivery.id }, body: { status: '06' } })
    await app.settle()
    await later(app)
    assert.deepEqual(
      said()
        .slice(-2)
        .map(([code]) => code),
      ['03', '06'],
    )
    assert.equal(
      messageOf(hub.sentTo(ministry).at(-1)?.bytes).kind === 'status' &&
        (messageOf(hub.sentTo(ministry).at(-1)?.bytes) as { staff: { staff: string } }).staff.staff,
      'Phạm Thu Hà',
    )

    hub.put('edoc', ministry, us, recall('Gửi nhầm nơi nhận', '2023-05-22T15:00:00+07:00'))
    await later(app)
    const [asked] = (await app.mai.call(ListDeliveries, { query: { box: 'in' } })).rows
    assert.deepEqual([asked?.status, asked?.asked, asked?.reason], ['13', 'recall', 'Gửi nhầm nơi nhận'])
    await app.mai.call(SetDeliveryStatus, { params: { id: delivery.id }, body: { status: '15' } })
    await app.settle()
    await later(app)
    assert.deepEqual(said().at(-1), ['15', null])
    const emptied = await app.mai.call(GetDispatch, { params: { id: dispatch.id } })
    assert.deepEqual(
      [emptied.tree.text, emptied.subject, emptied.files, emptied.code],
      ['', null, [], dispatch.code],
    )
    await refused(
      app.mai.call(GetDispatchAttachment, { params: { id: dispatch.id, ordinal: 1 } }),
      'thing.not-found',
    )
  }),
)

test(
  'a recall that is faster than its document waits for it, and is asked for as soon as it comes',
  withHub(async (app, hub) => {
    minutes = 0
    await connected(app, hub)
    const documentId = exampleEdoc().documentId
    const business = {
      type: 1 as const,
      reason: 'Gửi nhầm',
      documentId,
      paper: false,
      change: null,
      replaces: [],
      staff: [],
    }
    for (const _ of [1, 2])
      hub.put('edoc', sender.organId, us, pack(exampleEdoc({ business, attachments: [] })))
    await later(app)
    assert.equal((await app.mai.call(ListDeliveries, { query: { box: 'in' } })).total, 0)
    hub.put('edoc', sender.organId, us, examplePackage())
    await later(app)
    const [delivery] = (await app.mai.call(ListDeliveries, { query: { box: 'in' } })).rows
    assert.deepEqual(
      [delivery?.status, delivery?.handling, delivery?.asked, delivery?.reason],
      ['13', '01', 'recall', 'Gửi nhầm'],
    )
    assert.deepEqual(
      delivery?.history.map(({ status }) => status),
      ['13', '01'],
    )
  }),
)

test(
  'an update from outside waits for a person and then takes the place of what was there; a damaged or secret package is no dispatch',
  withHub(async (app, hub) => {
    minutes = 0
    const { connection } = await connected(app, hub)
    const ministry = sender.organId
    hub.put('edoc', ministry, us, examplePackage())
    await later(app)
    const changed = new TextEncoder().encode(
      new TextDecoder().decode(exampleEdoc().attachments[1]?.bytes).replace(/Gia đình/g, 'Gia đình mới'),
    )
    hub.put(
      'edoc',
      ministry,
      us,
      pack(
        exampleEdoc({
          business: {
            type: 2,
            reason: 'Đính chính mục 2',
            documentId: exampleEdoc().documentId,
            paper: false,
            change: null,
            replaces: [],
            staff: [],
          },
          attachments: [
            { id: '1', name: '1911.txt', description: null, contentType: 'text/plain', bytes: changed },
          ],
        }),
      ),
    )
    hub.put('edoc', ministry, us, new Uint8Array(mostPackageBytes + 1))
    hub.put('edoc', ministry, us, new TextEncoder().encode('<edXML><hỏng'))
    hub.put('edoc', ministry, us, examplePackage({ content: 'TỐI MẬT', documentId: 'x' }))
    await later(app)
    const { rows: taken } = await app.ha.call(ListTaken, { params: { id: connection.id } })
    const unreadable = taken
      .filter(({ how }) => how === 'unreadable')
      .map(({ said }) => said?.split(' · ')[0])
    assert.deepEqual(unreadable.sort(), ['document.secret', 'file.too-large', 'package.unreadable'])
    assert.deepEqual(hub.lying.filter(({ to, status }) => to === us && status === 'fail').length, 3)
    const [delivery] = (await app.mai.call(ListDeliveries, { query: { box: 'in' } })).rows
    assert.deepEqual([delivery?.asked, delivery?.reason], ['update', 'Đính chính mục 2'])
    const before = await app.mai.call(GetDispatch, { params: { id: delivery?.dispatchId ?? 0 } })
    assert.doesNotMatch(before.tree.text, /Gia đình mới/)
    await app.mai.call(SetDeliveryStatus, { params: { id: delivery?.id ?? 0 }, body: { status: '15' } })
    await app.settle()
    const after = await app.mai.call(GetDispatch, { params: { id: delivery?.dispatchId ?? 0 } })
    assert.match(after.tree.text, /Gia đình mới/)
  }),
)

test(
  'by folders: what goes out lies there whole, what is put in is taken once and moved',
  withApp(async (app) => {
    minutes = 0
    const root = mkdtempSync(join(tmpdir(), 'loa-exchange-'))
    app.configure({ LOA_EXCHANGE: root })
    const { secret: _, ...given } = {
      ...settings({ url: '', secret: '' } as Hub),
      place: 'bo-vhttdl',
      systemId: null,
    }
    await refused(
      app.ha.call(AddConnection, { body: { ...given, kind: 'folder', place: '../etc' } }),
      'exchange.wrong-place',
    )
    const connection = await app.ha.call(AddConnection, { body: { ...given, kind: 'folder' } })
    await app.settle()
    const folder = (...parts: string[]) => join(root, 'bo-vhttdl', ...parts)
    mkdirSync(folder('in'), { recursive: true })
    writeFileSync(folder('in', 'cong-van-1911.edxml'), examplePackage())
    writeFileSync(folder('in', 'hong.edxml'), 'không phải gói tin')
    writeFileSync(folder('in', 'lon.edxml'), '')
    truncateSync(folder('in', 'lon.edxml'), mostPackageBytes + 1)
    await later(app)
    assert.deepEqual(readdirSync(folder('in')).sort(), ['done', 'failed'])
    assert.match(readdirSync(folder('in', 'failed'))[0] ?? '', /hong\.edxml$/)
    const { rows: taken } = await app.ha.call(ListTaken, { params: { id: connection.id } })
    assert.deepEqual(taken.map(({ how, said }) => [how, said?.split(' · ')[0]]).sort(), [
      ['stored', undefined],
      ['unreadable', 'file.too-large'],
      ['unreadable', 'package.unreadable'],
    ])
    assert.equal((await app.mai.call(ListDeliveries, { query: { box: 'in' } })).total, 1)
    // A fault of ours with one connection stands on it, and keeps no other waiting.
    const package256 = (sha256: string | null) =>
      app.pool.transaction('system', (db) =>
        db.run(
          sql`update exchange_outgoing set package_sha256 = ${sha256} where connection_id = ${connection.id}`,
        ),
      )
    await package256('0'.repeat(64))
    await app.ha.call(AddConnection, { body: { ...given, place: 'so-khac', kind: 'folder' } })
    await assert.rejects(later(app), /ENOENT/)
    const both = (await app.ha.call(ListConnections)).rows
    assert.deepEqual(
      both.map(({ trouble, answeredAt }) => [trouble, answeredAt !== null]),
      [
        ['Lỗi ở máy chủ Loa: người quản trị xem nhật ký.', true],
        [null, true],
      ],
    )
    await package256(null)
    await later(app)
    const [name] = readdirSync(folder('out'))
    assert.match(name ?? '', /^status-H23\.15-000\.00\.00\.G09-[0-9a-f]{16}\.edxml$/)
    const reply = messageOf(new Uint8Array(readFileSync(folder('out', name ?? ''))))
    assert.equal(reply.kind === 'status' && reply.statusCode, '01')
    // The same file once more, under another name: known by what it says.
    writeFileSync(folder('in', 'lai.edxml'), examplePackage())
    await later(app)
    assert.equal((await app.mai.call(ListDeliveries, { query: { box: 'in' } })).total, 1)
    assert.ok(existsSync(folder('in', 'done')))
    const off = await app.ha.call(ChangeConnection, {
      params: { id: connection.id },
      body: { ...given, enabled: false, version: connection.version },
    })
    assert.equal(off.enabled, false)
    writeFileSync(folder('in', 'sau.edxml'), examplePackage({ documentId: 'khac' }))
    await later(app)
    assert.ok(existsSync(folder('in', 'sau.edxml')))
  }),
)

test(
  'the secret is sealed, never shown, and not taken along to another address; another unit sees no connection of ours',
  withHub(async (app, hub) => {
    const { connection } = await connected(app, hub)
    assert.equal(connection.hasSecret, true)
    assert.ok(!JSON.stringify(connection).includes(hub.secret))
    const { rows } = await app.pool.transaction('system', (db) =>
      db.raw('select sealed from exchange_connections where id = $1', [connection.id]),
    )
    const sealed = rows[0]?.sealed
    assert.ok(Buffer.isBuffer(sealed) && !sealed.includes(hub.secret))
    const { secret: _, ...given } = settings(hub)
    const moved = await app.ha.call(ChangeConnection, {
      params: { id: connection.id },
      body: { ...given, place: 'https://elsewhere.example.vn', enabled: false, version: connection.version },
    })
    assert.equal(moved.hasSecret, false)
    await refused(
      app.ha.call(AddConnection, { body: { kind: 'hub', ...given, place: 'file:///etc' } }),
      'exchange.wrong-place',
    )
    await app.pool.transaction('system', (db) =>
      db.run(sql`insert into appointments (person_id, unit_id, role, valid_from) select 'ttvh-291', a.unit_id, 'administrator', a.valid_from
        from appointments a where a.person_id = 'ttvh-291' limit 1`),
    )
    assert.deepEqual((await app.lan.call(ListConnections)).rows, [])
    await refused(app.lan.call(ListParcels, { params: { id: connection.id } }), 'thing.not-found')

    // Nor does it get at our folders: not at one that is taken, nor at the place where all are laid down.
    const add = (person: TestApp['ha'], kind: 'folder' | 'drop', place: string, enabled = true) =>
      person.call(AddConnection, {
        body: { ...given, kind, place, enabled, systemId: null, organId: kind === 'drop' ? '' : us },
      })
    await add(app.ha, 'folder', 'thu-muc')
    await add(app.ha, 'drop', 'quet')
    await refused(add(app.lan, 'folder', 'thu-muc'), 'exchange.there-already')
    await refused(add(app.lan, 'drop', 'quet'), 'exchange.there-already')
    for (const place of ['.', 'done', 'failed'])
      await refused(add(app.lan, 'drop', place), 'exchange.wrong-place')
    const off = await add(app.lan, 'drop', 'quet', false)
    await refused(
      app.lan.call(ChangeConnection, {
        params: { id: off.id },
        body: { ...given, place: 'quet', systemId: null, organId: '', version: off.version },
      }),
      'exchange.there-already',
    )
  }),
)
