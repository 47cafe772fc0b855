/**
 * This Loa as a small hub of its guests: another Loa connects to it as to any hub, with what an administrator gave it. So only
 * one of two needs to be reachable. The shapes are those of `hub.ts`, seen from the other side.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { Problem } from '@loa/contract/problem'
import type { Context } from 'hono'
import { z } from 'zod'
import type { Database, DatabasePool } from '../database/database.ts'
import type { Tools } from '../http/endpoint.ts'
import { tokenHash } from '../token.ts'
import { arrive } from './arrive.ts'
import { findGuest, type StoredConnection, saveGuestSeen } from './connection-queries.ts'
import { findTaken } from './incoming-queries.ts'
import { findLineOf, listWaitingLines, saveLineFetched, saveLineSettled } from './outgoing-queries.ts'
import { packageOf } from './parcel.ts'
import { mostPackageBytes } from './ports.ts'

interface Serving {
  pool: DatabasePool
  tools: Tools
  now: () => string
}

const Asked = z.object({
  docId: z.coerce.string().max(200).optional(),
  messagetype: z.enum(['edoc', 'status']).optional(),
  status: z.enum(['processing', 'done', 'fail']).optional(),
})
type Asked = z.infer<typeof Asked>

export const mountGuestHub = (app: OpenAPIHono, serving: Serving): void => {
  app.post('/api/exchange/:operation', async (c) => {
    const guest = await guestOf(c, serving)
    // The same words whether it is not there, switched off, or the key is wrong.
    if (!guest) return say(no('15', 'Sai SystemId hoặc SecretKey'), 401)
    await serving.pool.transaction('system', (db) => saveGuestSeen(db, guest.id, serving.now()))
    const operation = c.req.param('operation')
    if (operation === 'sendEdoc') return take(c, guest, serving)
    const asked = Asked.safeParse(await c.req.json().catch(() => null))
    if (!asked.success) return say(no('22', 'Yêu cầu không đúng mẫu'))
    const answer = operations[operation]
    return answer ? answer(guest, asked.data, serving) : say(no('20', 'Không có thao tác này'), 404)
  })
}

const guestOf = async (c: Context, { pool }: Serving): Promise<StoredConnection | null> => {
  const [systemId, key] = [c.req.header('x-systemid') ?? '', c.req.header('x-secretkey') ?? '']
  const found = await pool.transaction('system', (db) => findGuest(db, systemId))
  // Compared also where there is none: how long it takes tells nothing.
  const isRight = timingSafeEqual(Buffer.from(found?.keySha256 ?? tokenHash('')), Buffer.from(tokenHash(key)))
  return found && isRight && key !== '' ? found : null
}

const take = async (
  c: Context,
  connection: StoredConnection,
  { pool, tools, now }: Serving,
): Promise<Response> => {
  const bytes = await bodyOf(c)
  if (!bytes) return say(no('10', 'Gói tin lớn hơn mức cho phép'), 413)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const said = c.req.header('hash-file')
  if (said && said.toLowerCase() !== sha256) return say(no('10', 'Gói tin không nguyên vẹn'))
  // The same bytes are the same package: sent twice, it gets the same name.
  const waiting = { ref: `guest ${sha256}`, kind: 'edoc' as const }
  try {
    const how = await arrive({ tools: { ...tools, pool }, connection, waiting, now: now() }, bytes)
    return how === 'unreadable'
      ? say(no('22', 'Gói tin không đọc được'))
      : say({ ...fine, DocId: waiting.ref })
  } catch (error) {
    if (error instanceof Problem && error.code === 'server.busy')
      return say(no('20', 'Máy chủ đang dừng'), 503)
    throw error
  }
}

type Operation = (guest: StoredConnection, asked: Asked, serving: Serving) => Promise<Response>

const operations: Record<string, Operation> = {
  async getReceivedEdocList({ id }, { messagetype = 'edoc' }, { pool }) {
    const lines = await pool.transaction('system', (db) => listWaitingLines(db, id, messagetype))
    return say({ ...fine, data: lines.map((line) => ({ docId: String(line.id), messageType: messagetype })) })
  },

  async getEdoc(guest, { docId }, { pool, tools, now }) {
    const line = await pool.transaction('system', (db) => findLineOf(db, guest.id, Number(docId) || 0))
    if (!line) return say(unknown)
    const made = await packageOf({ pool, blobs: tools.blobs }, guest, line)
    if ('trouble' in made) return say(no('22', made.trouble))
    await pool.transaction('system', (db) => saveLineFetched(db, line.id, now()))
    return new Response(made.bytes as Uint8Array<ArrayBuffer>, {
      headers: { 'content-type': 'application/octet-stream' },
    })
  },

  async updateStatus({ id }, { docId, status }, { pool, now }) {
    if (status === undefined) return say(no('22', 'Thiếu status'))
    const settled = await pool.transaction('system', (db) =>
      settle(db, id, Number(docId) || 0, status, now()),
    )
    return say(settled ? fine : unknown)
  },

  async getSentEdocList({ id }, { docId = '' }, { pool }) {
    const taken = await pool.transaction('system', (db) => findTaken(db, id, docId))
    return say({
      ...fine,
      data: taken ? [{ docId, receiveStatus: taken.how === 'stored' ? 'done' : 'fail' }] : [],
    })
  },
}

const settle = async (
  db: Database,
  connectionId: number,
  id: number,
  status: string,
  at: string,
): Promise<boolean> => {
  const line = await findLineOf(db, connectionId, id)
  if (line && status !== 'processing') await saveLineSettled(db, id, { isRead: status === 'done', at })
  return line !== null
}

const fine = { status: 'OK', ErrorCode: '0' }
const no = (code: string, said: string) => ({ status: 'FAIL', ErrorCode: code, ErrorDesc: said })
const unknown = no('21', 'Không có gói tin này')
const say = (json: unknown, status = 200): Response => Response.json(json, { status })

const bodyOf = async (c: Context): Promise<Uint8Array | null> => {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of c.req.raw.body ?? []) {
    size += part.byteLength
    if (size > mostPackageBytes) return null
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}
