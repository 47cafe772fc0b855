/** A person as the administrator's pages show and keep them. */
import type { PersonDetails } from '@loa/contract/roster'
import type { Database } from '../database/database.ts'
import { orNotFound } from '../http/endpoint.ts'
import { findKey } from '../signatures/queries.ts'
import { today } from '../time.ts'
import { type Actor, unitsFor } from './actor.ts'
import { checkKeeps, mayKeep } from './person.ts'
import { findPerson, listAppointments, listDelegations, listLeaves } from './roster-queries.ts'
import { listSessions } from './session-queries.ts'

/** Found or 404: somebody of a unit within reach. */
export const getPerson = async (db: Database, actor: Actor, now: string, id: string) => {
  const day = today(now)
  const units = [...unitsFor(actor, 'person.read')]
  const person = orNotFound(await findPerson(db, id, { day, now, units }), 'person', id)
  const appointments = await listAppointments(db, id)
  // What is over binds nobody; somebody whose roles are all over is kept by whoever keeps those units.
  const open = appointments.filter(({ to, revokedAt }) => revokedAt === null && (to === null || to >= day))
  const unitIds = (open.length > 0 ? open : appointments).map(({ unit }) => unit.id)
  return { person, appointments, unitIds, unitId: unitIds[0] ?? actor.unit.id }
}

/** The same, for changing the account itself. @throws Problem `person.out-of-reach` */
export const getKept = async (db: Database, actor: Actor, now: string, id: string) => {
  const found = await getPerson(db, actor, now, id)
  checkKeeps(actor, found.unitIds)
  return found
}

/**
 * What the person holds in units out of reach is not shown, only that there is something. Where sessions are used from is for
 * those who keep the account.
 */
export const showPerson = async (
  db: Database,
  actor: Actor,
  now: string,
  id: string,
): Promise<PersonDetails> => {
  const { person, appointments, unitIds } = await getPerson(db, actor, now, id)
  const keeps = mayKeep(actor, unitIds)
  const within = unitsFor(actor, 'person.change')
  const sight = unitsFor(actor, 'person.read')
  const seen = ({ unit }: { unit: { id: number } }) => sight.has(unit.id)
  return {
    ...person,
    mayKeep: keeps,
    signsDigitally: (await findKey(db, { person: id })) !== null,
    appointments: appointments.filter(seen).map((each) => ({
      ...each,
      mayEnd:
        within.has(each.unit.id) && each.revokedAt === null && (each.to === null || each.to >= today(now)),
    })),
    delegations: (await listDelegations(db, id)).filter(seen),
    leaves: (await listLeaves(db, id)).filter(seen),
    sessions: keeps ? await listSessions(db, id, null) : [],
  }
}
