/**
 * Which PostgreSQL driver: `pg` or postgres.js, on what a request of ours does: begin, say who asks, read one row by its
 * key, append an event, commit; through a Hono handler over loopback HTTP, on the embedded server.
 *
 * postgres.js is no dependency of Loa. Install it anywhere else and name its entry file:
 * LOA_POSTGRES_JS=/somewhere/node_modules/postgres/src/index.js npm run bench -- driver
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import pg from 'pg'
import { startEmbedded } from '../packages/server/src/database/embedded.ts'

const rounds = 7
const secondsARound = 1.5
const rows = 1000

/** One request: the row, after the event about it is saved. */
interface Driver {
  name: string
  request(id: number): Promise<unknown>
  close(): Promise<void>
}

const texts = {
  who: `select set_config('loa.actor', $1, true), set_config('loa.unit', $2, true)`,
  row: 'select id, title, status, changed_at from activities where id = $1',
  event: 'insert into happenings (actor, kind, subject, detail) values ($1, $2, $3, $4)',
}
const detail = { form: 'visual', quantity: 3 }

const withPg = (url: string, isNamed: boolean): Driver => {
  const pool = new pg.Pool({ connectionString: url, max: 16 })
  const query = (client: pg.PoolClient, name: keyof typeof texts, values: unknown[]) =>
    client.query(isNamed ? { name, text: texts[name], values } : { text: texts[name], values })
  return {
    name: isNamed ? 'pg, named statements' : 'pg',
    request: async (id) => {
      const client = await pool.connect()
      try {
        await client.query('begin')
        await query(client, 'who', ['lan', '42'])
        const found = await query(client, 'row', [id])
        await query(client, 'event', ['lan', 'activity.seen', id, JSON.stringify(detail)])
        await client.query('commit')
        return found.rows[0]
      } catch (error) {
        await client.query('rollback')
        throw error
      } finally {
        client.release()
      }
    },
    close: () => pool.end(),
  }
}

/** What we use of postgres.js, which is not installed where types are checked. */
type Postgres = (options: {
  path: string
  user: string
  pass: string
  database: string
  max: number
}) => PostgresSql
interface PostgresSql {
  begin<Result>(work: (sql: PostgresTag) => Promise<Result>): Promise<Result>
  end(): Promise<void>
}
interface PostgresTag {
  (parts: TemplateStringsArray, ...values: unknown[]): Promise<unknown[]>
  json(value: unknown): unknown
}

const withPostgresJs = (postgres: Postgres, url: string): Driver => {
  const parts = new URL(url.replace('@/', '@socket/'))
  const pool = postgres({
    path: `${parts.searchParams.get('host')}/.s.PGSQL.5432`,
    user: parts.username,
    pass: parts.password,
    database: parts.pathname.slice(1),
    max: 16,
  })
  return {
    name: 'postgres.js',
    request: (id) =>
      pool.begin(async (sql) => {
        await sql`select set_config('loa.actor', ${'lan'}, true), set_config('loa.unit', ${'42'}, true)`
        const found = await sql`select id, title, status, changed_at from activities where id = ${id}`
        await sql`insert into happenings (actor, kind, subject, detail) values (${'lan'}, ${'activity.seen'}, ${id}, ${sql.json(detail)})`
        return found[0]
      }),
    close: () => pool.end(),
  }
}

/** Requests a second with so many in flight, over connections that stay open. */
const measure = async (driver: Driver, inFlight: number): Promise<number> => {
  const app = new Hono().get('/activities/:id', async (c) =>
    c.json((await driver.request(Number(c.req.param('id')))) ?? {}),
  )
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const starting = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(starting))
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight })
  const ask = (id: number) =>
    new Promise<void>((resolve, reject) => {
      get({ port, host: '127.0.0.1', path: `/activities/${id}`, agent }, (answer) => {
        if (answer.statusCode !== 200) reject(new Error(`${driver.name}: ${answer.statusCode}`))
        answer.resume().on('end', resolve)
      }).on('error', reject)
    })
  let done = 0
  const began = performance.now()
  const end = began + secondsARound * 1000
  const client = async () => {
    while (performance.now() < end) {
      done += 1
      await ask((done % rows) + 1)
    }
  }
  await Promise.all(Array.from({ length: inFlight }, client))
  const rate = (done / (performance.now() - began)) * 1000
  agent.destroy()
  await new Promise((resolve) => server.close(resolve))
  return rate
}

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN

const folder = await mkdtemp(join(tmpdir(), 'loa-driver-'))
// Each driver keeps its pool open.
const database = await startEmbedded({ dataDir: folder, settings: { max_connections: '80' } })
const admin = new pg.Client({ connectionString: database.adminUrl })
await admin.connect()
const owner = new pg.Client({ connectionString: database.url })
await owner.connect()
await owner.query(`
  create table activities (id int primary key, title text not null, status text not null, changed_at timestamptz not null);
  insert into activities select n, 'Treo pano số ' || n, 'planned', now() from generate_series(1, ${rows}) n;
  create table happenings (id bigint generated always as identity primary key, at timestamptz not null default now(),
    actor text not null, kind text not null, subject int not null, detail jsonb not null)`)
await owner.end()

const path = process.env.LOA_POSTGRES_JS
if (!path) console.log('postgres.js is left out: LOA_POSTGRES_JS does not name it.')
const postgres = path ? ((await import(path)) as { default: Postgres }).default : undefined

for (const durable of [true, false]) {
  await admin.query(`alter role loa set synchronous_commit = ${durable ? 'on' : 'off'}`)
  console.log(
    durable ? '\neach commit waits for the disk' : '\nno commit waits for the disk (the driver alone)',
  )
  const drivers = [withPg(database.url, false), withPg(database.url, true)]
  if (postgres) drivers.push(withPostgresJs(postgres, database.url))
  for (const inFlight of [1, 16]) {
    const rates = new Map(drivers.map((driver): [string, number[]] => [driver.name, []]))
    for (const driver of drivers) await measure(driver, inFlight)
    for (let round = 0; round < rounds; round += 1)
      for (const driver of drivers) rates.get(driver.name)?.push(await measure(driver, inFlight))
    const base = median(rates.get('pg') ?? [])
    for (const [name, all] of rates) {
      const rate = median(all)
      const ratio = (rate / base).toFixed(2)
      console.log(
        `  ${String(inFlight).padStart(2)} in flight  ${name.padEnd(22)} ${rate.toFixed(0).padStart(6)}/s  ${ratio} × pg`,
      )
    }
  }
  for (const driver of drivers) await driver.close()
}

await admin.end()
await database.stop()
await rm(folder, { recursive: true })
