/** An administrator adds somebody, who enters by the link and turns on the second factor; a role ends under an open page. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { GetDispatch, SubmitDispatch } from '@loa/contract/dispatches'
import { EndAppointment, GetPerson, GiveAppointment } from '@loa/contract/roster'
import { codeOf } from '../testing/authenticator.ts'
import { openSite } from '../testing/browser.ts'
import { startCampaign } from '../testing/path.ts'
import { untilDelivered } from '../testing/until.ts'
import { today } from '../time.ts'

const site = await openSite()
const office = { ...site.people, settle: () => untilDelivered(site.people.mai) }
const password = 'một mật khẩu đủ dài'

test('somebody new is added, sets the password by the link, and then needs the code of the telephone', async () => {
  const { page } = await site.open('ha')
  await page.goto('/people')
  await page.getByRole('link', { name: 'Thêm người' }).click()
  await page.getByLabel('Họ tên').fill('Ngô Thị Mới')
  await page.getByLabel('Thư điện tử').fill('moi@so.example.vn')
  await page.getByLabel('Chuyên viên', { exact: true }).check()
  await page.getByRole('button', { name: 'Thêm và tạo đường dẫn' }).click()
  const link = (await page.locator('.link-once code').textContent()) ?? ''
  await page.getByRole('link', { name: 'Mở trang của người này' }).click()
  await page.getByText('Đã mời, chưa vào').waitFor()

  const { page: own, errors } = await site.open(null)
  await own.goto(link)
  await own.getByText('Ngô Thị Mới, Sở Văn hóa').waitFor()
  await own.getByLabel('Mật khẩu mới').fill(password)
  await own.getByRole('button', { name: 'Đặt mật khẩu và đăng nhập' }).click()
  await own.getByRole('button', { name: /Tài khoản: Ngô Thị Mới/ }).waitFor()

  await own.goto('/account')
  const factor = own.getByRole('region', { name: 'Mã xác thực (bước thứ hai)' })
  await factor.getByLabel('Mật khẩu hiện tại').fill(password)
  await factor.getByRole('button', { name: 'Bật mã xác thực' }).click()
  const secret = (await factor.locator('.secret-words').first().textContent()) ?? ''
  assert.ok(await factor.getByAltText('Hình vuông để quét').isVisible())
  await factor.getByLabel('Mã 6 số đang hiện').fill(codeOf(secret))
  await factor.getByRole('button', { name: 'Xác nhận và bật' }).click()
  await factor.getByText('Đang bật: mỗi lần').waitFor()

  await own.context().clearCookies()
  await own.goto('/sign-in')
  await own.getByLabel('Thư điện tử').fill('moi@so.example.vn')
  await own.locator('input[type=password]').fill(password)
  await own.keyboard.press('Enter')
  await own.getByLabel('Mã xác thực').fill(codeOf(secret))
  await own.keyboard.press('Enter')
  await own.getByRole('button', { name: /Tài khoản: Ngô Thị Mới/ }).waitFor()
  assert.deepEqual(errors, [])

  const { page: second } = await site.open(null)
  await second.goto(link)
  await second.getByText('Đường dẫn mời này đã dùng để đặt mật khẩu rồi.').waitFor()
})

test('a role that ends while the page is open: the act is refused with since when and whom to ask, and what was typed stays', async () => {
  const { draftId: id } = await startCampaign(office)
  const { version } = await site.people.ha.call(GetDispatch, { params: { id } })
  await site.people.ha.call(SubmitDispatch, { params: { id }, body: { version } })

  const { page } = await site.open('hung')
  await page.goto(`/dispatches/${id}`)
  await page.getByRole('button', { name: 'Trả lại' }).first().click()
  const reason = 'Thiếu số liệu của năm trước, bổ sung giúp'
  await page.getByLabel('Lý do trả lại').fill(reason)

  const hung = await site.people.ha.call(GetPerson, { params: { id: 'hung' } })
  const day = Temporal.PlainDate.from(today(new Date().toISOString()))
  await site.people.ha.call(GiveAppointment, {
    params: { id: 'hung' },
    body: { unitId: hung.unit?.id ?? 0, role: 'reader', from: day.subtract({ days: 9 }).toString() },
  })
  await site.people.ha.call(EndAppointment, {
    params: { id: hung.appointments[0]?.id ?? 0 },
    body: { lastDay: day.subtract({ days: 1 }).toString() },
  })

  await page.getByRole('button', { name: 'Trả lại' }).last().click()
  await page.getByText('Anh/chị không có quyền làm việc này ở đơn vị này.').waitFor()
  await page.getByText(/Vai trò của anh\/chị ở Sở Văn hóa.* đã hết từ sau ngày/).waitFor()
  await page.getByText('Người có thể thay đổi việc này: Phạm Thu Hà.').waitFor()
  assert.equal(await page.getByLabel('Lý do trả lại').inputValue(), reason)
})

test('with the keyboard alone a person is found, opened and given a role', async () => {
  const { page } = await site.open('ha')
  await page.goto('/people')
  await page.getByRole('link', { name: 'Trần Thị Mai' }).waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('tran thi mai')
  await page.waitForURL(/q=tran/)
  await page.getByText('1 người ở các đơn vị').waitFor()
  const tabTo = async (words: string) => {
    for (let count = 0; count < 40; count++) {
      await page.keyboard.press('Tab')
      if ((await page.evaluate(() => document.activeElement?.textContent)) === words) return
    }
    assert.fail(`no way by Tab to "${words}"`)
  }
  await tabTo('Trần Thị Mai')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/people\/mai/)
  await page.getByRole('button', { name: 'Trao vai trò' }).waitFor()
  await tabTo('Trao vai trò')
  await page.keyboard.press('Enter')
  await page.getByLabel('Quyết định').focus()
  await page.keyboard.type('Quyết định 7/QĐ-SVHTTDL')
  await page.keyboard.press('Enter')
  await page.getByText('Quyết định 7/QĐ-SVHTTDL').waitFor()
  const mai = await site.people.ha.call(GetPerson, { params: { id: 'mai' } })
  assert.deepEqual(mai.roles, ['clerk', 'officer'])
})
