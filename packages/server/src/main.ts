/** Reads the settings, opens the database, listens: the only place that starts a process's worth of things. */
import { existsSync, statSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join, resolve } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import pino from 'pino'
import { readConfig } from './config.ts'
import { startEmbedded } from './database/embedded.ts'
import { openServer } from './server.ts'
import { folderTrouble, StartTrouble } from './start-trouble.ts'

const start = async () => {
  const config = readConfig(process.env)
  config.LOA_DATA = resolve(process.env.INIT_CWD ?? process.cwd(), config.LOA_DATA)
  if (config.LOA_TRUST) config.LOA_TRUST = trustFolder(config.LOA_TRUST)
  const logger = pino({ level: config.LOA_LOG, base: null }, pino.destination(2))
  await makeFolder(config.LOA_DATA)
  // The port first: a busy one is said before a database is started for nothing.
  let answer: (request: IncomingMessage, response: ServerResponse) => unknown = (_request, response) =>
    response.writeHead(503, { 'retry-after': '1' }).end('starting')
  const http = createServer((request, response) => answer(request, response))
  await listen(http, config.PORT, config.LOA_HOST)
  const address = http.address()
  if (address && typeof address === 'object') config.PORT = address.port

  const embedded = config.LOA_DATABASE_URL
    ? null
    : await startEmbedded({ dataDir: join(config.LOA_DATA, 'postgres'), log: (line) => logger.debug(line) })
  const webFolder = join(import.meta.dirname, '../../web/dist')
  const server = await openServer({
    config,
    logger,
    databaseUrl: config.LOA_DATABASE_URL ?? embedded?.url ?? '',
    webFolder: existsSync(join(webFolder, 'index.html')) ? webFolder : null,
    jobs: 'queue',
  }).catch(async (error: unknown) => {
    await embedded?.stop()
    throw error
  })
  answer = getRequestListener(server.app.fetch)
  process.stdout.write(
    `Loa: http://${config.LOA_HOST === '0.0.0.0' ? 'localhost' : config.LOA_HOST}:${config.PORT}\n`,
  )

  let isStopping = false
  const stop = async (exit: number) => {
    if (isStopping) return
    isStopping = true
    http.close()
    http.closeIdleConnections()
    setTimeout(() => http.closeAllConnections(), 3000).unref()
    await server.close()
    await embedded?.stop()
    process.exit(exit)
  }
  process.on('SIGINT', () => stop(0))
  process.on('SIGTERM', () => stop(0))
  embedded?.ended.then((last) => {
    if (isStopping) return
    logger.error({ last }, 'PostgreSQL ended by itself')
    stop(70)
  })
}

/** Said at the start, and not by the first dispatch that is opened. */
const trustFolder = (given: string): string => {
  const folder = resolve(process.env.INIT_CWD ?? process.cwd(), given)
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return folder
  throw new StartTrouble('config.invalid', {
    vi: `LOA_TRUST phải là một thư mục chứng thư, nhưng không có thư mục ${folder}: tạo thư mục hoặc bỏ LOA_TRUST.`,
    en: `LOA_TRUST is to be a folder of certificates, but there is none at ${folder}: make it, or leave LOA_TRUST out.`,
  })
}

const makeFolder = async (folder: string) => {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw folderTrouble(error, folder) ?? error
  }
}

const listen = (http: ReturnType<typeof createServer>, port: number, host: string) =>
  new Promise<void>((done, fail) => {
    http.once('error', (error: NodeJS.ErrnoException) => fail(portTrouble(error, port)))
    http.listen(port, host, done)
  })

const portTrouble = (error: NodeJS.ErrnoException, port: number): Error => {
  if (error.code === 'EADDRINUSE')
    return new StartTrouble('port.busy', {
      vi: `Cổng ${port} đang có chương trình khác dùng: hãy tắt chương trình đó hoặc chạy với PORT=${port + 1}.`,
      en: `Port ${port} is used by another program: stop that one, or start with PORT=${port + 1}.`,
    })
  if (error.code === 'EACCES')
    return new StartTrouble('port.no-right', {
      vi: `Loa không được phép mở cổng ${port}: hãy chọn cổng từ 1024 trở lên, ví dụ PORT=4000.`,
      en: `Loa may not open port ${port}: choose one from 1024 up, such as PORT=4000.`,
    })
  return error
}

start().catch((error: unknown) => {
  const trouble = error instanceof StartTrouble ? error : null
  process.stderr.write(
    trouble ? `${trouble.message}\n` : `${error instanceof Error ? error.stack : String(error)}\n`,
  )
  process.exit(trouble?.exit ?? 1)
})
