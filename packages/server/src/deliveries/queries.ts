import { Delivery, type DeliveryStatus } from '@loa/contract/deliveries'
import { z } from 'zod'
import { registerDelivery } from '../arrivals/queries.ts'
import type { Database } from '../database/database.ts'
import { all, instantJson, sql } from '../database/sql.ts'
import { holderJson, ownerJson, unitJson } from '../units/queries.ts'

const columns = sql`e.id, e.dispatch_id, e.campaign_id, d.code, d.subject, ${ownerJson} as "from", ${unitJson} as unit,
  ${holderJson} as holder,
  e.status, e.reason, (select du.id from duties du where du.campaign_id = e.campaign_id and du.unit_id = e.unit_id) as duty_id,
  (select json_agg(json_build_object('status', s.status, 'at', ${instantJson(sql`s.at`)},
      'reason', s.reason,
      'person', case when p.id is null then null else json_build_object('id', p.id, 'name', p.name) end) order by s.id)
   from delivery_statuses s left join people p on p.id = s.person_id where s.delivery_id = e.id) as history`
const tables = sql`deliveries e join dispatches d on d.id = e.dispatch_id join units u on u.id = e.unit_id
  join units h on h.id = e.holder_unit_id join units o on o.id = e.owner_unit_id`

export interface DeliveryFilter {
  units: readonly number[]
  dispatch?: number
  box?: 'in' | 'out'
  status?: DeliveryStatus
}
const wanted = ({ units, dispatch, box, status }: DeliveryFilter) =>
  all([
    dispatch && sql`e.dispatch_id = ${dispatch}`,
    box === 'in' && sql`e.holder_unit_id = any (${units})`,
    box === 'out' && sql`e.owner_unit_id = any (${units})`,
    status && sql`e.status = ${status}`,
  ])

export const listDeliveries = (db: Database, filter: DeliveryFilter & { before: number; limit: number }) =>
  db.many(
    Delivery,
    sql`select ${columns} from ${tables} where ${wanted(filter)} and e.id < ${filter.before}
        order by e.id desc limit ${filter.limit}`,
  )

/** Counts no further than this: a body of five years has a million, and nobody reads the number. */
const countLimit = 10_000

export const countDeliveries = async (db: Database, filter: DeliveryFilter) =>
  (
    await db.one(
      z.object({ total: z.number() }),
      sql`select count(*)::int as total from (
            select from deliveries e where ${wanted(filter)} limit ${countLimit}) counted`,
    )
  ).total

/** Whom a dispatch went to, by the names of that day; no more letters are printed at once. */
export const listAddressed = (db: Database, dispatchId: number) =>
  db.many(
    z.object({ id: z.number(), name: z.string() }),
    sql`select e.id, u.full_name as name from deliveries e join units u on u.id = e.unit_id
        where e.dispatch_id = ${dispatchId} order by e.id limit 10000`,
  )

const Stored = Delivery.extend({ unitId: z.number(), holderUnitId: z.number(), ownerUnitId: z.number() })

export const findDeliveryForUpdate = (db: Database, id: number) =>
  db.maybe(
    Stored,
    sql`select ${columns}, e.unit_id, e.holder_unit_id, e.owner_unit_id from ${tables} where e.id = ${id} for update of e`,
  )

export const findDeliveryOfDuty = (db: Database, campaignId: number, unitId: number) =>
  db.maybe(
    Stored,
    sql`select ${columns}, e.unit_id, e.holder_unit_id, e.owner_unit_id from ${tables}
        where e.campaign_id = ${campaignId} and e.unit_id = ${unitId} for update of e`,
  )

export const addStatus = async (
  db: Database,
  status: {
    deliveryId: number
    status: DeliveryStatus
    at: string
    by: string | null
    reason: string | null
  },
) => {
  await db.run(sql`insert into delivery_statuses (delivery_id, status, at, person_id, reason)
    values (${status.deliveryId}, ${status.status}, ${status.at}, ${status.by}, ${status.reason})`)
  await db.run(sql`update deliveries set status = ${status.status}, reason = ${status.reason}, updated_at = ${status.at}
    where id = ${status.deliveryId}`)
  // "Đã tiếp nhận" is the entry in the register of incoming documents.
  if (status.status === '03') await registerDelivery(db, status)
}

/**
 * One delivery (status 01) and one duty for each unit of the campaign; run twice, it adds nothing.
 * @returns the units that were new
 */
export const deliverToUnits = async (
  db: Database,
  {
    dispatchId,
    campaignId,
    ownerUnitId,
    at,
  }: { dispatchId: number; campaignId: number; ownerUnitId: number; at: string },
): Promise<number[]> => {
  const added = await db.many(
    z.object({ id: z.number(), unitId: z.number() }),
    sql`insert into deliveries (dispatch_id, unit_id, holder_unit_id, owner_unit_id, campaign_id, status, updated_at)
        select ${dispatchId}, cu.unit_id, cu.unit_id, ${ownerUnitId}, ${campaignId}, '01', ${at}
        from campaign_units cu where cu.campaign_id = ${campaignId} order by cu.ordinal
        on conflict do nothing returning id, unit_id`,
  )
  await db.run(sql`insert into delivery_statuses (delivery_id, status, at)
    select id, '01', ${at} from unnest(${added.map(({ id }) => id)}::bigint[]) as id`)
  await db.run(sql`insert into duties (campaign_id, unit_id, holder_unit_id, owner_unit_id, created_at, updated_at)
    select ${campaignId}, cu.unit_id, cu.unit_id, ${ownerUnitId}, ${at}, ${at} from campaign_units cu
    where cu.campaign_id = ${campaignId} order by cu.ordinal on conflict do nothing`)
  return added.map(({ unitId }) => unitId)
}

/** Somebody of the unit that holds it has looked at it for the first time: no act, only known to who sent it. */
export const markOpened = (
  db: Database,
  of: { campaignId: number } | { dispatchId: number },
  { units, at }: { units: readonly number[]; at: string },
) =>
  db.run(sql`update deliveries set opened_at = ${at} where opened_at is null and holder_unit_id = any (${units})
    and ${'campaignId' in of ? sql`campaign_id = ${of.campaignId}` : sql`dispatch_id = ${of.dispatchId}`}`)

/** A report is sent to the one body above: no duty comes of it ("để báo cáo"). Run twice, it adds nothing. */
export const deliverReport = async (
  db: Database,
  { dispatchId, to, from, at }: { dispatchId: number; to: number; from: number; at: string },
) => {
  const added = await db.maybe(
    z.object({ id: z.number() }),
    sql`insert into deliveries (dispatch_id, unit_id, holder_unit_id, owner_unit_id, status, updated_at)
        values (${dispatchId}, ${to}, ${to}, ${from}, '01', ${at}) on conflict do nothing returning id`,
  )
  if (added)
    await db.run(
      sql`insert into delivery_statuses (delivery_id, status, at) values (${added.id}, '01', ${at})`,
    )
}
