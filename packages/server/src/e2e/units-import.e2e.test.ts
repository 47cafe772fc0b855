/** An office's own workbook and the whole country, imported in a real browser with the keyboard alone. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ListUnits } from '@loa/contract/units'
import { writeXlsx } from '@loa/documents/write'
import type { Page } from 'playwright-core'
import { openSite } from '../testing/browser.ts'

const site = await openSite()

const list = (rows: string[][]) =>
  writeXlsx({
    sheets: [
      {
        name: 'Đơn vị',
        title: 'DANH SÁCH ĐƠN VỊ TRỰC THUỘC',
        columns: ['Mã', 'Tên đầy đủ', 'Loại', 'Mã cấp trên', 'Từ ngày'].map((title) => ({
          title,
          width: 24,
        })),
        rows,
      },
    ],
  })

const countOf = async (q: string) => (await site.people.ha.call(ListUnits, { query: { q } })).total

/** Tab until the button or link with these words has the focus, then Enter. */
const press = async (page: Page, words: string | RegExp, key = 'Enter') => {
  const isWanted = async () => {
    const name = await page.evaluate(() => {
      const at = document.activeElement
      return at?.getAttribute('aria-label') ?? at?.textContent ?? ''
    })
    return typeof words === 'string' ? name.trim() === words : words.test(name)
  }
  for (let step = 0; step < 120; step++) {
    if (await isWanted()) return page.keyboard.press(key)
    await page.keyboard.press('Tab')
  }
  assert.fail(`the keyboard does not reach ${words}`)
}

test('a workbook with a faulty row: compared, written without it, and taken back, by keyboard alone', async () => {
  const { page, errors, foreign } = await site.open('ha')
  await page.goto('/units/import')
  await page.getByRole('heading', { level: 1, name: 'Nạp danh bạ đơn vị' }).waitFor()
  const chosen = page.waitForEvent('filechooser')
  await press(page, 'Chọn tệp')
  await (await chosen).setFiles({
    name: 'don-vi-truc-thuoc.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(
      await list([
        ['HD-SVHTTDL-CDS', 'Trung tâm Chuyển đổi số thử', 'Đơn vị sự nghiệp', 'HD-SVHTTDL', '01/6/2023'],
        ['HD-SVHTTDL-X', 'Tổ không có cấp trên', 'Phòng', 'KHONG-CO', '01/6/2023'],
      ]),
    ),
  })
  await page.waitForURL(/import=\d+/)
  await page.getByText('Ghi, để lại 1 dòng').waitFor()
  await page.getByText('Không có đơn vị cấp trên mã KHONG-CO.').waitFor()
  assert.equal(await countOf('Chuyển đổi số thử'), 0, 'a dry run writes nothing')

  await press(page, /^Có lỗi, để lại: 1$/)
  await page.waitForURL(/verdict=problem/)
  await page.getByText('Đang xem 1 trong 1').waitFor()
  await press(page, 'Ghi, để lại 1 dòng')
  await page.getByText('Danh bạ đã đổi').waitFor()
  assert.equal(await countOf('Chuyển đổi số thử'), 1)

  await page.reload()
  await page.getByText('Danh bạ đã đổi').waitFor()
  await press(page, 'Hoàn tác lượt nạp')
  await page.getByText('danh bạ trở lại như trước').waitFor()
  assert.equal(await countOf('Chuyển đổi số thử'), 0)
  assert.deepEqual(errors, [])
  assert.deepEqual(foreign, [])
})

test('the whole country: progress that can be left alone, 34 provinces today, and the list of imports', async () => {
  const { page, errors } = await site.open('ha')
  await page.goto('/units/import')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await press(page, 'Nạp cả nước')
  await page.waitForURL(/import=\d+/)
  const address = page.url()
  // Left while it works, and come back to by its address.
  await page.goto('/units')
  await page.goto(address)
  await page.getByRole('button', { name: 'Ghi vào danh bạ' }).waitFor()
  await page.getByRole('link', { name: 'Thêm mới: 15.100' }).waitFor()
  await press(page, 'Ghi vào danh bạ')
  await page.getByText('Danh bạ đã đổi').waitFor()
  const on = { on: '2025-07-01', limit: 1 }
  const total = async (type: string) =>
    (await site.people.ha.call(ListUnits, { query: { ...on, type } })).total
  assert.deepEqual(
    [(await total('tinh')) + (await total('thanh-pho-tw')), await total('dac-khu'), await total('huyen')],
    [34, 13, 0],
  )
  await press(page, 'Nạp danh sách khác')
  await page.getByRole('region', { name: 'Các lượt nạp trước' }).getByText('Cả nước').waitFor()
  assert.deepEqual(errors, [])
})
