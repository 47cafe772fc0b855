/**
 * The whole app on the real PostgreSQL. Each test works in a transaction that is rolled back, so tests of a file share
 * one database, made from a template with the example province.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { AddEvidence } from '@loa/contract/activities'
import pg from 'pg'
import pino from 'pino'
import { makeApp } from '../app.ts'
import { openBlobFolder } from '../blobs/blobs.ts'
import { type Config, readConfig } from '../config.ts'
import { type DatabasePool, databaseTypes, nestedPool, openPool } from '../database/database.ts'
import { migrate } from '../database/migrate.ts'
import { startDocumentsWorker } from '../documents-worker/documents-worker.ts'
import { inlineJobs, type Reaction } from '../events/jobs.ts'
import { openPrints } from '../evidence/prints.ts'
import { loadExample } from '../example.ts'
import { makeMetrics } from '../http/metrics.ts'
import { type App, cookieOf, type Worker, workerWith } from '../in-process.ts'
import { openAuth } from '../people/auth.ts'
import { openProvider } from '../people/provider.ts'
import { reactions } from '../reactions.ts'
import { openUploads } from '../uploads/upload-folder.ts'
import { createTestDatabase, inDatabase, testDatabaseServer } from './database-server.ts'

export interface TestApp {
  app: App
  pool: DatabasePool
  /** Where the file of that hash lies, or would lie. */
  blobPath(sha256: string): string
  /** Runs the reactions that the requests have woken. */
  settle(): Promise<void>
  /** Any example person by id. */
  enter(personId: string): Worker
  /** The people every test knows. Hà plans for the department, Hưng approves, Quân signs, Mai is the clerk. */
  ha: Worker
  hung: Worker
  quan: Worker
  mai: Worker
  /** Lan reports for the centre of Nam Sách. */
  lan: Worker
  /** Thọ is of another unit, the centre of Tứ Kỳ, and may not touch what is Lan's. */
  tho: Worker
  /** Nam only reads. */
  nam: Worker
  /** Runs a reaction once more than needed: it must not mind. */
  wakeAgain(reaction: Reaction, data: Record<string, unknown>): Promise<void>
  /** Does the work and takes back what it has written. */
  undone<T>(work: () => Promise<T>): Promise<T>
  /** How many statements the database was asked since the start. */
  queries(): number
  /** Sets the clock of the app. */
  setNow(instant: string): void
  /** Other settings until the end of the test. */
  configure(change: Partial<Config>): void
}

export const secret = 'only-for-tests-Zk3vQ9wX7bT1mY5pR8sJ2dH6'

export const withApp = (work: (test: TestApp) => Promise<void>) => async () => {
  const parts = await partsOfFile()
  const client = new pg.Client({ connectionString: parts.url, types: databaseTypes })
  await client.connect()
  const settings = { ...parts.tools.config }
  try {
    await client.query('begin')
    let queries = 0
    const counted = client.query.bind(client) as (...given: unknown[]) => unknown
    Object.assign(client, {
      query: (...given: unknown[]) => {
        queries += 1
        return counted(...given)
      },
    })
    const pool = nestedPool(client)
    let now = '2023-05-22T01:12:00Z'
    const clock = () => now
    const reactionTools = {
      config: parts.tools.config,
      secret,
      pool,
      blobs: parts.tools.blobs,
      documents: parts.tools.documents,
      prints: openPrints(),
      mailer: null,
      now: clock,
    }
    const jobs = inlineJobs(reactions, reactionTools)
    const app = makeApp({
      pool,
      jobs,
      tools: parts.tools,
      now: clock,
      logger: pino({ level: 'silent' }),
      metrics: makeMetrics(),
      webFolder: null,
      ready: async () => true,
    })
    // Sessions are kept outside the transaction: a person signs in once a file, and only when somebody needs them.
    const enter = (personId: string): Worker => {
      const worker = workerWith(app, () => {
        const cookie = parts.cookies.get(personId) ?? cookieOf(app, personId)
        parts.cookies.set(personId, cookie)
        return cookie
      })
      return {
        ...worker,
        // A photo is opened by a job right after it came.
        async call(contract, give) {
          const answer = await worker.call(contract, give)
          if ((contract as unknown) === AddEvidence) await jobs.settle()
          return answer
        },
      }
    }
    await work({
      app,
      pool,
      blobPath: parts.tools.blobs.path,
      settle: jobs.settle,
      queries: () => queries,
      undone: async (work) => {
        await client.query('savepoint undone')
        try {
          return await work()
        } finally {
          await client.query('rollback to savepoint undone')
        }
      },
      enter,
      ha: enter('ha'),
      hung: enter('hung'),
      quan: enter('quan'),
      mai: enter('mai'),
      nam: enter('nam'),
      lan: enter('ttvh-291'),
      tho: enter('ttvh-298'),
      wakeAgain: (reaction, data) => reaction(reactionTools, data),
      setNow: (instant) => {
        now = instant
      },
      configure: (change) => Object.assign(parts.tools.config, change),
    })
  } finally {
    parts.tools.config = settings
    await client.query('rollback')
    await client.end()
  }
}

let parts: ReturnType<typeof openParts> | null = null
const partsOfFile = () => {
  parts ??= openParts()
  return parts
}

const openParts = async () => {
  const database = await createTestDatabase(await exampleTemplate())
  const folder = mkdtempSync(join(tmpdir(), 'loa-app-'))
  const config = readConfig({ LOA_DATA: folder, LOA_EXAMPLE: 'hai-duong' })
  const tools = {
    config,
    secret,
    provider: openProvider(config, secret, 'http://localhost:4000'),
    auth: openAuth({ databaseUrl: database.url, secret, baseUrl: 'http://localhost:4000' }),
    blobs: await openBlobFolder(join(folder, 'blobs')),
    uploads: await openUploads(join(folder, 'uploads')),
    documents: startDocumentsWorker(),
  }
  const close = async () => {
    await tools.documents.close()
    await tools.auth.close()
    await database.drop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: database.url, tools, cookies: new Map<string, Promise<string>>(), close }
}

after(async () => {
  if (parts) await (await parts).close()
})

const templateName = 'loa_example_template'

/** Made once in a run: whoever comes first makes it, the others wait at the lock. */
export const exampleTemplate = async (): Promise<string> => {
  const server = await testDatabaseServer()
  const admin = new pg.Client({ connectionString: server.adminUrl })
  await admin.connect()
  try {
    await admin.query('select pg_advisory_lock(815)')
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [templateName])
    if (rowCount === 0) {
      const making = `${templateName}_making`
      await admin.query(`drop database if exists ${making}`)
      await admin.query(`create database ${making} owner loa`)
      await fillTemplate(inDatabase(server.url, making))
      await admin.query(`alter database ${making} rename to ${templateName}`)
    }
    return templateName
  } finally {
    await admin.end()
  }
}

const fillTemplate = async (url: string) => {
  await migrate(url)
  const pool = openPool(url, { max: 1 })
  const auth = openAuth({ databaseUrl: url, secret, baseUrl: 'http://localhost:4000' })
  await loadExample(pool, auth, secret)
  await auth.close()
  await pool.close()
}
