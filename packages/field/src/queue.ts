/** Goes through what waits, one item after the other, and says why the rest waits on. */
import { SendTrouble } from './ask.ts'
import { bytesOf, type Item } from './item.ts'
import type { Ports } from './ports.ts'
import { Changed, sendItem } from './send.ts'

/** Over a network that costs money, more than this waits for Wi-Fi or for a word of the person. */
export const mobileLimit = 2_500_000

export const waitsForWifi = (item: Item, isMobile: boolean): boolean => {
  const { all, sent } = bytesOf(item)
  return isMobile && !item.isUrgent && all - sent > mobileLimit
}

export interface Round {
  sent: number
  /** Why it stopped before its end: nothing more goes until that is put right. */
  stopped: {
    failure: 'network' | 'busy' | 'person'
    code: string
    values: SendTrouble['trouble']['values']
  } | null
  /** When the next item may be tried, by the phone's clock. */
  nextAt: number | null
}

export interface Asked {
  person: string
  app: string
  /** Tells which item is being sent, and null at the end. */
  onItem?: (id: string | null) => void
}

export const sendDue = async (ports: Ports, { person, app, onItem = () => {} }: Asked): Promise<Round> => {
  const { store, clock, net } = ports
  let sent = 0
  let stopped: Round['stopped'] = null
  const due = (await store.list(person)).filter(
    (item) =>
      item.state === 'queued' &&
      (item.retryAt === null || item.retryAt <= clock.now()) &&
      !waitsForWifi(item, net.isMobile()),
  )
  for (const item of due) {
    onItem(item.id)
    try {
      await sendItem(ports, item, app)
      sent += 1
    } catch (error) {
      if (error instanceof Changed) continue
      if (!(error instanceof SendTrouble)) throw error
      await store.change(item.id, (now) => afterTrouble(now, item.edit, error, clock.now()))
      if (error.failure === 'refused') continue
      stopped = { failure: error.failure, ...error.trouble }
      break
    }
  }
  onItem(null)
  const waiting = (await store.list(person)).filter(({ state }) => state === 'queued')
  const times = waiting.flatMap(({ retryAt }) => retryAt ?? [])
  return { sent, stopped, nextAt: times.length > 0 ? Math.min(...times) : null }
}

/** Problems that a second sending mends by itself: the server forgot a part that the phone still has. */
const mends = new Set([
  'field.edit-unknown',
  'field.photos-missing',
  'upload.not-found',
  'upload.incomplete',
  'upload.damaged',
])

const mendTries = 5

export const afterTrouble = (
  now: Item,
  edit: string,
  { failure, trouble }: SendTrouble,
  at: number,
): Item => {
  if (now.edit !== edit || now.state !== 'queued') return now
  if (failure === 'person') return { ...now, trouble }
  const tries = now.tries + 1
  const isMended = mends.has(trouble.code) && tries <= mendTries
  if (failure === 'refused' && !isMended) return { ...now, state: 'returned', trouble, tries }
  const isForgotten = trouble.code === 'field.edit-unknown' || trouble.code === 'field.photos-missing'
  return {
    ...now,
    trouble,
    tries,
    retryAt: at + delayOf(tries),
    ...(isForgotten
      ? { isRecorded: false, photos: now.photos.map((photo) => ({ ...photo, sent: 0, isDone: false })) }
      : {}),
  }
}

/** 5 s, 10 s, 20 s … at most five minutes: a phone in a pocket must not empty its battery on a dead network. */
const delayOf = (tries: number): number => Math.min(300_000, 5_000 * 2 ** Math.min(tries - 1, 10))
