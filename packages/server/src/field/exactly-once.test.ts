/**
 * 500 records with photos from five phones, over lines that are cut 1,000 times at random bytes, to the real server, which is
 * killed in between: every activity and every photo is there once, and every phone has the receipt that the server gave.
 */
import assert from 'node:assert/strict'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { GetCampaign } from '@loa/contract/campaigns'
import { emptyDraft, type Item, newItem, queue } from '@loa/field/item'
import { sendDue } from '@loa/field/queue'
import { type MemoryStore, memoryStore } from '@loa/field/testing/memory-store'
import pg from 'pg'
import sharp from 'sharp'
import { type App, cookieOf, workerWith } from '../in-process.ts'
import { cuttingProxy } from '../testing/cutting-proxy.ts'
import { createTestDatabase } from '../testing/database-server.ts'
import { acceptDuty, issuedCampaign } from '../testing/path.ts'
import { type ServerProcess, startServer, stopAll } from '../testing/server-process.ts'
import { untilDelivered } from '../testing/until.ts'
import { exampleTemplate, secret } from '../testing/with-app.ts'

const records = 500
const cuts = 1_000
const kills = 2
const day = 86_400_000

/** A seed, so that a failure can be had again: `LOA_SEED=7 npm test -- exactly-once`. */
let seed = Number(process.env.LOA_SEED ?? 20_230_522)
const random = () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return seed / 2_147_483_648
}

const database = await createTestDatabase(await exampleTemplate())
// Files in memory where there is such a place: killed is the process, not the machine, and thousands of syncs wait for a disk.
const memory = '/dev/shm'
const folder = mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), 'loa-once-'))
writeFileSync(join(folder, 'secret'), secret, { mode: 0o600 })
const start = () => startServer(folder, { LOA_DATABASE_URL: database.url })
let server: ServerProcess = await start()
const ask = new pg.Client({ connectionString: database.url.replace(/\/\/[^@]*@/, (login) => login) })

after(async () => {
  // What was to be shown is shown: the jobs that are left need no end in order.
  server.child.kill('SIGKILL')
  await server.ended
  stopAll()
  await ask.end()
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

test('500 records, 1,000 cuts, a server killed twice: each activity and photo exactly once', async () => {
  await ask.connect()
  await ask.query(`select set_config('loa.system', 'on', false)`)
  const app: App = { request: (path, init) => fetch(server.url + path, init) }
  const cookies = { lan: await cookieOf(app, 'ttvh-291'), tho: await cookieOf(app, 'ttvh-298') }
  const office = Object.fromEntries(
    await Promise.all(
      ['ha', 'hung', 'quan', 'mai'].map(async (id) => {
        const cookie = await cookieOf(app, id)
        return [id, workerWith(app, async () => cookie)]
      }),
    ),
  )
  const { campaignId } = await issuedCampaign({
    ...office,
    settle: () => untilDelivered(office.mai),
  } as never)
  const workers = {
    lan: workerWith(app, async () => cookies.lan),
    tho: workerWith(app, async () => cookies.tho),
  }
  const duties = { lan: await acceptDuty(workers.lan), tho: await acceptDuty(workers.tho) }
  const { topics } = await workers.lan.call(GetCampaign, { params: { id: campaignId } })
  // Noise, so that no two are alike: what the search for re-sent photos does with copies is another test's.
  const pictures = await Promise.all(
    Array.from({ length: records }, () =>
      sharp(randomBytes(64 * 48 * 3), { raw: { width: 64, height: 48, channels: 3 } })
        .jpeg()
        .toBuffer(),
    ),
  )

  const made = Array.from({ length: records }, (_, index) => {
    const who = index % 5 === 4 ? 'tho' : 'lan'
    const bytes = pictures[index] ?? Buffer.alloc(0)
    const item: Item = {
      ...newItem(
        randomUUID(),
        who === 'lan' ? 'ttvh-291' : 'ttvh-298',
        {
          ...emptyDraft(duties[who].id, '2023-05-25'),
          indicator: 'visual.banner',
          topics: topics.slice(0, 2).map(({ id }) => id),
          place: `Điểm ${index}`,
          quantity: 1 + (index % 7),
        },
        randomUUID(),
        new Date().toISOString(),
      ),
      photos: [
        {
          id: randomUUID(),
          name: `anh-${index}.jpg`,
          bytes: bytes.length,
          sha256: createHash('sha256').update(bytes).digest('hex'),
          original: null,
          position: null,
          takenAt: new Date().toISOString(),
          sent: 0,
          isDone: false,
        },
      ],
    }
    return {
      who,
      item: queue(item, item.edit, item.savedAt),
      blob: new Blob([new Uint8Array(bytes)]),
    } as const
  })

  // Lan has four phones; one was restored from a copy of another, so a tenth of the records lies on both. The clocks of two
  // are a day ahead, that of Thọ's is a day behind.
  const lans = made.filter(({ who }) => who === 'lan')
  const half = lans.length / 2
  const lan = { person: 'ttvh-291', cookie: cookies.lan }
  const phones = [
    { ...lan, ahead: 0, has: lans.slice(0, half / 2) },
    { ...lan, ahead: 0, has: lans.slice(half / 2, half + 50) },
    { ...lan, ahead: day, has: lans.slice(half, half * 1.5) },
    { ...lan, ahead: day, has: lans.slice(half * 1.5) },
    { person: 'ttvh-298', cookie: cookies.tho, ahead: -day, has: made.filter(({ who }) => who === 'tho') },
  ].map((phone) => {
    const store = memoryStore()
    for (const { item, blob } of phone.has) store.add(item, { [item.photos[0]?.id ?? '']: blob })
    return { ...phone, store }
  })

  let restarting: Promise<void> | null = null
  const proxy = await cuttingProxy(cuts, random, (count) => {
    if (count % Math.floor(cuts / (kills + 1)) !== 0 || count >= cuts) return
    restarting = (async () => {
      await restarting
      server.child.kill('SIGKILL')
      await server.ended

      server = await start()
      proxy.follow(server.url)
    })()
  })
  proxy.follow(server.url)
  try {
    await Promise.all(phones.map((phone) => sendAll(phone, proxy.url)))
    // Everything is there; what is said a second time, word for word, changes nothing, however the line breaks.
    while (proxy.cuts() < cuts) {
      for (const { store, has } of phones)
        for (const { item } of has.slice(0, 40))
          await store.change(item.id, (now) => ({ ...now, state: 'queued' as const, isRecorded: false }))
      await Promise.all(phones.map((phone) => sendAll(phone, proxy.url)))
    }
    await restarting
  } finally {
    proxy.close()
  }
  assert.equal(proxy.cuts(), cuts)

  const one = async (text: string) => Number((await ask.query(text)).rows[0].n)
  assert.equal(await one('select count(*) n from activities'), records)
  assert.equal(await one(`select count(*) n from activities where state = 'submitted'`), records)
  assert.equal(await one('select count(*) n from evidence'), records)
  assert.equal(await one('select count(distinct activity_id) n from evidence'), records)
  assert.equal(await one('select count(*) n from evidence_claims'), records)
  assert.equal(await one('select count(*) n from field_edits where receipt is not null'), records)
  assert.equal(await one(`select count(*) n from events where kind = 'activity.received'`), records)
  assert.equal(await one(`select count(*) n from events where kind = 'evidence.added'`), records)
  const quantities = made.reduce((sum, { item }) => sum + (item.draft.quantity ?? 0), 0)
  assert.equal(await one('select sum(declared) n from figures'), quantities)

  const rows = (
    await ask.query(`select f.activity_id, f.receipt, f.clock_behind, e.id, e.sha256 from field_edits f
    join evidence e on e.activity_id = f.activity_id`)
  ).rows
  const there = new Map(rows.map((row) => [row.activity_id, row]))
  for (const { store, has } of phones)
    for (const { item } of has) {
      const row = there.get(item.id)
      assert.equal(row.sha256, item.photos[0]?.sha256)
      assert.equal(row.id, item.photos[0]?.id)
      const kept = store.item(item.id)
      assert.equal(kept.state, 'sent')
      assert.equal(kept.receipt?.number, Number(row.receipt))
      assert.ok(existsSync(join(folder, 'blobs', row.sha256.slice(0, 2), row.sha256.slice(2, 4), row.sha256)))
    }
  // Device time stands beside the server's: how far each clock was off is known.
  const behind = (item: Item) => there.get(item.id).clock_behind
  for (const { item } of made.filter(({ who }) => who === 'tho'))
    assert.ok(Math.abs(behind(item) - day / 1000) < 120)
  for (const { item } of lans.slice(half + 50)) assert.ok(Math.abs(behind(item) + day / 1000) < 120)
  assert.deepEqual(readdirSync(join(folder, 'uploads')), [])
})

interface Phone {
  person: string
  cookie: string
  ahead: number
  store: MemoryStore
}

/** As the app does it, but without the waiting between two tries. */
const sendAll = async ({ person, cookie, ahead, store }: Phone, url: string) => {
  const ports = {
    store,
    clock: { now: () => Date.now() + ahead },
    net: {
      isMobile: () => false,
      fetch: (path: string, init: RequestInit) =>
        fetch(url + path, { ...init, headers: { ...(init.headers as Record<string, string>), cookie } }),
    },
  }
  for (;;) {
    const { stopped } = await sendDue(ports, { person, app: 'test' })
    const items = await store.list(person)
    const returned = items.find(({ state }) => state === 'returned')
    assert.equal(returned, undefined, JSON.stringify(returned?.trouble))
    const waiting = items.filter(({ state }) => state === 'queued')
    if (waiting.length === 0) return
    assert.notEqual(stopped?.failure, 'person')
    for (const { id, retryAt } of waiting)
      if (retryAt !== null) await store.change(id, (now) => ({ ...now, retryAt: null }))
    await pause(20)
  }
}
