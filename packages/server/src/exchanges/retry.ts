/** When what could not be handed over is tried again. Pure. */

const minute = 60_000
const most = 60

/** Minutes until the next try: 1, 2, 4 … at most an hour, for as long as it takes: a hub may be down for a day. */
export const minutesUntilNext = (tries: number): number => Math.min(most, 2 ** Math.min(tries, 10))

/** @param tries how often it was tried before this time */
export const againAt = (tries: number, now: string): string =>
  new Date(Date.parse(now) + minutesUntilNext(tries) * minute).toISOString()
