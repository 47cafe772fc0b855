import assert from 'node:assert/strict'
import { test } from 'node:test'
import { GetDispatch } from '@loa/contract/dispatches'
import { ListEvents, ListMyEvents } from '@loa/contract/events'
import fc from 'fast-check'
import { z } from 'zod'
import { sql } from '../database/sql.ts'
import { issuedCampaign } from '../testing/path.ts'
import { refused } from '../testing/problems.ts'
import { withApp } from '../testing/with-app.ts'
import { canonical, record } from './events.ts'
import { findBreaks } from './verify.ts'

const department = async (pool: Parameters<Parameters<typeof withApp>[0]>[0]['pool']) =>
  pool.transaction('system', async (db) => {
    const { id } = await db.one(
      z.object({ id: z.number() }),
      sql`select id from units where code = 'HD-SVHTTDL'`,
    )
    return id
  })

test(
  'each change leaves an event, and the chain of the unit is whole',
  withApp(async (app) => {
    await issuedCampaign(app)
    const unitId = await department(app.pool)
    await app.pool.transaction('system', async (db) => {
      const kinds = await db.many(
        z.object({ kind: z.string() }),
        sql`select kind from events where unit_id = ${unitId} order by seq`,
      )
      assert.deepEqual(
        kinds.map(({ kind }) => kind),
        [
          'dispatch.read',
          'plan.decided',
          'campaign.started',
          'dispatch.opened',
          'dispatch.submit',
          'dispatch.approve',
          'dispatch.sign',
          'dispatch.number',
          'dispatch.issue',
          'dispatch.delivered',
        ],
      )
      assert.deepEqual(await findBreaks(db, unitId), [])
    })
  }),
)

/** The chain after somebody with the rights of the database's owner has had their way with it. */
const tampered = (write: (unitId: number) => ReturnType<typeof sql>[]) =>
  withApp(async (app) => {
    await issuedCampaign(app)
    const unitId = await department(app.pool)
    await app.pool.transaction('system', async (db) => {
      await db.run(sql`alter table events disable trigger events_are_forever`)
      for (const query of write(unitId)) await db.run(query)
      found = (await findBreaks(db, unitId)).map(({ what, seq, event }) => [what, seq, event?.kind ?? null])
    })
  })
let found: unknown[] = []

test('an event changed behind the back of the log is named', async () => {
  await tampered((unitId) => [
    sql`update events set data = '{"forged": true}' where unit_id = ${unitId} and seq = 5`,
  ])()
  assert.deepEqual(found, [['changed', 5, 'dispatch.submit']])
})

test('several changed events are each named, the last one too', async () => {
  await tampered((unitId) => [
    sql`update events set person_id = null where unit_id = ${unitId} and seq in (2, 10)`,
    sql`update events set address = '203.0.113.9' where unit_id = ${unitId} and seq = 6`,
  ])()
  assert.deepEqual(found, [
    ['changed', 2, 'plan.decided'],
    ['changed', 6, 'dispatch.approve'],
    ['changed', 10, 'dispatch.delivered'],
  ])
})

test('an event taken out is named by its place: in the middle, at the end, and where the gap was closed', async () => {
  await tampered((unitId) => [sql`delete from events where unit_id = ${unitId} and seq = 3`])()
  assert.deepEqual(found, [['removed', 3, null]])
  await tampered((unitId) => [sql`delete from events where unit_id = ${unitId} and seq = 10`])()
  assert.deepEqual(found, [['removed', 10, null]])
  await tampered((unitId) => [
    sql`delete from events where unit_id = ${unitId} and seq = 3`,
    sql`update events set seq = -seq where unit_id = ${unitId} and seq > 3`,
    sql`update events set seq = -seq - 1 where unit_id = ${unitId} and seq < 0`,
    sql`update event_heads set seq = 9 where unit_id = ${unitId}`,
  ])()
  assert.deepEqual(found, [['removed', 3, null]])
})

test('an event put in is named: at the end, and in the middle with the others moved on', async () => {
  const forged = (unitId: number, seq: number) =>
    sql`insert into events (unit_id, seq, at, kind, subject, subject_id, data, hash)
        values (${unitId}, ${seq}, '2023-05-22T01:12:00Z', 'dispatch.sign', 'dispatch', '1', '{}', sha256('x'))`
  await tampered((unitId) => [forged(unitId, 11)])()
  assert.deepEqual(found, [['inserted', 11, 'dispatch.sign']])
  await tampered((unitId) => [
    sql`update events set seq = -seq where unit_id = ${unitId} and seq > 3`,
    sql`update events set seq = -seq + 1 where unit_id = ${unitId} and seq < 0`,
    forged(unitId, 4),
    sql`update event_heads set seq = 11 where unit_id = ${unitId}`,
  ])()
  assert.deepEqual(found, [['inserted', 4, 'dispatch.sign']])
})

test(
  'reading a dispatch is written down once a day, with who and from where, and its page and the person show it',
  withApp(async (app) => {
    const { draftId } = await issuedCampaign(app)
    const open = () => app.nam.call(GetDispatch, { params: { id: draftId } })
    await open()
    await open()
    app.setNow('2023-05-23T01:00:00Z')
    await open()
    const ofThing = await app.ha.call(ListEvents, {
      query: { subject: 'dispatch', id: String(draftId), kind: 'dispatch.opened' },
    })
    const byNam = ofThing.rows.filter((row) => row.person?.id === 'nam')
    assert.deepEqual(
      byNam.map(({ at }) => at.slice(0, 10)),
      ['2023-05-23', '2023-05-22'],
    )
    const ofPerson = await app.ha.call(ListEvents, { query: { person: 'nam' } })
    assert.equal(ofPerson.rows.filter(({ kind }) => kind === 'dispatch.opened').length, 2)
    assert.equal((await app.nam.call(ListMyEvents)).rows.length, ofPerson.rows.length)
    await refused(app.nam.call(ListEvents), 'act.forbidden')
    // Of another unit one sees nothing, whatever is asked for.
    const stranger = await app.ha.call(ListEvents, { query: { unit: 999_999 } })
    assert.deepEqual(stranger.rows, [])
  }),
)

test(
  'nobody changes or removes an event',
  withApp(async (app) => {
    const { pool } = app
    await issuedCampaign(app)
    for (const write of [sql`update events set kind = 'x'`, sql`delete from events`])
      await assert.rejects(
        pool.transaction('system', (db) => db.run(write)),
        /append-only/,
      )
  }),
)

test(
  'whatever the data says, the chain of many events is whole',
  withApp(async ({ pool }) => {
    const unitId = await department(pool)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { maxLength: 5 }),
        async (many) => {
          await pool.transaction('system', async (db) => {
            for (const data of many) {
              const words = JSON.stringify(data)
              // jsonb holds neither U+0000 nor half a surrogate pair, so no request with them gets this far.
              if (words.includes('\\u0000') || /\\ud[89a-f]/i.test(words)) continue
              await record(db, {
                unitId,
                at: '2023-05-22T01:12:00.123Z',
                personId: null,
                kind: 'test',
                subject: 'test',
                subjectId: 1,
                data,
              })
            }
            assert.deepEqual(await findBreaks(db, unitId), [])
          })
        },
      ),
      { numRuns: 30 },
    )
  }),
)

test('the order of keys does not matter to the hash', () => {
  assert.equal(canonical({ b: [1, { d: 2, c: 3 }], a: null }), canonical({ a: null, b: [1, { c: 3, d: 2 }] }))
})
