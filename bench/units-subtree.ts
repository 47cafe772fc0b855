/**
 * The whole country through time: a subtree on a day against an indexed read of the same rows by their ids, and a search
 * of the whole history against a plain count of it. Filled from the CSV files of `examples/viet-nam/`.
 *
 * LOA_UNITS_CSV=/somewhere npm run bench -- units-subtree   (another folder with the same files)
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { parseUnitsCsv } from '../packages/documents/src/plan/units-csv.ts'
import { openPool } from '../packages/server/src/database/database.ts'
import { startEmbedded } from '../packages/server/src/database/embedded.ts'
import { migrate } from '../packages/server/src/database/migrate.ts'
import { type Sql, sql } from '../packages/server/src/database/sql.ts'
import { matches, saveUnits } from '../packages/server/src/units/queries.ts'
import { subtreeSql } from '../packages/server/src/units/subtree.ts'

const rounds = 41
const folder = process.env.LOA_UNITS_CSV ?? join(import.meta.dirname, '../examples/viet-nam')
/** Rows of the directory; the mapping of old to new communes is another table. */
const files = existsSync(folder)
  ? readdirSync(folder).filter((name) => /^(?:provinces|communes|units).*\.csv$/.test(name))
  : []
if (files.length === 0) throw new Error(`no CSV files in ${folder}`)
const home = mkdtempSync(join(tmpdir(), 'loa-bench-'))
const server = await startEmbedded({ dataDir: join(home, 'pg'), durable: false })
const client = new pg.Client({ connectionString: server.url })

/** Milliseconds, the middle one of all rounds; the two take turns, so that both see the same machine. */
const compare = async (name: string, ours: Sql, plain: Sql): Promise<void> => {
  const times: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++)
    for (const [index, { text, values }] of [ours, plain].entries()) {
      const start = performance.now()
      await client.query({ name: `${name} ${index}`, text, values })
      if (round >= 5) times[index]?.push(performance.now() - start)
    }
  const [a, b] = times.map((list) => list.sort((x, y) => x - y)[Math.floor(list.length / 2)] ?? Number.NaN)
  console.log(
    `  ${name.padEnd(58)} ${fixed(a)} ms  against ${fixed(b)} ms  = ${((a ?? 0) / (b ?? 1)).toFixed(2)} ×`,
  )
}
const fixed = (ms: number | undefined) => (ms ?? Number.NaN).toFixed(2).padStart(7)

const idsOf = async ({ text, values }: Sql): Promise<number[]> =>
  (await client.query(text, values)).rows.map((row: { id: number }) => row.id)

const compareSubtree = async (name: string, code: string, day: string) => {
  const ids = await idsOf(subtreeSql(code, day))
  await compare(
    `${name}: ${ids.length} rows`,
    subtreeSql(code, day),
    sql`select u.id, u.code, u.valid_from, u.valid_to, u.name, u.full_name, u.type, u.parent_code
        from units u where u.id = any(${ids}::int[])`,
  )
}

try {
  await migrate(server.url)
  const pool = openPool(server.url, { max: 1 })
  const rows = files.flatMap((name) => parseUnitsCsv(readFileSync(join(folder, name), 'utf8')))
  const root = {
    code: 'VN',
    name: 'Việt Nam',
    fullName: 'Việt Nam',
    type: 'country',
    validFrom: null,
    validTo: null,
  }
  const areas = rows.map((row) => ({ ...row, parentCode: row.parentCode ?? root.code }))
  // Each commune has its committee, as in an office's own directory: so the history has some 25,000 rows.
  const committees = areas
    .filter(({ type }) => ['xa', 'phuong', 'thi-tran', 'dac-khu'].includes(type))
    .map((row) => ({
      ...row,
      code: `${row.code}-UBND`,
      name: `UBND ${row.fullName}`,
      fullName: `Ủy ban nhân dân ${row.fullName}`,
      type: 'commune-committee',
      parentCode: row.code,
    }))
  await pool.transaction('system', (db) =>
    saveUnits(db, [{ ...root, parentCode: null }, ...areas, ...committees]),
  )
  await pool.close()

  await client.connect()
  await client.query('vacuum analyze units')
  const { rows: counted } = await client.query('select count(*)::int as count from units')
  console.log(`  ${counted[0]?.count} rows of history`)
  await compareSubtree('a district on 30 Jun 2025', '291', '2025-06-30')
  await compareSubtree('a province on 22 May 2023', '30', '2023-05-22')
  await compareSubtree('a province on 1 Jul 2025', '31', '2025-07-01')
  await compareSubtree('the whole country on 22 May 2023', 'VN', '2023-05-22')
  await compareSubtree('the whole country on 1 Jul 2025', 'VN', '2025-07-01')
  for (const words of ['hòa bình', 'binh hoa xa', 'Ủy ban nhân dân xã Hợp Tiến'])
    await compare(
      `search of the history: ${words}`,
      sql`select u.id, u.code, u.full_name from units u where ${matches(words)} order by length(u.folded), u.id limit 51`,
      sql`select count(*) from units`,
    )
} finally {
  await client.end()
  await server.stop()
  rmSync(home, { recursive: true, force: true })
}
