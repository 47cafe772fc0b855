import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AddIndicator, ChangeIndicator, type KeptIndicator, ListIndicators } from '@loa/contract/indicators'
import { sql } from '../database/sql.ts'
import { acceptDuty, issuedCampaign, recordActivity } from '../testing/path.ts'
import { refused } from '../testing/problems.ts'
import { type TestApp, withApp } from '../testing/with-app.ts'
import { codeFor } from './indicator.ts'

const get = async ({ ha }: TestApp, code: string): Promise<KeptIndicator> => {
  const { indicators } = await ha.call(ListIndicators)
  const found = indicators.find((each) => each.code === code)
  if (!found) throw new Error(`no ${code}`)
  return found
}
const change = (
  { ha }: TestApp,
  { uses: _, code, ...before }: KeptIndicator,
  words: Partial<KeptIndicator>,
) => ha.call(ChangeIndicator, { params: { code }, body: { ...before, ...words } })

test(
  'the list has all ten forms in their order, one column of the board each',
  withApp(async (app) => {
    const { indicators, keeps } = await app.ha.call(ListIndicators)
    assert.equal(keeps, true)
    const main = indicators.filter((each) => each.main)
    assert.deepEqual(
      main.map(({ code }) => code),
      [
        'visual.banner',
        'car.run',
        'website.item',
        'led.airing',
        'media.item',
        'loudspeaker.airing',
        'performance.session',
        'exhibition.event',
        'contest.event',
        'integration.event',
      ],
    )
    const forms = indicators.map(({ form }) => form)
    assert.deepEqual(
      forms,
      [...new Set(forms)].flatMap((form) => forms.filter((each) => each === form)),
    )
  }),
)

test(
  'an administrator adds one behind the others of its form; others may not',
  withApp(async (app) => {
    const body = {
      form: 'led' as const,
      name: 'Lượt phát trên màn hình thang máy',
      nameEn: 'Airings in lifts',
      unit: 'lượt',
      unitEn: 'airings',
      decimals: 0,
      aggregation: 'sum' as const,
      evidence: ['photo' as const, 'play-log' as const],
    }
    const added = await app.ha.call(AddIndicator, { body })
    assert.equal(added.code, 'led.airings-in-lifts')
    const { indicators } = await app.ha.call(ListIndicators)
    const led = indicators.filter(({ form }) => form === 'led')
    assert.equal(led.at(-1)?.code, added.code)
    assert.equal(indicators.at(-1)?.form, 'integration')
    await refused(app.lan.call(AddIndicator, { body }), 'act.forbidden')
    assert.equal((await app.lan.call(ListIndicators)).keeps, false)
  }),
)

test(
  'one in use keeps its counting unit, form and aggregation, whichever unit uses it; its name may change',
  withApp(async (app) => {
    const free = await change(app, await get(app, 'visual.flag'), { unit: 'chiếc' })
    assert.equal(free.unit, 'chiếc')
    await issuedCampaign(app)
    await recordActivity(app.lan, await acceptDuty(app.lan))
    const banner = await get(app, 'visual.banner')
    assert.equal(banner.uses, 1)
    await refused(change(app, banner, { unit: 'mét' }), 'indicator.in-use')
    await refused(change(app, banner, { aggregation: 'max' }), 'indicator.in-use')
    const renamed = await change(app, banner, { name: 'Băng rôn các loại' })
    assert.equal(renamed.name, 'Băng rôn các loại')
    await refused(change(app, banner, { name: 'Băng rôn khác' }), 'thing.changed')
    // The database says so too, whoever asks.
    await assert.rejects(
      app.undone(() =>
        app.pool.transaction('system', (db) =>
          db.run(sql`update indicators set unit = 'mét' where code = 'visual.banner'`),
        ),
      ),
      /keeps its counting unit/,
    )
    await assert.rejects(
      app.undone(() =>
        app.pool.transaction('system', (db) =>
          db.run(sql`delete from indicators where code = 'visual.flag'`),
        ),
      ),
      /retired, not deleted/,
    )
  }),
)

test(
  'the column of a form moves to another one; the column itself is not retired, what was one is',
  withApp(async (app) => {
    const run = await get(app, 'car.run')
    await refused(change(app, run, { active: false }), 'indicator.main')
    await refused(change(app, await get(app, 'car.vehicle'), { main: true }), 'indicator.main')
    await change(app, await get(app, 'car.session'), { main: true })
    const freed = await get(app, 'car.run')
    assert.equal(freed.main, false)
    assert.equal((await change(app, freed, { active: false })).active, false)
  }),
)

test('a code is the form and the English name, with a number where that is taken', () => {
  assert.equal(codeFor('led', 'Airings in lifts', []), 'led.airings-in-lifts')
  assert.equal(codeFor('led', 'LED  lamps!', ['led.led-lamps']), 'led.led-lamps-2')
  assert.equal(codeFor('led', '???', ['led.indicator', 'led.indicator-2']), 'led.indicator-3')
})
