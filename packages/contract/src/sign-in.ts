/** The ways in beside the password: the second step, passkeys, OpenID Connect. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Session } from './people.ts'

/** JSON of WebAuthn, made and read by the browser and the server's library. */
export const WebAuthnJson = z.record(z.string(), z.unknown())

export const GiveSecondFactor = endpoint({
  method: 'post',
  path: '/api/session/second-factor',
  secret: true,
  access: 'public',
  summary: 'The code of the second factor, or one of the backup codes, after the right password',
  body: z.object({ code: z.string().trim().min(6).max(20) }),
  answer: Session,
})

export const AskPasskey = endpoint({
  method: 'post',
  path: '/api/session/passkey/challenge',
  access: 'public',
  summary: 'A challenge for signing in by passkey',
  answer: z.object({ options: WebAuthnJson }),
})

export const GivePasskey = endpoint({
  method: 'post',
  path: '/api/session/passkey',
  access: 'public',
  summary: 'Sign in by passkey',
  body: z.object({ response: WebAuthnJson }),
  answer: Session,
})

export const GoToProvider = endpoint({
  method: 'get',
  path: '/api/session/provider',
  access: 'public',
  summary: 'On to the OpenID Connect provider',
  query: z.object({ to: z.string().max(500).default('/') }),
  gives: 'redirect',
})

export const ComeFromProvider = endpoint({
  method: 'get',
  path: '/api/session/provider/back',
  access: 'public',
  summary: 'Back from the OpenID Connect provider',
  query: z.looseObject({ state: z.string().max(500).optional() }),
  gives: 'redirect',
})
