/** A PDF signed by PAdES, baseline B-B, or B-T with a timestamp (ETSI EN 319 142-1). */
import { createHash } from 'node:crypto'
import { signedData, type Timestamp } from './cms.ts'
import type { SigningKey } from './key.ts'
import { type Opened, openPlace, type SignaturePlace } from './signature-place.ts'

export interface PdfSignature extends SignaturePlace {
  key: SigningKey
  timestamp: Timestamp | null
}

/** The bytes that came stay as they are; signature and place are appended. */
export const signPdf = async (
  bytes: Uint8Array,
  { key, timestamp, ...place }: PdfSignature,
): Promise<Uint8Array> => signIn(await openPlace(bytes, place), key, timestamp)

/** Fills the place; everything outside of it is signed. */
export const signIn = async (
  { pdf, start, length }: Opened,
  key: SigningKey,
  timestamp: Timestamp | null,
): Promise<Uint8Array> => {
  const digest = createHash('sha256')
    .update(pdf.subarray(0, start - 1))
    .update(pdf.subarray(start + length + 1))
    .digest()
  const hex = Buffer.from(await signedData(digest, key, timestamp)).toString('hex')
  if (hex.length > length) throw new RangeError('the signature is larger than its place')
  pdf.write(hex, start, 'latin1')
  return pdf
}
