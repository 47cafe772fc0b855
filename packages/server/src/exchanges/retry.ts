/** When what could not be handed over is tried again: as letters are, for as long as it takes, as a hub may be down for a day. Pure. */
import { minutesUntilNext } from '../mails/mail.ts'

/** @param tries how often it was tried before this time */
export const againAt = (tries: number, now: string): string =>
  new Date(Date.parse(now) + minutesUntilNext(tries + 1) * 60_000).toISOString()
