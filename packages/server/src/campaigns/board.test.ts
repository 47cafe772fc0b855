import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SubmitActivity } from '@loa/contract/activities'
import { GetBoard, GetBoardFile, GetBoardStamp } from '@loa/contract/campaigns'
import { ListDeliveries, SetDeliveryStatus } from '@loa/contract/deliveries'
import { GetDuty, PlanDuty } from '@loa/contract/duties'
import { unzipSync } from 'fflate'
import { acceptDuty, addPhoto, dutyOf, issuedCampaign, recordActivity } from '../testing/path.ts'
import { withApp } from '../testing/with-app.ts'
import { type StandingGround, standingStill } from './board.ts'

test('why a unit stands still: refusals first, then what waits for the giver, then the next thing the unit lacks', () => {
  const ground: StandingGround = {
    step: 'running',
    status: '03',
    dutyState: 'accepted',
    undecided: false,
    asking: false,
    doubts: 0,
    unproved: 0,
    formsLacking: 0,
    reportDue: false,
    reportLate: false,
  }
  const why = (change: Partial<StandingGround>) => {
    const found = standingStill({ ...ground, ...change })
    return found && [found.why, found.count]
  }
  assert.deepEqual(why({}), null)
  assert.deepEqual(why({ step: 'delivered' }), ['not-opened', null])
  assert.deepEqual(why({ step: 'opened' }), ['not-received', null])
  assert.deepEqual(why({ step: 'received' }), ['not-assigned', null])
  assert.deepEqual(why({ step: 'assigned' }), ['nothing-planned', null])
  assert.deepEqual(why({ step: 'planned' }), ['nothing-done', null])
  assert.deepEqual(why({ doubts: 2, unproved: 4, formsLacking: 1 }), ['doubts', 2])
  assert.deepEqual(why({ unproved: 4, formsLacking: 1 }), ['forms-lacking', 1])
  assert.deepEqual(why({ unproved: 4 }), ['unproved', 4])
  assert.deepEqual(why({ step: 'proved', reportDue: true }), ['report-due', null])
  assert.deepEqual(why({ step: 'proved', reportDue: true, reportLate: true }), ['report-late', null])
  assert.deepEqual(why({ asking: true, doubts: 1 }), ['waits-for-giver', null])
  assert.deepEqual(why({ undecided: true, asking: true }), ['no-successor', null])
  assert.deepEqual(why({ status: '02', step: 'delivered', reportLate: true }), ['returned', null])
  assert.deepEqual(why({ dutyState: 'declined', step: 'opened' }), ['declined', null])
  assert.deepEqual(why({ step: 'reported', doubts: 3, reportLate: true }), null)
})

test(
  'a unit goes from delivered to proved on the board, each step with its time and what is in the way; the stamp changes with each',
  withApp(async (app) => {
    const { campaignId } = await issuedCampaign(app)
    const params = { id: campaignId }
    const stamps = new Set<string>()
    const stand = async (query: { show?: 'unreceived' } = {}) => {
      const board = await app.ha.call(GetBoard, { params, query: { limit: 200, ...query } })
      const { stamp } = await app.ha.call(GetBoardStamp, { params })
      assert.equal(stamps.has(stamp), false, 'the stamp was another one')
      stamps.add(stamp)
      const row = board.rows.find(({ unit }) => unit.code === 'HD-291-TTVH')
      return [row?.step, row?.still?.why ?? null, row?.stepAt && Date.parse(row.stepAt), board.total]
    }
    const at = (instant: string) => {
      app.setNow(instant)
      return Date.parse(instant)
    }
    const delivered = Date.parse('2023-05-22T01:12:00Z')
    const all = (await app.ha.call(GetBoard, { params })).total
    assert.deepEqual(await stand(), ['delivered', 'not-opened', delivered, all])
    const opened = at('2023-05-23T01:00:00Z')
    const { id } = await dutyOf(app.lan)
    assert.deepEqual(await stand(), ['opened', 'not-received', opened, all])
    // Read again, and by the giver: the first time stands.
    at('2023-05-23T02:00:00Z')
    await app.lan.call(GetDuty, { params: { id } })
    const received = at('2023-05-24T01:00:00Z')
    const { rows } = await app.lan.call(ListDeliveries, { query: { box: 'in' } })
    await app.lan.call(SetDeliveryStatus, { params: { id: rows[0]?.id ?? 0 }, body: { status: '03' } })
    assert.deepEqual(await stand(), ['received', 'not-assigned', received, all])
    const assigned = at('2023-05-25T01:00:00Z')
    const duty = await acceptDuty(app.lan)
    assert.deepEqual(await stand(), ['assigned', 'nothing-planned', assigned, all])
    const planned = at('2023-05-26T01:00:00Z')
    await app.lan.call(PlanDuty, {
      params: { id },
      body: { version: duty.version, targets: [{ indicator: 'visual.banner', plan: 3 }] },
    })
    assert.deepEqual(await stand(), ['planned', 'nothing-done', planned, all])
    const running = at('2023-05-27T01:00:00Z')
    const activity = await recordActivity(app.lan, duty)
    assert.deepEqual(await stand(), ['running', 'unproved', running, all])
    const proved = at('2023-05-27T03:00:00Z')
    const shown = await addPhoto(app.lan, activity)
    await app.lan.call(SubmitActivity, { params: { id: shown.id }, body: { version: shown.version } })
    assert.deepEqual(await stand(), ['proved', null, proved, all])

    const unreceived = await app.ha.call(GetBoard, { params, query: { show: 'unreceived', limit: 1 } })
    assert.equal(unreceived.total, all - 1)
    assert.deepEqual(unreceived.steps, { delivered: all - 1, proved: 1 })
    const query = { q: 'Nam Sach', units: 'then' as const }
    const sheet = unzipSync(await app.ha.file(GetBoardFile, { params, query }))['xl/worksheets/sheet1.xml']
    const words = new TextDecoder().decode(sheet)
    assert.match(words, /đủ minh chứng/)
    assert.doesNotMatch(words, /Tứ Kỳ/)
  }),
)
