/** A unit is divided in the middle of a campaign: the home page says so, a person chooses by keyboard, the board adds up. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { GetBoard } from '@loa/contract/campaigns'
import { ListHandovers } from '@loa/contract/handovers'
import { ChangeUnits } from '@loa/contract/successions'
import { axeClean } from '../testing/axe.ts'
import { openSite } from '../testing/browser.ts'
import { acceptDuty, issuedCampaign, recordActivity } from '../testing/path.ts'
import { until, untilDelivered } from '../testing/until.ts'
import { today } from '../time.ts'

const site = await openSite()
const office = { ...site.people, settle: () => untilDelivered(site.people.mai) }
const part = (code: string, name: string) => ({
  code,
  name,
  fullName: name,
  type: 'public-service-unit',
  parentCode: 'HD-291-UBND',
  share: 'partial' as const,
})

test('the divided centre of Nam Sách: asked at home, chosen by keyboard, shown on the board by then and by today', async () => {
  const { ha, lan } = site.people
  const { campaignId } = await issuedCampaign(office)
  const duty = await acceptDuty(lan)
  await recordActivity(lan, duty, { quantity: 5, happenedOn: today(new Date().toISOString()) })
  const { changeId } = await ha.call(ChangeUnits, {
    body: {
      kind: 'split',
      from: [duty.unit.id],
      into: [
        part('HD-291-VH', 'Trung tâm Văn hóa Nam Sách'),
        part('HD-291-TT', 'Trung tâm Thể thao Nam Sách'),
      ],
      act: 'Quyết định số 77/QĐ-UBND',
      effectiveOn: today(new Date().toISOString()),
    },
  })
  assert.ok(changeId)
  const open = async () => (await ha.call(ListHandovers, { query: { open: 'true' } })).total
  await until(async () => (await open()) === 1)

  const { page, errors, foreign } = await site.open('ha')
  await page.goto('/')
  await page
    .getByRole('link', { name: /Chọn đơn vị làm tiếp/ })
    .first()
    .press('Enter')
  await page.waitForURL(/\/handovers\?campaign=/)
  const choice = page.getByRole('radio', { name: 'Trung tâm Thể thao Nam Sách' })
  await choice.waitFor()
  for (const size of [
    { width: 1366, height: 768 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(size)
    await axeClean(page)
    if (process.env.LOA_PICTURES)
      await page.screenshot({ path: `${process.env.LOA_PICTURES}/handovers-${size.width}.png` })
  }
  await page.setViewportSize({ width: 1366, height: 768 })
  await choice.focus()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Ghi lựa chọn' }).press('Enter')
  await page.getByText('Đã giao 1 việc.').waitFor()
  assert.equal(await open(), 0)
  await page.getByText('Không có việc nào chờ chọn').waitFor()

  await page.goto(`/campaigns/${campaignId}`)
  await page.getByText('nay: Trung tâm Thể thao Nam Sách').first().waitFor()
  await page.getByText('Đơn vị hôm nay').click()
  await page.waitForURL(/units=today/)
  await page.getByText('Cộng theo đơn vị khi đó và theo đơn vị hôm nay bằng nhau.').waitFor()
  await page.getByRole('rowheader', { name: /Trung tâm Thể thao Nam Sách/ }).waitFor()
  if (process.env.LOA_PICTURES) await page.screenshot({ path: `${process.env.LOA_PICTURES}/board-today.png` })
  const [then, now] = await Promise.all(
    (['then', 'today'] as const).map((units) =>
      ha.call(GetBoard, { params: { id: campaignId }, query: { units } }),
    ),
  )
  assert.deepEqual(then?.totals, now?.totals)
  assert.deepEqual(errors, [])
  assert.deepEqual(foreign, [])
  await page.context().close()
})
