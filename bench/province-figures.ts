/**
 * A province's years of activities, made inside PostgreSQL: 257 units that each count twelve things for one campaign a month,
 * in two topics. Without safety, as it is thrown away; with 256 MB of buffers, as a server of a province would have.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type DatabasePool, openPool } from '../packages/server/src/database/database.ts'
import { startEmbedded } from '../packages/server/src/database/embedded.ts'
import { migrate } from '../packages/server/src/database/migrate.ts'

export const units = 257
export const indicators = 12
const months = 60

export interface Province {
  pool: DatabasePool
  client: pg.Client
  owner: number
  folder: string
  /** Adds activities until there are so many, in these days. */
  growTo(activities: number, days?: { from: string; days: number }): Promise<void>
  /** The quantities and topics of the activities again, where they were lost. */
  addParts(): Promise<void>
  close(): Promise<void>
}

export const makeProvince = async (durable = false): Promise<Province> => {
  const folder = mkdtempSync(join(tmpdir(), 'loa-figures-'))
  const server = await startEmbedded({
    dataDir: join(folder, 'pg'),
    durable,
    settings: { max_wal_size: '4GB', maintenance_work_mem: '256MB', shared_buffers: '256MB' },
  })
  await migrate(server.url)
  const client = new pg.Client({ connectionString: server.adminUrl.replace(/\/postgres(?=[?]|$)/, '/loa') })
  await client.connect()
  await client.query(
    "select set_config('loa.system', 'on', false), set_config('session_replication_role', 'replica', false)",
  )
  await client.query(`
    insert into units (code, name, full_name, type) select 'B' || n, 'Đơn vị ' || n, 'Đơn vị số ' || n, 'commune'
      from generate_series(0, ${units}) n;
    insert into people (id, name, email) values ('bench', 'Bench', 'bench@loa')`)
  const { rows } = await client.query<{ id: number }>("select id from units where code = 'B0'")
  const owner = rows[0]?.id ?? 0
  await client.query(`
    insert into campaigns (owner_unit_id, title, state, period_from, period_to)
      select ${owner}, 'Đợt ' || n, 'running', d, (d + interval '1 month')::date - 1
      from generate_series(0, ${months - 1}) n, lateral (select (date '2019-01-01' + n * interval '1 month')::date as d) s;
    insert into campaign_topics (campaign_id, ordinal, text) select c.id, n, 'Nội dung ' || n from campaigns c, generate_series(1, 2) n;
    insert into campaign_units (campaign_id, unit_id, ordinal, phrase)
      select c.id, u.id, u.id, '' from campaigns c, units u where u.code ~ '^B[1-9]';
    insert into duties (campaign_id, unit_id, holder_unit_id, owner_unit_id, state)
      select c.id, u.id, u.id, ${owner}, 'accepted' from campaigns c, units u where u.code ~ '^B[1-9]';
    analyze`)
  let there = 0
  return {
    pool: openPool(server.url, { max: 2 }),
    client,
    owner,
    folder,
    async growTo(activities, days = { from: '2019-01-01', days: 1826 }) {
      await client.query(growing(owner, days, there, activities))
      there = activities
    },
    async addParts() {
      await client.query(`insert into activity_quantities select * from spare_quantities;
        insert into activity_topics select * from spare_topics`)
    },
    async close() {
      await client.end()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Drawn by a number, so that every run makes the same; three in four are proved. */
const growing = (
  owner: number,
  { from: first, days }: { from: string; days: number },
  from: number,
  to: number,
) => `
  create temp table drawn on commit drop as
    select n, date '${first}' + (hashint8(n)::bigint & 2147483647)::int % ${days} as day,
      1 + (hashint8(n + 77)::bigint & 2147483647)::int % ${units} as unit,
      1 + (hashint8(n + 555)::bigint & 2147483647)::int % ${indicators} as thing,
      1 + (hashint8(n + 999)::bigint & 2147483647)::int % 30 as quantity
    from generate_series(${from + 1}::bigint, ${to}::bigint) n;
  drop index activities_figure, activities_duty, activities_week, activities_day;
  insert into activities (id, duty_id, campaign_id, unit_id, owner_unit_id, form, place, happened_on, note, state, standing,
      recorded_by)
    select lpad(to_hex(r.n), 32, '0')::uuid, d.id, d.campaign_id, d.unit_id, ${owner}, i.form, 'Nhà văn hóa thôn ' || r.n % 97, r.day, '',
      'submitted', case when r.n % 4 > 0 then 'proved' when r.n % 8 = 0 then 'doubted' else 'claimed' end, 'bench'
    from drawn r
    join campaigns c on r.day between c.period_from and c.period_to
    join units u on u.code = 'B' || r.unit
    join duties d on d.campaign_id = c.id and d.unit_id = u.id
    join (${things}) i on i.place = r.thing
    order by r.n;
  insert into activity_quantities (activity_id, indicator, ordinal, quantity)
    select lpad(to_hex(r.n), 32, '0')::uuid, i.code, 0, r.quantity from drawn r join (${things}) i on i.place = r.thing order by r.n;
  insert into activity_topics (activity_id, topic_id)
    select lpad(to_hex(r.n), 32, '0')::uuid, t.id from drawn r
    join campaigns c on r.day between c.period_from and c.period_to
    join campaign_topics t on t.campaign_id = c.id and t.ordinal = 1 + r.n % 2 order by r.n;
  create index activities_figure on activities (campaign_id, unit_id);
  create index activities_duty on activities (duty_id, happened_on desc, id);
  create index activities_week on activities (owner_unit_id, updated_at desc);
  create index activities_day on activities (owner_unit_id, unit_id, happened_on);
  analyze activities; analyze activity_quantities; analyze activity_topics`
const things = `select row_number() over (order by ordinal) as place, code, form from indicators where aggregation = 'sum' order by ordinal limit ${indicators}`
