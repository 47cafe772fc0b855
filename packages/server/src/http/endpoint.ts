/**
 * One request is one transaction: session, right, parse, begin, handle, commit, answer. What reads files, the network
 * or documents happens in `prepare` before the transaction or in `present` after it, never inside.
 */
import type { Readable } from 'node:stream'
import type { Endpoint } from '@loa/contract/endpoint'
import { Problem } from '@loa/contract/problem'
import type { z } from 'zod'
import type { BlobStore } from '../blobs/blobs.ts'
import type { Config } from '../config.ts'
import type { Database } from '../database/database.ts'
import type { DocumentsWorker } from '../documents-worker/documents-worker.ts'
import type { Actor } from '../people/actor.ts'
import type { Auth } from '../people/auth.ts'
import type { Provider } from '../people/provider.ts'
import type { UploadFolder } from '../uploads/upload-folder.ts'

/** What stands outside the database. */
export interface Tools {
  config: Config
  secret: string
  auth: Auth
  provider: Provider
  blobs: BlobStore
  /** Photos that are still on their way. */
  uploads: UploadFolder
  documents: DocumentsWorker
}

export interface Wire {
  headers: Headers
  /** Where the connection comes from. */
  address: string
  /** True when the connection comes from this machine itself. */
  loopback: boolean
  body: () => AsyncIterable<Uint8Array>
  /** The session behind the cookie: who is signed in, even without a role today. */
  session: { personId: string; sessionId: string } | null
  /** Headers to send along with the answer (cookies). */
  answerHeaders: Headers
}

export interface Context<E extends Endpoint, Who = ActorOf<E>> {
  db: Database
  actor: Who
  now: string
  params: z.output<E['params']>
  query: z.output<E['query']>
  tools: Tools
  wire: Wire
  /** Wakes a reaction after the commit. */
  wake: (name: string, data: Record<string, unknown>) => Promise<void>
}

/**
 * A small transaction of its own before the request's, in the person's sight: what it writes stays, whatever becomes of the
 * request. For what must be read before slow work outside, and for tries that are counted.
 */
type Aside = <T>(work: (db: Database) => Promise<T>) => Promise<T>
/** What `prepare` gets. */
export type Before<E extends Endpoint, Who = ActorOf<E>> = Omit<Context<E, Who>, 'db' | 'wake'> & {
  aside: Aside
}

/** A public route may have no person; every other has one. */
export type ActorOf<E extends Endpoint> = E['access'] extends 'public' ? Actor | null : Actor

export interface FileAnswer {
  name: string
  mime: string
  /** Shown in the page, or offered for keeping. */
  inline: boolean
  /** `stream`: made while it is sent, so nobody knows how long it will be. */
  content: { sha256: string } | { bytes: Uint8Array } | { stream: Readable }
}

/** Where the browser is sent: a path of our own, or the address of the provider that was set. */
export interface Redirect {
  location: string
}

type AnswerOf<E extends Endpoint> = E['gives'] extends 'file'
  ? FileAnswer
  : E['gives'] extends 'redirect'
    ? Redirect
    : z.input<E['answer']>
type InputOf<E extends Endpoint> = z.output<E['body']>

export interface Route {
  contract: Endpoint
  prepare: (context: Before<Endpoint, Actor | null>, input: unknown) => Promise<unknown>
  handle: (context: Context<Endpoint, Actor | null>, input: unknown, prepared: unknown) => Promise<unknown>
  present: (tools: Tools, result: unknown) => Promise<unknown>
}

interface Steps<E extends Endpoint, Prepared, Result> {
  /** Before the transaction: files in, documents read. */
  prepare?: (context: Before<E>, input: InputOf<E>) => Promise<Prepared>
  handle: (context: Context<E>, input: InputOf<E>, prepared: Prepared) => Promise<Result>
  /** After the commit: pages laid out, files opened. */
  present?: (tools: Tools, result: Result) => Promise<AnswerOf<E>>
}

/** A handler that needs nothing but the transaction. */
export const route = <E extends Endpoint>(
  contract: E,
  handle: (context: Context<E>, input: InputOf<E>) => Promise<AnswerOf<E>>,
): Route => routeInSteps<E, undefined, AnswerOf<E>>(contract, { handle })

/** A handler with work before or after the transaction. */
export const routeInSteps = <E extends Endpoint, Prepared, Result>(
  contract: E,
  steps: Steps<E, Prepared, Result>,
): Route =>
  ({
    contract,
    prepare: steps.prepare ?? (async () => undefined),
    handle: steps.handle,
    present: steps.present ?? (async (_tools: Tools, result: Result) => result),
  }) as unknown as Route

/** 404, and not 403, for what the person may not even see. */
export const orNotFound = <T>(found: T | null, what: string, id: string | number): T => {
  if (found === null) throw new Problem('thing.not-found', { what, id })
  return found
}
