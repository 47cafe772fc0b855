/** Jobs wake reactions after the change that caused them is committed; a job may run twice and must not mind. */
import { PgBoss } from 'pg-boss'
import type { BlobStore } from '../blobs/blobs.ts'
import type { Config } from '../config.ts'
import type { Database, DatabasePool } from '../database/database.ts'
import type { DocumentsWorker } from '../documents-worker/documents-worker.ts'
import type { Prints } from '../evidence/prints.ts'
import type { Mailer } from '../mails/mailer.ts'
import { zone } from '../time.ts'

/** What a reaction gets: it opens its own transactions, in the eyes of the system. */
export interface ReactionTools {
  config: Config
  /** Of the installation: what is sealed at rest opens with it. */
  secret: string
  pool: DatabasePool
  blobs: BlobStore
  documents: DocumentsWorker
  prints: Prints
  /** Null where no mail server is set. */
  mailer: Mailer | null
  now: () => string
}
export type Reaction = (tools: ReactionTools, data: Record<string, unknown>) => Promise<void>

export interface Jobs {
  /** Sent in the transaction of the change: rolled back with it. */
  send(db: Database, name: string, data: Record<string, unknown>): Promise<void>
  /** Runs the reaction now and each morning, in Việt Nam, whatever the server's clock is set to. */
  everyMorning(name: string): Promise<void>
  /** Runs the reaction each minute: what waits for its hour. */
  everyMinute(name: string): Promise<void>
  stop(): Promise<void>
}

/** One run of these takes all that waits, whoever woke it: of many that were woken meanwhile, one is enough. */
const gathering: ReadonlySet<string> = new Set([
  'photo.received',
  'figures.changed',
  'reminders.due',
  'exchanges.due',
])

/** pg-boss over its own small pool; queues live in the schema `pgboss` of the same database. */
export const startJobs = async (
  url: string,
  reactions: Record<string, Reaction>,
  tools: ReactionTools,
  onFailure: (name: string, error: unknown) => void,
): Promise<Jobs> => {
  const boss = new PgBoss({ connectionString: url, max: 2, application_name: 'loa-jobs' })
  boss.on('error', (error) => onFailure('pg-boss', error))
  await boss.start()
  for (const [name, react] of Object.entries(reactions)) {
    await boss.createQueue(name, { retryLimit: 5, retryBackoff: true, retryDelay: 1 })
    const options = { pollingIntervalSeconds: 0.5, batchSize: gathering.has(name) ? 500 : 1 }
    await boss.work<Record<string, unknown>>(name, options, async (jobs) => {
      for (const job of gathering.has(name) ? jobs.slice(0, 1) : jobs) {
        try {
          await react(tools, job.data)
        } catch (error) {
          onFailure(name, error)
          throw error
        }
      }
    })
  }
  return {
    async send(db, name, data) {
      await boss.send(name, data, { db: { executeSql: (text, values) => db.raw(text, values) } })
    },
    async everyMorning(name) {
      await boss.schedule(name, '5 0 * * *', {}, { tz: zone })
      await boss.send(name, {})
    },
    everyMinute: (name) => boss.schedule(name, '* * * * *', {}, { tz: zone }),
    stop: () => boss.stop({ graceful: true, close: true, timeout: 5000 }),
  }
}

/** Reactions run right after the request, one after the other: for tests and for the command line. */
export const inlineJobs = (reactions: Record<string, Reaction>, tools: ReactionTools) => {
  const waiting: { name: string; data: Record<string, unknown> }[] = []
  const jobs: Jobs & { settle(): Promise<void> } = {
    async send(_db, name, data) {
      if (gathering.has(name) && waiting.some((job) => job.name === name)) return
      waiting.push({ name, data })
    },
    async settle() {
      for (let job = waiting.shift(); job; job = waiting.shift()) await reactions[job.name]?.(tools, job.data)
    },
    everyMorning: async (name) => {
      waiting.push({ name, data: {} })
    },
    everyMinute: async () => {},
    stop: async () => {},
  }
  return jobs
}
