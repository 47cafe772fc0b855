/** An empty base in a real browser: the body is named, its administrator signs in, and the empty home says what to do. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openSite } from '../testing/browser.ts'

const site = await openSite({ LOA_EXAMPLE: 'none' })

test('the first run asks for the name of the body, then leads to the sign-in and to the first dispatch', async () => {
  const { page, errors, foreign } = await site.open(null)
  await page.goto('/')
  await page.waitForURL(/first-run/)
  await page.getByLabel('Tên đơn vị').fill('Sở Văn hóa, Thể thao và Du lịch')
  await page.getByLabel('Cơ quan chủ quản').fill('UBND tỉnh Thử')
  await page.getByLabel('Địa danh').fill('Thử')
  await page.getByLabel('Ký hiệu').fill('SVHTTDL-VP')
  await page.getByLabel('Họ tên người quản trị').fill('Nguyễn Thị Quản Trị')
  // The head of the body's documents grows as it is typed.
  await page.locator('.letterhead').getByText('SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH').waitFor()
  await page.locator('.letterhead').getByText('Số: …/SVHTTDL-VP').waitFor()
  await page.getByLabel('Thư điện tử').fill('quan.tri@example.vn')
  await page.locator('input[type=password]').fill('một mật khẩu dài')
  await page.getByRole('button', { name: 'Lập đơn vị' }).click()

  await page.waitForURL(/sign-in/)
  // The address changes before the page does, and both pages ask for e-mail and password.
  await page.getByRole('button', { name: 'Đăng nhập' }).waitFor()
  assert.equal(await page.getByText('Vào bằng người mẫu').count(), 0)
  await page.getByLabel('Thư điện tử').fill('quan.tri@example.vn')
  await page.locator('input[type=password]').fill('sai mật khẩu rồi')
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.getByText('Thư điện tử hoặc mật khẩu không đúng.').waitFor()
  await page.locator('input[type=password]').fill('một mật khẩu dài')
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.getByText('Nguyễn Thị Quản Trị').first().waitFor()

  await page.goto('/campaigns')
  await page.getByText('Chưa có đợt tuyên truyền nào').waitFor()
  await page.getByRole('link', { name: 'Chọn tệp văn bản' }).click()
  await page.waitForURL(/dispatches/)
  await page.getByText('Chưa có văn bản đến').waitFor()
  assert.deepEqual(errors, [])
  assert.deepEqual(foreign, [])
})
