/** An invitation is good once and for seven days. Pure: no database, no clock, no network. */
import { Problem } from '@loa/contract/problem'

export const invitationDays = 7

export interface KnownInvitation {
  expiresAt: string
  usedAt: string | null
  revokedAt: string | null
}

/** @throws Problem `invitation.used`, `invitation.revoked`, `invitation.expired` */
export const checkInvitation = ({ expiresAt, usedAt, revokedAt }: KnownInvitation, now: string): void => {
  if (usedAt !== null) throw new Problem('invitation.used', { at: usedAt })
  if (revokedAt !== null) throw new Problem('invitation.revoked', { at: revokedAt })
  if (Date.parse(expiresAt) <= Date.parse(now)) throw new Problem('invitation.expired', { at: expiresAt })
}
