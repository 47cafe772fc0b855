/** The paper of an office: a document comes in, is entered, forwarded and finished; a draft is remarked on; numbers are kept and struck. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ApproveDispatch, GetDispatch, SignDispatch, SubmitDispatch } from '@loa/contract/dispatches'
import { axeClean } from '../testing/axe.ts'
import { openSite } from '../testing/browser.ts'
import { startCampaign, upload } from '../testing/path.ts'
import { untilDelivered } from '../testing/until.ts'

const site = await openSite()
const { ha, hung, quan, mai } = site.people
const office = { ...site.people, settle: () => untilDelivered(mai) }

test('a document is entered by the clerk, forwarded by the head with a deadline, finished by the officer, and stands in the book', async () => {
  const { id } = await upload(office, 'thang-an-toan-giao-thong.txt')
  const clerk = await site.open('mai')
  await clerk.page.goto(`/dispatches/${id}`)
  await clerk.page.getByRole('button', { name: 'Vào sổ, số đến 1' }).click()
  await clerk.page.getByLabel('Ghi chú').fill('Bản giấy đến sau')
  await clerk.page.getByRole('button', { name: 'Vào sổ', exact: true }).click()
  await clerk.page.getByText('Số đến 1').waitFor()

  const head = await site.open('hung')
  await head.page.goto('/registers?book=in')
  await head.page.getByRole('link', { name: /tuyên truyền Tháng an toàn giao thông/ }).click()
  await head.page.getByLabel('Chủ trì').selectOption('ha')
  await head.page.getByRole('checkbox', { name: /Trần Thị Mai/ }).check()
  await head.page.getByLabel('Thời hạn').fill('2099-12-31')
  await head.page.getByLabel('Ý kiến chỉ đạo').fill('Tham mưu triển khai')
  await head.page.getByRole('button', { name: 'Chuyển', exact: true }).click()
  await head.page.getByText('giải quyết, hạn 31/12/2099').waitFor()
  await axeClean(head.page)

  const officer = await site.open('ha', 'phone')
  await officer.page.goto(head.page.url().replace(site.url, ''))
  await officer.page.getByLabel('Đã làm gì, kết quả').fill('Đã ban hành công văn triển khai')
  await officer.page.getByLabel('Số, ký hiệu văn bản trả lời').fill('15/SVHTTDL-QLVHGĐ')
  await officer.page.getByRole('button', { name: 'Đã giải quyết xong' }).click()
  await officer.page.getByText('Đã giải quyết xong ngày').waitFor()
  await axeClean(officer.page)

  const slip = officer.page.getByRole('link', { name: 'In phiếu giải quyết' })
  const paper = await officer.page.request.get((await slip.getAttribute('href')) ?? '')
  assert.deepEqual([paper.status(), paper.headers()['content-type']], [200, 'application/pdf'])
  await clerk.page.goto('/registers?book=in')
  await clerk.page.getByText('15/SVHTTDL-QLVHGĐ').waitFor()
  const download = clerk.page.waitForEvent('download')
  await clerk.page.getByRole('link', { name: /Tải PDF/ }).click()
  assert.match((await download).suggestedFilename(), /^so-van-ban-den-\d{4}\.pdf$/)
})

test('a head remarks on a selected sentence and gives the draft back; after the change the clerk uses a kept number, strikes it and gives another', async () => {
  const { draftId: id } = await startCampaign(office)
  const step = async (who: typeof ha, contract: typeof SubmitDispatch) => {
    const { version } = await who.call(GetDispatch, { params: { id } })
    await who.call(contract, { params: { id }, body: { version } })
  }
  await step(ha, SubmitDispatch)
  const officer = await site.open('ha')
  await officer.page.goto(`/dispatches/${id}`)
  await officer.page.getByText('Chờ duyệt: ').waitFor()

  const head = await site.open('hung')
  await head.page.goto(`/dispatches/${id}`)
  await head.page.getByText('Góp ý', { exact: true }).first().click()
  await head.page.locator('.draft-words').getByText('lập kế hoạch').first().selectText()
  const sentence = head.page.getByLabel('Câu được góp ý')
  await head.page.waitForFunction(
    (box) => (box as HTMLSelectElement).value !== '',
    await sentence.elementHandle(),
  )
  await head.page.locator('.remark-form textarea').fill('Nêu rõ hạn gửi kế hoạch')
  await head.page.getByRole('button', { name: 'Gửi góp ý' }).click()
  await head.page.locator('.remark').getByText('Nêu rõ hạn gửi kế hoạch').waitFor()
  await axeClean(head.page)
  await head.page.getByRole('button', { name: 'Trả lại' }).first().click()
  await head.page.getByLabel(/Lý do/).fill('Xem góp ý')
  await head.page.getByRole('button', { name: 'Trả lại' }).last().click()
  await head.page.locator('.note.bad').getByText('Xem góp ý').waitFor()

  await officer.page.reload()
  await officer.page.getByText('1 chưa xong').waitFor()
  await officer.page.getByRole('textbox', { name: 'Trích yếu' }).fill('triển khai Ngày Gia đình Việt Nam')
  await officer.page.getByRole('button', { name: 'Lưu dự thảo' }).first().click()
  await officer.page.getByRole('button', { name: 'Đã sửa xong' }).click()
  await officer.page.getByRole('button', { name: 'Mở lại' }).waitFor()
  await officer.page.getByText('Các lần sửa').click()
  await officer.page.locator('.versions button').first().click()
  await officer.page.locator('.draft-changes ins').first().waitFor()
  await axeClean(officer.page)

  await step(ha, SubmitDispatch)
  await step(hung, ApproveDispatch)
  await step(quan, SignDispatch)
  const clerk = await site.open('mai')
  await clerk.page.goto('/registers?book=numbers')
  await clerk.page.getByLabel('Để làm gì').fill('Công văn Ngày Gia đình')
  await clerk.page.getByRole('button', { name: 'Giữ chỗ', exact: true }).click()
  await clerk.page.getByText('Đã giữ số 01.').waitFor()
  await clerk.page.goto(`/dispatches/${id}`)
  await clerk.page.getByRole('button', { name: 'Dùng số 01' }).click()
  await clerk.page.getByRole('button', { name: /^Hủy số 01/ }).click()
  await clerk.page.getByLabel('Lý do hủy').fill('Sai trích yếu')
  await clerk.page.getByRole('button', { name: 'Hủy số', exact: true }).click()
  await clerk.page.getByRole('button', { name: 'Cấp số' }).click()
  await clerk.page.getByText('02/SVHTTDL-QLVHGĐ').first().waitFor()
  await clerk.page.goto('/registers')
  await clerk.page.locator('.register-lines').getByText('số hủy').waitFor()
  await axeClean(clerk.page)
})
