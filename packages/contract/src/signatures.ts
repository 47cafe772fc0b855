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
