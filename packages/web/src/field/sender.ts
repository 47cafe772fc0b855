/** Sends what waits whenever it may: at the start, when the network comes back, when something is put into the queue. */
import type { Store } from '@loa/field/ports'
import { type Round, sendDue } from '@loa/field/queue'
import { evenWhenFull } from './full-phone.ts'
import { keeping, now, person, refresh, reread, store, tell } from './phone.ts'

declare const __BUILD__: string

const lookAgain = 30_000

let timer = 0
let isWanted = false

export const startSender = (): void => {
  window.addEventListener('online', () => {
    tell({ isOnline: true })
    lookAround()
  })
  window.addEventListener('offline', () => tell({ isOnline: false }))
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') lookAround()
  })
  // A network that is there without an answer tells nobody when it answers again.
  window.setInterval(() => {
    if (!now().isOnline && document.visibilityState === 'visible') lookAround()
  }, lookAgain)
}

/** The network is there again: what broke off need not wait for its hour. */
export const lookAround = async (): Promise<void> => {
  await refresh()
  const cut = now().items.filter(
    ({ state, trouble }) => state === 'queued' && trouble?.code === 'network.offline',
  )
  if (now().isOnline)
    for (const { id } of cut) await (await store()).change(id, (item) => ({ ...item, retryAt: null }))
  await send()
}

/** One tab at a time: the others would only send the same again. */
export const send = async (): Promise<void> => {
  isWanted = true
  await navigator.locks.request('loa-field-send', { ifAvailable: true }, async (lock) => {
    if (!lock) return
    while (isWanted) {
      isWanted = false
      await keeping(round)
    }
  })
}

const round = async () => {
  const own = person()
  const { isPaused, stopped } = now()
  if (own === null || isPaused || stopped?.failure === 'person') return
  window.clearTimeout(timer)
  const ports = { store: await watched(), clock: { now: () => Date.now() }, net }
  const done = await sendDue(ports, {
    person: own,
    app: __BUILD__,
    onItem: (sending) => tell({ sending }),
  })
  tell({ stopped: done.stopped, ...(done.sent > 0 ? { isOnline: true } : {}) })
  await reread()
  if (done.sent > 0) refresh()
  later(done)
}

const later = ({ nextAt, stopped }: Round) => {
  if (nextAt === null || stopped?.failure === 'person') return
  timer = window.setTimeout(send, Math.max(1_000, nextAt - Date.now()))
}

let noting: Store | undefined

/** The pages see every step as it is noted. */
const watched = async (): Promise<Store> => {
  noting ??= evenWhenFull(await store(), () => tell({ notice: { kind: 'full', name: '' } }))
  const kept = noting
  return {
    ...kept,
    async change(id, change) {
      const item = await kept.change(id, change)
      if (item) tell({ items: now().items.map((each) => (each.id === id ? item : each)) })
      return item
    },
  }
}

interface Connection {
  type?: string
  saveData?: boolean
}

/** Browsers that do not tell count as Wi-Fi. */
export const isMobile = (): boolean => {
  const { connection } = navigator as { connection?: Connection }
  return connection?.type === 'cellular' || connection?.saveData === true
}

const net = { fetch: (path: string, init: RequestInit) => fetch(path, init), isMobile }
