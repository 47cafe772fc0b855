/**
 * The moment that a timestamp proves (RFC 3161). It stands outside of what is signed, so anybody can put one there: it counts when it
 * is over this very signature, whole, and by an authority of timestamps that rests on one who is trusted.
 */
import * as pkijs from 'pkijs'
import { readTimestamp } from './timestamp.ts'

const signatureTimestamp = '1.2.840.113549.1.9.16.2.14'
const extendedKeyUsage = '2.5.29.37'
const timeStamping = '1.3.6.1.5.5.7.3.8'

/** ISO 8601, or null where nothing proves it. */
export const provedTime = async (
  signer: pkijs.SignerInfo,
  trustedCerts: pkijs.Certificate[],
): Promise<string | null> => {
  const attribute = signer.unsignedAttrs?.attributes.find(({ type }) => type === signatureTimestamp)
  const token = attribute?.values[0]
  if (!token) return null
  try {
    const bytes = new Uint8Array(token.toBER())
    const signed = new pkijs.SignedData({ schema: pkijs.ContentInfo.fromBER(bytes).content })
    const certificates = (signed.certificates ?? []).filter((each) => each instanceof pkijs.Certificate)
    const sid = signed.signerInfos[0]?.sid
    const authority = certificates.find(
      (each) => sid instanceof pkijs.IssuerAndSerialNumber && each.serialNumber.isEqual(sid.serialNumber),
    )
    if (!authority || !mayStamp(authority)) return null
    // Looks at the imprint as well: a timestamp over something else is none over this.
    const data = Uint8Array.from(signer.signature.valueBlock.valueHexView).buffer
    if (!(await signed.verify({ signer: 0, data, checkChain: false }))) return null
    const { at } = readTimestamp(bytes)
    const others = certificates.filter((each) => each !== authority)
    const chain = new pkijs.CertificateChainValidationEngine({
      trustedCerts,
      certs: [...others, authority],
      checkDate: new Date(at),
    })
    return (await chain.verify()).result ? at : null
  } catch {
    // Not a timestamp at all.
    return null
  }
}

const mayStamp = (certificate: pkijs.Certificate): boolean => {
  const usage = certificate.extensions?.find(({ extnID }) => extnID === extendedKeyUsage)?.parsedValue
  return usage instanceof pkijs.ExtKeyUsage && usage.keyPurposes.includes(timeStamping)
}
