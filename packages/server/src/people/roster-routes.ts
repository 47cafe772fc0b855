import { randomUUID } from 'node:crypto'
import { Problem } from '@loa/contract/problem'
import {
  EndAppointment,
  EndSessionsOf,
  GetPerson,
  GiveAppointment,
  InvitePerson,
  LeaveOffice,
  ListPeople,
  RemoveSigningKeyOf,
  ResetSecondFactor,
  SavePerson,
} from '@loa/contract/roster'
import type { Database } from '../database/database.ts'
import { record } from '../events/events.ts'
import { orNotFound, route } from '../http/endpoint.ts'
import { pageFrom } from '../http/page.ts'
import { deleteKey } from '../signatures/queries.ts'
import { today } from '../time.ts'
import { findUnitDays } from '../units/queries.ts'
import { clearSecondFactor } from './account-queries.ts'
import { allow, unitsFor } from './actor.ts'
import { checkAdministratorStays, checkAppointment, endAppointment } from './appointment.ts'
import { makeInvitation } from './invitation-queries.ts'
import { getKept, getPerson, showPerson } from './kept.ts'
import { deletePasskeys } from './passkey-queries.ts'
import { findOperator, insertPerson } from './queries.ts'
import {
  countPeople,
  findAppointment,
  insertAppointment,
  listPeople,
  otherAdministrators,
  saveAppointmentEnd,
  saveLeftOn,
  savePerson,
} from './roster-queries.ts'
import { endSessions } from './session-queries.ts'

export const rosterRoutes = [
  route(ListPeople, async ({ db, actor, now, query }) => {
    const { cursor = '', limit, ...wanted } = query
    const filter = { ...wanted, units: [...unitsFor(actor, 'person.read')], day: today(now) }
    const rows = await listPeople(db, { ...filter, after: cursor, limit: limit + 1 })
    return pageFrom(rows, limit, ({ key }) => key, await countPeople(db, filter))
  }),

  route(GetPerson, ({ db, actor, now, params }) => showPerson(db, actor, now, params.id)),

  route(
    InvitePerson,
    async ({ db, actor, now }, { unitId, roles, from = today(now), to = null, ...given }) => {
      allow(actor, 'person.change', unitId)
      const unit = orNotFound(await findUnitDays(db, unitId), 'unit', unitId)
      for (const role of roles) checkAppointment({ unitId, role, from, to }, unit, [])
      const id = randomUUID()
      const person = { ...given, id, unitId, roles: [...new Set(roles)], from, to, by: actor.id }
      if (!(await insertPerson(db, { ...person, example: false, passwordHash: null })))
        throw new Problem('person.e-mail-taken')
      const invitation = await makeInvitation(db, { personId: id, unitId, by: actor.id, now })
      await note(db, { unitId, at: now, by: actor.id, kind: 'person.invited', id, data: { roles, from, to } })
      return { id, invitation }
    },
  ),

  route(SavePerson, async ({ db, actor, now, params }, input) => {
    const { person, unitId } = await getKept(db, actor, now, params.id)
    await savePerson(db, person.id, input)
    const data = { from: { name: person.name, title: person.title }, to: input }
    await note(db, { unitId, at: now, by: actor.id, kind: 'person.changed', id: person.id, data })
    return showPerson(db, actor, now, person.id)
  }),

  route(GiveAppointment, async ({ db, actor, now, params }, { from = today(now), to = null, ...given }) => {
    const { person, appointments } = await getPerson(db, actor, now, params.id)
    allow(actor, 'person.change', given.unitId)
    if (person.leftOn !== null) throw new Problem('person.left', { on: person.leftOn })
    const unit = orNotFound(await findUnitDays(db, given.unitId), 'unit', given.unitId)
    const held = appointments.map((each) => ({
      ...each,
      unitId: each.unit.id,
      revoked: each.revokedAt !== null,
    }))
    checkAppointment({ ...given, from, to }, unit, held)
    await insertAppointment(db, { ...given, personId: person.id, from, to, by: actor.id })
    const { unitId, role, act } = given
    const data = { role, from, to, act }
    await note(db, { unitId, at: now, by: actor.id, kind: 'appointment.given', id: person.id, data })
    return showPerson(db, actor, now, person.id)
  }),

  route(EndAppointment, async ({ db, actor, now, params }, { lastDay, act }) => {
    const appointment = orNotFound(
      await findAppointment(db, params.id, unitsFor(actor, 'person.read')),
      'appointment',
      params.id,
    )
    const { person } = await getPerson(db, actor, now, appointment.personId)
    const { unit, role } = appointment
    allow(actor, 'person.change', unit.id)
    const end = endAppointment({ ...appointment, revoked: appointment.revokedAt !== null }, lastDay)
    if (role === 'administrator') await keepAdministrator(db, unit.id, person.id, lastDay)
    await saveAppointmentEnd(db, appointment.id, end, now)
    const kind = 'revoke' in end ? 'appointment.taken-back' : 'appointment.ended'
    const data = { role, lastDay, act }
    await note(db, { unitId: unit.id, at: now, by: actor.id, kind, id: person.id, data })
    return showPerson(db, actor, now, person.id)
  }),

  route(LeaveOffice, async ({ db, actor, now, params }, { on }) => {
    const { person, appointments, unitId } = await getKept(db, actor, now, params.id)
    if (on !== null) {
      const lastDay = Temporal.PlainDate.from(on).subtract({ days: 1 }).toString()
      for (const { unit, role } of appointments)
        if (role === 'administrator') await keepAdministrator(db, unit.id, person.id, lastDay)
    }
    await saveLeftOn(db, person.id, on)
    if (on !== null && on <= today(now)) await endSessions(db, person.id)
    const kind = on === null ? 'person.back' : 'person.left'
    await note(db, { unitId, at: now, by: actor.id, kind, id: person.id, data: { on } })
    return showPerson(db, actor, now, person.id)
  }),

  route(EndSessionsOf, async ({ db, actor, now, params }, { sessionId }) => {
    const { person, unitId } = await getKept(db, actor, now, params.id)
    const ended = await endSessions(db, person.id, sessionId === undefined ? {} : { only: sessionId })
    await note(db, { unitId, at: now, by: actor.id, kind: 'session.ended', id: person.id, data: { ended } })
    return showPerson(db, actor, now, person.id)
  }),

  route(RemoveSigningKeyOf, async ({ db, actor, now, params }) => {
    const { person, unitId } = await getKept(db, actor, now, params.id)
    if ((await deleteKey(db, { person: person.id })) > 0)
      await note(db, { unitId, at: now, by: actor.id, kind: 'signing-key.removed', id: person.id })
    return showPerson(db, actor, now, person.id)
  }),

  route(ResetSecondFactor, async ({ db, actor, now, params }) => {
    const { person, unitId } = await getKept(db, actor, now, params.id)
    await clearSecondFactor(db, person.id)
    await deletePasskeys(db, person.id)
    await endSessions(db, person.id)
    await note(db, { unitId, at: now, by: actor.id, kind: 'second-factor.reset', id: person.id })
    return showPerson(db, actor, now, person.id)
  }),
]

const keepAdministrator = async (db: Database, unitId: number, personId: string, lastDay: string) => {
  if (unitId !== (await findOperator(db))) return
  checkAdministratorStays(await otherAdministrators(db, unitId, { personId }), lastDay)
}

interface Note {
  unitId: number
  at: string
  by: string
  kind: string
  id: string
  data?: Record<string, unknown>
}
const note = (db: Database, { unitId, at, by, kind, id, data = {} }: Note) =>
  record(db, { unitId, at, personId: by, kind, subject: 'person', subjectId: id, data })
