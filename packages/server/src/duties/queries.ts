import { Duty, DutyRow, type DutyState } from '@loa/contract/duties'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { all, sql } from '../database/sql.ts'
import { holderJson, ownerJson, unitJson } from '../units/queries.ts'

const rowColumns = sql`du.id, du.campaign_id, c.title as campaign_title, ${unitJson} as unit, ${holderJson} as holder,
  ${ownerJson} as owner,
  du.state, du.reason, c.deadline, du.updated_at`
const tables = sql`duties du join campaigns c on c.id = du.campaign_id join units u on u.id = du.unit_id
  join units h on h.id = du.holder_unit_id join units o on o.id = du.owner_unit_id`

const wanted = ({ units, state }: { units: readonly number[]; state?: string }) =>
  all([sql`du.holder_unit_id = any (${units})`, state && sql`du.state = ${state}`])

export const listDuties = (
  db: Database,
  filter: { units: readonly number[]; state?: string; before: number; limit: number },
) =>
  db.many(
    DutyRow,
    sql`select ${rowColumns} from ${tables} where ${wanted(filter)} and du.id < ${filter.before}
        order by du.id desc limit ${filter.limit}`,
  )

export const countDuties = async (db: Database, filter: { units: readonly number[]; state?: string }) =>
  (
    await db.one(
      z.object({ total: z.number() }),
      sql`select count(*)::int as total from duties du where ${wanted(filter)}`,
    )
  ).total

const Stored = DutyRow.extend({
  unitId: z.number(),
  /** Who answers for it today; `unitId` stays the unit it was given to. */
  holderUnitId: z.number(),
  ownerUnitId: z.number(),
  version: z.number(),
  campaignState: z.string(),
  /** In Việt Nam, when its campaign was stopped. */
  stoppedOn: z.string().nullable(),
  simulated: z.boolean(),
})
export type StoredDuty = z.infer<typeof Stored>

const stored = sql`select ${rowColumns}, du.unit_id, du.holder_unit_id, du.owner_unit_id, du.version, c.state as campaign_state, c.simulated,
  (c.stopped_at at time zone 'Asia/Ho_Chi_Minh')::date::text as stopped_on
  from ${tables}`

export const findDuty = (db: Database, id: number) => db.maybe(Stored, sql`${stored} where du.id = ${id}`)
export const findDutyForUpdate = (db: Database, id: number) =>
  db.maybe(Stored, sql`${stored} where du.id = ${id} for update of du`)

export const findOrder = (db: Database, campaignId: number, unitId: number) =>
  db.maybe(
    Duty.pick({ deliveryId: true, deliveryStatus: true, dispatchId: true, dispatchCode: true }),
    sql`select e.id as delivery_id, e.status as delivery_status, d.id as dispatch_id, d.code as dispatch_code
        from deliveries e join dispatches d on d.id = e.dispatch_id
        where e.campaign_id = ${campaignId} and e.unit_id = ${unitId}`,
  )

export const listLines = (db: Database, duty: { id: number; campaignId: number; unitId: number }) =>
  db.many(
    z.object({
      indicator: z.string(),
      plan: z.number().nullable(),
      isGiven: z.boolean(),
      amounts: Duty.shape.lines.element.shape.amounts,
    }),
    sql`select i.code as indicator, t.plan, coalesce(t.source = 'plan', false) as is_given,
          case when f.indicator is null then null else jsonb_build_object('declared', f.declared, 'proved', f.proved,
            'claimed', f.claimed, 'doubted', f.doubted, 'corrected', f.corrected, 'activities', f.activities) end as amounts
        from indicators i
        left join duty_targets t on t.duty_id = ${duty.id} and t.indicator = i.code
        left join figures f on f.campaign_id = ${duty.campaignId} and f.unit_id = ${duty.unitId} and f.indicator = i.code
        where t.indicator is not null or f.indicator is not null
          or (i.main and i.form in (select form from campaign_forms where campaign_id = ${duty.campaignId}))
        order by i.ordinal`,
  )

export const listHistory = (db: Database, dutyId: number) =>
  db.many(
    Duty.shape.history.element,
    sql`select e.kind, e.at, p.name as person, e.data ->> 'reason' as note from events e
        left join people p on p.id = e.person_id
        where e.subject = 'duty' and e.subject_id = ${String(dutyId)} order by e.id desc limit 50`,
  )

/** The number of the version that waits for the unit's answer; 0: none. */
export const versionToAnswer = async (db: Database, dutyId: number) =>
  (
    await db.one(
      z.object({ number: z.number() }),
      sql`select coalesce(max(c.number), 0) as number from target_changes c where c.duty_id = ${dutyId}
          and c.number = (select max(number) from target_changes where duty_id = ${dutyId})
          and not exists (select from target_answers a where a.duty_id = ${dutyId} and a.number = c.number)`,
    )
  ).number

export const saveDutyState = (
  db: Database,
  id: number,
  { state, reason, at }: { state: z.infer<typeof DutyState>; reason: string | null; at: string },
) =>
  db.run(sql`update duties set state = ${state}, reason = ${reason}, version = version + 1, updated_at = ${at}
    where id = ${id}`)

/** The first time that something is planned for the duty: a number of the unit's own, a drive, a gathering, a place to hang. */
export const markPlanned = (db: Database, id: number, at: string) =>
  db.run(sql`update duties set planned_at = ${at} where id = ${id} and planned_at is null`)

export const saveTargets = async (
  db: Database,
  dutyId: number,
  targets: { indicator: string; plan: number | null }[],
  at: string,
) => {
  const gone = targets.filter(({ plan }) => plan === null).map(({ indicator }) => indicator)
  await db.run(sql`delete from duty_targets where duty_id = ${dutyId} and indicator = any (${gone})`)
  await db.run(sql`insert into duty_targets (duty_id, indicator, plan)
    select ${dutyId}, r.indicator, r.plan
    from jsonb_to_recordset(${JSON.stringify(targets.filter(({ plan }) => plan !== null))}::jsonb)
      as r(indicator text, plan numeric)
    on conflict (duty_id, indicator) do update set plan = excluded.plan`)
  await db.run(sql`update duties set version = version + 1, updated_at = ${at} where id = ${dutyId}`)
}

/** What the plan of the owner asks: changed by agreement, not by the unit alone. */
export const givenIndicators = async (db: Database, dutyId: number) =>
  (
    await db.many(
      z.object({ indicator: z.string() }),
      sql`select indicator from duty_targets where duty_id = ${dutyId} and source = 'plan'`,
    )
  ).map(({ indicator }) => indicator)

/** The codes among these that the campaign's forms do not have. */
export const strangeIndicators = async (db: Database, campaignId: number, codes: string[]) =>
  (
    await db.many(
      z.object({ code: z.string() }),
      sql`select code from unnest(${codes}::text[]) as code where code not in (
            select i.code from indicators i
            where i.form in (select form from campaign_forms where campaign_id = ${campaignId}))`,
    )
  ).map(({ code }) => code)
