/** A dispatch is put right on its page: by typing, by marking words on the original, and by keyboard alone. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CorrectDispatch } from '@loa/contract/corrections'
import { GetDispatch, UploadDispatch } from '@loa/contract/dispatches'
import { StartCampaign } from '@loa/contract/plans'
import type { Page } from 'playwright-core'
import { axeClean } from '../testing/axe.ts'
import { openSite, sizes } from '../testing/browser.ts'
import { confirmAll, examplePdf, upload } from '../testing/path.ts'
import { until, untilDelivered } from '../testing/until.ts'

const site = await openSite()
const { ha } = site.people
const office = { ...site.people, settle: () => untilDelivered(site.people.mai) }

const row = (page: Page, path: string) => page.locator(`[data-field="${path}"]`)
const edit = async (page: Page, path: string) => {
  await row(page, path).locator('.field-acts button').last().click()
  return row(page, path).locator('input, textarea').first()
}

/** With the form open, at both sizes. */
const clean = async (page: Page) => {
  for (const size of [sizes.phone, sizes.office]) {
    await page.setViewportSize(size)
    await axeClean(page)
    assert.equal(
      await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth),
      false,
    )
  }
}

/** Selects the first words of a line on the page as a drag of the mouse does. */
const select = (page: Page, words: string) =>
  page.evaluate((wanted) => {
    for (const piece of document.querySelectorAll('.reading-root [data-start]')) {
      const at = piece.textContent?.indexOf(wanted) ?? -1
      const text = piece.firstChild
      if (at < 0 || !text) continue
      document.getSelection()?.setBaseAndExtent(text, at, text, at + wanted.length)
      return
    }
    throw new Error('these words are not on the page')
  }, words)

test('the subject typed, the issuer marked on the page of a PDF: both stay with who did it, and the draft uses them', async () => {
  const { dispatch } = await ha.call(UploadDispatch, {
    query: { name: 'ngay-gia-dinh.pdf' },
    bytes: await examplePdf(),
  })
  const { page, errors } = await site.open('ha')
  await page.goto(`/dispatches/${dispatch.id}?fields=open&pane=left`)
  const field = await edit(page, 'subject')
  await field.fill('tuyên truyền Ngày Gia đình Việt Nam, chữ đã sửa')
  await page.keyboard.press('Tab')
  await row(page, 'subject').getByRole('button', { name: 'Lưu' }).click()
  await row(page, 'subject').getByText('đọc được: tuyên truyền Ngày Gia đình').waitFor()

  await edit(page, 'issuer')
  await page.locator('.page-sheet img').first().waitFor()
  await select(page, 'SỞ VĂN HÓA')
  await page.getByRole('button', { name: 'Lấy “SỞ VĂN HÓA” cho Cơ quan ban hành' }).waitFor()
  await clean(page)
  await page.getByRole('button', { name: 'Lấy “SỞ VĂN HÓA” cho Cơ quan ban hành' }).click()
  await row(page, 'issuer').getByRole('button', { name: 'Lưu' }).click()
  await row(page, 'issuer').getByText('đọc được: SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH').waitFor()

  await page.reload()
  for (const path of ['subject', 'issuer']) {
    await row(page, path).getByText('Đã sửa', { exact: true }).waitFor()
    await row(page, path).getByText('Phạm Thu Hà').waitFor()
  }
  const { tree, corrections } = await ha.call(GetDispatch, { params: dispatch })
  assert.equal(tree.issuer, 'SỞ VĂN HÓA')
  assert.deepEqual(
    corrections.map(({ field, how }) => [field, how]),
    [
      ['subject', 'typed'],
      ['issuer', 'marked'],
    ],
  )
  await confirmAll(office, dispatch.id)
  const { draftId } = await ha.call(StartCampaign, { params: dispatch, body: {} })
  const draft = await ha.call(GetDispatch, { params: { id: draftId } })
  assert.equal(draft.tree.subject, 'tuyên truyền Ngày Gia đình Việt Nam, chữ đã sửa')
  await page.goto(`/dispatches/${draftId}`)
  await page.getByRole('heading', { name: /chữ đã sửa/ }).waitFor()
  assert.deepEqual(errors, [])
  await page.context().close()
})

test('a proposal that is chosen shows its words on the page, and its tag on the page chooses it', async () => {
  const { dispatch } = await ha.call(UploadDispatch, {
    query: { name: 'ban-khac.pdf' },
    // The same pages with a byte behind them: another file, another dispatch.
    bytes: Buffer.concat([await examplePdf(), Buffer.from('\n')]),
  })
  const { page } = await site.open('ha')
  await page.goto(`/dispatches/${dispatch.id}`)
  await page.locator('.page-box').first().waitFor()
  const rows = page.locator('.proposal-head')
  await rows.last().click()
  await page.locator('.page-box.on').first().waitFor()
  await until(() =>
    page
      .locator('.page-box.on')
      .first()
      .evaluate((box) => {
        const { top } = box.getBoundingClientRect()
        return top > 0 && top < innerHeight
      }),
  )
  await page.locator('.page-sheet .tag', { hasText: 'Đ1' }).click()
  assert.equal(await rows.first().getAttribute('aria-current'), 'true')
  await page.getByRole('button', { name: 'Chữ đọc được' }).click()
  await page.locator('.reading mark.cited.on').first().waitFor()
  await page.context().close()
})

test('of two who correct at once the second is told who was first, keeps what was typed, and saves again', async () => {
  const { dispatch } = await ha.call(UploadDispatch, {
    query: { name: 'hai-nguoi.pdf' },
    bytes: Buffer.concat([await examplePdf(), Buffer.from('\n\n')]),
  })
  const { page } = await site.open('ha')
  await page.goto(`/dispatches/${dispatch.id}?fields=open`)
  const field = await edit(page, 'subject')
  await field.fill('chữ của Hà')
  await site.people.mai.call(CorrectDispatch, {
    params: { id: dispatch.id },
    body: { version: dispatch.version, changes: [{ field: 'number', how: 'typed', value: '9' }] },
  })
  await row(page, 'subject').getByRole('button', { name: 'Lưu' }).click()
  await page.getByText(/Trần Thị Mai đã sửa văn bản này/).waitFor()
  assert.equal(await field.inputValue(), 'chữ của Hà')
  await row(page, 'number').getByText('Đã sửa', { exact: true }).waitFor()
  await row(page, 'subject').getByRole('button', { name: 'Lưu' }).click()
  await row(page, 'subject').getByText('Đã sửa', { exact: true }).waitFor()
  await page.context().close()
})

test('by keyboard alone: a field opens, words are selected with the arrows, a fault stands by the field, Escape leaves', async () => {
  const { id } = await upload(office, 'thang-an-toan-giao-thong.txt')
  const { page } = await site.open('mai')
  await page.goto(`/dispatches/${id}?fields=open&pane=left`)
  await row(page, 'date').waitFor()
  await row(page, 'date').locator('.field-acts button').last().focus()
  await page.keyboard.press('Enter')
  await row(page, 'date').locator('input:focus').waitFor()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('31/2/2023')
  await page.keyboard.press('Enter')
  await row(page, 'date').getByText('Ngày không có thật').waitFor()
  await clean(page)
  await page.keyboard.press('Escape')
  assert.equal(await row(page, 'date').locator('form').count(), 0)

  await row(page, 'signerName').locator('.field-acts button').last().focus()
  await page.keyboard.press('Enter')
  await row(page, 'signerName').locator('input:focus').waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Control+Home')
  for (let letter = 0; letter < 4; letter++) await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  const { tree } = await ha.call(GetDispatch, { params: { id } })
  const words = tree.text.slice(0, 4).trim()
  await row(page, 'signerName').getByText(`Lấy từ văn bản: “${words}”`).waitFor()
  await row(page, 'signerName').getByRole('button', { name: 'Lưu' }).focus()
  await page.keyboard.press('Enter')
  await until(async () => (await ha.call(GetDispatch, { params: { id } })).tree.signerName === words)
  await row(page, 'signerName')
    .getByRole('button', { name: /Trả về như đã đọc/ })
    .focus()
  await page.keyboard.press('Enter')
  await until(async () => (await ha.call(GetDispatch, { params: { id } })).corrections.length === 2)
  await page.context().close()
})
