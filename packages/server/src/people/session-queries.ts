/** Sessions, as better-auth keeps them; a token never leaves the database. */
import type { SessionRow } from '@loa/contract/account'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { deviceOf } from './device-words.ts'

const Stored = z.object({
  id: z.string(),
  userAgent: z.string().nullable(),
  ipAddress: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
})

export const listSessions = async (
  db: Database,
  personId: string,
  hereId: string | null,
): Promise<SessionRow[]> => {
  const rows = await db.many(
    Stored,
    sql`select id, user_agent, ip_address, created_at, updated_at from sessions
        where person_id = ${personId} and expires_at > now() order by updated_at desc, id limit 100`,
  )
  return rows.map((row) => ({
    id: row.id,
    ...deviceOf(row.userAgent),
    address: row.ipAddress || null,
    since: row.createdAt,
    lastUsed: row.updatedAt,
    here: row.id === hereId,
  }))
}

/** @returns how many ended */
export const endSessions = (
  db: Database,
  personId: string,
  { only, but }: { only?: string; but?: string } = {},
): Promise<number> =>
  db.run(sql`delete from sessions where person_id = ${personId}
    and (${only ?? null}::text is null or id = ${only ?? null}) and (${but ?? null}::text is null or id <> ${but ?? null})`)
