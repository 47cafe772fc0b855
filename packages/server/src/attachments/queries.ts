import { Attachment } from '@loa/contract/activities'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'

export const findAttachment = (db: Database, id: string) =>
  db.maybe(
    Attachment.omit({ createdAt: true, withdrawal: true }),
    sql`select id, activity_id, kind, name, mime, bytes, sha256 from attachments where id = ${id}`,
  )

/** 0 when this id, or this file in this activity, is there already. */
export const insertAttachment = (
  db: Database,
  attachment: Omit<Attachment, 'createdAt' | 'withdrawal'> & {
    unitId: number
    ownerUnitId: number
    by: string
    at: string
  },
) =>
  db.run(sql`insert into attachments (id, activity_id, unit_id, owner_unit_id, kind, name, sha256, mime, bytes, added_by, created_at)
    values (${attachment.id}, ${attachment.activityId}, ${attachment.unitId}, ${attachment.ownerUnitId}, ${attachment.kind},
      ${attachment.name}, ${attachment.sha256}, ${attachment.mime}, ${attachment.bytes}, ${attachment.by}, ${attachment.at})
    on conflict do nothing`)
