/** Places on the map: sites, and photos whose place is known. Row-level security says which of them the person sees. */
import { type ListPoints, Place, type PointState, pointLimit, pointStates } from '@loa/contract/map'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { all, type Sql, sql } from '../database/sql.ts'
import { unitJson } from '../units/queries.ts'

type PointFilter = z.output<typeof ListPoints.query>
export interface Frame {
  west: number
  south: number
  east: number
  north: number
}

const number = (state: PointState): number => pointStates.indexOf(state)

/** The place that the camera wrote, else the one that the phone told. */
const latitude = sql`coalesce(e.latitude, e.claimed_latitude)`
const longitude = sql`coalesce(e.longitude, e.claimed_longitude)`

/** A unit and whatever stood below it on any day. */
const below = (unit: number): Sql => sql`(with recursive below as (
    select t.id, t.code from units t where t.id = ${unit}
    union select t.id, t.code from below b join units t on t.parent_code = b.code)
  select array_agg(id) from below)::int[]`

const inFrame = (frame: Frame | undefined, x: Sql, y: Sql) =>
  frame &&
  sql`${y} between ${frame.south} and ${frame.north} and ${x} between ${frame.west} and ${frame.east}`

const sites = (filter: PointFilter, day: string, frame?: Frame): Sql => sql`
  select s.id, s.unit_id, s.longitude as x, s.latitude as y, s.name, null::date as day, case
      when exists (select from site_checks c where c.site_id = s.id and c.settled_at is null and c.result <> 'found')
      then ${number('site-damaged')}::int else ${number('site')}::int end as state
  from sites s where ${all([
    sql`s.latitude is not null and (s.closed_on is null or s.closed_on > ${day}::date)`,
    filter.unit && sql`s.unit_id = any (${below(filter.unit)})`,
    filter.campaign &&
      sql`s.id in (select p.site_id from postings p join duties d on d.id = p.duty_id where d.campaign_id = ${filter.campaign})`,
    inFrame(frame, sql`s.longitude`, sql`s.latitude`),
  ])}`

const photos = (filter: PointFilter, frame?: Frame): Sql => sql`
  select e.id, e.unit_id, ${longitude} as x, ${latitude} as y, a.place as name, a.happened_on as day, case a.standing
      when 'proved' then ${number('proved')}::int when 'doubted' then ${number('doubted')}::int
      else ${number('claimed')}::int end as state
  from evidence e join activities a on a.id = e.activity_id where ${all([
    sql`e.withdrawn_at is null`,
    sql`${latitude} is not null and ${longitude} is not null`,
    filter.unit && sql`e.unit_id = any (${below(filter.unit)})`,
    filter.campaign && sql`a.campaign_id = ${filter.campaign}`,
    inFrame(frame, longitude, latitude),
  ])}`

const places = (filter: PointFilter, day: string, frame?: Frame): Sql => {
  const parts =
    filter.kind === 'site'
      ? sites(filter, day, frame)
      : filter.kind === 'photo'
        ? photos(filter, frame)
        : sql`${sites(filter, day, frame)} union all ${photos(filter, frame)}`
  return sql`select * from (${parts}) p where ${all([filter.state && sql`p.state = ${number(filter.state)}`])}`
}

const Columns = z.object({
  longitudes: z.array(z.number()),
  latitudes: z.array(z.number()),
  states: z.array(z.number()),
})

/** One row with three columns as JSON: a hundred thousand rows would take the driver longer than the database. */
export const pointColumns = (db: Database, filter: PointFilter, day: string) =>
  db.one(
    Columns,
    sql`select coalesce(json_agg(round(x * 100000)::int), '[]') as longitudes,
          coalesce(json_agg(round(y * 100000)::int), '[]') as latitudes, coalesce(json_agg(state), '[]') as states
        from (select p.x, p.y, p.state from (${places(filter, day)}) p limit ${pointLimit + 1}) q`,
  )

interface PlacesWanted {
  filter: PointFilter
  day: string
  frame: Frame
}

export const countPlaces = async (db: Database, { filter, day, frame }: PlacesWanted): Promise<number> =>
  (
    await db.one(
      z.object({ total: z.number() }),
      sql`select count(*)::int as total from (${places(filter, day, frame)}) q`,
    )
  ).total

/** Doubts first, then by name. */
export const listPlaces = async (
  db: Database,
  { filter, day, frame }: PlacesWanted,
  page: { offset: number; limit: number },
): Promise<Place[]> => {
  const rows = await db.many(
    Place.extend({ state: z.number() }),
    sql`select q.id, q.state, q.name, q.day, ${unitJson} as unit, q.y as latitude, q.x as longitude
        from (${places(filter, day, frame)}) q join units u on u.id = q.unit_id
        order by q.state = ${number('doubted')} desc, q.name, q.id offset ${page.offset} limit ${page.limit}`,
  )
  return rows.map((row) => ({ ...row, state: pointStates[row.state] ?? 'claimed' }))
}
