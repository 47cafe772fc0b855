import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ReviewActivity, SubmitActivity } from '@loa/contract/activities'
import { GetDispatch, ReturnDispatch, SubmitDispatch } from '@loa/contract/dispatches'
import { GetHome } from '@loa/contract/home'
import type { Worker } from '../in-process.ts'
import {
  acceptDuty,
  addPhoto,
  issuedCampaign,
  photo,
  recordActivity,
  startCampaign,
  upload,
} from '../testing/path.ts'
import { withApp } from '../testing/with-app.ts'

const kinds = async (person: Worker) => {
  const home = await person.call(GetHome)
  const names = (lines: typeof home.mine) => lines.map(({ kind }) => kind)
  return {
    mine: names(home.mine),
    waiting: names(home.waiting),
    returned: names(home.returned),
    week: home.week,
  }
}

test(
  'a dispatch that was read waits for the officer who plans',
  withApp(async (app) => {
    await upload(app)
    assert.deepEqual((await kinds(app.ha)).mine, ['dispatch.to-plan'])
    assert.deepEqual((await kinds(app.mai)).mine, [])
  }),
)

test(
  'a submitted draft is due to the one who approves, and waits for others in the eyes of the drafter',
  withApp(async (app) => {
    const { draftId: id } = await startCampaign(app)
    const { version } = await app.ha.call(GetDispatch, { params: { id } })
    const submitted = await app.ha.call(SubmitDispatch, { params: { id }, body: { version } })
    assert.ok((await kinds(app.hung)).mine.includes('dispatch.to-approve'))
    assert.ok((await kinds(app.ha)).waiting.includes('dispatch.waiting'))
    await app.hung.call(ReturnDispatch, {
      params: { id },
      body: { version: submitted.version, reason: 'Thiếu thời hạn' },
    })
    const home = await app.ha.call(GetHome)
    assert.deepEqual(
      home.returned.map(({ kind, detail, who }) => [kind, detail, who]),
      [['dispatch.returned', 'Thiếu thời hạn', 'Lê Văn Hưng']],
    )
  }),
)

test(
  'a duty is due to the unit until it answers, then until it reports',
  withApp(async (app) => {
    await issuedCampaign(app)
    assert.deepEqual((await kinds(app.lan)).mine, ['duty.to-answer'])
    const duty = await acceptDuty(app.lan)
    assert.deepEqual((await kinds(app.lan)).mine, ['duty.to-report'])
    assert.deepEqual((await kinds(app.ha)).waiting.toSorted(), ['unit.not-received', 'unit.not-reported'])
    await recordActivity(app.lan, duty)
    assert.ok(!(await kinds(app.ha)).waiting.includes('unit.not-reported'))
  }),
)

test(
  'a doubted photo is due to the reviewer; what was returned comes back to the unit',
  withApp(async (app) => {
    await issuedCampaign(app)
    const activity = await recordActivity(app.lan, await acceptDuty(app.lan))
    const shown = await addPhoto(app.lan, activity, await photo(50, '2021:01:01'))
    const doubted = await app.lan.call(SubmitActivity, {
      params: { id: shown.id },
      body: { version: shown.version },
    })
    assert.ok((await kinds(app.ha)).mine.includes('activity.to-review'))
    await app.ha.call(ReviewActivity, {
      params: { id: shown.id },
      body: { version: doubted.version, verdict: 'return', reason: 'Ảnh năm 2021' },
    })
    assert.deepEqual((await kinds(app.lan)).returned, ['activity.returned'])
  }),
)

test(
  'the week counts what was touched since Monday: declared, proved, claimed',
  withApp(async (app) => {
    await issuedCampaign(app)
    const duty = await acceptDuty(app.lan)
    const shown = await addPhoto(app.lan, await recordActivity(app.lan, duty))
    await app.lan.call(SubmitActivity, { params: { id: shown.id }, body: { version: shown.version } })
    await recordActivity(app.lan, duty)
    const { from, to, declared, proved, claimed } = (await kinds(app.ha)).week
    assert.deepEqual(
      { from, to, declared, proved, claimed },
      {
        from: '2023-05-22',
        to: '2023-05-22',
        declared: 2,
        proved: 1,
        claimed: 1,
      },
    )
    app.setNow('2023-05-29T01:00:00Z')
    assert.equal((await kinds(app.ha)).week.declared, 0)
  }),
)
