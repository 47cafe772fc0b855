import { Person } from '@loa/contract/people'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { unitJson } from '../units/queries.ts'

export const isEmpty = async (db: Database): Promise<boolean> =>
  (await db.one(z.object({ empty: z.boolean() }), sql`select not exists (select from people) as empty`)).empty

export const listExamplePeople = (db: Database) =>
  db.many(
    Person,
    sql`select p.id, p.name, p.email, p.title, ${unitJson} as unit,
          (select json_agg(role order by role) from appointments where person_id = p.id and unit_id = a.unit_id) as roles
        from people p join (select person_id, min(unit_id) as unit_id from appointments group by person_id) a
          on a.person_id = p.id
        join units u on u.id = a.unit_id where p.example order by u.id, p.created_at, p.id`,
  )

export interface NewPerson {
  id: string
  name: string
  email: string
  title: string
  example: boolean
  /** Null for somebody who is invited and sets it alone. */
  passwordHash: string | null
  unitId: number
  roles: readonly string[]
  from?: string | null
  to?: string | null
  act?: string
  by?: string
}

/** A person, the password, and the roles in one unit. A person who is there already stays as is. */
export const insertPerson = async (db: Database, person: NewPerson): Promise<boolean> => {
  const added = await db.run(sql`insert into people (id, name, email, title, example, email_verified)
    values (${person.id}, ${person.name}, ${person.email.toLowerCase()}, ${person.title}, ${person.example}, true)
    on conflict do nothing`)
  if (added === 0) return false
  if (person.passwordHash !== null) await savePassword(db, person.id, person.passwordHash)
  await db.run(sql`insert into appointments (person_id, unit_id, role, valid_from, valid_to, act, appointed_by)
    select ${person.id}, ${person.unitId}, role, ${person.from ?? null}, ${person.to ?? null}, ${person.act ?? ''},
      ${person.by ?? null} from unnest(${person.roles}::text[]) as role`)
  return true
}

/** The password of a person, in better-auth's table: one account a person. */
export const savePassword = (db: Database, personId: string, passwordHash: string) =>
  db.run(sql`insert into accounts (id, person_id, account_id, provider_id, password)
    values (${`password-${personId}`}, ${personId}, ${personId}, 'credential', ${passwordHash})
    on conflict (id) do update set password = excluded.password, updated_at = now()`)

/** From here on the transaction writes for the system: a stranger who holds a valid link or has just signed in. */
export const asSystem = async (db: Database): Promise<void> => {
  await db.raw("select set_config('loa.system', 'on', true)")
}

export const findOperator = async (db: Database): Promise<number | null> =>
  (await db.maybe(z.object({ operatorUnitId: z.number() }), sql`select operator_unit_id from installation`))
    ?.operatorUnitId ?? null
