import assert from 'node:assert/strict'
import { test } from 'node:test'
import { GetBoard, GetCampaign } from '@loa/contract/campaigns'
import { GetDuty, PlanDuty } from '@loa/contract/duties'
import { GetHome } from '@loa/contract/home'
import {
  AnswerTargets,
  DecideTargetRequest,
  GetDutyTargets,
  GetTargets,
  PreviewTargets,
  PublishTargets,
  SaveTargets,
  type TargetException,
  type TargetRule,
} from '@loa/contract/targets'
import { AddFacility, EndFacility, GetUnit } from '@loa/contract/units'
import { acceptDuty, issuedCampaign } from '../testing/path.ts'
import { refused } from '../testing/problems.ts'
import { type TestApp, withApp } from '../testing/with-app.ts'

const everybody: TargetRule = {
  units: {
    types: [],
    belowUnitId: null,
    words: '',
    areas: [],
    exceptUnitIds: [],
    extraUnitIds: [],
  },
  facility: null,
  indicator: 'visual.banner',
  topics: [],
  amount: 5,
  per: 'once',
  eachTopic: false,
  from: null,
  to: null,
}

const keep = async (
  { ha }: TestApp,
  campaignId: number,
  rules: TargetRule[],
  exceptions: TargetException[] = [],
) => {
  const { version } = await ha.call(GetTargets, { params: { id: campaignId } })
  return ha.call(SaveTargets, { params: { id: campaignId }, body: { version, rules, exceptions } })
}
const publish = async (
  app: TestApp,
  campaignId: number,
  rules: TargetRule[],
  exceptions?: TargetException[],
) => {
  const { version } = await keep(app, campaignId, rules, exceptions)
  return app.ha.call(PublishTargets, { params: { id: campaignId }, body: { version } })
}
const bannersOf = async ({ ha }: TestApp, campaignId: number, unit: string) => {
  const { rows } = await ha.call(GetBoard, { params: { id: campaignId }, query: { limit: 200 } })
  return rows.find((row) => row.unit.code === unit)?.cells['visual.banner']?.plan ?? null
}

test(
  'a rule is looked at before it is kept: how many units, how much each, and what is new',
  withApp(async (app) => {
    const { campaignId } = await issuedCampaign(app)
    const preview = await app.ha.call(PreviewTargets, {
      params: { id: campaignId },
      body: { rules: [everybody], exceptions: [], limit: 10 },
    })
    assert.deepEqual(preview.rules, [{ units: 39, times: 1, amount: 5, trouble: null }])
    assert.deepEqual(preview.changed, { units: 39, cells: 39 })
    assert.equal(preview.totals['visual.banner'], 195)
    assert.equal(preview.rows.length, 10)
    assert.deepEqual(preview.rows[0]?.cells['visual.banner'], {
      amount: 5,
      parts: [],
      before: null,
      isChanged: true,
      isException: false,
    })
    assert.equal((await app.ha.call(GetTargets, { params: { id: campaignId } })).rules.length, 0)
    assert.equal(await bannersOf(app, campaignId, 'HD-291-TTVH'), null)
  }),
)

test(
  'a draft is seen by nobody else; what is published is on the board, and an exception stands against the rule',
  withApp(async (app) => {
    const { campaignId } = await issuedCampaign(app)
    const duty = await acceptDuty(app.lan)
    await keep(app, campaignId, [everybody])
    assert.equal((await app.lan.call(GetDutyTargets, { params: { id: duty.id } })).number, 0)
    const plan = await publish(
      app,
      campaignId,
      [everybody],
      [{ unitId: duty.unit.id, indicator: 'visual.banner', amount: 12, reason: 'Có hai cụm cổ động' }],
    )
    assert.deepEqual([plan.published, plan.versions[0]?.units, plan.waiting], [1, 39, 39])
    assert.equal(await bannersOf(app, campaignId, 'HD-291-TTVH'), 12)
    assert.equal(await bannersOf(app, campaignId, 'HD-298-TTVH'), 5)
    await refused(app.lan.call(GetTargets, { params: { id: campaignId } }), 'thing.not-found')
  }),
)

test(
  'the next version tells only whom it changes, each its own difference; publishing the same again tells nobody',
  withApp(async (app) => {
    const { campaignId } = await issuedCampaign(app)
    const lan = await acceptDuty(app.lan)
    const tho = await acceptDuty(app.tho)
    await publish(app, campaignId, [everybody])
    const exception = {
      unitId: lan.unit.id,
      indicator: 'visual.banner',
      amount: 8,
      reason: 'Thêm một tuyến đường',
    }
    const plan = await publish(app, campaignId, [everybody], [exception])
    assert.deepEqual([plan.versions[0]?.units, plan.versions[0]?.cells], [1, 1])
    const hers = await app.lan.call(GetDutyTargets, { params: { id: lan.id } })
    assert.equal(hers.number, 2)
    assert.deepEqual(
      hers.versions[0]?.changes.map(({ indicator, before, after, reason }) => [
        indicator,
        before,
        after,
        reason,
      ]),
      [['visual.banner', 5, 8, 'Thêm một tuyến đường']],
    )
    assert.equal((await app.tho.call(GetDutyTargets, { params: { id: tho.id } })).number, 1)
    const history = (await app.lan.call(GetDuty, { params: { id: lan.id } })).history
    assert.equal(history.filter(({ kind }) => kind === 'duty.targets-given').length, 2)
    const home = await app.lan.call(GetHome)
    assert.ok(
      home.mine.some(
        ({ kind, href }) => kind === 'targets.to-answer' && href === `/duties/${lan.id}/targets`,
      ),
    )
    await refused(
      app.ha.call(PublishTargets, { params: { id: campaignId }, body: { version: plan.version } }),
      'target.nothing-changed',
    )
  }),
)

test(
  'a unit accepts, or declines with a reason only; a version that is not the last one is not answered',
  withApp(async (app) => {
    const { campaignId } = await issuedCampaign(app)
    const duty = await acceptDuty(app.lan)
    await publish(app, campaignId, [everybody])
    const answer = (body: { number: number; answer: 'accept' | 'decline'; reason?: string }) =>
      app.lan.call(AnswerTargets, { params: { id: duty.id }, body })
    await refused(answer({ number: 2, answer: 'accept' }), 'thing.changed')
    await refused(answer({ number: 1, answer: 'decline' }), 'target.reason-missing')
    const declined = await answer({ number: 1, answer: 'decline', reason: 'Không còn kinh phí' })
    assert.equal(declined.versions[0]?.answer?.answer, 'declined')
    const plan = await app.ha.call(GetTargets, { params: { id: campaignId } })
    assert.deepEqual(
      plan.declined.map(({ unit, reason }) => [unit.code, reason]),
      [['HD-291-TTVH', 'Không còn kinh phí']],
    )
    const accepted = await answer({ number: 1, answer: 'accept' })
    assert.equal(accepted.versions[0]?.answer?.answer, 'accepted')
    assert.equal((await app.lan.call(GetDuty, { params: { id: duty.id } })).targetsToAnswer, 0)
  }),
)

test(
  'what a unit proposes is agreed to: an exception and a version of its own, both sides see old, new and why',
  withApp(async (app) => {
    const { campaignId } = await issuedCampaign(app)
    const duty = await acceptDuty(app.lan)
    await publish(app, campaignId, [everybody])
    await app.lan.call(AnswerTargets, {
      params: { id: duty.id },
      body: {
        number: 1,
        answer: 'propose',
        changes: [{ indicator: 'visual.banner', after: 3, reason: 'Chỉ có ba điểm treo' }],
      },
    })
    const asked = await app.ha.call(GetTargets, { params: { id: campaignId } })
    const [request] = asked.requests
    assert.deepEqual(
      [request?.before, request?.after, request?.reason, request?.state],
      [5, 3, 'Chỉ có ba điểm treo', 'open'],
    )
    assert.ok((await app.ha.call(GetHome)).mine.some(({ kind }) => kind === 'target.to-decide'))
    const decide = (version: number) =>
      app.ha.call(DecideTargetRequest, {
        params: { id: request?.id ?? 0 },
        body: { version, verdict: 'agree', reason: 'Hợp lý' },
      })
    await refused(decide(asked.version - 1), 'thing.changed')
    const agreed = await decide(asked.version)
    assert.deepEqual(
      [agreed.published, agreed.versions[0]?.kind, agreed.versions[0]?.units],
      [2, 'agreed', 1],
    )
    assert.deepEqual(agreed.exceptions, [
      { unitId: duty.unit.id, indicator: 'visual.banner', amount: 3, reason: 'Chỉ có ba điểm treo' },
    ])
    assert.equal(await bannersOf(app, campaignId, 'HD-291-TTVH'), 3)
    const hers = await app.lan.call(GetDutyTargets, { params: { id: duty.id } })
    assert.deepEqual([hers.requests[0]?.state, hers.requests[0]?.answerReason], ['agreed', 'Hợp lý'])
    assert.equal(hers.versions[0]?.answer?.answer, 'accepted')
    await refused(decide(agreed.version), 'thing.changed')
    // The rule published again keeps what was agreed.
    await refused(publish(app, campaignId, [everybody], agreed.exceptions), 'target.nothing-changed')
  }),
)

test(
  'a proposal is refused with a reason only, and the target stays',
  withApp(async (app) => {
    const { campaignId } = await issuedCampaign(app)
    const duty = await acceptDuty(app.lan)
    await publish(app, campaignId, [everybody])
    const propose = (after: number) =>
      app.lan.call(AnswerTargets, {
        params: { id: duty.id },
        body: {
          number: 1,
          answer: 'propose',
          changes: [{ indicator: 'visual.banner', after, reason: 'Ít điểm treo' }],
        },
      })
    await refused(propose(5), 'target.nothing-proposed')
    await propose(1)
    const { version, requests } = await app.ha.call(GetTargets, { params: { id: campaignId } })
    const refuse = (reason?: string) =>
      app.ha.call(DecideTargetRequest, {
        params: { id: requests[0]?.id ?? 0 },
        body: { version, verdict: 'refuse', ...(reason ? { reason } : {}) },
      })
    await refused(refuse(), 'target.reason-missing')
    await refuse('Cần đủ năm điểm')
    assert.equal(await bannersOf(app, campaignId, 'HD-291-TTVH'), 5)
    const hers = await app.lan.call(GetDutyTargets, { params: { id: duty.id } })
    assert.deepEqual(
      [hers.requests[0]?.state, hers.requests[0]?.answerReason],
      ['refused', 'Cần đủ năm điểm'],
    )
  }),
)

test(
  'a unit plans what the plan does not ask, and not otherwise than it asks',
  withApp(async (app) => {
    const { campaignId } = await issuedCampaign(app)
    const duty = await acceptDuty(app.lan)
    await publish(app, campaignId, [everybody])
    const { version } = await app.lan.call(GetDuty, { params: { id: duty.id } })
    const plan = (indicator: string) =>
      app.lan.call(PlanDuty, {
        params: { id: duty.id },
        body: { version, targets: [{ indicator, plan: 2 }] },
      })
    await refused(plan('visual.banner'), 'duty.target-given')
    const planned = await plan('visual.flag')
    assert.deepEqual(
      planned.lines
        .filter((line) => line.plan !== null)
        .map(({ indicator, isGiven }) => [indicator, isGiven]),
      [
        ['visual.banner', true],
        ['visual.flag', false],
      ],
    )
  }),
)

test(
  'two who keep the plan at once: the second is told that it was changed',
  withApp(async (app) => {
    const { campaignId } = await issuedCampaign(app)
    const { version } = await app.ha.call(GetTargets, { params: { id: campaignId } })
    const save = () =>
      app.ha.call(SaveTargets, {
        params: { id: campaignId },
        body: { version, rules: [everybody], exceptions: [] },
      })
    await save()
    await refused(save(), 'thing.changed')
  }),
)

test(
  'only units with a station are reached, for the days they have it; a rule that reaches nobody is not published',
  withApp(async (app) => {
    const { campaignId } = await issuedCampaign(app)
    const duty = await acceptDuty(app.lan)
    const withStation: TargetRule = {
      ...everybody,
      facility: 'station',
      per: 'week',
      from: '2023-06-01',
      to: '2023-06-30',
    }
    await refused(publish(app, campaignId, [withStation]), 'target.rule-wrong')
    const facility = await app.ha.call(AddFacility, {
      params: { id: duty.unit.id },
      body: { kind: 'station', name: 'Đài truyền thanh', validFrom: null },
    })
    const preview = () =>
      app.ha.call(PreviewTargets, {
        params: { id: campaignId },
        body: { rules: [withStation], exceptions: [], show: 'changed' },
      })
    const found = await preview()
    assert.deepEqual(found.rules, [{ units: 1, times: 5, amount: 25, trouble: null }])
    assert.deepEqual(
      found.rows.map(({ unit }) => unit.code),
      ['HD-291-TTVH'],
    )
    await app.ha.call(EndFacility, {
      params: { id: duty.unit.id, facilityId: facility.id },
      body: { validTo: '2023-05-31' },
    })
    assert.equal((await preview()).rules[0]?.trouble, 'no-units')
    const { facilities } = await app.lan.call(GetUnit, { params: { id: duty.unit.id } })
    assert.deepEqual(
      facilities.map(({ name, validTo }) => [name, validTo]),
      [['Đài truyền thanh', '2023-05-31']],
    )
    await refused(
      app.lan.call(AddFacility, {
        params: { id: duty.unit.id },
        body: { kind: 'led', name: 'Màn hình', validFrom: null },
      }),
      'act.forbidden',
    )
  }),
)

test(
  'topics of a rule stay with the target; several topics, each of them twice',
  withApp(async (app) => {
    const { campaignId } = await issuedCampaign(app)
    const duty = await acceptDuty(app.lan)
    const { topics } = await app.ha.call(GetCampaign, { params: { id: campaignId } })
    const two = topics.slice(0, 2).map(({ id }) => id)
    assert.ok(topics.length > 2)
    await publish(app, campaignId, [{ ...everybody, topics: two, eachTopic: true, amount: 2 }])
    const { targets } = await app.lan.call(GetDutyTargets, { params: { id: duty.id } })
    assert.deepEqual(targets, [{ indicator: 'visual.banner', plan: 4, parts: [{ topics: two, amount: 4 }] }])
  }),
)
