/** The built front end: files with a hash in the name are kept for good, the page itself is asked for each time. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { OpenAPIHono } from '@hono/zod-openapi'

export const serveWeb = (app: OpenAPIHono, folder: string): void => {
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  app.use(
    '/assets/*',
    serveStatic({
      root: folder,
      precompressed: true,
      onFound: (_path, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
    }),
  )
  app.get('/favicon.svg', serveStatic({ path: join(folder, 'favicon.svg') }))
  app.get('*', (c) => c.html(page, 200, { 'cache-control': 'no-cache' }))
}
