/** Rule → preview → publish → a unit proposes a change → the owner agrees → the board; and an evening with its short form. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ListActivities } from '@loa/contract/activities'
import { GetBoard } from '@loa/contract/campaigns'
import { GetDutyTargets } from '@loa/contract/targets'
import { openSite } from '../testing/browser.ts'
import { acceptDuty, issuedCampaign } from '../testing/path.ts'
import { untilDelivered } from '../testing/until.ts'

const site = await openSite()
const office = { ...site.people, settle: () => untilDelivered(site.people.mai) }
const ready = (async () => {
  const { campaignId } = await issuedCampaign(office)
  const duty = await acceptDuty(site.people.lan)
  await acceptDuty(site.people.tho)
  return { campaignId, duty }
})()

test('a rule is written and looked at, published, answered by a proposal, agreed to, and stands on the board', async () => {
  const { campaignId, duty } = await ready
  const owner = await site.open('ha')
  await owner.page.goto(`/campaigns/${campaignId}`)
  await owner.page.getByRole('link', { name: 'Kế hoạch chỉ tiêu' }).click()
  await owner.page.getByRole('button', { name: 'Thêm quy tắc' }).click()
  await owner.page.getByLabel('Loại đơn vị').selectOption('public-service-unit')
  await owner.page.getByLabel('Chỉ tiêu', { exact: true }).selectOption('visual.banner')
  await owner.page.getByLabel('Số lượng').fill('6')
  await owner.page.getByText('19 đơn vị, mỗi đơn vị 6 chiếc').waitFor()
  const preview = owner.page.getByRole('region', { name: 'Xem trước theo đơn vị' }).last()
  await preview.getByText('không giao → 6').first().waitFor()
  await owner.page.getByRole('button', { name: 'Xong quy tắc này' }).click()
  await owner.page.getByRole('button', { name: 'Công bố chỉ tiêu' }).press('Enter')
  await owner.page.getByText('Đã công bố bản 1.').waitFor()

  const unit = await site.open('ttvh-291', 'phone')
  await unit.page.goto('/')
  await unit.page
    .getByRole('link', { name: /Trả lời chỉ tiêu được giao|Mở chỉ tiêu/ })
    .first()
    .click()
  await unit.page.getByRole('heading', { name: 'Chỉ tiêu được giao' }).waitFor()
  await unit.page.getByText('Đề nghị điều chỉnh', { exact: true }).click()
  await unit.page.getByLabel('Băng rôn, khẩu hiệu (chiếc)').fill('4')
  await unit.page.getByRole('button', { name: 'Gửi đề nghị' }).click()
  await unit.page.getByText('Ghi lý do, từ 3 ký tự.').waitFor()
  await unit.page.getByLabel('Lý do điều chỉnh Băng rôn, khẩu hiệu').fill('Chỉ có bốn điểm treo')
  await unit.page.getByRole('button', { name: 'Gửi đề nghị' }).click()
  await unit.page.getByText('Đã gửi trả lời tới bên giao việc.').waitFor()

  await owner.page.reload()
  await owner.page.getByText('Lý do: Chỉ có bốn điểm treo').waitFor()
  await owner.page.getByRole('button', { name: 'Đồng ý đề nghị' }).click()
  await owner.page.getByText('Bản 2: 1 chỉ tiêu ở 1 đơn vị').waitFor()
  // What was agreed to is part of the kept plan now: nothing is left to publish that would take it back.
  await owner.page.getByText(/· 0 chỉ tiêu khác bản đã công bố/).waitFor()
  await owner.page.getByText('Nháp chỉ bên giao việc thấy').waitFor()

  const { rows } = await site.people.ha.call(GetBoard, {
    params: { id: campaignId },
    query: { limit: 200 },
  })
  const planOf = (code: string) =>
    rows.find((row) => row.unit.code === code)?.cells['visual.banner']?.plan ?? null
  assert.deepEqual([planOf('HD-291-TTVH'), planOf('HD-298-TTVH')], [4, 6])
  await owner.page.goto(`/campaigns/${campaignId}?q=nam%20sach`)
  await owner.page.getByText('/4', { exact: true }).first().waitFor()

  await unit.page.reload()
  await unit.page.getByText('Đã đồng ý', { exact: true }).first().waitFor()
  const tho = await site.people.tho.call(GetDutyTargets, {
    params: { id: (await acceptDuty(site.people.tho)).id },
  })
  assert.equal(tho.number, 1)
  const hers = await site.people.lan.call(GetDutyTargets, { params: { id: duty.id } })
  assert.deepEqual(
    hers.versions.map(({ number, changes }) => [number, changes[0]?.before, changes[0]?.after]),
    [
      [2, 6, 4],
      [1, null, 6],
    ],
  )
  assert.deepEqual([...owner.errors, ...unit.errors, ...owner.foreign, ...unit.foreign], [])
})

test('an evening is recorded on the phone with its short form, two numbers and a photo less: a PDF shows it', async () => {
  const { duty } = await ready
  const { page, errors } = await site.open('ttvh-291', 'phone')
  await page.goto(`/duties/${duty.id}/record`)
  await page.getByLabel('Hình thức và chỉ tiêu').selectOption('performance.session')
  await page.getByRole('button', { name: 'Thêm số liệu của hoạt động này' }).click()
  await page.getByLabel('Chỉ tiêu cùng hình thức').selectOption('performance.visits')
  await page.getByLabel(/^Số lượng \(lượt người\)/).fill('350')
  await page.getByLabel('Mức chính xác').last().selectOption('over')
  await page.getByLabel(/^Nơi làm/).fill('Nhà văn hóa thị trấn')
  await page.getByLabel('Chọn tất cả').check()
  await page.locator('input[data-kind="document"]').setInputFiles({
    name: 'bien-ban.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7\nbiên bản'),
  })
  await page.getByRole('button', { name: 'Ghi và gửi minh chứng' }).click()
  // The short form is asked for, field by field, before anything is sent.
  await page.getByText('Còn 2 ô cần sửa').waitFor()
  await page.getByRole('link', { name: 'Chương trình hoặc phim' }).click()
  await page.keyboard.type('Đêm văn nghệ gia đình')
  await page.getByLabel(/^Lượt người đếm bằng cách nào/).selectOption('estimate')
  await page.getByRole('button', { name: 'Ghi và gửi minh chứng' }).click()
  await page.getByText('Đã gửi minh chứng').first().waitFor()
  const { rows } = await site.people.lan.call(ListActivities, { query: { form: 'performance-film' } })
  assert.deepEqual(
    rows.map(({ quantities, details, standing, attachments }) => ({
      quantities: quantities.map(({ indicator, quantity, qualifier }) => [indicator, quantity, qualifier]),
      details,
      standing,
      files: attachments.map(({ name }) => name),
    })),
    [
      {
        quantities: [
          ['performance.session', 1, 'exact'],
          ['performance.visits', 350, 'over'],
        ],
        details: { title: 'Đêm văn nghệ gia đình', visitsMethod: 'estimate' },
        standing: 'proved',
        files: ['bien-ban.pdf'],
      },
    ],
  )
  await page
    .getByRole('button', { name: 'Mở hoạt động' })
    .or(page.getByRole('link', { name: 'Mở hoạt động' }))
    .click()
  await page.getByText('hơn 350 lượt người').first().waitFor()
  assert.deepEqual(errors, [])
})
