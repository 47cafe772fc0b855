import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyDraft, newItem, queue, reopen } from '@loa/field/item'
import { sendDue } from '@loa/field/queue'
import { memoryStore } from '@loa/field/testing/memory-store'
import { evenWhenFull } from './full-phone.ts'

const at = '2023-05-25T03:00:00.000Z'
const item = queue(newItem('a', 'lan', emptyDraft(1, '2023-05-25'), 'e', at), 'e', at)

/** A phone without room until something is removed from it. */
const fullPhone = () => {
  const store = memoryStore()
  let isFull = true
  const kept = {
    ...store,
    get: async (id: string) => store.item(id),
    change: (id: string, change: Parameters<typeof store.change>[1]) => {
      if (isFull) throw new DOMException('full', 'QuotaExceededError')
      return store.change(id, change)
    },
    async dropPhoto(id: string) {
      isFull = false
      await store.dropPhoto(id)
    },
  }
  return { store, kept }
}

const net = {
  isMobile: () => false,
  fetch: async (path: string) =>
    Response.json(
      path.endsWith('/finish')
        ? { outcome: 'received', receipt: 1, receivedAt: at, state: 'submitted' }
        : { outcome: 'received', serverAt: at },
    ),
}
const photo = {
  id: 'p',
  name: '',
  bytes: 1,
  sha256: '',
  original: null,
  position: null,
  takenAt: at,
  sent: 1,
}

test('a full phone says so, sends all the same, and notes it as soon as there is room', async () => {
  const { store, kept } = fullPhone()
  store.add({ ...item, photos: [{ ...photo, isDone: true }] })
  let said = 0
  const even = evenWhenFull(kept, () => {
    said += 1
  })
  const { sent } = await sendDue({ store: even, net, clock: { now: () => 0 } }, { person: 'lan', app: '' })
  assert.equal(sent, 1)
  assert.ok(said > 0)
  assert.equal(store.item('a').state, 'sent')
  assert.equal(store.item('a').receipt?.number, 1)
})

test('what the person has taken out of the queue meanwhile is not overwritten', async () => {
  const { store, kept } = fullPhone()
  store.add(item)
  const even = evenWhenFull(kept, () => {})
  await even.change('a', (now) => ({ ...now, isRecorded: true }))
  assert.equal((await even.list('lan'))[0]?.isRecorded, true)
  await store.change('a', reopen)
  await even.dropPhoto('p')
  assert.equal(store.item('a').state, 'doing')
  assert.equal(store.item('a').isRecorded, false)
})
