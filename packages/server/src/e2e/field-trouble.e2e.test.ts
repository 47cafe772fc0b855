/** Trouble in the field: a full phone, no photo, two people with two values, a newer version; and all of it by keyboard. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { GetFieldSnapshot, PutFieldRecord } from '@loa/contract/field'
import sharp from 'sharp'
import {
  camera,
  clean,
  cutNetwork,
  dutiesSeen,
  giveNetwork,
  openFieldSite,
  pageOf,
  picture,
  record,
  workerReady,
} from '../testing/field-site.ts'
import { until } from '../testing/until.ts'

const { url, port, lan, takePhone, openField, closePhone, activities, handedIn, untilHandedIn } =
  await openFieldSite()

test('the phone is full: it is said, and what was kept before is still there', async () => {
  const before = await handedIn()
  const first = await openField()
  await dutiesSeen(first)
  await workerReady(first)
  const used = await first.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0)
  // Started anew: a browser remembers for a while how much room there was.
  const page = await pageOf(await takePhone())
  const session = await page.context().newCDPSession(page)
  // Room for one small photo, not for a large one.
  await session.send('Storage.overrideQuotaForOrigin', { origin: url, quotaSize: used + 600_000 })
  await page.goto('/field/')
  await dutiesSeen(page)
  await cutNetwork(page)
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
  await giveNetwork(page)
  await untilHandedIn(before + 1)
})

test('Lan wrote 12 and a colleague 15, both without network: the page says so in words, and one is chosen', async () => {
  const page = await openField()
  await dutiesSeen(page)
  await cutNetwork(page)
  await record(page, 'Sân vận động', await camera(400, 66))
  await giveNetwork(page)
  await until(async () =>
    (await activities()).some(({ place, state }) => place === 'Sân vận động' && state === 'submitted'),
  )
  const [there] = (await activities()).filter(({ place }) => place === 'Sân vận động')
  assert.ok(there)
  // Both change it, each without knowing of the other; the colleague's phone is the first to reach the server.
  const { activities: seen } = await lan.call(GetFieldSnapshot)
  const words = seen.find(({ id }) => id === there.id)?.words
  assert.ok(words)
  await lan.call(PutFieldRecord, {
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
  await cutNetwork(page)
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Sân vận động' })
    .getByRole('button', { name: 'Sửa' })
    .click()
  await page.getByLabel('Số lượng').fill('12')
  await page.getByRole('button', { name: 'Xong, đưa vào Chờ gửi' }).click()
  await giveNetwork(page)
  await page.getByText(/chờ chọn/).waitFor()
  await page.goto('/field/#/')
  await page.getByRole('link', { name: /Hai người ghi khác nhau/ }).click()
  await page.getByText(/ghi 15 chiếc; .* ghi 12 chiếc/).waitFor()
  await picture(page, 'conflict')
  await clean(page)
  await page.getByRole('button', { name: /12 chiếc/ }).click()
  await page.getByText('Không có mục nào.').waitFor()
  assert.equal((await activities()).find(({ id }) => id === there.id)?.quantities[0]?.quantity, 12)
  await page.goto('/field/#/sent')
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Sân vận động' })
    .getByText(/biên nhận \d{4}$/)
    .waitFor()
  assert.equal(await page.getByText(/chờ chọn/).count(), 0)
})

test('what is no photo is not kept: no bytes, words, half a file; the record that has photos stays as it is', async () => {
  const page = await openField()
  await dutiesSeen(page)
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
  await dutiesSeen(page)
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
  await reach('#place')
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
  const page = await openField({ folder: own, at: place.url })
  await dutiesSeen(page)
  await workerReady(page)
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
