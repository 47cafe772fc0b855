/** Calls the app in this very process by its contracts, as the web does over the network: for tests and `loa run`. */
import type { Endpoint } from '@loa/contract/endpoint'
import { EnterExample } from '@loa/contract/people'
import { Problem, type ProblemBody, type ProblemCode } from '@loa/contract/problem'
import type { z } from 'zod'

/** Anything that answers requests: the app of `makeApp`. */
export interface App {
  request(path: string, init: RequestInit): Response | Promise<Response>
}

export interface Give<E extends Endpoint> {
  params?: z.input<E['params']>
  query?: z.input<E['query']>
  body?: z.input<E['body']>
  bytes?: Uint8Array
}

export interface Worker {
  call<E extends Endpoint>(contract: E, give?: Give<E>): Promise<z.output<E['answer']>>
  file<E extends Endpoint>(contract: E, give?: Give<E>): Promise<Uint8Array>
}

/** Enters as an example person. */
export const enterAs = async (app: App, personId: string): Promise<Worker> => {
  const cookie = await cookieOf(app, personId)
  return workerWith(app, async () => cookie)
}

/** The session cookie of an example person. */
export const cookieOf = async (app: App, personId: string): Promise<string> => {
  const entered = await request(app, EnterExample, { body: { personId } }, '')
  return entered.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}

/** A person whose cookie is asked for when the first call is made. */
export const workerWith = (app: App, cookie: () => Promise<string>): Worker => ({
  call: async (contract, give = {}) =>
    (await request(app, contract, give, await cookie())).json() as Promise<never>,
  file: async (contract, give = {}) =>
    new Uint8Array(await (await request(app, contract, give, await cookie())).arrayBuffer()),
})

const request = async <E extends Endpoint>(app: App, contract: E, give: Give<E>, cookie: string) => {
  const params = new Map<string, unknown>(Object.entries((give.params as object | undefined) ?? {}))
  const path = contract.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(params.get(name))),
  )
  const query = new URLSearchParams(give.query as Record<string, string> | undefined)
  const body = give.bytes
    ? new Blob([give.bytes as Uint8Array<ArrayBuffer>])
    : contract.sends === 'json'
      ? JSON.stringify(give.body ?? {})
      : null
  const response = await app.request(query.size > 0 ? `${path}?${query}` : path, {
    method: contract.method.toUpperCase(),
    headers: { cookie, ...(contract.sends === 'json' ? { 'content-type': 'application/json' } : {}) },
    ...(body === null ? {} : { body }),
  })
  if (response.ok) return response
  const problem = (await response.json()) as ProblemBody
  throw new Problem(problem.code as ProblemCode, problem.values, problem.places)
}
