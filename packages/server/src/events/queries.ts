import { Event } from '@loa/contract/events'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { all, sql } from '../database/sql.ts'
import { zone } from '../time.ts'
import { unitJson } from '../units/queries.ts'
import { type NewEvent, record } from './events.ts'

export interface EventFilter {
  unit?: number
  person?: string
  subject?: string
  id?: string
  kind?: string
  from?: string
  to?: string
}

/** Newest first, by an index whatever is asked: of a thing, of a person, else of one unit. */
export const listEvents = (db: Database, filter: EventFilter & { before: number; limit: number }) =>
  db.many(
    Event,
    sql`select e.id, e.at, ${unitJson} as unit, e.kind, e.subject, e.subject_id, e.address, e.data,
          case when p.id is null then null else json_build_object('id', p.id, 'name', p.name) end as person
        from events e join units u on u.id = e.unit_id left join people p on p.id = e.person_id
        where ${all([
          filter.unit && sql`e.unit_id = ${filter.unit}`,
          filter.person && sql`e.person_id = ${filter.person}`,
          filter.subject && sql`e.subject = ${filter.subject}`,
          filter.id && sql`e.subject_id = ${filter.id}`,
          filter.kind && sql`(e.kind = ${filter.kind} or e.kind like ${`${filter.kind}.%`})`,
          filter.from && sql`e.at >= ${filter.from}::date::timestamp at time zone ${zone}`,
          filter.to && sql`e.at < (${filter.to}::date + 1)::timestamp at time zone ${zone}`,
        ])} and e.id < ${filter.before} order by e.id desc limit ${filter.limit}`,
  )

/** Reading leaves a trace too: once a day for a person and a thing, in the log of the reader's unit. */
export const recordReading = async (
  db: Database,
  reading: Pick<NewEvent, 'unitId' | 'at' | 'kind' | 'subject' | 'subjectId'> & { personId: string },
): Promise<void> => {
  const known = await db.maybe(
    z.object({ id: z.number() }),
    sql`select id from events where subject = ${reading.subject} and subject_id = ${String(reading.subjectId)}
          and kind = ${reading.kind} and person_id = ${reading.personId}
          and at >= date_trunc('day', ${reading.at}::timestamptz, ${zone}) limit 1`,
  )
  if (!known) await record(db, reading)
}
