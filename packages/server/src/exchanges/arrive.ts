/**
 * A package that was fetched: opened outside of any transaction, then one transaction stores it with everything that follows.
 * The rules are those of `reception.ts`.
 */
import { createHash } from 'node:crypto'
import { Problem } from '@loa/contract/problem'
import type { Edoc, StatusReply } from '@loa/edxml'
import { inOnePiece, type StagedBlob } from '../blobs/blobs.ts'
import type { Database } from '../database/database.ts'
import { hearStatus } from '../deliveries/queries.ts'
import { mimes } from '../dispatches/files.ts'
import { type Incoming, keepPackage } from '../dispatches/read-incoming.ts'
import { record } from '../events/events.ts'
import type { ReactionTools } from '../events/jobs.ts'
import { type StoredConnection, saveClockOff } from './connection-queries.ts'
import { deliveryOfSent, isHere, isTaken, saveTaken } from './incoming-queries.ts'
import { type OpenedPackage, openPackage } from './open-package.ts'
import { findSent, saveHeard } from './outgoing-queries.ts'
import { mostPackageBytes, type Waiting } from './ports.ts'
import type { IncomingDocument } from './reception.ts'
import { refuseReceived, takeDocument, takeStepAbout } from './take-document.ts'

/** A reaction and a guest's request have these both. */
export type ArriveTools = Pick<ReactionTools, 'config' | 'pool' | 'blobs' | 'documents'>

export interface Arriving {
  tools: ArriveTools
  connection: StoredConnection
  waiting: Waiting
  now: string
}

/** @param bytes null: too large to be fetched */
export const arrive = async (
  { tools, connection, waiting, now }: Arriving,
  bytes: Uint8Array | null,
): Promise<'stored' | 'known' | 'unreadable'> => {
  const { pool, blobs } = tools
  if (await pool.transaction('system', (db) => isTaken(db, connection.id, waiting.ref))) return 'known'
  const of = { connectionId: connection.id, ref: waiting.ref, kind: waiting.kind, at: now }
  const refuse = (sha256: string, said: string) =>
    pool.transaction('system', (db) =>
      saveTaken(db, { ...of, sha256, how: 'unreadable', said, incomingId: null }),
    )
  if (bytes === null) {
    await refuse('', 'file.too-large')
    return 'unreadable'
  }
  const staged = await blobs.stage(inOnePiece(bytes), mostPackageBytes)
  try {
    const opened = await openPackage(tools, staged.path, waiting.ref)
    const write = await prepared({ tools, connection, waiting, now }, opened, staged)
    await pool.transaction('system', async (db) => {
      const incomingId = await write(db)
      const said = opened.notes[0] ?? null
      await saveTaken(db, { ...of, sha256: staged.sha256, how: 'stored', said, incomingId })
    })
    return 'stored'
  } catch (error) {
    // Said by what its bytes are: it will be the same the next time. Anything else is a fault of ours, and it is fetched again.
    if (!(error instanceof Problem) || error.code === 'server.busy') throw error
    // Kept, so that a person can look at it; of a secret nothing is kept.
    if (error.code !== 'document.secret') await staged.keep()
    const said = [error.code, ...error.places.map(({ message }) => message)].join(' · ')
    await refuse(staged.sha256, said)
    return 'unreadable'
  } finally {
    // What was kept lies elsewhere by now.
    await staged.drop()
  }
}

/** What is slow, or on disk, is done here; what is given back writes everything that follows. Null: it is about nothing that came in. */
const prepared = async (
  arriving: Arriving,
  { message, isWhole, notes }: OpenedPackage,
  staged: StagedBlob,
): Promise<(db: Database) => Promise<number | null>> => {
  const { tools, connection, now } = arriving
  if (message.kind === 'status') return (db) => hear(db, connection, message, now).then(() => null)
  const document = documentOf(message, now)
  if (message.business.type === 1 || message.business.type === 2) {
    if (message.business.type === 2) await staged.keep()
    const update = message.business.type === 2 ? staged.sha256 : null
    return (db) => takeStepAbout(db, arriving, message.from, document, update)
  }
  const of = { connectionId: connection.id, fromOrgan: message.from.organId, documentId: message.documentId }
  const known = await tools.pool.transaction('system', (db) => isHere(db, of))
  const incoming = known ? null : await kept(arriving, message, notes, staged)
  if (incoming === 'secret') return (db) => refuseReceived(db, arriving, message, secretWords)
  const legalValue = incoming && isWhole ? await legalValueOf(arriving, incoming) : 'information'
  return (db) => takeDocument(db, arriving, { message, document, incoming, legalValue })
}

/** What its sender reads as the reason of the refusal (Decision 28/2018/QĐ-TTg, article 1: such documents are out of scope). */
const secretWords = 'Văn bản mang dấu chỉ mức độ mật, không được gửi, nhận qua hệ thống này'

const kept = async (
  { tools }: Arriving,
  edoc: Edoc,
  notes: readonly string[],
  staged: StagedBlob,
): Promise<Incoming | 'secret'> => {
  try {
    return await keepPackage(tools, staged, {
      edoc,
      notes,
      name: `${edoc.documentId.replaceAll(/[^\w.-]+/g, '_')}.edxml`,
    })
  } catch (error) {
    if (error instanceof Problem && error.code === 'document.secret') return 'secret'
    throw error
  }
}

/** Only what is digitally signed, and holds, takes the place of paper (Decision 28/2018/QĐ-TTg, article 4). */
const legalValueOf = async (
  { tools, now }: Arriving,
  { file }: Incoming,
): Promise<'original' | 'information'> => {
  if (file.mime !== mimes.pdf) return 'information'
  const path = tools.blobs.path(file.sha256)
  const found = await tools.documents.do('verify', { path, trust: tools.config.LOA_TRUST ?? null, at: now })
  return found && found.length > 0 && found.every(({ state }) => state === 'valid')
    ? 'original'
    : 'information'
}

const documentOf = (edoc: Edoc, now: string): IncomingDocument => {
  const { business, documentId } = edoc
  const sentAt = edoc.trace.at(0)?.at ?? null
  const said = JSON.stringify([business.type, documentId, business.documentId, business.reason, sentAt])
  return {
    documentId,
    business: business.type,
    about: business.documentId,
    replaces: [
      ...new Set(
        business.type === 3 ? [...business.replaces.map((each) => each.documentId), business.documentId] : [],
      ),
    ].filter((id): id is string => id !== null && id !== documentId),
    reason: business.reason,
    at: sentAt ?? now,
    digest: createHash('sha256').update(said).digest('hex'),
  }
}

const clockTolerance = 600

/** The sender hears what a receiver tells, or the receiver that it is wanted back (13). */
const hear = async (
  db: Database,
  connection: StoredConnection,
  reply: StatusReply,
  now: string,
): Promise<void> => {
  const { responseFor, statusCode, description, at, from } = reply
  if (statusCode === '13') {
    const document: IncomingDocument = {
      documentId: responseFor.documentId ?? responseFor.code ?? '',
      business: 1,
      about: responseFor.documentId ?? responseFor.code,
      replaces: [],
      reason: description,
      at: at ?? now,
      digest: `13 ${at ?? description ?? ''}`,
    }
    await takeStepAbout(db, { connection, now }, from, document, null)
    return
  }
  const sent = await findSent(db, connection.id, {
    organId: from.organId,
    documentId: responseFor.documentId,
    code: responseFor.code,
  })
  // Of a document that did not go out by this connection: nothing to be told to anybody.
  if (!sent) return
  if (at !== null) {
    const off = Math.round((Date.parse(at) - Date.parse(now)) / 1000)
    // Ahead of us it cannot be; behind may just be late.
    await saveClockOff(db, connection.id, off > clockTolerance ? off : null)
  }
  await saveHeard(db, sent.id, statusCode, now)
  if (sent.dispatchId === null || sent.unitId === null) return
  const delivery = await deliveryOfSent(db, { dispatchId: sent.dispatchId, unitId: sent.unitId, at: now })
  const entry = {
    status: statusCode,
    at: new Date(at ?? now).toISOString(),
    reason: description ?? needed(statusCode),
  }
  if (!(await hearStatus(db, delivery.id, entry, now))) return
  await record(db, {
    unitId: delivery.ownerUnitId,
    at: now,
    personId: null,
    kind: `delivery.${statusCode}`,
    subject: 'delivery',
    subjectId: delivery.id,
    data: { from: from.name ?? from.organId, ...(description ? { reason: description } : {}) },
  })
}

/** Some say no reason although they must. */
const needed = (status: string): string | null =>
  status === '02' || status === '16' ? 'không ghi lý do' : null
