import { Activity, type ActivityState } from '@loa/contract/activities'
import type { UnitsOf } from '@loa/contract/units'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { all, sql } from '../database/sql.ts'
import { unitJson } from '../units/queries.ts'

export const utc = 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'
/** The open doubts of a photo `e` with their numbers, and what was said about it last. */
export const doubtJson = sql`'reasons', (select coalesce(json_agg(json_build_object('kind', o.kind, 'detail', o.detail) order by o.id), '[]')
    from evidence_doubts o where o.evidence_id = e.id and o.closed_at is null),
  'judgement', (select json_build_object('verdict', j.verdict, 'comment', j.comment, 'by', jp.name,
      'at', to_char(j.judged_at at time zone 'UTC', ${utc}))
    from photo_judgements j join people jp on jp.id = j.judged_by
    where j.evidence_id = e.id and j.undone_at is null order by j.id desc limit 1)`
const columns = sql`a.id, a.duty_id, a.campaign_id, ${unitJson} as unit, i.form, a.indicator, a.place, a.happened_on,
  a.quantity, a.note, a.state, a.standing, a.return_reason, a.simulated, a.version, a.created_at, a.updated_at,
  json_build_object('id', p.id, 'name', p.name) as recorded_by,
  (select coalesce(json_agg(t.topic_id order by t.topic_id), '[]') from activity_topics t where t.activity_id = a.id) as topics,
  (select coalesce(json_agg(json_build_object('id', e.id, 'activityId', e.activity_id, 'sha256', e.sha256, 'mime', e.mime,
      'bytes', e.bytes, 'width', e.width, 'height', e.height, 'takenAt', to_char(e.taken_at at time zone 'UTC', ${utc}),
      'latitude', e.latitude, 'longitude', e.longitude, 'doubts', e.doubts,
      'lookedAt', to_char(e.looked_at at time zone 'UTC', ${utc}), ${doubtJson},
      'createdAt', to_char(e.created_at at time zone 'UTC', ${utc})) order by e.created_at, e.id), '[]')
    from evidence e where e.activity_id = a.id) as evidence`
const tables = sql`activities a join units u on u.id = a.unit_id join duties d on d.id = a.duty_id join indicators i on i.code = a.indicator
  join people p on p.id = a.recorded_by`

export interface ActivityFilter {
  duty?: number
  campaign?: number
  unit?: number
  units?: UnitsOf
  indicator?: string
  form?: string
  state?: ActivityState
  standing?: 'claimed' | 'proved' | 'doubted'
}
const wanted = (filter: ActivityFilter) =>
  all([
    filter.duty && sql`a.duty_id = ${filter.duty}`,
    filter.campaign && sql`a.campaign_id = ${filter.campaign}`,
    filter.unit &&
      (filter.units === 'today'
        ? sql`a.duty_id in (select id from duties where holder_unit_id = ${filter.unit})`
        : sql`a.unit_id = ${filter.unit}`),
    filter.indicator && sql`a.indicator = ${filter.indicator}`,
    filter.form && sql`a.indicator in (select code from indicators where form = ${filter.form})`,
    filter.state && sql`a.state = ${filter.state}`,
    filter.standing && sql`a.standing = ${filter.standing}`,
  ])

/** Newest day first; the cursor is the last row's day and id. */
export const listActivities = (
  db: Database,
  filter: ActivityFilter & { after: { day: string; id: string } | null; limit: number },
) =>
  db.many(
    Activity,
    sql`select ${columns} from ${tables}
        where ${all([wanted(filter), filter.after && sql`(a.happened_on, a.id) < (${filter.after.day}::date, ${filter.after.id}::uuid)`])}
        order by a.happened_on desc, a.id desc limit ${filter.limit}`,
  )

export const countActivities = async (db: Database, filter: ActivityFilter) =>
  (
    await db.one(
      z.object({ total: z.number() }),
      sql`select count(*)::int as total from activities a where ${wanted(filter)}`,
    )
  ).total

const Stored = Activity.extend({
  unitId: z.number(),
  ownerUnitId: z.number(),
  /** Who answers for the duty today. */
  holderUnitId: z.number(),
})
export type StoredActivity = z.infer<typeof Stored>

export const findActivity = (db: Database, id: string) =>
  db.maybe(
    Stored,
    sql`select ${columns}, a.unit_id, a.owner_unit_id, d.holder_unit_id from ${tables} where a.id = ${id}`,
  )

export const findActivityForUpdate = (db: Database, id: string) =>
  db.maybe(
    Stored,
    sql`select ${columns}, a.unit_id, a.owner_unit_id, d.holder_unit_id from ${tables} where a.id = ${id} for update of a`,
  )

export interface ActivityRecord {
  id: string
  dutyId: number
  campaignId: number
  unitId: number
  ownerUnitId: number
  indicator: string
  topics: number[]
  place: string
  happenedOn: string
  quantity: number
  note: string
  simulated: boolean
  by: string
  at: string
}

/** False when the id is taken already, perhaps by a unit whose rows this person cannot see. */
export const insertActivity = async (db: Database, activity: ActivityRecord): Promise<boolean> => {
  const added =
    await db.run(sql`insert into activities (id, duty_id, campaign_id, unit_id, owner_unit_id, indicator,
      place, happened_on, quantity, note, simulated, recorded_by, created_at, updated_at)
    values (${activity.id}, ${activity.dutyId}, ${activity.campaignId}, ${activity.unitId}, ${activity.ownerUnitId},
      ${activity.indicator}, ${activity.place}, ${activity.happenedOn}, ${activity.quantity}, ${activity.note},
      ${activity.simulated}, ${activity.by}, ${activity.at}, ${activity.at})
    on conflict (id) do nothing`)
  if (added === 1) await saveTopics(db, activity)
  return added === 1
}

export const updateActivity = async (db: Database, activity: ActivityRecord) => {
  await db.run(sql`update activities set indicator = ${activity.indicator}, place = ${activity.place},
      happened_on = ${activity.happenedOn}, quantity = ${activity.quantity}, note = ${activity.note},
      version = version + 1, updated_at = ${activity.at} where id = ${activity.id}`)
  await db.run(sql`delete from activity_topics where activity_id = ${activity.id}`)
  await saveTopics(db, activity)
}

/** Only topics of the campaign; the foreign key and the join keep others out. */
const saveTopics = (db: Database, { id, campaignId, topics }: ActivityRecord) =>
  db.run(sql`insert into activity_topics (activity_id, topic_id)
    select ${id}, t.id from campaign_topics t where t.campaign_id = ${campaignId} and t.id = any (${topics})`)

export const countOwnTopics = async (db: Database, campaignId: number, topics: number[]) =>
  (
    await db.one(
      z.object({ total: z.number() }),
      sql`select count(*)::int as total from campaign_topics where campaign_id = ${campaignId} and id = any (${topics})`,
    )
  ).total

export const saveStanding = (
  db: Database,
  id: string,
  {
    state,
    standing,
    reason,
    at,
  }: { state: ActivityState; standing: Activity['standing']; reason: string | null; at: string },
) =>
  db.run(sql`update activities set state = ${state}, standing = ${standing}, return_reason = ${reason},
      version = version + 1, updated_at = ${at} where id = ${id}`)

export const saveQuietly = (
  db: Database,
  id: string,
  { standing, isSeen, at }: { standing: Activity['standing']; isSeen: boolean; at: string },
) =>
  db.run(sql`update activities set standing = ${standing}, version = version + ${isSeen ? 1 : 0}, updated_at = ${at}
    where id = ${id}`)
