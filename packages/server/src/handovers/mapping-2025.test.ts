/**
 * The rearrangement of 1 July 2025 (resolutions 1654–1687/NQ-UBTVQH15) cut through a running campaign: 10,035 communes to
 * 3,321, of which many were divided. Whatever the campaign looks like, no duty is lost and none doubled.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parseUnitsCsv } from '@loa/documents'
import fc from 'fast-check'
import { z } from 'zod'
import { boardTotals, listBoard } from '../campaigns/board-queries.ts'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { cutDirectory, type Follows } from '../testing/directory.ts'
import { withApp } from '../testing/with-app.ts'
import { passOn, takeBackDuties } from './pass-on.ts'
import { listHandovers, saveDecision } from './queries.ts'

const folder = join(import.meta.dirname, '../../../../examples/viet-nam')
const read = (name: string) => readFileSync(join(folder, name), 'utf8')
const cutDay = '2025-07-01'
const before = '2025-06-30'
const at = '2025-07-01T00:10:00Z'

/** Committees of communes: codes of their own, so that they stand beside whatever directory is there. */
const bodyOf = (code: string) => `UB-${code}`
const old = parseUnitsCsv(read('communes-until-2025-06-30.csv')).filter(({ validTo }) => validTo === before)
const young = parseUnitsCsv(read('units-from-2025-07-01.csv')).filter(
  ({ validFrom, code }) => validFrom === cutDay && code.length === 5,
)
const mapping: Follows[] = read('commune-mapping-2025-07-01.csv')
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => line.split(','))
  .map(([from = '', to = '', share]) => ({
    from: bodyOf(from),
    to: bodyOf(to),
    share: share === 'full' ? 'full' : 'partial',
  }))
const follows = Map.groupBy(mapping, ({ from }) => from)
/** Where the whole of it went, when it went to one place. */
const soleHeir = (code: string) => {
  const all = follows.get(bodyOf(code)) ?? []
  return all.length === 1 && all[0]?.share === 'full' ? all[0].to : null
}

interface Given {
  code: string
  state: 'assigned' | 'accepted' | 'declined' | 'done'
  /** Claimed and proved banners; null: not reported. */
  banners: { proved: number; claimed: number } | null
}

/** The units of the old and the new day, each with its committee. */
const laysOut = async (db: Database, communes: readonly { code: string; fullName: string }[]) => {
  await db.run(sql`insert into units (code, name, full_name, type)
    select code, name, name, 'commune-committee' from jsonb_to_recordset(${JSON.stringify(
      communes.map(({ code, fullName }) => ({ code: bodyOf(code), name: `Ủy ban nhân dân ${fullName}` })),
    )}::jsonb) as r(code text, name text)`)
}

const campaignOf = async (db: Database, given: Given[]): Promise<number> => {
  const { id, owner } = await db.one(
    z.object({ id: z.number(), owner: z.number() }),
    sql`insert into campaigns (owner_unit_id, title, state) select operator_unit_id, 'Đợt thử', 'running' from installation
        returning id, owner_unit_id as owner`,
  )
  const rows = given.map((each, index) => ({
    ...each,
    code: bodyOf(each.code),
    ordinal: index + 1,
    reason: 'không có',
  }))
  await db.run(sql`insert into campaign_forms (campaign_id, form, text) values (${id}, 'visual', 'băng rôn')`)
  await db.run(sql`insert into campaign_units (campaign_id, unit_id, ordinal, phrase)
    select ${id}, u.id, r.ordinal, 'UBND các xã' from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(code text, ordinal int)
    join units u on u.code = r.code`)
  await db.run(sql`insert into duties (campaign_id, unit_id, holder_unit_id, owner_unit_id, state, reason)
    select ${id}, u.id, u.id, ${owner}, r.state, case when r.state = 'declined' then r.reason end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(code text, state text, reason text) join units u on u.code = r.code`)
  await db.run(sql`insert into figures (campaign_id, unit_id, owner_unit_id, indicator, declared, proved, claimed, doubted, activities, last_at)
    select ${id}, u.id, ${owner}, 'visual.banner', (r.banners ->> 'proved')::int + (r.banners ->> 'claimed')::int,
      (r.banners ->> 'proved')::int, (r.banners ->> 'claimed')::int, 0, 1, ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(code text, banners jsonb)
    join units u on u.code = r.code where jsonb_typeof(r.banners) = 'object'`)
  return id
}

const boards = async (db: Database, campaignId: number) => {
  const of = (units: 'then' | 'today') =>
    listBoard(
      db,
      { campaignId, units, at: { day: cutDay, now: `${cutDay}T00:00:00Z` } },
      { after: 0, limit: 20_000 },
    )
  const sum = (rows: Awaited<ReturnType<typeof of>>) =>
    rows.reduce(
      (total, { cells }) => ({
        declared: total.declared + (cells['visual.banner']?.declared ?? 0),
        proved: total.proved + (cells['visual.banner']?.proved ?? 0),
      }),
      { declared: 0, proved: 0 },
    )
  const [then, today] = [await of('then'), await of('today')]
  const [total] = await boardTotals(db, campaignId)
  return {
    then,
    today,
    sums: [
      sum(then),
      sum(today),
      { declared: total?.total?.declared ?? 0, proved: total?.total?.proved ?? 0 },
    ],
  }
}

const holders = (db: Database, campaignId: number) =>
  db.many(
    z.object({ unit: z.string(), holder: z.string(), state: z.string() }),
    sql`select u.code as unit, h.code || ' ' || coalesce(h.valid_from::text, '') as holder, d.state from duties d
        join units u on u.id = d.unit_id join units h on h.id = d.holder_unit_id
        where d.campaign_id = ${campaignId} order by d.id`,
  )

/** What must hold of any campaign after the cut, before and after people have chosen. */
const checkLaws = async (db: Database, campaignId: number, given: Given[]) => {
  const { then, today, sums } = await boards(db, campaignId)
  assert.equal(then.length, given.length, 'every unit of then is there')
  const parts = today.flatMap((row) => row.parts.map(({ dutyId }) => dutyId))
  assert.equal(parts.length, given.length, 'no duty is lost')
  assert.equal(new Set(parts).size, given.length, 'no duty is doubled')
  assert.deepEqual(sums[0], sums[1], 'totals by units of then and of today')
  assert.deepEqual(sums[0], sums[2], 'totals of the campaign')
  return today
}

test('the lists of the two days are whole: 10,035 communes, 3,321 communes, and a successor for each', () => {
  assert.equal(old.length, 10_035)
  assert.equal(young.length, 3321)
  assert.equal(old.filter(({ code }) => !follows.has(bodyOf(code))).length, 0)
})

test(
  'the whole country: every duty goes to the one successor or waits for a choice, and the totals stay',
  withApp(({ pool }) =>
    pool.transaction('system', async (db) => {
      await laysOut(db, old)
      const given = old.map(
        ({ code }, index): Given => ({
          code,
          state: (['assigned', 'accepted', 'declined', 'done'] as const)[index % 4] ?? 'assigned',
          banners: index % 3 === 0 ? null : { proved: index % 7, claimed: (index % 5) + 1 },
        }),
      )
      const campaignId = await campaignOf(db, given)
      await cut(db, old)
      await passOn(db, { day: cutDay, at })
      const today = await checkLaws(db, campaignId, given)
      const divided = old.filter(({ code }) => soleHeir(code) === null)
      assert.equal(divided.length > 300, true, 'many communes were divided')
      assert.equal(today.filter((row) => row.undecided).length, divided.length)
      const open = given.filter(
        ({ code, state }) => soleHeir(code) === null && (state === 'assigned' || state === 'accepted'),
      )
      const asked = await listHandovers(db, {
        open: true,
        campaign: campaignId,
        before: 2 ** 31 - 1,
        limit: 20_000,
      })
      assert.equal(asked.length, open.length)
    }),
  ),
)

const cut = (db: Database, communes: readonly { code: string }[]) => {
  const codes = new Set(communes.map(({ code }) => bodyOf(code)))
  const rows = mapping.filter(({ from }) => codes.has(from))
  const targets = new Set(rows.map(({ to }) => to))
  return cutDirectory(db, {
    on: cutDay,
    act: 'Nghị quyết của Ủy ban Thường vụ Quốc hội về sắp xếp đơn vị hành chính cấp xã năm 2025',
    ended: [...codes],
    begun: young
      .filter(({ code }) => targets.has(bodyOf(code)))
      .map(({ code, fullName }) => ({
        code: bodyOf(code),
        name: `Ủy ban nhân dân ${fullName}`,
        type: 'commune-committee',
      })),
    follows: rows,
  })
}

const givenUnits = fc
  .uniqueArray(fc.nat(old.length - 1), { minLength: 1, maxLength: 40 })
  // Divided ones are one in ten: half of each draw is taken from them, so that questions are asked.
  .chain((picks) =>
    fc.tuple(
      ...picks.map((pick, index) =>
        fc.record({
          code: fc.constant((index % 2 === 0 ? dividedOld[pick % dividedOld.length] : old[pick])?.code ?? ''),
          state: fc.constantFrom(
            'assigned' as const,
            'accepted' as const,
            'declined' as const,
            'done' as const,
          ),
          banners: fc.option(fc.record({ proved: fc.nat(500), claimed: fc.integer({ min: 1, max: 500 }) })),
        }),
      ),
    ),
  )
  .map((given) => [...new Map(given.map((each) => [each.code, each])).values()])
const dividedOld = old.filter(({ code }) => soleHeir(code) === null)

test(
  'whatever the campaign: no duty lost, none doubled, totals equal, questions only where a unit was divided, and undone it is as before',
  withApp(async ({ pool }) => {
    const undo = new Error('undo')
    await fc.assert(
      fc.asyncProperty(givenUnits, fc.nat(), async (given, choice) => {
        await pool
          .transaction('system', async (db) => {
            const communes = old.filter(({ code }) => given.some((each) => each.code === code))
            await laysOut(db, communes)
            const campaignId = await campaignOf(db, given)
            const first = await holders(db, campaignId)
            const changeId = await cut(db, communes)
            await passOn(db, { day: cutDay, at })
            await checkLaws(db, campaignId, given)
            const passed = await holders(db, campaignId)
            for (const { unit, holder, state } of passed) {
              const heir = soleHeir(unit.slice('UB-'.length))
              assert.equal(holder, heir ? `${heir} ${cutDay}` : `${unit} `, `${unit} ${state}`)
            }
            assert.deepEqual(
              await passOn(db, { day: cutDay, at }),
              [],
              'a second time there is nothing to do',
            )

            const open = await listHandovers(db, {
              open: true,
              campaign: campaignId,
              before: 2 ** 31 - 1,
              limit: 1000,
            })
            for (const asked of open) {
              const chosen = asked.successors[choice % asked.successors.length]?.unit.id
              assert.ok(chosen, 'a divided unit has successors to choose from')
              await saveDecision(db, { ids: [asked.id], toUnitId: chosen, by: 'ha', at })
            }
            await checkLaws(db, campaignId, given)
            const left = (await holders(db, campaignId)).filter(({ unit, holder }) => holder === `${unit} `)
            // Done and declined duties of divided units stay under the old name: nobody is asked about what is over.
            assert.ok(left.every(({ state }) => state === 'done' || state === 'declined'))

            await takeBackDuties(db, changeId)
            assert.deepEqual(await holders(db, campaignId), first, 'undone, everything is where it was')
            throw undo
          })
          .catch((error: unknown) => {
            if (error !== undo) throw error
          })
      }),
      { numRuns: 60 },
    )
  }),
)
