/** Debian's Chromium, driven by playwright-core, on a server process of its own. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { type App, cookieOf, type Worker, workerWith } from '../in-process.ts'
import { type ServerProcess, startServer, stopAll } from './server-process.ts'

/** The sizes that offices and phones have. */
export const sizes = { office: { width: 1366, height: 768 }, phone: { width: 390, height: 844 } } as const

export interface Site {
  url: string
  server: ServerProcess
  /** People who work over HTTP, to prepare what a page shows. */
  people: Record<'ha' | 'hung' | 'quan' | 'mai' | 'lan' | 'tho' | 'nam', Worker>
  /** A page in a profile of its own; signed in as an example person unless null. */
  open(personId: string | null, size?: keyof typeof sizes): Promise<OpenPage>
}

export interface OpenPage {
  page: Page
  /** Requests that left our own site: there must be none. */
  foreign: string[]
  /** What the page wrote to the console as errors, and uncaught errors. */
  errors: string[]
}

/** One server and one browser for a test file; both end with it. */
export const openSite = async (env: Record<string, string> = {}): Promise<Site> => {
  const folder = mkdtempSync(join(tmpdir(), 'loa-site-'))
  const server = await startServer(folder, env)
  const browser = await launch()
  after(async () => {
    await browser.close()
    server.child.kill('SIGTERM')
    await server.ended
    stopAll()
    rmSync(folder, { recursive: true, force: true })
  })
  const app: App = { request: (path, init) => fetch(server.url + path, init) }
  const person = (id: string) => {
    let cookie: Promise<string> | undefined
    return workerWith(app, () => {
      cookie ??= cookieOf(app, id)
      return cookie
    })
  }
  return {
    url: server.url,
    server,
    people: {
      ha: person('ha'),
      hung: person('hung'),
      quan: person('quan'),
      mai: person('mai'),
      lan: person('ttvh-291'),
      tho: person('ttvh-298'),
      nam: person('nam'),
    },
    open: (personId, size = 'office') => openPage(browser, server.url, app, personId, size),
  }
}

const program = {
  executablePath: process.env.LOA_CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
}
const launch = () => chromium.launch(program)

const locale = { locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' }
const phoneScreen = { hasTouch: true, isMobile: true, deviceScaleFactor: 2 }

/** A phone with a memory: opened again with the same folder it is the same phone, after a restart. */
export const openPhone = async (folder: string, url: string, cookie: string): Promise<BrowserContext> => {
  const context = await chromium.launchPersistentContext(folder, {
    ...program,
    // A camera that shows a drawn picture.
    args: [...program.args, '--use-fake-device-for-media-stream'],
    ...locale,
    ...phoneScreen,
    viewport: sizes.phone,
    baseURL: url,
    permissions: ['geolocation', 'camera'],
    geolocation: { latitude: 20.9407, longitude: 106.3329, accuracy: 12 },
  })
  context.setDefaultTimeout(15_000)
  await enterContext(context, url, cookie)
  return context
}

const enterContext = (context: BrowserContext, url: string, cookie: string) =>
  context.addCookies(
    cookie.split('; ').map((pair) => {
      const [name = '', value = ''] = pair.split('=')
      return { name, value, url }
    }),
  )

/** A person signs in once a file; signing in by the page itself is a test of its own. */
const cookies = new Map<string, Promise<string>>()

const openPage = async (
  browser: Browser,
  url: string,
  app: App,
  personId: string | null,
  size: keyof typeof sizes,
): Promise<OpenPage> => {
  const context = await browser.newContext({
    viewport: sizes[size],
    baseURL: url,
    ...locale,
    acceptDownloads: true,
    ...(size === 'phone' ? phoneScreen : {}),
  })
  context.setDefaultTimeout(15_000)
  if (personId) {
    const known = cookies.get(personId) ?? cookieOf(app, personId)
    cookies.set(personId, known)
    await enterContext(context, url, await known)
  }
  const page = await context.newPage()
  const foreign: string[] = []
  const errors: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !/^(blob|data):/.test(request.url())) foreign.push(request.url())
  })
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    // A refused request (401, 409, 422) is part of some paths; Chromium notes each as an error of its own.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      errors.push(message.text())
  })
  return { page, foreign, errors }
}
