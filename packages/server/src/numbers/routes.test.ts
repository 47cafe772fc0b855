import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { type Dispatch, GetDispatch, NumberDispatch } from '@loa/contract/dispatches'
import { ListEvents } from '@loa/contract/events'
import { GetNumbers, ListKeptNumbers, ReserveNumber, SaveNumberPlan, VoidNumber } from '@loa/contract/numbers'
import { ListOutRegister } from '@loa/contract/registers'
import { refused } from '../testing/problems.ts'
import { type TestApp, withApp } from '../testing/with-app.ts'
import { insertSigned } from './testing.ts'

const signed = (app: TestApp, count: number, type?: string) =>
  app.pool.transaction('system', (db) => insertSigned(db, count, type))

const number = async (app: TestApp, id: number, reserved: number | null = null): Promise<Dispatch> => {
  const { version } = await app.mai.call(GetDispatch, { params: { id } })
  return app.mai.call(NumberDispatch, { params: { id }, body: { version, reserved } })
}

test(
  'numbers run without a gap: reserved ones are kept, void ones stay in the register with their reason and are never given again',
  withApp(async (app) => {
    const [a = 0, b = 0, c = 0, d = 0] = await signed(app, 4)
    const first = await number(app, a)
    assert.equal(first.code, '01/SVHTTDL-VP')
    const key = randomUUID()
    const body = { type: 'cong-van', purpose: 'Giấy mời họp gửi bằng bản giấy' }
    const kept = await app.mai.call(ReserveNumber, { params: { key }, body })
    const again = await app.mai.call(ReserveNumber, { params: { key }, body })
    assert.deepEqual([kept.number, again.number, again.id], [2, 2, kept.id])
    const logged = await app.quan.call(ListEvents, { query: { kind: 'number.reserved' } })
    assert.equal(logged.rows.length, 1, 'asked for twice, kept once')
    assert.equal((await number(app, b)).code, '03/SVHTTDL-VP')
    assert.equal((await number(app, c, kept.id)).code, '02/SVHTTDL-VP')
    await refused(number(app, d, kept.id), 'number.not-reserved')

    const register = () => app.mai.call(ListOutRegister, { params: { year: 2023 } })
    const third = (await register()).rows.find((line) => line.number === 3)
    const reason = 'Cấp nhầm cho bản chưa hoàn chỉnh'
    await refused(
      () => app.ha.call(VoidNumber, { params: { id: third?.id ?? 0 }, body: { reason } }),
      'act.forbidden',
    )
    await app.mai.call(VoidNumber, { params: { id: third?.id ?? 0 }, body: { reason } })
    await refused(
      () => app.mai.call(VoidNumber, { params: { id: third?.id ?? 0 }, body: { reason } }),
      'number.already-void',
    )
    const back = await app.mai.call(GetDispatch, { params: { id: b } })
    assert.deepEqual([back.state, back.code, back.date], ['signed', '/SVHTTDL-VP', null])
    // It gets the next one, not the one that is void.
    assert.equal((await number(app, b)).code, '04/SVHTTDL-VP')
    const { rows, total } = await register()
    assert.equal(total, 4)
    assert.deepEqual(rows.map((line) => [line.number, line.state, line.dispatchId]).sort(), [
      [1, 'used', a],
      [2, 'used', c],
      [3, 'void', b],
      [4, 'used', b],
    ])
    assert.deepEqual(rows.find((line) => line.number === 1)?.recipients, ['Như trên'])
    const voided = await app.mai.call(ListKeptNumbers, { params: { year: 2023 }, query: { state: 'void' } })
    assert.deepEqual(
      voided.rows.map((row) => [row.number, row.reason, row.code]),
      [[3, reason, '03/SVHTTDL-VP']],
    )
  }),
)

test(
  'one series for all types or one for each is decided for a year, not within it',
  withApp(async (app) => {
    const [letter = 0] = await signed(app, 1)
    const [plan = 0, second = 0] = await signed(app, 2, 'ke-hoach')
    await number(app, letter)
    assert.equal((await number(app, plan)).code, '01/SVHTTDL-VP')
    const act = 'Quy chế công tác văn thư, Quyết định 12/QĐ-SVHTTDL'
    await refused(
      () => app.mai.call(SaveNumberPlan, { params: { year: 2023 }, body: { kind: 'one', act } }),
      'number.plan-begun',
    )
    await app.mai.call(SaveNumberPlan, { params: { year: 2024 }, body: { kind: 'one', act } })
    const now = await app.mai.call(GetNumbers, { params: { year: 2023 } })
    assert.deepEqual([now.plan.kind, now.nextPlan?.kind, now.series.length], ['per-type', 'one', 2])
    app.setNow('2024-01-02T02:00:00Z')
    const [other = 0] = await signed(app, 1)
    const codes = [(await number(app, other)).code, (await number(app, second)).code]
    assert.deepEqual(codes, ['01/SVHTTDL-VP', '02/SVHTTDL-VP'])
    const { series } = await app.mai.call(GetNumbers, { params: { year: 2024 } })
    assert.deepEqual(series, [{ series: 'tat-ca', last: 2, reserved: 0, void: 0 }])
  }),
)
