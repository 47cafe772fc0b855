/** A round as people walk it, by keyboard where it matters: handed in, accepted, drawn up with its gaps, written, handed up. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { GetReport, SaveReportText } from '@loa/contract/reports'
import { ListRounds, OpenRound } from '@loa/contract/rounds'
import { openSite } from '../testing/browser.ts'
import { acceptDuty, issuedCampaign, recordActivity } from '../testing/path.ts'
import { untilDelivered } from '../testing/until.ts'

const site = await openSite()
const { ha, lan, mai } = site.people

test('a unit hands in, the officer accepts, draws the report up with what is missing, writes beside a colleague, hands it up', async () => {
  const { campaignId } = await issuedCampaign({ ...site.people, settle: () => untilDelivered(mai) })
  const duty = await acceptDuty(lan)
  const params = { id: campaignId }
  const { proposed } = await ha.call(ListRounds, { params })
  const month = proposed.find(({ kind }) => kind === 'month')
  if (!month) throw new Error('every day is in a month')
  await recordActivity(lan, duty, { happenedOn: month.from ?? '' })
  await ha.call(OpenRound, { params, body: { ...month, upDueAt: null } })

  const unit = await site.open('ttvh-291')
  await unit.page.goto(`/duties/${duty.id}`)
  await unit.page.getByRole('link', { name: 'Nộp báo cáo' }).click()
  const led = unit.page.getByRole('group', { name: 'Màn hình LED' })
  await led.getByText('Không thực hiện').click()
  await unit.page.getByRole('button', { name: 'Nộp báo cáo' }).click()
  await unit.page.getByText('Đã nộp, chờ xem').first().waitFor()

  const { page, errors } = await site.open('ha')
  await page.goto(`/campaigns/${campaignId}`)
  await page.getByRole('link', { name: 'Xem ai đã nộp, lập báo cáo' }).click()
  await page.getByLabel('Đang ở bước').selectOption('submitted')
  await page.waitForURL(/state=submitted/)
  await page.getByRole('link', { name: duty.unit.fullName }).click()
  await page.getByText('Không thực hiện: Màn hình LED').waitFor()
  await page.getByRole('button', { name: 'Chấp nhận' }).click()
  await page.getByText('Đã chấp nhận').first().waitFor()
  await page.getByRole('link', { name: 'Kỳ báo cáo' }).click()
  await page.getByRole('button', { name: 'Báo cáo với phần còn thiếu' }).click()
  await page.waitForURL(/\/reports\/\d+/)
  const reportId = Number(new URL(page.url()).pathname.split('/').at(-1))

  // A number of the page opens by keyboard what the report counts, and Esc gives the focus back to the page.
  const figure = page.locator('.report-paper a.figure-link[href*="visual.banner"]').first()
  await figure.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '3 chiếc gồm những gì' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('heading', { name: 'Còn thiếu, nêu tên' }).waitFor()

  // A colleague writes the same part meanwhile: told, with both wordings on the screen.
  const write = page.getByRole('button', { name: 'Viết phần này' })
  await write.nth(1).click()
  await page.getByRole('textbox').fill('Lời của tôi')
  await ha.call(SaveReportText, {
    params: { id: reportId, block: 'uu-diem-loi' },
    body: { version: 0, text: 'Lời của đồng nghiệp' },
  })
  await page.getByRole('button', { name: 'Lưu lời' }).click()
  await page.getByText('Lời của đồng nghiệp').waitFor()
  await page.getByRole('button', { name: 'Lưu chữ của tôi' }).click()
  await page.locator('.paper-words').getByText('Lời của tôi').waitFor()
  const { texts } = await ha.call(GetReport, { params: { id: reportId } })
  assert.deepEqual([texts['uu-diem-loi']?.text, texts['uu-diem-loi']?.version], ['Lời của tôi', 2])

  await page.getByRole('button', { name: 'Báo cáo với phần còn thiếu' }).click()
  await page.locator('.crumb').getByText('Chờ duyệt').waitFor()
  // Told by the server that somebody else was first: the browser itself writes that line.
  assert.deepEqual(
    errors.filter((line) => !line.includes('409')),
    [],
  )
  assert.deepEqual(unit.errors, [])
})
