import { FieldConflict, FieldWords } from '@loa/contract/field'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'

const Edit = z.object({
  id: z.string(),
  activityId: z.string(),
  personId: z.string(),
  unitId: z.number(),
  words: FieldWords,
  outcome: z.enum(['received', 'conflict']),
  receipt: z.number().nullable(),
  finishedAt: z.string().nullable(),
  choice: z.enum(['current', 'other']).nullable(),
})
export type Edit = z.infer<typeof Edit>
const columns = sql`id, activity_id, person_id, unit_id, words, outcome, receipt, finished_at, choice`

/** One after the other for one activity, also before its row is there. */
export const lockActivity = (db: Database, id: string) =>
  db.run(sql`select pg_advisory_xact_lock(hashtextextended(${id}, 25))`)

export const findEdit = (db: Database, id: string) =>
  db.maybe(Edit, sql`select ${columns} from field_edits where id = ${id}`)

/** The edit whose words stand in the activity, where the last words came from the field. */
export const findLastEdit = (db: Database, activityId: string) =>
  db.maybe(
    Edit,
    sql`select ${columns} from field_edits where activity_id = ${activityId} and outcome = 'received'
        order by received_at desc, id desc limit 1`,
  )

export interface NewEdit extends Pick<Edit, 'id' | 'activityId' | 'personId' | 'words' | 'outcome'> {
  unitId: number
  ownerUnitId: number
  app: string
  deviceAt: string
  clockBehind: number
  at: string
}

/** False when the id is taken, perhaps where this person cannot see it. */
export const insertEdit = async (db: Database, edit: NewEdit): Promise<boolean> =>
  (await db.run(sql`insert into field_edits (id, activity_id, unit_id, owner_unit_id, person_id, words, outcome, app,
      device_at, clock_behind, received_at)
    values (${edit.id}, ${edit.activityId}, ${edit.unitId}, ${edit.ownerUnitId}, ${edit.personId},
      ${JSON.stringify(edit.words)}, ${edit.outcome}, ${edit.app}, ${edit.deviceAt}, ${edit.clockBehind}, ${edit.at})
    on conflict do nothing`)) === 1

export const giveReceipt = async (db: Database, id: string, at: string): Promise<number> =>
  (
    await db.one(
      z.object({ receipt: z.number() }),
      sql`update field_edits set receipt = nextval('field_receipts'), finished_at = ${at} where id = ${id}
          returning receipt`,
    )
  ).receipt

export const saveChoice = (
  db: Database,
  id: string,
  { take, by, at }: { take: 'current' | 'other'; by: string; at: string },
) =>
  db.run(sql`update field_edits set choice = ${take}, decided_by = ${by}, decided_at = ${at}
    where id = ${id} and outcome = 'conflict' and choice is null`)

export interface NewClaim {
  evidenceId: string
  activityId: string
  unitId: number
  ownerUnitId: number
  sha256: string
  original: { sha256: string; bytes: number } | null
  position: { latitude: number; longitude: number; accuracy: number | null } | null
  deviceAt: string
  clockBehind: number
  at: string
}

export const insertClaim = (db: Database, claim: NewClaim) =>
  db.run(sql`insert into evidence_claims (evidence_id, activity_id, unit_id, owner_unit_id, sha256, original_sha256,
      original_bytes, latitude, longitude, accuracy, device_at, clock_behind, received_at)
    values (${claim.evidenceId}, ${claim.activityId}, ${claim.unitId}, ${claim.ownerUnitId}, ${claim.sha256},
      ${claim.original?.sha256 ?? null}, ${claim.original?.bytes ?? null}, ${claim.position?.latitude ?? null},
      ${claim.position?.longitude ?? null}, ${claim.position?.accuracy ?? null}, ${claim.deviceAt},
      ${claim.clockBehind}, ${claim.at}) on conflict do nothing`)

export const findClaim = (db: Database, evidenceId: string) =>
  db.maybe(
    z.object({ activityId: z.string(), sha256: z.string() }),
    sql`select activity_id, sha256 from evidence_claims where evidence_id = ${evidenceId}`,
  )

/** The photos among these that are not there. One photo chosen twice is one photo: its second claim stands for it too. */
export const missingPhotos = async (db: Database, activityId: string, photos: string[]) =>
  (
    await db.many(
      z.object({ id: z.string() }),
      sql`select p.id from unnest(${photos}::uuid[]) as p(id)
          where not exists (select from evidence_claims c join evidence e
            on e.activity_id = c.activity_id and e.sha256 = c.sha256
            where c.evidence_id = p.id and c.activity_id = ${activityId})`,
    )
  ).map(({ id }) => id)

const OpenConflict = FieldConflict.omit({ current: true, other: true }).extend({
  words: FieldWords,
  by: z.string(),
})

/** Both values of the units' own activities that wait for a choice. */
export const listConflicts = (db: Database, units: readonly number[]) =>
  db.many(
    OpenConflict,
    sql`select f.id, f.activity_id, a.place, f.words, p.name as by
        from field_edits f join activities a on a.id = f.activity_id join duties d on d.id = a.duty_id
        join people p on p.id = f.person_id
        where f.outcome = 'conflict' and f.choice is null and d.holder_unit_id = any (${units})
        order by f.received_at limit 100`,
  )

/** Who said the words that stand in each of these, and the last sentence of a reviewer. */
export const listVoices = (db: Database, activities: string[]) =>
  db.many(
    z.object({
      id: z.string(),
      lastBy: z.string().nullable(),
      returnedBy: z.string().nullable(),
      returnedAt: z.string().nullable(),
    }),
    sql`select a.id, last.name as last_by, ret.name as returned_by, ret.at as returned_at
        from activities a
        left join lateral (select p.name from events e join people p on p.id = e.person_id
          where e.subject = 'activity' and e.subject_id = a.id::text and e.kind in ('activity.recorded', 'activity.chosen')
          order by e.id desc limit 1) last on true
        left join lateral (select p.name, e.at from events e join people p on p.id = e.person_id
          where e.subject = 'activity' and e.subject_id = a.id::text and e.kind = 'activity.returned'
          order by e.id desc limit 1) ret on true
        where a.id = any (${activities}::uuid[])`,
  )

/** What units recorded in the last weeks and may still change. */
export const listOpenActivities = async (db: Database, units: readonly number[], since: string) =>
  (
    await db.many(
      z.object({ id: z.string() }),
      sql`select a.id from activities a join duties d on d.id = a.duty_id
          where d.holder_unit_id = any (${units}) and a.state <> 'accepted'
            and (a.state = 'returned' or a.updated_at > ${since})
          order by (a.state = 'returned') desc, a.updated_at desc limit 100`,
    )
  ).map(({ id }) => id)
