/** Over a pool of real connections: a whole province hands in within the same minute. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { GetExpectedReport, SubmitReport } from '@loa/contract/expected-reports'
import { Problem } from '@loa/contract/problem'
import { GetRound } from '@loa/contract/rounds'
import pino from 'pino'
import { z } from 'zod'
import { readConfig } from '../config.ts'
import { sql } from '../database/sql.ts'
import { enterAs } from '../in-process.ts'
import { insertRound } from '../rounds/queries.ts'
import { openServer } from '../server.ts'
import { createTestDatabase } from '../testing/database-server.ts'
import { exampleTemplate, secret } from '../testing/with-app.ts'

const communes = 235

const database = await createTestDatabase(await exampleTemplate())
const folder = mkdtempSync(join(tmpdir(), 'loa-at-once-'))
writeFileSync(join(folder, 'secret'), secret, { mode: 0o600 })
const server = await openServer({
  config: readConfig({ LOA_DATA: folder, LOA_EXAMPLE: 'hai-duong' }),
  databaseUrl: database.url,
  logger: pino({ level: 'silent' }),
  webFolder: null,
  jobs: 'inline',
  now: () => '2023-06-15T01:00:00Z',
})
after(async () => {
  await server.close()
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

/** A running campaign with a duty and an activity of each commune below the department. */
const prepare = () =>
  server.pool.transaction('system', async (db) => {
    const { id: owner } = await db.one(
      z.object({ id: z.number() }),
      sql`select id from units where code = 'HD-SVHTTDL'`,
    )
    await db.run(sql`insert into units (code, name, full_name, type, parent_code)
      select 'X-' || n, 'Xã ' || n, 'Xã ' || n, 'xa', 'HD-SVHTTDL' from generate_series(1, ${communes}) n`)
    const { id: campaignId } = await db.one(
      z.object({ id: z.number() }),
      sql`insert into campaigns (owner_unit_id, title, state, created_at)
          values (${owner}, 'Đợt thử', 'running', now()) returning id`,
    )
    await db.run(
      sql`insert into campaign_forms (campaign_id, form, text) values (${campaignId}, 'visual', '')`,
    )
    await db.run(sql`insert into duties (campaign_id, unit_id, holder_unit_id, owner_unit_id, state)
      select ${campaignId}, id, id, ${owner}, 'accepted' from units where code like 'X-%'`)
    await db.run(sql`with done as (
        insert into activities (id, duty_id, campaign_id, unit_id, owner_unit_id, form, place, happened_on, standing, recorded_by)
        select gen_random_uuid(), d.id, d.campaign_id, d.unit_id, d.owner_unit_id, 'visual', 'Cổng xã', '2023-06-01', 'proved', 'ha'
        from duties d where d.campaign_id = ${campaignId} returning id)
      insert into activity_quantities (activity_id, indicator, ordinal, quantity) select id, 'visual.banner', 1, 2 from done`)
    await db.run(sql`insert into figure_changes (owner_unit_id, campaign_id, unit_id, indicator, day, topics)
      select owner_unit_id, campaign_id, unit_id, 'visual.banner', happened_on, '{}' from activities
      where campaign_id = ${campaignId}`)
    const { id } = await insertRound(db, {
      campaignId,
      ownerUnitId: owner,
      kind: 'month',
      from: '2023-05-15',
      to: '2023-06-14',
      cutOff: '2023-06-14',
      dueAt: '2023-06-15T10:00:00Z',
      upDueAt: null,
      answersId: null,
      by: null,
      at: '2023-06-01T01:00:00Z',
    })
    const expected = await db.many(
      z.object({ id: z.number() }),
      sql`select id from expected_reports where round_id = ${id} order by id`,
    )
    return { roundId: id, expected: expected.map((each) => each.id) }
  })

test('235 units hand in at the same moment, each of them twice: every report is there, and once', async () => {
  const { roundId, expected } = await prepare()
  assert.equal(expected.length, communes)
  const ha = await enterAs(server.app, 'ha')
  const from = performance.now()
  const sent = await Promise.allSettled(
    [...expected, ...expected].map((id) => ha.call(SubmitReport, { params: { id }, body: { version: 1 } })),
  )
  const seconds = (performance.now() - from) / 1000
  const refused = sent.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
  assert.equal(refused.length, communes)
  for (const reason of refused) {
    assert.ok(reason instanceof Problem, String(reason))
    assert.equal(reason.code, 'thing.changed')
  }
  assert.ok(seconds < 60, `${seconds} s`)
  const { counts } = await ha.call(GetRound, { params: { id: roundId } })
  assert.deepEqual([counts.submitted, counts.waiting, counts.late], [communes, 0, 0])
  const written = await server.pool.transaction('system', (db) =>
    db.one(
      z.object({ rows: z.number(), reports: z.number(), sum: z.number() }),
      sql`select count(*)::int as rows, count(distinct expected_id)::int as reports,
            sum((figures -> 0 -> 'amounts' ->> 'declared')::numeric) as sum
          from report_submissions s join expected_reports e on e.id = s.expected_id where e.round_id = ${roundId}`,
    ),
  )
  assert.deepEqual(written, { rows: communes, reports: communes, sum: 2 * communes })
  // One that waits for another unit's row waits for nothing: each has its own lock.
  const one = await ha.call(GetExpectedReport, { params: { id: expected[0] ?? 0 } })
  assert.equal(one.submissions, 1)
})
