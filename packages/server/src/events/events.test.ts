import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { z } from 'zod'
import { sql } from '../database/sql.ts'
import { issuedCampaign } from '../testing/path.ts'
import { withApp } from '../testing/with-app.ts'
import { canonical, findBreak, record } from './events.ts'

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
        sql`select kind from events where unit_id = ${unitId} and kind not like 'session.%' order by seq`,
      )
      assert.deepEqual(
        kinds.map(({ kind }) => kind),
        [
          'dispatch.read',
          'plan.decided',
          'campaign.started',
          'dispatch.submit',
          'dispatch.approve',
          'dispatch.sign',
          'dispatch.number',
          'dispatch.issue',
          'dispatch.delivered',
        ],
      )
      assert.equal(await findBreak(db, unitId), null)
    })
  }),
)

test(
  'an event that was changed behind the back of the log breaks the chain at its place',
  withApp(async (app) => {
    await issuedCampaign(app)
    const unitId = await department(app.pool)
    await app.pool.transaction('system', async (db) => {
      await db.run(sql`alter table events disable trigger events_are_forever`)
      await db.run(sql`update events set data = '{"forged": true}' where unit_id = ${unitId} and seq = 4`)
      assert.equal(await findBreak(db, unitId), 4)
    })
  }),
)

test(
  'an event taken from the end is missed too',
  withApp(async (app) => {
    await issuedCampaign(app)
    const unitId = await department(app.pool)
    await app.pool.transaction('system', async (db) => {
      await db.run(sql`alter table events disable trigger events_are_forever`)
      await db.run(sql`delete from events where unit_id = ${unitId} and seq = 9`)
      assert.equal(await findBreak(db, unitId), 9)
    })
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
            assert.equal(await findBreak(db, unitId), null)
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
