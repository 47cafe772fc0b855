/** A body that keeps its exchange in memory, by the same rules as the database does; each method is done whole or not at all. */
import type { DeliveryStatus } from '@loa/contract/deliveries'
import { checkMove, type Entry, isKnown, stampFor, standingOf } from '../../deliveries/delivery.ts'
import type { CourierStore, Outcome, Outgoing, Parcel, Waiting } from '../ports.ts'
import { ask, type Held, type IncomingDocument, isReceivers, receive, subjectOf } from '../reception.ts'

interface Line extends Outgoing {
  /** Unique: one thing is one line. */
  key: string
  state: 'waiting' | 'sending' | 'handed' | 'received' | 'refused'
  nextAt: string
  ref: string | null
}

type Message =
  | ({ kind: 'edoc'; from: string } & IncomingDocument)
  | { kind: 'status'; from: string; documentId: string; entry: Entry }

const nothingHeld = (documentId: string): Held => ({
  documentId,
  isHere: false,
  entries: [],
  steps: [],
  replacedBy: null,
})

/** The receiver's own step, stamped. The rules of `checkMove` come before it. */
const takeStep = (held: Held, step: Omit<Entry, 'at'>, now: string): { held: Held; entry: Entry } => {
  const entry = { ...step, at: stampFor(held.entries, now, isReceivers) }
  return { held: { ...held, entries: [...held.entries, entry] }, entry }
}

/** Of what replaces others: those know by what. */
const replacedBy = (held: Held, documentId: string): Held =>
  held.replacedBy === null ? { ...held, replacedBy: documentId } : held

/** The sender hears a status: told once, kept once. */
const hear = (entries: readonly Entry[], entry: Entry): Entry[] =>
  isKnown(entries, entry) ? [...entries] : [...entries, entry]

/** Whether the receiver is known to have it: any word of theirs says so. */
const isAcknowledged = (entries: readonly Entry[]): boolean =>
  standingOf(entries.filter(isReceivers)) !== null

/** Whether its sender can ask for it back: not twice at a time, and not what was returned or given back. */
const mayRecall = ({ status }: { status: DeliveryStatus }): boolean => !['13', '15', '02'].includes(status)

const bytesOf = (message: Message) => new TextEncoder().encode(JSON.stringify(message))

export class MemoryBody implements CourierStore {
  readonly id: string
  readonly outbox: Line[] = []
  /** By sender and document. */
  readonly held = new Map<string, Held>()
  /** What was kept, each time it was: a document that is there twice stands here twice. */
  readonly kept: string[] = []
  /** What was sent: by document and receiver. */
  readonly sent = new Map<string, Entry[]>()
  readonly #known = new Set<string>()

  constructor(id: string) {
    this.id = id
  }

  issue(documentId: string, to: readonly string[], now: string, replaces: readonly string[] = []): void {
    for (const receiver of to) {
      this.sent.set(`${documentId} ${receiver}`, [])
      const message = {
        kind: 'edoc' as const,
        from: this.id,
        documentId,
        business: replaces.length > 0 ? (3 as const) : (0 as const),
        about: null,
        replaces,
        reason: null,
        at: now,
        digest: documentId,
      }
      this.#post(`${documentId} ${receiver} edoc`, 'edoc', receiver, message, now)
    }
  }

  /** Asks for it back, or to have it brought up to date. */
  ask(documentId: string, to: string, business: 1 | 2, now: string): void {
    const key = `${documentId} ${to}`
    const entries = this.sent.get(key)
    if (!entries) return
    const standing = standingOf(entries)
    if (standing && !mayRecall(standing)) return
    const entry = ask(entries, 'gửi nhầm', now)
    this.sent.set(key, [...entries, entry])
    const digest = `${documentId} ${business} ${entry.at}`
    const message = {
      kind: 'edoc' as const,
      from: this.id,
      documentId,
      business,
      about: documentId,
      replaces: [],
      reason: entry.reason,
      at: entry.at,
      digest,
    }
    this.#post(`${key} ${digest}`, 'edoc', to, message, now)
  }

  /** The receiver's clerk takes a step, where it may follow. */
  step(from: string, documentId: string, status: DeliveryStatus, now: string): void {
    const key = `${from} ${documentId}`
    const held = this.held.get(key)
    const standing = held && standingOf(held.entries)
    if (!held?.isHere || !standing) return
    try {
      checkMove(standing, status, { asked: 'recall', reason: 'có lý do' })
    } catch {
      return
    }
    const taken = takeStep(held, { status, reason: 'có lý do' }, now)
    this.held.set(key, taken.held)
    this.#reply(from, documentId, taken.entry, false, now)
  }

  async resume() {
    for (const line of this.outbox) if (line.state === 'sending') line.state = 'waiting'
  }

  async takeDue(now: string) {
    const line = this.outbox.find(({ state, nextAt }) => state === 'waiting' && nextAt <= now)
    if (!line) return null
    const taken = { ...line }
    line.state = 'sending'
    line.tries += 1
    return taken
  }

  async saveOutcome(id: string, outcome: Outcome) {
    const line = this.#line(id)
    line.state = outcome.state
    if (outcome.state === 'handed') line.ref = outcome.ref
    if (outcome.state === 'waiting') line.nextAt = outcome.nextAt
  }

  async handedOver() {
    return this.outbox.flatMap(({ state, ref }) => (state === 'handed' && ref !== null ? [ref] : []))
  }

  async saveReceived(refs: readonly string[]) {
    for (const line of this.outbox) if (line.ref !== null && refs.includes(line.ref)) line.state = 'received'
  }

  async saveLost(refs: readonly string[], now: string) {
    for (const line of this.outbox)
      if (line.state === 'handed' && line.ref !== null && refs.includes(line.ref)) {
        line.state = 'waiting'
        line.nextAt = now
      }
  }

  async receive({ ref }: Waiting, bytes: Uint8Array, now: string) {
    if (this.#known.has(ref)) return 'known' as const
    this.#known.add(ref)
    const message = JSON.parse(new TextDecoder().decode(bytes)) as Message
    if (message.kind === 'status') this.#hear(message)
    else this.#receive(message, now)
    return 'stored' as const
  }

  #hear({ from, documentId, entry }: Extract<Message, { kind: 'status' }>) {
    const key = `${documentId} ${from}`
    const entries = hear(this.sent.get(key) ?? [], entry)
    this.sent.set(key, entries)
    // Known by its word, whatever the hub says of it.
    if (isAcknowledged(entries))
      for (const line of this.outbox)
        if (line.key === `${key} edoc` && line.state === 'handed') line.state = 'received'
  }

  #receive(message: Extract<Message, { kind: 'edoc' }>, now: string) {
    const about = subjectOf(message)
    const key = `${message.from} ${about}`
    const { held, isNew, replies } = receive(this.held.get(key) ?? nothingHeld(about), message, now)
    this.held.set(key, held)
    if (isNew && about === message.documentId && message.business !== 1 && message.business !== 2)
      this.kept.push(key)
    for (const { entry, again } of replies) this.#reply(message.from, about, entry, again, now)
    if (!isNew) return
    for (const old of message.replaces) {
      const oldKey = `${message.from} ${old}`
      this.held.set(oldKey, replacedBy(this.held.get(oldKey) ?? nothingHeld(old), message.documentId))
    }
  }

  #reply(to: string, documentId: string, entry: Entry, again: boolean, now: string) {
    const key = `${to} ${documentId} ${entry.status} ${entry.at}`
    const line = this.outbox.find((each) => each.key === key)
    if (!line) this.#post(key, 'status', to, { kind: 'status', from: this.id, documentId, entry }, now)
    else if (again && line.state === 'received') {
      line.state = 'waiting'
      line.nextAt = now
    }
  }

  #post(key: string, kind: Parcel['kind'], to: string, message: Message, now: string) {
    const id = `${this.id}-${this.outbox.length}`
    this.outbox.push({
      id,
      key,
      kind,
      from: this.id,
      to: [to],
      bytes: bytesOf(message),
      tries: 0,
      state: 'waiting',
      nextAt: now,
      ref: null,
    })
  }

  #line(id: string): Line {
    const line = this.outbox.find((each) => each.id === id)
    if (!line) throw new Error(`no line ${id}`)
    return line
  }
}
