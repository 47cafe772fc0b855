/** The faces of sites with the newest photo of each. */
import { FieldSite } from '@loa/contract/field'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { instantJson, sql } from '../database/sql.ts'

/** Of a face `f`: by an activity that says it was done there, by what hangs there, or by a walk. Opened ones only, and none that was withdrawn. */
const photos = sql`(
  select e.id, e.preview_sha256, e.created_at as at from evidence e join activities a on a.id = e.activity_id
    where a.face_id = f.id and e.preview_sha256 is not null and e.withdrawn_at is null
  union all
  select e.id, e.preview_sha256, e.created_at from evidence e join postings p on p.activity_id = e.activity_id
    where p.face_id = f.id and e.preview_sha256 is not null and e.withdrawn_at is null
  union all
  select c.id, c.photo_preview_sha256, c.at from site_checks c join postings p on p.id = c.posting_id
    where c.site_id = f.site_id and p.face_id = f.id and c.photo_preview_sha256 is not null
  order by at desc limit 1)`

/** What units keep and is not closed, by the number on the label. */
export const listFieldSites = (
  db: Database,
  { units, day, limit }: { units: readonly number[]; day: string; limit: number },
) =>
  db.many(
    FieldSite,
    sql`select s.id, s.name, s.place, s.latitude, s.longitude,
        (select json_agg(json_build_object('id', f.id, 'label', f.label,
            'lastPhoto', (select json_build_object('id', l.id, 'at', ${instantJson(sql`l.at`)}) from ${photos} l))
          order by f.ordinal) from site_faces f where f.site_id = s.id) as faces
      from sites s where s.unit_id = any (${units}::int[]) and (s.closed_on is null or s.closed_on > ${day})
      order by s.unit_id, s.number limit ${limit}`,
  )

export const findLastPhoto = (db: Database, faceId: string) =>
  db.maybe(
    z.object({ id: z.string(), previewSha256: z.string() }),
    sql`select l.id, l.preview_sha256 from site_faces f cross join lateral ${photos} l where f.id = ${faceId}`,
  )

/** The faces that activities say they were done on. */
export const facesDoneAt = (db: Database, siteId: string) =>
  db.many(
    z.object({ faceId: z.string() }),
    sql`select distinct a.face_id from activities a join site_faces f on f.id = a.face_id where f.site_id = ${siteId}`,
  )
