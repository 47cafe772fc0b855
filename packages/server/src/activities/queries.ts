import { Activity, type ActivityState, type Quantity } from '@loa/contract/activities'
import { ProofKind } from '@loa/contract/figures'
import type { UnitsOf } from '@loa/contract/units'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { all, instantJson, type Sql, sql } from '../database/sql.ts'
import { unitJson } from '../units/queries.ts'

/** The open doubts of a photo `e` with their numbers, and what was said about it last. */
export const doubtJson = sql`'reasons', (select coalesce(json_agg(json_build_object('kind', o.kind, 'detail', o.detail) order by o.id), '[]')
    from evidence_doubts o where o.evidence_id = e.id and o.closed_at is null),
  'judgement', (select json_build_object('verdict', j.verdict, 'comment', j.comment, 'by', jp.name,
      'at', ${instantJson(sql`j.judged_at`)})
    from photo_judgements j join people jp on jp.id = j.judged_by
    where j.evidence_id = e.id and j.undone_at is null order by j.id desc limit 1)`
/** Why something was taken back, of a photo or file, and by whom; null while it stands. */
export const withdrawalJson = (
  of: Sql,
) => sql`case when ${of}.withdrawn_at is not null then json_build_object(
    'reason', ${of}.withdrawn_reason, 'by', (select name from people where id = ${of}.withdrawn_by),
    'at', ${instantJson(sql`${of}.withdrawn_at`)}) end`
/** What an activity `a` counts, the first number first. */
export const quantitiesJson = sql`(select json_agg(json_build_object('indicator', q.indicator, 'quantity', q.quantity,
    'outOf', q.out_of, 'qualifier', q.qualifier, 'things', q.things) order by q.ordinal)
  from activity_quantities q where q.activity_id = a.id)`
const columns = sql`a.id, a.duty_id, a.campaign_id, ${unitJson} as unit, a.form, a.place, a.face_id, a.happened_on, a.details, a.note, a.state, a.standing, a.return_reason, a.simulated, a.version, a.created_at, a.updated_at,
  json_build_object('id', p.id, 'name', p.name) as recorded_by,
  ${quantitiesJson} as quantities,
  (select coalesce(json_agg(json_build_object('id', c.id, 'indicator', c.indicator, 'quantity', c.quantity, 'outOf', c.out_of,
      'things', c.things, 'reason', c.reason, 'by', json_build_object('id', cp.id, 'name', cp.name),
      'at', ${instantJson(sql`c.corrected_at`)}) order by c.number), '[]')
    from quantity_corrections c join people cp on cp.id = c.corrected_by where c.activity_id = a.id) as corrections,
  (select json_build_object('id', s.id, 'name', s.name, 'face', f.label) from site_faces f join sites s on s.id = f.site_id
    where f.id = a.face_id) as site,
  (select coalesce(json_agg(t.topic_id order by t.topic_id), '[]') from activity_topics t where t.activity_id = a.id) as topics,
  (select coalesce(json_agg(json_build_object('id', e.id, 'activityId', e.activity_id, 'sha256', e.sha256, 'mime', e.mime,
      'bytes', e.bytes, 'width', e.width, 'height', e.height, 'takenAt', ${instantJson(sql`e.taken_at`)},
      'latitude', e.latitude, 'longitude', e.longitude, 'doubts', e.doubts,
      'lookedAt', ${instantJson(sql`e.looked_at`)}, ${doubtJson}, 'withdrawal', ${withdrawalJson(sql`e`)},
      'createdAt', ${instantJson(sql`e.created_at`)}) order by e.created_at, e.id), '[]')
    from evidence e where e.activity_id = a.id) as evidence,
  (select coalesce(json_agg(json_build_object('id', t.id, 'activityId', t.activity_id, 'kind', t.kind, 'name', t.name,
      'mime', t.mime, 'bytes', t.bytes, 'sha256', t.sha256, 'withdrawal', ${withdrawalJson(sql`t`)},
      'createdAt', ${instantJson(sql`t.created_at`)}) order by t.created_at, t.id), '[]')
    from attachments t where t.activity_id = a.id) as attachments`
/** What any of its indicators takes as evidence. */
const proofKinds = sql`array(select distinct kind from activity_quantities q join indicators i on i.code = q.indicator
    cross join unnest(i.evidence) as kind where q.activity_id = a.id) as proof_kinds`
const tables = sql`activities a join units u on u.id = a.unit_id join duties d on d.id = a.duty_id
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
  topic?: number
  owner?: number
  from?: string
  to?: string
}
const wanted = (filter: ActivityFilter) =>
  all([
    filter.duty && sql`a.duty_id = ${filter.duty}`,
    filter.campaign && sql`a.campaign_id = ${filter.campaign}`,
    filter.unit &&
      (filter.units === 'today'
        ? sql`a.duty_id in (select id from duties where holder_unit_id = ${filter.unit})`
        : sql`a.unit_id = ${filter.unit}`),
    filter.indicator &&
      sql`exists (select from activity_quantities q where q.activity_id = a.id and q.indicator = ${filter.indicator})`,
    filter.form && sql`a.form = ${filter.form}`,
    filter.state && sql`a.state = ${filter.state}`,
    filter.standing && sql`a.standing = ${filter.standing}`,
    filter.topic &&
      sql`exists (select from activity_topics t where t.activity_id = a.id and t.topic_id = ${filter.topic})`,
    filter.owner && sql`a.owner_unit_id = ${filter.owner}`,
    filter.from && sql`a.happened_on >= ${filter.from}`,
    filter.to && sql`a.happened_on <= ${filter.to}`,
  ])

/** Newest day first; the cursor is the last row's day and id. */
export const listActivities = (
  db: Database,
  filter: ActivityFilter & { after: { at: string; id: string } | null; limit: number },
) =>
  db.many(
    Activity,
    sql`select ${columns} from ${tables}
        where ${all([wanted(filter), filter.after && sql`(a.happened_on, a.id) < (${filter.after.at}::date, ${filter.after.id}::uuid)`])}
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
  proofKinds: z.array(ProofKind),
})
export type StoredActivity = z.infer<typeof Stored>

export const findActivity = (db: Database, id: string) =>
  db.maybe(
    Stored,
    sql`select ${columns}, a.unit_id, a.owner_unit_id, d.holder_unit_id, ${proofKinds} from ${tables} where a.id = ${id}`,
  )

export const findActivityForUpdate = (db: Database, id: string) =>
  db.maybe(
    Stored,
    sql`select ${columns}, a.unit_id, a.owner_unit_id, d.holder_unit_id, ${proofKinds} from ${tables} where a.id = ${id} for update of a`,
  )

export interface ActivityRecord {
  id: string
  dutyId: number
  campaignId: number
  unitId: number
  ownerUnitId: number
  form: Activity['form']
  quantities: Quantity[]
  topics: number[]
  place: string
  faceId: string | null
  happenedOn: string
  details: Activity['details']
  note: string
  simulated: boolean
  by: string
  at: string
}

/** False when the id is taken already, perhaps by a unit whose rows this person cannot see. */
export const insertActivity = async (db: Database, activity: ActivityRecord): Promise<boolean> => {
  const added =
    await db.run(sql`insert into activities (id, duty_id, campaign_id, unit_id, owner_unit_id, form,
      place, face_id, happened_on, details, note, simulated, recorded_by, created_at, updated_at)
    values (${activity.id}, ${activity.dutyId}, ${activity.campaignId}, ${activity.unitId}, ${activity.ownerUnitId},
      ${activity.form}, ${activity.place}, ${activity.faceId}, ${activity.happenedOn}, ${JSON.stringify(activity.details)}, ${activity.note},
      ${activity.simulated}, ${activity.by}, ${activity.at}, ${activity.at})
    on conflict (id) do nothing`)
  if (added === 1) await saveParts(db, activity)
  return added === 1
}

export const updateActivity = async (db: Database, activity: ActivityRecord) => {
  await db.run(sql`update activities set form = ${activity.form}, place = ${activity.place}, face_id = ${activity.faceId},
      happened_on = ${activity.happenedOn}, details = ${JSON.stringify(activity.details)}, note = ${activity.note},
      version = version + 1, updated_at = ${activity.at} where id = ${activity.id}`)
  await db.run(sql`delete from activity_topics where activity_id = ${activity.id}`)
  await db.run(sql`delete from activity_quantities where activity_id = ${activity.id}`)
  await saveParts(db, activity)
}

/** Topics of the campaign only; the foreign key and the join keep others out. */
const saveParts = async (db: Database, { id, campaignId, topics, quantities }: ActivityRecord) => {
  await db.run(sql`insert into activity_topics (activity_id, topic_id)
    select ${id}, t.id from campaign_topics t where t.campaign_id = ${campaignId} and t.id = any (${topics})`)
  await db.run(sql`insert into activity_quantities (activity_id, indicator, ordinal, quantity, out_of, qualifier, things)
    select ${id}, q ->> 'indicator', n, (q ->> 'quantity')::numeric, (q ->> 'outOf')::numeric, q ->> 'qualifier',
      array(select jsonb_array_elements_text(q -> 'things'))
    from jsonb_array_elements(${JSON.stringify(quantities)}::jsonb) with ordinality as given(q, n)`)
}

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
