/** The event log: written in the same transaction as the change, one hash chain per unit. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'

export interface NewEvent {
  /** The unit whose log it belongs to. */
  unitId: number
  at: string
  personId: string | null
  /** `dispatch.issued`, `activity.submitted` … */
  kind: string
  subject: string
  subjectId: string | number
  data?: Record<string, unknown>
}

const Head = z.object({ seq: z.number(), hash: z.instanceof(Buffer) })
/** From where the transaction was asked for, or empty. */
const Place = Head.extend({ address: z.string() })

/** The head of the unit's chain is locked until the transaction ends, so no two events get the same place. */
export const record = async (db: Database, event: NewEvent): Promise<void> => {
  const {
    seq,
    hash: previous,
    address,
  } = await db.one(
    Place,
    sql`insert into event_heads as h (unit_id, seq, hash) values (${event.unitId}, 1, ${genesis})
        on conflict (unit_id) do update set seq = h.seq + 1
        returning seq, hash, coalesce(current_setting('loa.address', true), '') as address`,
  )
  const hash = chain(previous, { ...event, seq, address: address || null })
  await db.run(sql`with added as (
      insert into events (unit_id, seq, at, person_id, kind, subject, subject_id, data, hash, address)
      values (${event.unitId}, ${seq}, ${event.at}, ${event.personId}, ${event.kind}, ${event.subject},
              ${String(event.subjectId)}, ${JSON.stringify(event.data ?? {})}, ${hash}, ${address || null}))
    update event_heads set hash = ${hash} where unit_id = ${event.unitId}`)
}

/** What stands before the first event of a unit. */
export const genesis = Buffer.alloc(32)

/** The hash of an event over that of the one before it. */
export const chain = (
  previous: Uint8Array,
  event: NewEvent & { seq: number; address: string | null },
): Buffer =>
  createHash('sha256')
    .update(previous)
    .update(
      canonical([
        event.unitId,
        event.seq,
        new Date(event.at).toISOString(),
        event.personId,
        event.kind,
        event.subject,
        String(event.subjectId),
        event.data ?? {},
        // Events from before addresses were kept have none, and their hashes none in them.
        ...(event.address ? [event.address] : []),
      ]),
    )
    .digest()

/** JSON with sorted keys: jsonb does not keep the order they were written in. */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`
  }
  return JSON.stringify(value) ?? 'null'
}
