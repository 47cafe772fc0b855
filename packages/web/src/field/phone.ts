/** What the pages of the phone show, in one place: read from the store, changed by acts, heard by every page. */
import { type FieldConflict, type FieldSnapshot, GetFieldSnapshot } from '@loa/contract/field'
import type { Item } from '@loa/field/item'
import type { Round } from '@loa/field/queue'
import { useEffect, useState } from 'preact/hooks'
import { followServer, isOvertaken } from './follow.ts'
import { isFull } from './full-phone.ts'
import { openStore, type PhoneStore } from './store.ts'

export interface Phone {
  isReady: boolean
  snapshot: FieldSnapshot | null
  /** Of the person signed in last, oldest first. */
  items: Item[]
  /** Items of other people that wait on this phone. */
  others: number
  isOnline: boolean
  isPaused: boolean
  sending: string | null
  /** Why nothing goes out until it is put right. */
  stopped: Round['stopped']
  /** A sentence that must be seen: the phone is full, a photo cannot be opened. */
  notice: { kind: 'full' | 'wrong-photo' | 'twice'; name: string } | null
  /** A newer version of the app waits. */
  update: (() => void) | null
}

let phone: Phone = {
  isReady: false,
  snapshot: null,
  items: [],
  others: 0,
  isOnline: navigator.onLine,
  isPaused: false,
  sending: null,
  stopped: null,
  notice: null,
  update: null,
}
const listeners = new Set<(phone: Phone) => void>()

export const tell = (change: Partial<Phone>): void => {
  phone = { ...phone, ...change }
  for (const listener of listeners) listener(phone)
}
export const now = (): Phone => phone

export const usePhone = (): Phone => {
  const [seen, setSeen] = useState(phone)
  useEffect(() => {
    listeners.add(setSeen)
    setSeen(phone)
    return () => void listeners.delete(setSeen)
  }, [])
  return seen
}

let opened: Promise<PhoneStore> | undefined
export const store = (): Promise<PhoneStore> => {
  opened ??= openStore()
  return opened
}

export const person = (): string | null => phone.snapshot?.person.id ?? null

/** The items as they are in the store now. */
export const reread = async (): Promise<void> => {
  const own = person()
  if (own === null) return tell({ isReady: true })
  const kept = await store()
  const others = await kept.countOthers(own)
  let items: Item[]
  let before: number
  // What was typed while we read is on its way into the store: read again, after it.
  do {
    before = shown
    items = await kept.list(own)
  } while (before !== shown)
  tell({ isReady: true, items, others })
}

let shown = 0
/** An item as it is about to be in the store, so that the page need not wait for it. */
export const show = (id: string, change: (item: Item) => Item): void => {
  shown += 1
  tell({ items: phone.items.map((item) => (item.id === id ? change(item) : item)) })
}

/** What is known without any network. */
export const wake = async (): Promise<void> => {
  const kept = await store()
  behind = await kept.clockBehind()
  newest = (await kept.snapshot()) ?? null
  tell({ snapshot: newest })
  await reread()
}

/** The snapshot that arrived last, perhaps on its way into the store still. */
let newest: FieldSnapshot | null = null

/** Duties, and what reviewers said, as the server has them now. Nothing of it is needed to work. */
export const refresh = async (): Promise<void> => {
  const asked = newest
  let answer: Response
  try {
    answer = await fetch(GetFieldSnapshot.path)
  } catch {
    return tell({ isOnline: false })
  }
  if (answer.status === 401 || answer.status === 403) {
    const { code, values } = (await answer.json()) as { code: string; values: Record<string, string> }
    return tell({ isOnline: true, stopped: { failure: 'person', code, values } })
  }
  // A portal or a proxy in between answers too, but does not know our words.
  if (!answer.ok || !answer.headers.get('content-type')?.includes('json')) return
  const snapshot = (await answer.json()) as FieldSnapshot
  const kept = await store()
  if (isOvertaken(snapshot, asked, newest)) return
  newest = snapshot
  behind = Date.parse(snapshot.serverAt) - Date.now()
  await keeping(async () => {
    await kept.keepClockBehind(behind)
    await kept.keepSnapshot(snapshot)
    await followServer(kept, snapshot)
  })
  const stopped = phone.stopped?.failure === 'person' ? null : phone.stopped
  tell({ snapshot: newest, isOnline: true, stopped })
  await reread()
}

let behind = 0
/** The hour as the server has it, as far as the phone knows: a clock that is a day off does not date a banner wrong. */
export const trueNow = (): Date => new Date(Date.now() + behind)

export const conflictsOf = (phone: Phone): FieldConflict[] => phone.snapshot?.conflicts ?? []

/** False when the phone is full: what is in the store already stays, and only what did not fit any more is told. */
export const keeping = async (work: () => Promise<unknown>): Promise<boolean> => {
  try {
    await work()
    return true
  } catch (error) {
    if (!isFull(error)) throw error
    tell({ notice: { kind: 'full', name: '' } })
    return false
  }
}
