/**
 * The signatures of a PDF looked at: is it still what was signed, by whom, when, and does the certificate rest on one that is
 * trusted and was good at that moment (ETSI EN 319 102-1, in its simplest form).
 */
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib'
import * as pkijs from 'pkijs'
import { provedTime } from './proved-time.ts'

/**
 * `changed`: the bytes are not those that were signed. `untrusted`: it rests on nobody who is trusted here. `expired`,
 * `revoked`: at the moment of signing. `unreadable`: no signature that can be checked.
 */
export type SignatureState = 'valid' | 'changed' | 'untrusted' | 'expired' | 'revoked' | 'unreadable'

export interface FoundSignature {
  field: string
  state: SignatureState
  signer: string | null
  issuer: string | null
  /** What the signer says, ISO 8601; not proved. */
  saidAt: string | null
  /** What a timestamp proves, of an authority that is trusted. */
  provedAt: string | null
  /** Something was appended afterwards: further signatures do so, and so does whoever changes what is seen. */
  hasMoreAfter: boolean
}

export interface Trust {
  /** DER. */
  roots: Uint8Array[]
  /** Lists of revoked certificates, DER. */
  crls: Uint8Array[]
  /** The moment at which a certificate must be good where no timestamp says another, ISO 8601. */
  at: string
}

/** @throws what pdf-lib throws for a signed file that is damaged or encrypted */
export const verifyPdf = async (bytes: Uint8Array, trust: Trust): Promise<FoundSignature[]> => {
  // A signature lies uncompressed in the file, as its own bytes are left out of what it signs: most scans are answered by a glance.
  if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('/ByteRange')) return []
  const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: false })
  const fields = document.catalog.getAcroForm()?.getAllFields() ?? []
  const found: FoundSignature[] = []
  for (const [field] of fields) {
    const { dict } = field
    if (dict.lookup(PDFName.of('FT')) !== PDFName.of('Sig')) continue
    const value = dict.lookup(PDFName.of('V'))
    if (value instanceof PDFDict)
      found.push(await verifyOne(bytes, value, field.getPartialName() ?? '', trust))
  }
  return found
}

const verifyOne = async (
  bytes: Uint8Array,
  value: PDFDict,
  field: string,
  trust: Trust,
): Promise<FoundSignature> => {
  const range = numbersOf(value.lookup(PDFName.of('ByteRange')))
  const contents = value.lookup(PDFName.of('Contents'))
  const none = { signer: null, issuer: null, saidAt: saidOf(value), provedAt: null, hasMoreAfter: false }
  const [start, before, after, rest] = range
  if (
    range.length !== 4 ||
    start !== 0 ||
    !(contents instanceof PDFHexString) ||
    before === undefined ||
    after === undefined ||
    rest === undefined ||
    after + rest > bytes.length ||
    // Between the two parts stands the signature and nothing else.
    !/^<[0-9A-Fa-f]*>$/.test(Buffer.from(bytes.subarray(before, after)).toString('latin1'))
  )
    return { field, state: 'unreadable', ...none }
  const content = Buffer.concat([bytes.subarray(0, before), bytes.subarray(after, after + rest)])
  const hasMoreAfter = after + rest < bytes.length
  try {
    return { field, ...none, ...(await verifyCms(contents.asBytes(), content, trust)), hasMoreAfter }
  } catch {
    return { field, state: 'unreadable', ...none, hasMoreAfter }
  }
}

const verifyCms = async (cms: Uint8Array, content: Uint8Array, trust: Trust) => {
  const info = pkijs.ContentInfo.fromBER(Uint8Array.from(cms).buffer)
  const signed = new pkijs.SignedData({ schema: info.content })
  const certificates = (signed.certificates ?? []).filter((each) => each instanceof pkijs.Certificate)
  const signerInfo = signed.signerInfos[0]
  const sid = signerInfo?.sid
  const certificate =
    sid instanceof pkijs.IssuerAndSerialNumber
      ? certificates.find((each) => each.serialNumber.isEqual(sid.serialNumber))
      : undefined
  if (!signerInfo || !certificate) throw new RangeError('nobody signed')
  const isWhole = await signed
    .verify({ signer: 0, data: Uint8Array.from(content).buffer, checkChain: false })
    .catch(() => false)
  const provedAt = isWhole ? await provedTime(signerInfo, trust.roots.map(certificateOf)) : null
  return {
    signer: commonName(certificate.subject),
    issuer: commonName(certificate.issuer),
    provedAt,
    state: isWhole
      ? await chainState(certificate, certificates, { ...trust, at: provedAt ?? trust.at })
      : ('changed' as const),
  }
}

const chainState = async (
  certificate: pkijs.Certificate,
  others: pkijs.Certificate[],
  { roots, crls, at }: Trust,
): Promise<SignatureState> => {
  const trustedCerts = roots.map(certificateOf)
  const day = new Date(at)
  const check = (checkDate: Date, withLists: boolean) =>
    new pkijs.CertificateChainValidationEngine({
      trustedCerts,
      certs: [...others.filter((each) => each !== certificate), certificate],
      crls: withLists
        ? crls.map((crl) => pkijs.CertificateRevocationList.fromBER(Uint8Array.from(crl).buffer))
        : [],
      checkDate,
    }).verify()
  const isGoodAt = (each: pkijs.Certificate) => each.notBefore.value <= day && day <= each.notAfter.value
  if (!isGoodAt(certificate)) {
    const then = new Date((certificate.notBefore.value.getTime() + certificate.notAfter.value.getTime()) / 2)
    return (await check(then, false)).result ? 'expired' : 'untrusted'
  }
  if (!(await check(day, false)).result) return 'untrusted'
  if (crls.length > 0 && (await isRevoked(certificate, trustedCerts, others, { crls, day }))) return 'revoked'
  return 'valid'
}

/** By a list that its own issuer signed. */
const isRevoked = async (
  certificate: pkijs.Certificate,
  roots: pkijs.Certificate[],
  others: pkijs.Certificate[],
  { crls, day }: { crls: Uint8Array[]; day: Date },
): Promise<boolean> => {
  const issuer = [...roots, ...others].find((each) => each.subject.isEqual(certificate.issuer))
  for (const bytes of crls) {
    const crl = pkijs.CertificateRevocationList.fromBER(Uint8Array.from(bytes).buffer)
    if (!issuer || !crl.issuer.isEqual(certificate.issuer)) continue
    if (!(await crl.verify({ issuerCertificate: issuer }))) continue
    const entry = crl.revokedCertificates?.find(({ userCertificate }) =>
      userCertificate.isEqual(certificate.serialNumber),
    )
    if (entry && entry.revocationDate.value <= day) return true
  }
  return false
}

const certificateOf = (der: Uint8Array) => pkijs.Certificate.fromBER(Uint8Array.from(der).buffer)

const numbersOf = (value: unknown): number[] =>
  value instanceof PDFArray
    ? value.asArray().flatMap((each) => (each instanceof PDFNumber ? [each.asNumber()] : []))
    : []

const saidOf = (value: PDFDict): string | null => {
  const said = value.lookup(PDFName.of('M'))
  if (!(said instanceof PDFString || said instanceof PDFHexString)) return null
  try {
    return said.decodeDate().toISOString()
  } catch {
    return null
  }
}

const commonName = (name: pkijs.RelativeDistinguishedNames): string | null => {
  const value = name.typesAndValues.find(({ type }) => type === '2.5.4.3')?.value
  return value ? String((value.valueBlock as { value?: unknown }).value ?? '') || null : null
}
