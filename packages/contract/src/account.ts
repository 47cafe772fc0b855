/** What a person keeps alone: password, passkeys, second factor, sessions. */
import { z } from 'zod'
import { endpoint, Instant, Nothing } from './endpoint.ts'
import { WebAuthnJson } from './sign-in.ts'

/** A session as it may be shown: never its token. */
export const SessionRow = z.object({
  id: z.string(),
  /** Browser and system, from what the browser says of itself: "Chrome", "Windows". */
  browser: z.string(),
  system: z.string(),
  address: z.string().nullable(),
  since: Instant,
  lastUsed: Instant,
  /** The one that asks. */
  here: z.boolean(),
})
export type SessionRow = z.infer<typeof SessionRow>

export const Passkey = z.object({ id: z.string(), name: z.string(), createdAt: Instant })
export type Passkey = z.infer<typeof Passkey>

export const Account = z.object({
  email: z.string(),
  hasPassword: z.boolean(),
  secondFactor: z.boolean(),
  passkeys: z.array(Passkey),
  /** False where the address of this Loa does not allow passkeys. */
  passkeysHere: z.boolean(),
  sessions: z.array(SessionRow),
})
export type Account = z.infer<typeof Account>

export const Password = z.string().min(10).max(200)
const ById = z.object({ id: z.string().max(100) })

export const GetAccount = endpoint({
  method: 'get',
  path: '/api/account',
  access: 'signed-in',
  summary: 'How I sign in, and where I am signed in',
  answer: Account,
})

export const ChangePassword = endpoint({
  method: 'put',
  path: '/api/account/password',
  secret: true,
  access: 'signed-in',
  summary: 'A new password; all other sessions end',
  body: z.object({ current: z.string().max(200), password: Password }),
})

export const BeginSecondFactor = endpoint({
  method: 'post',
  path: '/api/account/second-factor',
  secret: true,
  access: 'signed-in',
  summary: 'A new secret for the authenticator app; it counts once a code has confirmed it',
  body: z.object({ password: z.string().max(200) }),
  answer: z.object({
    /** For typing where no camera is at hand. */
    secret: z.string(),
    /** The same as a square to photograph, as SVG. */
    square: z.string(),
    backupCodes: z.array(z.string()),
  }),
})

export const ConfirmSecondFactor = endpoint({
  method: 'post',
  path: '/api/account/second-factor/confirm',
  secret: true,
  access: 'signed-in',
  summary: 'The first code: from now on each sign-in with password asks for one',
  body: z.object({ code: z.string().trim().min(6).max(10) }),
})

export const EndSecondFactor = endpoint({
  method: 'post',
  path: '/api/account/second-factor/end',
  secret: true,
  access: 'signed-in',
  summary: 'No second factor any more; asks for the password',
  body: z.object({ password: z.string().max(200) }),
})

export const AskNewPasskey = endpoint({
  method: 'post',
  path: '/api/account/passkeys/challenge',
  access: 'signed-in',
  summary: 'A challenge for making a passkey on this device',
  answer: z.object({ options: WebAuthnJson }),
})

export const AddPasskey = endpoint({
  method: 'post',
  path: '/api/account/passkeys',
  access: 'signed-in',
  summary: 'Keep a passkey that this device has made',
  body: z.object({ name: z.string().trim().min(1).max(100), response: WebAuthnJson }),
  answer: Passkey,
})

export const RemovePasskey = endpoint({
  method: 'delete',
  path: '/api/account/passkeys/{id}',
  access: 'signed-in',
  summary: 'Forget a passkey',
  params: ById,
})

export const EndSession = endpoint({
  method: 'delete',
  path: '/api/account/sessions/{id}',
  access: 'signed-in',
  summary: 'Sign out on one device',
  params: ById,
})

export const EndOtherSessions = endpoint({
  method: 'post',
  path: '/api/account/sessions/end-others',
  access: 'signed-in',
  summary: 'Sign out on all devices but this one',
  answer: Nothing,
})
