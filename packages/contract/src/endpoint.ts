/** The shape of a contract: one object names method, path, act, input and answer; server, web and OpenAPI read it. */
import { z } from 'zod'
import type { Act } from './acts.ts'

/** `public`: no session needed. `signed-in`: any session. Else the act that the table role × act decides on. */
export type Access = Act | 'public' | 'signed-in'

/** `file`: bytes with their own content type. `redirect`: the browser is sent on to another address. */
type Given = 'json' | 'file' | 'redirect'

export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
  Who extends Access = Access,
  Gives extends Given = Given,
> {
  method: 'get' | 'post' | 'put' | 'delete'
  /** With `{name}` for parameters, as OpenAPI writes them. */
  path: string
  access: Who
  summary: string
  params: Params
  query: Query
  body: Body
  /** `bytes`: the body is a file, streamed and never held in memory. */
  sends: 'json' | 'bytes' | 'nothing'
  answer: Answer
  /** `answer` is used for `json` only. */
  gives: Gives
  /** A password, code or link goes in or out: neither is kept under an `Idempotency-Key`, not even as a hash. */
  secret: boolean
}

export const Nothing = z.object({})

interface Parts<P, Q, B, A, W, G> extends Pick<Endpoint, 'method' | 'path' | 'summary'> {
  access: W
  params?: P
  query?: Q
  body?: B
  answer?: A
  sends?: Endpoint['sends']
  secret?: boolean
  gives?: G
}

/** Writes a contract with defaults filled in. */
export const endpoint = <
  const W extends Access,
  P extends z.ZodType = typeof Nothing,
  Q extends z.ZodType = typeof Nothing,
  B extends z.ZodType = typeof Nothing,
  A extends z.ZodType = typeof Nothing,
  const G extends Given = 'json',
>(
  parts: Parts<P, Q, B, A, W, G>,
): Endpoint<P, Q, B, A, W, G> => ({
  ...parts,
  params: parts.params ?? (Nothing as unknown as P),
  query: parts.query ?? (Nothing as unknown as Q),
  body: parts.body ?? (Nothing as unknown as B),
  answer: parts.answer ?? (Nothing as unknown as A),
  sends: parts.sends ?? (parts.body ? 'json' : 'nothing'),
  gives: parts.gives ?? ('json' as G),
  secret: parts.secret ?? false,
})

export const Id = z.coerce.number().int().positive()
export const ById = z.object({ id: Id })
export const ByUuid = z.object({ id: z.uuid() })
/** `YYYY-MM-DD`. */
export const Day = z.iso.date()
/** An instant, ISO 8601 with offset. */
export const Instant = z.iso.datetime({ offset: true })
/** The number a writer has seen; a write with an older one is told `thing.changed`. */
export const Version = z.number().int().nonnegative()

/** Lists page by cursor: `next` is given back as `cursor` to go on. */
export const PageQuery = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export const pageOf = <T extends z.ZodType>(row: T) =>
  z.object({ rows: z.array(row), next: z.string().nullable(), total: z.number().int() })
