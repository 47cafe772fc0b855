import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { GetBoard } from '@loa/contract/campaigns'
import { GetHome } from '@loa/contract/home'
import {
  CancelReminder,
  ChangeReminder,
  GetReminder,
  ListLacks,
  ListReminders,
  MakeReminders,
  ReadReminder,
} from '@loa/contract/reminders'
import { acceptDuty, dutyOf, issuedCampaign } from '../testing/path.ts'
import { refused } from '../testing/problems.ts'
import { type TestApp, withApp } from '../testing/with-app.ts'
import { onRemindersDue as onDue } from './reaction.ts'

const sentence = '{văn bản} đến ngày {ngày đến}, {số ngày} ngày chưa tiếp nhận.'
const lateBy6 = '2023-05-28T20:00:00+07:00'

/** The dispatch came on Monday 22 May; now it is Sunday evening and nobody has accepted. */
const late = async (app: TestApp) => {
  const { campaignId, dispatch } = await issuedCampaign(app)
  app.setNow(lateBy6)
  const duty = await dutyOf(app.lan)
  const one = { id: randomUUID(), dutyId: duty.id, reasons: [{ key: 'not-accepted', template: sentence }] }
  const make = (reminders: (typeof one)[], when: 'now' | 'morning' | 'draft' = 'now') =>
    app.ha.call(MakeReminders, { params: { id: campaignId }, body: { when, reminders } })
  const received = async () =>
    (await app.lan.call(GetHome)).mine.filter(({ kind }) => kind === 'reminder.received')
  return { campaignId, code: dispatch.code, duty, one, make, received }
}

test(
  'units that lack something are named with what; a reminder at night waits for Monday 7:30, then stands at home until opened',
  withApp(async (app) => {
    const { campaignId, code, duty, one, make, received } = await late(app)
    const lacks = await app.ha.call(ListLacks, { params: { id: campaignId }, query: { limit: 10 } })
    assert.equal(lacks.total, 39)
    assert.equal(lacks.rows.length, 10)
    assert.equal(lacks.mail, false)
    assert.deepEqual(lacks.sendAt, { now: '2023-05-29T00:30:00Z', morning: '2023-05-29T00:30:00Z' })
    const second = await app.ha.call(ListLacks, {
      params: { id: campaignId },
      query: { limit: 200, cursor: lacks.next ?? '' },
    })
    const mine = [...lacks.rows, ...second.rows].find(({ dutyId }) => dutyId === duty.id)
    assert.deepEqual(
      mine?.lacks.map(({ key, words }) => [key, words['số ngày']]),
      [['not-accepted', '7']],
    )
    assert.equal(mine?.reminded, 0)

    // Asked twice, as after a lost answer: one reminder.
    assert.deepEqual(await make([one]), { made: 1, sendAt: '2023-05-29T00:30:00Z' })
    assert.equal((await make([one])).made, 0)
    await refused(() => make([{ ...one, id: randomUUID() }]), 'reminder.said-today')
    await app.settle()
    assert.equal((await received()).length, 0)
    await refused(() => app.lan.call(GetReminder, { params: { id: one.id } }), 'thing.not-found')

    app.setNow('2023-05-29T07:30:00+07:00')
    await app.wakeAgain(onDue, {})
    await app.wakeAgain(onDue, {})
    const [line] = await received()
    assert.equal(line?.href, `/reminders/${one.id}`)
    assert.equal(line?.detail, 'not-accepted')
    assert.deepEqual(
      await app.tho.call(GetHome).then(({ mine }) => mine.filter(({ kind }) => kind === 'reminder.received')),
      [],
    )
    await refused(() => app.tho.call(GetReminder, { params: { id: one.id } }), 'thing.not-found')
    const read = await app.lan.call(ReadReminder, { params: { id: one.id } })
    assert.match(
      read.text,
      new RegExp(`^Công văn số ${code} ngày .* đến ngày 22/5/2023, 7 ngày chưa tiếp nhận\\.$`),
    )
    assert.equal(read.readBy, 1)
    assert.deepEqual(await received(), [])
    const board = await app.ha.call(GetBoard, { params: { id: campaignId }, query: { limit: 100 } })
    assert.deepEqual(
      board.rows.filter(({ reminded }) => reminded > 0).map(({ dutyId, reminded }) => [dutyId, reminded]),
      [[duty.id, 1]],
    )
    await refused(
      () => app.ha.call(CancelReminder, { params: { id: one.id }, body: { version: read.version } }),
      'reminder.gone',
    )
    // A unit does not learn who else is late.
    await refused(() => app.lan.call(ListLacks, { params: { id: campaignId } }), 'thing.not-found')
  }),
)

test(
  'until it is sent a reminder may be changed, kept as a draft and withdrawn; one whose unit is done by then is not sent',
  withApp(async (app) => {
    const { campaignId, one, make, received } = await late(app)
    const wrong = { ...one, reasons: [{ key: 'doubts', template: '{số hoạt động} hoạt động nghi vấn.' }] }
    await refused(() => make([wrong]), 'reminder.nothing-lacks')
    await refused(
      () => make([{ ...one, reasons: [{ key: 'not-accepted', template: 'Trước {ngày}.' }] }]),
      'reminder.unknown-gap',
    )
    await make([one], 'draft')
    const draft = await app.ha.call(GetReminder, { params: { id: one.id } })
    assert.equal(draft.state, 'drafted')
    const cancel = (id: string, version: number) =>
      app.ha.call(CancelReminder, { params: { id }, body: { version } })
    const changed = await app.ha.call(ChangeReminder, {
      params: { id: one.id },
      body: {
        version: draft.version,
        when: 'now',
        reasons: [{ key: 'not-accepted', template: 'Chưa tiếp nhận: {văn bản}.' }],
      },
    })
    assert.equal(changed.state, 'waiting')
    await refused(() => cancel(one.id, draft.version), 'thing.changed')
    assert.equal((await cancel(one.id, changed.version)).state, 'cancelled')

    // Withdrawn: the day is free again. The unit accepts before the hour has come.
    const next = { ...one, id: randomUUID() }
    await make([next], 'morning')
    await acceptDuty(app.lan)
    app.setNow('2023-05-29T08:00:00+07:00')
    await app.wakeAgain(onDue, {})
    const settled = await app.ha.call(GetReminder, { params: { id: next.id } })
    assert.deepEqual([settled.state, settled.settled], ['cancelled', true])
    assert.deepEqual(await received(), [])
    const { rows } = await app.ha.call(ListReminders, { params: { id: campaignId } })
    assert.deepEqual(rows.map(({ state, settled }) => `${state} ${settled}`).sort(), [
      'cancelled false',
      'cancelled true',
    ])
  }),
)
