import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { type Activity, RecordActivity } from '@loa/contract/activities'
import { GetCampaign } from '@loa/contract/campaigns'
import type { Duty } from '@loa/contract/duties'
import { GetPeriodFigures } from '@loa/contract/period-figures'
import { yearPart } from '@loa/contract/periods'
import { CorrectQuantity } from '@loa/contract/quantity-corrections'
import { z } from 'zod'
import { sql } from '../database/sql.ts'
import { onDirectoryChanged } from '../handovers/reaction.ts'
import type { Worker } from '../in-process.ts'
import { cutDirectory } from '../testing/directory.ts'
import { acceptDuty, issuedCampaign } from '../testing/path.ts'
import { refused } from '../testing/problems.ts'
import { type TestApp, withApp } from '../testing/with-app.ts'
import { topicFiguresIn, unitFiguresIn } from './campaign-queries.ts'

const record = async (
  person: Worker,
  duty: Duty,
  happenedOn: string,
  quantity: number,
  { indicator = 'visual.banner', things = [] as string[], topics = 1 } = {},
): Promise<Activity> => {
  const campaign = await person.call(GetCampaign, { params: { id: duty.campaignId } })
  return person.call(RecordActivity, {
    params: { id: randomUUID() },
    body: {
      dutyId: duty.id,
      topics: campaign.topics.slice(0, topics).map(({ id }) => id),
      place: 'Nam Sách',
      happenedOn,
      quantities: [{ indicator, quantity, things }],
    },
  })
}
const allForms = async (app: TestApp) => {
  const { campaignId } = await issuedCampaign(app)
  await app.pool.transaction('system', (db) =>
    db.run(sql`insert into campaign_forms (campaign_id, form, text)
      select distinct ${campaignId}::bigint, form, form from indicators on conflict do nothing`),
  )
  return campaignId
}
const ask = (person: Worker, period: string, more: Record<string, unknown> = {}) =>
  person.call(GetPeriodFigures, { query: { period, limit: 200, ...more } })
const may = 'administrative.month.2023.5'

test(
  'an annex by period: the month from the 15th to the 14th, the year so far, last year, the plan, and what is not reported is not zero',
  withApp(async (app) => {
    const campaignId = await allForms(app)
    const [lan, tho] = [await acceptDuty(app.lan), await acceptDuty(app.tho)]
    await record(app.lan, lan, '2022-05-01', 8)
    await record(app.lan, lan, '2023-01-20', 5)
    await record(app.lan, lan, '2023-04-14', 100)
    await record(app.lan, lan, '2023-04-15', 1)
    const wrong = await record(app.lan, lan, '2023-05-14', 30, { topics: 2 })
    await record(app.tho, tho, '2023-05-14', 4)
    await record(app.tho, tho, '2023-05-15', 1000)
    await record(app.lan, lan, '2023-05-01', 2, { indicator: 'car.vehicle', things: ['34C-1', '34C-2'] })
    await record(app.lan, lan, '2023-03-01', 1, { indicator: 'car.vehicle', things: ['34C-1'] })
    await record(app.tho, tho, '2023-05-01', 1, { indicator: 'car.vehicle', things: ['34C-1'] })
    await app.ha.call(CorrectQuantity, {
      params: { id: wrong.id, correctionId: randomUUID() },
      body: { indicator: 'visual.banner', quantity: 10, reason: 'Đếm lại' },
    })
    await app.pool.transaction('system', (db) =>
      db.run(
        sql`insert into duty_targets (duty_id, indicator, plan) values (${lan.id}, 'visual.banner', 40), (${tho.id}, 'visual.banner', 10)`,
      ),
    )
    await app.pool.transaction('system', (db) =>
      db.run(sql`update campaigns set period_from = '2023-04-01', period_to = '2023-06-30'`),
    )
    assert.ok((await ask(app.ha, may)).waiting > 0)
    await app.settle()

    const annex = await ask(app.ha, may)
    assert.equal(annex.waiting, 0)
    assert.deepEqual(annex.period, { from: '2023-04-15', to: '2023-05-14' })
    assert.deepEqual(annex.sinceNewYear, { from: '2022-12-15', to: '2023-05-14' })
    const row = (id: number) => annex.rows.find(({ unit }) => unit.id === id)?.cells ?? {}
    const own = row(lan.unit.id)['visual.banner']
    assert.deepEqual(own?.amounts, {
      declared: 31,
      proved: 0,
      claimed: 11,
      doubted: 0,
      corrected: 20,
      activities: 2,
    })
    assert.equal(own?.sinceNewYear?.declared, 136)
    assert.equal(own?.lastYear?.declared, 8)
    assert.equal(own?.plan, 40)
    assert.equal(row(tho.unit.id)['visual.banner']?.amounts?.declared, 4)
    assert.equal(annex.totals['visual.banner']?.amounts?.declared, 35)
    assert.equal(annex.totals['visual.banner']?.plan, 50)
    // Names are counted once a unit, over any period, and never added over units.
    assert.equal(row(lan.unit.id)['car.vehicle']?.amounts?.declared, 2)
    assert.equal(row(lan.unit.id)['car.vehicle']?.sinceNewYear?.declared, 2)
    assert.equal(annex.totals['car.vehicle']?.amounts, null)
    const silent = annex.rows.find(({ unit }) => ![lan.unit.id, tho.unit.id].includes(unit.id))
    assert.deepEqual(silent?.cells['visual.banner'], undefined)
    assert.deepEqual([annex.reporting, annex.total > 2], [2, true])

    // The calendar month beside it, a quarter, a year, a week, days of one's own, and the campaign give the plain sums.
    const declared = async (period: string, more = {}) =>
      (await ask(app.ha, period, more)).totals['visual.banner']?.amounts?.declared ?? null
    assert.equal(await declared('calendar.month.2023.5'), 1034)
    assert.equal(await declared('calendar.quarter.2023.2'), 1135)
    assert.equal(await declared('administrative.quarter.2023.1'), 5)
    assert.equal(await declared('calendar.nine-months.2023.1'), 1140)
    assert.equal(await declared('administrative.year.2023.1'), 1140)
    assert.equal(await declared('calendar.year.2022.1'), 8)
    assert.equal(await declared('iso.week.2023.20'), 1000)
    assert.equal(await declared('range.2023-04-15.2023-05-15'), 1035)
    assert.equal(await declared('range.2023-04-14.2023-04-16'), 101)
    assert.equal(await declared(may, { campaign: campaignId }), 35)
    assert.equal(await declared('calendar.quarter.2023.2', { campaign: campaignId }), 1135)
    assert.equal(await declared('calendar.month.2023.6'), null)
    // An activity of two topics counts whole in each of them.
    const [first, second] = annexTopics(await ask(app.ha, may, { campaign: campaignId }))
    assert.equal(await declared(may, { campaign: campaignId, topic: first }), 35)
    assert.equal(await declared(may, { campaign: campaignId, topic: second }), 30)
    await refused(ask(app.ha, 'calendar.month.2023.13'), 'period.unknown')
    await refused(ask(app.ha, may, { campaign: campaignId, topic: 999_999 }), 'thing.not-found')
    // A unit sees its own line of what its giver asked for, page by page as everybody.
    const seen = await ask(app.lan, may)
    assert.deepEqual(
      seen.rows.map(({ unit }) => unit.id),
      [lan.unit.id],
    )
    assert.equal(seen.totals['visual.banner']?.amounts?.declared, 31)
    const page = await ask(app.ha, may, { limit: 1, indicator: 'visual.banner' })
    assert.equal((await ask(app.ha, may, { limit: 1, cursor: page.next ?? '' })).rows.length, 1)
    assert.deepEqual(Object.keys(page.totals), ['visual.banner'])
  }),
)
const annexTopics = ({ topics }: { topics: { id: number }[] }) => topics.map(({ id }) => id)

test(
  'the figures of a campaign within days, unit by unit and topic by topic, with what was recorded a moment ago',
  withApp(async (app) => {
    const campaignId = await allForms(app)
    const lan = await acceptDuty(app.lan)
    await record(app.lan, lan, '2023-04-15', 3, { topics: 2 })
    await record(app.lan, lan, '2023-06-01', 7)
    await app.settle()
    await record(app.lan, lan, '2023-05-14', 2)
    const days = yearPart('administrative', 'month', 2023, 5)
    const look = () =>
      app.pool.transaction('system', async (db) => {
        const units = await unitFiguresIn(db, campaignId, days)
        const topics = async (within: typeof days | null) =>
          (await topicFiguresIn(db, campaignId, within, [lan.unit.id]))
            .map(({ byIndicator }) => byIndicator['visual.banner'] ?? null)
            .slice(0, 3)
        return {
          banners: units.flatMap(({ byIndicator }) => byIndicator['visual.banner'] ?? []),
          silent: units.filter(({ byIndicator }) => Object.keys(byIndicator).length === 0).length,
          always: (await unitFiguresIn(db, campaignId, null)).flatMap(
            ({ byIndicator }) => byIndicator['visual.banner']?.declared ?? [],
          ),
          topics: await topics(days),
          topicsOfAll: await topics(null),
        }
      })
    const fresh = await look()
    await app.settle()
    assert.deepEqual(await look(), fresh)
    assert.deepEqual(
      fresh.banners.map(({ declared, proved, activities }) => [declared, proved, activities]),
      [[5, 0, 2]],
    )
    assert.deepEqual(fresh.always, [12])
    assert.ok(fresh.silent > 1)
    assert.deepEqual(fresh.topics, [5, 3, null])
    assert.deepEqual(fresh.topicsOfAll, [12, 3, null])
  }),
)

test(
  'a unit merged within a period: its numbers stay its own, and stand with who answers for them today; what comes late lands in its own period and shows when it came',
  withApp(async (app) => {
    await allForms(app)
    app.setNow('2023-05-10T01:00:00Z')
    const [lan, tho] = [await acceptDuty(app.lan), await acceptDuty(app.tho)]
    await record(app.lan, lan, '2023-05-02', 3)
    await record(app.tho, tho, '2023-05-09', 4)
    for (const [person, duty] of [
      [app.lan, lan],
      [app.tho, tho],
    ] as const)
      await record(person, duty, '2023-05-03', 1, { indicator: 'car.vehicle', things: ['34C-1'] })
    await app.pool.transaction('system', (db) =>
      cutDirectory(db, {
        on: '2023-05-12',
        ended: [lan.unit.code, tho.unit.code],
        begun: [{ code: 'X-MOI', name: 'Trung tâm mới', type: 'public-service-unit' }],
        follows: [lan, tho].map(({ unit }) => ({ from: unit.code, to: 'X-MOI', share: 'full' as const })),
      }),
    )
    app.setNow('2023-05-13T01:00:00Z')
    await app.wakeAgain(onDirectoryChanged, {})
    await app.settle()

    const then = await ask(app.ha, may)
    const today = await ask(app.ha, may, { units: 'today' })
    const banners = (annex: typeof then) =>
      annex.rows.flatMap(({ unit, parts, cells }) => {
        const amounts = cells['visual.banner']?.amounts
        return amounts ? [[unit.name, parts.length, amounts.declared]] : []
      })
    assert.deepEqual(
      banners(then)
        .map(([, parts, declared]) => [parts, declared])
        .toSorted(),
      [
        [0, 3],
        [0, 4],
      ],
    )
    assert.deepEqual(banners(today), [['Trung tâm mới', 2, 7]])
    assert.equal(today.totals['visual.banner']?.amounts?.declared, 7)
    const joined = today.rows.find(({ unit }) => unit.name === 'Trung tâm mới')
    assert.equal(joined?.cells['car.vehicle']?.amounts, null)

    // The report of the period was closed on the 14th at noon; this comes a week later.
    app.setNow('2023-05-21T03:00:00Z')
    await app.pool.transaction('system', (db) =>
      db.run(
        sql`update appointments set unit_id = (select id from units where code = 'X-MOI') where person_id = 'ttvh-291'`,
      ),
    )
    await record(app.lan, lan, '2023-05-08', 2)
    await app.settle()
    assert.equal((await ask(app.ha, may)).totals['visual.banner']?.amounts?.declared, 9)
    const late = await app.pool.transaction('system', (db) =>
      db.many(
        z.object({ startsOn: z.string(), lastAt: z.string(), declared: z.number() }),
        sql`select starts_on, last_at, declared from period_figures where kind = 'adm-month' and campaign_id = 0
            and indicator = 'visual.banner' and last_at > '2023-05-14T05:00:00Z'`,
      ),
    )
    assert.deepEqual(late, [{ startsOn: '2023-04-15', lastAt: '2023-05-21T03:00:00.000Z', declared: 5 }])
    assert.equal(
      (await ask(app.ha, 'administrative.month.2023.6')).totals['visual.banner']?.amounts,
      undefined,
    )
  }),
)
