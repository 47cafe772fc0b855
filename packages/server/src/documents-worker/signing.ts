/**
 * Keys, signatures and what they rest on, opened in a process apart: key files and signed files come from outside, and a key
 * file may ask for years of hashing before it opens.
 */
import { randomBytes, verify, X509Certificate } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import {
  type FoundSignature,
  KeyFault,
  type KeyTrouble,
  openP12,
  type SigningKey,
  signPdf,
  TimestampFault,
  timestampQuery,
  timestampToken,
  trustOf,
  verifyPdf,
} from '@loa/documents/sign'
import sharp from 'sharp'
import {
  type CertificateFacts,
  type FoundKey,
  type KeyAccess,
  type KeyPlace,
  PlaceFault,
  type PlaceTrouble,
} from './key-place.ts'
import { listRemoteKeys, remoteKey } from './remote-key.ts'
import { listTokenKeys, tokenKey } from './token-key.ts'

export interface Picture {
  png: Uint8Array
  width: number
  height: number
}

export interface PageBox {
  page: number
  box: { x: number; y: number; width: number; height: number }
}

export interface SigningWork {
  /** A key file tried with its password. */
  key: { give: { p12: Uint8Array; password: string }; get: CertificateFacts | { trouble: KeyTrouble } }
  /** The picture of a signature or a seal, written anew; null when it is no PNG. */
  png: { give: { bytes: Uint8Array }; get: Picture | null }
  sign: { give: SignGiven; get: SignedPdf | { trouble: KeyTrouble | PlaceTrouble | 'timestamp' } }
  /** The keys that lie in tokens here, or with the service for this user; `trouble`: what kept it from looking. */
  'key-places': {
    give: { access: KeyAccess; user: string | null }
    get: { keys: FoundKey[]; troubles: PlaceTrouble[] }
  }
  /** A key elsewhere tried with its PIN: it signs something that is thrown away. */
  'try-place': {
    give: { access: KeyAccess; place: KeyPlace; pin: string }
    get: Omit<FoundKey, 'place'> | { trouble: KeyTrouble | PlaceTrouble }
  }
  /** `null`: no PDF that can be opened. */
  verify: { give: { path: string; trust: string | null; at: string }; get: FoundSignature[] | null }
}

export interface SignGiven {
  path: string
  key: GivenKey
  pngPath: string | null
  place: PageBox & { field: string; signer: string; at: string }
  /** Address of the timestamp authority; null: signed without. */
  timestamps: string | null
}

/** A key file with its password, or a key elsewhere with its PIN. */
export type GivenKey =
  | { kind: 'file'; p12: Uint8Array; password: string }
  | {
      kind: 'place'
      access: KeyAccess
      place: KeyPlace
      certificate: Uint8Array
      chain: Uint8Array[]
      pin: string
    }

export interface SignedPdf {
  pdf: Uint8Array
  certificate: CertificateFacts
}

export const openKey = ({ p12, password }: SigningWork['key']['give']): SigningWork['key']['get'] => {
  try {
    return factsOf(openP12(p12, password).certificate)
  } catch (error) {
    if (error instanceof KeyFault) return { trouble: error.trouble }
    throw error
  }
}

export const openPng = async (bytes: Uint8Array): Promise<Picture | null> => {
  try {
    const { format, width, height } = await sharp(bytes, { limitInputPixels: pixelLimit }).metadata()
    if (format !== 'png' || width < 20 || height < 20) return null
    // As large as it is printed at 600 dots an inch, and in the plain form that every reader of PDF knows.
    const { data, info } = await sharp(bytes, { limitInputPixels: pixelLimit, failOn: 'error' })
      .resize({ width: 1500, height: 1500, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .png({ palette: false, compressionLevel: 9 })
      .toBuffer({ resolveWithObject: true })
    return { png: data, width: info.width, height: info.height }
  } catch {
    // It is none, or breaks off: the caller says so.
    return null
  }
}

export const signFile = async (give: SignGiven): Promise<SigningWork['sign']['get']> => {
  try {
    const key = openGiven(give.key)
    const pdf = await signPdf(await readFile(give.path), {
      ...give.place,
      key,
      png: give.pngPath === null ? null : await readFile(give.pngPath),
      reason: null,
      timestamp: give.timestamps === null ? null : askTimestamp(give.timestamps),
    })
    return { pdf, certificate: factsOf(key.certificate) }
  } catch (error) {
    if (error instanceof KeyFault || error instanceof PlaceFault) return { trouble: error.trouble }
    if (error instanceof TimestampFault) return { trouble: 'timestamp' }
    throw error
  }
}

const openGiven = (given: GivenKey): SigningKey => {
  if (given.kind === 'file') return openP12(given.p12, given.password)
  const { access, place, certificate, chain, pin } = given
  return placeKey(access, { place, certificate, chain }, pin)
}

const placeKey = (
  { pkcs11Module, csc }: KeyAccess,
  { place, certificate, chain }: Omit<FoundKey, 'facts'>,
  pin: string,
): SigningKey => {
  if (place.kind === 'token' && pkcs11Module)
    return tokenKey(pkcs11Module, { ...place, certificate, chain }, pin)
  if (place.kind === 'remote' && csc) return remoteKey(csc, { key: place.key, certificate, chain }, pin)
  throw new PlaceFault('place-off')
}

export const findPlaces = async ({
  access,
  user,
}: SigningWork['key-places']['give']): Promise<SigningWork['key-places']['get']> => {
  const { pkcs11Module, csc } = access
  const keys: FoundKey[] = []
  const troubles: PlaceTrouble[] = []
  const look = async (work: () => Promise<FoundKey[]>) => {
    try {
      keys.push(...(await work()))
    } catch (error) {
      if (!(error instanceof PlaceFault) || error.trouble === 'wrong-password') throw error
      troubles.push(error.trouble)
    }
  }
  if (pkcs11Module)
    await look(async () =>
      (await listTokenKeys(pkcs11Module)).map(({ token, key, certificate }) => ({
        place: { kind: 'token', token, key },
        certificate,
        chain: [],
        facts: factsOf(certificate),
      })),
    )
  if (csc && user)
    await look(async () =>
      (await listRemoteKeys(csc, user)).map(({ key, certificate, chain }) => ({
        place: { kind: 'remote', user, key },
        certificate,
        chain,
        facts: factsOf(certificate),
      })),
    )
  return { keys, troubles }
}

export const tryPlace = async ({
  access,
  place,
  pin,
}: SigningWork['try-place']['give']): Promise<SigningWork['try-place']['get']> => {
  try {
    const { keys, troubles } = await findPlaces({ access, user: place.kind === 'remote' ? place.user : null })
    const found = keys.find((each) => isDeepStrictEqual(each.place, place))
    if (!found)
      throw new PlaceFault(troubles[0] ?? (place.kind === 'token' ? 'token-missing' : 'remote-refused'))
    const something = randomBytes(32)
    const signature = await placeKey(access, found, pin).sign(something)
    const { publicKey } = new X509Certificate(found.certificate)
    // The certificate and the key that signs belong together, or nobody could check what it signs.
    if (!verify('sha256', something, publicKey, signature)) throw new KeyFault('no-key')
    const { certificate, chain, facts } = found
    return { certificate, chain, facts }
  } catch (error) {
    if (error instanceof KeyFault || error instanceof PlaceFault) return { trouble: error.trouble }
    throw error
  }
}

export const verifyFile = async ({
  path,
  trust,
  at,
}: SigningWork['verify']['give']): Promise<FoundSignature[] | null> => {
  const bytes = await readFile(path)
  const known = trust === null ? { roots: [], crls: [] } : await readTrust(trust)
  try {
    return await verifyPdf(bytes, { ...known, at })
  } catch {
    // Encrypted, damaged, or no PDF at all: there is nothing to say about its signatures.
    return null
  }
}

/** A picture of 1500 × 1500 was scanned at 600 dots an inch; four times that is still opened. */
const pixelLimit = 36_000_000
const patience = 10_000

/** RFC 3161, section 3.4: by HTTP. @throws TimestampFault also when nobody answers in time */
const askTimestamp = (url: string) => async (bytes: Uint8Array) => {
  const query = timestampQuery(bytes)
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query' },
    body: Buffer.from(query.der),
    signal: AbortSignal.timeout(patience),
  })
    .then(async (response) => (response.ok ? new Uint8Array(await response.arrayBuffer()) : null))
    .catch(() => null)
  if (!answer) throw new TimestampFault('no answer')
  return timestampToken(answer, query)
}

const factsOf = (certificate: Uint8Array): CertificateFacts => {
  const read = new X509Certificate(certificate)
  return {
    subject: commonName(read.subject),
    issuer: commonName(read.issuer),
    serial: read.serialNumber,
    validFrom: new Date(read.validFrom).toISOString(),
    validTo: new Date(read.validTo).toISOString(),
  }
}

/** Node writes one part of the name a line, and commas within with a backslash. */
const commonName = (name: string): string =>
  (/^CN=(.*)$/m.exec(name)?.[1] ?? name.replaceAll('\n', ', ')).replaceAll(/\\([^0-9A-Fa-f])/g, '$1')

const readTrust = async (folder: string) => {
  const names = (await readdir(folder)).filter((name) => /\.(pem|crt|cer|der|crl)$/i.test(name)).sort()
  return trustOf(await Promise.all(names.map((name) => readFile(join(folder, name)))))
}
