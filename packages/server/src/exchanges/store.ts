/** The courier's store over PostgreSQL: one for each connection. */
import type { ReactionTools } from '../events/jobs.ts'
import { arrive } from './arrive.ts'
import type { StoredConnection } from './connection-queries.ts'
import {
  listHanded,
  resumeLines,
  saveLineOutcome,
  saveLinesLost,
  saveLinesReceived,
  takeLine,
} from './outgoing-queries.ts'
import { packageOf } from './parcel.ts'
import type { CourierStore } from './ports.ts'

export const storeOf = (tools: ReactionTools, connection: StoredConnection): CourierStore => {
  const inTransaction = tools.pool.transaction.bind(tools.pool)
  const { id } = connection
  return {
    resume: () => inTransaction('system', async (db) => void (await resumeLines(db, id))),

    async takeDue(now) {
      for (;;) {
        const line = await inTransaction('system', (db) => takeLine(db, id, now))
        if (!line) return null
        const made = await packageOf(tools, connection, line)
        if ('bytes' in made)
          return {
            id: String(line.id),
            kind: line.kind,
            from: connection.organId,
            to: [line.toOrgan],
            bytes: made.bytes,
            tries: line.tries,
          }
        const refused = { state: 'refused' as const, said: made.trouble, code: null }
        await inTransaction('system', (db) => saveLineOutcome(db, line.id, refused, now))
      }
    },

    saveOutcome: (lineId, outcome, now) =>
      inTransaction('system', async (db) => void (await saveLineOutcome(db, Number(lineId), outcome, now))),
    handedOver: () => inTransaction('system', (db) => listHanded(db, id, tools.now())),
    saveReceived: (refs, now) =>
      inTransaction('system', async (db) => void (await saveLinesReceived(db, id, refs, now))),
    saveLost: (refs, now) =>
      inTransaction('system', async (db) => void (await saveLinesLost(db, id, refs, now))),
    receive: (waiting, bytes, now) => arrive({ tools, connection, waiting, now }, bytes),
  }
}
