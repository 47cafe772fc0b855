/** A phone in the field: the server is gone, the browser is closed and opened again, and everything arrives once. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, test } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import { ListActivities, ReviewActivity } from '@loa/contract/activities'
import { GetFieldSnapshot, PutFieldRecord } from '@loa/contract/field'
import type { BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { type App, cookieOf, workerWith } from '../in-process.ts'
import { openPhone, sizes } from '../testing/browser.ts'
import { freePort } from '../testing/office-server.ts'
import { acceptDuty, issuedCampaign } from '../testing/path.ts'
import { type ServerProcess, startServer, stopAll } from '../testing/server-process.ts'
import { until, untilDelivered } from '../testing/until.ts'

const data = mkdtempSync(join(tmpdir(), 'loa-field-'))
const profile = mkdtempSync(join(tmpdir(), 'loa-phone-'))
const port = String(await freePort())
let server: ServerProcess = await startServer(data, { PORT: port })
const { url } = server
const app: App = { request: (path, init) => fetch(url + path, init) }
const enter = async (id: string) => {
  const cookie = await cookieOf(app, id)
  return { cookie, worker: workerWith(app, async () => cookie) }
}
const [ha, hung, quan, mai, lan, tho] = await Promise.all(
  ['ha', 'hung', 'quan', 'mai', 'ttvh-291', 'ttvh-298'].map(enter),
)
assert.ok(ha && hung && quan && mai && lan && tho)
await issuedCampaign({
  ha: ha.worker,
  hung: hung.worker,
  quan: quan.worker,
  mai: mai.worker,
  settle: () => untilDelivered(mai.worker),
})
await acceptDuty(lan.worker)
let phone: BrowserContext | null = null

after(async () => {
  await phone?.close()
  server.child.kill('SIGTERM')
  await server.ended
  stopAll()
  rmSync(data, { recursive: true, force: true })
  rmSync(profile, { recursive: true, force: true })
})

const stopServer = async () => {
  server.child.kill('SIGKILL')
  await server.ended
}
const startAgain = async () => {
  server = await startServer(data, { PORT: port })
}
const openField = async (): Promise<Page> => {
  phone = await openPhone(profile, url, lan.cookie)
  const page = phone.pages()[0] ?? (await phone.newPage())
  await page.goto('/field/')
  return page
}
const closePhone = async () => {
  await phone?.close()
  phone = null
}

/** A panel by a road, drawn; each `hue` is another photo. As large as a phone takes it, with what a camera writes. */
const camera = (width = 3000, hue = 210) =>
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
const record = async (page: Page, place: string, photo: Buffer) => {
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

afterEach(async () => {
  const page = phone?.pages()[0]
  if (page) await picture(page, 'last')
  await closePhone()
})

/** `LOA_PICTURES=folder` keeps a picture for eyes; `LOA_WRITE_GUIDE=1` those of the reporter's guide, small. */
const picture = async (page: Page, name: string) => {
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

const clean = async (page: Page) => {
  for (const size of [sizes.phone, sizes.office]) {
    await page.setViewportSize(size)
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze()
    assert.deepEqual(
      violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html.slice(0, 160))]),
      [],
    )
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    assert.ok(wide <= 0, `${wide} px wider than the screen`)
  }
  await page.setViewportSize(sizes.phone)
}

/** How many of Lan's activities came in whole. */
const handedIn = async () => (await activities()).filter(({ state }) => state === 'submitted').length

const activities = async () => (await lan.worker.call(ListActivities)).rows

test('the server is gone, the phone is started anew: duties are there, a record with photo is kept, and arrives once', async () => {
  let page = await openField()
  await page.getByText('gia đình').first().waitFor()
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  // Asked for by the page itself, before its script runs, and not a second time.
  const asked = await page.evaluate(
    () => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/snapshot')).length,
  )
  assert.equal(asked, 1)
  const session = await phone?.newCDPSession(page)
  assert.deepEqual((await session?.send('Page.getInstallabilityErrors'))?.installabilityErrors, [])
  await clean(page)
  await picture(page, 'home')
  await stopServer()
  await closePhone()

  page = await openField()
  await page.getByText('gia đình').first().waitFor()
  await page.getByText('Không có mạng.').waitFor()
  await picture(page, 'home-offline')
  await record(page, 'Ngã ba Kim Đôi', await camera())
  await page.getByText('Chờ mạng').or(page.getByText('Đứt giữa chừng')).waitFor()
  await picture(page, 'queue-offline')
  await clean(page)
  await closePhone()

  page = await openField()
  await page.getByRole('link', { name: /Chờ gửi/ }).click()
  await page.getByText('Ngã ba Kim Đôi').waitFor()
  await startAgain()
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await page.getByText(/Sở đã nhận \d\d:\d\d · biên nhận \d{4}/).waitFor()
  await picture(page, 'queue-sent')
  const rows = await activities()
  assert.equal(rows.length, 1)
  const [row] = rows
  assert.equal(row?.place, 'Ngã ba Kim Đôi')
  assert.equal(row?.state, 'submitted')
  assert.equal(row?.quantity, 2)
  assert.equal(row?.evidence.length, 1)
  // Made smaller on the phone; what the camera wrote went along.
  assert.equal(row?.evidence[0]?.width, 2048)
  assert.equal(row?.evidence[0]?.takenAt, '2026-11-25T01:31:00.000Z')
})

test('a photo is given back: the sentence comes to the phone, and what is put right is handed in again', async () => {
  const [row] = await activities()
  assert.ok(row)
  await ha.worker.call(ReviewActivity, {
    params: { id: row.id },
    body: { version: row.version, verdict: 'return', reason: 'Ảnh tối, không đọc được chữ.' },
  })
  const page = await openField()
  await page.getByText('Ảnh tối, không đọc được chữ.').waitFor()
  await picture(page, 'returned')
  await page.getByRole('link', { name: /Bị trả lại/ }).click()
  await clean(page)
  await page.getByRole('button', { name: 'Sửa rồi gửi lại' }).click()
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'IMG_2.jpg',
      mimeType: 'image/jpeg',
      buffer: await camera(1200, 90),
    })
  await page.getByAltText('Ảnh 2, Ngã ba Kim Đôi').waitFor()
  await picture(page, 'draft')
  await clean(page)
  await page.getByRole('button', { name: 'Xong, đưa vào Chờ gửi' }).click()
  await page.getByText(/Sở đã nhận/).waitFor()
  const [again] = await activities()
  assert.equal(again?.state, 'submitted')
  assert.equal(again?.evidence.length, 2)
  assert.equal((await activities()).length, 1)
})

test('the session ends with drafts on the phone: a sentence, nothing lost, and they go on after signing in', async () => {
  const before = await handedIn()
  const page = await openField()
  await page.getByText('gia đình').first().waitFor()
  await phone?.setOffline(true)
  for (const name of ['Chợ Huyện', 'Cổng trường', 'Nhà văn hóa']) {
    await page.goto('/field/#/')
    await record(page, name, await camera(400, name.length * 10))
  }
  await phone?.clearCookies()
  await phone?.setOffline(false)
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await page.getByText('3 mục vẫn nằm trên máy này').waitFor()
  await picture(page, 'signed-out')
  await clean(page)
  await page.getByRole('link', { name: 'Đăng nhập' }).click()
  await page
    .getByRole('button', { name: /Hoàng Thị Lan Anh/ })
    .first()
    .click()
  await page.waitForURL(/\/field\//)
  await until(async () => (await handedIn()) === before + 3)
})

test('somebody else signs in on the same phone: what is not theirs waits, and is not sent under their name', async () => {
  const before = await handedIn()
  let page = await openField()
  await page.getByText('gia đình').first().waitFor()
  await phone?.setOffline(true)
  await record(page, 'Của Lan', await camera(400, 33))
  await closePhone()
  phone = await openPhone(profile, url, tho.cookie)
  page = phone.pages()[0] ?? (await phone.newPage())
  await page.goto('/field/')
  await page.getByText('Trên máy còn 1 mục của người khác').waitFor()
  assert.equal(await page.getByText('Của Lan').count(), 0)
  assert.equal((await activities()).length, before)
  await closePhone()
  page = await openField()
  await until(async () => (await handedIn()) === before + 1)
})

test('the phone is full: it is said, and what was kept before is still there', async () => {
  const before = await handedIn()
  phone = await openPhone(profile, url, lan.cookie)
  const page = phone.pages()[0] ?? (await phone.newPage())
  const session = await phone.newCDPSession(page)
  // Room for one small photo, not for a large one.
  await session.send('Storage.overrideQuotaForOrigin', { origin: url, quotaSize: 1_500_000 })
  await page.goto('/field/')
  await page.getByText('gia đình').first().waitFor()
  await phone.setOffline(true)
  await record(page, 'Trước khi đầy', await camera(400, 44))
  await page.goto('/field/#/')
  await page.locator('footer input[type=file]').setInputFiles({
    name: 'IMG_9.jpg',
    mimeType: 'image/jpeg',
    buffer: await sharp(randomBytes(2000 * 1400 * 3), { raw: { width: 2000, height: 1400, channels: 3 } })
      .jpeg({ quality: 90 })
      .toBuffer(),
  })
  await page.getByText('Máy hết chỗ').waitFor()
  await page.reload()
  await page.getByRole('link', { name: /Chờ gửi/ }).click()
  await page.getByText('Trước khi đầy').waitFor()
  await phone.setOffline(false)
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await until(async () => (await handedIn()) === before + 1)
})

test('Lan wrote 12 and a colleague 15, both without network: the page says so in words, and one is chosen', async () => {
  const page = await openField()
  await page.getByText('gia đình').first().waitFor()
  await phone?.setOffline(true)
  await record(page, 'Sân vận động', await camera(400, 66))
  await phone?.setOffline(false)
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await until(async () =>
    (await activities()).some(({ place, state }) => place === 'Sân vận động' && state === 'submitted'),
  )
  const [there] = (await activities()).filter(({ place }) => place === 'Sân vận động')
  assert.ok(there)
  // Both change it, each without knowing of the other; the colleague's phone is the first to reach the server.
  const { activities: seen } = await lan.worker.call(GetFieldSnapshot)
  const words = seen.find(({ id }) => id === there.id)?.words
  assert.ok(words)
  await lan.worker.call(PutFieldRecord, {
    params: { id: there.id },
    body: {
      edit: crypto.randomUUID(),
      person: 'ttvh-291',
      sentAt: new Date().toISOString(),
      deviceAt: new Date().toISOString(),
      words: { ...words, quantity: 15 },
      before: words,
    },
  })
  await page.goto('/field/#/sent')
  await phone?.setOffline(true)
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Sân vận động' })
    .getByRole('button', { name: 'Sửa' })
    .click()
  await page.getByLabel('Số lượng').fill('12')
  await page.getByRole('button', { name: 'Xong, đưa vào Chờ gửi' }).click()
  await phone?.setOffline(false)
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await page.getByText(/chờ chọn/).waitFor()
  await page.goto('/field/#/')
  await page.getByRole('link', { name: /Hai người ghi khác nhau/ }).click()
  await page.getByText(/ghi 15 chiếc; .* ghi 12 chiếc/).waitFor()
  await picture(page, 'conflict')
  await clean(page)
  await page.getByRole('button', { name: /12 chiếc/ }).click()
  await page.getByText('Không có mục nào.').waitFor()
  assert.equal((await activities()).find(({ id }) => id === there.id)?.quantity, 12)
})

test('what is no photo is not kept: no bytes, words, half a file; the record that has photos stays as it is', async () => {
  const page = await openField()
  await page.getByText('gia đình').first().waitFor()
  const whole = await camera(400, 77)
  const odd = [
    { name: 'trong.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(0) },
    { name: 'chu.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('đây không phải ảnh') },
    { name: 'nua.heic', mimeType: 'image/heic', buffer: whole.subarray(0, 100) },
  ]
  for (const file of odd) {
    await page.locator('footer input[type=file]').setInputFiles(file)
    await page.getByText(`Không mở được ${file.name}`).waitFor()
  }
  await page
    .locator('footer input[type=file]')
    .setInputFiles([{ name: 'that.jpg', mimeType: 'image/jpeg', buffer: whole }, ...odd.slice(0, 1)])
  await page.getByAltText('Ảnh 1').waitFor()
  await page.getByText('Không mở được trong.jpg').waitFor()
  assert.equal(await page.locator('.photos li').count(), 1)
  await page.getByRole('button', { name: 'Bỏ mục này' }).click()
  await page.getByRole('button', { name: 'Bỏ hẳn, cả ảnh' }).click()
})

test('by keyboard alone: from the duty to the queue', async () => {
  const page = await openField()
  await page.getByText('gia đình').first().waitFor()
  const [chosen] = await Promise.all([
    page.waitForEvent('filechooser'),
    (async () => {
      for (let presses = 0; presses < 30; presses++) {
        await page.keyboard.press('Tab')
        if (await page.evaluate(() => document.activeElement?.textContent === 'Chụp ảnh')) break
      }
      await page.keyboard.press('Enter')
    })(),
  ])
  await chosen.setFiles({ name: 'IMG_3.jpg', mimeType: 'image/jpeg', buffer: await camera(400, 12) })
  await page.getByRole('heading', { name: 'Chưa ghi nơi làm' }).waitFor()
  const reach = async (holds: string) => {
    for (let presses = 0; presses < 40; presses++) {
      await page.keyboard.press('Tab')
      if (await page.evaluate((test) => document.activeElement?.matches(test), holds)) return
    }
    assert.fail(`Tab does not reach ${holds}`)
  }
  await reach('select')
  await page.keyboard.type('Băng rôn')
  await reach('#quantity')
  await reach('input[autocomplete=off]')
  await page.keyboard.type('Bằng bàn phím')
  await reach('input[type=checkbox]')
  await page.keyboard.press('Space')
  await reach('.main-button')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Chờ gửi' }).waitFor()
  await until(async () => (await activities()).some(({ place }) => place === 'Bằng bàn phím'))
})

test('a newer version of the app waits until the person takes it, and drafts stay', async () => {
  const place = await updatingOrigin()
  const own = mkdtempSync(join(tmpdir(), 'loa-phone-'))
  phone = await openPhone(own, place.url, lan.cookie)
  const page = phone.pages()[0] ?? (await phone.newPage())
  await page.goto('/field/')
  await page.getByText('gia đình').first().waitFor()
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await page
    .locator('footer input[type=file]')
    .setInputFiles({ name: 'IMG_4.jpg', mimeType: 'image/jpeg', buffer: await camera(400, 21) })
  await page.getByLabel('Nơi làm').fill('Đang ghi dở')
  place.update()
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration('/field/'))?.update()
  })
  await page.getByText('Có bản mới của Loa.').waitFor()
  assert.equal(await page.getByLabel('Nơi làm').inputValue(), 'Đang ghi dở')
  await page.getByRole('button', { name: 'Dùng bản mới' }).click()
  await until(async () =>
    (await page.evaluate(() => caches.keys()).catch(() => [])).join().includes('loa-field-2-'),
  )
  await page.goto('/field/#/doing')
  await page.getByText('Đang ghi dở').waitFor()
  place.close()
  await closePhone()
  rmSync(own, { recursive: true, force: true })
})

/** The server under another address, where the worker of the field changes when the test says so. */
const updatingOrigin = async () => {
  let isNew = false
  const front = createServer((asked, answer) => {
    const passed = request(
      {
        host: '127.0.0.1',
        port,
        path: asked.url,
        method: asked.method,
        headers: { ...asked.headers, 'accept-encoding': '' },
      },
      (given) => {
        const { 'content-length': _, ...headers } = given.headers
        answer.writeHead(given.statusCode ?? 502, headers)
        if (!isNew || !asked.url?.endsWith('/worker.js')) return void given.pipe(answer)
        let text = ''
        given.setEncoding('utf8').on('data', (part: string) => {
          text += part
        })
        given.on('end', () => answer.end(text.replace('loa-field-', 'loa-field-2-')))
      },
    )
    asked.pipe(passed)
  })
  await new Promise<void>((done) => front.listen(0, '127.0.0.1', done))
  const { port: own } = front.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${own}`,
    update: () => {
      isNew = true
    },
    close: () => {
      front.closeAllConnections()
      front.close()
    },
  }
}
