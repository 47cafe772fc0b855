/** Who makes the signature. A key file is the first way; a token or a service far away is another `Signer`. */
import type { KeyTrouble } from '@loa/documents/sign'
import type { PageBox, SignedPdf } from '../documents-worker/signing.ts'
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
export type Signer = (file: ToSign) => Promise<SignedPdf | { trouble: KeyTrouble | 'timestamp' | 'unsealed' }>

/** By a PKCS #12 file; the PIN is its password and is forgotten with the call. */
export const p12Signer =
  (
    { documents, blobs, secret }: Pick<Tools, 'documents' | 'blobs' | 'secret'>,
    owner: KeyOwner,
    key: StoredKey,
    pin: string,
  ): Signer =>
  async ({ sha256, pictureSha256, ...rest }) => {
    const p12 = unseal(secret, ownerWords(owner), key.sealed)
    if (!p12) return { trouble: 'unsealed' }
    return documents.do('sign', {
      ...rest,
      path: blobs.path(sha256),
      pngPath: pictureSha256 === null ? null : blobs.path(pictureSha256),
      p12,
      password: pin,
    })
  }
