import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SubmitActivity } from '@loa/contract/activities'
import { GetOverview } from '@loa/contract/overviews'
import { OpenRound } from '@loa/contract/rounds'
import { acceptDuty, addPhoto, issuedCampaign, recordActivity, startCampaign } from '../testing/path.ts'
import { withApp } from '../testing/with-app.ts'

test(
  'a campaign on one page: forms, weeks without gaps, days it turns on, who is missing, what is due',
  withApp(async (app) => {
    const { campaignId } = await issuedCampaign(app)
    const duty = await acceptDuty(app.lan)
    const proved = await addPhoto(app.lan, await recordActivity(app.lan, duty))
    await app.lan.call(SubmitActivity, { params: { id: proved.id }, body: { version: proved.version } })
    await recordActivity(app.lan, duty, { quantity: 2, happenedOn: '2023-06-08' })
    await app.ha.call(OpenRound, {
      params: { id: campaignId },
      body: {
        kind: 'month',
        from: '2023-05-15',
        to: '2023-06-14',
        cutOff: '2023-06-14',
        dueAt: '2023-06-19T10:00:00Z',
        upDueAt: null,
      },
    })
    await app.settle()

    const page = await app.ha.call(GetOverview, { params: { id: campaignId } })
    assert.deepEqual(page.units, { all: 39, received: 1, reporting: 1 })
    assert.equal(page.missing.all, 38)
    assert.equal(page.missing.units.length, 12)
    assert.deepEqual(page.weeks, ['2023-05-22', '2023-05-29', '2023-06-05'])
    const [banners] = page.course
    assert.deepEqual(
      banners?.cells.map((cell) => cell && [cell.declared, cell.proved]),
      [[3, 3], null, [2, 0]],
    )
    assert.deepEqual(
      page.milestones.map(({ kind, on }) => `${on} ${kind}`),
      [...page.milestones.map(({ kind, on }) => `${on} ${kind}`)].sort(),
    )
    assert.ok(page.milestones.some(({ kind, on }) => kind === 'due' && on === '2023-06-19'))
    assert.ok(page.milestones.some(({ kind, what }) => kind === 'issued' && what?.startsWith('01/')))
    assert.deepEqual([page.round?.kind, page.round?.counts.waiting], ['month', 39])
    const visual = page.forms.find(({ indicator }) => indicator.code === 'visual.banner')
    assert.deepEqual([visual?.total?.declared, visual?.total?.proved], [5, 3])
  }),
)

test(
  'a campaign that has not begun has a page too',
  withApp(async (app) => {
    const { campaignId } = await startCampaign(app)
    const page = await app.ha.call(GetOverview, { params: { id: campaignId } })
    assert.deepEqual([page.weeks, page.course, page.reports, page.round], [[], [], [], null])
    assert.equal(page.missing.all, page.units.all)
  }),
)
