import assert from 'node:assert/strict'
import { test } from 'node:test'
import { GetHolidays, RemoveHoliday, SaveHoliday, SaveHolidayYear } from '@loa/contract/holidays'
import { OpenRound } from '@loa/contract/rounds'
import { issuedCampaign } from '../testing/path.ts'
import { refused } from '../testing/problems.ts'
import { withApp } from '../testing/with-app.ts'

test(
  'the keepers enter what the year’s notice says and days by order; reports are due a working day after the cut-off by it',
  withApp(async (app) => {
    const { campaignId } = await issuedCampaign(app)
    const open = (dueAt: string) =>
      app.ha.call(OpenRound, {
        params: { id: campaignId },
        body: { kind: 'other', from: null, to: '2024-02-07', cutOff: '2024-02-07', dueAt, upDueAt: null },
      })
    // Thursday 8 to Wednesday 14 February 2024 were Tết.
    await refused(() => open('2024-02-14T10:00:00Z'), 'round.due-too-early')
    const year = { year: 2024 }
    const usual = await app.ha.call(GetHolidays, { params: year })
    assert.deepEqual([usual.year.tetBefore, usual.year.act, usual.keeps], [2, null, true])
    const body = { tetBefore: 1, nationalDayWith: 'after', act: 'Thông báo số 5015/TB-LĐTBXH' } as const
    const decided = await app.ha.call(SaveHolidayYear, { params: year, body })
    assert.equal(decided.legal.find(({ rule }) => rule === 'tet')?.day, '2024-02-09')

    const day = { year: 2024, day: '2024-02-15' }
    const off = { name: 'Nghỉ thêm', kind: 'off', note: '' } as const
    await app.ha.call(SaveHoliday, { params: day, body: off })
    const again = await app.ha.call(SaveHoliday, { params: day, body: { ...off, note: 'theo Công điện' } })
    assert.deepEqual(again.own, [{ ...off, day: '2024-02-15', note: 'theo Công điện' }])
    await app.undone(() => open('2024-02-08T10:00:00Z'))
    const removed = await app.ha.call(RemoveHoliday, { params: day })
    assert.deepEqual(removed.own, [])
    await refused(() => app.ha.call(RemoveHoliday, { params: day }), 'thing.not-found')

    const others = await app.lan.call(GetHolidays, { params: year })
    assert.equal(others.keeps, false)
    await refused(() => app.lan.call(SaveHoliday, { params: day, body: off }), 'act.forbidden')
  }),
)
