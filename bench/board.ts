/**
 * The board of a campaign after five years of a province (5,000 dispatches, 1,200,000 deliveries), while twenty others work:
 * p95 of the whole request beside the fastest single SQL that yields the same rows (at most 3 ×), and the same with a tenth of the
 * old dispatches, by which it must not grow.
 *
 * LOA_DISPATCHES=500 npm run bench -- board   (500 or more; fewer than 5,000, for trying out)
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { GetBoard } from '@loa/contract/campaigns'
import { ListDeliveries } from '@loa/contract/deliveries'
import { ListDispatches } from '@loa/contract/dispatches'
import { GetHome } from '@loa/contract/home'
import { ListOutRegister } from '@loa/contract/registers'
import pg from 'pg'
import pino from 'pino'
import { readConfig } from '../packages/server/src/config.ts'
import { startEmbedded } from '../packages/server/src/database/embedded.ts'
import { enterAs } from '../packages/server/src/in-process.ts'
import { openServer } from '../packages/server/src/server.ts'

const most = Number(process.env.LOA_DISPATCHES ?? 5000)
const units = 240
const others = 20
const samples = 200
/** One dispatch in so many starts a campaign with duties and figures. */
const everyCampaign = 50

const folder = mkdtempSync(join(tmpdir(), 'loa-board-'))
// Thrown away afterwards; with 256 MB of buffers, as a server of a province would have.
const database = await startEmbedded({
  dataDir: join(folder, 'pg'),
  durable: false,
  settings: { shared_buffers: '256MB', max_wal_size: '4GB', maintenance_work_mem: '256MB' },
})
const server = await openServer({
  config: readConfig({ LOA_DATA: folder, LOA_EXAMPLE: 'hai-duong' }),
  databaseUrl: database.url,
  logger: pino({ level: 'silent' }),
  webFolder: null,
  jobs: 'inline',
})
const client = new pg.Client({ connectionString: database.adminUrl.replace(/\/postgres(?=[?]|$)/, '/loa') })
await client.connect()
await client.query(`select set_config('loa.system', 'on', false), set_config('session_replication_role', 'replica', false);
  insert into units (code, name, full_name, type, parent_code)
    select 'B' || n, 'Xã ' || n, 'Ủy ban nhân dân xã ' || n, 'commune', 'HD-SVHTTDL' from generate_series(1, ${units}) n`)
const { rows: owners } = await client.query<{ id: number }>("select id from units where code = 'HD-SVHTTDL'")
const owner = owners[0]?.id ?? 0

/** Dispatches number `from` + 1 to `to`, the newest last; almost all of their deliveries are finished. */
const grow = (from: number, to: number) =>
  client.query(`
  create temp table made on commit drop as select n, timestamptz '2019-01-02 08:00+07' + n * interval '8 hours' as at
    from generate_series(${from + 1}, ${to}) n;
  insert into campaigns (owner_unit_id, title, state, period_from, period_to, created_at)
    select ${owner}, 'Đợt ' || n, 'running', at::date, at::date + 30, at from made where n % ${everyCampaign} = 0;
  insert into campaign_topics (campaign_id, ordinal, text)
    select c.id, 1, 'Nội dung' from campaigns c join made m on c.title = 'Đợt ' || m.n;
  insert into campaign_forms (campaign_id, form, text)
    select c.id, f, '' from campaigns c join made m on c.title = 'Đợt ' || m.n, unnest(array['visual', 'loudspeaker-car', 'website']) f;
  insert into campaign_units (campaign_id, unit_id, ordinal, phrase)
    select c.id, u.id, u.id, '' from campaigns c join made m on c.title = 'Đợt ' || m.n, units u where u.code ~ '^B[0-9]';
  insert into duties (campaign_id, unit_id, holder_unit_id, owner_unit_id, state, planned_at, updated_at)
    select c.id, u.id, u.id, ${owner}, 'accepted', m.at, m.at from campaigns c join made m on c.title = 'Đợt ' || m.n, units u
    where u.code ~ '^B[0-9]';
  insert into figures (campaign_id, unit_id, owner_unit_id, indicator, declared, proved, claimed, doubted, activities, last_at)
    select d.campaign_id, d.unit_id, ${owner}, i.code, 10, 7, 3, 0, 4, d.updated_at
    from duties d join campaigns c on c.id = d.campaign_id join made m on c.title = 'Đợt ' || m.n
      join (select code from indicators order by ordinal limit 12) i on (d.unit_id + length(i.code)) % 4 > 0;
  insert into duty_targets (duty_id, indicator, plan)
    select d.id, i.code, 12 from duties d join campaigns c on c.id = d.campaign_id join made m on c.title = 'Đợt ' || m.n
      join (select code from indicators order by ordinal limit 6) i on true;
  insert into dispatches (direction, owner_unit_id, state, tree, type, code, subject, issued_at, campaign_id, created_at, updated_at)
    select 'out', ${owner}, 'issued', '{"type": "cong-van"}', 'cong-van', n || '/SVHTTDL', 'Văn bản số ' || n, at,
      (select c.id from campaigns c where c.title = 'Đợt ' || n), at, at from made;
  insert into deliveries (dispatch_id, unit_id, holder_unit_id, owner_unit_id, campaign_id, status, handling, opened_at, updated_at)
    select d.id, u.id, u.id, ${owner}, d.campaign_id, s.status, s.status, d.issued_at, d.issued_at
    from dispatches d join made m on d.code = m.n || '/SVHTTDL', units u,
      lateral (select case when u.id % 17 = 0 then '01' else '03' end as status) s where u.code ~ '^B[0-9]';
  insert into delivery_statuses (delivery_id, status, at)
    select e.id, '01', e.updated_at from deliveries e join dispatches d on d.id = e.dispatch_id join made m on d.code = m.n || '/SVHTTDL';
  insert into number_series values (${owner}, 2019, 'cong-van', ${to}) on conflict do nothing;
  insert into dispatch_numbers (unit_id, year, series, number, state, dispatch_id, code, taken_at)
    select ${owner}, 2019 + m.n / 1000, 'cong-van', m.n, 'used', d.id, d.code, m.at
    from dispatches d join made m on d.code = m.n || '/SVHTTDL'`)

/** What the rows of the board are made of, in one statement without anything around it. */
const plain = `
  select u.id, u.code, u.name, u.full_name, cu.ordinal, du.id as duty_id, du.state, du.planned_at, de.id as delivery_id, de.status,
    de.opened_at, de.reason, greatest(de.updated_at, du.updated_at) as step_at, f.last_at, f.doubts, f.unproved, f.cells, t.plans,
    r.state as report, r.due_at, r.submitted_at
  from campaign_units cu join units u on u.id = cu.unit_id
    join duties du on du.campaign_id = cu.campaign_id and du.unit_id = cu.unit_id
    left join deliveries de on de.campaign_id = cu.campaign_id and de.unit_id = cu.unit_id
    left join (select unit_id, max(last_at) as last_at, count(*) filter (where doubted > 0) as doubts,
        count(*) filter (where claimed > 0) as unproved,
        jsonb_object_agg(indicator, jsonb_build_array(declared, proved, claimed, doubted, corrected, activities)) as cells
      from figures where campaign_id = $1 group by unit_id) f on f.unit_id = cu.unit_id
    left join (select duty_id, jsonb_object_agg(indicator, plan) as plans from duty_targets
      where duty_id in (select id from duties where campaign_id = $1) group by duty_id) t on t.duty_id = du.id
    left join lateral (select state, due_at, submitted_at from expected_reports e where e.duty_id = du.id
      order by e.id desc limit 1) r on true
  where cu.campaign_id = $1 order by cu.ordinal limit 101`

const worker = await enterAs(server.app, 'ha')
const busy = ['ha', 'mai', 'hung', 'quan'] as const
const entered = await Promise.all(busy.map((person) => enterAs(server.app, person)))

/** Twenty people, each with a request every half second. */
const workMeanwhile = (campaign: number) => {
  let isOver = false
  const person = async (at: number) => {
    const me = entered[at % entered.length] ?? worker
    await pause(25 * at)
    for (let turn = at; !isOver; turn++) {
      if (turn % 4 === 0) await me.call(GetBoard, { params: { id: campaign }, query: { limit: 100 } })
      if (turn % 4 === 1) await me.call(GetHome)
      if (turn % 4 === 2) await me.call(ListDeliveries, { query: { box: 'out', limit: 50 } })
      if (turn % 4 === 3)
        await (at % 2
          ? me.call(ListDispatches, { query: { direction: 'out' } })
          : me.call(ListOutRegister, { params: { year: 2020 } }))
      await pause(500)
    }
  }
  const all = Promise.all(Array.from({ length: others }, (_, at) => person(at)))
  return async () => {
    isOver = true
    await all
  }
}

const p95 = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? 0
const timed = async (work: () => Promise<unknown>) => {
  const began = performance.now()
  await work()
  return performance.now() - began
}

const measure = async () => {
  await client.query('analyze')
  const { rows } = await client.query<{ id: number }>('select max(id)::int as id from campaigns')
  const id = rows[0]?.id ?? 0
  const stop = workMeanwhile(id)
  const times: [number[], number[]] = [[], []]
  const ways = [
    () => worker.call(GetBoard, { params: { id }, query: { limit: 100 } }),
    () => client.query({ name: 'plain', text: plain, values: [id] }),
  ]
  for (let round = -20; round < samples; round++)
    for (const [side, work] of ways.entries()) {
      const ms = await timed(work)
      if (round >= 0) times[side]?.push(ms)
    }
  await stop()
  return { board: p95(times[0]), plain: p95(times[1]) }
}

await grow(0, most / 10)
const before = await measure()
await grow(most / 10, most)
const after = await measure()
const { rows: counts } = await client.query(
  'select (select count(*) from dispatches) as dispatches, (select count(*) from deliveries) as deliveries',
)
const say = ({ board, plain }: typeof after) =>
  `Loa ${board.toFixed(1)} ms · one SQL ${plain.toFixed(1)} ms · Loa/SQL ${(board / plain).toFixed(2)}`
console.log(`  p95 of ${samples}, with ${others} others working`)
console.log(`  a tenth of the old dispatches: ${say(before)}`)
console.log(`  ${counts[0].dispatches} dispatches, ${counts[0].deliveries} deliveries: ${say(after)}`)
console.log(`  ten times as many old dispatches: × ${(after.board / before.board).toFixed(2)}`)

await client.end()
await server.close()
await database.stop()
rmSync(folder, { recursive: true, force: true })
