import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import {
  type Activity,
  GetActivity,
  RecordActivity,
  ReviewActivity,
  SubmitActivity,
} from '@loa/contract/activities'
import { GetBoard, GetCampaign } from '@loa/contract/campaigns'
import { GetDuty } from '@loa/contract/duties'
import { GetFigure } from '@loa/contract/figures'
import { CorrectQuantity } from '@loa/contract/quantity-corrections'
import { WithdrawEvidence } from '@loa/contract/withdrawals'
import { z } from 'zod'
import { sql } from '../database/sql.ts'
import { acceptDuty, addPhoto, issuedCampaign, photo, recordActivity } from '../testing/path.ts'
import { refused } from '../testing/problems.ts'
import { type TestApp, withApp } from '../testing/with-app.ts'

const correct = (
  app: TestApp,
  activity: Activity,
  quantity: number,
  more: { indicator?: string; things?: string[]; outOf?: number; id?: string; reason?: string } = {},
) => {
  const { id = randomUUID(), ...rest } = more
  return app.ha.call(CorrectQuantity, {
    params: { id: activity.id, correctionId: id },
    body: { indicator: 'visual.banner', quantity, reason: 'Đếm lại trên ảnh', ...rest },
  })
}
const amountsOf = async (app: TestApp, campaignId: number, indicator = 'visual.banner') => {
  const { amounts } = await app.ha.call(GetFigure, { params: { id: campaignId, indicator } })
  if (!amounts) return null
  const { declared, proved, claimed, doubted, corrected, activities } = amounts
  assert.equal(declared, Math.round((proved + claimed + doubted + corrected) * 1e4) / 1e4)
  return [declared, proved, claimed, doubted, corrected, activities]
}
const handIn = async (app: TestApp, activity: Activity, shade?: number) => {
  const shown = await addPhoto(app.lan, activity, await photo(shade))
  return app.lan.call(SubmitActivity, { params: { id: shown.id }, body: { version: shown.version } })
}

test(
  'a number is corrected with a reason, also after it was accepted: what was typed stays, and the difference is a part of its own',
  withApp(async (app) => {
    const { campaignId } = await issuedCampaign(app)
    const duty = await acceptDuty(app.lan)
    const first = await handIn(app, await recordActivity(app.lan, duty, { quantity: 30 }))
    await recordActivity(app.lan, duty, { quantity: 7 })
    const accepted = await app.ha.call(ReviewActivity, {
      params: { id: first.id },
      body: { version: first.version, verdict: 'accept' },
    })
    assert.deepEqual(await amountsOf(app, campaignId), [37, 30, 7, 0, 0, 2])

    const id = randomUUID()
    const corrected = await correct(app, accepted, 13, { id })
    assert.deepEqual(
      corrected.corrections.map(({ quantity, reason, by }) => [quantity, reason, by.name]),
      [
        [
          13,
          'Đếm lại trên ảnh',
          (await app.ha.call(GetActivity, { params: { id: first.id } })).corrections[0]?.by.name,
        ],
      ],
    )
    assert.equal(corrected.quantities[0]?.quantity, 30)
    assert.equal(corrected.state, 'accepted')
    assert.deepEqual(await amountsOf(app, campaignId), [37, 13, 7, 0, 17, 2])
    // Sent twice, it is there once; under the same id it corrects nothing else.
    assert.equal((await correct(app, accepted, 13, { id })).corrections.length, 1)
    await refused(
      correct(app, await recordActivity(app.lan, duty, { quantity: 1 }), 1, { id }),
      'activity.other-owner',
    )

    // Upwards the part is below zero; the last one holds; zero is a number, and the unit has still reported.
    await correct(app, accepted, 32)
    assert.deepEqual(await amountsOf(app, campaignId), [38, 32, 8, 0, -2, 3])
    await correct(app, accepted, 0)
    assert.deepEqual(await amountsOf(app, campaignId), [38, 0, 8, 0, 30, 3])
    const board = await app.ha.call(GetBoard, { params: { id: campaignId }, query: { q: 'Nam Sách' } })
    assert.equal(board.rows[0]?.cells['visual.banner']?.corrected, 30)
    assert.equal(board.totals['visual.banner']?.corrected, 30)
    const lines = (await app.lan.call(GetDuty, { params: { id: duty.id } })).lines
    assert.equal(lines.find(({ indicator }) => indicator === 'visual.banner')?.amounts?.corrected, 30)
    // Taken back by a further one.
    await correct(app, accepted, 30)
    assert.deepEqual(await amountsOf(app, campaignId), [38, 30, 8, 0, 0, 3])

    await refused(correct(app, accepted, 1.5), 'activity.wrong-quantity')
    await refused(correct(app, accepted, 1, { reason: ' ' }), 'activity.reason-missing')
    await refused(correct(app, accepted, 1, { indicator: 'visual.flag' }), 'activity.wrong-indicator')
    const own = { params: { id: first.id, correctionId: randomUUID() } }
    const body = { indicator: 'visual.banner', quantity: 1, reason: 'tự sửa' }
    await refused(app.lan.call(CorrectQuantity, { ...own, body }), 'act.forbidden')
    await refused(app.tho.call(CorrectQuantity, { ...own, body }), 'thing.not-found')
    await assert.rejects(
      app.pool.transaction('system', (db) => db.run(sql`delete from quantity_corrections`)),
      /append-only/,
    )
    const kinds = await app.pool.transaction('system', (db) =>
      db.many(
        z.object({ data: z.object({ quantity: z.number() }) }),
        sql`select data from events where kind = 'activity.corrected' order by id`,
      ),
    )
    assert.deepEqual(
      kinds.map(({ data }) => data.quantity),
      [13, 32, 0, 30],
    )
  }),
)

test(
  'corrections hold for the largest, the newest, names and shares as for sums',
  withApp(async (app) => {
    const { campaignId } = await issuedCampaign(app)
    const duty = await acceptDuty(app.lan)
    const { topics } = await app.lan.call(GetCampaign, { params: { id: campaignId } })
    await app.pool.transaction('system', async (db) => {
      await db.run(sql`insert into campaign_forms (campaign_id, form, text)
        select distinct ${campaignId}::bigint, form, form from indicators on conflict do nothing`)
      await db.run(sql`insert into indicators (code, ordinal, form, name, name_en, unit, unit_en, aggregation)
        values ('visual.share', 900001, 'visual', 'Tỷ lệ', 'Share', '%', '%', 'ratio')`)
    })
    const say = (
      quantities: { indicator: string; quantity: number; things?: string[]; outOf?: number }[],
      happenedOn: string,
    ) =>
      app.lan.call(RecordActivity, {
        params: { id: randomUUID() },
        body: {
          dutyId: duty.id,
          topics: topics.slice(0, 1).map(({ id }) => id),
          place: 'Nam Sách',
          happenedOn,
          quantities,
        },
      })
    const car = (things: string[], day: string) =>
      say([{ indicator: 'car.vehicle', quantity: 1, things }], day)
    const first = await car(['34C-1', '34C-2'], '2023-05-20')
    await car(['34C-1'], '2023-05-21')
    await correct(app, first, 0, { indicator: 'car.vehicle', things: ['34C-1'] })
    assert.deepEqual(await amountsOf(app, campaignId, 'car.vehicle'), [2, 0, 1, 0, 1, 2])

    const large = await say([{ indicator: 'loudspeaker.cluster', quantity: 9 }], '2023-05-20')
    await say([{ indicator: 'loudspeaker.cluster', quantity: 4 }], '2023-05-20')
    await correct(app, large, 2, { indicator: 'loudspeaker.cluster' })
    assert.deepEqual(await amountsOf(app, campaignId, 'loudspeaker.cluster'), [9, 0, 4, 0, 5, 2])

    const newest = await say([{ indicator: 'contest.author', quantity: 40 }], '2023-05-21')
    await say([{ indicator: 'contest.author', quantity: 35 }], '2023-05-20')
    await correct(app, newest, 38, { indicator: 'contest.author' })
    assert.deepEqual(await amountsOf(app, campaignId, 'contest.author'), [40, 0, 38, 0, 2, 2])

    const share = await say([{ indicator: 'visual.share', quantity: 3, outOf: 4 }], '2023-05-20')
    await say([{ indicator: 'visual.share', quantity: 1, outOf: 4 }], '2023-05-20')
    await correct(app, share, 2, { indicator: 'visual.share' })
    assert.deepEqual(await amountsOf(app, campaignId, 'visual.share'), [50, 0, 37.5, 0, 12.5, 2])
    await refused(correct(app, share, 5, { indicator: 'visual.share' }), 'activity.wrong-quantity')
  }),
)

test(
  'evidence is withdrawn with a reason: it stays to be seen, shows nothing, and standing and figures follow at once',
  withApp(async (app) => {
    const { campaignId } = await issuedCampaign(app)
    const duty = await acceptDuty(app.lan)
    const shown = await handIn(app, await recordActivity(app.lan, duty, { quantity: 5 }))
    const [picture] = shown.evidence
    const withdraw = (person = app.lan, reason = 'Gửi nhầm ảnh', id = picture?.id ?? '') =>
      person.call(WithdrawEvidence, { params: { id }, body: { reason } })
    assert.deepEqual(await amountsOf(app, campaignId), [5, 5, 0, 0, 0, 1])
    await refused(withdraw(app.lan, ' '), 'activity.reason-missing')
    await refused(withdraw(app.tho), 'thing.not-found')
    await refused(withdraw(app.nam), 'act.forbidden')

    const left = await withdraw()
    assert.equal(left.standing, 'claimed')
    assert.equal(left.evidence[0]?.withdrawal?.reason, 'Gửi nhầm ảnh')
    assert.deepEqual(await amountsOf(app, campaignId), [5, 0, 5, 0, 0, 1])
    // Once is enough, and the first reason stays. The very photo is not taken again, another one is.
    assert.equal((await withdraw(app.ha, 'khác')).evidence[0]?.withdrawal?.reason, 'Gửi nhầm ảnh')
    await refused(addPhoto(app.lan, left, await photo()), 'evidence.withdrawn')
    const again = await addPhoto(app.lan, left, await photo(60))
    assert.equal(again.standing, 'proved')

    const accepted = await app.ha.call(ReviewActivity, {
      params: { id: again.id },
      body: { version: again.version, verdict: 'accept' },
    })
    const second = accepted.evidence.find(({ withdrawal }) => !withdrawal)?.id ?? ''
    await refused(withdraw(app.lan, 'muộn', second), 'activity.closed')
    const closed = await withdraw(app.ha, 'Ảnh của đợt khác', second)
    assert.deepEqual([closed.state, closed.standing], ['accepted', 'claimed'])
    assert.deepEqual(await amountsOf(app, campaignId), [5, 0, 5, 0, 0, 1])
  }),
)
