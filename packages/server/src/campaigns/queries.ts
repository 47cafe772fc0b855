import { BoardRow, boardSteps, Campaign, CampaignRow, Topic } from '@loa/contract/campaigns'
import { Amounts, Indicator } from '@loa/contract/figures'
import { Form } from '@loa/contract/plans'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { all, type Sql, sql } from '../database/sql.ts'
import { ownerJson, unitJson } from '../units/queries.ts'

const Id = z.object({ id: z.number() })
const Total = z.object({ total: z.number() })

const rowColumns = sql`c.id, c.title, ${ownerJson} as owner, c.state, c.period_from as "from", c.period_to as "to",
  c.simulated, c.created_at,
  (select count(*)::int from campaign_units cu where cu.campaign_id = c.id) as units,
  (select count(*)::int from deliveries d where d.campaign_id = c.id and d.status in ('03', '06')) as received,
  (select count(distinct f.unit_id)::int from figures f where f.campaign_id = c.id) as reporting`

const wanted = ({ q, state }: { q?: string; state?: string }) =>
  all([
    q && sql`loa_fold(c.title) like '%' || replace(replace(loa_fold(${q}), '%', ''), '_', '') || '%'`,
    state && sql`c.state = ${state}`,
  ])

export const listCampaigns = (
  db: Database,
  filter: { q?: string; state?: string; before: number; limit: number },
) =>
  db.many(
    CampaignRow,
    sql`select ${rowColumns} from campaigns c join units o on o.id = c.owner_unit_id
        where ${wanted(filter)} and c.id < ${filter.before} order by c.id desc limit ${filter.limit}`,
  )

export const countCampaigns = async (db: Database, filter: { q?: string; state?: string }) =>
  (await db.one(Total, sql`select count(*)::int as total from campaigns c where ${wanted(filter)}`)).total

export const findCampaign = (db: Database, id: number) =>
  db.maybe(
    CampaignRow.extend({
      ownerUnitId: z.number(),
      deadline: z.string().nullable(),
      sourceDispatchId: z.number().nullable(),
      ...Campaign.pick({ dispatchId: true, dispatchCode: true, dispatchState: true }).shape,
    }),
    sql`select ${rowColumns}, c.owner_unit_id, c.deadline, c.source_dispatch_id, own.id as dispatch_id,
          own.code as dispatch_code, own.state as dispatch_state
        from campaigns c join units o on o.id = c.owner_unit_id
        left join lateral (select d.id, d.code, d.state from dispatches d
          where d.campaign_id = c.id and d.direction = 'out' and d.type <> 'bao-cao' order by d.id limit 1) own on true
        where c.id = ${id}`,
  )

export const listTopics = (db: Database, campaignId: number) =>
  db.many(
    Topic,
    sql`select id, ordinal, text from campaign_topics where campaign_id = ${campaignId} order by ordinal`,
  )

export const listForms = (db: Database, campaignId: number) =>
  db.many(
    z.object({ form: Form, text: z.string() }),
    sql`select form, text from campaign_forms where campaign_id = ${campaignId}
        order by (select min(i.ordinal) from indicators i where i.form = campaign_forms.form)`,
  )

export const listGroups = (db: Database, campaignId: number) =>
  db.many(
    z.object({ text: z.string(), units: z.number() }),
    sql`select phrase as text, count(*)::int as units from campaign_units where campaign_id = ${campaignId}
        group by phrase order by min(ordinal)`,
  )

/** The indicators of the campaign's forms. */
export const listIndicators = (db: Database, campaignId: number) =>
  db.many(
    Indicator,
    sql`select i.code, i.form, i.name, i.name_en, i.unit, i.unit_en, i.decimals, i.main from indicators i
        where i.form in (select form from campaign_forms where campaign_id = ${campaignId}) order by i.ordinal`,
  )

export const findMyDuty = async (db: Database, campaignId: number, units: readonly number[]) =>
  (
    await db.maybe(
      Id,
      sql`select id from duties where campaign_id = ${campaignId} and holder_unit_id = any (${units}) order by id limit 1`,
    )
  )?.id ?? null

export interface NewCampaign {
  ownerUnitId: number
  title: string
  sourceDispatchId: number
  from: string | null
  to: string | null
  deadline: string | null
  simulated: boolean
  by: string
  at: string
  topics: string[]
  forms: { form: string; text: string }[]
  units: { unitId: number; phrase: string }[]
}

export const insertCampaign = async (db: Database, campaign: NewCampaign): Promise<number> => {
  const { id } = await db.one(
    Id,
    sql`insert into campaigns (owner_unit_id, title, source_dispatch_id, period_from, period_to, deadline, simulated,
          created_by, created_at)
        values (${campaign.ownerUnitId}, ${campaign.title}, ${campaign.sourceDispatchId}, ${campaign.from},
          ${campaign.to}, ${campaign.deadline}, ${campaign.simulated}, ${campaign.by}, ${campaign.at}) returning id`,
  )
  await db.run(sql`insert into campaign_topics (campaign_id, ordinal, text)
    select ${id}, t.ordinality, t.text from unnest(${campaign.topics}::text[]) with ordinality as t(text, ordinality)`)
  await db.run(sql`insert into campaign_forms (campaign_id, form, text)
    select ${id}, r.form, string_agg(r.text, '; ') from jsonb_to_recordset(${JSON.stringify(campaign.forms)}::jsonb)
      as r(form text, text text) group by r.form`)
  await db.run(sql`insert into campaign_units (campaign_id, unit_id, ordinal, phrase)
    select ${id}, (r.unit ->> 'unitId')::int, r.ordinality, r.unit ->> 'phrase'
    from jsonb_array_elements(${JSON.stringify(campaign.units)}::jsonb) with ordinality as r(unit, ordinality)
    on conflict do nothing`)
  return id
}

export const startRunning = (db: Database, campaignId: number) =>
  db.run(sql`update campaigns set state = 'running' where id = ${campaignId} and state = 'drafting'`)

export const linkSource = (db: Database, dispatchId: number, campaignId: number, by: string, at: string) =>
  db.run(sql`update dispatches set campaign_id = ${campaignId}, state = 'planned', version = version + 1,
    updated_by = ${by}, updated_at = ${at} where id = ${dispatchId}`)

/** Where each unit stands, from its delivery and its duty; one row a unit. */
const board = (campaignId: number): Sql => sql`
  select u.id as unit_id, cu.ordinal, ${unitJson} as unit, u.full_name, de.id as delivery_id, du.id as duty_id, de.status,
    du.state as duty_state,
    case when du.state = 'done' or de.status = '06' then 'done'
         when du.state = 'accepted' and exists (
           select from figures f where f.campaign_id = ${campaignId} and f.unit_id = u.id) then 'working'
         when du.state = 'accepted' then 'accepted'
         when de.status = '03' then 'received'
         when de.status = '01' then 'arrived'
         else 'assigned' end as step,
    greatest(de.updated_at, du.updated_at) as step_at, coalesce(du.reason, de.reason) as reason,
    (select jsonb_object_agg(i.code, jsonb_build_object(
        'declared', coalesce(f.declared, 0), 'proved', coalesce(f.proved, 0), 'claimed', coalesce(f.claimed, 0),
        'doubted', coalesce(f.doubted, 0), 'activities', coalesce(f.activities, 0), 'plan', t.plan))
      from indicators i
      left join figures f on f.campaign_id = ${campaignId} and f.unit_id = u.id and f.indicator = i.code
      left join duty_targets t on t.duty_id = du.id and t.indicator = i.code
      where f.indicator is not null or t.indicator is not null) as cells,
    (select max(f.last_at) from figures f where f.campaign_id = ${campaignId} and f.unit_id = u.id) as last_at,
    exists (select from figures f where f.campaign_id = ${campaignId} and f.unit_id = u.id and f.doubted > 0) as doubted
  from campaign_units cu
  join units u on u.id = cu.unit_id
  join duties du on du.campaign_id = cu.campaign_id and du.unit_id = cu.unit_id
  left join deliveries de on de.campaign_id = cu.campaign_id and de.unit_id = cu.unit_id
  where cu.campaign_id = ${campaignId}`

export interface BoardFilter {
  q?: string
  step?: (typeof boardSteps)[number]
  show?: 'missing' | 'doubt' | 'returned'
}

const onBoard = ({ q, step, show }: BoardFilter) =>
  all([
    q && sql`loa_fold(b.full_name) like '%' || replace(replace(loa_fold(${q}), '%', ''), '_', '') || '%'`,
    step && sql`b.step = ${step}`,
    show === 'missing' && sql`b.last_at is null`,
    show === 'doubt' && sql`b.doubted`,
    show === 'returned' && sql`(b.status = '02' or b.duty_state = 'declined')`,
  ])

export const listBoard = (
  db: Database,
  campaignId: number,
  filter: BoardFilter & { after: number; limit: number },
) =>
  db.many(
    BoardRow.extend({
      cells: z.preprocess((cells) => cells ?? {}, BoardRow.shape.cells),
      ordinal: z.number(),
    }),
    sql`select b.* from (${board(campaignId)}) b where ${onBoard(filter)} and b.ordinal > ${filter.after}
        order by b.ordinal limit ${filter.limit}`,
  )

export const countBoard = (db: Database, campaignId: number, filter: BoardFilter) =>
  db.one(
    z.object({ total: z.number(), missing: z.number() }),
    sql`select count(*) filter (where ${onBoard(filter)})::int as total,
          count(*) filter (where b.last_at is null)::int as missing
        from (${board(campaignId)}) b`,
  )

export const countSteps = (db: Database, campaignId: number) =>
  db.many(
    z.object({ step: z.enum(boardSteps), units: z.number() }),
    sql`select b.step, count(*)::int as units from (${board(campaignId)}) b group by b.step`,
  )

export const boardTotals = (db: Database, campaignId: number) =>
  db.many(
    Amounts.extend({ indicator: z.string(), plan: z.number().nullable() }),
    sql`select i.code as indicator, coalesce(f.declared, 0) as declared, coalesce(f.proved, 0) as proved,
          coalesce(f.claimed, 0) as claimed, coalesce(f.doubted, 0) as doubted,
          coalesce(f.activities, 0)::int as activities, t.plan
        from indicators i
        left join (select indicator, sum(declared) as declared, sum(proved) as proved, sum(claimed) as claimed,
            sum(doubted) as doubted, sum(activities) as activities
          from figures where campaign_id = ${campaignId} group by indicator) f on f.indicator = i.code
        left join (select dt.indicator, sum(dt.plan) as plan from duty_targets dt
          join duties d on d.id = dt.duty_id where d.campaign_id = ${campaignId} group by dt.indicator) t
          on t.indicator = i.code
        where f.indicator is not null or t.indicator is not null order by i.ordinal`,
  )
