import { Venue } from '@loa/contract/gatherings'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { all, sql } from '../database/sql.ts'
import { unitJson } from '../units/queries.ts'

const Stored = Venue.extend({ unitId: z.number() })
const venues = sql`select n.id, n.unit_id, ${unitJson} as unit, n.name, n.place, n.latitude, n.longitude, n.outdoors, n.version
  from venues n join units u on u.id = n.unit_id`
const wanted = (q: string | undefined) =>
  all([q && sql`loa_fold(n.name || ' ' || n.place) like '%' || loa_fold(${q}) || '%'`])

/** By name; the cursor is name and id of the last row. */
export const listVenues = (
  db: Database,
  { q, after, limit }: { q?: string | undefined; after: { name: string; id: string } | null; limit: number },
) =>
  db.many(
    Stored,
    sql`${venues} where ${wanted(q)} and ${all([after && sql`(n.name, n.id) > (${after.name}, ${after.id}::uuid)`])}
        order by n.name, n.id limit ${limit}`,
  )

export const countVenues = async (db: Database, q: string | undefined): Promise<number> =>
  (
    await db.one(
      z.object({ total: z.number() }),
      sql`select count(*)::int as total from venues n where ${wanted(q)}`,
    )
  ).total

export const findVenue = (db: Database, id: string) => db.maybe(Stored, sql`${venues} where n.id = ${id}`)

interface VenueValues {
  id: string
  name: string
  place: string
  latitude: number | null
  longitude: number | null
  outdoors: boolean
}

/** False when the id or the name is taken. */
export const insertVenue = async (
  db: Database,
  unitId: number,
  venue: VenueValues,
  at: string,
): Promise<boolean> =>
  (await db.run(sql`insert into venues (id, unit_id, name, place, latitude, longitude, outdoors, created_at)
    values (${venue.id}, ${unitId}, ${venue.name}, ${venue.place}, ${venue.latitude}, ${venue.longitude}, ${venue.outdoors}, ${at})
    on conflict do nothing`)) === 1

export const isNameTaken = async (db: Database, unitId: number, name: string, id: string): Promise<boolean> =>
  (await db.maybe(
    z.object({ id: z.string() }),
    sql`select id from venues where unit_id = ${unitId} and loa_fold(name) = loa_fold(${name}) and id <> ${id}`,
  )) !== null

/** True when it still stands at the version that the person saw. */
export const updateVenue = async (db: Database, venue: VenueValues & { version: number }): Promise<boolean> =>
  (await db.run(sql`update venues set name = ${venue.name}, place = ${venue.place}, latitude = ${venue.latitude},
      longitude = ${venue.longitude}, outdoors = ${venue.outdoors}, version = version + 1
      where id = ${venue.id} and version = ${venue.version}`)) === 1
