/**
 * The whole server on a loopback port and a database of its own, for what commits: sessions, invitations, second factors.
 * A visitor has a cookie jar and an address: on Linux every 127.x.y.z is this machine.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import { type AddressInfo, createServer as createSocketServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { getRequestListener } from '@hono/node-server'
import pino from 'pino'
import { readConfig } from '../config.ts'
import { type App, type Worker, workerWith } from '../in-process.ts'
import { openServer } from '../server.ts'
import { createTestDatabase } from './database-server.ts'
import { exampleTemplate, secret } from './with-app.ts'

export interface Visitor extends Worker {
  /** The cookies that the server has given. */
  jar: Map<string, string>
  /** For answers that are no JSON: redirects. */
  get(path: string): Promise<{ status: number; location: string }>
}

export const openOffice = async (environment: Record<string, string> = {}) => {
  const database = await createTestDatabase(await exampleTemplate())
  const folder = mkdtempSync(join(tmpdir(), 'loa-office-'))
  const port = await freePort()
  const url = `http://localhost:${port}`
  writeSecret(folder)
  const clock = { now: () => new Date().toISOString() }
  const server = await openServer({
    config: readConfig({ LOA_DATA: folder, LOA_URL: url, PORT: String(port), ...environment }),
    databaseUrl: database.url,
    logger: pino({ level: 'silent' }),
    webFolder: null,
    jobs: 'inline',
    now: () => clock.now(),
  })
  const http = createServer(getRequestListener(server.app.fetch))
  await new Promise<void>((done) => http.listen(port, '127.0.0.1', done))
  after(async () => {
    http.closeAllConnections()
    http.close()
    await server.close()
    await database.drop()
    rmSync(folder, { recursive: true, force: true })
  })
  return { url, port, pool: server.pool, clock, visitor: (from?: string) => visitorAt(port, from) }
}

/** The example people's password comes from it, so it is the one of the template. */
const writeSecret = (folder: string) => writeFileSync(join(folder, 'secret'), secret, { mode: 0o600 })

const visitorAt = (port: number, from = '127.0.0.1'): Visitor => {
  const jar = new Map<string, string>()
  const ask = (path: string, init: RequestInit) =>
    new Promise<Response>((resolve, reject) => {
      const headers = {
        ...(init.headers as Record<string, string> | undefined),
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        host: `localhost:${port}`,
      }
      const sent = request(
        { host: '127.0.0.1', port, path, method: init.method ?? 'GET', localAddress: from, headers },
        (answer) => {
          for (const line of answer.headers['set-cookie'] ?? []) keep(jar, line)
          const parts: Buffer[] = []
          answer.on('data', (part: Buffer) => parts.push(part))
          answer.on('end', () =>
            resolve(
              new Response(Buffer.concat(parts), {
                status: answer.statusCode ?? 500,
                headers: { location: answer.headers.location ?? '' },
              }),
            ),
          )
        },
      )
      sent.on('error', reject)
      sent.end(init.body as string | undefined)
    })
  const app: App = { request: ask }
  return {
    ...workerWith(app, async () => ''),
    jar,
    async get(path) {
      const { status, headers } = await ask(path, {})
      return { status, location: headers.get('location') ?? '' }
    },
  }
}

const keep = (jar: Map<string, string>, line: string) => {
  const [pair = '', ...rest] = line.split(';')
  const at = pair.indexOf('=')
  if (rest.some((part) => part.trim() === 'Max-Age=0')) jar.delete(pair.slice(0, at))
  else jar.set(pair.slice(0, at), pair.slice(at + 1))
}

export const freePort = () =>
  new Promise<number>((done) => {
    const socket = createSocketServer()
    socket.listen(0, '127.0.0.1', () => {
      const { port } = socket.address() as AddressInfo
      socket.close(() => done(port))
    })
  })
