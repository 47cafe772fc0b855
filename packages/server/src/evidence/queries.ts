import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import type { Photo } from '../documents-worker/documents-worker.ts'

const Stored = z.object({
  id: z.string(),
  activityId: z.string(),
  sha256: z.string(),
  previewSha256: z.string(),
  mime: z.string(),
})

export const findEvidence = (db: Database, id: string) =>
  db.maybe(Stored, sql`select id, activity_id, sha256, preview_sha256, mime from evidence where id = ${id}`)

/** The same photo stands behind another activity already, of whatever unit. */
export const isPhotoUsed = async (db: Database, sha256: string, activityId: string): Promise<boolean> =>
  (
    await db.one(
      z.object({ used: z.boolean() }),
      sql`select loa_photo_used(${sha256}, ${activityId}::uuid) as used`,
    )
  ).used

export interface NewEvidence {
  id: string
  activityId: string
  unitId: number
  ownerUnitId: number
  sha256: string
  previewSha256: string
  bytes: number
  photo: Omit<Photo, 'preview'>
  doubts: string[]
  by: string
  at: string
}

/** 0 when this id, or this photo in this activity, is there already. */
export const insertEvidence = (db: Database, evidence: NewEvidence) =>
  db.run(sql`insert into evidence (id, activity_id, unit_id, owner_unit_id, sha256, preview_sha256, mime, bytes, width,
      height, taken_at, latitude, longitude, exif, doubts, added_by, created_at)
    values (${evidence.id}, ${evidence.activityId}, ${evidence.unitId}, ${evidence.ownerUnitId}, ${evidence.sha256},
      ${evidence.previewSha256}, ${evidence.photo.mime}, ${evidence.bytes}, ${evidence.photo.width},
      ${evidence.photo.height}, ${evidence.photo.takenAt}, ${evidence.photo.latitude}, ${evidence.photo.longitude},
      ${JSON.stringify(evidence.photo.exif)}, ${evidence.doubts}, ${evidence.by}, ${evidence.at})
    on conflict do nothing`)
