/** Mounts a route on Hono: everything between the wire and a handler stands here, once. */
import { createHash } from 'node:crypto'
import { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import type { Endpoint } from '@loa/contract/endpoint'
import { Problem } from '@loa/contract/problem'
import type { Context as HonoContext } from 'hono'
import { z } from 'zod'
import type { Database, DatabasePool } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { canonical } from '../events/events.ts'
import type { Jobs } from '../events/jobs.ts'
import { type Actor, mayAct, sightOf } from '../people/actor.ts'
import { findActor } from '../people/find-actor.ts'
import { whyNoRole } from '../people/standing-queries.ts'
import { today } from '../time.ts'
import type { Context, FileAnswer, Redirect, Route, Tools, Wire } from './endpoint.ts'
import { inProcess } from './guard.ts'
import { ProblemAnswer } from './problem-answer.ts'

export interface Serving {
  pool: DatabasePool
  jobs: Jobs
  tools: Tools
  now: () => string
}

export const serveRoute = (app: OpenAPIHono, route: Route, serving: Serving): void => {
  const { contract } = route
  const path = contract.path.replace(/\{(\w+)\}/g, ':$1')
  app.openAPIRegistry.registerPath(describe(route))
  app.on(contract.method.toUpperCase(), path, async (c) => answer(c, route, serving))
}

const answer = async (
  c: HonoContext,
  route: Route,
  { pool, jobs, tools, now }: Serving,
): Promise<Response> => {
  const { contract } = route
  const wire = await wireOf(c, tools)
  const at = now()
  const personId = wire.session?.personId
  const actor = personId ? await pool.read((db) => findActor(db, personId, today(at))) : null
  if (contract.access !== 'public') {
    if (personId && !actor)
      throw new Problem('session.no-role', await pool.read((db) => whyNoRole(db, personId, today(at))))
    if (!actor) throw new Problem('session.missing')
    if (contract.access !== 'signed-in' && !mayAct(actor, contract.access))
      throw new Problem('act.forbidden', { act: contract.access })
  }
  const params = parse(contract.params, c.req.param(), 'params')
  const query = parse(contract.query, c.req.query(), 'query')
  const input = contract.sends === 'json' ? parse(contract.body, await jsonBody(c), 'body') : {}
  const context = { actor, now: at, params, query, tools, wire } as Context<Endpoint, Actor | null>
  const sight = actor
    ? { units: sightOf(actor), keepsDirectory: actor.keepsDirectory, address: wire.address }
    : { units: [], address: wire.address }

  const prepared = await route.prepare({ ...context, aside: (work) => pool.transaction(sight, work) }, input)
  const result = await pool.transaction(sight, (db) =>
    once(db, contract.secret ? null : actor, c, input, () =>
      route.handle({ ...context, db, wake: (name, data) => jobs.send(db, name, data) }, input, prepared),
    ),
  )
  const presented = await route.present(tools, result)
  const response = await responseOf(contract, tools, presented)
  for (const [name, value] of wire.answerHeaders) response.headers.append(name, value)
  return response
}

const responseOf = (contract: Endpoint, tools: Tools, presented: unknown) => {
  if (contract.gives === 'file') return fileResponse(tools, presented as FileAnswer)
  if (contract.gives === 'json') return Response.json(contract.answer.parse(presented))
  const { location } = presented as Redirect
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}

/** Under an `Idempotency-Key` the work is done once; a second request waits for the first and gets its answer. */
const once = async (
  db: Database,
  actor: Actor | null,
  c: HonoContext,
  input: unknown,
  work: () => Promise<unknown>,
): Promise<unknown> => {
  const key = c.req.header('idempotency-key')
  if (!key || !actor || c.req.method === 'GET') return work()
  if (!/^[\w-]{8,200}$/.test(key))
    throw new Problem('request.invalid', {}, [
      { path: 'headers.idempotency-key', message: '8–200 letters, digits, -' },
    ])
  const request = createHash('sha256')
    .update(canonical([c.req.method, c.req.path, c.req.query(), input]))
    .digest('hex')
  const isNew = await db.run(sql`insert into idempotency_keys (person_id, key, request)
    values (${actor.id}, ${key}, ${request}) on conflict do nothing`)
  if (isNew === 0) {
    const Known = z.object({ request: z.string(), answer: z.unknown() })
    const known = await db.one(
      Known,
      sql`select request, answer from idempotency_keys where person_id = ${actor.id} and key = ${key}`,
    )
    if (known.request !== request) throw new Problem('request.key-reused')
    return known.answer
  }
  const result = await work()
  await db.run(sql`update idempotency_keys set answer = ${JSON.stringify(result ?? null)}::jsonb
    where person_id = ${actor.id} and key = ${key}`)
  return result
}

const wireOf = async (c: HonoContext, tools: Tools): Promise<Wire> => {
  const address: string = c.get('address') ?? ''
  const { headers } = c.req.raw
  return {
    headers,
    address,
    loopback: isLoopback(address) && !c.req.header('x-forwarded-for') && !c.req.header('forwarded'),
    session: headers.get('cookie')?.includes('loa.session_token') ? await tools.auth.whoIs(headers) : null,
    body: () => bodyOf(c),
    answerHeaders: new Headers(),
  }
}

/** The socket itself where there is one: a web stream in between would hold a second copy of what is on its way. */
export const bodyOf = (c: HonoContext): AsyncIterable<Uint8Array> => {
  const incoming: unknown = (c.env as { incoming?: unknown } | undefined)?.incoming
  if (incoming instanceof IncomingMessage) return incoming
  const { body } = c.req.raw
  return body ? Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]) : Readable.from([])
}

const isLoopback = (address: string): boolean =>
  address === inProcess || address === '::1' || /^(::ffff:)?127\.\d+\.\d+\.\d+$/.test(address)

const jsonBody = async (c: HonoContext): Promise<unknown> => {
  try {
    return await c.req.json()
  } catch {
    throw new Problem('request.invalid', {}, [{ path: 'body', message: 'JSON' }])
  }
}

const parse = (schema: z.ZodType, value: unknown, where: string): unknown => {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new Problem(
    'request.invalid',
    {},
    parsed.error.issues.map((issue) => ({ path: [where, ...issue.path].join('.'), message: issue.message })),
  )
}

const fileResponse = async (tools: Tools, file: FileAnswer): Promise<Response> => {
  const { content } = file
  const stored = 'sha256' in content ? content.sha256 : null
  const length = stored
    ? await tools.blobs.size(stored)
    : 'bytes' in content
      ? content.bytes.byteLength
      : null
  const body =
    'bytes' in content
      ? new Blob([content.bytes as Uint8Array<ArrayBuffer>])
      : (Readable.toWeb(
          'stream' in content ? content.stream : tools.blobs.read(content.sha256),
        ) as ReadableStream)
  return new Response(body, {
    headers: {
      'content-type': file.mime,
      ...(length === null ? {} : { 'content-length': String(length) }),
      'content-disposition': `${file.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      // Content never changes under a hash; the person's right to it may.
      'cache-control': stored ? 'private, max-age=300' : 'no-store',
      ...(stored ? { etag: `"${stored}"` } : {}),
    },
  })
}

const describe = ({ contract }: Route) => {
  const params = contract.params as z.ZodObject
  const query = contract.query as z.ZodObject
  return createRoute({
    method: contract.method,
    path: contract.path,
    summary: contract.summary,
    tags: [contract.path.split('/')[2] ?? ''],
    'x-access': contract.access,
    request: {
      ...(Object.keys(params.shape).length > 0 ? { params } : {}),
      ...(Object.keys(query.shape).length > 0 ? { query } : {}),
      ...(contract.sends === 'json'
        ? { body: { required: true, content: { 'application/json': { schema: contract.body } } } }
        : {}),
      ...(contract.sends === 'bytes'
        ? {
            body: {
              required: true,
              content: {
                'application/octet-stream': { schema: { type: 'string' as const, format: 'binary' } },
              },
            },
          }
        : {}),
    },
    responses: {
      ...(contract.gives === 'redirect'
        ? { 303: { description: 'On to the address in `location`' } }
        : {
            200:
              contract.gives === 'file'
                ? {
                    description: 'The file',
                    content: { '*/*': { schema: { type: 'string' as const, format: 'binary' } } },
                  }
                : { description: 'Done', content: { 'application/json': { schema: contract.answer } } },
          }),
      default: {
        description: 'A problem',
        content: { 'application/problem+json': { schema: ProblemAnswer } },
      },
    },
  })
}
