/**
 * Walks the chains and names what does not hold: an event changed, removed or put in. Whoever can write the whole chain of a
 * unit anew, head included, is not found by this alone: a hash kept elsewhere shows that (docs/decisions/0014).
 */
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { chain, genesis } from './events.ts'

const Row = z.object({
  id: z.number(),
  unitId: z.number(),
  seq: z.number(),
  at: z.string(),
  personId: z.string().nullable(),
  kind: z.string(),
  subject: z.string(),
  subjectId: z.string(),
  // Not z.record: that drops a key named __proto__, and the hash is over what was written.
  data: z.custom<Record<string, unknown>>((value) => typeof value === 'object' && value !== null),
  hash: z.instanceof(Buffer),
  address: z.string().nullable(),
})
type Row = z.infer<typeof Row>

export interface Break {
  unitId: number
  what: 'changed' | 'removed' | 'inserted'
  /** Place in the unit's chain. */
  seq: number
  /** The row itself; null for one that is no longer there. */
  event: { id: number; kind: string; subject: string; subjectId: string; at: string } | null
}

/** Every break in the chain of a unit, in order. An empty list: the chain is whole. */
export const findBreaks = async (db: Database, unitId: number): Promise<Break[]> => {
  const walk = walkChain(unitId)
  let last = 0
  for (;;) {
    const rows = await db.many(
      Row,
      sql`select id, unit_id, seq, at, person_id, kind, subject, subject_id, data, hash, address from events
          where unit_id = ${unitId} and seq > ${last} order by seq limit 1000`,
    )
    for (const row of rows) walk.see(row)
    last = rows.at(-1)?.seq ?? last
    if (rows.length < 1000) break
  }
  const head = await db.maybe(
    z.object({ seq: z.number(), hash: z.instanceof(Buffer) }),
    sql`select seq, hash from event_heads where unit_id = ${unitId}`,
  )
  return walk.end(head)
}

export const listChains = (db: Database) =>
  db.many(
    z.object({ unitId: z.number(), unit: z.string(), events: z.number() }),
    sql`select u.id as unit_id, u.full_name as unit, h.seq::int as events
        from units u join event_heads h on h.unit_id = u.id
        union
        select u.id, u.full_name, count(*)::int from units u join events e on e.unit_id = u.id
        where not exists (select from event_heads h where h.unit_id = u.id) group by u.id, u.full_name
        order by unit_id`,
  )

/**
 * Judges each row with the one after it: whether the next follows from it, or from the one before it, tells a changed row
 * from one that was put in; whether the numbers after it moved tells one that was taken out and the gap closed.
 */
const walkChain = (unitId: number) => {
  const breaks: Break[] = []
  /** The hash that the next row is chained to; null after a gap, where nobody knows it. */
  let previous: Uint8Array | null = genesis
  let seq = 0
  /** How far the numbers have moved, by rows put in (+) or taken out with the gap closed (−). */
  let shift = 0
  let waiting: Row | null = null

  const tell = (what: Break['what'], place: number, row: Row | null) =>
    breaks.push({
      unitId,
      what,
      seq: place,
      event: row && {
        id: row.id,
        kind: row.kind,
        subject: row.subject,
        subjectId: row.subjectId,
        at: row.at,
      },
    })
  const follows = (row: Row, from: Uint8Array, moved: number) =>
    chain(from, { ...row, seq: row.seq - moved }).equals(row.hash)

  const judge = (row: Row, next: Row | null) => {
    for (let gone = seq + 1; gone < row.seq; gone++) {
      tell('removed', gone, null)
      previous = null
    }
    seq = row.seq
    if (previous === null || follows(row, previous, shift)) {
      previous = row.hash
      return
    }
    if (next && follows(next, previous, shift + 1)) {
      tell('inserted', row.seq, row)
      shift += 1
      return
    }
    if (next && follows(next, row.hash, shift - 1)) {
      tell('removed', row.seq, null)
      shift -= 1
    } else tell('changed', row.seq, row)
    previous = row.hash
  }

  return {
    see(row: Row) {
      if (waiting) judge(waiting, row)
      waiting = row
    },
    end(head: { seq: number; hash: Buffer } | null): Break[] {
      const last = waiting
      if (last && (!head || last.seq > head.seq)) {
        tell('inserted', last.seq, last)
        return breaks
      }
      if (last) judge(last, null)
      if (!head) return breaks
      for (let gone = seq + 1; gone <= head.seq; gone++) tell('removed', gone, null)
      if (
        seq === head.seq &&
        last &&
        !head.hash.equals(last.hash) &&
        !breaks.some((each) => each.seq === seq)
      )
        tell('changed', seq, last)
      return breaks
    },
  }
}
