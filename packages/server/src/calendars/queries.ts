import { CalendarFeed } from '@loa/contract/gatherings'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { unitJson } from '../units/queries.ts'

const Stored = CalendarFeed.extend({ personId: z.string() })
const feeds = sql`select f.id, ${unitJson} as unit, f.person_id, f.created_at from calendar_feeds f join units u on u.id = f.unit_id
  where f.ended_at is null`

export const listFeeds = (db: Database, personId: string) =>
  db.many(Stored, sql`${feeds} and f.person_id = ${personId} order by f.id desc limit 50`)

export const findFeed = (db: Database, id: number) => db.maybe(Stored, sql`${feeds} and f.id = ${id}`)

export const insertFeed = async (
  db: Database,
  feed: { unitId: number; personId: string; tokenSha256: string; at: string },
): Promise<number> =>
  (
    await db.one(
      z.object({ id: z.number() }),
      sql`insert into calendar_feeds (unit_id, person_id, token_sha256, created_at)
          values (${feed.unitId}, ${feed.personId}, ${feed.tokenSha256}, ${feed.at}) returning id`,
    )
  ).id

export const endFeed = (db: Database, id: number, at: string) =>
  db.run(sql`update calendar_feeds set ended_at = ${at} where id = ${id}`)

const Entries = z.object({
  unit: z.string(),
  entries: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      place: z.string(),
      latitude: z.number().nullable(),
      longitude: z.number().nullable(),
      startsAt: z.string(),
      endsAt: z.string(),
      cancelled: z.string().nullable(),
      version: z.number(),
      updatedAt: z.string(),
      words: z.string(),
    }),
  ),
})

/** Null: nobody's address, an ended one, or one of somebody who has left. */
export const readFeed = async (db: Database, tokenSha256: string, since: string) =>
  (
    await db.one(
      z.object({ found: Entries.nullable() }),
      sql`select loa_calendar(${tokenSha256}, ${since}::timestamptz) as found`,
    )
  ).found
