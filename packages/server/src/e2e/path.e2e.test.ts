/** The path as people walk it, in a real browser: from the upload of a dispatch to the downloaded report. */
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { after, test } from 'node:test'
import { ListActivities } from '@loa/contract/activities'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { openSite } from '../testing/browser.ts'
import { photo } from '../testing/path.ts'
import { until, untilDelivered } from '../testing/until.ts'

const site = await openSite()
const folder = mkdtempSync(join(tmpdir(), 'loa-path-'))
after(() => rmSync(folder, { recursive: true, force: true }))

/** The dispatch to walk with: our own example, or another one by path. */
const dispatch =
  process.env.LOA_DISPATCH ?? join(import.meta.dirname, '../../../../examples/dispatches/ngay-gia-dinh.txt')

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const next = (page: Page, name: string | RegExp) => page.locator('.next-step').getByRole('button', { name })

/** Signs in on the page itself, with one click on the example person. */
const enter = async (name: string, size: 'office' | 'phone' = 'office') => {
  const { page, errors, foreign } = await site.open(null, size)
  await page.goto('/')
  await page.getByRole('searchbox', { name: 'Tìm người hoặc đơn vị' }).fill(name)
  await button(page, new RegExp(name)).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForURL((url) => url.pathname === '/')
  return { page, errors, foreign }
}

const download = async (page: Page, name: string | RegExp): Promise<Buffer> => {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name }).first().click(),
  ])
  const path = join(folder, basename(file.suggestedFilename()))
  await file.saveAs(path)
  return readFileSync(path)
}

let draftPath = ''
let campaignPath = ''

test('an officer uploads the dispatch, decides each proposal beside its sentence, and starts the campaign', async () => {
  const { page, errors, foreign } = await enter('Phạm Thu Hà')
  await page.goto('/dispatches?direction=in')
  await page.locator('input[type=file]').first().setInputFiles(dispatch)
  await page.waitForURL(/\/dispatches\/\d+/)

  // The first proposal by its own button, its sentence marked in the document; then group by group.
  await next(page, /Xác nhận Đ1 và sang câu tiếp/).click()
  await next(page, /Xác nhận Đ1 và sang câu tiếp/).waitFor({ state: 'detached' })
  const groups = button(page, /^Xác nhận cả nhóm/)
  while ((await groups.count()) > 0) {
    const name = (await groups.first().getAttribute('aria-label')) ?? ''
    const group = page.getByRole('button', { name, exact: true })
    await group.click()
    // Others may leave at the same moment: a group of which one is left has no button any more.
    await group.waitFor({ state: 'detached' })
  }
  // A group of one, or a phrase that reads in several ways, is confirmed by itself.
  const wordsOf = async () => (await page.locator('.next-step button').textContent()) ?? ''
  for (let words = await wordsOf(); words.startsWith('Xác nhận'); words = await wordsOf()) {
    await next(page, words).click()
    await until(async () => (await wordsOf()) !== words)
  }
  const uploaded = new URL(page.url()).pathname
  await next(page, 'Mở đợt tuyên truyền').click()
  await page.waitForURL((url) => /\/dispatches\/\d+/.test(url.pathname) && url.pathname !== uploaded)
  await page.getByRole('img', { name: /Trang 1 trên/ }).waitFor()
  draftPath = new URL(page.url()).pathname
  assert.deepEqual(errors, [])
  assert.deepEqual(foreign, [])
})

test('the draft is changed with the printed page beside it, handed up, returned with a reason, and handed up again', async () => {
  const { page } = await enter('Phạm Thu Hà')
  await page.goto(draftPath)
  const subject = page.getByLabel('Trích yếu')
  const drawn = page.getByRole('img', { name: /Trang 1 trên/ })
  await drawn.waitFor()
  const before = await drawn.getAttribute('src')
  await subject.fill(`${await subject.inputValue()} (đợt thử)`)
  await until(async () => (await drawn.getAttribute('src')) !== before)
  await next(page, 'Lưu dự thảo').click()
  await next(page, 'Trình dự thảo').click()

  const head = await enter('Lê Văn Hưng')
  await head.page.goto(draftPath)
  await button(head.page, 'Trả lại').first().click()
  await head.page.getByLabel('Lý do trả lại').fill('Bỏ chữ đợt thử')
  await head.page.locator('form, dialog').getByRole('button', { name: 'Trả lại' }).last().click()
  // The words stand in the field before they are sent: only the note says that they were.
  await head.page.locator('.note.bad').getByText('Bỏ chữ đợt thử').waitFor()

  await page.reload()
  await page.getByText('Bỏ chữ đợt thử').first().waitFor()
  await subject.fill((await subject.inputValue()).replace(' (đợt thử)', ''))
  await next(page, 'Lưu dự thảo').click()
  await next(page, 'Trình dự thảo').click()
  await until(async () => (await next(page, 'Trình dự thảo').count()) === 0)
})

test('the head approves, the leader signs, the clerk numbers and issues, and every unit has it', async () => {
  for (const [name, ...acts] of [
    ['Lê Văn Hưng', 'Duyệt dự thảo'],
    ['Vũ Minh Quân', 'Ký văn bản'],
    ['Trần Thị Mai', 'Cấp số, ngày', 'Ban hành và gửi'],
  ] as const) {
    const { page } = await enter(name)
    await page.goto(draftPath)
    for (const act of acts) {
      await next(page, act).click()
      await until(async () => (await next(page, act).count()) === 0)
    }
    await page.context().close()
  }
  await untilDelivered(site.people.mai)
  const { page } = await enter('Phạm Thu Hà')
  await page.goto(draftPath)
  assert.match((await download(page, 'PDF')).subarray(0, 5).toString(), /%PDF/)
  assert.equal((await download(page, 'DOCX')).subarray(0, 2).toString(), 'PK')
  await page.goto('/campaigns')
  await page
    .getByRole('link', { name: /Tuyên truyền/ })
    .first()
    .click()
  await page.waitForURL(/\/campaigns\/\d+/)
  campaignPath = new URL(page.url()).pathname
  await page.getByText('39/39 đơn vị', { exact: false }).first().waitFor()
})

test('a unit accepts on the phone, plans, and records a banner with its photo', async () => {
  const { page, errors } = await enter('Hoàng Thị Lan Anh', 'phone')
  await page.locator('a[href^="/duties/"]').first().click()
  await page.waitForURL(/\/duties\/\d+/)
  await button(page, 'Nhận việc').first().click()
  await button(page, 'Lập kế hoạch').first().click()
  await page.getByLabel('Băng rôn, khẩu hiệu (chiếc)').fill('12')
  await button(page, 'Lưu kế hoạch').first().click()
  // The next step becomes the record of what was done.
  await page.locator('.next-step').getByRole('link', { name: 'Ghi hoạt động' }).click()
  await page.waitForURL(/\/record/)
  const file = join(folder, 'bang-ron.jpg')
  writeFileSync(file, await photo(66, today().replaceAll('-', ':')))
  await page.locator('input[type=file]').first().setInputFiles(file)
  await page.getByLabel('Hình thức và chỉ tiêu').selectOption('visual.banner')
  await page
    .getByLabel(/^Số lượng/)
    .first()
    .fill('3')
  await page.getByLabel(/^Nơi làm/).fill('Ngã tư thị trấn Nam Sách')
  await page.getByLabel('Chọn tất cả').check()
  await button(page, 'Ghi và gửi minh chứng').click()
  await page.getByText('Đã gửi minh chứng').first().waitFor()
  const standings = async () =>
    (await site.people.lan.call(ListActivities)).rows.map(
      ({ quantities, standing }) => `${quantities[0]?.quantity} ${standing}`,
    )
  assert.equal((await standings()).length, 1)
  // A claim until the photo was opened, some seconds later.
  await until(async () => (await standings())[0] === '3 proved')
  assert.deepEqual(errors, [])
})

test('the department opens the figure down to the photo', async () => {
  const { page } = await enter('Phạm Thu Hà')
  await page.goto(`${campaignPath}?figure=visual.banner`)
  const panel = page.locator('.figure-panel')
  await panel.getByText('đã chứng minh').first().waitFor()
  await panel
    .getByRole('link', { name: /Nam Sách/ })
    .or(panel.getByRole('button', { name: /Nam Sách/ }))
    .first()
    .click()
  await panel
    .getByRole('img', { name: /Ngã tư thị trấn Nam Sách/ })
    .first()
    .waitFor()
  await page.keyboard.press('Escape')
  await until(async () => (await panel.count()) === 0)
})

test('the report names who is missing, and comes down as PDF, DOCX and XLSX', async () => {
  const { page } = await enter('Phạm Thu Hà')
  await page.goto(campaignPath)
  await button(page, 'Lập báo cáo').first().click()
  await page.waitForURL(/\/reports\/\d+/)
  await page.getByText('1/39 đơn vị đã báo cáo', { exact: false }).first().waitFor()
  await page.getByText('Trung tâm Văn hóa - Thể thao huyện Tứ Kỳ').first().waitFor()
  assert.match((await download(page, 'PDF')).subarray(0, 5).toString(), /%PDF/)
  assert.equal((await download(page, 'DOCX')).subarray(0, 2).toString(), 'PK')
  const workbook = unzipSync(await download(page, /XLSX/))
  assert.match(strFromU8(workbook['xl/worksheets/sheet2.xml'] ?? new Uint8Array()), /<f>SUM\(/)
})

test('a file that is no dispatch is refused with what to do, and the good file after it is read', async () => {
  const { page } = await enter('Phạm Thu Hà')
  await page.goto('/dispatches?direction=in')
  const wrong = join(folder, 'anh.docx')
  writeFileSync(wrong, 'MZ\x90\x00 a program under the name of a document')
  await page.locator('input[type=file]').first().setInputFiles(wrong)
  await page.getByText('Tệp không phải docx, doc, pdf, txt hay ảnh quét.').waitFor()
  await page.getByText('Làm gì bây giờ', { exact: false }).first().waitFor()
  // The same dispatch again: said and linked, not doubled.
  await page.locator('input[type=file]').first().setInputFiles(dispatch)
  await page.getByText('Tệp này đã có', { exact: false }).waitFor()
})

test('in English every page speaks English', async () => {
  const { page } = await enter('Phạm Thu Hà')
  await button(page, 'English').click()
  for (const path of [
    '/',
    '/dispatches?direction=in',
    draftPath,
    '/campaigns',
    campaignPath,
    '/reports',
    '/units',
  ]) {
    await page.goto(path)
    await page.waitForLoadState('networkidle')
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'en')
    const words = await page.locator('nav, button, th, label').allInnerTexts()
    const left = words.filter((word) =>
      /^(Đợt tuyên truyền|Văn bản|Báo cáo|Đơn vị|Việc của tôi|Xem thêm|Tìm|Lưu)$/.test(word.trim()),
    )
    assert.deepEqual(left, [], path)
  }
})

const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date())
