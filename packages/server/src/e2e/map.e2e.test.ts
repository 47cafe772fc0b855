/** The map and the list beside it are one: what is chosen in one is chosen in the other, by mouse and by keyboard. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { SaveSite } from '@loa/contract/sites'
import type { Page } from 'playwright-core'
import { openSite } from '../testing/browser.ts'
import { issuedCampaign } from '../testing/path.ts'
import { untilDelivered } from '../testing/until.ts'

const site = await openSite()
const ready = issuedCampaign({ ...site.people, settle: () => untilDelivered(site.people.mai) })

/** Lan's sites: two that lie close together, and one apart. */
const noteSites = async () => {
  const at: [string, number, number][] = [
    ['Pa nô cổng chợ', 20.99, 106.33],
    ['Pa nô bưu điện', 20.991, 106.332],
    ['Hộp đèn bến xe', 20.95, 106.4],
  ]
  for (const [name, latitude, longitude] of at)
    await site.people.lan.call(SaveSite, {
      params: { id: randomUUID() },
      body: {
        name,
        kind: 'panel',
        place: 'Nam Sách',
        latitude,
        longitude,
        faces: [{ id: randomUUID(), label: 'A', width: null, height: null }],
      },
    })
}
const noted = noteSites()

const chosenUnit = (page: Page) => new URL(page.url()).searchParams.get('unit')

test('a tile chosen is the row chosen, and a row chosen the tile; the address keeps it', async () => {
  const { campaignId } = await ready
  const { page, errors } = await site.open('ha')
  await page.goto(`/map?campaign=${campaignId}`)
  const tile = page.locator('.share-tile', { hasText: 'huyện Tứ Kỳ' }).first()
  await tile.click()
  const row = page.locator('.share-list tr.chosen')
  await row.waitFor()
  assert.match((await row.textContent()) ?? '', /Tứ Kỳ/)
  assert.equal(await tile.getAttribute('aria-pressed'), 'true')
  await page.locator('.share-pick', { hasText: 'huyện Thanh Miện' }).first().click()
  await page.waitForFunction(
    () =>
      document.querySelector('.share-tile[aria-pressed="true"]')?.textContent?.includes('Thanh Miện') ??
      false,
  )
  await page.reload()
  assert.match((await row.textContent()) ?? '', /Thanh Miện/)
  assert.deepEqual(errors, [])
})

test('by keyboard: one stop for all tiles, arrows walk them as they lie, Enter chooses', async () => {
  const { campaignId } = await ready
  const { page } = await site.open('ha')
  await page.goto(`/map?campaign=${campaignId}`)
  const stop = page.locator('.share-tile[tabindex="0"]')
  await stop.waitFor()
  assert.equal(await stop.count(), 1)
  await stop.focus()
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
  assert.match(await focused(), /Chí Linh/)
  await page.keyboard.press('ArrowRight')
  assert.match(await focused(), /Kinh Môn/)
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowDown')
  assert.match(await focused(), /Kim Thành/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/unit=\d+/)
  assert.equal(await page.locator('.share-list tr.chosen').count(), 1)
  assert.equal(
    chosenUnit(page),
    await page.locator('.share-tile[aria-pressed="true"]').getAttribute('data-unit'),
  )
})

test('the program that draws comes after the page; a circle and the list open the same places, by keyboard too', async () => {
  await noted
  const { page, foreign, errors } = await site.open('ttvh-291')
  await page.goto('/map')
  await page.locator('.maplibregl-marker[aria-label^="2 địa điểm"]').waitFor()
  const [painted, fetched] = await page.evaluate(() => [
    performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    performance
      .getEntriesByType('resource')
      .find(({ name }) => name.includes('/point-map-') && name.endsWith('.js'))?.startTime ?? Number.NaN,
  ])
  // The paint is stamped when the frame is shown, a few frames after it was made.
  assert.ok(Number(fetched) >= Number(painted) - 100, `fetched at ${fetched} ms, painted at ${painted} ms`)
  await page.waitForFunction(
    () => document.querySelectorAll('section[aria-label="Địa điểm trong khung"] li').length === 3,
  )
  await page.getByRole('button', { name: 'Chỉ trên bản đồ: Hộp đèn bến xe' }).focus()
  await page.keyboard.press('Enter')
  await page.locator('.circle-ring').waitFor()
  const picked = page.locator('section[aria-label="Tại điểm đang chọn"] li')
  await picked.first().waitFor()
  assert.equal(await picked.count(), 1)

  // The group in words zooms the map; what left the frame leaves the list.
  await page.locator('.map-groups button').first().focus()
  await page.keyboard.press('Enter')
  await page.waitForFunction(
    () => document.querySelectorAll('section[aria-label="Địa điểm trong khung"] li').length === 2,
  )
  await page.locator('.point-map button.circle').first().click()
  await page.waitForURL(/at=106\.33/)
  assert.deepEqual([foreign, errors], [[], []])
})

/** A page to which the program does not come before `release`. */
const withoutProgram = async () => {
  const { page, errors } = await site.open('ttvh-291')
  const { promise: held, resolve: release } = Promise.withResolvers<void>()
  await page.route('**/point-map-*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.goto('/map')
  return { page, errors, release, group: page.locator('button.circle[aria-label^="2 địa điểm"]') }
}

test('while the program is on its way the circles stand where it will draw them', async () => {
  await noted
  const { page, errors, release, group } = await withoutProgram()
  await page.getByText('Đang mở bản đồ').waitFor()
  const middleOf = async () => {
    const box = await group.boundingBox()
    return box ? [box.x + box.width / 2, box.y + box.height / 2] : []
  }
  const first = await middleOf()
  release()
  await page.locator('.maplibregl-marker').first().waitFor()
  await page.getByText('Đang mở bản đồ').waitFor({ state: 'detached' })
  const drawn = await middleOf()
  for (const at of [0, 1])
    assert.ok(Math.abs((first[at] ?? 0) - (drawn[at] ?? 99)) < 3, `${first.join()} and ${drawn.join()}`)
  assert.deepEqual(errors, [])
})

test('a circle that is pressed before there is a map is opened as soon as there is one', async () => {
  await noted
  const { page, release, group } = await withoutProgram()
  await group.click()
  release()
  await page.waitForFunction(
    () => document.querySelectorAll('section[aria-label="Địa điểm trong khung"] li').length === 2,
  )
})

test('where nothing can be drawn a sentence says so, and the list has every place', async () => {
  await noted
  const { page } = await site.open('ttvh-291', 'phone')
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null
  })
  await page.goto('/map')
  await page.getByText('Trình duyệt này không vẽ được bản đồ').waitFor()
  const listed = page.locator('section[aria-label="Địa điểm trong khung"] li')
  await listed.nth(2).waitFor()
  assert.equal(await listed.count(), 3)
  assert.equal(await page.locator('.point-map').count(), 0)
})
