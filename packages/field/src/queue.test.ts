import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyDraft, type Item, missingOf, newItem, queue, reopen } from './item.ts'
import { sendDue, waitsForWifi } from './queue.ts'
import { memoryStore } from './testing/memory-store.ts'

const at = '2023-05-25T03:00:00.000Z'
const draft = {
  ...emptyDraft(1, '2023-05-25'),
  indicator: 'visual.banner',
  topics: [2, 1],
  place: 'Cổng chợ',
}
const item = (id: string, person = 'lan'): Item =>
  queue(newItem(id, person, draft, `${id}-edit`, at), `${id}-edit`, at)

/** The edge of the world: answers as told, and keeps what it was asked. */
const phone = (answer: (path: string, body: Record<string, unknown>) => Response | Promise<Response>) => {
  const store = memoryStore()
  const asked: { path: string; body: Record<string, unknown> }[] = []
  const clock = { at: 0, now: () => clock.at }
  const net = {
    isMobile: () => false,
    fetch: async (path: string, init: RequestInit) => {
      const body = JSON.parse(String(init.body))
      asked.push({ path, body })
      return answer(path, body)
    },
  }
  const round = () => sendDue({ store, clock, net }, { person: 'lan', app: 'test' })
  return { store, asked, clock, round }
}
const good = (path: string) =>
  Response.json(
    path.endsWith('/finish')
      ? { outcome: 'received', receipt: 412, receivedAt: at, state: 'submitted' }
      : { outcome: 'received', serverAt: at },
  )
const problem = (status: number, code: string) => Response.json({ code, values: {} }, { status })

test('an item is sent only when the receipt is there', async () => {
  const { store, round, asked } = phone(good)
  store.add(item('a'))
  await round()
  assert.equal(store.item('a').state, 'sent')
  assert.deepEqual(store.item('a').receipt, { number: 412, at, outcome: 'received' })
  assert.deepEqual(
    asked.map(({ path }) => path),
    ['/api/field/v1/records/a', '/api/field/v1/records/a/finish'],
  )
})

test('the session ends with fifty items waiting: all stay, nothing more is asked, and they go on afterwards', async () => {
  let isSignedIn = false
  const { store, round, asked } = phone((path) => (isSignedIn ? good(path) : problem(401, 'session.missing')))
  for (let index = 0; index < 50; index++) store.add(item(`i${index}`))
  const { stopped } = await round()
  assert.deepEqual([stopped?.failure, stopped?.code, asked.length], ['person', 'session.missing', 1])
  assert.ok((await store.list('lan')).every(({ state }) => state === 'queued'))
  isSignedIn = true
  assert.equal((await round()).sent, 50)
})

test('what the server refuses comes back with its reason; the others go on', async () => {
  const { store, round } = phone((path) =>
    path.includes('records/a') ? problem(409, 'duty.closed') : good(path),
  )
  store.add(item('a'))
  store.add(item('b'))
  await round()
  assert.equal(store.item('a').state, 'returned')
  assert.equal(store.item('a').trouble?.code, 'duty.closed')
  assert.equal(store.item('b').state, 'sent')
})

test('without an answer it waits, longer each time, and a page of some portal is no answer', async () => {
  const { store, round, clock } = phone(() => new Response('<html>đăng nhập Wi-Fi', { status: 200 }))
  store.add(item('a'))
  const waits = []
  for (let tries = 0; tries < 9; tries++) {
    const { nextAt } = await round()
    waits.push(((nextAt ?? 0) - clock.at) / 1000)
    clock.at = nextAt ?? 0
  }
  assert.deepEqual(waits, [5, 10, 20, 40, 80, 160, 300, 300, 300])
  assert.equal(store.item('a').state, 'queued')
})

test('changed while it was on its way: the change takes the place of what may have arrived', async () => {
  const { store, round, asked } = phone(async (path) => {
    if (asked.length === 1) {
      await store.change('a', (now) => ({ ...reopen(now), draft: { ...now.draft, quantity: 9 } }))
      await store.change('a', (now) => queue(now, 'second', at))
    }
    return good(path)
  })
  store.add(item('a'))
  await round()
  await round()
  const last = asked.at(-2)?.body as { words: { quantity: number }; replaces: string[] } | undefined
  assert.equal(last?.words.quantity, 9)
  assert.deepEqual(last?.replaces, ['a-edit'])
  assert.equal(store.item('a').state, 'sent')
})

test('the server has forgotten what it had: it is said again, a few times, and then told to the person', async () => {
  const { store, round, clock } = phone((path) =>
    path.endsWith('/finish') ? problem(409, 'field.edit-unknown') : good(path),
  )
  store.add(item('a'))
  for (let tries = 0; tries < 6; tries++) clock.at = (await round()).nextAt ?? clock.at
  assert.equal(store.item('a').state, 'returned')
})

test("another person's items are not touched", async () => {
  const { store, round, asked } = phone(good)
  store.add(item('a', 'hung'))
  await round()
  assert.equal(asked.length, 0)
  assert.equal(store.item('a').state, 'queued')
})

test('over a network that costs money large items wait, unless the person says now', () => {
  const photo = {
    id: 'p',
    name: '',
    bytes: 3_000_000,
    sha256: '',
    original: null,
    position: null,
    takenAt: at,
  }
  const large = { ...item('a'), photos: [{ ...photo, sent: 0, isDone: false }] }
  assert.equal(waitsForWifi(large, true), true)
  assert.equal(waitsForWifi(large, false), false)
  assert.equal(waitsForWifi({ ...large, isUrgent: true }, true), false)
})

test('what is missing is told by name', () => {
  assert.deepEqual(missingOf(newItem('a', 'lan', emptyDraft(1, '2023-05-25'), 'e', at)), [
    'photo',
    'indicator',
    'place',
    'topics',
  ])
})
