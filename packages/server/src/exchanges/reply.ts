/** A step of the receiver is told to its sender, where that one is outside: one line of the outgoing for each step. */
import type { Database } from '../database/database.ts'
import type { Entry } from '../deliveries/delivery.ts'
import { hasten } from './connection-queries.ts'
import { wholeDay } from './header.ts'
import { findIncoming, type StoredIncoming } from './incoming-queries.ts'
import { addLine } from './outgoing-queries.ts'

export const reply = async (
  db: Database,
  incoming: Pick<
    StoredIncoming,
    'id' | 'connectionId' | 'fromOrgan' | 'fromName' | 'documentId' | 'code' | 'dated'
  >,
  entry: Entry,
  { person, again, now }: { person: string | null; again: boolean; now: string },
): Promise<void> => {
  await addLine(
    db,
    {
      connectionId: incoming.connectionId,
      key: `${incoming.id} ${entry.status} ${entry.at}`,
      kind: 'status',
      business: null,
      status: entry.status,
      dispatchId: null,
      unitId: null,
      incomingId: incoming.id,
      toOrgan: incoming.fromOrgan,
      toName: incoming.fromName,
      documentId: incoming.documentId,
      content: {
        reason: entry.reason,
        at: entry.at,
        person,
        code: incoming.code,
        date: wholeDay(incoming.dated),
      },
    },
    now,
    { again },
  )
  await hasten(db, incoming.connectionId, now)
}

/** Of a delivery that came from outside; nothing for those within this Loa. */
export const replyOfDelivery = async (
  db: Database,
  incomingId: number | null,
  entry: Entry,
  { person, now }: { person: string; now: string },
): Promise<void> => {
  const incoming = incomingId === null ? null : await findIncoming(db, incomingId)
  if (incoming) await reply(db, incoming, entry, { person, again: false, now })
}
