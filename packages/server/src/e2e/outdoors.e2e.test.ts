/** Sites, drives and gatherings in a real browser, as the centre of a district works with them. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openSite } from '../testing/browser.ts'
import { acceptDuty, issuedCampaign, photo } from '../testing/path.ts'
import { untilDelivered } from '../testing/until.ts'

const site = await openSite()
const folder = mkdtempSync(join(tmpdir(), 'loa-outdoors-'))
after(() => rmSync(folder, { recursive: true }))
const ready = issuedCampaign({ ...site.people, settle: () => untilDelivered(site.people.mai) }).then(() =>
  acceptDuty(site.people.lan),
)

test('a site is noted, something is hung on it, missed on a walk, found again, and taken down', async () => {
  await ready
  const { page, errors, foreign } = await site.open('ttvh-291')
  await page.goto('/sites')
  await page.getByText('Chưa có điểm treo nào').waitFor()
  await page.getByRole('link', { name: 'Thêm điểm treo' }).first().click()
  await page.getByLabel('Tên gọi').fill('Pa nô ngã tư bưu điện')
  await page.getByLabel('Địa điểm').fill('Thị trấn Nam Sách')
  await page.getByLabel('Vĩ độ').fill('20,99')
  await page.getByRole('button', { name: 'Lưu điểm' }).click()
  await page.getByText('gõ đủ cả hai hoặc để trống cả hai').waitFor()
  await page.getByLabel('Kinh độ').fill('106,33')
  await page.getByLabel('Rộng mặt 1 (m)').fill('4')
  await page.getByLabel('Cao mặt 1 (m)').fill('3')
  await page.getByRole('button', { name: 'Lưu điểm' }).click()
  await page.getByRole('button', { name: 'Treo lên Mặt A' }).click()
  await page.getByLabel('Nội dung treo').fill('Gia đình hạnh phúc')
  await page.getByRole('button', { name: 'Ghi đã treo' }).click()
  await page.getByText('Đang treo', { exact: true }).waitFor()

  await page.goto('/sites/walk')
  await page.getByText('Đã xem 0/1').waitFor()
  await page.getByRole('button', { name: 'Không thấy: Gia đình hạnh phúc' }).click()
  await page.getByText('Đã xem 1/1').waitFor()
  const file = join(folder, 'cho-trong.jpg')
  writeFileSync(file, await photo(99))
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('button', { name: 'Chụp ảnh' }).waitFor({ state: 'detached' })
  await page.goto('/')
  await page.getByRole('link', { name: /Sửa điểm treo bị báo hỏng, mất/ }).waitFor()
  await page.goto('/sites/walk')
  await page.getByRole('button', { name: 'Còn treo: Gia đình hạnh phúc' }).click()
  await page.getByText(/^Còn treo, /).waitFor()

  await page.goto('/sites')
  await page.getByRole('link', { name: 'Pa nô ngã tư bưu điện' }).click()
  await page.getByRole('button', { name: 'Ghi đã gỡ: Gia đình hạnh phúc' }).click()
  await page.getByText('Trống', { exact: true }).waitFor()
  await page.getByText(/^Gia đình hạnh phúc: /).waitFor()
  assert.deepEqual(errors, [])
  assert.deepEqual(foreign, [])
})

test('a drive is planned and its track read from a GPX file', async () => {
  await ready
  const { page, errors } = await site.open('ttvh-291')
  await page.goto('/vehicles')
  await page.getByLabel('Biển số').fill('34a 123.45')
  await page.getByLabel('Tên gọi').fill('Xe loa Trung tâm')
  await page.getByRole('button', { name: 'Thêm xe' }).click()
  await page.getByLabel('Lộ trình').fill('An Lâm, Hợp Tiến')
  await page.getByLabel('Ngày').fill('2026-06-08')
  await page.getByRole('button', { name: 'Lưu chuyến' }).click()
  await page.getByRole('link', { name: '34A-12345: An Lâm, Hợp Tiến' }).click()
  const file = join(folder, 'chuyen.gpx')
  const points = [0, 1, 2, 3].map(
    (n) => `<trkpt lat="${20.99 + n * 0.005}" lon="106.33"><time>2026-06-08T00:1${n}:00Z</time></trkpt>`,
  )
  writeFileSync(
    file,
    `<gpx>${points.join('')}<trkpt lat="1" lon="1"><time>2026-06-08T09:00:00Z</time></trkpt></gpx>`,
  )
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByText('Thêm 4 điểm; 0 điểm đã có, 1 điểm ngoài giờ chuyến bị bỏ').waitFor()
  await page.getByRole('img', { name: 'Hình vẽ hành trình dài 1,7 km' }).waitFor()
  writeFileSync(file, 'không phải GPX')
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByText('Tệp không đọc được như hành trình GPX.').waitFor()
  assert.deepEqual(errors, [])
})

test('two gatherings that clash are told, planned all the same, and ended by the storm in one act', async () => {
  await ready
  const { page, errors } = await site.open('ttvh-291')
  await page.goto('/gatherings')
  await page.getByLabel('Tên địa điểm').fill('Sân kho An Lâm')
  await page.getByLabel('Ở đâu').fill('Xã An Lâm')
  await page.getByLabel('Ngoài trời (mưa bão thì hoãn)').check()
  await page.getByRole('button', { name: 'Ghi địa điểm' }).click()
  const form = page.locator('form', { has: page.getByRole('button', { name: 'Xếp buổi' }) })
  const plan = async (title: string) => {
    await form.getByLabel('Tên buổi').fill(title)
    await form.getByLabel('Ngày').fill('2030-06-08')
    await form.getByLabel('Người tham gia').fill('Nguyễn Văn An\nTrần Thị Bình')
    await form.getByRole('button', { name: 'Xếp buổi' }).click()
  }
  await plan('Biểu diễn văn nghệ')
  await page.getByText('1 buổi từ hôm nay').waitFor()
  await plan('Chiếu phim')
  await page.getByText('Trùng người: Biểu diễn văn nghệ: Nguyễn Văn An, Trần Thị Bình').waitFor()
  await page.getByRole('button', { name: 'Vẫn xếp' }).click()
  await page.getByText('2 buổi từ hôm nay').waitFor()
  const weather = page.locator('section', { has: page.getByRole('heading', { name: 'Hoãn vì thời tiết' }) })
  await weather.getByLabel('Ngày').fill('2030-06-08')
  await weather.getByLabel('Lý do').fill('Bão số 1')
  await weather.getByRole('button', { name: 'Hoãn tất cả trong khoảng giờ' }).click()
  await page.getByText('Đã hoãn 2 buổi và 0 chuyến xe.').waitFor()
  assert.equal(await page.getByText('Đã hoãn, hủy: Bão số 1').count(), 2)
  await page.getByRole('button', { name: 'Tạo địa chỉ lịch' }).click()
  const address = await page.locator('.feed-address').textContent()
  const calendar = await page.request.get(address ?? '')
  assert.match(await calendar.text(), /STATUS:CANCELLED/)
  assert.match(calendar.headers()['content-type'] ?? '', /text\/calendar/)
  assert.deepEqual(errors, [])
})
