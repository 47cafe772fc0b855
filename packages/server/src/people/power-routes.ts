import { EndDelegation, EndLeave, GiveDelegation, GiveLeave } from '@loa/contract/roster'
import type { Database } from '../database/database.ts'
import { record } from '../events/events.ts'
import { orNotFound, route } from '../http/endpoint.ts'
import { today } from '../time.ts'
import { reachVersion } from '../units/queries.ts'
import { reachOf } from '../units/reach.ts'
import { allow, unitsFor } from './actor.ts'
import { checkDelegation } from './delegation.ts'
import { getPerson, showPerson } from './kept.ts'
import { checkLeave } from './leave.ts'
import { checkGiver } from './person.ts'
import {
  insertDelegation,
  insertLeave,
  listLeaveDays,
  revokeDelegation,
  revokeLeave,
  rolesOn,
} from './power-queries.ts'
import { findDelegation, findLeave } from './roster-queries.ts'

export const powerRoutes = [
  route(GiveDelegation, async ({ db, actor, now, params }, { to = null, ...given }) => {
    const { person } = await getPerson(db, actor, now, params.id)
    allow(actor, 'delegation.change', given.unitId)
    checkGiver(actor, 'delegation.change', given.fromPersonId, given.unitId)
    checkDelegation({ ...given, to }, await partiesOf(db, now, given, person.id))
    const id = await insertDelegation(db, { ...given, to, toPersonId: person.id, by: actor.id, at: now })
    const { unitId, fromPersonId: from, form, acts, documentTypes, act, from: since } = given
    const data = { delegation: id, from, form, acts, documentTypes, act, since, until: to }
    await note(db, { unitId, at: now, by: actor.id, kind: 'delegation.given', id: person.id, data })
    return showPerson(db, actor, now, person.id)
  }),

  route(EndDelegation, async ({ db, actor, now, params }) => {
    const found = orNotFound(
      await findDelegation(db, params.id, unitsFor(actor, 'person.read')),
      'delegation',
      params.id,
    )
    const { person } = await getPerson(db, actor, now, found.to.id)
    allow(actor, 'delegation.change', found.unit.id)
    checkGiver(actor, 'delegation.change', found.from.id, found.unit.id)
    await revokeDelegation(db, found.id, now)
    const data = { delegation: found.id }
    await note(db, {
      unitId: found.unit.id,
      at: now,
      by: actor.id,
      kind: 'delegation.ended',
      id: person.id,
      data,
    })
    return showPerson(db, actor, now, person.id)
  }),

  route(GiveLeave, async ({ db, actor, now, params }, { standInId = null, ...given }) => {
    const { person } = await getPerson(db, actor, now, params.id)
    allow(actor, 'leave.change', given.unitId)
    const { unitId, from, to } = given
    const standInRoles = standInId ? await rolesOn(db, standInId, from) : []
    checkLeave(
      { from, to, standInId, personId: person.id },
      {
        own: await listLeaveDays(db, person.id, unitId),
        standIn: standInId ? await listLeaveDays(db, standInId) : [],
        standInIsHere: standInRoles.some((held) => held.unitId === unitId),
      },
    )
    await insertLeave(db, { ...given, personId: person.id, standInId, by: actor.id, at: now })
    const data = { from, to, standIn: standInId }
    await note(db, { unitId, at: now, by: actor.id, kind: 'leave.given', id: person.id, data })
    return showPerson(db, actor, now, person.id)
  }),

  route(EndLeave, async ({ db, actor, now, params }) => {
    const found = orNotFound(
      await findLeave(db, params.id, unitsFor(actor, 'person.read')),
      'leave',
      params.id,
    )
    const { person } = await getPerson(db, actor, now, found.person.id)
    allow(actor, 'leave.change', found.unit.id)
    await revokeLeave(db, found.id, now)
    const data = { leave: found.id }
    await note(db, { unitId: found.unit.id, at: now, by: actor.id, kind: 'leave.ended', id: person.id, data })
    return showPerson(db, actor, now, person.id)
  }),
]

/** The roles of both sides on the first day: in the unit itself, and of the receiver also in those below it. */
const partiesOf = async (
  db: Database,
  now: string,
  given: { unitId: number; fromPersonId: string; from: string },
  receiverId: string,
) => {
  const day = given.from
  const version = await reachVersion(db)
  const { whole } = await reachOf(db, { unitId: given.unitId, day: today(now), version })
  const giver = await rolesOn(db, given.fromPersonId, day)
  const receiver = await rolesOn(db, receiverId, day)
  const here = (held: typeof giver) =>
    held.filter(({ unitId }) => unitId === given.unitId).map(({ role }) => role)
  return {
    giver: { here: here(giver) },
    receiver: {
      here: here(receiver),
      below: receiver
        .filter(({ unitId }) => unitId !== given.unitId && whole.has(unitId))
        .map(({ role }) => role),
    },
  }
}

interface Note {
  unitId: number
  at: string
  by: string
  kind: string
  id: string
  data: Record<string, unknown>
}
const note = (db: Database, { unitId, at, by, kind, id, data }: Note) =>
  record(db, { unitId, at, personId: by, kind, subject: 'person', subjectId: id, data })
