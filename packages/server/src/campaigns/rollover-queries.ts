import { UnitRef } from '@loa/contract/units'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { heirLines, unitJson } from '../units/queries.ts'

/** The campaign's units with who follows each on that day; null: it ended and nobody took the whole of it over. */
export const listHeirs = (db: Database, campaignId: number, day: string) =>
  db.many(
    z.object({ unit: UnitRef, phrase: z.string(), heirId: z.number().nullable() }),
    sql`with ${heirLines(sql`select unit_id as id from campaign_units where campaign_id = ${campaignId}`, day)},
        last as (select distinct on (start) start, id from line order by start, step desc)
        select ${unitJson} as unit, cu.phrase,
          case when h.valid_to < ${day} then null else h.id end as heir_id
        from campaign_units cu join units u on u.id = cu.unit_id join last on last.start = cu.unit_id
        join units h on h.id = last.id where cu.campaign_id = ${campaignId} order by cu.ordinal`,
  )

/** Topics have the same place in both. */
export const listTopicPairs = (db: Database, before: number, after: number) =>
  db.many(
    z.object({ before: z.number(), after: z.number() }),
    sql`select b.id as before, a.id as after from campaign_topics b
        join campaign_topics a on a.campaign_id = ${after} and a.ordinal = b.ordinal where b.campaign_id = ${before}`,
  )

export const linkFollowing = (db: Database, campaignId: number, follows: number) =>
  db.run(sql`update campaigns set follows_campaign_id = ${follows} where id = ${campaignId}`)
