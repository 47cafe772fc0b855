/** The last steps of every way in: who is it today, what the log says, which cookies go out. */
import { type Act, acts } from '@loa/contract/acts'
import type { Session } from '@loa/contract/people'
import { Problem } from '@loa/contract/problem'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { record } from '../events/events.ts'
import type { Tools, Wire } from '../http/endpoint.ts'
import { today } from '../time.ts'
import { type Actor, mayAct, ownUnits, rolesOf } from './actor.ts'
import { cookieOf, passCookies, setCookie } from './cookies.ts'
import { findActor } from './find-actor.ts'
import { isPasskeyAddress } from './passkeys.ts'
import { asSystem, findOperator, isEmpty } from './queries.ts'
import { endSessions } from './session-queries.ts'
import { whyNoRole } from './standing-queries.ts'

export interface Entering {
  db: Database
  now: string
  tools: Tools
  wire: Wire
}

export type Way = 'password' | 'second-factor' | 'passkey' | 'provider' | 'example'

/** Remembers devices for 400 days, the longest that browsers keep a cookie. */
const deviceAge = 400 * 24 * 3600
export const deviceCookie = 'loa.device'

/** A refusal is answered after the commit, so that the log keeps it. */
export type Outcome = Session | Problem

/** @throws Problem the one that `handle` gave back */
export const orRefused = async (_tools: Tools, outcome: Outcome): Promise<Session> => {
  if (outcome instanceof Problem) throw outcome
  return outcome
}

/** The person is who they say: the session begins, unless they have no role today. */
export const enterPerson = async (
  { db, now, tools, wire }: Entering,
  person: { id: string; email: string },
  cookies: Headers,
  way: Way,
): Promise<Outcome> => {
  const actor = await findActor(db, person.id, today(now))
  if (!actor) {
    await endSessions(db, person.id)
    return new Problem('session.no-role', await whyNoRole(db, person.id, today(now)))
  }
  passCookies(wire, cookies)
  const known = cookieOf(wire.headers, deviceCookie)
  const secure = isSecure(tools)
  setCookie(wire, {
    name: deviceCookie,
    value: tools.auth.tries.remember(person.email, known),
    age: deviceAge,
    secure,
  })
  await asSystem(db)
  await record(db, {
    unitId: actor.unit.id,
    at: now,
    personId: actor.id,
    kind: 'session.signed-in',
    subject: 'person',
    subjectId: actor.id,
    data: { way },
  })
  return showSession(db, actor, tools, wire)
}

/**
 * Notes the refusal in the log of the person's unit, or of the body that runs this Loa when nobody has that e-mail: the same
 * work for both, so that time does not tell them apart, and a limited number of lines for nobody.
 */
export const refuse = async (
  { db, now, tools }: Entering,
  person: { id: string } | null,
  problem: Problem,
  way: Way,
): Promise<Problem> => {
  if (!person && !(await tools.auth.tries.mayNote())) return problem
  await asSystem(db)
  const actor = person && (await findActor(db, person.id, today(now)))
  const unitId = actor?.unit.id ?? (await findOperator(db))
  if (unitId !== null)
    await record(db, {
      unitId,
      at: now,
      personId: person?.id ?? null,
      kind: 'session.refused',
      subject: 'person',
      subjectId: person?.id ?? '',
      data: { way, code: problem.code },
    })
  return problem
}

const Who = z.object({ id: z.string(), email: z.string() })
export const findByEmail = (db: Database, email: string) =>
  db.maybe(Who, sql`select id, email from people where email = ${email.toLowerCase()}`)
export const findById = (db: Database, id: string) =>
  db.maybe(Who, sql`select id, email from people where id = ${id}`)

export const isSecure = (tools: Tools): boolean => tools.auth.baseUrl.startsWith('https:')

export const isExample = (tools: Tools, wire: Wire) => tools.config.LOA_EXAMPLE !== 'none' && wire.loopback

export const showSession = async (
  db: Database,
  actor: Actor | null,
  tools: Tools,
  wire: Wire,
  { secondFactor = false }: { secondFactor?: boolean } = {},
): Promise<Session> => ({
  person: actor && {
    id: actor.id,
    name: actor.name,
    email: actor.email,
    title: actor.title,
    unit: actor.unit,
    roles: rolesOf(actor),
  },
  acts: actor ? (Object.keys(acts) as Act[]).filter((act) => mayAct(actor, act)) : [],
  ownUnits: actor ? ownUnits(actor) : [],
  example: isExample(tools, wire),
  firstRun: await isEmpty(db),
  secondFactor,
  passkeys: isPasskeyAddress(tools, wire),
  provider: tools.config.LOA_OIDC_ISSUER ? (tools.config.LOA_OIDC_NAME ?? 'OpenID') : null,
})
