/** What goes over to the unit that follows: roles, powers to sign, leaves, ways to reach it. */
import type { Database } from '../database/database.ts'
import { type Sql, sql } from '../database/sql.ts'

export interface Carry {
  from: number
  to: number
  /** Null: everybody and every role of the unit. */
  personId: string | null
  role: string | null
}

interface CarryBy {
  changeId: number
  act: string
  day: string
  by: string
  at: string
}

const carriesSql = (carries: Carry[]): Sql =>
  sql`jsonb_to_recordset(${JSON.stringify(carries)}::jsonb) as k("from" int, "to" int, "personId" text, role text)`

/** Old roles end the day before, new ones begin; one that was to begin later begins later in the new unit. */
export const carryRoles = async (db: Database, carries: Carry[], { changeId, act, day, by, at }: CarryBy) => {
  const held = sql`a.unit_id = k."from" and (k."personId" is null or (k."personId" = a.person_id and k.role = a.role))
    and (a.valid_to is null or a.valid_to >= ${day})`
  await db.run(sql`insert into appointments (person_id, unit_id, role, valid_from, valid_to, act, appointed_by, created_at, change_id)
    select a.person_id, k."to", a.role, greatest(a.valid_from, ${day}::date), a.valid_to, ${act}, ${by}, ${at}, ${changeId}
    from ${carriesSql(carries)} join appointments a on ${held}
    on conflict do nothing`)
  await db.run(sql`update appointments a set valid_to = ${day}::date - 1 from ${carriesSql(carries)}
    where ${held} and (a.valid_from is null or a.valid_from < ${day})`)
}

/** Where the same body goes on. What was given to the old row ends with it, so only copies are made. */
export const carryBody = async (db: Database, carries: Carry[], { changeId, day }: CarryBy) => {
  const rows = carriesSql(carries)
  await db.run(sql`insert into delegations (unit_id, from_person_id, to_person_id, form, authority_line, signer_title, acts,
      document_types, act, valid_from, valid_to, created_by, created_at, change_id)
    select k."to", d.from_person_id, d.to_person_id, d.form, d.authority_line, d.signer_title, d.acts, d.document_types, d.act,
      greatest(d.valid_from, ${day}::date), d.valid_to, d.created_by, d.created_at, ${changeId}
    from ${rows} join delegations d on d.unit_id = k."from"
    where d.revoked_at is null and (d.valid_to is null or d.valid_to >= ${day})`)
  await db.run(sql`insert into leaves (unit_id, person_id, stand_in_person_id, valid_from, valid_to, note, created_by,
      created_at, change_id)
    select k."to", l.person_id, l.stand_in_person_id, greatest(l.valid_from, ${day}::date), l.valid_to, l.note, l.created_by,
      l.created_at, ${changeId}
    from ${rows} join leaves l on l.unit_id = k."from" where l.revoked_at is null and l.valid_to >= ${day}`)
  await db.run(sql`insert into unit_contacts (unit_id, kind, value, valid_from, valid_to, change_id)
    select k."to", c.kind, c.value, greatest(c.valid_from, ${day}::date), c.valid_to, ${changeId}
    from ${rows} join unit_contacts c on c.unit_id = k."from" where c.valid_to is null or c.valid_to >= ${day}
    on conflict do nothing`)
  await db.run(sql`update unit_contacts c set valid_to = ${day}::date - 1 from ${rows}
    where c.unit_id = k."from" and (c.valid_to is null or c.valid_to >= ${day})
      and (c.valid_from is null or c.valid_from < ${day})`)
}

/** The old rows get back the end that their copies have, and the copies go. */
export const takeBackCarried = async (db: Database, changeId: number, day: string): Promise<void> => {
  const before = sql`${day}::date - 1`
  await db.run(sql`update appointments a set valid_to = n.valid_to from appointments n, unit_successions s
    where n.change_id = ${changeId} and s.change_id = ${changeId} and s.to_unit_id = n.unit_id
      and a.unit_id = s.from_unit_id and a.person_id = n.person_id and a.role = n.role and a.valid_to = ${before}`)
  await db.run(sql`update unit_contacts c set valid_to = n.valid_to from unit_contacts n, unit_successions s
    where n.change_id = ${changeId} and s.change_id = ${changeId} and s.to_unit_id = n.unit_id
      and c.unit_id = s.from_unit_id and c.kind = n.kind and c.value = n.value and c.valid_to = ${before}`)
  await db.run(sql`delete from appointments where change_id = ${changeId}`)
  await db.run(sql`delete from delegations where change_id = ${changeId}`)
  await db.run(sql`delete from leaves where change_id = ${changeId}`)
  await db.run(sql`delete from unit_contacts where change_id = ${changeId}`)
}
