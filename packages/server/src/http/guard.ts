/** What every request passes first: an id, a log line, a limit, security headers, and where a write comes from. */
import { randomUUID } from 'node:crypto'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { Problem } from '@loa/contract/problem'
import type { Context } from 'hono'
import { matchedRoutes } from 'hono/route'
import { secureHeaders } from 'hono/secure-headers'
import type { Logger } from 'pino'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Tools } from './endpoint.ts'
import type { Metrics } from './metrics.ts'
import { problemResponse } from './problem-answer.ts'

export interface GuardParts {
  logger: Logger
  metrics: Metrics
  tools: Tools
  /** Hashes of scripts that stand inside our own pages. */
  scripts: readonly string[]
}

export const guard = (app: OpenAPIHono, { logger, metrics, tools, scripts }: GuardParts): void => {
  const all = new RateLimiterMemory({ points: 1200, duration: 60 })
  // An office signs in from one address at eight in the morning; guessing at one account is limited in people/auth.ts.
  const signIns = new RateLimiterMemory({ points: 240, duration: 60 })

  app.use(async (c, next) => {
    const requestId = c.req.header('x-request-id')?.match(/^[\w-]{8,64}$/)?.[0] ?? randomUUID()
    c.set('requestId' as never, requestId as never)
    c.set('address' as never, addressOf(c) as never)
    const from = performance.now()
    await next()
    const seconds = (performance.now() - from) / 1000
    c.header('x-request-id', requestId)
    // The route that answered, not the guards and the catch-all around it.
    const pattern = matchedRoutes(c).find(({ path }) => !path.includes('*'))?.path ?? 'other'
    metrics.requests.observe({ method: c.req.method, route: pattern, status: c.res.status }, seconds)
    logger.info({
      requestId,
      method: c.req.method,
      path: c.req.path,
      status: c.res.status,
      ms: Math.round(seconds * 1000),
    })
  })
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        // Mantine writes element styles; scripts come from files, and from the one page that carries its own.
        scriptSrc: ["'self'", ...scripts.map((hash) => `'${hash}'`)],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'blob:', 'data:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: 'same-origin',
      permissionsPolicy: { camera: ['self'], geolocation: ['self'], microphone: [] },
      // Told to browsers only where the address is https; over plain loopback it would lock people out.
      strictTransportSecurity: tools.config.LOA_URL?.startsWith('https:') ? 'max-age=31536000' : false,
    }),
  )
  app.use('/api/*', async (c, next) => {
    const address: string = c.get('address' as never) || 'unknown'
    const isSignIn = c.req.method === 'POST' && c.req.path.startsWith('/api/session')
    try {
      if (address !== inProcess) await all.consume(address)
      if (isSignIn && address !== inProcess) await signIns.consume(address)
    } catch {
      return problemResponse(new Problem('request.too-many'), c.get('requestId' as never), logger)
    }
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && isForeign(c))
      return problemResponse(new Problem('request.foreign-origin'), c.get('requestId' as never), logger)
    await next()
  })
}

/**
 * A write must come from our own pages. Browsers say so themselves (`Sec-Fetch-Site`, `Origin`) and cannot be made to
 * lie by another site; a program without either sends no cookies of a person by itself.
 */
const isForeign = (c: Context): boolean => {
  const site = c.req.header('sec-fetch-site')
  if (site && site !== 'same-origin' && site !== 'none') return true
  const origin = c.req.header('origin')
  if (!origin) return false
  try {
    return new URL(origin).host !== c.req.header('host')
  } catch {
    return true
  }
}

/** The address of a caller in this very process. */
export const inProcess = 'in-process'

const addressOf = (c: Context): string => {
  try {
    return getConnInfo(c).remote.address ?? ''
  } catch {
    // Called in the process itself (tests, command line): there is no connection.
    return inProcess
  }
}
