/** Chữ ký số: keys of persons and of bodies, signing and sealing, and what is found in a signed file. */
import { z } from 'zod'
import { Dispatch } from './dispatches.ts'
import { ById, endpoint, Id, Instant, Version } from './endpoint.ts'

export const SigningKey = z.object({
  /** Of the certificate: whose it is, who issued it. */
  subject: z.string(),
  issuer: z.string(),
  serial: z.string(),
  validFrom: Instant,
  validTo: Instant,
  /** A file kept here, a token or HSM, or a service that signs from afar. */
  kind: z.enum(['file', 'token', 'remote']),
  hasPicture: z.boolean(),
  /** After three wrong PINs. */
  lockedUntil: Instant.nullable(),
  setBy: z.string(),
  setAt: Instant,
})
export type SigningKey = z.infer<typeof SigningKey>

/** A key file is a few kilobytes, a picture of a signature some hundred. */
export const keySizes = { p12: 100_000, picture: 1_000_000 } as const
const base64 = (bytes: number) => z.base64().max(Math.ceil((bytes * 4) / 3) + 4)

export const NewSigningKey = z.object({
  /** A PKCS #12 file (.p12, .pfx). */
  p12: base64(keySizes.p12).min(1),
  /** Opens it once to see that it does; not kept. */
  password: z.string().min(1).max(200),
  /** PNG of the signature or the seal. */
  picture: base64(keySizes.picture).nullable(),
})
export type NewSigningKey = z.infer<typeof NewSigningKey>

/** Where a key lies that is not a file here. */
export const KeyPlace = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('token'), token: z.string().max(100), key: z.string().max(200) }),
  z.object({ kind: z.literal('remote'), user: z.string().max(200), key: z.string().max(200) }),
])
export type KeyPlace = z.infer<typeof KeyPlace>

const KeyPlaces = z.object({
  /** The ways this installation has. */
  ways: z.array(z.enum(['token', 'remote'])),
  keys: z.array(
    SigningKey.pick({ subject: true, issuer: true, serial: true, validFrom: true, validTo: true }).extend({
      place: KeyPlace,
    }),
  ),
  /** What kept Loa from looking: word codes of problems. */
  troubles: z.array(z.string()),
})
export type KeyPlaces = z.infer<typeof KeyPlaces>
const PlaceQuery = z.object({ user: z.string().trim().max(200).optional() })

export const NewKeyPlace = z.object({
  place: KeyPlace,
  /** Tried once; not kept. */
  pin: z.string().min(1).max(200),
  picture: base64(keySizes.picture).nullable(),
})
export type NewKeyPlace = z.infer<typeof NewKeyPlace>

const Shown = z.object({ key: SigningKey.nullable() })

export const GetMySigningKey = endpoint({
  method: 'get',
  path: '/api/account/signing-key',
  access: 'signed-in',
  summary: 'The key by which the person signs documents',
  answer: Shown,
})
export const SetMySigningKey = endpoint({
  method: 'put',
  path: '/api/account/signing-key',
  access: 'signed-in',
  summary: 'Keep a key file, sealed; another one replaces it',
  body: NewSigningKey,
  answer: Shown,
  secret: true,
})
export const GetMyKeyPlaces = endpoint({
  method: 'get',
  path: '/api/account/signing-key/places',
  access: 'signed-in',
  summary: 'Keys in tokens that are plugged in, or with the signing service for this user',
  query: PlaceQuery,
  answer: KeyPlaces,
})
export const UseMyKeyPlace = endpoint({
  method: 'put',
  path: '/api/account/signing-key/place',
  access: 'signed-in',
  summary: 'Sign by a key in a token or with a service; it is tried once with its PIN',
  body: NewKeyPlace,
  answer: Shown,
  secret: true,
})
export const RemoveMySigningKey = endpoint({
  method: 'delete',
  path: '/api/account/signing-key',
  access: 'signed-in',
  summary: 'Forget the key; what was signed stays signed',
  answer: Shown,
})

export const GetSealKey = endpoint({
  method: 'get',
  path: '/api/seal-key',
  access: 'seal-key.change',
  summary: 'The key by which the own unit seals documents',
  answer: Shown.extend({ unit: z.string() }),
})
export const SetSealKey = endpoint({
  method: 'put',
  path: '/api/seal-key',
  access: 'seal-key.change',
  summary: 'Keep the key file of the own unit, sealed; another one replaces it',
  body: NewSigningKey,
  answer: Shown.extend({ unit: z.string() }),
  secret: true,
})
export const GetSealKeyPlaces = endpoint({
  method: 'get',
  path: '/api/seal-key/places',
  access: 'seal-key.change',
  summary: 'Keys in tokens that are plugged in, or with the signing service for this user',
  query: PlaceQuery,
  answer: KeyPlaces,
})
export const UseSealKeyPlace = endpoint({
  method: 'put',
  path: '/api/seal-key/place',
  access: 'seal-key.change',
  summary: 'Seal by a key in a token or with a service; it is tried once with its PIN',
  body: NewKeyPlace,
  answer: Shown.extend({ unit: z.string() }),
  secret: true,
})
export const RemoveSealKey = endpoint({
  method: 'delete',
  path: '/api/seal-key',
  access: 'seal-key.change',
  summary: 'Forget the key of the own unit; what was sealed stays sealed',
  answer: Shown.extend({ unit: z.string() }),
})

const Signing = z.object({
  version: Version,
  /** The password of the key file. */
  pin: z.string().min(1).max(200),
  /** Where the settings allow it and the authority does not answer. */
  withoutTimestamp: z.boolean().default(false),
})
export const ESignDispatch = endpoint({
  method: 'post',
  path: '/api/dispatches/{id}/e-sign',
  access: 'dispatch.sign',
  summary: 'Ký số: the one who signed the dispatch signs its final pages',
  params: ById,
  body: Signing,
  answer: Dispatch,
  secret: true,
})
export const SealDispatch = endpoint({
  method: 'post',
  path: '/api/dispatches/{id}/seal',
  access: 'dispatch.seal',
  summary: 'Đóng dấu số: the clerk signs for the body what its competent person has signed',
  params: ById,
  body: Signing,
  answer: Dispatch,
  secret: true,
})

/**
 * `changed`: the bytes are not those that were signed. `untrusted`: it rests on nobody who is trusted here. `expired`,
 * `revoked`: at the moment of signing. `unreadable`: no signature that can be checked.
 */
export const signatureStates = ['valid', 'changed', 'untrusted', 'expired', 'revoked', 'unreadable'] as const

export const FoundSignature = z.object({
  field: z.string(),
  state: z.enum(signatureStates),
  signer: z.string().nullable(),
  issuer: z.string().nullable(),
  /** What the signer says; not proved. */
  saidAt: Instant.nullable(),
  /** What a timestamp proves. */
  provedAt: Instant.nullable(),
  /** Something was appended afterwards: further signatures do so, and so does whoever changes what is seen. */
  hasMoreAfter: z.boolean(),
})
export type FoundSignature = z.infer<typeof FoundSignature>

export const ListSignatures = endpoint({
  method: 'get',
  path: '/api/dispatches/{id}/signatures',
  access: 'dispatch.read',
  summary: 'The digital signatures of its PDF: as issued, as signed so far, or as it came in',
  params: z.object({ id: Id }),
  answer: z.object({
    /** Null: it has no PDF, or one that is not signed yet. */
    checkedAt: Instant.nullable(),
    /** False: nobody has said whom this Loa trusts. */
    hasTrust: z.boolean(),
    signatures: z.array(FoundSignature),
  }),
})
export type Signatures = z.infer<typeof ListSignatures.answer>
