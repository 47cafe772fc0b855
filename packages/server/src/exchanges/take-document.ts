/** What came is stored, in the transaction that also answers its sender. */

import type { Edoc, Organ } from '@loa/edxml'
import type { Database } from '../database/database.ts'
import type { Entry } from '../deliveries/delivery.ts'
import { addStatus, hearStatus, listEntries } from '../deliveries/queries.ts'
import type { Incoming } from '../dispatches/read-incoming.ts'
import { takeIn } from '../dispatches/take-in.ts'
import { record } from '../events/events.ts'
import type { StoredConnection } from './connection-queries.ts'
import {
  insertIncomingDelivery,
  lockIncoming,
  type StoredIncoming,
  saveIncomingHere,
  saveIncomingSteps,
  saveReplacedBy,
  setAsked,
} from './incoming-queries.ts'
import { type Held, type IncomingDocument, type Reply, receive, subjectOf } from './reception.ts'
import { reply } from './reply.ts'

interface Taking {
  connection: StoredConnection
  now: string
}

const heldOf = (incoming: StoredIncoming, entries: Entry[]): Held => ({
  documentId: incoming.documentId,
  isHere: incoming.dispatchId !== null,
  entries: incoming.deliveryId === null ? incoming.early : entries,
  steps: incoming.steps,
  replacedBy: incoming.replacedBy,
})

const lock = async (db: Database, { connection, now }: Taking, from: Organ, documentId: string) => {
  const incoming = await lockIncoming(db, {
    connectionId: connection.id,
    fromOrgan: from.organId,
    fromName: from.name ?? from.organId,
    documentId,
    at: now,
  })
  const entries = incoming.deliveryId === null ? [] : await listEntries(db, incoming.deliveryId)
  return { incoming, held: heldOf(incoming, entries) }
}

/** Of a document or its replacement. Twice is once: the second time its sender hears again how it stands. */
export const takeDocument = async (
  db: Database,
  taking: Taking,
  {
    message,
    document,
    incoming: read,
    legalValue,
  }: {
    message: Edoc
    document: IncomingDocument
    incoming: Incoming | null
    legalValue: 'original' | 'information'
  },
): Promise<number> => {
  const { connection, now } = taking
  const { incoming, held } = await lock(db, taking, message.from, document.documentId)
  const { isNew, replies } = receive(held, document, now)
  if (!isNew || !read) {
    await answer(db, incoming, replies, now)
    return incoming.id
  }
  const unit = { id: connection.unitId, code: connection.unitCode }
  const { id: dispatchId } = await takeIn(db, read, {
    unit,
    owners: [unit.id],
    by: null,
    at: now,
    cameBy: 'exchange',
    cameFrom: message.from.name ?? message.from.organId,
  })
  await saveIncomingHere(db, incoming.id, {
    dispatchId,
    code: read.tree.code,
    dated: read.tree.date,
    legalValue,
  })
  const deliveryId = await insertIncomingDelivery(db, {
    incomingId: incoming.id,
    dispatchId,
    unitId: unit.id,
    at: now,
  })
  // A recall may have come before it: it is asked for at once.
  for (const entry of incoming.early) await hearStatus(db, deliveryId, entry, now)
  if (incoming.early.length > 0) await setAsked(db, deliveryId, incoming.updateSha256 ? 'update' : 'recall')
  const arrived = await addStatus(db, { deliveryId, status: '01', at: now, by: null, reason: null })
  await note(db, connection, now, deliveryId, '01', { from: message.from.name })
  await answer(
    db,
    { ...incoming, code: read.tree.code, dated: read.tree.date },
    [{ entry: arrived, again: false }],
    now,
  )
  for (const old of document.replaces) {
    const { incoming: replaced } = await lock(db, taking, message.from, old)
    await saveReplacedBy(db, replaced.id, document.documentId)
  }
  return incoming.id
}

/** A recall or an update: a person of the receiver answers it. */
export const takeStepAbout = async (
  db: Database,
  taking: Taking,
  from: Organ,
  document: IncomingDocument,
  updateSha256: string | null,
): Promise<number> => {
  const { connection, now } = taking
  const { incoming, held } = await lock(db, taking, from, subjectOf(document))
  const {
    isNew,
    held: after,
    replies,
  } = receive(held, { ...document, reason: document.reason ?? 'không ghi lý do' }, now)
  if (!isNew) {
    await answer(db, incoming, replies, now)
    return incoming.id
  }
  const asked = after.entries.filter((entry) => !held.entries.includes(entry))
  const early = incoming.deliveryId === null ? [...incoming.early, ...asked] : []
  await saveIncomingSteps(db, incoming.id, { early, steps: after.steps, updateSha256 })
  if (incoming.deliveryId === null) return incoming.id
  await setAsked(db, incoming.deliveryId, document.business === 2 ? 'update' : 'recall')
  for (const entry of asked) await hearStatus(db, incoming.deliveryId, entry, now)
  await note(db, connection, now, incoming.deliveryId, '13', { from: from.name, reason: document.reason })
  return incoming.id
}

/** Refused before anybody saw it, with the reason; nothing of it is kept. */
export const refuseReceived = async (
  db: Database,
  taking: Taking,
  message: Edoc,
  reason: string,
): Promise<number> => {
  const { incoming } = await lock(db, taking, message.from, message.documentId)
  const entry: Entry = { status: '02', at: `${taking.now.slice(0, 19)}Z`, reason }
  await answer(db, incoming, [{ entry, again: true }], taking.now)
  return incoming.id
}

const answer = async (db: Database, incoming: StoredIncoming, replies: readonly Reply[], now: string) => {
  for (const { entry, again } of replies) await reply(db, incoming, entry, { person: null, again, now })
}

const note = (
  db: Database,
  { unitId }: StoredConnection,
  at: string,
  deliveryId: number,
  status: '01' | '13',
  data: Record<string, unknown>,
) =>
  record(db, {
    unitId,
    at,
    personId: null,
    kind: `delivery.${status}`,
    subject: 'delivery',
    subjectId: deliveryId,
    data,
  })
