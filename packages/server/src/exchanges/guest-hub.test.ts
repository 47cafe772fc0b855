import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { getRequestListener } from '@hono/node-server'
import { ListDeliveries, SetDeliveryStatus } from '@loa/contract/deliveries'
import { GetDispatch } from '@loa/contract/dispatches'
import { AddConnection, ChangeConnection, ListConnections, SetAddress } from '@loa/contract/exchanges'
import { RecallDispatch } from '@loa/contract/recalls'
import { sql } from '../database/sql.ts'
import { unitIdOf } from '../testing/directory.ts'
import { issuedCampaign } from '../testing/path.ts'
import { refused } from '../testing/problems.ts'
import { withApp } from '../testing/with-app.ts'
import { onExchangesDue } from './reaction.ts'

const key = 'khoa-dai-va-ngau-nhien-0123456789'

test(
  'two systems meet at one of them: the guest fetches what waits for it, brings its states, and gives back what is recalled',
  withApp(async (app) => {
    // The centre of Nam Sách acts as if on a Loa of its own: it knows the department's only by its address.
    const server = createServer(
      getRequestListener(async (request) =>
        app.app.request(new URL(request.url).pathname, {
          method: request.method,
          headers: request.headers,
          body: await request.arrayBuffer(),
        }),
      ),
    )
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/exchange`
    let minutes = 0
    const later = async () => {
      minutes += 10
      app.setNow(new Date(Date.parse('2023-05-22T01:12:00Z') + minutes * 60_000).toISOString())
      await app.wakeAgain(onExchangesDue, {})
    }
    try {
      await app.pool.transaction('system', (db) =>
        db.run(sql`insert into appointments (person_id, unit_id, role, valid_from)
          select 'ttvh-291', a.unit_id, r, a.valid_from from appointments a, unnest(array['administrator', 'clerk']) r
          where a.person_id = 'ttvh-291' on conflict do nothing`),
      )
      const given = { zipped: true, enabled: true, pollMinutes: 5 }
      const host = {
        ...given,
        kind: 'guest' as const,
        name: 'Trung tâm Nam Sách',
        organId: 'H23.15',
        place: 'Loa của huyện',
        systemId: 'NAM-SACH',
      }
      await refused(app.ha.call(AddConnection, { body: { ...host, secret: 'ngan' } }), 'exchange.guest-key')
      const guest = await app.ha.call(AddConnection, { body: { ...host, secret: key } })
      const unit = await app.pool.transaction('system', (db) => unitIdOf(db, 'HD-291-TTVH'))
      await app.ha.call(SetAddress, { params: { id: guest.id, unit }, body: { organId: 'H23.91.05' } })
      const hub = { ...given, name: 'Loa của Sở', organId: 'H23.91.05', place: url, systemId: 'NAM-SACH' }
      const own = await app.lan.call(AddConnection, { body: { ...hub, kind: 'hub', secret: 'sai khóa' } })
      await app.settle()
      const [wrong] = (await app.lan.call(ListConnections)).rows
      assert.equal(wrong?.trouble, 'Sai SystemId hoặc SecretKey')
      await app.lan.call(ChangeConnection, {
        params: { id: own.id },
        body: { ...hub, secret: key, version: own.version },
      })

      const { draftId: id } = await issuedCampaign(app)
      await later()
      await later()
      // Both live in one database here, so that the row in which the sender hears is seen as well.
      const inbox = async () =>
        (await app.lan.call(ListDeliveries, { query: { box: 'in' } })).rows.find(({ outside }) => outside)
      const delivery = await inbox()
      assert.ok(delivery)
      assert.deepEqual(
        [delivery.status, delivery.from.fullName],
        ['01', 'Sở Văn hóa, Thể thao và Du lịch tỉnh Hải Dương'],
      )
      const copy = await app.lan.call(GetDispatch, { params: { id: delivery.dispatchId } })
      const issued = await app.mai.call(GetDispatch, { params: { id } })
      assert.deepEqual([copy.code, copy.direction, copy.cameBy], [issued.code, 'in', 'exchange'])
      await app.lan.call(SetDeliveryStatus, { params: { id: delivery.id }, body: { status: '03' } })
      await app.settle()
      await later()
      const seen = async () =>
        (await app.mai.call(ListDeliveries, { query: { dispatch: id, limit: 200 } })).rows.find(
          (row) => row.unit.id === unit,
        )
      assert.deepEqual(
        (await seen())?.history.map(({ status }) => status),
        ['01', '03'],
      )

      await app.mai.call(RecallDispatch, { params: { id }, body: { reason: 'Sai thời gian' } })
      await app.settle()
      await later()
      const asked = await inbox()
      assert.deepEqual([asked?.status, asked?.reason], ['13', 'Sai thời gian'])
      await app.lan.call(SetDeliveryStatus, { params: { id: delivery.id }, body: { status: '15' } })
      await app.settle()
      await later()
      assert.equal((await seen())?.status, '15')
      const [row] = (await app.ha.call(ListConnections)).rows
      assert.deepEqual([row?.waiting, row?.refused, row?.hasSecret], [0, 0, true])

      // What a person gave up is handed out no more.
      const fetched = async () => {
        const { rows } = await app.pool.transaction('system', (db) =>
          db.raw('select min(id)::text as id from exchange_outgoing where connection_id = $1', [guest.id]),
        )
        const answer = await fetch(`${url}/getEdoc`, {
          method: 'POST',
          headers: { 'x-systemid': 'NAM-SACH', 'x-secretkey': key },
          body: JSON.stringify({ docId: rows[0]?.id }),
        })
        return answer.headers.get('content-type') === 'application/octet-stream'
      }
      assert.equal(await fetched(), true)
      await app.pool.transaction('system', (db) =>
        db.run(sql`update exchange_outgoing set state = 'dropped' where connection_id = ${guest.id}`),
      )
      assert.equal(await fetched(), false)

      // Nobody without the key learns whether a guest of that name is there.
      const ask = async (systemId: string) => {
        const answer = await app.app.request('/api/exchange/getReceivedEdocList', {
          method: 'POST',
          headers: { 'x-systemid': systemId, 'x-secretkey': 'x' },
          body: '{}',
        })
        return [answer.status, await answer.text()]
      }
      assert.deepEqual(await ask('NAM-SACH'), await ask('KHONG-CO'))
    } finally {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    }
  }),
)
