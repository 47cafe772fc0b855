/**
 * Looks for photos that were used before, in any year and any unit. The hashes of all photos are kept in memory and filled
 * up from the database before each search, under a lock: so what another server has added is there, two copies that come
 * at once see each other, and a restart loses nothing.
 */
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { alike, likenessOf } from './likeness.ts'
import { makePrintIndex } from './print-index.ts'
import { hashesOf, questionsOf } from './windows.ts'

export interface Alike {
  evidenceId: string
  /** Per cent of the block hash, for people. */
  percent: number
}

export interface Prints {
  /** Keeps the print of a photo and gives those that look like it. In the transaction that says what was found. */
  addAndFind(db: Database, photo: { evidenceId: string; unitId: number; grey: Uint8Array }): Promise<Alike[]>
}

const lock = 'prints of photos'
/** So many of the likeliest are compared by their pictures. */
const compared = 12
const atOnce = 20_000

export const openPrints = (): Prints => {
  const index = makePrintIndex()
  let last = 0

  const fillUp = async (db: Database) => {
    for (;;) {
      const rows = await db.many(
        z.object({ id: z.number(), hashes: z.instanceof(Uint8Array) }),
        sql`select id, hashes from photo_prints where id > ${last} order by id limit ${atOnce}`,
      )
      for (const { id, hashes } of rows) {
        const bytes = new DataView(hashes.buffer, hashes.byteOffset, hashes.byteLength)
        index.add(
          id,
          Array.from({ length: 12 }, (_, word) => bytes.getUint32(word * 4)),
        )
        last = id
      }
      if (rows.length < atOnce) return
    }
  }

  return {
    async addAndFind(db, { evidenceId, unitId, grey }) {
      await db.run(sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`)
      await fillUp(db)
      const found = index.search(questionsOf(grey), compared)
      const stored = await db.many(
        z.object({ id: z.number(), evidenceId: z.string(), grey: z.instanceof(Uint8Array) }),
        sql`select p.id, p.evidence_id, p.grey from photo_prints p where p.id = any (${found.map(({ photo }) => photo)}::int[])
            and p.evidence_id <> ${evidenceId}`,
      )
      // Not put into the index here: should the transaction fail, it would stay there. The next filling up brings it.
      await db.run(sql`insert into photo_prints (evidence_id, unit_id, hashes, grey)
        values (${evidenceId}, ${unitId}, ${bytesOf(grey)}, ${Buffer.from(grey)}) on conflict (evidence_id) do nothing`)
      return stored.flatMap((other) => {
        const ways = found.find(({ photo }) => photo === other.id)?.ways ?? []
        const { fit, percent } = likenessOf(grey, other.grey, ways.slice(0, 2))
        return fit >= alike ? [{ evidenceId: other.evidenceId, percent }] : []
      })
    },
  }
}

/** Twelve words, the low one of each hash first. */
const bytesOf = (grey: Uint8Array): Buffer => {
  const bytes = Buffer.alloc(48)
  for (const [index, { low, high }] of hashesOf(grey).entries()) {
    bytes.writeUInt32BE(low, index * 8)
    bytes.writeUInt32BE(high, index * 8 + 4)
  }
  return bytes
}
