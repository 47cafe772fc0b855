import { Address, Connection } from '@loa/contract/exchanges'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { type Sql, sql } from '../database/sql.ts'
import { unitJson } from '../units/queries.ts'

const shown = sql`c.id, c.name, c.kind, c.organ_id, c.place, c.system_id, c.sealed is not null or c.key_sha256 is not null as has_secret, c.zipped, c.enabled,
  c.poll_minutes, c.polled_at, c.answered_at, c.trouble, c.trouble_since, c.clock_off, c.version,
  (select count(*)::int from exchange_outgoing o where o.connection_id = c.id and o.state in ('waiting', 'sending')) as waiting,
  (select count(*)::int from exchange_outgoing o where o.connection_id = c.id and o.state = 'refused') as refused,
  (select count(*)::int from exchange_taken t where t.connection_id = c.id and t.how = 'unreadable'
    and t.at > now() - interval '30 days') as unreadable,
  (select count(*)::int from exchange_addresses a where a.connection_id = c.id) as addresses`

export const listConnections = (db: Database, units: readonly number[]) =>
  db.many(
    Connection,
    sql`select ${shown} from exchange_connections c where c.unit_id = any (${units}) order by c.id limit 100`,
  )

/** A connection as the courier needs it. */
export const StoredConnection = Connection.extend({
  unitId: z.number(),
  unitCode: z.string(),
  unitName: z.string(),
  sealed: z.instanceof(Buffer).nullable(),
  keySha256: z.string().nullable(),
})
export type StoredConnection = z.infer<typeof StoredConnection>

const find = (db: Database, where: Sql) =>
  db.maybe(
    StoredConnection,
    sql`select ${shown}, c.unit_id, u.code as unit_code, u.full_name as unit_name, c.sealed, c.key_sha256
        from exchange_connections c join units u on u.id = c.unit_id where ${where}`,
  )
export const findConnection = (db: Database, id: number) => find(db, sql`c.id = ${id}`)
export const findConnectionForUpdate = (db: Database, id: number) =>
  find(db, sql`c.id = ${id} for update of c`)

/** Switched on only: a guest that is switched off is nobody. */
export const findGuest = (db: Database, systemId: string) =>
  find(db, sql`c.kind = 'guest' and c.enabled and c.system_id = ${systemId}`)

/** It asks every few minutes: once a minute is written down. */
export const saveGuestSeen = (db: Database, id: number, at: string) =>
  db.run(sql`update exchange_connections set polled_at = ${at}, answered_at = ${at}
    where id = ${id} and (polled_at is null or polled_at < ${at}::timestamptz - interval '1 minute')`)

export interface NewConnection {
  name: string
  kind: Connection['kind']
  organId: string
  place: string
  systemId: string | null
  sealed: Buffer | null
  keySha256: string | null
  zipped: boolean
  enabled: boolean
  pollMinutes: number
}

/** Null where the unit has the same already, or any unit the same folder. */
export const insertConnection = async (
  db: Database,
  unitId: number,
  given: NewConnection,
  { by, at }: { by: string; at: string },
) =>
  (
    await db.maybe(
      z.object({ id: z.number() }),
      sql`insert into exchange_connections (unit_id, name, kind, organ_id, place, system_id, sealed, key_sha256, zipped, enabled,
            poll_minutes, next_poll_at, changed_by, changed_at)
          values (${unitId}, ${given.name}, ${given.kind}, ${given.organId}, ${given.place}, ${given.systemId}, ${given.sealed},
            ${given.keySha256}, ${given.zipped}, ${given.enabled}, ${given.pollMinutes}, ${at}, ${by}, ${at})
          on conflict do nothing returning id`,
    )
  )?.id ?? null

/** @throws a unique violation where the unit has another of the same kind and place, or any unit the same folder */
export const saveConnection = (
  db: Database,
  id: number,
  given: Omit<NewConnection, 'kind'>,
  { by, at }: { by: string; at: string },
) =>
  db.run(sql`update exchange_connections set name = ${given.name}, organ_id = ${given.organId}, place = ${given.place},
      system_id = ${given.systemId}, sealed = ${given.sealed}, key_sha256 = ${given.keySha256}, zipped = ${given.zipped}, enabled = ${given.enabled},
      poll_minutes = ${given.pollMinutes}, next_poll_at = ${at}, version = version + 1, changed_by = ${by}, changed_at = ${at}
    where id = ${id}`)

/** The folder of `LOA_INBOX_FOLDER` itself is the unit's that runs this Loa; its row is made once, and stays as people set it. */
export const ensureDropFolder = (db: Database, at: string) =>
  db.run(sql`insert into exchange_connections (unit_id, name, kind, organ_id, place, poll_minutes, next_poll_at, changed_at)
    select operator_unit_id, 'Thư mục thả tệp', 'drop', '', '.', 1, ${at}, ${at} from installation
    where operator_unit_id is not null on conflict do nothing`)

/** To be asked at the next opportunity. */
export const hasten = (db: Database, id: number, at: string) =>
  db.run(
    sql`update exchange_connections set next_poll_at = least(next_poll_at, ${at}) where id = ${id} and enabled`,
  )

/** One that is due and that nobody works with; marked for ten minutes, which a run does not outlast. */
export const leaseDue = (db: Database, now: string, except: readonly number[]) =>
  db.maybe(
    z.object({ id: z.number() }),
    sql`update exchange_connections set leased_until = ${now}::timestamptz + interval '10 minutes' where id = (
          select id from exchange_connections where enabled and kind <> 'guest' and next_poll_at <= ${now} and id <> all (${except})
            and (leased_until is null or leased_until < ${now}) order by next_poll_at, id limit 1 for update skip locked)
        returning id`,
  )

export const saveRun = (
  db: Database,
  id: number,
  { trouble, nextAt, at }: { trouble: string | null; nextAt: string; at: string },
) =>
  db.run(sql`update exchange_connections set leased_until = null, polled_at = ${at}, next_poll_at = ${nextAt},
      answered_at = case when ${trouble}::text is null then ${at}::timestamptz else answered_at end,
      trouble = ${trouble}, trouble_since = case when ${trouble}::text is null then null
        else coalesce(trouble_since, ${at}::timestamptz) end
    where id = ${id}`)

export const saveClockOff = (db: Database, id: number, seconds: number | null) =>
  db.run(
    sql`update exchange_connections set clock_off = ${seconds} where id = ${id} and clock_off is distinct from ${seconds}`,
  )

const addressColumns = sql`a.organ_id, ${unitJson} as unit`
export const listAddresses = (db: Database, id: number, { after, limit }: { after: number; limit: number }) =>
  db.many(
    Address,
    sql`select ${addressColumns} from exchange_addresses a join units u on u.id = a.unit_id
        where a.connection_id = ${id} and a.unit_id > ${after} order by a.unit_id limit ${limit}`,
  )
export const findAddress = (db: Database, id: number, unitId: number) =>
  db.maybe(
    Address,
    sql`select ${addressColumns} from exchange_addresses a join units u on u.id = a.unit_id
        where a.connection_id = ${id} and a.unit_id = ${unitId}`,
  )
/** 0 where another unit has this identifier there. */
export const saveAddress = (
  db: Database,
  id: number,
  { unitId, organId }: { unitId: number; organId: string },
) =>
  db.run(sql`insert into exchange_addresses (connection_id, unit_id, organ_id)
    select ${id}, ${unitId}, ${organId} where not exists (
      select from exchange_addresses where connection_id = ${id} and organ_id = ${organId} and unit_id <> ${unitId})
    on conflict (connection_id, unit_id) do update set organ_id = excluded.organ_id`)
export const deleteAddress = (db: Database, id: number, unitId: number) =>
  db.run(sql`delete from exchange_addresses where connection_id = ${id} and unit_id = ${unitId}`)
