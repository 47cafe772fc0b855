/**
 * Keys with a service that signs from afar, after the API of the Cloud Signature Consortium, version 2: Loa shows itself by client id and
 * secret, the owner by a PIN at each signature; only the hash travels.
 */
import { createHash, X509Certificate } from 'node:crypto'
import type { SigningKey } from '@loa/documents/sign'
import { z } from 'zod'
import { type KeyAccess, PlaceFault } from './key-place.ts'

type Service = NonNullable<KeyAccess['csc']>

const sha256Oid = '2.16.840.1.101.3.4.2.1'
const signAlgorithms = { rsa: '1.2.840.113549.1.1.11', ec: '1.2.840.10045.4.3.2' } as const
const patience = 15_000

const Token = z.object({ access_token: z.string() })
const Credentials = z.object({ credentialIDs: z.array(z.string()).max(50) })
const Info = z.object({ cert: z.object({ certificates: z.array(z.string()).min(1).max(10) }) })
const Authorized = z.object({ SAD: z.string() })
const Signatures = z.object({ signatures: z.array(z.string()).min(1) })

interface RemoteCertificate {
  key: string
  certificate: Uint8Array
  chain: Uint8Array[]
}

/** The certificates that the service keeps for this user. @throws PlaceFault */
export const listRemoteKeys = async (service: Service, user: string): Promise<RemoteCertificate[]> => {
  const token = await enter(service)
  const { credentialIDs } = await ask(service, token, 'credentials/list', { userID: user }, Credentials)
  const found: RemoteCertificate[] = []
  for (const key of credentialIDs) {
    const asked = { credentialID: key, certificates: 'chain', certInfo: false, authInfo: false }
    const { cert } = await ask(service, token, 'credentials/info', asked, Info)
    const [certificate, ...chain] = cert.certificates.map(bytesOf)
    if (certificate) found.push({ key, certificate, chain })
  }
  return found
}

/** Signs with the service: it is told the hash, and the PIN that allows this one signature. */
export const remoteKey = (
  service: Service,
  { key, certificate, chain }: RemoteCertificate,
  pin: string,
): SigningKey => ({
  certificate,
  chain,
  async sign(bytes) {
    const type = new X509Certificate(certificate).publicKey.asymmetricKeyType
    const hashes = [createHash('sha256').update(bytes).digest('base64')]
    const what = { credentialID: key, hashes, hashAlgorithmOID: sha256Oid }
    const token = await enter(service)
    const { SAD } = await ask(
      service,
      token,
      'credentials/authorize',
      { ...what, numSignatures: 1, authData: [{ id: 'PIN', value: pin }] },
      Authorized,
    )
    const signAlgo = type === 'rsa' ? signAlgorithms.rsa : signAlgorithms.ec
    const { signatures } = await ask(
      service,
      token,
      'signatures/signHash',
      { ...what, SAD, signAlgo },
      Signatures,
    )
    return bytesOf(signatures[0] ?? '')
  },
})

const bytesOf = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'))

const enter = async (service: Service): Promise<string> => {
  const given = {
    grant_type: 'client_credentials',
    client_id: service.clientId,
    client_secret: service.clientSecret,
  }
  return (await ask(service, null, 'oauth2/token', given, Token)).access_token
}

const ask = async <T extends z.ZodType>(
  { url }: Service,
  token: string | null,
  path: string,
  body: Record<string, unknown>,
  schema: T,
): Promise<z.output<T>> => {
  const response = await fetch(`${url.replace(/\/+$/, '')}/${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(patience),
    redirect: 'error',
  }).catch(() => null)
  // It may come back: nothing was signed, and nothing is known to be wrong.
  if (!response || response.status >= 500) throw new PlaceFault('remote-unreachable')
  const said = (await response.json().catch(() => null)) as unknown
  if (response.ok) {
    const read = schema.safeParse(said)
    if (read.success) return read.data
  }
  throw faultOf(said)
}

/** The words of the API (section 10): a PIN that does not fit, or one that was wrong too often. */
const faultOf = (said: unknown): PlaceFault => {
  const { error = '', error_description: more = '' } = (said ?? {}) as {
    error?: string
    error_description?: string
  }
  if (/invalid_pin/i.test(`${error} ${more}`)) return new PlaceFault('wrong-password')
  if (/pin_locked|locked/i.test(`${error} ${more}`)) return new PlaceFault('pin-locked')
  return new PlaceFault('remote-refused', `${error} ${more}`)
}
