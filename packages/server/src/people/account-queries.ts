import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'

export const findSignIn = (db: Database, personId: string) =>
  db.one(
    z.object({ hasPassword: z.boolean(), secondFactor: z.boolean() }),
    sql`select two_factor_enabled as second_factor, exists (
          select from accounts where person_id = p.id and provider_id = 'credential' and password is not null) as has_password
        from people p where id = ${personId}`,
  )

/** Forgets the second factor of somebody who has lost it. */
export const clearSecondFactor = async (db: Database, personId: string): Promise<void> => {
  await db.run(sql`delete from two_factors where person_id = ${personId}`)
  await db.run(sql`update people set two_factor_enabled = false where id = ${personId}`)
}
