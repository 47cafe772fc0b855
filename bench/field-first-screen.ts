/**
 * The first screen of the field on a poor phone: 390 × 844, processor six times slower, slow 3G as Chromium's own tools have it
 * (50 kB/s, an answer begins after 2,000 ms). Cold: nothing on the phone; cached: opened before; the limits are 5 s and 1.5 s.
 * Also the packed bytes of the first load, of which 200 kB are allowed.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { type App, cookieOf, workerWith } from '../packages/server/src/in-process.ts'
import { openPhone } from '../packages/server/src/testing/browser.ts'
import { acceptDuty, issuedCampaign } from '../packages/server/src/testing/path.ts'
import { startServer } from '../packages/server/src/testing/server-process.ts'
import { untilDelivered } from '../packages/server/src/testing/until.ts'
import { median } from './interleaved.ts'

const rounds = 5
const slow3g = { offline: false, downloadThroughput: 50_000, uploadThroughput: 50_000, latency: 2_000 }
if (!existsSync(join(import.meta.dirname, '../packages/web/dist/field/index.html')))
  throw new Error('no pages: npm run build')

const data = mkdtempSync(join(tmpdir(), 'loa-bench-'))
const server = await startServer(data)

/** Milliseconds from the tap until the screen that the script draws, and until the duties of the unit stand on it. */
const open = async (context: BrowserContext): Promise<{ screen: number; duties: number; bytes: number }> => {
  const page: Page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', slow3g)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 6 })
  let bytes = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await page.goto('/field/', { waitUntil: 'commit' })
  await page.locator('#duties').waitFor()
  const screen = await page.evaluate(
    () => performance.getEntriesByName('loa-first-screen')[0]?.startTime ?? 0,
  )
  await page.getByText('gia đình').first().waitFor()
  const duties = await page.evaluate(() => performance.now())
  const first = bytes
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await page.close()
  return { screen, duties, bytes: first }
}

try {
  const app: App = { request: (path, init) => fetch(server.url + path, init) }
  const enter = async (id: string) => {
    const cookie = await cookieOf(app, id)
    return workerWith(app, async () => cookie)
  }
  const [ha, hung, quan, mai, lan] = await Promise.all(['ha', 'hung', 'quan', 'mai', 'ttvh-291'].map(enter))
  if (!ha || !hung || !quan || !mai || !lan) throw new Error('nobody there')
  await issuedCampaign({ ha, hung, quan, mai, settle: () => untilDelivered(mai) })
  await acceptDuty(lan)
  const cookie = await cookieOf(app, 'ttvh-291')

  const seen = { cold: [], cached: [] } as Record<'cold' | 'cached', Awaited<ReturnType<typeof open>>[]>
  for (let round = 0; round < rounds; round++) {
    const profile = mkdtempSync(join(tmpdir(), 'loa-phone-'))
    let phone = await openPhone(profile, server.url, cookie)
    seen.cold.push(await open(phone))
    // Opened once more with a good network, so that the worker has everything; then the phone is started anew.
    const again = await phone.newPage()
    await again.goto('/field/')
    await again.waitForLoadState('networkidle')
    await phone.close()
    phone = await openPhone(profile, server.url, cookie)
    seen.cached.push(await open(phone))
    await phone.close()
    rmSync(profile, { recursive: true, force: true })
  }
  for (const [name, limit] of [
    ['cold', 5_000],
    ['cached', 1_500],
  ] as const) {
    const of = (what: 'screen' | 'duties' | 'bytes') => median(seen[name].map((each) => each[what]))
    console.log(
      `  ${name.padEnd(7)} first screen ${(of('screen') / 1000).toFixed(2)} s (limit ${limit / 1000} s) · with duties ${(of('duties') / 1000).toFixed(2)} s · ${(of('bytes') / 1000).toFixed(0)} kB over the network`,
    )
  }
} finally {
  server.child.kill('SIGTERM')
  await server.ended
  rmSync(data, { recursive: true, force: true })
}
