import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'

interface Withdrawn {
  id: string
  reason: string
  by: string
  at: string
}

/** 0 when it was withdrawn before: the first reason stays. */
export const withdrawEvidence = (db: Database, { id, reason, by, at }: Withdrawn) =>
  db.run(sql`update evidence set withdrawn_at = ${at}, withdrawn_by = ${by}, withdrawn_reason = ${reason}
    where id = ${id} and withdrawn_at is null`)
export const withdrawAttachment = (db: Database, { id, reason, by, at }: Withdrawn) =>
  db.run(sql`update attachments set withdrawn_at = ${at}, withdrawn_by = ${by}, withdrawn_reason = ${reason}
    where id = ${id} and withdrawn_at is null`)
