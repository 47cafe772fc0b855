/** The server in this process, and its example people at work in it, each through the same contracts as the web. */
import type { Endpoint } from '@loa/contract/endpoint'
import { EnterExample } from '@loa/contract/people'
import { Problem, type ProblemBody, type ProblemCode } from '@loa/contract/problem'
import type { LoaServer } from '@loa/server/server'
import type { z } from 'zod'

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
export const enterAs = async (server: LoaServer, personId: string): Promise<Worker> => {
  const entered = await request(server, EnterExample, { body: { personId } }, '')
  const cookie = entered.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  return {
    call: async (contract, give = {}) =>
      (await request(server, contract, give, cookie)).json() as Promise<never>,
    file: async (contract, give = {}) =>
      new Uint8Array(await (await request(server, contract, give, cookie)).arrayBuffer()),
  }
}

const request = async <E extends Endpoint>(server: LoaServer, contract: E, give: Give<E>, cookie: string) => {
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
  const response = await server.app.request(query.size > 0 ? `${path}?${query}` : path, {
    method: contract.method.toUpperCase(),
    headers: { cookie, ...(contract.sends === 'json' ? { 'content-type': 'application/json' } : {}) },
    ...(body === null ? {} : { body }),
  })
  if (response.ok) return response
  const problem = (await response.json()) as ProblemBody
  throw new Problem(problem.code as ProblemCode, problem.values, problem.places)
}
