/**
 * What a message does at the receiver, and what a reply does at the sender. Messages may come twice, late and in any order;
 * a recall may come before what it recalls. Nothing is decided here that a person decides. Pure.
 */
import type { DeliveryStatus } from '@loa/contract/deliveries'
import { type Entry, isKnown, stampFor } from '../deliveries/delivery.ts'

/** A document or a step about one, as far as the rules need it. Business types as on the wire. */
export interface IncomingDocument {
  documentId: string
  business: 0 | 1 | 2 | 3
  /** Of a recall or an update: the document it is about. */
  about: string | null
  /** Of a replacement: what falls away. */
  replaces: readonly string[]
  reason: string | null
  /** When its sender sent it, by the sender's clock. */
  at: string
  /** Equal for equal content, however often it comes. */
  digest: string
}

/** What a body holds of one document of one sender. */
export interface Held {
  documentId: string
  /** False while only a step about it has come, before the document itself. */
  isHere: boolean
  entries: Entry[]
  /** Digests of the recalls and updates that were taken in. */
  steps: string[]
  replacedBy: string | null
}

/** A status to be sent to the sender; `again`: it was sent before, and he seems not to know. */
export interface Reply {
  entry: Entry
  again: boolean
}

export interface Reception {
  held: Held
  /** The content is new, and to be kept. */
  isNew: boolean
  replies: Reply[]
}

/** The document that a message is about: its own, or the one it recalls or updates. */
export const subjectOf = ({ business, about, documentId }: IncomingDocument): string =>
  business === 1 || business === 2 ? (about ?? documentId) : documentId

const senders: readonly DeliveryStatus[] = ['13']
export const isReceivers = ({ status }: Entry): boolean => !senders.includes(status)
const isSenders = (entry: Entry): boolean => !isReceivers(entry)

/** @param held what is held of `subjectOf(message)` */
export const receive = (held: Held, message: IncomingDocument, now: string): Reception => {
  if (message.business === 1 || message.business === 2) return askedFor(held, message)
  if (held.isHere) return { held, isNew: false, replies: repeated(held) }
  const arrived: Entry = { status: '01', at: stampFor(held.entries, now, isReceivers), reason: null }
  return {
    held: { ...held, isHere: true, entries: [...held.entries, arrived] },
    isNew: true,
    replies: [{ entry: arrived, again: false }],
  }
}

/** A recall or an update asks (13); a person agrees (15) or refuses (16). */
const askedFor = (held: Held, { digest, at, reason }: IncomingDocument): Reception => {
  if (held.steps.includes(digest)) return { held, isNew: false, replies: repeated(held) }
  const asked: Entry = { status: '13', at, reason }
  return {
    held: {
      ...held,
      steps: [...held.steps, digest],
      entries: isKnown(held.entries, asked) ? held.entries : [...held.entries, asked],
    },
    isNew: true,
    replies: [],
  }
}

/** Who sends twice has not heard: the last word is said again. */
const repeated = ({ entries }: Held): Reply[] => {
  const own = entries.filter(isReceivers)
  const last = own.reduce<Entry | null>((best, entry) => (best && best.at > entry.at ? best : entry), null)
  return last ? [{ entry: last, again: true }] : []
}

/** The sender's own step (13), later than all it has heard. */
export const ask = (entries: readonly Entry[], reason: string, now: string): Entry => ({
  status: '13',
  at: stampFor(entries, now, isSenders),
  reason,
})
