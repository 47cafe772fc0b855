import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ImportBoundaries, ListBoundaries } from '@loa/contract/boundaries'
import { sql } from '../database/sql.ts'
import type { Worker } from '../in-process.ts'
import { refused } from '../testing/problems.ts'
import { withApp } from '../testing/with-app.ts'

const square = (at: number) => [
  [at, 20],
  [at + 1, 20],
  [at + 1, 21],
  [at, 20],
]
const feature = (code: string | null, at = 106) => ({
  type: 'Feature',
  properties: { ten: 'x', ...(code === null ? {} : { ma: code }) },
  geometry: { type: 'Polygon', coordinates: [square(at)] },
})
const file = (...features: unknown[]) =>
  new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features }))
const send = (worker: Worker, bytes: Uint8Array, query: Record<string, string> = {}) =>
  worker.call(ImportBoundaries, { query: { name: 'ranh-gioi.geojson', ...query }, bytes })
const westOn = async (worker: Worker, on: string) =>
  (await worker.call(ListBoundaries, { query: { on } })).rows.map(
    ({ unit, geometry }) => `${unit.code} ${geometry.coordinates[0]?.[0]?.[0]?.[0]}`,
  )
const [first, second] = ['HD-291-UBND', 'HD-298-UBND']

test(
  'a file is looked at first: which property holds the codes, which units they are, what is wrong with each other one',
  withApp(async ({ ha }) => {
    const bytes = file(feature(first), feature('KHONG-CO'), feature(null), feature(first, 108), {
      ...feature(second),
      geometry: { type: 'Point', coordinates: [1, 2] },
    })
    const read = await send(ha, bytes)
    assert.deepEqual(
      [read.property, read.features, read.matched.map(({ unit }) => unit.code), read.written],
      ['ma', 5, [first], null],
    )
    assert.deepEqual(read.troubles, [
      { feature: 2, code: 'KHONG-CO', trouble: 'no-unit' },
      { feature: 3, code: '', trouble: 'no-code' },
      { feature: 4, code: first, trouble: 'twice' },
      { feature: 5, code: second, trouble: 'not-an-area' },
    ])
    assert.deepEqual(await westOn(ha, '2023-05-22'), [])
    assert.equal((await send(ha, bytes, { property: 'ten' })).matched.length, 0)
  }),
)

test(
  'imported twice it is there once; a later day keeps the older for its days',
  withApp(async ({ ha, nam }) => {
    const old = file(feature(first), feature(second, 107))
    const write = { write: 'true', source: 'Bản đồ 2020', validFrom: '2020-01-01' }
    assert.deepEqual((await send(ha, old, write)).written, { added: 2, known: 0 })
    assert.deepEqual((await send(ha, old, write)).written, { added: 0, known: 2 })
    const next = { ...write, validFrom: '2023-05-01' }
    assert.deepEqual((await send(ha, file(feature(first, 110)), next)).written, { added: 1, known: 0 })
    // The old file once more does not open again what has ended.
    assert.deepEqual((await send(ha, old, write)).written, { added: 0, known: 2 })
    assert.deepEqual(await westOn(nam, '2023-04-30'), [`${first} 106`, `${second} 107`])
    assert.deepEqual(await westOn(nam, '2023-05-01'), [`${first} 110`, `${second} 107`])
    assert.deepEqual(await westOn(nam, '2019-12-31'), [])
    // One that begins earlier ends where the known one begins; one of the same day takes its place.
    await send(ha, file(feature(first, 111)), { ...write, validFrom: '2010-01-01' })
    assert.deepEqual(await westOn(nam, '2019-12-31'), [`${first} 111`])
    await send(ha, file(feature(first, 112)), next)
    assert.deepEqual(await westOn(nam, '2023-05-22'), [`${first} 112`, `${second} 107`])
  }),
)

test(
  'a boundary is that of the unit which has the code on the day: then and today',
  withApp(async ({ ha, pool }) => {
    await send(ha, file(feature(first)), { write: 'true' })
    await pool.transaction('system', async (db) => {
      await db.run(sql`update units set valid_to = '2023-04-30' where code = ${first}`)
      await db.run(sql`insert into units (code, valid_from, name, full_name, type, parent_code)
        select code, '2023-05-01', 'Tên mới', 'Tên mới', type, parent_code from units where code = ${first}`)
    })
    const nameOn = async (on: string) => (await ha.call(ListBoundaries, { query: { on } })).rows[0]?.unit.name
    assert.equal(await nameOn('2023-05-22'), 'Tên mới')
    assert.notEqual(await nameOn('2023-04-30'), 'Tên mới')
  }),
)

test(
  'only the keepers of the directory import; what is no GeoJSON or ends before it begins is told so',
  withApp(async ({ ha, mai, lan }) => {
    await refused(send(lan, file(feature(first))), 'act.forbidden')
    await refused(send(mai, file(feature(first))), 'act.forbidden')
    await refused(send(ha, new TextEncoder().encode('{"type":"Topology"}')), 'boundaries.unreadable')
    await refused(send(ha, new Uint8Array()), 'boundaries.unreadable')
    const days = { validFrom: '2023-05-02', validTo: '2023-05-01' }
    await refused(send(ha, file(feature(first)), days), 'boundaries.wrong-days')
  }),
)
