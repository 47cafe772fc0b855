import {
  AcceptInvitation,
  LookAtInvitation,
  MakeInvitation,
  RevokeInvitation,
} from '@loa/contract/invitations'
import { Problem } from '@loa/contract/problem'
import { record } from '../events/events.ts'
import { route, routeInSteps } from '../http/endpoint.ts'
import { checkInvitation } from './invitation.ts'
import { getInvitation, makeInvitation, revokeInvitations, useInvitation } from './invitation-queries.ts'
import { getKept } from './kept.ts'
import { asSystem, savePassword } from './queries.ts'
import { endSessions } from './session-queries.ts'

export const invitationRoutes = [
  route(LookAtInvitation, async ({ db, now }, { token }) => {
    await asSystem(db)
    const invitation = await getInvitation(db, token)
    checkInvitation(invitation, now)
    return invitation
  }),

  routeInSteps(AcceptInvitation, {
    prepare: ({ tools }, { password }) => tools.auth.hashPassword(password),
    async handle({ db, now }, { token }, passwordHash) {
      await asSystem(db)
      const invitation = await getInvitation(db, token)
      checkInvitation(invitation, now)
      await useInvitation(db, invitation.id, now)
      await savePassword(db, invitation.personId, passwordHash)
      await endSessions(db, invitation.personId)
      await record(db, {
        unitId: invitation.unitId,
        at: now,
        personId: invitation.personId,
        kind: 'invitation.used',
        subject: 'person',
        subjectId: invitation.personId,
      })
      return { email: invitation.email }
    },
  }),

  route(MakeInvitation, async ({ db, actor, now, params }) => {
    const { person, unitId } = await getKept(db, actor, now, params.id)
    if (person.leftOn !== null) throw new Problem('person.left', { on: person.leftOn })
    const invitation = await makeInvitation(db, { personId: person.id, unitId, by: actor.id, now })
    await record(db, {
      unitId,
      at: now,
      personId: actor.id,
      kind: 'invitation.made',
      subject: 'person',
      subjectId: person.id,
    })
    return invitation
  }),

  route(RevokeInvitation, async ({ db, actor, now, params }) => {
    const { person, unitId } = await getKept(db, actor, now, params.id)
    await revokeInvitations(db, person.id, now)
    await record(db, {
      unitId,
      at: now,
      personId: actor.id,
      kind: 'invitation.revoked',
      subject: 'person',
      subjectId: person.id,
    })
    return {}
  }),
]
