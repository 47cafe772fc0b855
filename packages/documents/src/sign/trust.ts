/** Whom one trusts, from files as authorities hand them out: certificates and lists of revoked ones, PEM (several in a file) or DER. */
import * as pkijs from 'pkijs'

/** What is neither is passed over. */
export const trustOf = (files: readonly Uint8Array[]): { roots: Uint8Array[]; crls: Uint8Array[] } => {
  const blocks = files.flatMap(blocksOf)
  const roots = blocks.filter((block) => parses((der) => pkijs.Certificate.fromBER(der), block))
  return {
    roots,
    crls: blocks.filter(
      (block) =>
        !roots.includes(block) && parses((der) => pkijs.CertificateRevocationList.fromBER(der), block),
    ),
  }
}

const blocksOf = (bytes: Uint8Array): Uint8Array[] => {
  const text = Buffer.from(bytes).toString('latin1')
  const blocks = [...text.matchAll(/-----BEGIN (?:X509 CRL|(?:TRUSTED )?CERTIFICATE)-----([^-]+)-----END/g)]
  return blocks.length > 0
    ? blocks.map(([, base64 = '']) => new Uint8Array(Buffer.from(base64, 'base64')))
    : [bytes]
}

const parses = (read: (bytes: ArrayBuffer) => unknown, bytes: Uint8Array): boolean => {
  try {
    read(Uint8Array.from(bytes).buffer)
    return true
  } catch {
    return false
  }
}
