/**
 * The whole country with its history into the directory (15,348 units and 10,599 rows of mapping: read from the files in the child
 * process, compared with what is there, written with their successions, indexes, triggers and row-level security) beside a
 * bare `COPY` of the same rows into tables without a key, on the same embedded PostgreSQL that waits for its disk.
 *
 * The limit is 5 × COPY + 10 s. Rounds are interleaved; each import is taken back before the next.
 */
import { chmod, copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import pino from 'pino'
import {
  ApplyUnitImport,
  GetUnitImport,
  StartCountryImport,
  UndoUnitImport,
} from '../packages/contract/src/unit-imports.ts'
import { readConfig } from '../packages/server/src/config.ts'
import { startEmbedded } from '../packages/server/src/database/embedded.ts'
import { enterAs } from '../packages/server/src/in-process.ts'
import { openServer } from '../packages/server/src/server.ts'

const rounds = 7
const lists = [
  'provinces-districts-until-2025-06-30.csv',
  'communes-until-2025-06-30.csv',
  'units-from-2025-07-01.csv',
]
const mapping = 'commune-mapping-2025-07-01.csv'
const source = join(import.meta.dirname, '../examples/viet-nam')

const folder = await mkdtemp(join(tmpdir(), 'loa-import-'))
await chmod(folder, 0o755)
for (const name of [...lists, mapping]) {
  await copyFile(join(source, name), join(folder, name))
  await chmod(join(folder, name), 0o644)
}
const database = await startEmbedded({ dataDir: join(folder, 'data') })
const server = await openServer({
  config: readConfig({ LOA_DATA: join(folder, 'data'), LOA_EXAMPLE: 'hai-duong' }),
  databaseUrl: database.url,
  logger: pino({ level: 'silent' }),
  webFolder: null,
  jobs: 'inline',
})
const admin = new pg.Client({ connectionString: database.adminUrl.replace(/\/[^/?]*(?=\?|$)/, '/loa') })
await admin.connect()
const ha = await enterAs(server.app, 'ha')

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

const copy = async () => {
  await admin.query(`create table bare_units (code text, name text, full_name text, type text, parent_code text,
    valid_from date, valid_to date, merged_into text); create table bare_mapping (old text, new text, kind text)`)
  const took = await seconds(async () => {
    await admin.query('begin')
    for (const name of lists) await admin.query(`copy bare_units from '${join(folder, name)}' csv header`)
    await admin.query(`copy bare_mapping from '${join(folder, mapping)}' csv header`)
    await admin.query('commit')
  })
  await admin.query('drop table bare_units, bare_mapping')
  return took
}

let id = 0
const show = () => ha.call(GetUnitImport, { params: { id } })
const compare = () =>
  seconds(async () => {
    id = (await ha.call(StartCountryImport)).import.id
    await server.settle()
  })
const write = async () => {
  const { digest } = await show()
  const took = await seconds(async () => {
    await ha.call(ApplyUnitImport, { params: { id }, body: { digest: digest ?? '' } })
    await server.settle()
  })
  const { state, summary } = await show()
  if (state !== 'applied' || summary?.rows.add !== 15_100)
    throw new Error(`${state}: ${JSON.stringify(summary?.rows)}`)
  return took
}
const undo = () =>
  seconds(async () => {
    await ha.call(UndoUnitImport, { params: { id } })
    await server.settle()
    if ((await show()).state !== 'undone') throw new Error('not taken back')
  })

const took = { copy: [], compare: [], write: [], whole: [], undo: [] } as Record<string, number[]>
for (let round = 0; round <= rounds; round++) {
  const copied = await copy()
  const compared = await compare()
  const written = await write()
  const undone = await undo()
  // The first round warms up: the child process, the plans, the caches.
  if (round === 0) continue
  took.copy?.push(copied)
  took.compare?.push(compared)
  took.write?.push(written)
  took.whole?.push(compared + written)
  took.undo?.push(undone)
}
const median = (numbers: number[] = []) =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN
const words = (name: string) => {
  const sorted = (took[name] ?? []).toSorted((a, b) => a - b)
  return `${median(sorted).toFixed(2)} s (${sorted[0]?.toFixed(2)}–${sorted.at(-1)?.toFixed(2)})`
}
const limit = 5 * median(took.copy) + 10
console.log(`  bare COPY                    ${words('copy')}`)
console.log(`  read the files and compare   ${words('compare')}`)
console.log(`  compare again and write      ${words('write')}`)
console.log(
  `  the whole import             ${words('whole')}  ${(median(took.whole) / median(took.copy)).toFixed(1)} × COPY`,
)
console.log(`  limit 5 × COPY + 10 s        ${limit.toFixed(2)} s`)
console.log(`  undo                         ${words('undo')}`)
if (median(took.whole) > limit) process.exitCode = 1

await admin.end()
await server.close()
await database.stop()
await rm(folder, { recursive: true })
