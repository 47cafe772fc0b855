import { Delivery, DeliveryStatus, type DeliveryStub } from '@loa/contract/deliveries'
import { z } from 'zod'
import { registerDelivery } from '../arrivals/queries.ts'
import type { Database } from '../database/database.ts'
import { all, instantJson, type Sql, sql } from '../database/sql.ts'
import { holderJson, ownerJson, unitJson } from '../units/queries.ts'
import { type Entry, isKnown, stampFor, standingOf } from './delivery.ts'

// Who gave the document back sees only what the stub keeps of it.
const columns = sql`e.id, e.dispatch_id, e.campaign_id, coalesce(d.code, e.stub ->> 'code') as code, d.subject,
  case when i.id is null then ${ownerJson} else json_build_object('id', o.id, 'code', i.from_organ, 'name', i.from_name,
    'fullName', i.from_name) end as "from", i.id is not null as outside, ${unitJson} as unit, ${holderJson} as holder,
  e.status, e.handling, e.recall, e.asked, e.stub, e.reason,
  (select json_build_object('id', n.id, 'code', n.code) from dispatches n where n.id = e.replaced_by_dispatch_id) as replaced_by,
  (select du.id from duties du where du.campaign_id = e.campaign_id and du.unit_id = e.unit_id) as duty_id,
  (select json_agg(json_build_object('status', s.status, 'at', ${instantJson(sql`s.at`)},
      'heardAt', ${instantJson(sql`s.heard_at`)}, 'reason', s.reason,
      'person', case when p.id is null then null else json_build_object('id', p.id, 'name', p.name) end) order by s.id)
   from delivery_statuses s left join people p on p.id = s.person_id where s.delivery_id = e.id) as history`
const tables = sql`deliveries e left join dispatches d on d.id = e.dispatch_id join units u on u.id = e.unit_id
  join units h on h.id = e.holder_unit_id join units o on o.id = e.owner_unit_id
  left join exchange_incoming i on i.id = e.incoming_id`

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
    box === 'out' && sql`e.owner_unit_id = any (${units}) and e.incoming_id is null`,
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

const Stored = Delivery.extend({
  incomingId: z.number().nullable(),
  unitId: z.number(),
  holderUnitId: z.number(),
  ownerUnitId: z.number(),
})
export type StoredDelivery = z.infer<typeof Stored>

const findForUpdate = (db: Database, where: Sql) =>
  db.maybe(
    Stored,
    sql`select ${columns}, e.incoming_id, e.unit_id, e.holder_unit_id, e.owner_unit_id from ${tables} where ${where} for update of e`,
  )

export const findDeliveryForUpdate = (db: Database, id: number) => findForUpdate(db, sql`e.id = ${id}`)

export const findDeliveryOfDuty = (db: Database, campaignId: number, unitId: number) =>
  findForUpdate(db, sql`e.campaign_id = ${campaignId} and e.unit_id = ${unitId}`)

export const findIncomingDelivery = (db: Database, dispatchId: number) =>
  findForUpdate(db, sql`e.dispatch_id = ${dispatchId} and e.incoming_id is not null`)

const StoredEntry = z.object({ status: DeliveryStatus, at: z.string(), reason: z.string().nullable() })

/** In the order in which they came to be known. The delivery is locked by whoever adds to them. */
export const listEntries = (db: Database, deliveryId: number): Promise<Entry[]> =>
  db.many(
    StoredEntry,
    sql`select status, at, reason from delivery_statuses where delivery_id = ${deliveryId} order by id`,
  )

/** A step taken here, now. */
export const addStatus = async (
  db: Database,
  step: { deliveryId: number; status: DeliveryStatus; at: string; by: string | null; reason: string | null },
): Promise<Entry> => {
  const entries = await listEntries(db, step.deliveryId)
  const entry = { status: step.status, reason: step.reason, at: stampFor(entries, step.at, () => true) }
  await saveEntry(db, step.deliveryId, entry, { by: step.by, heardAt: null })
  await saveStanding(db, step.deliveryId, [...entries, entry])
  // "Đã tiếp nhận" is the entry in the register of incoming documents.
  if (step.status === '03') await registerDelivery(db, step)
  return entry
}

/** A step that another body took and told; false when it was known. */
export const hearStatus = async (
  db: Database,
  deliveryId: number,
  entry: Entry,
  heardAt: string,
): Promise<boolean> => {
  const entries = await listEntries(db, deliveryId)
  if (isKnown(entries, entry)) return false
  await saveEntry(db, deliveryId, entry, { by: null, heardAt })
  await saveStanding(db, deliveryId, [...entries, entry])
  return true
}

const saveEntry = (
  db: Database,
  deliveryId: number,
  { status, at, reason }: Entry,
  { by, heardAt }: { by: string | null; heardAt: string | null },
) =>
  db.run(sql`insert into delivery_statuses (delivery_id, status, at, person_id, reason, heard_at)
    values (${deliveryId}, ${status}, ${at}, ${by}, ${reason}, ${heardAt})`)

const saveStanding = async (db: Database, deliveryId: number, entries: readonly Entry[]) => {
  const standing = standingOf(entries)
  if (!standing) return
  const latest = entries
    .map(({ at }) => at)
    .sort()
    .at(-1)
  await db.run(sql`update deliveries set status = ${standing.status}, handling = ${standing.handling},
      recall = ${standing.recall}, reason = ${standing.reason}, updated_at = ${latest} where id = ${deliveryId}`)
}

/**
 * The sender asks every receiver who has it (13): one statement for all, as there may be hundreds. Those who returned it, gave
 * it back or are being asked already are not asked; an update, agreed to or not, stands in the way of no recall.
 * @returns the units that were asked
 */
export const askReceivers = async (
  db: Database,
  {
    dispatchId,
    asked,
    reason,
    by,
    at,
  }: { dispatchId: number; asked: 'recall' | 'update'; reason: string; by: string; at: string },
): Promise<number[]> =>
  (
    await db.many(
      z.object({ holderUnitId: z.number() }),
      sql`with told as (
            insert into delivery_statuses (delivery_id, status, at, person_id, reason)
            select e.id, '13', greatest(date_trunc('second', ${at}::timestamptz),
                (select max(s.at) + interval '1 second' from delivery_statuses s where s.delivery_id = e.id)), ${by}, ${reason}
            from deliveries e where e.dispatch_id = ${dispatchId} and (e.status not in ('13', '15', '02')
              or (e.asked = 'update' and (e.status = '15' or (e.status = '13' and ${asked} = 'recall'))))
            returning delivery_id, at)
          update deliveries e set status = '13', recall = 'asked', asked = ${asked}, reason = ${reason}, updated_at = told.at
          from told where told.delivery_id = e.id returning e.holder_unit_id`,
    )
  ).map(({ holderUnitId }) => holderUnitId)

export const saveStub = (db: Database, deliveryId: number, stub: DeliveryStub) =>
  db.run(sql`update deliveries set stub = ${JSON.stringify(stub)} where id = ${deliveryId}`)

/** The older ones say by what they were replaced. */
export const saveReplaced = (db: Database, oldDispatchId: number, newDispatchId: number) =>
  db.run(sql`update deliveries set replaced_by_dispatch_id = ${newDispatchId}
    where dispatch_id = ${oldDispatchId} and replaced_by_dispatch_id is null`)

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
    outside,
    at,
  }: {
    dispatchId: number
    campaignId: number
    ownerUnitId: number
    /** Those that are reached by an exchange: they have a duty, and say themselves when it has arrived. */
    outside: readonly number[]
    at: string
  },
): Promise<number[]> => {
  const added = await db.many(
    z.object({ id: z.number(), unitId: z.number() }),
    sql`insert into deliveries (dispatch_id, unit_id, holder_unit_id, owner_unit_id, campaign_id, status, handling, updated_at)
        select ${dispatchId}, cu.unit_id, cu.unit_id, ${ownerUnitId}, ${campaignId}, '01', '01', ${at}
        from campaign_units cu where cu.campaign_id = ${campaignId} and cu.unit_id <> all (${outside}) order by cu.ordinal
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
    sql`insert into deliveries (dispatch_id, unit_id, holder_unit_id, owner_unit_id, status, handling, updated_at)
        values (${dispatchId}, ${to}, ${to}, ${from}, '01', '01', ${at}) on conflict do nothing returning id`,
  )
  if (added)
    await db.run(
      sql`insert into delivery_statuses (delivery_id, status, at) values (${added.id}, '01', ${at})`,
    )
}
