/**
 * Signed-in reports with a photo (record, photo, hand in: three requests) by eight clients against the whole server with its
 * jobs, beside a bare HTTP sink that writes the same words and the same bytes into one table of the same PostgreSQL, all
 * that wait in one commit. Both answer when it is on disk; rounds take turns. At least 0.3 of the sink is demanded.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, createServer, type IncomingMessage, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import pg from 'pg'
import pino from 'pino'
import sharp from 'sharp'
import { GetCampaign } from '../packages/contract/src/campaigns.ts'
import { readConfig } from '../packages/server/src/config.ts'
import { startEmbedded } from '../packages/server/src/database/embedded.ts'
import { cookieOf, enterAs } from '../packages/server/src/in-process.ts'
import { openServer } from '../packages/server/src/server.ts'
import { acceptDuty, issuedCampaign } from '../packages/server/src/testing/path.ts'
import { median } from './interleaved.ts'

const clients = 8
const rounds = 5
const secondsARound = 4
const kilobytes = 300

const folder = await mkdtemp(join(tmpdir(), 'loa-ingest-'))
const database = await startEmbedded({ dataDir: folder })
const server = await openServer({
  config: readConfig({ LOA_DATA: folder, LOA_EXAMPLE: 'hai-duong' }),
  databaseUrl: database.url,
  logger: pino({ level: 'silent' }),
  webFolder: null,
  jobs: 'queue',
})
const listening = await new Promise<ReturnType<typeof serve>>((resolve) => {
  const made = serve({ fetch: server.app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(made))
})
const portOf = (made: { address(): unknown }) => (made.address() as { port: number }).port

const enter = (id: string) => enterAs(server.app, id)
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
const office = {
  ha: await enter('ha'),
  hung: await enter('hung'),
  quan: await enter('quan'),
  mai: await enter('mai'),
  settle: () => wait(4000),
}
await issuedCampaign(office)
const reporters = [
  'ttvh-291',
  'ttvh-298',
  'ttvh-290',
  'ttvh-292',
  'ttvh-293',
  'ttvh-294',
  'ttvh-295',
  'ttvh-296',
]
const sessions = await Promise.all(
  reporters.map(async (id) => {
    const worker = await enter(id)
    const duty = await acceptDuty(worker)
    const { topics } = await worker.call(GetCampaign, { params: { id: duty.campaignId } })
    return {
      cookie: await cookieOf(server.app, id),
      duty: duty.id,
      topics: topics.slice(0, 2).map(({ id }) => id),
    }
  }),
)

/** A phone's photo after it was made smaller; a few bytes at the end make each another file. */
const scene = await sharp({
  create: {
    width: 1600,
    height: 1200,
    channels: 3,
    background: '#789',
    noise: { type: 'gaussian', mean: 128, sigma: 12 },
  },
})
  .blur(1.2)
  .jpeg({ quality: 80 })
  .toBuffer()
const photo = () =>
  Buffer.concat([scene, Buffer.alloc(Math.max(0, kilobytes * 1000 - scene.length)), randomBytes(16)])

const agents = {
  loa: new Agent({ keepAlive: true, maxSockets: clients }),
  sink: new Agent({ keepAlive: true, maxSockets: clients }),
}
/** The limit of requests counts by address, so each client has its own, as phones have. */
const addresses = Array.from({ length: clients }, (_, client) => `127.0.0.${client + 2}`)
let turn = 0
const send = (
  agent: Agent,
  port: number,
  method: string,
  path: string,
  headers: Record<string, string>,
  body: Uint8Array | string,
) =>
  new Promise<string>((resolve, reject) => {
    const asked = request(
      {
        agent,
        port,
        host: '127.0.0.1',
        localAddress: addresses[turn++ % clients] ?? '127.0.0.1',
        method,
        path,
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part) => parts.push(part))
        answer.on('end', () => {
          const text = Buffer.concat(parts).toString()
          if ((answer.statusCode ?? 500) >= 300)
            reject(new Error(`${path}: ${answer.statusCode} ${text.slice(0, 200)}`))
          else resolve(text)
        })
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })

const words = (session: (typeof sessions)[number]) => ({
  dutyId: session.duty,
  indicator: 'visual.banner',
  topics: session.topics,
  place: `Cổng chợ số ${randomUUID().slice(0, 8)}`,
  happenedOn: new Date().toISOString().slice(0, 10),
  quantity: 2,
})
const report = async (client: number) => {
  const session = sessions[client]
  if (!session) throw new Error('no session')
  const port = portOf(listening)
  const id = randomUUID()
  const headers = { cookie: session.cookie, 'content-type': 'application/json' }
  await send(agents.loa, port, 'PUT', `/api/activities/${id}`, headers, JSON.stringify(words(session)))
  const added = await send(
    agents.loa,
    port,
    'PUT',
    `/api/activities/${id}/evidence/${randomUUID()}?name=a.jpg`,
    { cookie: session.cookie },
    photo(),
  )
  const { version } = JSON.parse(added) as { version: number }
  await send(agents.loa, port, 'POST', `/api/activities/${id}/submit`, headers, JSON.stringify({ version }))
}

const sinkPool = new pg.Pool({ connectionString: database.url, max: 2 })
await sinkPool.query(
  'create table bare_sink (id uuid primary key, words jsonb not null, photo bytea not null)',
)
type Entry = { id: string; words: string; photo: Buffer; done: () => void; failed: (error: unknown) => void }
const queue: Entry[] = []
let isWriting = false
/** Group commit: all that came while the last commit waited for the disk go with the next one. */
const flush = async () => {
  if (isWriting || queue.length === 0) return
  isWriting = true
  const group = queue.splice(0)
  try {
    const values = group.flatMap(({ id, words, photo }) => [id, words, photo])
    const rows = group.map((_, index) => `($${index * 3 + 1}, $${index * 3 + 2}, $${index * 3 + 3})`)
    await sinkPool.query(`insert into bare_sink values ${rows.join()}`, values)
    for (const entry of group) entry.done()
  } catch (error) {
    for (const entry of group) entry.failed(error)
  }
  isWriting = false
  void flush()
}
const bodyOf = async (incoming: IncomingMessage) => {
  const parts: Buffer[] = []
  for await (const part of incoming) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
const sink = createServer(async (incoming, answer) => {
  const body = await bodyOf(incoming)
  try {
    await new Promise<void>((done, failed) => {
      queue.push({ id: randomUUID(), words: String(incoming.headers['x-words']), photo: body, done, failed })
      void flush()
    })
    answer.end('{}')
  } catch (error) {
    answer.statusCode = 500
    answer.end(String(error))
  }
})
await new Promise<void>((resolve) => sink.listen(0, '127.0.0.1', resolve))
const sinkReport = async (client: number) => {
  const session = sessions[client]
  if (!session) throw new Error('no session')
  const said = JSON.stringify({ ...words(session), place: 'Cong cho' })
  await send(agents.sink, portOf(sink), 'POST', '/', { 'x-words': said }, photo())
}

/** Reports a second, all clients at once. */
const measure = async (one: (client: number) => Promise<void>): Promise<number> => {
  let done = 0
  const began = performance.now()
  const end = began + secondsARound * 1000
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (performance.now() < end) {
        await one(client)
        done += 1
      }
    }),
  )
  return (done / (performance.now() - began)) * 1000
}

const waiting = async () =>
  Number(
    (
      (await sinkPool.query(
        "begin; select set_config('loa.system', 'on', true); select count(*) from evidence where looked_at is null; commit",
      )) as unknown as { rows: { count: string }[] }[]
    )[2]?.rows[0]?.count,
  )

const rates: { loa: number[]; sink: number[] } = { loa: [], sink: [] }
await measure(report)
await measure(sinkReport)
for (let round = 0; round < rounds; round++) {
  rates.sink.push(await measure(sinkReport))
  rates.loa.push(await measure(report))
}
const left = await waiting()
const [loa, bare] = [median(rates.loa), median(rates.sink)]
console.log(
  `  ${clients} clients, photos of ${kilobytes} kB, ${rounds} rounds of ${secondsARound} s; jobs open photos meanwhile`,
)
console.log(
  `  Loa   ${loa.toFixed(1)} reports/s (${Math.min(...rates.loa).toFixed(1)}–${Math.max(...rates.loa).toFixed(1)})`,
)
console.log(
  `  sink  ${bare.toFixed(1)} reports/s (${Math.min(...rates.sink).toFixed(1)}–${Math.max(...rates.sink).toFixed(1)})`,
)
console.log(`  ratio ${(loa / bare).toFixed(2)} (at least 0.3 is demanded)`)
const began = performance.now()
while ((await waiting()) > 0 && performance.now() - began < 120_000) await wait(500)
console.log(
  `  ${left} photos waited to be opened at the end; done ${((performance.now() - began) / 1000).toFixed(0)} s later`,
)
if (loa / bare < 0.3) process.exitCode = 1

sink.close()
agents.loa.destroy()
agents.sink.destroy()
listening.close()
await sinkPool.end()
await server.close()
await database.stop()
await rm(folder, { recursive: true })
