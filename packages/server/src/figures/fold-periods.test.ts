import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { z } from 'zod'
import { findActivityForUpdate, insertActivity, updateActivity } from '../activities/queries.ts'
import { settle } from '../activities/settle.ts'
import type { Database, DatabasePool } from '../database/database.ts'
import { type Sql, sql } from '../database/sql.ts'
import { withdrawEvidence } from '../evidence/withdrawal-queries.ts'
import { insertCorrection } from '../quantity-corrections/queries.ts'
import { acceptDuty, issuedCampaign, recordActivity } from '../testing/path.ts'
import { kept, recount } from '../testing/recount.ts'
import { type TestApp, withApp } from '../testing/with-app.ts'
import { foldFigures } from './fold.ts'
import { foldBatch, foldWaiting, rebuildPeriods } from './fold-periods.ts'

const indicators = ['visual.banner', 'car.vehicle', 'loudspeaker.cluster', 'contest.author', 'visual.share']
const names = ['xe 1', 'xe 2', 'xe 3', 'xe 4']

interface Duty {
  dutyId: number
  campaignId: number
  unitId: number
  ownerUnitId: number
  topics: number[]
}

/** Two units in each of two campaigns of the department. */
const makeDuties = async (app: TestApp): Promise<Duty[]> => {
  await issuedCampaign(app)
  for (const person of [app.lan, app.tho]) await acceptDuty(person)
  return app.pool.transaction('system', async (db) => {
    await db.run(sql`insert into indicators (code, ordinal, form, name, name_en, unit, unit_en, aggregation)
      values ('visual.share', 900001, 'visual', 'Tỷ lệ', 'Share', '%', '%', 'ratio')`)
    const { id } = await db.one(
      z.object({ id: z.number() }),
      sql`insert into campaigns (owner_unit_id, title, state) select owner_unit_id, 'Đợt khác', 'running' from campaigns limit 1
          returning id`,
    )
    await db.run(
      sql`insert into campaign_topics (campaign_id, ordinal, text) values (${id}, 1, 'một'), (${id}, 2, 'hai')`,
    )
    await db.run(sql`insert into duties (campaign_id, unit_id, holder_unit_id, owner_unit_id, state)
      select ${id}, unit_id, holder_unit_id, owner_unit_id, state from duties where state = 'accepted'`)
    return db.many(
      z.object({
        dutyId: z.number(),
        campaignId: z.number(),
        unitId: z.number(),
        ownerUnitId: z.number(),
        topics: z.array(z.number()),
      }),
      sql`select d.id as duty_id, d.campaign_id, d.unit_id, d.owner_unit_id,
            (select json_agg(id order by ordinal) from campaign_topics t where t.campaign_id = d.campaign_id) as topics
          from duties d where d.state = 'accepted' order by d.id`,
    )
  })
}

const quantity = fc.record({
  indicator: fc.constantFrom(...indicators),
  quantity: fc.integer({ min: 1, max: 9 }),
  things: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1 }),
})
const activity = fc.record({
  duty: fc.nat(3),
  // About the ends of months, quarters, weeks and years of both calendars.
  day: fc.constantFrom(
    '2022-12-14',
    '2022-12-15',
    '2023-01-01',
    '2023-03-14',
    '2023-03-15',
    '2023-03-31',
    '2023-06-15',
  ),
  topics: fc.uniqueArray(fc.nat(1), { minLength: 1 }),
  quantities: fc.uniqueArray(quantity, { selector: (each) => each.indicator, minLength: 1, maxLength: 4 }),
})
const which = fc.nat(5)
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('record' as const), which, activity }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('show' as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('doubt' as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('withdraw' as const), which }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('review' as const),
      which,
      state: fc.constantFrom('accepted' as const, 'returned' as const, 'submitted' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('correct' as const), which, quantity, to: fc.nat(12) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('fold' as const), limit: fc.integer({ min: 1, max: 7 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('crash' as const) }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** One step as the routes do it: the same queries, the same settling, and the figures in the same transaction. */
const carryOut = async (
  db: Database,
  duties: Duty[],
  ids: (string | undefined)[],
  given: Step,
  at: string,
) => {
  if (given.do === 'record') return record(db, duties, ids, given, at)
  if (given.do === 'fold') return foldBatch(db, given.limit)
  const id = 'which' in given ? ids[given.which] : undefined
  const found = id ? await findActivityForUpdate(db, id) : null
  if (!id || !found) return
  const person = sql`(select id from people order by id limit 1)`
  if (given.do === 'show' || given.do === 'doubt')
    await db.run(sql`insert into evidence (id, activity_id, unit_id, owner_unit_id, sha256, mime, bytes, width, height,
        looked_at, doubts, added_by, created_at)
      values (${randomUUID()}, ${id}, ${found.unitId}, ${found.ownerUnitId}, ${randomUUID()}, 'image/jpeg', 1, 1, 1, ${at},
        ${given.do === 'doubt' ? ['other-day'] : []}, ${person}, ${at})`)
  if (given.do === 'withdraw' && found.evidence[0])
    await withdrawEvidence(db, { id: found.evidence[0].id, reason: 'nhầm', by: found.recordedBy.id, at })
  if (given.do === 'correct') {
    const typed = found.quantities.find(({ indicator }) => indicator === given.quantity.indicator)
    if (!typed) return
    const isNamed = typed.things.length > 0
    await insertCorrection(db, {
      id: randomUUID(),
      activityId: id,
      indicator: typed.indicator,
      unitId: found.unitId,
      ownerUnitId: found.ownerUnitId,
      quantity: isNamed ? given.quantity.things.length : Math.min(given.to, typed.outOf ?? given.to),
      outOf: typed.outOf,
      things: isNamed ? given.quantity.things : [],
      reason: 'đếm lại',
      by: found.recordedBy.id,
      at,
    })
  }
  const state = given.do === 'review' ? given.state : given.do === 'show' ? 'submitted' : found.state
  await settle(db, found, state, null, at)
}

const record = async (
  db: Database,
  duties: Duty[],
  ids: (string | undefined)[],
  { which, activity }: Extract<Step, { do: 'record' }>,
  at: string,
) => {
  const known = ids[which]
  const before = known ? await findActivityForUpdate(db, known) : null
  const duty = before ? duties.find(({ dutyId }) => dutyId === before.dutyId) : duties[activity.duty]
  if (!duty) throw new Error('no duty')
  const id = known ?? randomUUID()
  ids[which] = id
  const words = {
    ...duty,
    id,
    form: 'visual' as const,
    quantities: activity.quantities.map(({ indicator, quantity, things }) => ({
      indicator,
      quantity: indicator === 'car.vehicle' ? things.length : quantity,
      outOf: indicator === 'visual.share' ? quantity + 3 : null,
      qualifier: 'over' as const,
      things: indicator === 'car.vehicle' ? things : [],
    })),
    topics: activity.topics.map((index) => duty.topics[index] ?? 0),
    place: 'Nam Sách',
    happenedOn: activity.day,
    details: {},
    note: '',
    simulated: false,
    faceId: null,
    by: 'ttvh-291',
    at,
  }
  if (before) await updateActivity(db, words)
  else await insertActivity(db, words)
  await foldFigures(db, before ? [before, words] : [words], at)
}

const inSystem = <T>(pool: DatabasePool, work: (db: Database) => Promise<T>) =>
  pool.transaction('system', work)
const one = async (db: Database, query: Sql) => (await db.one(z.object({ n: z.number() }), query)).n

test(
  'whatever is recorded, changed, shown, withdrawn, reviewed and corrected, and whenever it is folded: the roll-ups are a plain recount, and made anew they are the same',
  withApp(async (app) => {
    const duties = await makeDuties(app)
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 25 }), (steps) =>
        app.undone(async () => {
          const ids: (string | undefined)[] = []
          for (const [index, given] of steps.entries()) {
            const at = new Date(Date.UTC(2023, 5, 20, 0, index)).toISOString()
            if (given.do === 'crash') {
              const crash = inSystem(app.pool, async (db) => {
                await foldBatch(db, 3)
                throw new Error('the machine goes down')
              })
              await assert.rejects(crash, /goes down/)
            } else await inSystem(app.pool, (db) => carryOut(db, duties, ids, given, at))
          }
          await foldWaiting(app.pool, { limit: 5 })
          const [plain, rows] = await inSystem(app.pool, async (db) => [await recount(db), await kept(db)])
          assert.deepEqual(rows, plain)
          await rebuildPeriods(app.pool)
          assert.deepEqual(await inSystem(app.pool, kept), rows)
        }),
      ),
      { numRuns: Number(process.env.LOA_RUNS ?? 12) },
    )
  }),
)

test(
  'a batch that breaks off has done nothing, the next one does it; a change that is folded again changes nothing',
  withApp(async (app) => {
    await issuedCampaign(app)
    const duty = await acceptDuty(app.lan)
    await app.settle()
    await recordActivity(app.lan, duty, { quantity: 4 })
    const [waiting, rows] = [
      sql`select count(*)::int as n from figure_changes`,
      sql`select count(*)::int as n from period_figures`,
    ]
    const count = () => inSystem(app.pool, async (db) => [await one(db, waiting), await one(db, rows)])
    assert.deepEqual(await count(), [1, 0])
    await assert.rejects(
      inSystem(app.pool, async (db) => {
        await foldBatch(db)
        throw new Error('killed')
      }),
      /killed/,
    )
    assert.deepEqual(await count(), [1, 0])
    await app.settle()
    const after = await inSystem(app.pool, kept)
    assert.equal((await count())[0], 0)
    await inSystem(app.pool, (db) =>
      db.run(sql`insert into figure_changes (owner_unit_id, campaign_id, unit_id, indicator, day, topics)
        select owner_unit_id, campaign_id, unit_id, 'visual.banner', happened_on, '{}' from activities`),
    )
    await foldWaiting(app.pool)
    assert.deepEqual(await inSystem(app.pool, kept), after)
  }),
)
