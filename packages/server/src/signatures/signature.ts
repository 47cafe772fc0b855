/**
 * The rules of digital signatures (Decree 30/2020/NĐ-CP, article 26 and Appendix I): who signs what in which order,
 * and when a key may not. Pure: no database, no clock, no network.
 */
import type { DispatchState } from '@loa/contract/dispatches'
import { Problem } from '@loa/contract/problem'

/** What is known of a dispatch that has its number. */
export interface SigningStand {
  /** Who took the step "Ký". */
  signer: { id: string; name: string } | null
  signerHasKey: boolean
  bodyHasKey: boolean
  done: readonly ('person' | 'organisation')[]
}

/**
 * The signature that comes before the issue. Where the signer has no key, signing stays the recorded decision it was; the
 * body never seals what the competent person has not signed.
 */
export const nextSigning = (state: DispatchState, stand: SigningStand): 'e-sign' | 'seal' | null => {
  if (state !== 'numbered') return null
  if (!stand.done.includes('person')) return stand.signerHasKey ? 'e-sign' : null
  return stand.bodyHasKey && !stand.done.includes('organisation') ? 'seal' : null
}

/** @throws Problem `signature.missing` when something is still to be signed before the issue */
export const checkSigned = (state: DispatchState, stand: SigningStand): void => {
  const step = nextSigning(state, stand)
  if (step) throw new Problem('signature.missing', { step, who: stand.signer?.name ?? null })
}

/** @throws Problem when the certificate is not good at this moment, with its days */
export const checkDays = (
  { validFrom, validTo }: { validFrom: string; validTo: string },
  now: string,
): void => {
  if (Date.parse(now) < Date.parse(validFrom))
    throw new Problem('signing-key.not-yet-valid', { from: validFrom, to: validTo })
  if (Date.parse(now) > Date.parse(validTo))
    throw new Problem('signing-key.expired', { from: validFrom, to: validTo })
}

export interface Tries {
  tries: number
  lockedUntil: string | null
}

const triesInARow = 3
const lockMinutes = 15

/**
 * Counted before the PIN is looked at, so that many guesses at one moment are as many tries; a right PIN gives them back.
 * @throws Problem `signing-key.locked`
 */
export const beginTry = ({ tries, lockedUntil }: Tries, now: string): Tries => {
  const isLocked = lockedUntil !== null && Date.parse(lockedUntil) > Date.parse(now)
  if (isLocked) throw new Problem('signing-key.locked', { until: lockedUntil })
  const count = lockedUntil === null ? tries + 1 : 1
  return {
    tries: count,
    lockedUntil: count >= triesInARow ? new Date(Date.parse(now) + lockMinutes * 60_000).toISOString() : null,
  }
}

/** What is said to a wrong PIN. */
export const wrongPin = ({ tries, lockedUntil }: Tries): Problem =>
  lockedUntil === null
    ? new Problem('signing-key.wrong-pin', { left: triesInARow - tries })
    : new Problem('signing-key.locked', { until: lockedUntil })
