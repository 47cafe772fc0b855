/** A phone in the field: the server is gone, the browser is closed and opened again, and everything arrives once. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ReviewActivity } from '@loa/contract/activities'
import {
  camera,
  clean,
  cutNetwork,
  dutiesSeen,
  giveNetwork,
  openFieldSite,
  picture,
  record,
  workerReady,
} from '../testing/field-site.ts'
import { until } from '../testing/until.ts'

const { ha, tho, openField, closePhone, activities, handedIn, untilHandedIn, stopServer, startAgain } =
  await openFieldSite()

test('the server is gone, the phone is started anew: duties are there, a record with photo is kept, and arrives once', async () => {
  let page = await openField()
  await dutiesSeen(page)
  await workerReady(page)
  // Asked for by the page itself, before its script runs, and not a second time.
  const asked = await page.evaluate(
    () => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/snapshot')).length,
  )
  assert.equal(asked, 1)
  const session = await page.context().newCDPSession(page)
  assert.deepEqual((await session.send('Page.getInstallabilityErrors')).installabilityErrors, [])
  await clean(page)
  await picture(page, 'home')
  await stopServer()
  await closePhone()

  page = await openField()
  await dutiesSeen(page)
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
  // Received first, opened afterwards.
  await until(async () => (await activities())[0]?.evidence[0]?.takenAt !== null)
  const rows = await activities()
  assert.equal(rows.length, 1)
  const [row] = rows
  assert.equal(row?.place, 'Ngã ba Kim Đôi')
  assert.equal(row?.state, 'submitted')
  assert.equal(row?.quantities[0]?.quantity, 2)
  assert.equal(row?.evidence.length, 1)
  // Made smaller on the phone; what the camera wrote went along.
  assert.equal(row?.evidence[0]?.width, 2048)
  assert.equal(row?.evidence[0]?.takenAt, '2026-11-25T01:31:00.000Z')
})

test('a photo is given back: the sentence comes to the phone, and what is put right is handed in again', async () => {
  const [row] = await activities()
  assert.ok(row)
  await ha.call(ReviewActivity, {
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
  await dutiesSeen(page)
  await cutNetwork(page)
  for (const name of ['Chợ Huyện', 'Cổng trường', 'Nhà văn hóa']) {
    await page.goto('/field/#/')
    await record(page, name, await camera(400, name.length * 10))
  }
  await page.context().clearCookies()
  await giveNetwork(page)
  await page.getByText('3 mục vẫn nằm trên máy này').waitFor()
  await picture(page, 'signed-out')
  await clean(page)
  await page.getByRole('link', { name: 'Đăng nhập' }).click()
  await page
    .getByRole('button', { name: /Hoàng Thị Lan Anh/ })
    .first()
    .click()
  await page.waitForURL(/\/field\//)
  await untilHandedIn(before + 3)
})

test('somebody else signs in on the same phone: what is not theirs waits, and is not sent under their name', async () => {
  const before = await handedIn()
  let page = await openField()
  await dutiesSeen(page)
  await cutNetwork(page)
  await record(page, 'Của Lan', await camera(400, 33))
  await closePhone()
  page = await openField({ cookie: tho.cookie })
  await page.getByText('Trên máy còn 1 mục của người khác').waitFor()
  assert.equal(await page.getByText('Của Lan').count(), 0)
  assert.equal((await activities()).length, before)
  await closePhone()
  page = await openField()
  await untilHandedIn(before + 1)
})
