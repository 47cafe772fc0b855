/** The server as people start it: a process with a data folder. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { ListDeliveries } from '@loa/contract/deliveries'
import { GetFigure } from '@loa/contract/figures'
import { postgresIn } from './database/embedded-leftovers.ts'
import { type App, cookieOf, workerWith } from './in-process.ts'
import { createTestDatabase } from './testing/database-server.ts'
import { acceptDuty, exampleDispatch, issuedCampaign, recordActivity } from './testing/path.ts'
import {
  enterByHttp,
  memoryBelow,
  memoryOf,
  spawnServer,
  startServer,
  stopAll,
} from './testing/server-process.ts'
import { untilDelivered } from './testing/until.ts'

const folder = mkdtempSync(join(tmpdir(), 'loa-main-'))
after(() => {
  // A test that failed half-way leaves no server behind.
  stopAll()
  rmSync(folder, { recursive: true, force: true })
})
/** Filled by the first test that starts a server, used by those after it: an office's data folder lives on too. */
const data = join(folder, 'data')

const upload = (url: string, cookie: string, bytes: Uint8Array, name = 'cong-van.txt') =>
  fetch(`${url}/api/dispatches/file?name=${name}`, {
    method: 'POST',
    headers: { cookie },
    body: Buffer.from(bytes),
  })

test('what was acknowledged survives kill -9, and no database is left behind that would block the next start', async () => {
  const first = await startServer(data)
  const cookie = await enterByHttp(first.url, 'ha')
  const { dispatch } = await (await upload(first.url, cookie, exampleDispatch())).json()
  first.child.kill('SIGKILL')
  await first.ended

  const second = await startServer(data)
  const again = await fetch(`${second.url}/api/dispatches/${dispatch.id}`, {
    headers: { cookie: await enterByHttp(second.url, 'ha') },
  })
  assert.equal((await again.json()).subject, dispatch.subject)
  second.child.kill('SIGINT')
  assert.equal((await second.ended).code, 0)
})

test('Ctrl-C stops server and database cleanly', async () => {
  const server = await startServer(data)
  server.child.kill('SIGINT')
  assert.deepEqual(await server.ended, { code: 0, signal: null })
  assert.deepEqual([...postgresIn(join(data, 'postgres/cluster'))], [])
})

test('a second server on the same data folder says so in one sentence and leaves the first alone', async () => {
  const server = await startServer(data)
  const second = spawnServer(data)
  assert.equal((await second.ended).code, 75)
  assert.match(second.said(), /Một máy chủ Loa khác .* đang dùng thư mục dữ liệu/)
  assert.equal((await fetch(`${server.url}/readyz`)).status, 200)
  server.child.kill('SIGTERM')
  await server.ended
})

test('a busy port is said in one sentence, before a database is started', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const address = other.address()
  assert.ok(address && typeof address === 'object')
  const server = spawnServer(join(folder, 'never'), { PORT: String(address.port) })
  assert.equal((await server.ended).code, 75)
  assert.match(server.said(), new RegExp(`Cổng ${address.port} đang có chương trình khác dùng`))
  other.close()
})

test('a setting that is wrong is named', async () => {
  const server = spawnServer(join(folder, 'never'), { PORT: 'four thousand', LOA_EXAMPLE: 'atlantis' })
  assert.equal((await server.ended).code, 78)
  assert.match(server.said(), /PORT, LOA_EXAMPLE/)
})

test('a database that is not there is said in one sentence', async () => {
  const url = 'postgres://loa@127.0.0.1:1/loa'
  const server = spawnServer(join(folder, 'nowhere'), { LOA_DATABASE_URL: url })
  assert.equal((await server.ended).code, 69)
  assert.match(server.said(), /^Không nối được tới PostgreSQL .*LOA_DATABASE_URL.*\n.*\n$/)
})

test('idle, the server holds at most 220 MB and its PostgreSQL 100; a 50 MB upload adds at most 64', async () => {
  const server = await startServer(data)
  const pid = server.child.pid ?? 0
  const cookie = await enterByHttp(server.url, 'ha')
  const idle = memoryOf(pid)
  assert.ok(idle.rss <= 220, `server ${idle.rss} MB`)
  assert.ok(memoryBelow(pid) <= 100, `below it ${memoryBelow(pid)} MB`)

  const large = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(49_900_000)])
  const refused = await upload(server.url, cookie, large, 'to.pdf')
  assert.equal((await refused.json()).code, 'file.damaged')
  const grown = memoryOf(pid).peak - idle.rss
  assert.ok(grown <= 64, `grew by ${grown} MB`)
  server.child.kill('SIGTERM')
  await server.ended
})

test('six activities recorded at the same moment are all counted, once each', async () => {
  const server = await startServer(join(folder, 'busy'))
  const app: App = { request: (path, init) => fetch(server.url + path, init) }
  const person = (id: string) => {
    const cookie = cookieOf(app, id)
    return workerWith(app, () => cookie)
  }
  const mai = person('mai')
  const office = {
    ha: person('ha'),
    hung: person('hung'),
    quan: person('quan'),
    mai,
    settle: () => untilDelivered(mai),
  }
  const { campaignId } = await issuedCampaign(office)
  const lan = person('ttvh-291')
  const duty = await acceptDuty(lan)
  await Promise.all([1, 2, 3, 4, 5, 6].map(() => recordActivity(lan, duty)))
  const figure = await office.ha.call(GetFigure, { params: { id: campaignId, indicator: 'visual.banner' } })
  assert.deepEqual(figure.amounts, {
    declared: 18,
    proved: 0,
    claimed: 18,
    doubted: 0,
    corrected: 0,
    activities: 6,
  })
  server.child.kill('SIGTERM')
  await server.ended
})

test('an empty base leads to the first run: the body is named, its administrator signs in, and it is over', async () => {
  const server = await startServer(join(folder, 'empty'), { LOA_EXAMPLE: 'none' })
  const post = (path: string, body: object) =>
    fetch(server.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  assert.equal((await (await fetch(`${server.url}/api/session`)).json()).firstRun, true)
  const body = {
    unitName: 'Sở Văn hóa, Thể thao và Du lịch',
    parentName: 'UBND tỉnh Thử',
    place: 'Thử',
    symbol: 'SVHTTDL-VP',
    name: 'Người Quản Trị',
    email: 'quan.tri@example.vn',
    password: 'một mật khẩu dài',
  }
  const founded = await Promise.all([post('/api/first-run', body), post('/api/first-run', body)])
  assert.deepEqual(founded.map((response) => response.status).sort(), [200, 409])
  const signedIn = await post('/api/session', { email: 'Quan.Tri@example.vn', password: 'một mật khẩu dài' })
  const session = await signedIn.json()
  assert.equal(session.person.unit.name, 'Sở Văn hóa, Thể thao và Du lịch')
  assert.equal(session.firstRun, false)
  assert.equal(session.example, false)
  server.child.kill('SIGTERM')
  await server.ended
})

for (const kind of ['url', 'adminUrl'] as const)
  test(`LOA_DATABASE_URL puts Loa on any other PostgreSQL, reactions and all (${kind === 'url' ? 'an ordinary role' : 'a superuser'})`, async () => {
    const database = await createTestDatabase()
    const server = await startServer(join(folder, kind), { LOA_DATABASE_URL: database[kind] })
    const app: App = { request: (path, init) => fetch(server.url + path, init) }
    const person = (id: string) => {
      const cookie = cookieOf(app, id)
      return workerWith(app, () => cookie)
    }
    const mai = person('mai')
    const settle = () => untilDelivered(mai)
    const { draftId } = await issuedCampaign({
      ha: person('ha'),
      hung: person('hung'),
      quan: person('quan'),
      mai,
      settle,
    })
    // Row-level security holds for a superuser too: Hạnh sees her own delivery of it and nobody else's.
    const own = await person('ttvh-294').call(ListDeliveries, { query: { dispatch: draftId, limit: 200 } })
    assert.equal(own.total, 1)
    server.child.kill('SIGTERM')
    assert.equal((await server.ended).code, 0)
    await database.drop()
  })
