/** Puts the parts of a running server together over a database that is there already. */
import { join } from 'node:path'
import type { Logger } from 'pino'
import { type AppOptions, makeApp } from './app.ts'
import { openBlobFolder } from './blobs/blobs.ts'
import { type Config, publicAddress } from './config.ts'
import { openPool } from './database/database.ts'
import { letSendJobs, migrate, roleUnderRowSecurity } from './database/migrate.ts'
import { sql } from './database/sql.ts'
import { startDocumentsWorker } from './documents-worker/documents-worker.ts'
import { inlineJobs, startJobs } from './events/jobs.ts'
import { openPrints } from './evidence/prints.ts'
import { loadExample } from './example.ts'
import { makeMetrics } from './http/metrics.ts'
import { openMailer } from './mails/mailer.ts'
import { openAuth, readSecret } from './people/auth.ts'
import { openProvider } from './people/provider.ts'
import { reactions } from './reactions.ts'
import { openUploads } from './uploads/upload-folder.ts'

export interface ServerOptions {
  config: Config
  databaseUrl: string
  logger: Logger
  webFolder: string | null
  /** `queue`: pg-boss. `inline`: right after each request (command line, tests). */
  jobs: 'queue' | 'inline'
  now?: () => string
}

export const openServer = async ({
  config,
  databaseUrl,
  logger,
  webFolder,
  jobs: mode,
  now = clock,
}: ServerOptions) => {
  await migrate(databaseUrl)
  const role = await roleUnderRowSecurity(databaseUrl)
  const pool = openPool(databaseUrl, role ? { role } : {})
  const secret = readSecret(config.LOA_DATA)
  const baseUrl = publicAddress(config)
  const auth = openAuth({ databaseUrl, secret, baseUrl })
  const blobs = await openBlobFolder(join(config.LOA_DATA, 'blobs'))
  const uploads = await openUploads(join(config.LOA_DATA, 'uploads'))
  const documents = startDocumentsWorker()
  const provider = openProvider(config, secret, baseUrl)
  const tools = { config, secret, auth, provider, blobs, uploads, documents }
  const reactionTools = {
    config,
    secret,
    pool,
    blobs,
    documents,
    prints: openPrints(),
    mailer: openMailer(config),
    now,
  }
  const inline = mode === 'inline' ? inlineJobs(reactions, reactionTools) : null
  const jobs =
    inline ??
    (await startJobs(databaseUrl, reactions, reactionTools, (name, error) =>
      logger.error({ err: error, job: name }, 'a reaction failed'),
    ))
  if (role && mode === 'queue') await letSendJobs(databaseUrl, role)
  if (config.LOA_EXAMPLE !== 'none' && (await loadExample(pool, auth, secret)))
    logger.info('example province loaded')

  await jobs.everyMorning('directory.changed')
  await jobs.everyMorning('photo.received')
  await jobs.everyMorning('figures.changed')
  await jobs.everyMinute('reminders.due')
  await jobs.everyMinute('exchanges.due')

  const options: AppOptions = {
    pool,
    jobs,
    tools,
    now,
    logger,
    metrics: makeMetrics(),
    webFolder,
    ready: () =>
      pool
        .transaction('system', (db) => db.run(sql`select 1`))
        .then(
          () => true,
          () => false,
        ),
  }
  return {
    app: makeApp(options),
    pool,
    /** Runs the reactions that wait, when they do not run by themselves. */
    settle: async () => inline?.settle(),
    async close() {
      await jobs.stop()
      await documents.close()
      await auth.close()
      await pool.close()
    },
  }
}
export type LoaServer = Awaited<ReturnType<typeof openServer>>

const clock = () => new Date().toISOString()
