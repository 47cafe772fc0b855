/** Mounts the features behind the guards that every request passes. */
import { OpenAPIHono } from '@hono/zod-openapi'
import { Problem } from '@loa/contract/problem'
import { compress } from 'hono/compress'
import type { Logger } from 'pino'
import { mountGuestHub } from './exchanges/guest-hub.ts'
import { guard } from './http/guard.ts'
import type { Metrics } from './http/metrics.ts'
import { problemResponse } from './http/problem-answer.ts'
import { type Serving, serveRoute } from './http/serve-route.ts'
import { serveTiles } from './http/tiles.ts'
import { scriptsInside, serveWeb } from './http/web.ts'
import { routes } from './routes.ts'
import { mountUploads } from './uploads/tus.ts'

export interface AppOptions extends Serving {
  logger: Logger
  metrics: Metrics
  /** Ready: the database answers. */
  ready: () => Promise<boolean>
  /** Folder of the built front end; null in tests of the API. */
  webFolder: string | null
}

export const makeApp = (options: AppOptions): OpenAPIHono => {
  const app = new OpenAPIHono()
  guard(app, { ...options, scripts: options.webFolder ? scriptsInside(options.webFolder) : [] })
  // Pages are words about curves: a sixth of their length, at each stroke of a writer who may sit far from the server.
  app.use('/api/dispatches/:id/preview', compress({ encoding: 'gzip' }))
  for (const route of routes) serveRoute(app, route, options)
  mountUploads(app, options)
  mountGuestHub(app, options)
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Loa',
      version: '0.1.0',
      description: 'From a dispatch to a proved report',
      license: { name: 'Apache-2.0' },
    },
  })
  app.get('/healthz', (c) => c.text('ok'))
  app.get('/readyz', async (c) => ((await options.ready()) ? c.text('ok') : c.text('not ready', 503)))
  app.get('/metrics', async (c) =>
    c.text(await options.metrics.text(), 200, { 'content-type': options.metrics.type }),
  )
  app.all('/api/*', () => {
    throw new Problem('request.unknown-path')
  })
  if (options.tools.config.LOA_PMTILES) serveTiles(app, options.tools.config.LOA_PMTILES)
  if (options.webFolder) serveWeb(app, options.webFolder)
  app.onError((error, c) => problemResponse(error, c.get('requestId' as never) ?? '', options.logger))
  return app
}
