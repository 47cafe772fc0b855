import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { acceptDuty, addPhoto, issuedCampaign, recordActivity } from '../testing/path.ts'
import { withApp } from '../testing/with-app.ts'
import { sql } from './sql.ts'

const Name = z.object({ name: z.string() })

test(
  'every table that holds rows of units is under row-level security, also for its owner',
  withApp(async ({ pool }) => {
    const bare = await pool.transaction('system', (db) =>
      db.many(
        Name,
        sql`select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
          where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
            and a.attname in ('unit_id', 'owner_unit_id') and not (c.relrowsecurity and c.relforcerowsecurity)
            -- Who holds which office, the numbers given, the resolved addressees, and the heads of the chains tell
            -- nothing that is not also in the directory or the register.
            and c.relname not in ('appointments', 'number_series', 'campaign_units', 'event_heads')`,
      ),
    )
    assert.deepEqual(bare, [])
  }),
)

test(
  'a query that forgets its condition shows a unit its own rows only',
  withApp(async (app) => {
    await issuedCampaign(app)
    await addPhoto(app.lan, await recordActivity(app.lan, await acceptDuty(app.lan)))
    const tables = [
      'dispatches',
      'deliveries',
      'duties',
      'activities',
      'evidence',
      'figures',
      'reports',
      'events',
    ] as const
    const countAs = (units: number[]) =>
      app.pool.transaction({ units }, async (db) => {
        const counts: Record<string, number> = {}
        for (const table of tables)
          counts[table] = Number(
            (
              await db.raw(
                `select count(*) from ${table}${table === 'events' ? " where kind not like 'session.%'" : ''}`,
              )
            ).rows[0]?.count,
          )
        return counts
      })
    const unit = (code: string) =>
      app.pool.transaction(
        'system',
        async (db) =>
          (await db.one(z.object({ id: z.number() }), sql`select id from units where code = ${code}`)).id,
      )
    assert.deepEqual(await countAs([await unit('HD-291-TTVH')]), {
      dispatches: 1,
      deliveries: 1,
      duties: 1,
      activities: 1,
      evidence: 1,
      figures: 1,
      reports: 0,
      events: 4,
    })
    assert.deepEqual(await countAs([await unit('HD-298-TTVH')]), {
      dispatches: 1,
      deliveries: 1,
      duties: 1,
      activities: 0,
      evidence: 0,
      figures: 0,
      reports: 0,
      events: 1,
    })
    assert.deepEqual(await countAs([]), {
      dispatches: 0,
      deliveries: 0,
      duties: 0,
      activities: 0,
      evidence: 0,
      figures: 0,
      reports: 0,
      events: 0,
    })
  }),
)

test(
  'nobody can write a row for a unit that is not theirs',
  withApp(async (app) => {
    const { campaignId } = await issuedCampaign(app)
    await assert.rejects(
      app.pool.transaction({ units: [] }, (db) =>
        db.run(
          sql`insert into duties (campaign_id, unit_id, holder_unit_id, owner_unit_id) values (${campaignId}, 1, 1, 1)`,
        ),
      ),
      /row-level security/,
    )
  }),
)

test(
  'the question whether a photo is used elsewhere leaves the sight as narrow as it was',
  withApp(async (app) => {
    await issuedCampaign(app)
    await addPhoto(app.lan, await recordActivity(app.lan, await acceptDuty(app.lan)))
    await app.pool.transaction({ units: [] }, async (db) => {
      await db.raw("select loa_photo_used('x', '00000000-0000-4000-8000-000000000000')")
      assert.equal((await db.raw('select * from evidence')).rowCount, 0)
    })
  }),
)
