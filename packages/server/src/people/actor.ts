/** The person behind a request: roles, and the units whose rows may be seen. */
import { type Act, mayDo, type Role, roles } from '@loa/contract/acts'
import { Problem } from '@loa/contract/problem'
import { UnitRef } from '@loa/contract/units'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'

export interface Actor {
  id: string
  name: string
  email: string
  title: string
  example: boolean
  /** The unit the person works for: the first appointment. */
  unit: UnitRef
  appointments: { unitId: number; role: Role }[]
  /** The units of every appointment with all that is below them. */
  units: number[]
}

export const rolesOf = (actor: Actor): Role[] => [...new Set(actor.appointments.map(({ role }) => role))]

/** The units the person works in, without those below them: whose work lists are the person's own. */
export const ownUnits = (actor: Actor): number[] => [
  ...new Set(actor.appointments.map(({ unitId }) => unitId)),
]

export const mayAct = (actor: Actor, act: Act): boolean => mayDo(rolesOf(actor), act)

/**
 * May the person do this for that unit? A role counts in its own unit and below.
 * @throws Problem `act.forbidden`
 */
export const allow = (actor: Actor, act: Act, unitId: number): void => {
  if (!actor.units.includes(unitId) || !mayAct(actor, act)) throw new Problem('act.forbidden', { act })
}

const Row = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  title: z.string(),
  example: z.boolean(),
  unit: UnitRef,
  appointments: z.array(z.object({ unitId: z.number(), role: z.enum(roles) })),
  units: z.array(z.number()),
})

/** Null for a person without an appointment: such a one may sign in and see nothing. */
export const findActor = async (db: Database, personId: string): Promise<Actor | null> =>
  db.maybe(
    Row,
    sql`with recursive held as (
          select a.unit_id, a.role from appointments a where a.person_id = ${personId}
        ), below as (
          select u.id, u.code from units u where u.id in (select unit_id from held)
          union
          select u.id, u.code from units u join below b on u.parent_code = b.code
        )
        select p.id, p.name, p.email, p.title, p.example,
          (select json_build_object('id', u.id, 'code', u.code, 'name', u.name, 'fullName', u.full_name)
             from units u where u.id = (select min(unit_id) from held)) as unit,
          (select json_agg(json_build_object('unitId', unit_id, 'role', role)) from held) as appointments,
          (select json_agg(id order by id) from below) as units
        from people p where p.id = ${personId} and exists (select from held)`,
  )
