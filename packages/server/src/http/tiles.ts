/**
 * The operator's own map tiles: one file of which browsers ask the pieces they need (HTTP ranges). It is drawn under every
 * map and shows nothing of Loa's, so it is served as the scripts are, without a session.
 */
import { serveStatic } from '@hono/node-server/serve-static'
import type { OpenAPIHono } from '@hono/zod-openapi'

export const serveTiles = (app: OpenAPIHono, file: string): void => {
  app.get(
    '/map/tiles.pmtiles',
    serveStatic({ path: file, onFound: (_path, c) => c.header('cache-control', 'private, max-age=300') }),
  )
  // The file was moved away: a map must hear that, not get the page under its name.
  app.get('/map/tiles.pmtiles', (c) => c.text('not found', 404))
}
