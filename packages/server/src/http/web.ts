/** The built front end: files with a hash in the name are kept for good, the page itself is asked for each time. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { OpenAPIHono } from '@hono/zod-openapi'

export const serveWeb = (app: OpenAPIHono, folder: string): void => {
  app.use(
    '/assets/*',
    serveStatic({
      root: folder,
      precompressed: true,
      onFound: (_path, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
    }),
  )
  // A script of an older build: the page must hear that it is gone, not get the page itself under its name.
  app.get('/assets/*', (c) => c.text('not found', 404))
  // The installable part: asked for each time it starts with a network, kept by its own worker without one.
  app.get('/field', (c) => c.redirect('/field/'))
  app.use(
    '/field/*',
    serveStatic({
      root: folder,
      precompressed: true,
      onFound: (_path, c) => c.header('cache-control', 'no-cache'),
    }),
  )
  app.get('/field/*', (c) => c.text('not found', 404))
  app.get('/favicon.svg', serveStatic({ path: join(folder, 'favicon.svg') }))
  app.get('*', async (c) =>
    c.html(await readFile(join(folder, 'index.html'), 'utf8'), 200, { 'cache-control': 'no-cache' }),
  )
}

/** The scripts inside the built pages, as a content security policy names them. */
export const scriptsInside = (folder: string): string[] => {
  const page = join(folder, 'field/index.html')
  if (!existsSync(page)) return []
  const found = readFileSync(page, 'utf8').matchAll(/<script type="module">([\s\S]*?)<\/script>/g)
  return [...found].map(([, text = '']) => `sha256-${createHash('sha256').update(text).digest('base64')}`)
}
