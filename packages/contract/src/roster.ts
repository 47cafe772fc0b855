/** The people of an office as their administrators keep them. */
import { z } from 'zod'
import { SessionRow } from './account.ts'
import { type Act, acts, delegableActs, roles } from './acts.ts'
import { Day, endpoint, Id, Instant, PageQuery, pageOf } from './endpoint.ts'
import { NewInvitation } from './invitations.ts'
import { PersonRef } from './people.ts'
import { UnitRef } from './units.ts'

/** active: has a role and can sign in · invited: has a role, no way in yet · away: on leave today · idle: no role today · left. */
export const personStates = ['active', 'invited', 'away', 'idle', 'left'] as const
const PersonState = z.enum(personStates)
const Role = z.enum(roles)

export const PersonRow = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  title: z.string(),
  state: PersonState,
  /** The roles held today, or the last ones. */
  roles: z.array(Role),
  unit: UnitRef.nullable(),
})
export type PersonRow = z.infer<typeof PersonRow>

export const Appointment = z.object({
  id: Id,
  unit: UnitRef,
  role: Role,
  from: Day.nullable(),
  to: Day.nullable(),
  /** The decision it rests on. */
  act: z.string(),
  /** Taken back as given by mistake. */
  revokedAt: Instant.nullable(),
  mayEnd: z.boolean(),
})
export type Appointment = z.infer<typeof Appointment>

export const Delegation = z.object({
  id: Id,
  unit: UnitRef,
  from: PersonRef,
  to: PersonRef,
  form: z.enum(['KT', 'TL', 'TUQ']),
  authorityLine: z.string(),
  signerTitle: z.string(),
  acts: z.array(z.string()),
  documentTypes: z.array(z.string()),
  act: z.string(),
  validFrom: Day,
  validTo: Day.nullable(),
  revokedAt: Instant.nullable(),
})
export type Delegation = z.infer<typeof Delegation>

export const Leave = z.object({
  id: Id,
  unit: UnitRef,
  person: PersonRef,
  standIn: PersonRef.nullable(),
  validFrom: Day,
  validTo: Day,
  note: z.string(),
  revokedAt: Instant.nullable(),
})
export type Leave = z.infer<typeof Leave>

export const PersonDetails = PersonRow.extend({
  leftOn: Day.nullable(),
  secondFactor: z.boolean(),
  passkeys: z.number().int(),
  /** A key file is set: the person signs numbered pages digitally. */
  signsDigitally: z.boolean(),
  /** The open invitation, without its secret. */
  invitedUntil: Instant.nullable(),
  /** The person may keep this account: all its roles are within reach. */
  mayKeep: z.boolean(),
  appointments: z.array(Appointment),
  delegations: z.array(Delegation),
  leaves: z.array(Leave),
  sessions: z.array(SessionRow),
})
export type PersonDetails = z.infer<typeof PersonDetails>

const ByPerson = z.object({ id: z.string().max(100) })
const ByNumber = z.object({ id: Id })
const name = z.string().trim().min(2).max(100)
const title = z.string().trim().max(200)
const act = z.string().trim().max(200).default('')

export const ListPeople = endpoint({
  method: 'get',
  path: '/api/people',
  access: 'person.read',
  summary: 'The people of the units within reach, searched without tone marks',
  query: PageQuery.extend({
    q: z.string().max(100).optional(),
    role: Role.optional(),
    unit: Id.optional(),
    state: PersonState.optional(),
  }),
  answer: pageOf(PersonRow),
})

export const GetPerson = endpoint({
  method: 'get',
  path: '/api/people/{id}',
  access: 'person.read',
  summary: 'One person: roles, delegations, leave, sign-in',
  params: ByPerson,
  answer: PersonDetails,
})

const NewAppointment = z.object({
  unitId: Id,
  role: Role,
  from: Day.optional(),
  to: Day.optional(),
  act,
})

export const InvitePerson = endpoint({
  method: 'post',
  path: '/api/people',
  secret: true,
  access: 'person.change',
  summary: 'Add a person with their roles; gives the link for setting a password, shown once',
  body: z.object({
    name,
    email: z.email(),
    title,
    unitId: Id,
    roles: z.array(Role).min(1),
    from: Day.optional(),
    to: Day.optional(),
    act,
  }),
  answer: z.object({ id: z.string(), invitation: NewInvitation }),
})

export const SavePerson = endpoint({
  method: 'put',
  path: '/api/people/{id}',
  access: 'person.change',
  summary: 'Name and post',
  params: ByPerson,
  body: z.object({ name, title }),
  answer: PersonDetails,
})

export const GiveAppointment = endpoint({
  method: 'post',
  path: '/api/people/{id}/appointments',
  access: 'person.change',
  summary: 'Give a role in a unit, from a day, to a day or for good',
  params: ByPerson,
  body: NewAppointment,
  answer: PersonDetails,
})

export const EndAppointment = endpoint({
  method: 'post',
  path: '/api/appointments/{id}/end',
  access: 'person.change',
  summary: 'End a role with a day; a day before its first takes it back. Nothing is deleted',
  params: ByNumber,
  body: z.object({ lastDay: Day, act }),
  answer: PersonDetails,
})

export const LeaveOffice = endpoint({
  method: 'post',
  path: '/api/people/{id}/left',
  access: 'person.change',
  summary: 'Somebody leaves for good: no sign-in from that day on, and what they did stays theirs',
  params: ByPerson,
  body: z.object({ on: Day.nullable() }),
  answer: PersonDetails,
})

export const GiveDelegation = endpoint({
  method: 'post',
  path: '/api/people/{id}/delegations',
  access: 'delegation.change',
  summary: 'Let this person sign for somebody who leads: KT., TL., TUQ. (Decree 30/2020/NĐ-CP, article 13)',
  params: ByPerson,
  body: z.object({
    unitId: Id,
    fromPersonId: z.string().max(100),
    form: z.enum(['KT', 'TL', 'TUQ']),
    authorityLine: z.string().trim().min(3).max(100),
    signerTitle: z.string().trim().min(2).max(100),
    acts: z.array(z.enum(delegableActs)).min(1),
    documentTypes: z.array(z.string().max(50)).default([]),
    act,
    from: Day,
    to: Day.optional(),
  }),
  answer: PersonDetails,
})

export const EndDelegation = endpoint({
  method: 'post',
  path: '/api/delegations/{id}/end',
  access: 'delegation.change',
  summary: 'The delegation no longer counts',
  params: ByNumber,
  answer: PersonDetails,
})

export const GiveLeave = endpoint({
  method: 'post',
  path: '/api/people/{id}/leaves',
  access: 'leave.change',
  summary: 'Away from a day to a day, and who stands in',
  params: ByPerson,
  body: z.object({
    unitId: Id,
    standInId: z.string().max(100).optional(),
    from: Day,
    to: Day,
    note: z.string().trim().max(200).default(''),
  }),
  answer: PersonDetails,
})

export const EndLeave = endpoint({
  method: 'post',
  path: '/api/leaves/{id}/end',
  access: 'leave.change',
  summary: 'The leave no longer counts',
  params: ByNumber,
  answer: PersonDetails,
})

export const EndSessionsOf = endpoint({
  method: 'post',
  path: '/api/people/{id}/sessions/end',
  access: 'person.change',
  summary: 'Sign the person out: one session, or all of them',
  params: ByPerson,
  body: z.object({ sessionId: z.string().max(100).optional() }),
  answer: PersonDetails,
})

export const RemoveSigningKeyOf = endpoint({
  method: 'delete',
  path: '/api/people/{id}/signing-key',
  access: 'person.change',
  summary:
    'Lost, forgotten, or its owner is gone: the key is forgotten, and dispatches no longer wait for it',
  params: ByPerson,
  answer: PersonDetails,
})

export const ResetSecondFactor = endpoint({
  method: 'delete',
  path: '/api/people/{id}/second-factor',
  access: 'person.change',
  summary: 'The telephone is lost: second factor and passkeys are forgotten, all sessions end',
  params: ByPerson,
  answer: PersonDetails,
})

/** Why the person may or may not do something, as a code and its values. */
export const whyCodes = [
  'allowed',
  'no-role',
  'other-unit',
  'role-ended',
  'role-to-come',
  'unit-ended',
  'stand-in-never',
  'stood-in-for',
  'delegation-ended',
  'delegation-type',
  'delegation-giver-gone',
] as const

export const Why = z.object({
  act: z.string(),
  code: z.enum(whyCodes),
  unit: z.string().nullable(),
  /** Whose day, unit or role the code speaks of. */
  day: Day.nullable(),
  otherUnit: z.string().nullable(),
  who: z.string().nullable(),
  /** The roles that may do it. */
  roles: z.array(Role),
  /** Administrators who can change it. */
  ask: z.array(z.string()),
  /** Where the dispatch asked about stands. */
  state: z.string().nullable(),
})
export type Why = z.infer<typeof Why>

export const AskWhy = endpoint({
  method: 'get',
  path: '/api/why',
  access: 'signed-in',
  summary: 'Why may I not do this, or may I',
  query: z.object({
    act: z.enum(Object.keys(acts) as [Act, ...Act[]]),
    unit: Id.optional(),
    type: z.string().max(50).optional(),
    dispatch: Id.optional(),
  }),
  answer: Why,
})
