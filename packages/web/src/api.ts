/** Calls the server by its contracts: what is sent and what comes back is typed by the same object the server uses. */
import type { Endpoint } from '@loa/contract/endpoint'
import type { ProblemBody } from '@loa/contract/problem'
import { QueryClient } from '@tanstack/react-query'
import type { z } from 'zod'

/** A problem that the server named; the words for its code are in `words/problems.ts`. */
export class ApiProblem extends Error {
  readonly body: ProblemBody
  constructor(body: ProblemBody) {
    super(body.code)
    this.name = 'ApiProblem'
    this.body = body
  }
  get code() {
    return this.body.code
  }
}

interface Call<E extends Endpoint> {
  params?: z.input<E['params']>
  query?: z.input<E['query']>
  body?: z.input<E['body']>
  /** For contracts that send bytes. */
  file?: Blob
  /** 0 to 1, while a file is sent. */
  onProgress?: (share: number) => void
  /** One key for one intent: pressed twice, it is done once. A new one is made when none is given; '' for what only looks. */
  idempotencyKey?: string
  signal?: AbortSignal
}

export const urlOf = (path: string, params: object = {}, query: object = {}): string => {
  const values = new Map<string, unknown>(Object.entries(params))
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values.get(name))))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  return search.size > 0 ? `${filled}?${search}` : filled
}

export const call = async <E extends Endpoint>(
  contract: E,
  options: Call<E> = {},
): Promise<z.output<E['answer']>> => {
  const url = urlOf(contract.path, options.params as object, options.query as object)
  const headers: Record<string, string> = {}
  const key = options.idempotencyKey ?? crypto.randomUUID()
  if (contract.method !== 'get' && key !== '') headers['idempotency-key'] = key
  if (options.file) return send(contract.method, url, headers, options.file, options.onProgress)
  if (contract.sends === 'json') headers['content-type'] = 'application/json'
  let response: Response
  try {
    response = await fetch(url, {
      method: contract.method.toUpperCase(),
      headers,
      credentials: 'same-origin',
      ...(contract.sends === 'json' ? { body: JSON.stringify(options.body ?? {}) } : {}),
      ...(options.signal ? { signal: options.signal } : {}),
    })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw offline()
  }
  return answerOf(response.status, await response.text())
}

/** `fetch` does not tell how much of a file is sent; XMLHttpRequest does. */
const send = <T>(
  method: string,
  url: string,
  headers: Record<string, string>,
  file: Blob,
  onProgress: ((share: number) => void) | undefined,
): Promise<T> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(method.toUpperCase(), url)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.onprogress = (event) => onProgress?.(event.total > 0 ? event.loaded / event.total : 0)
    request.onload = () => {
      try {
        resolve(answerOf(request.status, request.responseText))
      } catch (error) {
        reject(error)
      }
    }
    request.onerror = () => reject(offline())
    request.send(file)
  })

const answerOf = <T>(status: number, text: string): T => {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    throw problemWith('server.failed', status)
  }
  if (status >= 400) throw new ApiProblem(body as ProblemBody)
  return body as T
}

const problemWith = (code: string, status: number) => new ApiProblem({ type: '', title: code, status, code })
/** No answer at all: the server is not running, or the network is gone. */
const offline = () => problemWith('network.offline', 0)

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // What the server refused stays refused; only a missing network is worth another try.
      retry: (count, error) => count < 2 && error instanceof ApiProblem && error.body.status === 0,
    },
  },
})

/** The key of a contract's answer: `queryKey: keyOf(GetDispatch, { id })`. */
export const keyOf = (contract: Endpoint, ...rest: unknown[]): unknown[] => [
  contract.path.split('/')[2],
  contract.path,
  ...rest,
]
