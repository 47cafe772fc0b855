/** Answers every trouble as application/problem+json (RFC 9457); what is no Problem is a bug and shows no details. */
import { Problem, ProblemBody } from '@loa/contract/problem'
import type { Logger } from 'pino'

export const ProblemAnswer = ProblemBody

export const problemResponse = (error: unknown, requestId: string, logger: Logger): Response => {
  const problem = toProblem(error)
  if (problem.code === 'server.failed') logger.error({ err: error, requestId }, 'a request failed')
  const body: ProblemBody = {
    type: `urn:loa:problem:${problem.code}`,
    title: problem.code,
    status: problem.status,
    code: problem.code,
    values: problem.values,
    places: problem.places,
    requestId,
  }
  return new Response(JSON.stringify(body), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json' },
  })
}

const toProblem = (error: unknown): Problem => {
  if (error instanceof Problem) return error
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  // Serialization failures and deadlocks: nothing was written, the same request may be sent again.
  if (
    code === '40001' ||
    code === '40P01' ||
    code === '57P01' ||
    code === 'ECONNREFUSED' ||
    code === 'ENOENT'
  )
    return new Problem('server.busy')
  // ENOSPC and EDQUOT from the files, 53100 from PostgreSQL.
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === '53100') return new Problem('server.disk-full')
  return new Problem('server.failed')
}
