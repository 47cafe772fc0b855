/** The plan of a campaign: its draft, its versions, and the targets as they stand. */
import {
  TargetException,
  TargetPart,
  TargetPlan,
  TargetRequest,
  TargetRule,
  TargetVersion,
} from '@loa/contract/targets'
import { UnitRef } from '@loa/contract/units'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { type Sql, sql } from '../database/sql.ts'
import { unitJson } from '../units/queries.ts'
import type { Change } from './difference.ts'

const Stored = z.object({
  version: z.number(),
  published: z.number(),
  rules: z.array(TargetRule),
  exceptions: z.array(TargetException),
})
export type StoredPlan = z.infer<typeof Stored>

/** Made with the first look at it, so that two people who begin at once write into one. */
export const getPlanForUpdate = async (
  db: Database,
  campaign: { id: number; ownerUnitId: number },
  at: string,
): Promise<StoredPlan> => {
  await db.run(sql`insert into target_plans (campaign_id, owner_unit_id, updated_at)
    values (${campaign.id}, ${campaign.ownerUnitId}, ${at}) on conflict do nothing`)
  return db.one(
    Stored,
    sql`select version, published, rules, exceptions from target_plans where campaign_id = ${campaign.id} for update`,
  )
}

export const findPlan = async (db: Database, campaignId: number): Promise<StoredPlan> =>
  (await db.maybe(
    Stored,
    sql`select version, published, rules, exceptions from target_plans where campaign_id = ${campaignId}`,
  )) ?? { version: 1, published: 0, rules: [], exceptions: [] }

export const savePlan = (
  db: Database,
  campaignId: number,
  plan: {
    rules: TargetRule[]
    exceptions: TargetException[]
    published: number
    by: string
    at: string
  },
) =>
  db.run(sql`update target_plans set rules = ${JSON.stringify(plan.rules)}::jsonb,
      exceptions = ${JSON.stringify(plan.exceptions)}::jsonb, published = ${plan.published}, version = version + 1,
      updated_by = ${plan.by}, updated_at = ${plan.at} where campaign_id = ${campaignId}`)

export const insertVersion = (
  db: Database,
  version: {
    campaignId: number
    number: number
    ownerUnitId: number
    kind: 'published' | 'agreed'
    note: string
    rules: TargetRule[]
    exceptions: TargetException[]
    by: string
    at: string
  },
) =>
  db.run(sql`insert into target_versions (campaign_id, number, owner_unit_id, kind, note, rules, exceptions, published_by, published_at)
    values (${version.campaignId}, ${version.number}, ${version.ownerUnitId}, ${version.kind}, ${version.note},
      ${JSON.stringify(version.rules)}::jsonb, ${JSON.stringify(version.exceptions)}::jsonb, ${version.by}, ${version.at})`)

/** The targets of the plan as they stand, unit by unit. */
export const listStanding = (db: Database, campaignId: number) =>
  db.many(
    z.object({
      unitId: z.number(),
      dutyId: z.number(),
      indicator: z.string(),
      amount: z.number(),
      parts: z.array(TargetPart),
    }),
    sql`select d.unit_id, d.id as duty_id, t.indicator, t.plan as amount, t.parts
        from duties d join duty_targets t on t.duty_id = d.id and t.source = 'plan'
        where d.campaign_id = ${campaignId} order by d.id, t.indicator`,
  )

/** The changes are noted and become the targets. @returns the duties they are about */
export const applyVersion = async (
  db: Database,
  { campaignId, number, changes, at }: { campaignId: number; number: number; changes: Change[]; at: string },
) => {
  const given = sql`jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
    as c("unitId" integer, indicator text, before numeric, after numeric, parts jsonb, reason text)`
  await db.run(sql`insert into target_changes (campaign_id, number, duty_id, unit_id, owner_unit_id, indicator, before, after,
      own, parts, reason, at)
    select ${campaignId}, ${number}, d.id, d.unit_id, d.owner_unit_id, c.indicator, c.before, c.after,
      (select t.plan from duty_targets t where t.duty_id = d.id and t.indicator = c.indicator and t.source = 'unit'),
      c.parts, c.reason, ${at}
    from ${given} join duties d on d.campaign_id = ${campaignId} and d.unit_id = c."unitId"`)
  await db.run(sql`delete from duty_targets t using target_changes c
    where c.campaign_id = ${campaignId} and c.number = ${number} and c.after is null
      and t.duty_id = c.duty_id and t.indicator = c.indicator and t.source = 'plan'`)
  await db.run(sql`insert into duty_targets (duty_id, indicator, plan, source, parts)
    select duty_id, indicator, after, 'plan', parts from target_changes
    where campaign_id = ${campaignId} and number = ${number} and after is not null
    on conflict (duty_id, indicator) do update set plan = excluded.plan, source = 'plan', parts = excluded.parts`)
  return db.many(
    z.object({ dutyId: z.number(), holderUnitId: z.number(), cells: z.number() }),
    sql`select d.id as duty_id, d.holder_unit_id, count(*)::int as cells
        from target_changes c join duties d on d.id = c.duty_id
        where c.campaign_id = ${campaignId} and c.number = ${number} group by d.id order by d.id`,
  )
}

export const listVersions = (db: Database, campaignId: number) =>
  db.many(
    TargetVersion,
    sql`select v.number, v.kind, v.note, p.name as by, v.published_at as at,
          count(distinct c.duty_id)::int as units, count(c.id)::int as cells
        from target_versions v join people p on p.id = v.published_by
        left join target_changes c on c.campaign_id = v.campaign_id and c.number = v.number
        where v.campaign_id = ${campaignId} group by v.campaign_id, v.number, p.name order by v.number desc limit 100`,
  )

export const requestRows = (condition: Sql) => sql`
  select r.id, r.duty_id, ${unitJson} as unit, r.indicator, r.before, r.after, r.reason, r.state, r.answer_reason,
    a.name as asked_by, r.asked_at, b.name as decided_by, r.decided_at
  from target_requests r join units u on u.id = r.unit_id join people a on a.id = r.asked_by
  left join people b on b.id = r.decided_by where ${condition} order by r.state <> 'open', r.id desc limit 200`

export const listRequests = (db: Database, campaignId: number) =>
  db.many(TargetRequest, requestRows(sql`r.campaign_id = ${campaignId} and r.state <> 'replaced'`))

/** Of each duty the answer to the last version that changed something for it. */
const lastAnswers = (campaignId: number) => sql`
  select l.duty_id, l.number, a.answer, a.reason, a.answered_at
  from (select duty_id, max(number) as number from target_changes where campaign_id = ${campaignId} group by duty_id) l
  left join target_answers a on a.duty_id = l.duty_id and a.number = l.number`

export const listDeclined = (db: Database, campaignId: number) =>
  db.many(
    TargetPlan.shape.declined.element,
    sql`select ${unitJson} as unit, l.duty_id, l.number, l.reason, l.answered_at as at
        from (${lastAnswers(campaignId)}) l join duties d on d.id = l.duty_id join units u on u.id = d.unit_id
        where l.answer = 'declined' order by l.answered_at desc`,
  )

export const countWaiting = async (db: Database, campaignId: number) =>
  (
    await db.one(
      z.object({ waiting: z.number() }),
      sql`select count(*)::int as waiting from (${lastAnswers(campaignId)}) l where l.answer is null`,
    )
  ).waiting

export const listNamed = (db: Database, ids: number[]) =>
  db.many(UnitRef, sql`select id, code, name, full_name from units where id = any (${ids}) order by id`)
