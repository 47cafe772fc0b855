import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import type { Photo } from '../documents-worker/documents-worker.ts'
import type { Claims, Doubt, Sighting } from './evidence.ts'

const Region = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
const Stored = z.object({
  id: z.string(),
  activityId: z.string(),
  unitId: z.number(),
  ownerUnitId: z.number(),
  sha256: z.string(),
  previewSha256: z.string().nullable(),
  smallSha256: z.string().nullable(),
  mime: z.string(),
  blurs: z.array(Region),
})

export const findEvidence = (db: Database, id: string) =>
  db.maybe(
    Stored,
    sql`select id, activity_id, unit_id, owner_unit_id, sha256, preview_sha256, small_sha256, mime, blurs
        from evidence where id = ${id}`,
  )

export interface NewEvidence {
  id: string
  activityId: string
  unitId: number
  ownerUnitId: number
  sha256: string
  bytes: number
  header: { mime: string; width: number; height: number }
  claims: Claims
  by: string
  at: string
}

/** 0 when this id, or this photo in this activity, is there already. */
export const insertEvidence = (db: Database, evidence: NewEvidence) =>
  db.run(sql`insert into evidence (id, activity_id, unit_id, owner_unit_id, sha256, mime, bytes, width, height,
      claimed_at, claimed_latitude, claimed_longitude, claimed_mock, added_by, created_at)
    values (${evidence.id}, ${evidence.activityId}, ${evidence.unitId}, ${evidence.ownerUnitId}, ${evidence.sha256},
      ${evidence.header.mime}, ${evidence.bytes}, ${evidence.header.width}, ${evidence.header.height},
      ${evidence.claims.takenAt}, ${evidence.claims.latitude}, ${evidence.claims.longitude}, ${evidence.claims.isMocked},
      ${evidence.by}, ${evidence.at})
    on conflict do nothing`)

const SitePlaces = z.array(z.object({ name: z.string(), latitude: z.number(), longitude: z.number() }))
/** Where an activity `a` says it was done, and where what it hung hangs; as far as it is on the map. */
const sitesJson = sql`(select coalesce(json_agg(json_build_object('name', s.name, 'latitude', s.latitude, 'longitude', s.longitude)), '[]')
  from sites s where s.latitude is not null and (s.id = (select site_id from site_faces where id = a.face_id)
    or s.id in (select site_id from postings where activity_id = a.id)))`
const accuracy = sql`(select p.accuracy from evidence_claims p where p.evidence_id = e.id) as claimed_accuracy`

const Unseen = z.object({
  id: z.string(),
  activityId: z.string(),
  unitId: z.number(),
  ownerUnitId: z.number(),
  sha256: z.string(),
  addedBy: z.string(),
  claimedAt: z.string().nullable(),
  claimedLatitude: z.number().nullable(),
  claimedLongitude: z.number().nullable(),
  claimedMock: z.boolean(),
  claimedAccuracy: z.number().nullable(),
  sites: SitePlaces,
  happenedOn: z.string(),
  periodFrom: z.string().nullable(),
  periodTo: z.string().nullable(),
})
export type UnseenPhoto = z.infer<typeof Unseen>

/** Received and not opened, or opened before prints were kept. Oldest first. */
export const listUnseen = (db: Database, after: string, limit: number) =>
  db.many(
    Unseen,
    sql`select e.id, e.activity_id, e.unit_id, e.owner_unit_id, e.sha256, e.added_by, e.claimed_at,
          e.claimed_latitude, e.claimed_longitude, e.claimed_mock, a.happened_on, c.period_from, c.period_to,
          ${accuracy}, ${sitesJson} as sites
        from evidence e join activities a on a.id = e.activity_id join campaigns c on c.id = a.campaign_id
        where e.id > ${after}::uuid and (e.looked_at is null or (e.small_sha256 is null and e.preview_sha256 is not null))
        order by e.id limit ${limit}`,
  )

/** Photos of an activity that were opened already and have a place. */
export const listPlaced = (db: Database, activityId: string) =>
  db.many(
    z.object({
      id: z.string(),
      unitId: z.number(),
      ownerUnitId: z.number(),
      latitude: z.number().nullable(),
      longitude: z.number().nullable(),
      claimedLatitude: z.number().nullable(),
      claimedLongitude: z.number().nullable(),
      claimedAccuracy: z.number().nullable(),
      sites: SitePlaces,
    }),
    sql`select e.id, e.unit_id, e.owner_unit_id, e.latitude, e.longitude, e.claimed_latitude, e.claimed_longitude, ${accuracy},
          ${sitesJson} as sites
        from evidence e join activities a on a.id = e.activity_id
        where e.activity_id = ${activityId} and e.looked_at is not null
          and coalesce(e.latitude, e.claimed_latitude) is not null`,
  )

export const saveLook = (
  db: Database,
  id: string,
  look: { photo: Photo; previewSha256: string; smallSha256: string } | null,
  at: string,
) =>
  look
    ? db.run(sql`update evidence set preview_sha256 = ${look.previewSha256}, small_sha256 = ${look.smallSha256},
        width = ${look.photo.width}, height = ${look.photo.height}, taken_at = ${look.photo.takenAt},
        latitude = ${look.photo.latitude}, longitude = ${look.photo.longitude}, exif = ${JSON.stringify(look.photo.exif)},
        looked_at = coalesce(looked_at, ${at}) where id = ${id}`)
    : db.run(sql`update evidence set looked_at = ${at} where id = ${id} and looked_at is null`)

/** The person's photos just before and just after, and the other photos of the activity, where their place is known. */
export const listSightings = async (
  db: Database,
  { id, activityId, addedBy }: UnseenPhoto,
  takenAt: string | null,
): Promise<{ neighbours: Sighting[]; together: Sighting[] }> => {
  const Row = z.object({ latitude: z.number(), longitude: z.number(), takenAt: z.string().nullable() })
  const placed = sql`select coalesce(latitude, claimed_latitude) as latitude, coalesce(longitude, claimed_longitude) as longitude,
      taken_at from evidence where id <> ${id} and coalesce(latitude, claimed_latitude) is not null
      and coalesce(longitude, claimed_longitude) is not null`
  return {
    together: await db.many(Row, sql`${placed} and activity_id = ${activityId} limit 50`),
    neighbours: takenAt
      ? await db.many(
          Row,
          sql`(${placed} and added_by = ${addedBy} and taken_at <= ${takenAt} order by taken_at desc limit 1)
              union all (${placed} and added_by = ${addedBy} and taken_at >= ${takenAt} order by taken_at limit 1)`,
        )
      : [],
  }
}

const Other = z.object({ id: z.string(), activityId: z.string(), happenedOn: z.string() })
/** Byte for byte the same, behind another activity of whatever unit; seen by the system only. */
export const listSame = (db: Database, { sha256, activityId }: UnseenPhoto) =>
  db.many(
    Other,
    sql`select e.id, e.activity_id, a.happened_on from evidence e join activities a on a.id = e.activity_id
        where e.sha256 = ${sha256} and e.activity_id <> ${activityId}::uuid order by e.created_at limit 10`,
  )
export const listOthers = (db: Database, ids: string[]) =>
  db.many(
    Other,
    sql`select e.id, e.activity_id, a.happened_on from evidence e join activities a on a.id = e.activity_id
        where e.id = any (${ids}::uuid[])`,
  )

/** Raised once; one that a person has closed stays closed. Gives the number of new ones. */
export const raiseDoubts = async (
  db: Database,
  photo: { id: string; unitId: number; ownerUnitId: number },
  doubts: Doubt[],
  at: string,
): Promise<number> => {
  let raised = 0
  for (const { kind, detail, other } of doubts)
    raised += await db.run(sql`insert into evidence_doubts (evidence_id, unit_id, owner_unit_id, kind, detail,
        other_evidence_id, raised_at)
      values (${photo.id}, ${photo.unitId}, ${photo.ownerUnitId}, ${kind}, ${JSON.stringify(detail)}, ${other ?? null}, ${at})
      on conflict do nothing`)
  await foldDoubts(db, photo.id)
  return raised
}

/** The kinds that are open, kept with the photo. */
export const foldDoubts = (db: Database, id: string) =>
  db.run(sql`update evidence set doubts = coalesce((select array_agg(distinct kind order by kind) from evidence_doubts
    where evidence_id = ${id} and closed_at is null), '{}') where id = ${id}`)

export const saveBlurs = (db: Database, id: string, regions: z.infer<typeof Region>[]) =>
  db.run(sql`update evidence set blurs = ${JSON.stringify(regions)} where id = ${id}`)
