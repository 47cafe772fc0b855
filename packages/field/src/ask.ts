/** One request, and what its failure means for the queue. */
import type { Net } from './ports.ts'

export type Trouble = { code: string; values: Record<string, string | number | null> }

/**
 * network: no answer, try later; busy: the server asks for patience; person: nothing goes until somebody signs in;
 * refused: the item comes back to the person.
 */
export type Failure = 'network' | 'busy' | 'person' | 'refused'

export class SendTrouble extends Error {
  readonly failure: Failure
  readonly trouble: Trouble
  constructor(failure: Failure, trouble: Trouble) {
    super(trouble.code)
    this.name = 'SendTrouble'
    this.failure = failure
    this.trouble = trouble
  }
}

/** How long one request may take before its connection counts as dead. */
const patience = 60_000

export const ask = async (net: Net, path: string, init: RequestInit): Promise<Response> => {
  let response: Response
  try {
    response = await net.fetch(path, { signal: AbortSignal.timeout(patience), ...init })
  } catch {
    throw offline()
  }
  if (response.ok) return response
  throw await troubleOf(response)
}

export const askJson = async (
  net: Net,
  method: string,
  path: string,
  body: unknown,
): Promise<Record<string, unknown>> => {
  const response = await ask(net, path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  try {
    return (await response.json()) as Record<string, unknown>
  } catch {
    // The answer broke off: what was asked may be done. It is asked again under the same UUID.
    throw offline()
  }
}

const offline = () => new SendTrouble('network', { code: 'network.offline', values: {} })

const troubleOf = async (response: Response): Promise<SendTrouble> => {
  let problem: { code?: string; values?: Trouble['values'] } | null = null
  try {
    problem = (await response.json()) as { code?: string; values?: Trouble['values'] }
  } catch {
    // No words of Loa: something in between answered, a portal of the network or a proxy.
  }
  const code = problem?.code
  if (!code) return offline()
  return new SendTrouble(failureOf(response.status, code), { code, values: problem?.values ?? {} })
}

const failureOf = (status: number, code: string): Failure => {
  if (status === 401 || code === 'session.no-role' || code === 'field.other-person') return 'person'
  // Another phone with the same record sends the same photo just now.
  if (status === 429 || status >= 500 || code === 'upload.wrong-offset') return 'busy'
  return 'refused'
}
