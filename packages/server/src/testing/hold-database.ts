/**
 * The part of a Loa server that tests may kill: opens the data folder given, adds a row that says so, prints one line of
 * JSON, and stops when its input ends.
 */
import pg from 'pg'
import { startEmbedded } from '../database/embedded.ts'
import { StartTrouble } from '../start-trouble.ts'

/** What it prints: the server, with the number of starts this folder remembers, or the trouble. */
export type Held =
  | { url: string; pid: number; starts: number }
  | { trouble: string; exit: number; message: string }

const say = (held: Held) => console.log(JSON.stringify(held))

try {
  const { url, pid, stop } = await startEmbedded({ dataDir: process.argv[2] ?? '' })
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('create table if not exists starts (at timestamptz not null default now())')
  await client.query('insert into starts default values')
  const { rows } = await client.query<{ starts: number }>('select count(*)::int as starts from starts')
  await client.end()
  say({ url, pid, starts: rows[0]?.starts ?? 0 })
  process.stdin.once('end', stop).resume()
} catch (error) {
  if (!(error instanceof StartTrouble)) throw error
  say({ trouble: error.code, exit: error.exit, message: error.message })
  process.exitCode = error.exit
}
