/** Who makes the signature: a key file, a token, or a service far away. */
import type { KeyTrouble } from '@loa/documents/sign'
import type { Config } from '../config.ts'
import type { KeyAccess, PlaceTrouble } from '../documents-worker/key-place.ts'
import type { GivenKey, PageBox, SignedPdf } from '../documents-worker/signing.ts'
import type { Tools } from '../http/endpoint.ts'
import { type KeyOwner, ownerWords, type StoredKey } from './queries.ts'
import { unseal } from './sealed-file.ts'

export interface ToSign {
  /** The file as it stands; the signature is appended. */
  sha256: string
  /** PNG that is seen on the page, or null. */
  pictureSha256: string | null
  place: PageBox & { field: string; signer: string; at: string }
  /** Address of an authority that proves the moment, or null. */
  timestamps: string | null
}

/** A port. */
export type Signer = (
  file: ToSign,
) => Promise<SignedPdf | { trouble: KeyTrouble | PlaceTrouble | 'timestamp' | 'unsealed' }>

/** By the key where it lies: in a sealed file, in a token, with a service. The PIN is forgotten with the call. */
export const signerOf =
  (
    { documents, blobs, secret, config }: Pick<Tools, 'documents' | 'blobs' | 'secret' | 'config'>,
    owner: KeyOwner,
    stored: StoredKey,
    pin: string,
  ): Signer =>
  async ({ sha256, pictureSha256, ...rest }) => {
    const key = openStored(config, secret, owner, stored, pin)
    if (!key) return { trouble: 'unsealed' }
    return documents.do('sign', {
      ...rest,
      path: blobs.path(sha256),
      pngPath: pictureSha256 === null ? null : blobs.path(pictureSha256),
      key,
    })
  }

const openStored = (
  config: Config,
  secret: string,
  owner: KeyOwner,
  { sealed, place, certificate, chain }: StoredKey,
  pin: string,
): GivenKey | null => {
  if (place && certificate)
    return { kind: 'place', access: keyAccess(config), place, certificate, chain, pin }
  const p12 = sealed && unseal(secret, ownerWords(owner), sealed)
  return p12 ? { kind: 'file', p12, password: pin } : null
}

/** The ways to keys elsewhere that this installation has. */
export const keyAccess = (config: Config): KeyAccess => ({
  pkcs11Module: config.LOA_PKCS11_MODULE ?? null,
  csc: config.LOA_CSC_URL
    ? {
        url: config.LOA_CSC_URL,
        clientId: config.LOA_CSC_CLIENT_ID ?? '',
        clientSecret: config.LOA_CSC_CLIENT_SECRET ?? '',
      }
    : null,
})
