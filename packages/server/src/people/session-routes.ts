import { EnterExample, GetSession, ListExamplePeople, SignIn, SignOut } from '@loa/contract/people'
import { Problem } from '@loa/contract/problem'
import { AskPasskey, GivePasskey, GiveSecondFactor } from '@loa/contract/sign-in'
import { record } from '../events/events.ts'
import { route, routeInSteps, type Tools, type Wire } from '../http/endpoint.ts'
import { examplePassword } from './auth.ts'
import { cookieOf, headersFor, passCookies } from './cookies.ts'
import {
  deviceCookie,
  enterPerson,
  findByEmail,
  findById,
  isExample,
  orRefused,
  refuse,
  showSession,
} from './entrance.ts'
import { findPasskey, savePasskeyUse } from './passkey-queries.ts'
import { askPasskey, checkPasskey } from './passkeys.ts'
import { listExamplePeople } from './queries.ts'
import type { Verdict } from './tries.ts'

export const sessionRoutes = [
  route(GetSession, async ({ db, actor, tools, wire }) => showSession(db, actor, tools, wire)),

  routeInSteps(SignIn, {
    async prepare({ tools, wire }, { email, password }) {
      const attempt = attemptOf('password', email, wire)
      checkVerdict(await tools.auth.tries.mayTry(attempt))
      const entered = await tools.auth.signIn(email, password, headersFor(wire))
      if (entered) await tools.auth.tries.wasRight(attempt)
      return entered
    },
    async handle(context, { email }, entered) {
      const { db, actor, tools, wire } = context
      const person = await findByEmail(db, email)
      if (!entered || !person)
        return refuse(context, person, new Problem('session.wrong-password'), 'password')
      if (!entered.secondFactor) return enterPerson(context, person, entered.cookies, 'password')
      passCookies(wire, entered.cookies)
      return showSession(db, actor, tools, wire, { secondFactor: true })
    },
    present: orRefused,
  }),

  routeInSteps(GiveSecondFactor, {
    async prepare({ tools, wire }, { code }) {
      const headers = headersFor(wire)
      const person = await tools.auth.whoWaits(headers)
      if (!person) throw new Problem('session.code-expired')
      const attempt = attemptOf('code', person.email, wire)
      checkVerdict(await tools.auth.tries.mayTry(attempt))
      const cookies = await tools.auth.giveCode(code, headers)
      if (cookies) await tools.auth.tries.wasRight(attempt)
      return { person, cookies }
    },
    async handle(context, _input, { person, cookies }) {
      if (!cookies) return refuse(context, person, new Problem('session.wrong-code'), 'second-factor')
      return enterPerson(context, person, cookies, 'second-factor')
    },
    present: orRefused,
  }),

  routeInSteps(AskPasskey, {
    prepare: ({ tools, wire }) => askPasskey(tools, wire),
    handle: async (_context, _input, options) => ({ options }),
  }),

  routeInSteps(GivePasskey, {
    async handle(context, { response }) {
      const { db, tools, wire } = context
      const stored = await findPasskey(db, String(response.id))
      const used = stored && (await checkPasskey(tools, wire, response, stored))
      const person = stored && (await findById(db, stored.personId))
      if (!used || !person) return refuse(context, person, new Problem('passkey.refused'), 'passkey')
      await savePasskeyUse(db, stored.id, used.counter)
      return enterPerson(context, person, await tools.auth.enter(person.id, headersFor(wire)), 'passkey')
    },
    present: orRefused,
  }),

  route(ListExamplePeople, async ({ db, tools, wire }) => {
    checkExample(tools, wire)
    return { people: await listExamplePeople(db) }
  }),

  routeInSteps(EnterExample, {
    async prepare({ tools, wire }, { personId }) {
      checkExample(tools, wire)
      const entered = await tools.auth.signIn(
        exampleEmail(personId),
        examplePassword(tools.secret),
        headersFor(wire),
      )
      if (!entered || entered.secondFactor) throw new Problem('session.wrong-password')
      return entered.cookies
    },
    async handle(context, { personId }, cookies) {
      const person = await findByEmail(context.db, exampleEmail(personId))
      if (!person) return new Problem('session.wrong-password')
      return enterPerson(context, person, cookies, 'example')
    },
    present: orRefused,
  }),

  routeInSteps(SignOut, {
    prepare: async ({ tools, wire }) => passCookies(wire, await tools.auth.signOut(headersFor(wire))),
    async handle({ db, actor, now }) {
      if (actor)
        await record(db, {
          unitId: actor.unit.id,
          at: now,
          personId: actor.id,
          kind: 'session.signed-out',
          subject: 'person',
          subjectId: actor.id,
        })
      return {}
    },
  }),
]

const attemptOf = (what: 'password' | 'code', account: string, wire: Wire) => ({
  what,
  account,
  address: wire.address,
  cookie: cookieOf(wire.headers, deviceCookie),
})

/** What is not even tried leaves no line in the log: whoever hammers does not fill it. */
const checkVerdict = (verdict: Verdict) => {
  if (verdict === 'address') throw new Problem('request.too-many')
  if (verdict === 'account') throw new Problem('session.too-many-tries')
}

const checkExample = (tools: Tools, wire: Wire) => {
  if (!isExample(tools, wire)) throw new Problem('session.example-off')
}

export const exampleEmail = (personId: string): string => `${personId}@vi-du.invalid`
