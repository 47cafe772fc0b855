import { SiteCheck } from '@loa/contract/sites'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'

const Stored = SiteCheck.extend({
  unitId: z.number(),
  photoSha256: z.string().nullable(),
  photoMime: z.string().nullable(),
  photoPreviewSha256: z.string().nullable(),
})

export const findCheck = (db: Database, id: string) =>
  db.maybe(
    Stored,
    sql`select c.id, c.site_id, c.posting_id, c.result, c.note, c.at, json_build_object('id', b.id, 'name', b.name) as by,
        c.photo_sha256 is not null as has_photo, c.settled_at, c.settled_note, c.unit_id, c.photo_sha256, c.photo_mime, c.photo_preview_sha256,
        case when g.id is null then null else json_build_object('id', g.id, 'name', g.name) end as settled_by
      from site_checks c join people b on b.id = c.by left join people g on g.id = c.settled_by where c.id = ${id}`,
  )

export interface CheckValues {
  id: string
  siteId: string
  postingId: string | null
  unitId: number
  result: string
  note: string
  at: string
  by: string
}

/** False when the id is taken. */
export const insertCheck = async (db: Database, check: CheckValues): Promise<boolean> =>
  (await db.run(sql`insert into site_checks (id, site_id, posting_id, unit_id, result, note, at, by)
    values (${check.id}, ${check.siteId}, ${check.postingId}, ${check.unitId}, ${check.result}, ${check.note}, ${check.at},
      ${check.by}) on conflict (id) do nothing`)) === 1

export const savePhoto = (
  db: Database,
  id: string,
  photo: { sha256: string; mime: string; previewSha256: string },
) =>
  db.run(
    sql`update site_checks set photo_sha256 = ${photo.sha256}, photo_mime = ${photo.mime}, photo_preview_sha256 = ${photo.previewSha256} where id = ${id}`,
  )

export const settleCheck = (
  db: Database,
  id: string,
  { by, at, note }: { by: string; at: string; note: string },
) =>
  db.run(
    sql`update site_checks set settled_at = ${at}, settled_by = ${by}, settled_note = ${note} where id = ${id}`,
  )

/** What is seen in its place again settles what was missed or broken there before. */
export const settleEarlier = (db: Database, check: CheckValues) =>
  db.run(sql`update site_checks set settled_at = ${check.at}, settled_by = ${check.by}, settled_note = ''
    where site_id = ${check.siteId} and posting_id is not distinct from ${check.postingId}::uuid and settled_at is null
      and result <> 'found' and at < ${check.at}`)
