/** Passkeys (WebAuthn): made and met by @simplewebauthn, kept in our table. The device must know its owner by PIN or finger. */
import { isIP } from 'node:net'
import { Problem } from '@loa/contract/problem'
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { Tools, Wire } from '../http/endpoint.ts'

export interface StoredPasskey {
  id: string
  personId: string
  credentialId: string
  publicKey: string
  counter: number
  transports: string | null
}

/** Browsers bind a passkey to a name, not to a number, and want TLS except on localhost. */
const addressOf = (tools: Tools, wire: Wire): URL | null => {
  const set = tools.config.LOA_URL
  const host = wire.headers.get('host') ?? ''
  if (!set && !URL.canParse(`http://${host}`)) return null
  const url = new URL(set ?? `http://${host}`)
  if (isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0) return null
  return url.protocol === 'https:' || url.hostname === 'localhost' ? url : null
}

export const isPasskeyAddress = (tools: Tools, wire: Wire): boolean => addressOf(tools, wire) !== null

const getAddress = (tools: Tools, wire: Wire): URL => {
  const url = addressOf(tools, wire)
  if (!url) throw new Problem('passkey.wrong-address', { host: wire.headers.get('host') })
  return url
}

/** Without names of keys: the answer tells a stranger nothing about who has one. */
export const askPasskey = async (tools: Tools, wire: Wire) => ({
  ...(await generateAuthenticationOptions({
    rpID: getAddress(tools, wire).hostname,
    challenge: tools.auth.challenges.make('enter'),
    userVerification: 'required',
  })),
})

/** The new counter, or null when the signature does not hold. */
export const checkPasskey = async (
  tools: Tools,
  wire: Wire,
  response: Record<string, unknown>,
  stored: StoredPasskey,
): Promise<{ counter: number } | null> => {
  const url = getAddress(tools, wire)
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: response as unknown as AuthenticationResponseJSON,
      expectedChallenge: (challenge) => tools.auth.challenges.meet('enter', challenge),
      expectedOrigin: url.origin,
      expectedRPID: url.hostname,
      requireUserVerification: true,
      credential: {
        id: stored.credentialId,
        publicKey: new Uint8Array(Buffer.from(stored.publicKey, 'base64url')),
        counter: stored.counter,
      },
    })
    return verified ? { counter: authenticationInfo.newCounter } : null
  } catch {
    // What a stranger sends may be anything; the library throws for what it cannot read or believe.
    return null
  }
}

export const askNewPasskey = async (
  tools: Tools,
  wire: Wire,
  person: { id: string; name: string; email: string },
) => ({
  ...(await generateRegistrationOptions({
    rpName: 'Loa',
    rpID: getAddress(tools, wire).hostname,
    userID: new TextEncoder().encode(person.id),
    userName: person.email,
    userDisplayName: person.name,
    challenge: tools.auth.challenges.make(`new ${person.id}`),
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })),
})

/** What the device made, ready to be kept. @throws Problem `passkey.refused` */
export const checkNewPasskey = async (
  tools: Tools,
  wire: Wire,
  personId: string,
  response: Record<string, unknown>,
) => {
  const url = getAddress(tools, wire)
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: response as unknown as RegistrationResponseJSON,
    expectedChallenge: (challenge) => tools.auth.challenges.meet(`new ${personId}`, challenge),
    expectedOrigin: url.origin,
    expectedRPID: url.hostname,
    requireUserVerification: true,
  }).catch(() => {
    throw new Problem('passkey.refused')
  })
  if (!verified || !registrationInfo) throw new Problem('passkey.refused')
  const { credential, credentialDeviceType, credentialBackedUp, aaguid } = registrationInfo
  return {
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey).toString('base64url'),
    counter: credential.counter,
    transports: credential.transports?.join(',') ?? null,
    deviceType: credentialDeviceType,
    backedUp: credentialBackedUp,
    aaguid,
  }
}
export type NewPasskey = Awaited<ReturnType<typeof checkNewPasskey>>
