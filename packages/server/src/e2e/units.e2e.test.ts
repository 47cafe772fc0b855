/** The directory in a browser, by keyboard alone: the tree, a search of the history, an act written down and undone. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ListUnits } from '@loa/contract/units'
import { openSite } from '../testing/browser.ts'
import { until } from '../testing/until.ts'

const site = await openSite()

test('the tree is one tab stop: arrows open and walk it, letters find a name, Enter chooses', async () => {
  const { page } = await site.open('nam')
  await page.goto('/units?on=2023-05-22')
  const tree = page.getByRole('tree')
  await tree.waitFor()
  assert.equal(await tree.locator('[tabindex="0"]').count(), 1)
  await tree.locator('[tabindex="0"]').focus()
  const name = () => page.evaluate(() => document.activeElement?.querySelector('.tree-name')?.textContent)
  await page.keyboard.press('Home')
  assert.equal(await name(), 'Tỉnh Hải Dương')
  await page.keyboard.press('ArrowRight')
  await tree.getByText('Huyện Nam Sách', { exact: true }).waitFor()
  await page.keyboard.type('huyen nam')
  assert.equal(await name(), 'Huyện Nam Sách')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Huyện Nam Sách' }).waitFor()
  assert.match(page.url(), /unit=\d+/)
  await page.keyboard.press('ArrowLeft')
  assert.equal(await name(), 'Tỉnh Hải Dương')
  await page.keyboard.press('ArrowLeft')
  assert.equal(await tree.getByText('Huyện Nam Sách', { exact: true }).count(), 0)
  // A letter in the tree is for the tree; `g` then `m` would lead elsewhere.
  await page.keyboard.type('gm')
  assert.match(page.url(), /\/units/)
  await page.context().close()
})

test('an act is previewed, written, found in the history of the unit, and undone', async () => {
  const { ha } = site.people
  const { rows } = await ha.call(ListUnits, { query: { q: 'HD-300-DPT' } })
  const { page, errors } = await site.open('ha')
  await page.goto(`/units/change?kind=rename&unit=${rows[0]?.id}`)
  await page.getByLabel('Tên đầy đủ').fill('Đài Truyền thanh huyện Thanh Miện')
  await page.getByLabel('Số, ký hiệu văn bản').fill('Quyết định số 12/QĐ-UBND')
  await page.getByRole('button', { name: 'Xem trước' }).press('Enter')
  await page.getByRole('heading', { name: /^Bắt đầu từ/ }).waitFor()
  await page.getByRole('button', { name: 'Ghi vào danh bạ' }).press('Enter')
  await page.waitForURL(/\/units\?/)
  await page.getByRole('heading', { name: 'Đài Truyền thanh huyện Thanh Miện' }).waitFor()
  await page.getByText('Quyết định số 12/QĐ-UBND').waitFor()
  await page.getByRole('button', { name: 'Hoàn tác' }).press('Enter')
  await page.getByRole('heading', { name: 'Đài Phát thanh huyện Thanh Miện' }).waitFor()
  const left = async () =>
    (await ha.call(ListUnits, { query: { q: 'truyen thanh huyen thanh mien', history: 'true' } })).total
  await until(async () => (await left()) === 0)
  assert.deepEqual(errors, [])
  await page.context().close()
})

test('units below a code that ends are named by the refusal; told where they go, the act is let through', async () => {
  const { ha } = site.people
  const { rows } = await ha.call(ListUnits, { query: { q: 'HD-300-UBND' } })
  const { page } = await site.open('ha')
  await page.goto(`/units/change?kind=abolish&unit=${rows[0]?.id}`)
  await page.getByLabel('Số, ký hiệu văn bản').fill('Nghị quyết số 9')
  await page.getByText('đơn vị trực thuộc mã sẽ hết hiệu lực').waitFor()
  await page.getByRole('button', { name: 'Xem trước' }).click()
  await page
    .getByRole('alert')
    .getByText('Phòng Văn hóa và Thông tin huyện Thanh Miện', { exact: false })
    .waitFor()
  await page.getByRole('combobox', { name: 'Chuyển tất cả tới' }).fill('uy ban nhan dan huyen ninh giang')
  await page
    .getByRole('option', { name: /Ninh Giang/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Xem trước' }).click()
  await page.getByText(/Chuyển cấp trên: \d+/).waitFor()
  await page.context().close()
})

test('a saved phrase shows whom it means while its conditions are chosen', async () => {
  const { page } = await site.open('ha')
  await page.goto('/units/groups/new')
  await page.getByLabel('Tên nhóm').fill('Phường của tỉnh')
  await page.getByLabel('Cụm từ sau', { exact: false }).fill('Ủy ban nhân dân các phường')
  await page.getByLabel('Ủy ban nhân dân cấp xã').check()
  await page.getByLabel('phường', { exact: true }).check()
  await page.getByText('Trong nhóm: 47').waitFor()
  await page
    .getByRole('button', { name: /^Trừ Ủy ban nhân dân phường/ })
    .first()
    .click()
  await page.getByText('Trong nhóm: 46').waitFor()
  await page.getByText('trừ bằng tay', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Lưu nhóm' }).press('Enter')
  await page.waitForURL(/\/units\/groups\/\d+$/)
  await page.context().close()
})
