import assert from 'node:assert/strict'
import { test } from 'node:test'
import { GetCampaign, RollOverCampaign } from '@loa/contract/campaigns'
import { GetDispatch } from '@loa/contract/dispatches'
import { GetTargets, SaveTargets } from '@loa/contract/targets'
import { issuedCampaign } from '../testing/path.ts'
import { refused } from '../testing/problems.ts'
import { withApp } from '../testing/with-app.ts'

const everybody = { types: [], belowUnitId: null, words: '', areas: [], exceptUnitIds: [], extraUnitIds: [] }

test(
  "next year's campaign has the topics, forms, units and rules of this one, and a draft without its number and date",
  withApp(async (app) => {
    const { campaignId } = await issuedCampaign(app)
    const before = await app.ha.call(GetCampaign, { params: { id: campaignId } })
    const { version } = await app.ha.call(GetTargets, { params: { id: campaignId } })
    const rule = {
      units: everybody,
      facility: null,
      indicator: 'visual.banner',
      topics: [before.topics[0]?.id ?? 0],
      amount: 2,
      per: 'week' as const,
      eachTopic: true,
      from: '2023-06-01',
      to: '2023-06-30',
    }
    await app.ha.call(SaveTargets, {
      params: { id: campaignId },
      body: { version, rules: [rule], exceptions: [] },
    })

    const next = await app.ha.call(RollOverCampaign, {
      params: { id: campaignId },
      body: { from: '2024-06-01', to: '2024-07-15' },
    })
    const after = await app.ha.call(GetCampaign, { params: { id: next.campaignId } })
    assert.deepEqual(next.leftOut, [])
    assert.equal(after.state, 'drafting')
    assert.equal(after.units, before.units)
    assert.deepEqual(after.groups, before.groups)
    assert.deepEqual(after.forms, before.forms)
    assert.equal(after.title, before.title.replaceAll('2023', '2024'))
    assert.equal(after.topics.length, before.topics.length)

    const [taken] = (await app.ha.call(GetTargets, { params: { id: next.campaignId } })).rules
    assert.deepEqual(taken?.topics, [after.topics[0]?.id])
    // As many days after the beginning as last time.
    assert.equal(taken?.from, '2024-06-11')

    const draft = await app.ha.call(GetDispatch, { params: { id: next.draftId } })
    assert.equal(draft.state, 'draft')
    assert.deepEqual([draft.tree.number, draft.tree.date, draft.tree.references], [null, null, []])
    assert.ok(draft.tree.body.length > 5)
  }),
)

test(
  'a unit of the campaign cannot roll it over, and a period that ends before it begins is refused',
  withApp(async (app) => {
    const { campaignId } = await issuedCampaign(app)
    const ask = (person: typeof app.ha, from: string, to: string) =>
      person.call(RollOverCampaign, { params: { id: campaignId }, body: { from, to } })
    await refused(ask(app.lan, '2024-06-01', '2024-06-30'), 'thing.not-found')
    await refused(ask(app.ha, '2024-06-30', '2024-06-01'), 'request.invalid')
  }),
)
