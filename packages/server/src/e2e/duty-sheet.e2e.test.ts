/** The form for units without network: downloaded, filled in as a spreadsheet does, looked at, confirmed, handed in again. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { ListActivities } from '@loa/contract/activities'
import { readTable } from '@loa/documents/units'
import { writeXlsx } from '@loa/documents/write'
import { openSite } from '../testing/browser.ts'
import { acceptDuty, issuedCampaign } from '../testing/path.ts'
import { untilDelivered } from '../testing/until.ts'

const site = await openSite()

test('a form goes out and comes back: bad rows say why, nothing is kept before it is confirmed, twice counts once', async () => {
  await issuedCampaign({ ...site.people, settle: () => untilDelivered(site.people.mai) })
  const duty = await acceptDuty(site.people.lan)
  const { page, errors } = await site.open('ttvh-291')
  await page.goto(`/duties/${duty.id}/sheet`)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Tải biểu ghi' }).click(),
  ])
  const table = readTable(readFileSync(await download.path()))
  assert.ok(Array.isArray(table))
  const head = table.findIndex(({ cells }) => cells[0]?.text === 'Chỉ tiêu')
  const titles = table[head]?.cells.map(({ text }) => text) ?? []
  const [first, second] = table.slice(head + 1).map(({ cells }) => cells[6]?.text ?? '')
  const name = 'bieu-ghi.xlsx'
  const buffer = Buffer.from(
    await writeXlsx({
      sheets: [
        {
          name: 'Ghi hoạt động',
          columns: titles.map((title) => ({ title, width: 12 })),
          rows: [
            ['Băng rôn, khẩu hiệu (chiếc)', 3, 'Cổng chợ', '20/5/2023', 'tất cả', '', first ?? ''],
            ['Băng rôn, khẩu hiệu (chiếc)', 'ba', 'Nhà văn hóa', '20/5/2023', '1', '', second ?? ''],
          ],
        },
      ],
    }),
  )
  const hand = () =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/zip', buffer })
  const total = async () => (await site.people.lan.call(ListActivities, { query: { duty: duty.id } })).total
  await hand()
  await page.getByText('Số lượng phải là số lớn hơn 0.').waitFor()
  assert.equal(await total(), 0)
  await page.getByRole('button', { name: 'Xác nhận ghi 1 dòng' }).click()
  await page.getByText('Đã ghi 1 dòng').waitFor()
  assert.equal(await total(), 1)
  await hand()
  await page.getByText('Đã có, không tính lại').waitFor()
  await page.getByText('Không có dòng mới nào để ghi.').waitFor()
  assert.equal(await total(), 1)
  assert.deepEqual(errors, [])
})
