import type { Dispatch } from '@loa/contract/dispatches'
import type { Endpoint } from '@loa/contract/endpoint'
import { Problem } from '@loa/contract/problem'
import { ESignDispatch, SealDispatch } from '@loa/contract/signatures'
import type { Database } from '../database/database.ts'
import {
  addStep,
  type FinalPages,
  findDispatch,
  findDispatchForUpdate,
  type StoredDispatch,
  saveFinal,
  saveState,
} from '../dispatches/queries.ts'
import { showDispatch } from '../dispatches/show.ts'
import { type CertificateFacts, isPlaceTrouble } from '../documents-worker/key-place.ts'
import { record } from '../events/events.ts'
import { type Before, orNotFound, routeInSteps, type Tools } from '../http/endpoint.ts'
import { type Actor, allow } from '../people/actor.ts'
import { today } from '../time.ts'
import { findEnd } from '../units/queries.ts'
import { layOutFinal } from './final.ts'
import { sealBox, signatureBox } from './place.ts'
import {
  findKey,
  findKeyForUpdate,
  findStand,
  insertSignature,
  type KeyOwner,
  listSigned,
  type StoredKey,
  saveTries,
} from './queries.ts'
import { beginTry, checkDays, nextSigning, type Tries, wrongPin } from './signature.ts'
import { signerOf } from './signer.ts'

/** What differs between the two signatures. */
const kinds = {
  'e-sign': { step: 'person', act: 'dispatch.sign', field: 'Nguoi ky' },
  seal: { step: 'organisation', act: 'dispatch.seal', field: 'Co quan' },
} as const
type Kind = keyof typeof kinds

interface Given {
  version: number
  pin: string
  withoutTimestamp: boolean
}

/** The file is signed before the transaction; nothing of it counts until the row is there. */
const signing = <E extends typeof ESignDispatch | typeof SealDispatch>(contract: E, kind: Kind) =>
  routeInSteps<typeof ESignDispatch, Signed | null, Dispatch>(contract as unknown as typeof ESignDispatch, {
    prepare: (context, given) => signFinal(context, kind, given),
    async handle({ db, actor, now, params }, { version }, signed) {
      const dispatch = orNotFound(await findDispatchForUpdate(db, params.id), 'dispatch', params.id)
      if (signed && dispatch.version === version) await keep(db, { actor, now, kind, dispatch, signed })
      // Signed already, by an earlier request whose answer was lost: nothing is signed twice.
      else if (!(await listSigned(db, params.id)).some(({ step }) => step === kinds[kind].step))
        throw changed(dispatch)
      return showDispatch(
        db,
        orNotFound(await findDispatch(db, params.id), 'dispatch', params.id),
        actor,
        now,
      )
    },
  })

export const signRoutes = [signing(ESignDispatch, 'e-sign'), signing(SealDispatch, 'seal')]

interface Signed {
  final: FinalPages
  before: string
  after: string
  timestamped: boolean
  certificate: CertificateFacts
}

const signFinal = async (
  { aside, actor, now, params, tools }: Before<Endpoint, Actor> & { params: { id: number } },
  kind: Kind,
  { version, pin, withoutTimestamp }: Given,
): Promise<Signed | null> => {
  const ground = await aside((db) => findGround(db, { actor, now, kind, id: params.id, version }))
  if (!ground) return null
  const { dispatch, key, owner, signed, signerPicture } = ground
  const timestamps = timestampsOf(tools, withoutTimestamp)
  const final =
    dispatch.finalSha256 && dispatch.finalRoom
      ? { sha256: dispatch.finalSha256, room: dispatch.finalRoom }
      : await layOutFinal(tools, dispatch.tree)
  const before = signed ?? final.sha256
  const person = signatureBox(final.room, signerPicture)
  const tried = await aside((db) => countTry(db, owner, now))
  const answer = await signerOf(
    tools,
    owner,
    key,
    pin,
  )({
    sha256: before,
    pictureSha256: key.pictureSha256,
    place: {
      field: kinds[kind].field,
      signer: key.subject,
      at: now,
      page: final.room.page,
      box: kind === 'e-sign' ? person : sealBox(person, pictureOf(key)),
    },
    timestamps,
  })
  const trouble = 'trouble' in answer ? answer.trouble : null
  if (trouble === 'wrong-password') {
    if (tried.lockedUntil) await aside((db) => noteLock(db, { actor, now, owner }))
    throw wrongPin(tried)
  }
  // Only what opened the key gives the tries back.
  if (trouble === null || trouble === 'timestamp')
    await aside((db) => saveTries(db, key.id, { tries: 0, lockedUntil: null }))
  if (trouble === 'timestamp')
    throw new Problem('timestamp.unreachable', { required: tools.config.LOA_TSA_REQUIRED })
  if (trouble !== null && isPlaceTrouble(trouble)) throw new Problem(`signing-key.${trouble}`)
  if ('trouble' in answer) throw new Problem('signing-key.unreadable')
  const { sha256: after } = await tools.blobs.put(answer.pdf)
  return { final, before, after, timestamped: timestamps !== null, certificate: answer.certificate }
}

/** Null: it bears this signature already. @throws Problem with what keeps this person from signing now */
const findGround = async (
  db: Database,
  { actor, now, kind, id, version }: { actor: Actor; now: string; kind: Kind; id: number; version: number },
) => {
  const { step, act } = kinds[kind]
  const dispatch = orNotFound(await findDispatch(db, id), 'dispatch', id)
  allow(actor, act, dispatch.ownerUnitId, dispatch.tree.type)
  const signed = await listSigned(db, id)
  if (signed.some((each) => each.step === step)) return null
  if (dispatch.version !== version) throw changed(dispatch)
  const ended = await findEnd(db, dispatch.ownerUnitId, today(now))
  if (ended) throw new Problem('unit.ended', { on: ended.on, heir: ended.heir?.fullName ?? null })
  const stand = await findStand(db, id)
  if (kind === 'e-sign' && stand.signer && stand.signer.id !== actor.id)
    throw new Problem('signature.not-the-signer', { who: stand.signer.name })
  const owner: KeyOwner = kind === 'e-sign' ? { person: actor.id } : { unit: dispatch.ownerUnitId }
  const key = await findKey(db, owner)
  if (!key) throw new Problem('signing-key.missing', { of: kind })
  if (nextSigning(dispatch.state, stand) !== kind)
    throw new Problem('dispatch.wrong-state', { state: dispatch.state, step: kind })
  checkDays(key, now)
  const signer = kind === 'e-sign' ? key : stand.signer && (await findKey(db, { person: stand.signer.id }))
  return {
    dispatch,
    key,
    owner,
    signed: signed.at(-1)?.afterSha256,
    signerPicture: signer && pictureOf(signer),
  }
}

/** Before the PIN is looked at, and whatever becomes of the request. */
const countTry = async (db: Database, owner: KeyOwner, now: string): Promise<Tries> => {
  const key = await findKeyForUpdate(db, owner)
  if (!key) throw new Problem('signing-key.missing')
  const tried = beginTry(key, now)
  await saveTries(db, key.id, tried)
  return tried
}

/** Somebody may be guessing: it stands in the log, wherever the request ends. */
const noteLock = (db: Database, { actor, now, owner }: { actor: Actor; now: string; owner: KeyOwner }) =>
  record(db, {
    unitId: 'unit' in owner ? owner.unit : actor.unit.id,
    at: now,
    personId: actor.id,
    kind: 'signing-key.locked',
    subject: 'person' in owner ? 'person' : 'unit',
    subjectId: 'person' in owner ? owner.person : owner.unit,
  })

const timestampsOf = ({ config }: Tools, withoutTimestamp: boolean): string | null => {
  if (!config.LOA_TSA_URL) return null
  if (!withoutTimestamp) return config.LOA_TSA_URL
  if (config.LOA_TSA_REQUIRED === 'yes') throw new Problem('timestamp.required')
  return null
}

const keep = async (
  db: Database,
  {
    actor,
    now,
    kind,
    dispatch,
    signed,
  }: { actor: Actor; now: string; kind: Kind; dispatch: StoredDispatch; signed: Signed },
) => {
  const { final, before, after, timestamped, certificate } = signed
  const { subject, issuer, serial } = certificate
  const facts = { before, after, subject, issuer, serial, timestamped }
  const isNew = await insertSignature(db, {
    dispatchId: dispatch.id,
    step: kinds[kind].step,
    by: actor.id,
    at: now,
    ...facts,
  })
  if (isNew === 0) return
  if (!dispatch.finalSha256) await saveFinal(db, dispatch.id, final)
  await addStep(db, { dispatchId: dispatch.id, step: kind, at: now, by: actor.id, note: subject })
  await saveState(db, dispatch.id, { state: dispatch.state, by: actor.id, at: now, returnReason: null })
  await record(db, {
    unitId: dispatch.ownerUnitId,
    at: now,
    personId: actor.id,
    kind: `dispatch.${kind}`,
    subject: 'dispatch',
    subjectId: dispatch.id,
    data: facts,
  })
}

const pictureOf = ({ pictureWidth, pictureHeight }: StoredKey) =>
  pictureWidth && pictureHeight ? { width: pictureWidth, height: pictureHeight } : null

const changed = ({ changedBy, updatedAt, state }: StoredDispatch) =>
  new Problem('thing.changed', { who: changedBy, at: updatedAt, state })
