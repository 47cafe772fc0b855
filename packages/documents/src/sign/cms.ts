/**
 * A detached CMS signature as PAdES wants it (ETSI EN 319 142-1, baseline B-B and B-T; RFC 5652, RFC 5035): content type, digest and
 * the hash of the certificate are signed; a timestamp stands beside the signature.
 */
import { createHash, X509Certificate } from 'node:crypto'
import * as asn1 from 'asn1js'
import type { SigningKey } from './key.ts'

const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timestamp: '1.2.840.113549.1.9.16.2.14',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsa: '1.2.840.113549.1.1.1',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
}

/** Asks an authority for a timestamp over these bytes; the answer is the token (RFC 3161) in DER. */
export type Timestamp = (bytes: Uint8Array) => Promise<Uint8Array>

/** @param digest SHA-256 of what is signed */
export const signedData = async (
  digest: Uint8Array,
  key: SigningKey,
  timestamp: Timestamp | null,
): Promise<Uint8Array> => {
  const attributes = [
    attribute(oids.contentType, oid(oids.data)),
    attribute(oids.messageDigest, octets(digest)),
    attribute(oids.signingCertificateV2, signingCertificate(key.certificate)),
  ].sort(asDer)
  const signature = await key.sign(der(new asn1.Set({ value: attributes })))
  const token = timestamp ? await timestamp(signature) : null
  const signer = sequence([
    new asn1.Integer({ value: 1 }),
    issuerAndSerial(key.certificate),
    algorithm(oids.sha256),
    tagged(0, attributes),
    algorithm(isRsa(key.certificate) ? oids.rsa : oids.ecdsaWithSha256, isRsa(key.certificate)),
    octets(signature),
    ...(token ? [tagged(1, [attribute(oids.timestamp, parsed(token))])] : []),
  ])
  return der(
    sequence([
      oid(oids.signedData),
      tagged(0, [
        sequence([
          new asn1.Integer({ value: 1 }),
          new asn1.Set({ value: [algorithm(oids.sha256)] }),
          sequence([oid(oids.data)]),
          tagged(0, [key.certificate, ...key.chain].map(parsed)),
          new asn1.Set({ value: [signer] }),
        ]),
      ]),
    ]),
  )
}

type Asn1 = asn1.BaseBlock

export const der = (block: Asn1): Uint8Array => new Uint8Array(block.toBER())
const oid = (value: string) => new asn1.ObjectIdentifier({ value })
const octets = (bytes: Uint8Array) => new asn1.OctetString({ valueHex: copy(bytes) })
const sequence = (value: Asn1[]) => new asn1.Sequence({ value })
const tagged = (tagNumber: number, value: Asn1[]) =>
  new asn1.Constructed({ idBlock: { tagClass: 3, tagNumber }, value })
const algorithm = (value: string, hasNull = false) =>
  sequence(hasNull ? [oid(value), new asn1.Null()] : [oid(value)])
const attribute = (type: string, value: Asn1) => sequence([oid(type), new asn1.Set({ value: [value] })])

/** DER orders the members of a set by their bytes. */
const asDer = (left: Asn1, right: Asn1): number => Buffer.compare(der(left), der(right))

const copy = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer

/** @throws RangeError what is no ASN.1 */
export const parsed = (bytes: Uint8Array): Asn1 => {
  const { offset, result } = asn1.fromBER(copy(bytes))
  if (offset === -1) throw new RangeError('not ASN.1')
  return result
}

/** ESSCertIDv2: SHA-256 is the default and is left out. */
const signingCertificate = (certificate: Uint8Array) =>
  sequence([sequence([sequence([octets(createHash('sha256').update(certificate).digest())])])])

/** Taken out of the certificate as they stand there: TBSCertificate is `[0] version, serial, algorithm, issuer, …`. */
const issuerAndSerial = (certificate: Uint8Array) => {
  const body = (parsed(certificate) as asn1.Sequence).valueBlock.value[0] as asn1.Sequence
  const parts = body.valueBlock.value
  const first = parts[0]?.idBlock.tagClass === 3 ? 1 : 0
  const [serial, , issuer] = parts.slice(first)
  if (!serial || !issuer) throw new RangeError('not a certificate')
  return sequence([issuer, serial])
}

const isRsa = (certificate: Uint8Array): boolean =>
  new X509Certificate(certificate).publicKey.asymmetricKeyType === 'rsa'
