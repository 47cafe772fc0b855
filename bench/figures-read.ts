/**
 * A province's annex over five years of activities: all units × indicators of a period from the roll-ups, against an indexed
 * read of as many rows of a plain table (at most 2 ×), and against the scan that computes the same from the activities (at
 * least 300 × faster); and the same again with ten times as many activities, by which it must not grow.
 *
 * LOA_ACTIVITIES=500000 npm run bench -- figures-read   (fewer than 5,000,000, for trying out)
 */
import { yearPart } from '../packages/contract/src/periods.ts'
import { sql } from '../packages/server/src/database/sql.ts'
import { periodAnnex } from '../packages/server/src/figures/annex-queries.ts'
import { rebuildPeriods } from '../packages/server/src/figures/fold-periods.ts'
import { UnitValue, valuesIn } from '../packages/server/src/figures/period-queries.ts'
import { median } from './interleaved.ts'
import { makeProvince } from './province-figures.ts'

const most = Number(process.env.LOA_ACTIVITIES ?? 5_000_000)
const rounds = 31
const periods = {
  month: yearPart('administrative', 'month', 2022, 5),
  quarter: yearPart('calendar', 'quarter', 2022, 2),
  year: yearPart('administrative', 'year', 2022),
}

const province = await makeProvince()
const { pool, client, owner } = province
const scope = { ownerUnitId: owner, campaignId: null, topicId: null }
const timed = async (work: () => Promise<unknown>) => {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** Round by round in turns, so that all meet the same machine. */
const measure = async (period: (typeof periods)['month']) => {
  const read = () => pool.transaction('system', (db) => valuesIn(db, scope, period))
  const rows = await read()
  await client.query(`drop table if exists plain;
    create table plain as select n as period, f.* from generate_series(1, 20) n,
      (select unit_id, indicator, declared, proved, claimed, doubted, corrected, activities, last_at from period_figures
        where owner_unit_id = ${owner} and campaign_id = 0 and topic_id = 0 and kind = 'adm-year' limit ${rows.length}) f;
    alter table plain add primary key (period, unit_id, indicator, declared, activities); grant select on plain to public`)
  await client.query('vacuum analyze plain')
  const plain = () =>
    pool.transaction('system', (db) =>
      db.many(
        UnitValue,
        sql`select unit_id, indicator, declared, proved, claimed, doubted, corrected, activities, last_at
          from plain where period = ${7}`,
      ),
    )
  const times: [number[], number[]] = [[], []]
  for (let round = -5; round < rounds; round++)
    for (const [side, work] of [read, plain].entries()) {
      const ms = await timed(work)
      if (round >= 0) times[side]?.push(ms)
    }
  const whole = await timed(() =>
    pool.transaction('system', (db) => periodAnnex(db, { ...scope, period, units: 'today' })),
  )
  return { rows: rows.length, read: median(times[0]), plain: median(times[1]), whole }
}

/** What there would be to do without roll-ups. */
const scan = async ({ from, to }: { from: string; to: string }) => {
  const times: number[] = []
  for (let round = 0; round < 3; round++)
    times.push(
      await timed(() =>
        client.query(
          `select a.unit_id, q.indicator, sum(q.quantity), sum(q.quantity) filter (where a.standing = 'proved'),
             sum(q.quantity) filter (where a.standing = 'claimed'), count(*), max(a.updated_at)
           from activities a join activity_quantities q on q.activity_id = a.id
           where a.owner_unit_id = $1 and a.happened_on between $2 and $3 group by 1, 2`,
          [owner, from, to],
        ),
      ),
    )
  return median(times)
}

try {
  const first = new Map<string, number>()
  for (const activities of [Math.round(most / 10), most]) {
    const making = await timed(() => province.growTo(activities))
    const folding = await timed(() => rebuildPeriods(pool))
    await client.query('vacuum analyze period_figures')
    const { rows } = await client.query<{ n: string; size: string; all: string }>(
      `select count(*) as n, pg_size_pretty(pg_total_relation_size('period_figures')) as size,
         pg_size_pretty(pg_total_relation_size('activities') + pg_total_relation_size('activity_quantities')) as all from period_figures`,
    )
    console.log(
      `  ${activities} activities (${rows[0]?.all}), made in ${Math.round(making / 1000)} s; ${rows[0]?.n} rows of roll-ups (${rows[0]?.size}), all folded in ${Math.round(folding / 1000)} s`,
    )
    for (const [name, period] of Object.entries(periods)) {
      const { rows, read, plain, whole } = await measure(period)
      const scanned = await scan(period)
      const before = first.get(name)
      first.set(name, read)
      console.log(
        `  ${name.padEnd(8)} ${rows} rows  Loa ${read.toFixed(2)} ms · plain read ${plain.toFixed(2)} ms · Loa/plain ${(read / plain).toFixed(2)} · scan ${scanned.toFixed(0)} ms · scan/Loa ${(scanned / read).toFixed(0)}${before ? ` · as with a tenth of the activities × ${(read / before).toFixed(2)}` : ''} · whole annex with cumulative, last year, plan ${whole.toFixed(0)} ms`,
      )
    }
  }
} finally {
  await pool.close()
  await province.close()
}
