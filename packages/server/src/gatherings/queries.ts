import { Gathering } from '@loa/contract/gatherings'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { all, sql } from '../database/sql.ts'
import { unitJson } from '../units/queries.ts'

const Stored = Gathering.extend({ unitId: z.number() })
const columns = sql`g.id, g.unit_id, ${unitJson} as unit, g.duty_id, json_build_object('id', k.id, 'title', k.title) as campaign, g.form,
  g.title, json_build_object('id', n.id, 'name', n.name, 'place', n.place, 'latitude', n.latitude, 'longitude', n.longitude,
    'outdoors', n.outdoors) as venue,
  case when v.id is null then null else json_build_object('id', v.id, 'plate', v.plate) end as vehicle,
  to_json(g.crew) as crew, g.starts_at, g.ends_at, g.cancelled_reason, g.version`
const tables = sql`gatherings g join units u on u.id = g.unit_id join venues n on n.id = g.venue_id join duties d on d.id = g.duty_id
  join campaigns k on k.id = d.campaign_id left join vehicles v on v.id = g.vehicle_id`

interface Filter {
  from: string
  duty?: number | undefined
  venue?: string | undefined
}
const wanted = ({ from, duty, venue }: Filter) =>
  all([sql`g.ends_at >= ${from}`, duty && sql`g.duty_id = ${duty}`, venue && sql`g.venue_id = ${venue}`])

/** The earliest first; the cursor is beginning and id of the last row. */
export const listGatherings = (
  db: Database,
  filter: Filter & { after: { at: string; id: string } | null; limit: number },
) =>
  db.many(
    Stored,
    sql`select ${columns} from ${tables} where ${all([
      wanted(filter),
      filter.after && sql`(g.starts_at, g.id) > (${filter.after.at}::timestamptz, ${filter.after.id}::uuid)`,
    ])} order by g.starts_at, g.id limit ${filter.limit}`,
  )

export const countGatherings = async (db: Database, filter: Filter): Promise<number> =>
  (
    await db.one(
      z.object({ total: z.number() }),
      sql`select count(*)::int as total from gatherings g where ${wanted(filter)}`,
    )
  ).total

export const findGathering = (db: Database, id: string) =>
  db.maybe(Stored, sql`select ${columns} from ${tables} where g.id = ${id}`)

/** Two people who plan for one unit at once are put one after the other, so that neither misses what the other planned. */
export const lockPlans = (db: Database, unitId: number) =>
  db.run(sql`select pg_advisory_xact_lock(hashtext('gatherings'), ${unitId})`)

const BookedRow = z.object({
  id: z.string(),
  title: z.string(),
  venueId: z.string().nullable(),
  vehicleId: z.number().nullable(),
  plate: z.string().nullable(),
  crew: z.array(z.string()),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  startsAt: z.string(),
  endsAt: z.string(),
})

/** What is planned around some hours and may clash: a day before and after is farther than any way in a province. */
export const listBooked = (db: Database, { startsAt, endsAt }: { startsAt: string; endsAt: string }) =>
  db.many(
    BookedRow,
    sql`select g.id, g.title, g.venue_id, g.vehicle_id, v.plate, to_json(g.crew) as crew, n.latitude, n.longitude, g.starts_at, g.ends_at
      from gatherings g join venues n on n.id = g.venue_id left join vehicles v on v.id = g.vehicle_id
      where g.cancelled_at is null and g.starts_at < ${endsAt}::timestamptz + interval '1 day'
        and g.ends_at > ${startsAt}::timestamptz - interval '1 day'
      union all
      select t.id, t.route, null, t.vehicle_id, v.plate, '[]', null, null, t.starts_at, t.ends_at
      from vehicle_tasks t join vehicles v on v.id = t.vehicle_id
      where t.cancelled_reason is null and t.starts_at < ${endsAt} and t.ends_at > ${startsAt}
      limit 2000`,
  )

export interface GatheringValues {
  id: string
  unitId: number
  ownerUnitId: number
  dutyId: number
  form: string
  title: string
  venueId: string
  vehicleId: number | null
  crew: string[]
  startsAt: string
  endsAt: string
  despite: string[]
  by: string
  at: string
}

/** False when the id is taken. */
export const insertGathering = async (db: Database, g: GatheringValues): Promise<boolean> =>
  (await db.run(sql`insert into gatherings (id, unit_id, owner_unit_id, duty_id, form, title, venue_id, vehicle_id, crew, starts_at,
      ends_at, despite, created_by, created_at, updated_at)
    values (${g.id}, ${g.unitId}, ${g.ownerUnitId}, ${g.dutyId}, ${g.form}, ${g.title}, ${g.venueId}, ${g.vehicleId}, ${g.crew},
      ${g.startsAt}, ${g.endsAt}, ${g.despite}, ${g.by}, ${g.at}, ${g.at}) on conflict (id) do nothing`)) ===
  1

export const updateGathering = (db: Database, g: GatheringValues) =>
  db.run(sql`update gatherings set form = ${g.form}, title = ${g.title}, venue_id = ${g.venueId}, vehicle_id = ${g.vehicleId},
      crew = ${g.crew}, starts_at = ${g.startsAt}, ends_at = ${g.endsAt}, despite = ${g.despite}, version = version + 1,
      updated_at = ${g.at} where id = ${g.id}`)

interface Cancelling {
  units: readonly number[]
  from: string
  to: string
  outdoorsOnly: boolean
  ids?: string[] | undefined
  reason: string
  at: string
}
const Cancelled = z.object({ id: z.string(), unitId: z.number(), title: z.string() })

/** Those that still stand within the hours; each is told with its unit. */
export const cancelGatherings = (
  db: Database,
  { units, from, to, outdoorsOnly, ids, reason, at }: Cancelling,
) =>
  db.many(
    Cancelled,
    sql`update gatherings g set cancelled_at = ${at}, cancelled_reason = ${reason}, version = g.version + 1, updated_at = ${at}
      from venues n where n.id = g.venue_id and g.unit_id = any (${units}::int[]) and g.cancelled_at is null
        and g.starts_at < ${to} and g.ends_at > ${from}
        and ${all([outdoorsOnly && sql`n.outdoors`, ids && sql`g.id = any (${ids}::uuid[])`])}
      returning g.id, g.unit_id, g.title`,
  )

export const cancelDrives = (db: Database, { units, from, to, ids, reason }: Cancelling) =>
  db.many(
    Cancelled,
    sql`update vehicle_tasks t set cancelled_reason = ${reason}, version = version + 1
      where t.unit_id = any (${units}::int[]) and t.cancelled_reason is null and t.starts_at < ${to} and t.ends_at > ${from}
        and ${all([ids && sql`t.id = any (${ids}::uuid[])`])}
      returning t.id, t.unit_id, t.route as title`,
  )
