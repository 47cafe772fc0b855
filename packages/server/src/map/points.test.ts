import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { SubmitActivity } from '@loa/contract/activities'
import { degreeParts, ListPlaces, ListPoints, pointLimit, pointStates } from '@loa/contract/map'
import { SaveSite } from '@loa/contract/sites'
import { ListUnits } from '@loa/contract/units'
import { type Sql, sql } from '../database/sql.ts'
import type { Worker } from '../in-process.ts'
import { acceptDuty, addPhoto, issuedCampaign, recordActivity } from '../testing/path.ts'
import { type TestApp, withApp } from '../testing/with-app.ts'

const noteSite = (worker: Worker, name: string, latitude: number | null = 20.99) =>
  worker.call(SaveSite, {
    params: { id: randomUUID() },
    body: {
      name,
      kind: 'panel',
      place: 'Cổng chợ',
      latitude,
      longitude: latitude === null ? null : 106.33,
      faces: [{ id: randomUUID(), label: 'A', width: null, height: null }],
    },
  })

const write = (app: TestApp, query: Sql) => app.pool.transaction('system', (db) => db.run(query))

/** A photo that stands in Nam Sách, of an activity that was handed in. */
const showPhoto = async (app: TestApp) => {
  const { campaignId } = await issuedCampaign(app)
  const shown = await addPhoto(app.lan, await recordActivity(app.lan, await acceptDuty(app.lan)))
  await app.lan.call(SubmitActivity, { params: { id: shown.id }, body: { version: shown.version } })
  const [photo] = shown.evidence
  await write(app, sql`update evidence set latitude = 20.985, longitude = 106.334 where id = ${photo?.id}`)
  return { campaignId, photoId: photo?.id ?? '', activity: shown }
}

test(
  'sites and photos are points, each as it stands; what has no place is none',
  withApp(async (app) => {
    const { photoId, campaignId } = await showPhoto(app)
    await noteSite(app.lan, 'Pa nô')
    await noteSite(app.lan, 'Bảng tin', null)
    const { longitudes, latitudes, states, isCut } = await app.lan.call(ListPoints)
    assert.deepEqual(
      longitudes
        .map((x, at) => [x / degreeParts, (latitudes[at] ?? 0) / degreeParts, pointStates[states[at] ?? -1]])
        .toSorted(),
      [
        [106.33, 20.99, 'site'],
        [106.334, 20.985, 'proved'],
      ],
    )
    assert.equal(isCut, false)
    await write(app, sql`update activities set standing = 'doubted'`)
    const { rows, total } = await app.ha.call(ListPlaces, { query: { campaign: campaignId } })
    assert.equal(total, 1)
    assert.deepEqual([rows[0]?.id, rows[0]?.state, rows[0]?.unit.code], [photoId, 'doubted', 'HD-291-TTVH'])
  }),
)

test(
  'each sees the places of the own units and below, and of the own orders; no more',
  withApp(async (app) => {
    await showPhoto(app)
    await noteSite(app.lan, 'Pa nô')
    const count = async (worker: Worker) => (await worker.call(ListPoints)).states.length
    assert.deepEqual(
      [await count(app.lan), await count(app.tho), await count(app.ha), await count(app.enter('ttvh-290'))],
      [2, 0, 1, 0],
    )
    assert.equal((await app.tho.call(ListPlaces)).total, 0)
  }),
)

test(
  'filters: kind, state, campaign, a unit with all below it, and a frame',
  withApp(async (app) => {
    const { campaignId } = await showPhoto(app)
    await noteSite(app.lan, 'Pa nô')
    const count = async (query: Record<string, unknown>) => {
      const { states } = await app.lan.call(ListPoints, { query })
      assert.equal((await app.lan.call(ListPlaces, { query })).total, states.length)
      return states.length
    }
    assert.equal(await count({ kind: 'site' }), 1)
    assert.equal(await count({ kind: 'photo' }), 1)
    assert.equal(await count({ state: 'proved' }), 1)
    assert.equal(await count({ state: 'site-damaged' }), 0)
    assert.equal(await count({ campaign: campaignId }), 1)
    const unit = async (code: string) => {
      const { rows } = await app.lan.call(ListUnits, { query: { q: code, limit: 20 } })
      return rows.find((row) => row.code === code)?.id
    }
    assert.equal(await count({ unit: await unit('HD-291-UBND') }), 2)
    assert.equal(await count({ unit: await unit('HD-298-UBND') }), 0)
    const frame = { west: 106.332, south: 20.9, east: 107, north: 21 }
    const { rows } = await app.lan.call(ListPlaces, { query: frame })
    assert.deepEqual(
      rows.map(({ state }) => state),
      ['proved'],
    )
  }),
)

test(
  'the list goes on where its page ends, doubts first',
  withApp(async (app) => {
    await showPhoto(app)
    await write(app, sql`update activities set standing = 'doubted'`)
    for (const name of ['C1', 'A1', 'B1']) await noteSite(app.lan, name)
    const first = await app.lan.call(ListPlaces, { query: { limit: 2 } })
    const second = await app.lan.call(ListPlaces, { query: { limit: 2, cursor: first.next ?? '' } })
    const names = [...first.rows, ...second.rows].map(({ name, state }) => (state === 'doubted' ? '!' : name))
    assert.deepEqual([names, second.next, first.total], [['!', 'A1', 'B1', 'C1'], null, 4])
  }),
)

test(
  'a hundred thousand points come in compact columns; more are cut and it is said',
  withApp(async (app) => {
    const { activity } = await showPhoto(app)
    const add = (from: number, to: number) =>
      write(
        app,
        sql`insert into evidence (id, activity_id, unit_id, owner_unit_id, sha256, mime, bytes, width, height, latitude,
              longitude, added_by)
            select gen_random_uuid(), e.activity_id, e.unit_id, e.owner_unit_id, 'x' || n, e.mime, 1, 1, 1,
              20.7 + (n % 317) * 0.0017, 106.1 + (n % 331) * 0.0017, e.added_by
            from evidence e cross join generate_series(${from}::int, ${to}::int) n where e.sha256 not like 'x%'`,
      )
    await add(2, pointLimit)
    assert.equal(activity.evidence.length, 1)
    const cookies = await app.ha.call(ListPoints)
    assert.deepEqual([cookies.states.length, cookies.isCut], [pointLimit, false])
    const bytes = JSON.stringify(cookies).length
    assert.ok(bytes < 2_200_000, `${bytes} bytes for a hundred thousand points`)
    await add(pointLimit + 1, pointLimit + 1)
    const cut = await app.ha.call(ListPoints)
    assert.deepEqual([cut.longitudes.length, cut.latitudes.length, cut.isCut], [pointLimit, pointLimit, true])
  }),
)
