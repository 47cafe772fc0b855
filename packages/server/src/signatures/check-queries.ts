import { FoundSignature } from '@loa/contract/signatures'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'

const Check = z.object({ found: z.array(FoundSignature).nullable(), at: z.string() })

/** Which file was looked at, under which trust. */
export interface CheckOf {
  dispatchId: number
  sha256: string
  trust: string
}

export const findCheck = (db: Database, { dispatchId, sha256, trust }: CheckOf) =>
  db.maybe(
    Check,
    sql`select found, at from signature_checks
        where dispatch_id = ${dispatchId} and sha256 = ${sha256} and trust = ${trust}`,
  )

export const saveCheck = (
  db: Database,
  { dispatchId, sha256, trust }: CheckOf,
  { found, at }: z.infer<typeof Check>,
) =>
  db.run(sql`insert into signature_checks (dispatch_id, sha256, trust, found, at)
    values (${dispatchId}, ${sha256}, ${trust}, ${found === null ? null : JSON.stringify(found)}, ${at}) on conflict do nothing`)
