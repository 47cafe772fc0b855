import { Handover } from '@loa/contract/handovers'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { all, sql } from '../database/sql.ts'
import { unitAs, unitJson } from '../units/queries.ts'

const columns = sql`h.id, h.duty_id, d.campaign_id, c.title as campaign_title, d.state as duty_state, ${unitJson} as "from",
  u.valid_to as ended_on, h.asked_at, h.decided_at,
  case when t.id is null then null else ${unitAs('t')} end as "to",
  case when p.id is null then null else json_build_object('id', p.id, 'name', p.name) end as decided_by,
  (select coalesce(json_agg(json_build_object('unit', ${unitAs('s')}, 'share', su.share, 'act', su.act) order by s.code), '[]')
   from unit_successions su join units s on s.id = su.to_unit_id where su.from_unit_id = h.from_unit_id) as successors`
const tables = sql`handovers h join duties d on d.id = h.duty_id join campaigns c on c.id = d.campaign_id
  join units u on u.id = h.from_unit_id left join units t on t.id = h.to_unit_id left join people p on p.id = h.decided_by`

export interface HandoverFilter {
  open?: boolean
  campaign?: number
  from?: number
}
const wanted = ({ open, campaign, from }: HandoverFilter) =>
  all([
    open === true && sql`h.decided_at is null`,
    open === false && sql`h.decided_at is not null`,
    campaign && sql`d.campaign_id = ${campaign}`,
    from && sql`h.from_unit_id = ${from}`,
  ])

export const listHandovers = (db: Database, filter: HandoverFilter & { before: number; limit: number }) =>
  db.many(
    Handover,
    sql`select ${columns} from ${tables} where ${wanted(filter)} and h.id < ${filter.before}
        order by h.id desc limit ${filter.limit}`,
  )

export const countHandovers = async (db: Database, filter: HandoverFilter) =>
  (
    await db.one(
      z.object({ total: z.number() }),
      sql`select count(*)::int as total from handovers h join duties d on d.id = h.duty_id where ${wanted(filter)}`,
    )
  ).total

const Stored = Handover.extend({ ownerUnitId: z.number() })

/** Locked in the order of their numbers, so that two people who choose at once wait for each other and not in a circle. */
export const findHandoversForUpdate = (db: Database, ids: number[]) =>
  db.many(
    Stored,
    sql`select ${columns}, h.owner_unit_id from ${tables} where h.id = any (${ids}) order by h.id for update of h`,
  )

/** The duty and its delivery go to the chosen unit; the unit it was given to stays named in them. */
export const saveDecision = async (
  db: Database,
  { ids, toUnitId, by, at }: { ids: number[]; toUnitId: number; by: string; at: string },
) => {
  await db.run(sql`update handovers set to_unit_id = ${toUnitId}, decided_at = ${at}, decided_by = ${by}
    where id = any (${ids}) and decided_at is null`)
  await db.run(sql`update duties d set holder_unit_id = ${toUnitId}, version = version + 1
    from handovers h where h.id = any (${ids}) and h.duty_id = d.id and d.holder_unit_id = h.from_unit_id`)
  await db.run(sql`update deliveries e set holder_unit_id = d.holder_unit_id
    from handovers h join duties d on d.id = h.duty_id
    where h.id = any (${ids}) and e.campaign_id = d.campaign_id and e.unit_id = d.unit_id`)
}
