/** Who signs: a certificate, those it rests on, and something that makes the signature. */
import { createPrivateKey, createPublicKey, sign, X509Certificate } from 'node:crypto'
import forge from 'node-forge'

/** A port: the key may lie in a file, in a token, or with a service that signs from afar. */
export interface SigningKey {
  /** DER. */
  certificate: Uint8Array
  /** What it rests on, from its issuer upwards, in DER; may be empty. */
  chain: Uint8Array[]
  /** RSA (PKCS #1 v1.5) or ECDSA over the SHA-256 of these bytes; ECDSA in DER. */
  sign(bytes: Uint8Array): Promise<Uint8Array>
}

export type KeyTrouble = 'wrong-password' | 'not-a-key-file' | 'no-key' | 'kind-of-key'

/** What keeps a file from signing, in a word. */
export class KeyFault extends Error {
  readonly trouble: KeyTrouble
  constructor(trouble: KeyTrouble) {
    super(`key file: ${trouble}`)
    this.trouble = trouble
  }
}

/**
 * The key of a PKCS #12 file, opened once and used as often as one likes.
 * @throws KeyFault
 */
export const openP12 = (bytes: Uint8Array, password: string): SigningKey => {
  const file = openFile(bytes, password)
  const bags = (type: string | undefined) => (type ? (file.getBags({ bagType: type })[type] ?? []) : [])
  const [keyBag] = [...bags(forge.pki.oids.pkcs8ShroudedKeyBag), ...bags(forge.pki.oids.keyBag)]
  if (!keyBag?.asn1 && !keyBag?.key) throw new KeyFault('no-key')
  const der = forge.asn1.toDer(
    keyBag.key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(keyBag.key)) : keyBag.asn1,
  )
  const key = createPrivateKey({ key: Buffer.from(der.getBytes(), 'binary'), format: 'der', type: 'pkcs8' })
  if (key.asymmetricKeyType !== 'rsa' && key.asymmetricKeyType !== 'ec') throw new KeyFault('kind-of-key')
  const certificates = bags(forge.pki.oids.certBag).flatMap(({ cert, asn1 }) => {
    const raw = cert ? forge.pki.certificateToAsn1(cert) : asn1
    return raw ? [new Uint8Array(Buffer.from(forge.asn1.toDer(raw).getBytes(), 'binary'))] : []
  })
  const ours = createPublicKey(key).export({ format: 'der', type: 'spki' })
  const certificate = certificates.find((each) =>
    new X509Certificate(each).publicKey.export({ format: 'der', type: 'spki' }).equals(ours),
  )
  if (!certificate) throw new KeyFault('no-key')
  return {
    certificate,
    chain: chainOf(certificate, certificates),
    sign: async (bytesToSign) => new Uint8Array(sign('sha256', bytesToSign, key)),
  }
}

const openFile = (bytes: Uint8Array, password: string) => {
  let asn1: forge.asn1.Asn1
  try {
    asn1 = forge.asn1.fromDer(Buffer.from(bytes).toString('binary'))
  } catch {
    throw new KeyFault('not-a-key-file')
  }
  try {
    return forge.pkcs12.pkcs12FromAsn1(asn1, false, password)
  } catch (error) {
    throw new KeyFault(/mac|password/i.test(String(error)) ? 'wrong-password' : 'not-a-key-file')
  }
}

/** From the issuer upwards, as far as the file goes. */
const chainOf = (certificate: Uint8Array, others: readonly Uint8Array[]): Uint8Array[] => {
  const chain: Uint8Array[] = []
  let last = new X509Certificate(certificate)
  while (chain.length < 8) {
    const next = others.find((each) => {
      const candidate = new X509Certificate(each)
      return !last.raw.equals(candidate.raw) && last.checkIssued(candidate)
    })
    if (!next || chain.includes(next)) break
    chain.push(next)
    last = new X509Certificate(next)
  }
  return chain
}
