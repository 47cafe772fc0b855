/** The letters that are due go out one by one, each marked before it goes (decision 33). */
import { publicAddress } from '../config.ts'
import type { ReactionTools } from '../events/jobs.ts'
import { isOfServer, letterOf, minutesUntilNext, outcomeOf } from './mail.ts'
import { saveGone, saveTrouble, takeLetter } from './queries.ts'

/** Gives how many have gone. Run twice, or at once with another, each letter is taken by one of them. */
export const sendLetters = async ({
  config,
  pool,
  mailer,
  now,
}: Pick<ReactionTools, 'config' | 'pool' | 'mailer' | 'now'>): Promise<number> => {
  if (!mailer) return 0
  let gone = 0
  for (;;) {
    const taken = await pool.transaction('system', (db) => takeLetter(db, now()))
    if (!taken) return gone
    const trouble = await mailer.send(letterOf(taken, publicAddress(config)))
    const at = now()
    await pool.transaction('system', (db) => {
      if (!trouble) return saveGone(db, taken.id, at)
      const outcome = outcomeOf(trouble, taken.tries)
      const wait = minutesUntilNext(taken.tries)
      return saveTrouble(db, taken.id, {
        state: outcome === 'again' ? 'waiting' : outcome === 'failed' ? 'failed' : 'sending',
        said: trouble.said,
        nextAt: Temporal.Instant.from(at).add({ minutes: wait }).toString(),
      })
    })
    if (!trouble) gone += 1
    // Asked again in a minute, not once for each letter: many wrong passwords lock an account.
    else if (isOfServer(trouble)) return gone
  }
}
