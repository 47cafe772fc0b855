import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { type Activity, ListActivities, RecordActivity, SubmitActivity } from '@loa/contract/activities'
import { AddAttachment, GetAttachmentFile } from '@loa/contract/attachments'
import { GetBoard, GetCampaign } from '@loa/contract/campaigns'
import type { Duty } from '@loa/contract/duties'
import { GetFigure, ListFigures } from '@loa/contract/figures'
import { GetHome } from '@loa/contract/home'
import { AddIndicator } from '@loa/contract/indicators'
import { forms } from '@loa/contract/plans'
import { shortForms, troublesOfDetails } from '@loa/contract/short-forms'
import { sql } from '../database/sql.ts'
import type { Worker } from '../in-process.ts'
import { acceptDuty, addPhoto, issuedCampaign, photo } from '../testing/path.ts'
import { refused } from '../testing/problems.ts'
import { type TestApp, withApp } from '../testing/with-app.ts'

interface Given {
  quantities: {
    indicator: string
    quantity: number
    outOf?: number
    qualifier?: 'over' | 'nearly' | 'about'
    things?: string[]
  }[]
  details?: Record<string, string>
  happenedOn?: string
}

/** The example campaign names some forms only: here all ten are ordered. */
const allForms = async (app: TestApp) => {
  const { campaignId } = await issuedCampaign(app)
  await app.pool.transaction('system', (db) =>
    db.run(sql`insert into campaign_forms (campaign_id, form, text)
      select ${campaignId}, form, form from unnest(${[...forms]}::text[]) as form on conflict do nothing`),
  )
  return campaignId
}

const recordAs = async (person: Worker, duty: Duty, { happenedOn = '2023-05-25', ...given }: Given) => {
  const { topics } = await person.call(GetCampaign, { params: { id: duty.campaignId } })
  return person.call(RecordActivity, {
    params: { id: randomUUID() },
    body: {
      dutyId: duty.id,
      topics: topics.slice(0, 2).map(({ id }) => id),
      place: 'Nhà văn hóa',
      happenedOn,
      ...given,
    },
  })
}
const submit = (person: Worker, { id, version }: Activity) =>
  person.call(SubmitActivity, { params: { id }, body: { version } })
const amountsOf = async ({ ha }: TestApp, campaignId: number, indicator: string) =>
  (await ha.call(GetFigure, { params: { id: campaignId, indicator } })).amounts

const evening: Given = {
  quantities: [
    { indicator: 'performance.session', quantity: 1 },
    { indicator: 'performance.visits', quantity: 350, qualifier: 'over' },
  ],
  details: { title: 'Đêm văn nghệ gia đình', visitsMethod: 'estimate' },
}

test(
  'one evening carries sessions and visits: each in its own figure, the evening once, "hơn" as it was said',
  withApp(async (app) => {
    const campaignId = await allForms(app)
    const duty = await acceptDuty(app.lan)
    const recorded = await recordAs(app.lan, duty, evening)
    assert.equal(recorded.form, 'performance-film')
    assert.deepEqual(
      recorded.quantities.map(({ indicator, quantity, qualifier }) => [indicator, quantity, qualifier]),
      [
        ['performance.session', 1, 'exact'],
        ['performance.visits', 350, 'over'],
      ],
    )
    await submit(app.lan, await addPhoto(app.lan, recorded))
    assert.equal((await amountsOf(app, campaignId, 'performance.session'))?.proved, 1)
    assert.equal((await amountsOf(app, campaignId, 'performance.visits'))?.proved, 350)
    assert.equal((await app.lan.call(GetHome)).week.declared, 1)
    assert.equal((await app.ha.call(ListActivities, { query: { campaign: campaignId } })).total, 1)
  }),
)

test(
  'counting units of two forms do not stand in one record, nor one indicator twice',
  withApp(async (app) => {
    await allForms(app)
    const duty = await acceptDuty(app.lan)
    const two = (a: string, b: string) =>
      recordAs(app.lan, duty, {
        quantities: [
          { indicator: a, quantity: 1 },
          { indicator: b, quantity: 2 },
        ],
      })
    await refused(two('visual.banner', 'car.run'), 'activity.mixed-forms')
    await refused(two('visual.banner', 'visual.banner'), 'activity.wrong-quantity')
    const half = recordAs(app.lan, duty, { quantities: [{ indicator: 'visual.banner', quantity: 0.5 }] })
    await refused(half, 'activity.wrong-quantity')
  }),
)

test(
  'the short form may wait until it is handed in; a wrong answer is refused at once, by its field',
  withApp(async (app) => {
    await allForms(app)
    const duty = await acceptDuty(app.lan)
    const bare = await recordAs(app.lan, duty, { quantities: evening.quantities })
    await refused(submit(app.lan, await addPhoto(app.lan, bare)), 'activity.details-missing')
    const site = (link: string) =>
      recordAs(app.lan, duty, {
        quantities: [{ indicator: 'website.item', quantity: 1 }],
        details: { link, title: 'Ngày Gia đình Việt Nam' },
      })
    await refused(site('trang tin'), 'activity.details-wrong')
    assert.equal(
      (await site('https://namsach.haiduong.gov.vn/tin/1')).details.title,
      'Ngày Gia đình Việt Nam',
    )
  }),
)

test(
  'a link proves an item on a website by itself, and nothing else: a banner needs its photo',
  withApp(async (app) => {
    const campaignId = await allForms(app)
    const duty = await acceptDuty(app.lan)
    const item = await recordAs(app.lan, duty, {
      quantities: [{ indicator: 'website.item', quantity: 1 }],
      details: { link: 'https://namsach.haiduong.gov.vn/tin/1', title: 'Tin' },
    })
    assert.equal((await submit(app.lan, item)).standing, 'proved')
    assert.equal((await amountsOf(app, campaignId, 'website.item'))?.proved, 1)
    const banner = await recordAs(app.lan, duty, {
      quantities: [{ indicator: 'visual.banner', quantity: 1 }],
    })
    await refused(submit(app.lan, banner), 'activity.evidence-missing')
  }),
)

test(
  'a clipping as PDF shows an item in the press; it is there once, kept as sent, and checked by its bytes',
  withApp(async (app) => {
    await allForms(app)
    const duty = await acceptDuty(app.lan)
    const item = await recordAs(app.lan, duty, {
      quantities: [{ indicator: 'media.item', quantity: 1 }],
      details: { outlet: 'Báo Hải Dương', title: 'Gia đình văn hóa' },
    })
    const attachmentId = randomUUID()
    const give = (bytes: Uint8Array, kind: 'document' | 'audio' = 'document', id = attachmentId) =>
      app.lan.call(AddAttachment, {
        params: { id: item.id, attachmentId: id },
        query: { name: 'bai-bao.pdf', kind },
        bytes,
      })
    await refused(give(await photo()), 'attachment.wrong-type')
    await refused(give(new Uint8Array()), 'attachment.wrong-type')
    const pdf = Buffer.from('%PDF-1.7\nbài báo')
    await give(pdf)
    const shown = await give(pdf)
    assert.deepEqual(
      shown.attachments.map(({ kind, name, mime }) => [kind, name, mime]),
      [['document', 'bai-bao.pdf', 'application/pdf']],
    )
    assert.equal((await submit(app.lan, shown)).standing, 'proved')
    const kept = await app.ha.file(GetAttachmentFile, { params: { id: attachmentId } })
    assert.deepEqual(Buffer.from(kept), pdf)
    await refused(app.tho.file(GetAttachmentFile, { params: { id: attachmentId } }), 'thing.not-found')
    const banner = await recordAs(app.lan, duty, {
      quantities: [{ indicator: 'visual.banner', quantity: 1 }],
    })
    await refused(
      app.lan.call(AddAttachment, {
        params: { id: banner.id, attachmentId: randomUUID() },
        query: { name: 'a.pdf', kind: 'document' },
        bytes: pdf,
      }),
      'attachment.kind-not-taken',
    )
  }),
)

test(
  'things that are counted by name count once, however they are written and however often they come',
  withApp(async (app) => {
    const campaignId = await allForms(app)
    const lan = await acceptDuty(app.lan)
    const details = { route: 'Quốc lộ 37' }
    const cars = (things: string[]): Given => ({
      quantities: [{ indicator: 'car.vehicle', quantity: 1, things }],
      details,
    })
    const first = await recordAs(app.lan, lan, cars(['34C-123.45', '34c 12345', 'Xe ô tô ĐỎ']))
    assert.equal(first.quantities[0]?.quantity, 2)
    await recordAs(app.lan, lan, cars(['34C 123.45', 'Xe ô tô đỏ', '34C-999.99']))
    await submit(app.lan, await addPhoto(app.lan, first))
    assert.deepEqual(await amountsOf(app, campaignId, 'car.vehicle'), {
      declared: 3,
      proved: 2,
      claimed: 1,
      doubted: 0,
      corrected: 0,
      activities: 2,
    })
    const nameless = recordAs(app.lan, lan, {
      quantities: [{ indicator: 'car.vehicle', quantity: 4 }],
      details,
    })
    await refused(nameless, 'activity.wrong-quantity')
  }),
)

test(
  'of the largest and the newest only one value stands; their parts are still the whole',
  withApp(async (app) => {
    const campaignId = await allForms(app)
    const duty = await acceptDuty(app.lan)
    const clusters = (quantity: number): Given => ({
      quantities: [{ indicator: 'loudspeaker.cluster', quantity }],
      details: { title: 'Bản tin' },
    })
    const small = await recordAs(app.lan, duty, clusters(4))
    await recordAs(app.lan, duty, clusters(9))
    await submit(app.lan, await addPhoto(app.lan, small))
    assert.deepEqual(await amountsOf(app, campaignId, 'loudspeaker.cluster'), {
      declared: 9,
      proved: 4,
      claimed: 5,
      doubted: 0,
      corrected: 0,
      activities: 2,
    })
    const authors = (quantity: number, happenedOn: string): Given => ({
      quantities: [{ indicator: 'contest.author', quantity }],
      details: { title: 'Thi vẽ tranh', stage: 'entries' },
      happenedOn,
    })
    await recordAs(app.lan, duty, authors(40, '2023-05-21'))
    await recordAs(app.lan, duty, authors(35, '2023-05-20'))
    assert.equal((await amountsOf(app, campaignId, 'contest.author'))?.declared, 40)
  }),
)

test(
  'what is no sum is not added over units: not in figures, not on the board',
  withApp(async (app) => {
    const campaignId = await allForms(app)
    for (const person of [app.lan, app.tho])
      await recordAs(person, await acceptDuty(person), {
        quantities: [
          { indicator: 'car.vehicle', quantity: 1, things: ['Xe 1'] },
          { indicator: 'car.run', quantity: 5 },
        ],
        details: { route: 'Đường liên xã' },
      })
    assert.equal(await amountsOf(app, campaignId, 'car.vehicle'), null)
    assert.equal((await amountsOf(app, campaignId, 'car.run'))?.declared, 10)
    const { indicators } = await app.ha.call(ListFigures, { params: { id: campaignId } })
    assert.equal(indicators.find(({ code }) => code === 'car.vehicle')?.amounts, null)
    const { totals, rows } = await app.ha.call(GetBoard, {
      params: { id: campaignId },
      query: { limit: 200 },
    })
    assert.equal(totals['car.vehicle'], null)
    assert.equal(totals['car.run']?.declared, 10)
    assert.equal(rows.find(({ unit }) => unit.code === 'HD-291-TTVH')?.cells['car.vehicle']?.declared, 1)
  }),
)

test(
  'a share is worked out of its part and its whole, over all that was said',
  withApp(async (app) => {
    const campaignId = await allForms(app)
    const duty = await acceptDuty(app.lan)
    const { code } = await app.ha.call(AddIndicator, {
      body: {
        form: 'integration',
        name: 'Tỷ lệ hộ ký cam kết',
        nameEn: 'Households that signed',
        unit: '%',
        unitEn: '%',
        decimals: 0,
        aggregation: 'ratio',
        evidence: ['photo', 'document'],
      },
    })
    const households = (quantity: number, outOf?: number): Given => ({
      quantities: [{ indicator: code, quantity, ...(outOf ? { outOf } : {}) }],
      details: { hostEvent: 'Họp thôn' },
    })
    await refused(recordAs(app.lan, duty, households(30)), 'activity.wrong-quantity')
    await recordAs(app.lan, duty, households(30, 100))
    const shown = await addPhoto(app.lan, await recordAs(app.lan, duty, households(60, 100)))
    await submit(app.lan, shown)
    const amounts = await amountsOf(app, campaignId, code)
    assert.deepEqual([amounts?.declared, amounts?.proved, amounts?.claimed], [45, 30, 15])
  }),
)

test(
  'an app that knows of one quantity only still sends what it has kept',
  withApp(async (app) => {
    await issuedCampaign(app)
    const duty = await acceptDuty(app.lan)
    const { topics } = await app.lan.call(GetCampaign, { params: { id: duty.campaignId } })
    const id = randomUUID()
    const old = {
      dutyId: duty.id,
      indicator: 'visual.banner',
      quantity: 3,
      topics: topics.slice(0, 1).map((topic) => topic.id),
      place: 'Cổng chợ',
      happenedOn: '2023-05-25',
    }
    const recorded = await app.lan.call(RecordActivity, { params: { id }, body: old })
    assert.deepEqual(recorded.quantities, [
      { indicator: 'visual.banner', quantity: 3, outOf: null, qualifier: 'exact', things: [] },
    ])
    // The new app says the same of it in its own words.
    const { indicator, quantity, ...words } = old
    const again = await app.lan.call(RecordActivity, {
      params: { id },
      body: { ...words, quantities: [{ indicator, quantity }] },
    })
    assert.equal(again.version, recorded.version)
    await refused(
      app.lan.call(RecordActivity, { params: { id: randomUUID() }, body: words }),
      'request.invalid',
    )
  }),
)

test('each of the ten forms asks something of its own, and says what is wrong by field', () => {
  for (const form of forms) {
    const { fields } = shortForms[form]
    assert.ok(fields.length >= 3, form)
    assert.equal(new Set(fields.map(({ name }) => name)).size, fields.length, form)
    const empty = troublesOfDetails({ form, indicators: [], details: {} }, true)
    assert.deepEqual(
      empty,
      fields.filter(({ isRequired }) => isRequired).map(({ name }) => ({ field: name, trouble: 'required' })),
    )
    assert.deepEqual(troublesOfDetails({ form, indicators: [], details: { lạ: 'x' } }, false), [
      { field: 'lạ', trouble: 'unknown' },
    ])
  }
  const visits = { form: 'exhibition' as const, indicators: ['exhibition.visits'], details: { title: 'Ảnh' } }
  assert.deepEqual(troublesOfDetails(visits, true), [{ field: 'visitsMethod', trouble: 'required' }])
  const wrong = { takeDownOn: '2023-02-30' }
  assert.deepEqual(troublesOfDetails({ form: 'visual', indicators: [], details: wrong }, false), [
    { field: 'takeDownOn', trouble: 'day' },
  ])
})
