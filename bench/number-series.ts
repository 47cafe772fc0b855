/**
 * Numbers a second from one series, sixteen clerks at once, each commit on the disk: the step "Cấp số" of Loa through the whole
 * app, and its numbering alone, beside the least that a gap-free series must do (raise one row, keep one row, commit).
 * A row that all wait for lets one commit pass at a time: that is the limit of every gap-free series.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NumberDispatch } from '@loa/contract/dispatches'
import pg from 'pg'
import pino from 'pino'
import { readConfig } from '../packages/server/src/config.ts'
import { startEmbedded } from '../packages/server/src/database/embedded.ts'
import { enterAs } from '../packages/server/src/in-process.ts'
import { takeNumber } from '../packages/server/src/numbers/queries.ts'
import { insertSigned } from '../packages/server/src/numbers/testing.ts'
import { openServer } from '../packages/server/src/server.ts'
import { median } from './interleaved.ts'

const clerks = 16
const each = 200
const rounds = 5

const folder = mkdtempSync(join(tmpdir(), 'loa-numbers-'))
const database = await startEmbedded({ dataDir: join(folder, 'pg') })
const server = await openServer({
  config: readConfig({ LOA_DATA: folder, LOA_EXAMPLE: 'hai-duong' }),
  databaseUrl: database.url,
  logger: pino({ level: 'silent' }),
  webFolder: null,
  jobs: 'inline',
})
const mai = await enterAs(server.app, 'mai')
const floor = new pg.Pool({ connectionString: database.url, max: clerks })
await floor.query(`create table floor_series (id int primary key, last int not null);
  create table floor_numbers (series int not null, number int not null, dispatch_id int not null, primary key (series, number));
  insert into floor_series values (1, 0)`)

const inTurn = async (ids: readonly number[], work: (id: number) => Promise<unknown>): Promise<number> => {
  const queue = [...ids]
  const began = performance.now()
  const clerk = async () => {
    for (let id = queue.shift(); id !== undefined; id = queue.shift()) await work(id)
  }
  await Promise.all(Array.from({ length: clerks }, clerk))
  return (ids.length / (performance.now() - began)) * 1000
}

const least = async (id: number) => {
  const client = await floor.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query('update floor_series set last = last + 1 where id = 1 returning last')
    await client.query('insert into floor_numbers values (1, $1, $2)', [rows[0].last, id])
    await client.query('commit')
  } finally {
    client.release()
  }
}
const at = new Date().toISOString()
const numbering = (unitId: number) => (dispatchId: number) =>
  server.pool.transaction('system', (db) =>
    takeNumber(db, { dispatchId, unitId, year: 2001, series: 'bench', by: 'mai', at }),
  )
const step = (id: number) => mai.call(NumberDispatch, { params: { id }, body: { version: 1 } })

const rates = { least: [] as number[], numbering: [] as number[], step: [] as number[] }
for (let round = -1; round < rounds; round++) {
  const fresh = () => server.pool.transaction('system', (db) => insertSigned(db, each))
  const ids = await fresh()
  const unitId = await unitOf(ids[0] ?? 0)
  const found = {
    least: await inTurn(ids, least),
    numbering: await inTurn(await fresh(), numbering(unitId)),
    step: await inTurn(ids, step),
  }
  if (round >= 0)
    for (const [name, rate] of Object.entries(found)) rates[name as keyof typeof rates].push(rate)
}
async function unitOf(id: number): Promise<number> {
  const { rows } = await floor.query(
    `select set_config('loa.system', 'on', false), (select owner_unit_id from dispatches where id = $1) as unit`,
    [id],
  )
  return rows[0].unit
}

const [base, alone, whole] = [median(rates.least), median(rates.numbering), median(rates.step)]
console.log(`  the least a gap-free series must do ${base.toFixed(0)}/s`)
console.log(`  Loa, the numbering alone ${alone.toFixed(0)}/s · Loa/least ${(alone / base).toFixed(2)}`)
console.log(
  `  Loa, the whole step with its log entry ${whole.toFixed(0)}/s · Loa/least ${(whole / base).toFixed(2)}`,
)

await floor.end()
await server.close()
await database.stop()
rmSync(folder, { recursive: true, force: true })
