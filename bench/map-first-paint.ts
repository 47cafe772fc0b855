/**
 * A hundred thousand places on the map: from the address typed to the first circles painted, of which 2 s are allowed, and to
 * those of the map itself, in Chromium at 1366 × 768 with nothing kept from before, against the real server; beside it a bare
 * page that only fetches and decodes the same points. Rounds take turns.
 */
import { randomUUID } from 'node:crypto'
import { AddEvidence } from '../packages/contract/src/activities.ts'
import { ListPoints } from '../packages/contract/src/map.ts'
import { sql } from '../packages/server/src/database/sql.ts'
import { acceptDuty, issuedCampaign, photo, recordActivity } from '../packages/server/src/testing/path.ts'
import { startBrowserServer } from './browser-server.ts'
import { median } from './interleaved.ts'

const many = 100_000
const rounds = 7
const limit = 2000

const { server, url, enter, office, cookie, open, close } = await startBrowserServer()
const [ha, lan] = [office.ha, await enter('ttvh-291')]
await issuedCampaign(office)

/** One real photo, and its row again and again in towns of different size, as one province has them. */
const fill = async (): Promise<void> => {
  const activity = await recordActivity(lan, await acceptDuty(lan))
  await lan.call(AddEvidence, {
    params: { id: activity.id, evidenceId: randomUUID() },
    query: { name: 'anh.jpg' },
    bytes: await photo(),
  })
  await server.settle()
  await server.pool.transaction('system', async (db) => {
    await db.run(sql`insert into evidence (id, activity_id, unit_id, owner_unit_id, sha256, mime, bytes, width, height, latitude,
        longitude, added_by)
      select gen_random_uuid(), e.activity_id, e.unit_id, e.owner_unit_id, 'x' || n, e.mime, 1, 1, 1,
        20.7 + town % 12 * 0.045 + sqrt(-2 * ln(random() + 1e-9)) * cos(6.283 * random()) * 0.012,
        106.1 + town / 12 * 0.045 + sqrt(-2 * ln(random() + 1e-9)) * cos(6.283 * random()) * 0.012, e.added_by
      from (select * from evidence limit 1) e
      cross join (select n, n * n % 144 as town from generate_series(2, ${many}::bigint) n) t`)
    await db.run(sql`analyze evidence`)
  })
}
await fill()

const withCookie = { headers: { cookie: `${cookie.name}=${cookie.value}` } }
const askOnce = async () => {
  const from = performance.now()
  const bytes = (await (await fetch(url + ListPoints.path, withCookie)).arrayBuffer()).byteLength
  return { ms: performance.now() - from, bytes }
}
const { states } = await ha.call(ListPoints)
if (states.length !== many) throw new Error(`${states.length} points instead of ${many}`)
const asked = [await askOnce(), await askOnce(), await askOnce(), await askOnce(), await askOnce()]
console.log(
  `  ${many.toLocaleString('en')} points: ${((asked[0]?.bytes ?? 0) / 1e6).toFixed(2)} MB, answered in ${median(asked.slice(1).map(({ ms }) => ms)).toFixed(0)} ms`,
)

/** Milliseconds from the start of the navigation to the frame that shows the first circles, and to the map with its own. */
const openMap = async (): Promise<{ circles: number; drawn: number }> => {
  const { context, page } = await open()
  await page.addInitScript(() => {
    const seen = window as unknown as Record<string, number>
    const note = (name: string, selector: string) =>
      new MutationObserver((_changes, observer) => {
        if (!document.querySelector(selector)) return
        observer.disconnect()
        // The second frame begins when the first one, with the circles, was handed to the screen.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            seen[name] = performance.now()
          }),
        )
      }).observe(document, { childList: true, subtree: true })
    note('circlesAt', '.point-map .circle')
    note('drawnAt', '.maplibregl-marker.circle')
  })
  await page.goto(`${url}/map`)
  const at = async (name: string) => {
    const found = await page.waitForFunction((of) => (window as unknown as Record<string, number>)[of], name)
    return Number(await found.jsonValue())
  }
  const times = { circles: await at('circlesAt'), drawn: await at('drawnAt') }
  await context.close()
  return times
}

/** A page with nothing in it that fetches the same points, decodes them and paints a number. */
const bare = async (): Promise<number> => {
  const { context, page } = await open()
  await page.goto(`${url}/healthz`)
  const ms = await page.evaluate(async (path) => {
    const from = performance.now()
    const points = (await (await fetch(path)).json()) as { states: number[] }
    document.body.textContent = String(points.states.length)
    await new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))
    return performance.now() - from
  }, ListPoints.path)
  await context.close()
  return ms
}

const times: Record<'circles' | 'drawn' | 'bare', number[]> = { circles: [], drawn: [], bare: [] }
for (let round = 0; round <= rounds; round++) {
  const [map, only] = [await openMap(), await bare()]
  // The first round warms the server and the browser's own files.
  if (round === 0) continue
  times.circles.push(map.circles)
  times.drawn.push(map.drawn)
  times.bare.push(only)
}
const [map, only] = [median(times.circles), median(times.bare)]
const range = (all: number[]) => `${Math.min(...all).toFixed(0)}–${Math.max(...all).toFixed(0)}`
console.log(
  `  first circles after ${map.toFixed(0)} ms (${range(times.circles)}), demanded ≤ ${limit}; the map with its own after ${median(times.drawn).toFixed(0)} ms (${range(times.drawn)})`,
)
console.log(
  `  a bare page that fetches and decodes the same: ${only.toFixed(0)} ms · Loa/bare ${(map / only).toFixed(1)}`,
)
await close()
if (map > limit) process.exitCode = 1
