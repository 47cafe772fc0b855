import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  ForwardArrival,
  GetArrival,
  GetArrivalPaper,
  GetArrivalStand,
  HandleArrival,
  ListHandlers,
  ListUnregistered,
  RegisterArrival,
} from '@loa/contract/arrivals'
import { ListDeliveries, SetDeliveryStatus } from '@loa/contract/deliveries'
import { UploadDispatch } from '@loa/contract/dispatches'
import { GetRegisterFile, ListInRegister, type RegisterKind } from '@loa/contract/registers'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { extractText, getDocumentProxy } from 'unpdf'
import { sql } from '../database/sql.ts'
import { exampleDispatch, examplePdf, issuedCampaign } from '../testing/path.ts'
import { refused } from '../testing/problems.ts'
import { withApp } from '../testing/with-app.ts'
import { sameKey } from './arrival.ts'

test('a second copy is known by number, symbol and author however they are written', () => {
  assert.equal(sameKey('05/SVHTTDL-VP', 'Sở Văn hóa'), sameKey(' 5 / svhttdl-vp', 'SỞ VĂN HOÁ'))
  assert.notEqual(sameKey('05/SVHTTDL-VP', 'Sở Y tế'), sameKey('05/SVHTTDL-VP', 'Sở Văn hóa'))
  assert.equal(sameKey('/SVHTTDL-VP', 'Sở Văn hóa'), null)
  fc.assert(
    fc.property(
      fc.nat(99_999),
      fc.stringMatching(/^[A-ZĐ]{2,8}-[A-ZĐ]{2,8}$/),
      fc.string(),
      (number, symbol, author) =>
        sameKey(`${number}/${symbol}`, author) ===
        sameKey(`00${number} / ${symbol.toLowerCase()}`, `${author.normalize('NFD')} `),
    ),
  )
})

test(
  'an incoming document gets the next số đến once, is forwarded with a deadline and finished with its answer',
  withApp(async (app) => {
    const words = new TextDecoder().decode(exampleDispatch()).replace('Số: /', 'Số: 0428/')
    const send = async (name: string, text: string) => {
      const sent = { query: { name }, bytes: new TextEncoder().encode(text) }
      return (await app.ha.call(UploadDispatch, sent)).dispatch.id
    }
    const id = await send('cong-van.txt', words)
    const waiting = await app.mai.call(ListUnregistered, {})
    assert.deepEqual(
      waiting.rows.map((row) => row.id),
      [id],
    )
    const body = { arrivedOn: '2023-05-22', note: '', despiteTwin: false }
    await refused(() => app.ha.call(RegisterArrival, { params: { id }, body }), 'act.forbidden')
    await refused(
      () => app.mai.call(RegisterArrival, { params: { id }, body: { ...body, arrivedOn: '2023-05-23' } }),
      'arrival.future-day',
    )
    const entered = await app.mai.call(RegisterArrival, { params: { id }, body })
    const again = await app.mai.call(RegisterArrival, { params: { id }, body })
    assert.deepEqual([entered.arrival?.number, again.arrival?.id], [1, entered.arrival?.id])
    assert.equal((await app.mai.call(ListUnregistered, {})).total, 0)

    // The same dispatch in another file.
    const copy = await send('ban-sao.txt', `${words}\n\n`)
    const stand = await app.mai.call(GetArrivalStand, { params: { id: copy } })
    assert.deepEqual(
      [stand.nextNumber, stand.twins.map(({ number, dispatchId }) => [number, dispatchId])],
      [2, [[1, id]]],
    )
    await refused(() => app.mai.call(RegisterArrival, { params: { id: copy }, body }), 'arrival.twin')
    const second = await app.mai.call(RegisterArrival, {
      params: { id: copy },
      body: { ...body, despiteTwin: true },
    })
    assert.equal(second.arrival?.number, 2)

    const arrivalId = entered.arrival?.id ?? 0
    const params = { id: arrivalId }
    const { people } = await app.hung.call(ListHandlers, { params })
    assert.ok(people.some((person) => person.id === 'ha'))
    assert.ok(!people.some((person) => person.id === 'ttvh-291'))
    const forward = {
      version: 1,
      lead: 'ha',
      helpers: ['mai'],
      dueOn: '2023-05-30',
      words: 'Tham mưu triển khai',
    }
    const done = {
      version: 2,
      words: 'Đã có công văn triển khai',
      replyCode: '15/SVHTTDL-QLVHGĐ',
      finished: true,
    }
    await refused(
      () => app.ha.call(HandleArrival, { params, body: { ...done, version: 1 } }),
      'arrival.not-forwarded',
    )
    await refused(
      () => app.hung.call(ForwardArrival, { params, body: { ...forward, lead: 'ttvh-291' } }),
      'arrival.unknown-handler',
    )
    const forwarded = await app.hung.call(ForwardArrival, { params, body: forward })
    assert.deepEqual(
      [forwarded.arrival?.leadName, forwarded.arrival?.dueOn, forwarded.arrival?.entries.length],
      [people.find((person) => person.id === 'ha')?.name, '2023-05-30', 1],
    )
    await refused(() => app.quan.call(ForwardArrival, { params, body: forward }), 'thing.changed')
    await app.ha.call(HandleArrival, { params, body: done })
    const last = await app.mai.call(GetArrival, { params })
    assert.deepEqual([last.arrival?.replyCode, last.may.handle], ['15/SVHTTDL-QLVHGĐ', false])
    await refused(
      () => app.ha.call(HandleArrival, { params, body: { ...done, version: 3 } }),
      'arrival.finished',
    )
    const paper = (paper: 'slip' | 'stamped', of = arrivalId) =>
      app.mai.file(GetArrivalPaper, { params: { id: of, paper } })
    assert.match(await wordsOfPdf(await paper('slip')), /Chủ trì: .*Hà.*Thời hạn: 30\/5\/2023/)
    await refused(() => paper('stamped'), 'arrival.no-file')
    const pdf = { query: { name: 'van-ban.pdf' }, bytes: await examplePdf() }
    const paged = (await app.ha.call(UploadDispatch, pdf)).dispatch.id
    const third = await app.mai.call(RegisterArrival, { params: { id: paged }, body })
    assert.deepEqual([entered.arrival?.hasPages, third.arrival?.hasPages], [false, true])
    const stamped = await wordsOfPdf(await paper('stamped', third.arrival?.id))
    assert.match(stamped, /ĐẾN.*Số: 3.*Ngày: 22\/5\/2023/)

    const file = (kind: RegisterKind, format: 'pdf' | 'xlsx') =>
      app.mai.file(GetRegisterFile, { params: { year: 2023, kind, format } })
    const book = await wordsOfPdf(await file('in', 'pdf'))
    assert.match(book, /SỔ ĐĂNG KÝ VĂN BẢN ĐẾN.*Từ số 1 đến số 3.*0428\/SVHTTDL- ?QLVHGĐ/)
    const sheet = unzipSync(await file('handling', 'xlsx'))['xl/worksheets/sheet1.xml']
    assert.match(new TextDecoder().decode(sheet), /15\/SVHTTDL-QLVHGĐ/)
    const open = await app.mai.call(ListInRegister, { params: { year: 2023 }, query: { open: 'true' } })
    assert.deepEqual(
      open.rows.map((row) => row.number),
      [3, 2],
    )
  }),
)

const wordsOfPdf = async (bytes: Uint8Array): Promise<string> =>
  (await extractText(await getDocumentProxy(bytes), { mergePages: true })).text.replace(/\s+/g, ' ')

test(
  'what is received through Loa stands in the register of who received it, by the day it was received',
  withApp(async (app) => {
    const { dispatch } = await issuedCampaign(app)
    const { rows } = await app.lan.call(ListDeliveries, { query: { box: 'in' } })
    const id = rows[0]?.id ?? 0
    app.setNow('2023-05-22T17:30:00Z')
    await app.lan.call(SetDeliveryStatus, { params: { id }, body: { status: '03' } })
    await app.lan.call(SetDeliveryStatus, { params: { id }, body: { status: '03' } })
    const register = await app.lan.call(ListInRegister, { params: { year: 2023 } })
    assert.deepEqual(
      register.rows.map((row) => [row.number, row.code, row.arrivedOn, row.deliveryId]),
      [[1, dispatch.code, '2023-05-23', id]],
    )
    // What the register says next is what the sender sees of it.
    const params = { id: register.rows[0]?.id ?? 0 }
    await app.pool.transaction('system', (db) =>
      db.run(sql`insert into appointments (person_id, unit_id, role)
        select 'ttvh-291', id, 'head' from units where code = 'HD-291-TTVH'`),
    )
    const { people } = await app.lan.call(ListHandlers, { params })
    const forward = { version: 1, lead: people[0]?.id ?? '', helpers: [], dueOn: null, words: '' }
    await app.lan.call(ForwardArrival, { params, body: forward })
    const note = { version: 2, words: 'Đang làm', replyCode: null, finished: false }
    await app.lan.call(HandleArrival, { params, body: note })
    const sent = await app.mai.call(ListDeliveries, {
      query: { dispatch: dispatch.id, box: 'out', status: '05' },
    })
    assert.deepEqual(
      sent.rows.map((row) => row.history.map(({ status }) => status)),
      [['01', '03', '04', '05']],
    )
    assert.equal((await app.tho.call(ListInRegister, { params: { year: 2023 } })).total, 0)
  }),
)
