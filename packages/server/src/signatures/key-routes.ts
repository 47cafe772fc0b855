import { Problem } from '@loa/contract/problem'
import {
  GetMyKeyPlaces,
  GetMySigningKey,
  GetSealKey,
  GetSealKeyPlaces,
  type KeyPlaces,
  type NewKeyPlace,
  type NewSigningKey,
  RemoveMySigningKey,
  RemoveSealKey,
  SetMySigningKey,
  SetSealKey,
  type SigningKey,
  UseMyKeyPlace,
  UseSealKeyPlace,
} from '@loa/contract/signatures'
import type { Database } from '../database/database.ts'
import { record } from '../events/events.ts'
import { route, routeInSteps, type Tools } from '../http/endpoint.ts'
import { type Actor, allow } from '../people/actor.ts'
import { deleteKey, findKey, type KeyOwner, type NewKey, ownerWords, saveKey } from './queries.ts'
import { seal } from './sealed-file.ts'
import { checkDays } from './signature.ts'
import { keyAccess } from './signer.ts'

const mine = (actor: Actor): KeyOwner => ({ person: actor.id })
/** Of the unit the person works for, and of no other. */
const ours = (actor: Actor): KeyOwner => {
  allow(actor, 'seal-key.change', actor.unit.id)
  return { unit: actor.unit.id }
}

export const keyRoutes = [
  route(GetMySigningKey, ({ db, actor }) => shown(db, mine(actor))),
  routeInSteps(SetMySigningKey, {
    prepare: ({ tools, actor, now }, given) => opened(tools, mine(actor), given, now),
    handle: ({ db, actor, now }, _input, key) => kept(db, mine(actor), { actor, now, key }),
  }),
  routeInSteps(GetMyKeyPlaces, {
    prepare: ({ tools, query }) => places(tools, query.user),
    handle: async (_context, _input, found) => found,
  }),
  routeInSteps(UseMyKeyPlace, {
    prepare: ({ tools, now }, given) => tried(tools, given, now),
    handle: ({ db, actor, now }, _input, key) => kept(db, mine(actor), { actor, now, key }),
  }),
  route(RemoveMySigningKey, ({ db, actor, now }) => removed(db, mine(actor), { actor, now })),

  route(GetSealKey, async ({ db, actor }) => ({
    ...(await shown(db, ours(actor))),
    unit: actor.unit.fullName,
  })),
  routeInSteps(SetSealKey, {
    prepare: ({ tools, actor, now }, given) => opened(tools, ours(actor), given, now),
    handle: async ({ db, actor, now }, _input, key) => ({
      ...(await kept(db, ours(actor), { actor, now, key })),
      unit: actor.unit.fullName,
    }),
  }),
  routeInSteps(GetSealKeyPlaces, {
    prepare: ({ tools, query }) => places(tools, query.user),
    handle: async (_context, _input, found) => found,
  }),
  routeInSteps(UseSealKeyPlace, {
    prepare({ tools, actor, now }, given) {
      ours(actor)
      return tried(tools, given, now)
    },
    handle: async ({ db, actor, now }, _input, key) => ({
      ...(await kept(db, ours(actor), { actor, now, key })),
      unit: actor.unit.fullName,
    }),
  }),
  route(RemoveSealKey, async ({ db, actor, now }) => ({
    ...(await removed(db, ours(actor), { actor, now })),
    unit: actor.unit.fullName,
  })),
]

type FoundKey = Omit<NewKey, 'setBy' | 'setAt'>

const places = async ({ documents, config }: Tools, user: string | undefined): Promise<KeyPlaces> => {
  const access = keyAccess(config)
  const { keys, troubles } = await documents.do('key-places', { access, user: user || null })
  return {
    ways: [
      ...(access.pkcs11Module ? (['token'] as const) : []),
      ...(access.csc ? (['remote'] as const) : []),
    ],
    keys: keys.map(({ place, facts }) => ({ place, ...facts })),
    troubles: troubles.map((trouble) => `signing-key.${trouble}`),
  }
}

/** The key elsewhere has signed something with this PIN. @throws Problem with what is wrong */
const tried = async (
  { documents, blobs, config }: Tools,
  { place, pin, picture }: NewKeyPlace,
  now: string,
): Promise<FoundKey> => {
  const found = await documents.do('try-place', { access: keyAccess(config), place, pin })
  if ('trouble' in found) throw new Problem(`signing-key.${found.trouble}`)
  checkDays(found.facts, now)
  const { certificate, chain } = found
  return {
    ...found.facts,
    ...(await keptPicture({ documents, blobs }, picture)),
    kind: place.kind,
    sealed: null,
    place,
    certificate: Buffer.from(certificate),
    chain: chain.map((each) => Buffer.from(each)),
  }
}

/** @throws Problem `signing-key.not-a-picture` */
const keptPicture = async (
  { documents, blobs }: Pick<Tools, 'documents' | 'blobs'>,
  picture: string | null,
) => {
  const png = picture === null ? null : await documents.do('png', { bytes: Buffer.from(picture, 'base64') })
  if (picture !== null && png === null) throw new Problem('signing-key.not-a-picture')
  return {
    pictureSha256: png && (await blobs.put(png.png)).sha256,
    pictureWidth: png?.width ?? null,
    pictureHeight: png?.height ?? null,
  }
}

/** The file opens with this password today, and its picture is one. @throws Problem with what is wrong */
const opened = async (
  { documents, blobs, secret }: Tools,
  owner: KeyOwner,
  { p12, password, picture }: NewSigningKey,
  now: string,
): Promise<FoundKey> => {
  const file = Buffer.from(p12, 'base64')
  const facts = await documents.do('key', { p12: file, password })
  if ('trouble' in facts) throw new Problem(`signing-key.${facts.trouble}`)
  checkDays(facts, now)
  return {
    ...facts,
    ...(await keptPicture({ documents, blobs }, picture)),
    kind: 'file',
    sealed: seal(secret, ownerWords(owner), file),
    place: null,
    certificate: null,
    chain: [],
  }
}

const kept = async (
  db: Database,
  owner: KeyOwner,
  { actor, now, key }: { actor: Actor; now: string; key: FoundKey },
) => {
  await saveKey(db, owner, { ...key, setBy: actor.id, setAt: now })
  const { subject, issuer, serial } = key
  await record(db, {
    ...noted(owner, actor, now),
    kind: 'signing-key.set',
    data: { subject, issuer, serial },
  })
  return shown(db, owner)
}

/** Removed twice is removed once. */
const removed = async (db: Database, owner: KeyOwner, { actor, now }: { actor: Actor; now: string }) => {
  const before = await findKey(db, owner)
  if (before && (await deleteKey(db, owner)) > 0)
    await record(db, {
      ...noted(owner, actor, now),
      kind: 'signing-key.removed',
      data: { subject: before.subject, serial: before.serial },
    })
  return shown(db, owner)
}

const noted = (owner: KeyOwner, actor: Actor, at: string) => ({
  unitId: actor.unit.id,
  at,
  personId: actor.id,
  ...('person' in owner
    ? { subject: 'person', subjectId: owner.person }
    : { subject: 'unit', subjectId: owner.unit }),
})

const shown = async (db: Database, owner: KeyOwner): Promise<{ key: SigningKey | null }> => {
  const key = await findKey(db, owner)
  return { key: key && { ...key, hasPicture: key.pictureSha256 !== null } }
}
