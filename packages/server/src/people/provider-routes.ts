import { Problem, type ProblemCode } from '@loa/contract/problem'
import { ComeFromProvider, GoToProvider } from '@loa/contract/sign-in'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { type Redirect, routeInSteps } from '../http/endpoint.ts'
import { cookieOf, headersFor, setCookie } from './cookies.ts'
import { enterPerson, findByEmail, isSecure, refuse } from './entrance.ts'
import type { Arrived } from './provider.ts'

const cookie = 'loa.provider'
const path = '/api/session/provider'

export const providerRoutes = [
  routeInSteps(GoToProvider, {
    async prepare({ tools, wire, query }): Promise<Redirect> {
      try {
        const { location, waiting } = await tools.provider.begin(isOurs(query.to) ? query.to : '/')
        setCookie(wire, { name: cookie, value: waiting, path, age: 600, secure: isSecure(tools) })
        return { location }
      } catch (error) {
        return toSignIn(error)
      }
    },
    handle: async (_context, _input, redirect) => redirect,
  }),

  routeInSteps(ComeFromProvider, {
    async prepare({ tools, wire, query }): Promise<Arrived | Redirect> {
      const kept = cookieOf(wire.headers, cookie)
      setCookie(wire, { name: cookie, value: '', path, age: 0, secure: isSecure(tools) })
      try {
        return await tools.provider.finish(
          new URLSearchParams(query as Record<string, string>).toString(),
          kept,
        )
      } catch (error) {
        return toSignIn(error)
      }
    },
    async handle(context, _input, arrived): Promise<Redirect> {
      if ('location' in arrived) return arrived
      const { db, tools, wire } = context
      const person = await findByEmail(db, arrived.email)
      if (!person || !(await tie(db, person.id, arrived.subject))) {
        const problem = new Problem('oidc.unknown-person')
        return toSignIn(await refuse(context, person, problem, 'provider'))
      }
      const cookies = await tools.auth.enter(person.id, headersFor(wire))
      const outcome = await enterPerson(context, person, cookies, 'provider')
      return outcome instanceof Problem ? toSignIn(outcome) : { location: arrived.to }
    },
  }),
]

/** The browser came by an address, not by a call: what went wrong is told on the sign-in page. */
const toSignIn = (error: unknown): Redirect => {
  if (!(error instanceof Problem)) throw error
  return { location: `/sign-in?problem=${error.code satisfies ProblemCode}` }
}

/** A path of our own: never another site's. */
const isOurs = (to: string): boolean => /^\/(?![/\\])/.test(to)

/**
 * The first entrance ties the person to that account of the provider. False for another account later on: an e-mail that
 * the provider has given to somebody else opens nothing.
 */
const tie = async (db: Database, personId: string, subject: string): Promise<boolean> => {
  const known = await db.maybe(
    z.object({ accountId: z.string() }),
    sql`select account_id from accounts where person_id = ${personId} and provider_id = 'oidc'`,
  )
  if (known) return known.accountId === subject
  const added = await db.run(sql`insert into accounts (id, person_id, account_id, provider_id)
    values (${`oidc-${personId}`}, ${personId}, ${subject}, 'oidc') on conflict do nothing`)
  return added === 1
}
