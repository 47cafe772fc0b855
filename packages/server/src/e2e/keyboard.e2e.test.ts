/** Keyboard alone suffices: the plan is decided and the board walked without a mouse. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { GetPlan } from '@loa/contract/plans'
import { openSite } from '../testing/browser.ts'
import { acceptDuty, issuedCampaign, upload } from '../testing/path.ts'
import { until, untilDelivered } from '../testing/until.ts'

const site = await openSite()
const office = { ...site.people, settle: () => untilDelivered(site.people.mai) }

test('j and k go through the proposals, x confirms', async () => {
  const { id } = await upload(office, 'thang-an-toan-giao-thong.txt')
  const { page } = await site.open('ha')
  await page.goto(`/dispatches/${id}`)
  await page.locator('.next-step button').waitFor()
  const decisions = async () =>
    (await site.people.ha.call(GetPlan, { params: { id } })).proposals.map((proposal) => proposal.decision)
  await page.keyboard.press('x')
  await until(async () => (await decisions())[0] === 'confirmed')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await page.keyboard.press('x')
  await until(async () => (await decisions()).filter((decision) => decision === 'confirmed').length === 2)
})

test('g then a letter goes to a section, Tab reaches the page, arrows walk the board and Enter opens', async () => {
  const { campaignId } = await issuedCampaign(office)
  const { page } = await site.open('ha')
  await page.goto('/')
  await page.locator('.page-head h1').waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('m')
  await page.waitForURL(/\/campaigns$/)
  await page.keyboard.press('Tab')
  assert.equal(await page.evaluate(() => document.activeElement !== document.body), true)

  await page.goto(`/campaigns/${campaignId}`)
  const grid = page.getByRole('grid')
  await grid.waitFor()
  assert.equal(await grid.locator('[tabindex="0"]').count(), 1, 'one tab stop')
  await grid.locator('[tabindex="0"]').focus()
  const place = () => page.evaluate(() => document.activeElement?.textContent ?? '')
  const before = await place()
  await page.keyboard.press('ArrowDown')
  assert.notEqual(await place(), before)
  await page.keyboard.press('Home')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  const bulk = page.getByRole('region', { name: 'Đã chọn 2 đơn vị' })
  assert.match((await bulk.textContent()) ?? '', /chưa ai mở/)
  const toRemind = await bulk.getByRole('link', { name: 'Soạn nhắc việc (2)' }).getAttribute('href')
  await page.keyboard.press('Space')
  await page.getByRole('region', { name: 'Đã chọn 1 đơn vị' }).waitFor()

  // Somebody else works meanwhile: the board says so without being loaded again.
  const row = page.getByRole('row').filter({ hasText: 'Nam Sách' })
  await acceptDuty(site.people.lan)
  await row.getByText('đã phân công').waitFor()

  await page.keyboard.press('Enter')
  await page.waitForURL(/\/duties\/\d+|figure=/)

  assert.ok(toRemind)
  await page.goto(toRemind)
  await page.getByRole('heading', { name: /2 đơn vị/ }).waitFor()
})
