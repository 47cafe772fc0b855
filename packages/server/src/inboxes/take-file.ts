/** A file that no person brings becomes an incoming dispatch of the connection's unit, by the one way in. */
import { Problem } from '@loa/contract/problem'
import type { Database } from '../database/database.ts'
import { type Incoming, readIncoming } from '../dispatches/read-incoming.ts'
import { takeIn } from '../dispatches/take-in.ts'
import type { ReactionTools } from '../events/jobs.ts'
import type { StoredConnection } from '../exchanges/connection-queries.ts'

export type Reading = { incoming: Incoming } | { refused: string; places: string[] }

/** What the file says is an answer; a fault of ours is thrown, and the file is taken the next time. */
export const readOne = async (
  tools: ReactionTools,
  source: AsyncIterable<Uint8Array>,
  name: string,
): Promise<Reading> => {
  try {
    return { incoming: await readIncoming(tools, source, name) }
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'server.busy') throw error
    return { refused: error.code, places: error.places.map(({ message }) => message) }
  }
}

export const takeOne = (
  db: Database,
  connection: StoredConnection,
  incoming: Incoming,
  { cameBy, cameFrom, at }: { cameBy: 'folder' | 'mail'; cameFrom: string | null; at: string },
) =>
  takeIn(db, incoming, {
    unit: { id: connection.unitId, code: connection.unitCode },
    owners: [connection.unitId],
    by: null,
    at,
    cameBy,
    cameFrom,
  })
