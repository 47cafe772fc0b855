import { randomUUID } from 'node:crypto'
import { Passkey } from '@loa/contract/account'
import { Problem } from '@loa/contract/problem'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import type { NewPasskey } from './passkeys.ts'

export const listPasskeys = (db: Database, personId: string) =>
  db.many(
    Passkey,
    sql`select id, coalesce(name, '') as name, created_at from passkeys where person_id = ${personId} order by created_at, id`,
  )

export const findPasskey = (db: Database, credentialId: string) =>
  db.maybe(
    z.object({
      id: z.string(),
      personId: z.string(),
      credentialId: z.string(),
      publicKey: z.string(),
      counter: z.number(),
      transports: z.string().nullable(),
    }),
    sql`select id, person_id, credential_id, public_key, counter, transports from passkeys
        where credential_id = ${credentialId} for update`,
  )

export const savePasskeyUse = (db: Database, id: string, counter: number) =>
  db.run(sql`update passkeys set counter = ${counter} where id = ${id}`)

/** @throws Problem `passkey.refused` when somebody has this key already */
export const insertPasskey = async (
  db: Database,
  { personId, name, at, key }: { personId: string; name: string; at: string; key: NewPasskey },
) => {
  const row = await db.maybe(
    Passkey,
    sql`insert into passkeys (id, person_id, name, public_key, credential_id, counter, device_type, backed_up,
          transports, aaguid, created_at)
        values (${randomUUID()}, ${personId}, ${name}, ${key.publicKey}, ${key.credentialId}, ${key.counter},
          ${key.deviceType}, ${key.backedUp}, ${key.transports}, ${key.aaguid}, ${at})
        on conflict (credential_id) do nothing returning id, name, created_at`,
  )
  if (!row) throw new Problem('passkey.refused')
  return row
}

export const deletePasskeys = (db: Database, personId: string, id?: string) =>
  db.run(
    sql`delete from passkeys where person_id = ${personId} and (${id ?? null}::text is null or id = ${id ?? null})`,
  )
