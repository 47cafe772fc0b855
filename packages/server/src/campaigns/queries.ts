import { Campaign, CampaignRow, Topic } from '@loa/contract/campaigns'
import { Indicator } from '@loa/contract/figures'
import { Form } from '@loa/contract/plans'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { all, sql } from '../database/sql.ts'
import { indicatorColumns } from '../figures/queries.ts'
import { ownerJson } from '../units/queries.ts'

const Id = z.object({ id: z.number() })
const Total = z.object({ total: z.number() })

const rowColumns = sql`c.id, c.title, ${ownerJson} as owner, c.state, c.period_from as "from", c.period_to as "to",
  c.simulated, c.created_at,
  (select count(*)::int from campaign_units cu where cu.campaign_id = c.id) as units,
  (select count(*)::int from deliveries d where d.campaign_id = c.id and d.handling in ('03', '04', '05', '06')) as received,
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
      stopReason: z.string().nullable(),
      ...Campaign.pick({ dispatchId: true, dispatchCode: true, dispatchState: true }).shape,
    }),
    sql`select ${rowColumns}, c.owner_unit_id, c.deadline, c.source_dispatch_id, c.stop_reason, own.id as dispatch_id,
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
    sql`select ${indicatorColumns} from indicators i
        where i.form in (select form from campaign_forms where campaign_id = ${campaignId}) order by i.ordinal`,
  )

export const findMyDuty = async (db: Database, campaignId: number, units: readonly number[]) =>
  (
    await db.maybe(
      Id,
      sql`select id from duties where campaign_id = ${campaignId} and holder_unit_id = any (${units}) order by id limit 1`,
    )
  )?.id ?? null

export const findOpenRound = async (db: Database, campaignId: number) =>
  (
    await db.maybe(
      Id,
      sql`select id from report_rounds where campaign_id = ${campaignId} and reported_at is null order by id desc limit 1`,
    )
  )?.id ?? null

export interface NewCampaign {
  ownerUnitId: number
  title: string
  sourceDispatchId: number | null
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
