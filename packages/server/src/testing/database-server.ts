import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type EmbeddedServer, startEmbedded } from '../database/embedded.ts'
import { postgresIn } from '../database/embedded-leftovers.ts'

export interface TestDatabaseServer {
  /** The superuser, in the database `postgres`. */
  adminUrl: string
  /** The role `loa`, as the application has it. */
  url: string
}

/** The one PostgreSQL of a test run: the runner's where there is one, else one of this process, started on first call. */
export const testDatabaseServer = (): Promise<TestDatabaseServer> => {
  server ??= fromRunner() ?? startThrowaway()
  return server
}

/** An empty database of its own, owned by `loa`, for a test that cannot do with a transaction that is rolled back. */
export const createTestDatabase = async (template = 'template1') => {
  const { adminUrl, url } = await testDatabaseServer()
  const name = `test_${randomBytes(6).toString('hex')}`
  await runSql(adminUrl, `create database ${name} owner loa template ${template} strategy file_copy`)
  return {
    name,
    url: inDatabase(url, name),
    adminUrl: inDatabase(adminUrl, name),
    drop: () => runSql(adminUrl, `drop database ${name} with (force)`),
  }
}

/** The same server and role, another database. */
export const inDatabase = (url: string, name: string): string => url.replace(/\/[^/?]*(?=\?|$)/, `/${name}`)

/** A server that forgets everything when it ends, with a folder that goes with it; the caller stops it. */
export const startThrowawayServer = async (): Promise<EmbeddedServer & { folder: string }> => {
  const home = mkdtempSync(join(tmpdir(), 'loa-test-'))
  const folder = join(home, 'tmp')
  mkdirSync(folder)
  const dataDir = join(home, 'pg')
  // Test files run side by side, each with its pools.
  const settings = { max_connections: '120', log_min_messages: 'fatal' }
  const started = await startEmbedded({ dataDir, durable: false, settings })
  const wipe = () => rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  // However this process ends, nothing of it stays; 'exit' allows only what is done at once.
  const kill = () => {
    for (const pid of postgresIn(join(dataDir, 'cluster'))) process.kill(pid, 'SIGKILL')
    wipe()
  }
  process.once('exit', kill)
  const stop = async () => {
    await started.stop()
    process.off('exit', kill)
    wipe()
  }
  return { ...started, folder, stop }
}

let server: Promise<TestDatabaseServer> | undefined

const fromRunner = (): Promise<TestDatabaseServer> | undefined => {
  const { LOA_TEST_DATABASE_URL: adminUrl, LOA_TEST_DATABASE_APP_URL: url } = process.env
  return adminUrl && url ? Promise.resolve({ adminUrl, url }) : undefined
}

const startThrowaway = async () => {
  const started = await startThrowawayServer()
  started.unref()
  return started
}

const runSql = async (url: string, text: string) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}
