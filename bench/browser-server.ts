/** The real server with the example of one province, on a database of its own, and a Chromium that visits it. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import pino from 'pino'
import { chromium } from 'playwright-core'
import { readConfig } from '../packages/server/src/config.ts'
import { startEmbedded } from '../packages/server/src/database/embedded.ts'
import { cookieOf, enterAs } from '../packages/server/src/in-process.ts'
import { openServer } from '../packages/server/src/server.ts'

export const startBrowserServer = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'loa-bench-'))
  const database = await startEmbedded({ dataDir: folder })
  const server = await openServer({
    config: readConfig({ LOA_DATA: folder, LOA_EXAMPLE: 'hai-duong' }),
    databaseUrl: database.url,
    logger: pino({ level: 'silent' }),
    webFolder: join(import.meta.dirname, '../packages/web/dist'),
    jobs: 'inline',
  })
  const listening = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const made = serve({ fetch: server.app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(made))
  })
  const url = `http://127.0.0.1:${(listening.address() as { port: number }).port}`
  const browser = await chromium.launch({
    executablePath: process.env.LOA_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--no-first-run', '--disable-background-networking'],
  })
  const enter = (id: string) => enterAs(server.app, id)
  /** Who takes a dispatch from the draft to its issue. */
  const office = {
    ha: await enter('ha'),
    hung: await enter('hung'),
    quan: await enter('quan'),
    mai: await enter('mai'),
    settle: server.settle,
  }
  const [name = '', value = ''] = (await cookieOf(server.app, 'ha')).split('; ')[0]?.split('=') ?? []
  return {
    server,
    url,
    enter,
    office,
    cookie: { name, value, url },
    /** As Hà, in a context of its own: nothing is kept from before. */
    async open() {
      const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' })
      await context.addCookies([{ name, value, url }])
      return { context, page: await context.newPage() }
    },
    async close() {
      await browser.close()
      listening.close()
      await server.close()
      await database.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
