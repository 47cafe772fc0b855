/** A link that an administrator hands over; who has it sets the password. Its secret never stands in an address that is sent. */
import { z } from 'zod'
import { Password } from './account.ts'
import { endpoint, Instant } from './endpoint.ts'

const Token = z.string().min(20).max(100)

export const LookAtInvitation = endpoint({
  method: 'post',
  path: '/api/invitation/look',
  secret: true,
  access: 'public',
  summary: 'Whom an invitation is for, and until when',
  body: z.object({ token: Token }),
  answer: z.object({ name: z.string(), email: z.string(), unit: z.string(), expiresAt: Instant }),
})

export const AcceptInvitation = endpoint({
  method: 'post',
  path: '/api/invitation',
  secret: true,
  access: 'public',
  summary: 'Set the password by an invitation; it is used up by it',
  body: z.object({ token: Token, password: Password }),
  answer: z.object({ email: z.string() }),
})

/** Shown once: only a hash of its secret is kept. */
export const NewInvitation = z.object({
  /** The secret that goes behind the `#` of the invitation's page. */
  token: z.string(),
  expiresAt: Instant,
})
export type NewInvitation = z.infer<typeof NewInvitation>

const ByPerson = z.object({ id: z.string().max(100) })

export const MakeInvitation = endpoint({
  method: 'post',
  path: '/api/people/{id}/invitation',
  secret: true,
  access: 'person.change',
  summary: 'A new link for setting a password; earlier links no longer count',
  params: ByPerson,
  answer: NewInvitation,
})

export const RevokeInvitation = endpoint({
  method: 'delete',
  path: '/api/people/{id}/invitation',
  access: 'person.change',
  summary: 'The link no longer counts',
  params: ByPerson,
})
