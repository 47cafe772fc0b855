import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import {
  AddEvidence,
  GetActivity,
  GetEvidenceFile,
  ListActivities,
  RecordActivity,
  ReviewActivity,
  SubmitActivity,
} from '@loa/contract/activities'
import { AnswerDuty, GetDuty, PlanDuty } from '@loa/contract/duties'
import { GetFigure, ListFigures } from '@loa/contract/figures'
import sharp from 'sharp'
import { acceptDuty, addPhoto, dutyOf, issuedCampaign, photo, recordActivity } from '../testing/path.ts'
import { refused } from '../testing/problems.ts'
import { withApp } from '../testing/with-app.ts'

test(
  'a duty is accepted before anything is planned or recorded, and accepting receives the dispatch',
  withApp(async (app) => {
    await issuedCampaign(app)
    const duty = await dutyOf(app.lan)
    await refused(recordActivity(app.lan, duty), 'duty.not-accepted')
    const accepted = await acceptDuty(app.lan)
    assert.equal(accepted.state, 'accepted')
    assert.equal(accepted.deliveryStatus, '03')
  }),
)

test(
  'a duty is declined with a reason only',
  withApp(async (app) => {
    await issuedCampaign(app)
    const { id, version } = await dutyOf(app.lan)
    await refused(
      app.lan.call(AnswerDuty, { params: { id }, body: { version, answer: 'decline' } }),
      'duty.reason-missing',
    )
    const declined = await app.lan.call(AnswerDuty, {
      params: { id },
      body: { version, answer: 'decline', reason: 'Không có chức năng' },
    })
    assert.equal(declined.deliveryStatus, '02')
  }),
)

test(
  'a unit plans in the counting unit of each indicator, and only for forms of the campaign',
  withApp(async (app) => {
    await issuedCampaign(app)
    const { id, version } = await acceptDuty(app.lan)
    const planned = await app.lan.call(PlanDuty, {
      params: { id },
      body: {
        version,
        targets: [
          { indicator: 'visual.banner', plan: 12 },
          { indicator: 'visual.panel-area', plan: 24.5 },
        ],
      },
    })
    assert.deepEqual(
      planned.lines.filter((line) => line.plan !== null).map(({ indicator, plan }) => [indicator, plan]),
      [
        ['visual.banner', 12],
        ['visual.panel-area', 24.5],
      ],
    )
    await refused(
      app.lan.call(PlanDuty, {
        params: { id },
        body: { version: planned.version, targets: [{ indicator: 'no.such', plan: 1 }] },
      }),
      'activity.wrong-indicator',
    )
  }),
)

test(
  'an activity without a photo is a claim; it cannot be handed in, and nothing is written',
  withApp(async (app) => {
    await issuedCampaign(app)
    const duty = await acceptDuty(app.lan)
    const activity = await recordActivity(app.lan, duty)
    assert.equal(activity.standing, 'claimed')
    await refused(
      app.lan.call(SubmitActivity, { params: { id: activity.id }, body: { version: activity.version } }),
      'activity.evidence-missing',
    )
    assert.equal((await app.lan.call(GetActivity, { params: { id: activity.id } })).state, 'recorded')
  }),
)

test(
  'with a photo it is handed in and proved; the figure opens to the unit, the activity and the photo',
  withApp(async (app) => {
    const { campaignId } = await issuedCampaign(app)
    const duty = await acceptDuty(app.lan)
    const shown = await addPhoto(app.lan, await recordActivity(app.lan, duty))
    const submitted = await app.lan.call(SubmitActivity, {
      params: { id: shown.id },
      body: { version: shown.version },
    })
    assert.equal(submitted.standing, 'proved')

    const figure = await app.ha.call(GetFigure, { params: { id: campaignId, indicator: 'visual.banner' } })
    assert.deepEqual(figure.amounts, {
      declared: 3,
      proved: 3,
      claimed: 0,
      doubted: 0,
      corrected: 0,
      activities: 1,
    })
    assert.deepEqual(
      figure.units.map((row) => row.unit.code),
      ['HD-291-TTVH'],
    )
    assert.equal(figure.missing.length, 38)
    const behind = await app.ha.call(ListActivities, {
      query: { campaign: campaignId, indicator: 'visual.banner', unit: figure.units[0]?.unit.id },
    })
    assert.equal(behind.rows[0]?.evidence.length, 1)
  }),
)

test(
  'a photo is kept as taken, under its hash, with its camera data and a small upright copy',
  withApp(async (app) => {
    await issuedCampaign(app)
    const duty = await acceptDuty(app.lan)
    const bytes = await photo()
    const { evidence } = await addPhoto(app.lan, await recordActivity(app.lan, duty), bytes)
    const [kept] = evidence
    assert.ok(kept)
    assert.equal(kept.sha256, createHash('sha256').update(bytes).digest('hex'))
    assert.equal(kept.takenAt, '2023-05-25T01:31:00.000Z')
    assert.ok(
      Math.abs((kept.latitude ?? 0) - 20.9333) < 0.001 && Math.abs((kept.longitude ?? 0) - 106.3166) < 0.001,
    )
    const original = await app.ha.file(GetEvidenceFile, { params: { id: kept.id, kind: 'original' } })
    assert.deepEqual(Buffer.from(original), Buffer.from(bytes))
    const preview = await app.ha.file(GetEvidenceFile, { params: { id: kept.id, kind: 'preview' } })
    assert.equal((await sharp(preview).metadata()).format, 'jpeg')
  }),
)

test(
  'a large photo gets a preview of at most 1280 pixels',
  withApp(async (app) => {
    await issuedCampaign(app)
    const duty = await acceptDuty(app.lan)
    const large = await sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#808080' } })
      .png()
      .toBuffer()
    const { evidence } = await addPhoto(app.lan, await recordActivity(app.lan, duty), large)
    const preview = await app.lan.file(GetEvidenceFile, {
      params: { id: evidence[0]?.id ?? '', kind: 'preview' },
    })
    const { width, height } = await sharp(preview).metadata()
    assert.deepEqual([width, height], [1280, 853])
  }),
)

test(
  'what is no photo is refused',
  withApp(async (app) => {
    await issuedCampaign(app)
    const activity = await recordActivity(app.lan, await acceptDuty(app.lan))
    await refused(addPhoto(app.lan, activity, Buffer.from('GIF89a')), 'evidence.not-a-photo')
    await refused(addPhoto(app.lan, activity, new Uint8Array()), 'evidence.empty')
    const half = (await photo()).subarray(0, 300)
    await refused(addPhoto(app.lan, activity, half), 'evidence.cut-off')
  }),
)

test(
  'the same photo behind two activities is a doubt, of whichever unit the other one is',
  withApp(async (app) => {
    await issuedCampaign(app)
    const bytes = await photo(77)
    await addPhoto(app.lan, await recordActivity(app.lan, await acceptDuty(app.lan)), bytes)
    const other = await addPhoto(app.tho, await recordActivity(app.tho, await acceptDuty(app.tho)), bytes)
    assert.deepEqual(other.evidence[0]?.doubts, ['same-photo'])
    const submitted = await app.tho.call(SubmitActivity, {
      params: { id: other.id },
      body: { version: other.version },
    })
    assert.equal(submitted.standing, 'doubted')
  }),
)

test(
  'a photo of another day is a doubt; a person who looks and accepts it makes it proved',
  withApp(async (app) => {
    const { campaignId } = await issuedCampaign(app)
    const activity = await recordActivity(app.lan, await acceptDuty(app.lan))
    const shown = await addPhoto(app.lan, activity, await photo(90, '2022:09:12'))
    assert.deepEqual(shown.evidence[0]?.doubts, ['other-day'])
    const doubted = await app.lan.call(SubmitActivity, {
      params: { id: shown.id },
      body: { version: shown.version },
    })
    assert.equal(doubted.standing, 'doubted')
    const accepted = await app.ha.call(ReviewActivity, {
      params: { id: shown.id },
      body: { version: doubted.version, verdict: 'accept' },
    })
    assert.equal(accepted.standing, 'proved')
    const { indicators } = await app.ha.call(ListFigures, { params: { id: campaignId } })
    assert.equal(indicators.find((row) => row.code === 'visual.banner')?.amounts?.proved, 3)
  }),
)

test(
  'a returned activity says why, does not count as proved, and can be put right',
  withApp(async (app) => {
    await issuedCampaign(app)
    const shown = await addPhoto(app.lan, await recordActivity(app.lan, await acceptDuty(app.lan)))
    const submitted = await app.lan.call(SubmitActivity, {
      params: { id: shown.id },
      body: { version: shown.version },
    })
    await refused(
      app.ha.call(ReviewActivity, {
        params: { id: shown.id },
        body: { version: submitted.version, verdict: 'return' },
      }),
      'activity.reason-missing',
    )
    const returned = await app.ha.call(ReviewActivity, {
      params: { id: shown.id },
      body: { version: submitted.version, verdict: 'return', reason: 'Ảnh mờ' },
    })
    assert.equal(returned.standing, 'doubted')
    const again = await app.lan.call(SubmitActivity, {
      params: { id: shown.id },
      body: { version: returned.version },
    })
    assert.equal(again.state, 'submitted')
  }),
)

test(
  'the unit that did it cannot judge it',
  withApp(async (app) => {
    await issuedCampaign(app)
    const shown = await addPhoto(app.lan, await recordActivity(app.lan, await acceptDuty(app.lan)))
    await refused(
      app.lan.call(ReviewActivity, {
        params: { id: shown.id },
        body: { version: shown.version, verdict: 'accept' },
      }),
      'act.forbidden',
    )
  }),
)

test(
  'a record sent twice is there once and counted once',
  withApp(async (app) => {
    const { campaignId } = await issuedCampaign(app)
    const duty = await acceptDuty(app.lan)
    const id = randomUUID()
    await recordActivity(app.lan, duty, { id })
    await recordActivity(app.lan, duty, { id })
    const figure = await app.ha.call(GetFigure, { params: { id: campaignId, indicator: 'visual.banner' } })
    assert.equal(figure.amounts?.declared, 3)
  }),
)

test(
  'a photo sent twice under one id is there once',
  withApp(async (app) => {
    await issuedCampaign(app)
    const { id } = await recordActivity(app.lan, await acceptDuty(app.lan))
    const give = { params: { id, evidenceId: randomUUID() }, query: { name: 'a.jpg' }, bytes: await photo() }
    await app.lan.call(AddEvidence, give)
    assert.equal((await app.lan.call(AddEvidence, give)).evidence.length, 1)
  }),
)

test(
  'a change needs the version seen; a change of the indicator moves the amount',
  withApp(async (app) => {
    const { campaignId } = await issuedCampaign(app)
    const duty = await acceptDuty(app.lan)
    const activity = await recordActivity(app.lan, duty)
    const body = {
      dutyId: duty.id,
      indicator: 'visual.panel',
      topics: activity.topics,
      place: activity.place,
      happenedOn: activity.happenedOn,
      quantity: 2,
    }
    await refused(
      app.lan.call(RecordActivity, { params: { id: activity.id }, body: { ...body, version: 99 } }),
      'thing.changed',
    )
    await app.lan.call(RecordActivity, {
      params: { id: activity.id },
      body: { ...body, version: activity.version },
    })
    const amount = async (indicator: string) =>
      (await app.ha.call(GetFigure, { params: { id: campaignId, indicator } })).amounts?.declared
    assert.deepEqual([await amount('visual.banner'), await amount('visual.panel')], [0, 2])
  }),
)

test(
  'pieces and square metres of the same form never mix',
  withApp(async (app) => {
    const { campaignId } = await issuedCampaign(app)
    const duty = await acceptDuty(app.lan)
    await recordActivity(app.lan, duty, { indicator: 'visual.panel', quantity: 2 })
    await recordActivity(app.lan, duty, { indicator: 'visual.panel-area', quantity: 24.5 })
    const { indicators } = await app.ha.call(ListFigures, { params: { id: campaignId } })
    const declared = (code: string) => indicators.find((row) => row.code === code)?.amounts?.declared
    assert.deepEqual([declared('visual.panel'), declared('visual.panel-area')], [2, 24.5])
  }),
)

test(
  'one activity that serves two topics is counted once',
  withApp(async (app) => {
    const { campaignId } = await issuedCampaign(app)
    const activity = await recordActivity(app.lan, await acceptDuty(app.lan))
    assert.equal(activity.topics.length, 2)
    const figure = await app.ha.call(GetFigure, { params: { id: campaignId, indicator: 'visual.banner' } })
    assert.equal(figure.amounts?.activities, 1)
  }),
)

test(
  'another unit can neither see the activity, nor take its id, nor record for this duty',
  withApp(async (app) => {
    await issuedCampaign(app)
    const duty = await acceptDuty(app.lan)
    const activity = await recordActivity(app.lan, duty)
    await refused(app.tho.call(GetActivity, { params: { id: activity.id } }), 'thing.not-found')
    await refused(recordActivity(app.tho, duty), 'thing.not-found')
    await refused(
      recordActivity(app.tho, await acceptDuty(app.tho), { id: activity.id }),
      'activity.other-owner',
    )
    await refused(app.tho.call(GetDuty, { params: { id: duty.id } }), 'thing.not-found')
  }),
)
