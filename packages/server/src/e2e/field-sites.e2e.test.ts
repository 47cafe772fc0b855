/** Sites on the phone: the nearest first, and the photo of last time over the camera. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { SaveSite } from '@loa/contract/sites'
import type { Page } from 'playwright-core'
import {
  camera,
  clean,
  cutNetwork,
  dutiesSeen,
  giveNetwork,
  openFieldSite,
  picture,
  workerReady,
} from '../testing/field-site.ts'
import { until } from '../testing/until.ts'

const { lan, openField, activities } = await openFieldSite()
/** Where the phone is, and another place of the province. */
const [here, far] = [
  { latitude: 20.9407, longitude: 106.3329 },
  { latitude: 21.01, longitude: 106.3329 },
]
const noteSite = (name: string, place: typeof here) =>
  lan.call(SaveSite, {
    params: { id: randomUUID() },
    body: {
      name,
      kind: 'panel',
      place: `${name}, thị trấn Nam Sách`,
      ...place,
      faces: [{ id: randomUUID(), label: 'Mặt A', width: 4, height: 3 }],
    },
  })
await noteSite('Pa nô cầu Hàn', far)
const market = await noteSite('Pa nô cổng chợ', here)

const atSites = async (page: Page) => {
  await page.goto('/field/#/')
  await page.getByRole('link', { name: 'Chụp ở điểm treo' }).click()
  await page.getByText('cách 0 m').waitFor()
}
const finish = async (page: Page) => {
  await page.getByLabel('Làm gì').selectOption('visual.banner')
  await page.getByText('Chọn tất cả').click()
  await page.getByRole('button', { name: 'Xong, đưa vào Chờ gửi' }).click()
  await page.getByRole('heading', { name: 'Chờ gửi' }).waitFor()
}
const opened = (count: number) =>
  until(async () => {
    const rows = await activities()
    return (
      rows.length === count &&
      rows.every(
        ({ state, evidence }) =>
          state === 'submitted' && evidence.length > 0 && evidence.every(({ lookedAt }) => lookedAt),
      )
    )
  })

test('a first photo at a site: its name and place are filled in, and what was taken there raises no doubt', async () => {
  const page = await openField()
  await dutiesSeen(page)
  await atSites(page)
  assert.match((await page.getByRole('listitem').first().textContent()) ?? '', /Pa nô cổng chợ · Mặt A/)
  await clean(page)
  await picture(page, 'sites')
  const [chosen] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Chụp ảnh: Pa nô cổng chợ · Mặt A' }).click(),
  ])
  await chosen.setFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: await camera(1600, 210) })
  await page.getByAltText('Ảnh 1').waitFor()
  assert.equal(await page.getByLabel('Nơi làm').inputValue(), 'Pa nô cổng chợ, thị trấn Nam Sách')
  await finish(page)
  await opened(1)
  const [row] = await activities()
  assert.equal(row?.faceId, market.faces[0]?.id)
  assert.deepEqual(
    row?.evidence[0]?.doubts.filter((kind) => kind === 'other-site'),
    [],
  )
})

test('the next one: the last lies over the camera, can be taken away, and the photo is taken by keyboard', async () => {
  const page = await openField()
  await dutiesSeen(page)
  await workerReady(page)
  await atSites(page)
  await page.getByAltText('Lần trước ở Pa nô cổng chợ · Mặt A').waitFor()
  // From here on there is no network, as at many a site.
  await cutNetwork(page)
  await page.getByRole('button', { name: 'Chụp ảnh: Pa nô cổng chợ · Mặt A' }).click()
  const shoot = page.getByRole('button', { name: 'Chụp', exact: true })
  await page.getByText('Đứng sao cho cảnh trùng với ảnh mờ').waitFor()
  const ghost = page.getByRole('dialog').getByAltText('Ảnh lần trước')
  await ghost.waitFor()
  assert.equal(await ghost.evaluate((image) => getComputedStyle(image).opacity), '0.4')
  assert.ok(await page.evaluate(() => document.activeElement?.textContent === 'Chụp'))
  await clean(page)
  await picture(page, 'camera')
  const toggle = page.getByRole('button', { name: 'Ảnh lần trước' })
  await toggle.click()
  await ghost.waitFor({ state: 'hidden' })
  assert.equal(await toggle.getAttribute('aria-pressed'), 'false')
  await shoot.focus()
  await page.keyboard.press('Enter')
  await page.getByAltText('Ảnh 1').waitFor()
  assert.equal(await page.getByRole('dialog').count(), 0)
  await page.getByLabel('Làm gì').selectOption('visual.banner')
  await clean(page)
  await picture(page, 'site-draft')
  await finish(page)
  await giveNetwork(page)
  await opened(2)
  assert.ok((await activities()).every(({ faceId }) => faceId === market.faces[0]?.id))
})

test('the camera cannot be opened in the page: the phone’s own is one tap away', async () => {
  const page = await openField()
  await dutiesSeen(page)
  await atSites(page)
  await page.getByAltText('Lần trước ở Pa nô cổng chợ · Mặt A').waitFor()
  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'))
  })
  await page.getByRole('button', { name: 'Chụp ảnh: Pa nô cổng chợ · Mặt A' }).click()
  await page.getByText('Chưa mở được máy ảnh trong trang này').waitFor()
  await clean(page)
  const [chosen] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Máy ảnh của điện thoại' }).click(),
  ])
  await chosen.setFiles({ name: 'IMG_2.jpg', mimeType: 'image/jpeg', buffer: await camera(800, 20) })
  await page.getByAltText('Ảnh 1').waitFor()
  // It was at the bridge after all.
  await page.getByLabel('Làm gì').selectOption('visual.banner')
  await page.getByLabel('Điểm treo').selectOption({ label: 'Pa nô cầu Hàn · Mặt A' })
  await finish(page)
  await opened(3)
  const row = (await activities()).find(({ site }) => site?.name === 'Pa nô cầu Hàn')
  const reason = row?.evidence[0]?.reasons.find(({ kind }) => kind === 'other-site')
  assert.equal(reason?.detail.site, 'Pa nô cầu Hàn')
  assert.equal(reason?.detail.metres, 7706)
  assert.equal(row?.state, 'submitted')
})
