import { ActivityState, verdicts } from '@loa/contract/activities'
import { Pair, Photo, Sample } from '@loa/contract/photos'
import { z } from 'zod'
import { doubtJson, quantitiesJson, withdrawalJson } from '../activities/queries.ts'
import type { Database } from '../database/database.ts'
import { all, instantJson, type Sql, sql } from '../database/sql.ts'
import { unitJson } from '../units/queries.ts'

const columns = sql`e.id, e.activity_id, e.sha256, e.mime, e.bytes, e.width, e.height, e.taken_at, e.latitude,
  e.longitude, e.looked_at, e.doubts, e.created_at, a.place, a.happened_on, ${unitJson} as unit, a.form,
  ${quantitiesJson} as quantities, a.state, a.version, a.simulated, json_build_object('id', p.id, 'name', p.name) as by,
  ${withdrawalJson(sql`e`)} as withdrawal, json_build_object(${doubtJson}) as said`
const tables = sql`evidence e join activities a on a.id = e.activity_id join units u on u.id = a.unit_id
  join people p on p.id = e.added_by`

const said = Photo.pick({ reasons: true, judgement: true })
const Row = Photo.omit({ reasons: true, judgement: true }).extend({ said })
const shown = ({ said, ...row }: z.infer<typeof Row>): Photo => ({ ...row, ...said })

export interface PhotoFilter {
  units: number[]
  campaign?: number
  unit?: number
  form?: string
  doubt?: string
  box: 'to-judge' | 'doubted' | 'judged' | 'all'
  sample?: number
}
const judged = sql`exists (select from photo_judgements j where j.evidence_id = e.id and j.undone_at is null)`
const boxes: Record<PhotoFilter['box'], Sql | false> = {
  'to-judge': sql`a.state = 'submitted' and e.withdrawn_at is null and not ${judged}`,
  doubted: sql`a.state = 'submitted' and e.withdrawn_at is null and e.doubts <> '{}'`,
  judged,
  all: sql`a.state <> 'recorded'`,
}
const wanted = (filter: PhotoFilter) =>
  all([
    sql`e.owner_unit_id = any (${filter.units})`,
    filter.campaign && sql`a.campaign_id = ${filter.campaign}`,
    filter.unit && sql`a.unit_id = ${filter.unit}`,
    filter.form && sql`a.form = ${filter.form}`,
    filter.doubt && sql`${filter.doubt} = any (e.doubts)`,
    filter.sample &&
      sql`e.id in (select evidence_id from photo_sample_members where sample_id = ${filter.sample})`,
    boxes[filter.box],
  ])

export const listPhotos = async (
  db: Database,
  filter: PhotoFilter & { after: { at: string; id: string } | null; limit: number },
) =>
  (
    await db.many(
      Row,
      sql`select ${columns} from ${tables}
        where ${all([wanted(filter), filter.after && sql`(e.created_at, e.id) > (${filter.after.at}::timestamptz, ${filter.after.id}::uuid)`])}
        order by e.created_at, e.id limit ${filter.limit}`,
    )
  ).map(shown)

export const countPhotos = async (db: Database, filter: PhotoFilter) =>
  (
    await db.one(
      z.object({ total: z.number() }),
      sql`select count(*)::int as total from ${tables} where ${wanted(filter)}`,
    )
  ).total

export const findPhoto = async (db: Database, id: string) => {
  const Whole = Row.extend({
    ownerUnitId: z.number(),
    holderUnitId: z.number(),
    unitId: z.number(),
    blurs: z.array(z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })),
  })
  const row = await db.maybe(
    Whole,
    sql`select ${columns}, e.owner_unit_id, e.unit_id, d.holder_unit_id, e.blurs
        from ${tables} join duties d on d.id = a.duty_id where e.id = ${id}`,
  )
  if (!row) return null
  const { said, ...rest } = row
  return { ...rest, ...said }
}

/** What it may be a copy of. Rows of other units do not come through row-level security: then the day is all there is. */
export const listPairs = (db: Database, id: string) =>
  db.many(
    Pair.extend({ otherDay: z.string() }),
    sql`select o.kind, (o.detail->>'percent')::float8 as percent, (o.detail->>'days')::float8 as days,
          o.detail->>'otherDay' as other_day, o.closed_at is null as is_open,
          case when e.id is not null and me.latitude is not null and e.latitude is not null then
            round((12742 * asin(sqrt(least(1, sin(radians(e.latitude - me.latitude) / 2) ^ 2 + cos(radians(me.latitude))
              * cos(radians(e.latitude)) * sin(radians(e.longitude - me.longitude) / 2) ^ 2))))::numeric, 1) end as kilometres,
          case when e.id is not null then json_build_object('id', e.id, 'activityId', a.id, 'unit', ${unitJson},
            'place', a.place, 'by', json_build_object('id', p.id, 'name', p.name),
            'takenAt', ${instantJson(sql`e.taken_at`)}, 'sha256', e.sha256) end as other
        from evidence_doubts o join evidence me on me.id = o.evidence_id
        left join (evidence e join activities a on a.id = e.activity_id join units u on u.id = a.unit_id
          join people p on p.id = e.added_by) on e.id = o.other_evidence_id
        where o.evidence_id = ${id} and o.other_evidence_id is not null order by o.id`,
  )

export const closeDoubts = (db: Database, id: string, by: string, at: string) =>
  db.many(
    z.object({ id: z.number() }),
    sql`update evidence_doubts set closed_at = ${at}, closed_by = ${by}
        where evidence_id = ${id} and closed_at is null returning id`,
  )
export const reopenDoubts = (db: Database, ids: number[]) =>
  db.run(sql`update evidence_doubts set closed_at = null, closed_by = null where id = any (${ids}::bigint[])`)

const Judgement = z.object({
  id: z.number(),
  verdict: z.enum(verdicts),
  closedDoubts: z.array(z.coerce.number()),
  stateBefore: ActivityState,
  reasonBefore: z.string().nullable(),
  versionAfter: z.number(),
})
export const findJudgement = (db: Database, evidenceId: string) =>
  db.maybe(
    Judgement,
    sql`select id, verdict, closed_doubts, state_before, reason_before, version_after from photo_judgements
        where evidence_id = ${evidenceId} and undone_at is null order by id desc limit 1`,
  )

export const insertJudgement = (
  db: Database,
  judgement: {
    evidenceId: string
    unitId: number
    ownerUnitId: number
    verdict: string
    comment: string
    sample: number | null
    by: string
    at: string
    closedDoubts: number[]
    stateBefore: string
    reasonBefore: string | null
    versionAfter: number
  },
) =>
  db.run(sql`insert into photo_judgements (evidence_id, unit_id, owner_unit_id, verdict, comment, sample_id, judged_by,
      judged_at, closed_doubts, state_before, reason_before, version_after)
    values (${judgement.evidenceId}, ${judgement.unitId}, ${judgement.ownerUnitId}, ${judgement.verdict},
      ${judgement.comment}, ${judgement.sample}, ${judgement.by}, ${judgement.at}, ${judgement.closedDoubts}::bigint[],
      ${judgement.stateBefore}, ${judgement.reasonBefore}, ${judgement.versionAfter})`)

export const undoJudgement = (db: Database, id: number, by: string, at: string) =>
  db.run(sql`update photo_judgements set undone_at = ${at}, undone_by = ${by} where id = ${id}`)

const samples = sql`select s.id, s.seed, s.percent, s.photos, json_build_object('id', p.id, 'name', p.name) as made_by, s.made_at,
    (select count(distinct j.evidence_id)::int from photo_judgements j join photo_sample_members m
      on m.evidence_id = j.evidence_id and m.sample_id = s.id where j.undone_at is null) as judged
  from photo_samples s join people p on p.id = s.made_by`
export const listSamples = (db: Database, campaignId: number, units: number[]) =>
  db.many(
    Sample,
    sql`${samples} where s.campaign_id = ${campaignId} and s.owner_unit_id = any (${units}) order by s.id desc limit 50`,
  )
export const findSample = (db: Database, id: number) => db.one(Sample, sql`${samples} where s.id = ${id}`)

/** Drawn by the seed and the photo's own id: the same seed over the same photos draws the same again. */
export const drawSample = async (
  db: Database,
  draw: { campaignId: number; ownerUnitId: number; seed: string; percent: number; by: string; at: string },
) => {
  const { id } = await db.one(
    z.object({ id: z.number() }),
    sql`insert into photo_samples (campaign_id, owner_unit_id, seed, percent, photos, made_by, made_at)
        values (${draw.campaignId}, ${draw.ownerUnitId}, ${draw.seed}, ${draw.percent}, 0, ${draw.by}, ${draw.at}) returning id`,
  )
  const photos = await db.run(sql`insert into photo_sample_members (sample_id, evidence_id, owner_unit_id)
    select ${id}, e.id, ${draw.ownerUnitId} from evidence e join activities a on a.id = e.activity_id
    where a.campaign_id = ${draw.campaignId} and a.state = 'submitted'
      and e.withdrawn_at is null and (e.doubts <> '{}'
      or ('x' || left(md5(${draw.seed} || e.id::text), 7))::bit(28)::int % 100 < ${draw.percent})`)
  await db.run(sql`update photo_samples set photos = ${photos} where id = ${id}`)
  return { id, photos }
}
