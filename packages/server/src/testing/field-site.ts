/** A server and a phone with a memory, for tests of the field in a real browser. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach } from 'node:test'
import { ListActivities } from '@loa/contract/activities'
import type { BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { type App, cookieOf, workerWith } from '../in-process.ts'
import { axeClean } from './axe.ts'
import { openPhone, sizes } from './browser.ts'
import { freePort } from './office-server.ts'
import { acceptDuty, issuedCampaign } from './path.ts'
import { startServer, stopAll } from './server-process.ts'
import { until, untilDelivered } from './until.ts'

/** One server and one phone for a test file, in Lan's hand; the phone is closed after each test and keeps what it had. */
export const openFieldSite = async () => {
  const data = mkdtempSync(join(tmpdir(), 'loa-field-'))
  const profile = mkdtempSync(join(tmpdir(), 'loa-phone-'))
  const port = String(await freePort())
  let server = await startServer(data, { PORT: port })
  const { url } = server
  const app: App = { request: (path, init) => fetch(url + path, init) }
  const enter = async (id: string) => {
    const cookie = await cookieOf(app, id)
    return { cookie, ...workerWith(app, async () => cookie) }
  }
  const [ha, hung, quan, mai] = [
    await enter('ha'),
    await enter('hung'),
    await enter('quan'),
    await enter('mai'),
  ]
  const [lan, tho] = [await enter('ttvh-291'), await enter('ttvh-298')]
  await issuedCampaign({ ha, hung, quan, mai, settle: () => untilDelivered(mai) })
  await acceptDuty(lan)
  let phone: BrowserContext | null = null

  const closePhone = async () => {
    await phone?.close()
    phone = null
  }
  /** As she leaves it in her pocket and takes it out again, with whom it is signed in and where. */
  const takePhone = async (given: { cookie?: string; folder?: string; at?: string } = {}) => {
    await closePhone()
    phone = await openPhone(given.folder ?? profile, given.at ?? url, given.cookie ?? lan.cookie)
    return phone
  }
  const openField = async (given: Parameters<typeof takePhone>[0] = {}): Promise<Page> => {
    const page = await pageOf(await takePhone(given))
    await page.goto('/field/')
    return page
  }
  afterEach(async () => {
    const page = phone?.pages()[0]
    if (page) await picture(page, 'last')
    await closePhone()
  })
  after(async () => {
    server.child.kill('SIGTERM')
    await server.ended
    stopAll()
    rmSync(data, { recursive: true, force: true })
    rmSync(profile, { recursive: true, force: true })
  })

  const activities = async () => (await lan.call(ListActivities)).rows
  return {
    url,
    port,
    ha,
    lan,
    tho,
    takePhone,
    openField,
    closePhone,
    activities,
    /** How many of Lan's activities came in whole. */
    handedIn: async () => (await activities()).filter(({ state }) => state === 'submitted').length,
    untilHandedIn: (count: number) =>
      until(async () => (await activities()).filter(({ state }) => state === 'submitted').length === count),
    async stopServer() {
      server.child.kill('SIGKILL')
      await server.ended
    },
    async startAgain() {
      server = await startServer(data, { PORT: port })
    },
  }
}

export const pageOf = async (phone: BrowserContext): Promise<Page> => phone.pages()[0] ?? phone.newPage()

/** The duties are there. */
export const dutiesSeen = (page: Page) => page.getByText('gia đình').first().waitFor()

export const workerReady = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })

export const cutNetwork = (page: Page) => page.context().setOffline(true)
export const giveNetwork = async (page: Page) => {
  await page.context().setOffline(false)
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
}

/** A panel by a road, drawn; each `hue` is another photo. As large as a phone takes it, with what a camera writes. */
export const camera = (width = 3000, hue = 210) =>
  sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200" width="${width}">
      <rect width="300" height="200" fill="#b9d3e6"/><path d="M0 140h300v60H0z" fill="#8f8878"/>
      <path d="M0 132h300v12H0z" fill="#75905a"/><circle cx="42" cy="104" r="30" fill="#52764a"/>
      <path d="M120 126v40M196 126v40" stroke="#555" stroke-width="6"/>
      <rect x="92" y="60" width="132" height="70" fill="hsl(${hue} 60% 36%)" stroke="#fff" stroke-width="2"/>
      <text x="158" y="94" font-size="17" font-weight="700" fill="#fff" text-anchor="middle">GIA ĐÌNH</text>
      <text x="158" y="114" font-size="12" fill="#fff" text-anchor="middle">yêu thương, chia sẻ</text></svg>`),
  )
    .withExif({
      IFD0: { Make: 'Loa', Model: 'Test' },
      IFD2: { DateTimeOriginal: '2026:11:25 08:31:00' },
    })
    .jpeg()
    .toBuffer()

/** Takes a photo for the first duty and fills in what is needed; the item waits in the queue afterwards. */
export const record = async (page: Page, place: string, photo: Buffer) => {
  await page
    .locator('footer input[type=file]')
    .setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: photo })
  await page.getByLabel('Làm gì').selectOption('visual.banner')
  await page.getByLabel('Nơi làm').fill(place)
  await page.getByRole('button', { name: 'Thêm một' }).click()
  await page.getByText('Chọn tất cả').click()
  await page.getByRole('button', { name: 'Xong, đưa vào Chờ gửi' }).click()
  await page.getByRole('heading', { name: 'Chờ gửi' }).waitFor()
}

/** `LOA_PICTURES=folder` keeps a picture for eyes; `LOA_WRITE_GUIDE=1` those of the reporter's guide, small. */
export const picture = async (page: Page, name: string) => {
  const folder = process.env.LOA_PICTURES
  if (folder) await page.screenshot({ path: join(folder, `field-${name}.png`) })
  if (process.env.LOA_WRITE_GUIDE && guided.has(name))
    await sharp(await page.screenshot())
      .resize(390)
      .png({ palette: true, colours: 64, compressionLevel: 9 })
      .toFile(join(guide, `${name}.png`))
}
const guide = join(import.meta.dirname, '../../../../docs/reporter-guide')
const guided = new Set(['home-offline', 'draft', 'queue-offline', 'queue-sent', 'returned'])

/** axe clean at both sizes, and nothing wider than the screen. */
export const clean = async (page: Page) => {
  for (const size of [sizes.phone, sizes.office]) {
    await page.setViewportSize(size)
    await axeClean(page)
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    assert.ok(wide <= 0, `${wide} px wider than the screen`)
  }
  await page.setViewportSize(sizes.phone)
}
