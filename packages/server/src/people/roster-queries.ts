import { roles } from '@loa/contract/acts'
import { Delegation, Leave, PersonRow, type personStates } from '@loa/contract/roster'
import { UnitRef } from '@loa/contract/units'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { all, type Sql, sql } from '../database/sql.ts'
import { unitJson } from '../units/queries.ts'
import { counts } from './find-actor.ts'

/** The roles that count today in `now`, and one row a person in `known`: of these units only. */
const roster = (day: string, units: readonly number[]): Sql => sql`
  with now as (
    select a.person_id, a.role, a.unit_id from appointments a where a.unit_id = any (${units}) and ${counts('a', day)}
  ), known as (
    select p.id, p.name, p.email, p.title, p.created_at, p.left_on, p.two_factor_enabled,
      case
        when p.left_on <= ${day} then 'left'
        when not exists (select from now where now.person_id = p.id) then 'idle'
        when exists (select from leaves l where l.person_id = p.id and l.revoked_at is null
          and ${day} between l.valid_from and l.valid_to) then 'away'
        when not exists (select from accounts c where c.person_id = p.id)
          and not exists (select from passkeys k where k.person_id = p.id) then 'invited'
        else 'active'
      end as state,
      coalesce((select json_agg(distinct now.role) from now where now.person_id = p.id), '[]') as roles,
      (select ${unitJson} from appointments a join units u on u.id = a.unit_id where a.person_id = p.id
        and a.unit_id = any (${units}) order by (${counts('a', day)}) desc, a.id limit 1) as unit
    from people p
    where exists (select from appointments a where a.person_id = p.id and a.unit_id = any (${units}))
  )`

export interface PeopleFilter {
  units: readonly number[]
  day: string
  q?: string
  role?: string
  unit?: number
  state?: (typeof personStates)[number]
}

const wanted = ({ q, role, unit, state, day }: PeopleFilter) =>
  all([
    q &&
      sql`loa_fold(k.name || ' ' || k.title || ' ' || k.email || ' ' || coalesce(k.unit ->> 'fullName', ''))
        like '%' || replace(replace(loa_fold(${q}), '%', ''), '_', '') || '%'`,
    role && sql`k.roles::jsonb ? ${role}`,
    unit &&
      sql`exists (select from appointments a where a.person_id = k.id and a.unit_id = ${unit} and ${counts('a', day)})`,
    state && sql`k.state = ${state}`,
  ])

const Keyed = PersonRow.extend({ key: z.string() })

export const listPeople = (db: Database, filter: PeopleFilter & { after: string; limit: number }) =>
  db.many(
    Keyed,
    sql`${roster(filter.day, filter.units)}
        select k.id, k.name, k.email, k.title, k.state, k.roles, k.unit, loa_fold(k.name) || ' ' || k.id as key
        from known k where ${wanted(filter)} and (loa_fold(k.name) || ' ' || k.id) collate "C" > ${filter.after}
        order by (loa_fold(k.name) || ' ' || k.id) collate "C" limit ${filter.limit}`,
  )

export const countPeople = async (db: Database, filter: PeopleFilter) =>
  (
    await db.one(
      z.object({ total: z.number() }),
      sql`${roster(filter.day, filter.units)} select count(*)::int as total from known k where ${wanted(filter)}`,
    )
  ).total

const Known = PersonRow.extend({
  leftOn: z.string().nullable(),
  secondFactor: z.boolean(),
  passkeys: z.number(),
  invitedUntil: z.string().nullable(),
})

export const findPerson = (
  db: Database,
  id: string,
  { day, now, units }: { day: string; now: string; units: readonly number[] },
) =>
  db.maybe(
    Known,
    sql`${roster(day, units)}
        select k.id, k.name, k.email, k.title, k.state, k.roles, k.unit, k.left_on, k.two_factor_enabled as second_factor,
          (select count(*)::int from passkeys where person_id = k.id) as passkeys,
          (select max(expires_at) from invitations i where i.person_id = k.id and i.used_at is null
             and i.revoked_at is null and i.expires_at > ${now}) as invited_until
        from known k where k.id = ${id}`,
  )

const AppointmentRow = z.object({
  id: z.number(),
  personId: z.string(),
  unit: UnitRef,
  role: z.enum(roles),
  from: z.string().nullable(),
  to: z.string().nullable(),
  act: z.string(),
  revokedAt: z.string().nullable(),
})

const appointmentColumns = sql`a.id, a.person_id, a.role, a.valid_from as "from", a.valid_to as "to", a.act, a.revoked_at,
  ${unitJson} as unit`

export const listAppointments = (db: Database, personId: string) =>
  db.many(
    AppointmentRow,
    sql`select ${appointmentColumns} from appointments a join units u on u.id = a.unit_id
        where a.person_id = ${personId} order by a.revoked_at is not null, a.valid_to desc nulls first, a.id`,
  )

/** Of these units only: one out of sight is not there. */
export const findAppointment = (db: Database, id: number, units: Iterable<number>) =>
  db.maybe(
    AppointmentRow,
    sql`select ${appointmentColumns} from appointments a join units u on u.id = a.unit_id where a.id = ${id}
          and a.unit_id = any (${[...units]}) for update of a`,
  )

export const insertAppointment = (
  db: Database,
  given: {
    personId: string
    unitId: number
    role: string
    from: string | null
    to: string | null
    act: string
    by: string
  },
) =>
  db.run(sql`insert into appointments (person_id, unit_id, role, valid_from, valid_to, act, appointed_by)
    values (${given.personId}, ${given.unitId}, ${given.role}, ${given.from}, ${given.to}, ${given.act}, ${given.by})`)

export const saveAppointmentEnd = (
  db: Database,
  id: number,
  end: { revoke: true } | { to: string },
  now: string,
) =>
  'revoke' in end
    ? db.run(sql`update appointments set revoked_at = ${now} where id = ${id}`)
    : db.run(sql`update appointments set valid_to = ${end.to} where id = ${id}`)

/** The days of the other administrators of the body that runs this Loa. The row is locked: two cannot end each other. */
export const otherAdministrators = async (db: Database, unitId: number, except: { personId: string }) => {
  await db.raw('select from installation for update')
  return db.many(
    z.object({ from: z.string().nullable(), to: z.string().nullable() }),
    sql`select a.valid_from as "from", least(a.valid_to, p.left_on - 1)::text as "to"
        from appointments a join people p on p.id = a.person_id
        where a.unit_id = ${unitId} and a.role = 'administrator' and a.revoked_at is null
          and a.person_id <> ${except.personId}`,
  )
}

const delegationColumns = sql`d.id, d.form, d.authority_line, d.signer_title, d.acts, d.document_types, d.act, d.valid_from,
  d.valid_to, d.revoked_at, ${unitJson} as unit,
  (select json_build_object('id', g.id, 'name', g.name) from people g where g.id = d.from_person_id) as "from",
  (select json_build_object('id', r.id, 'name', r.name) from people r where r.id = d.to_person_id) as "to"`

/** Given by the person, or to the person. */
export const listDelegations = (db: Database, personId: string) =>
  db.many(
    Delegation,
    sql`select ${delegationColumns} from delegations d join units u on u.id = d.unit_id
        where d.from_person_id = ${personId} or d.to_person_id = ${personId} order by d.id desc`,
  )

export const findDelegation = (db: Database, id: number, units: Iterable<number>) =>
  db.maybe(
    Delegation,
    sql`select ${delegationColumns} from delegations d join units u on u.id = d.unit_id where d.id = ${id}
          and d.unit_id = any (${[...units]}) for update of d`,
  )

const leaveColumns = sql`l.id, l.valid_from, l.valid_to, l.note, l.revoked_at, ${unitJson} as unit,
  (select json_build_object('id', w.id, 'name', w.name) from people w where w.id = l.person_id) as person,
  (select json_build_object('id', s.id, 'name', s.name) from people s where s.id = l.stand_in_person_id) as stand_in`

/** The person's own, and those in which the person stands in. */
export const listLeaves = (db: Database, personId: string) =>
  db.many(
    Leave,
    sql`select ${leaveColumns} from leaves l join units u on u.id = l.unit_id
        where l.person_id = ${personId} or l.stand_in_person_id = ${personId} order by l.valid_from desc, l.id`,
  )

export const findLeave = (db: Database, id: number, units: Iterable<number>) =>
  db.maybe(
    Leave,
    sql`select ${leaveColumns} from leaves l join units u on u.id = l.unit_id where l.id = ${id}
          and l.unit_id = any (${[...units]}) for update of l`,
  )

export const savePerson = (db: Database, id: string, { name, title }: { name: string; title: string }) =>
  db.run(sql`update people set name = ${name}, title = ${title}, updated_at = now() where id = ${id}`)

export const saveLeftOn = (db: Database, id: string, on: string | null) =>
  db.run(sql`update people set left_on = ${on}, updated_at = now() where id = ${id}`)
