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
  passwordHash: string
  unitId: number
  roles: readonly string[]
}

/** A person, the password, and the roles in one unit. A person who is there already stays as is. */
export const insertPerson = async (db: Database, person: NewPerson): Promise<void> => {
  const added = await db.run(sql`insert into people (id, name, email, title, example, email_verified)
    values (${person.id}, ${person.name}, ${person.email.toLowerCase()}, ${person.title}, ${person.example}, true)
    on conflict do nothing`)
  if (added === 0) return
  await db.run(sql`insert into accounts (id, person_id, account_id, provider_id, password)
    values (${`password-${person.id}`}, ${person.id}, ${person.id}, 'credential', ${person.passwordHash})`)
  await db.run(sql`insert into appointments (person_id, unit_id, role)
    select ${person.id}, ${person.unitId}, role from unnest(${person.roles}::text[]) as role`)
}
