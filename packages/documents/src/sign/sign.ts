/** Signs PDFs and looks at their signatures. What reaches a token, a service or an authority over the network is given in as a port. */
export type { Timestamp } from './cms.ts'
export { KeyFault, type KeyTrouble, openP12, type SigningKey } from './key.ts'
export { type PdfSignature, signPdf } from './sign-pdf.ts'
export { TimestampFault, timestampQuery, timestampToken } from './timestamp.ts'
export { trustOf } from './trust.ts'
export { type FoundSignature, type SignatureState, type Trust, verifyPdf } from './verify-pdf.ts'
