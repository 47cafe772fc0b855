/** A draft written by keys alone, the printed page beside it, and two people in it at once. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Dispatch, GetDispatch } from '@loa/contract/dispatches'
import type { Page } from 'playwright-core'
import { axeClean } from '../testing/axe.ts'
import { openSite } from '../testing/browser.ts'
import { startCampaign } from '../testing/path.ts'

const site = await openSite()
const office = { ...site.people, settle: async () => undefined }
const { draftId } = await startCampaign(office)

const lines = ({ tree }: Dispatch) =>
  tree.body.map((block) =>
    block.kind === 'paragraph'
      ? [block.marker, ...block.runs.map(({ text }) => text)].filter(Boolean).join(' ')
      : '',
  )
const saved = () => site.people.ha.call(GetDispatch, { params: { id: draftId } })
const openDraft = async (personId = 'ha') => {
  const opened = await site.open(personId)
  await opened.page.goto(`/dispatches/${draftId}`)
  await opened.page.locator('.printed-page img').first().waitFor()
  return opened
}
const field = (page: Page, number: number) => page.locator('.block-words').nth(number - 1)
const save = async (page: Page) => {
  await page.getByRole('button', { name: 'Lưu dự thảo' }).click()
  await page.getByText(/^Đã lưu lúc/).waitFor()
}

test('a draft is written by keys: new paragraphs, levels, moves, undone and done again, pasted and saved', async () => {
  const { page, errors } = await openDraft()
  const before = lines(await saved())
  await field(page, 2).focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Yêu cầu')
  // Another khoản: those that follow count on.
  assert.equal(await page.locator('.block-marker').nth(2).textContent(), '2.')
  await page.keyboard.press('Tab')
  assert.equal(await page.locator('.block-marker').nth(2).textContent(), 'a)')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Kịp thời')
  await page.keyboard.press('Alt+ArrowUp')
  assert.equal(await field(page, 3).inputValue(), 'Kịp thời')
  await page.keyboard.press('Control+z')
  assert.equal(await field(page, 3).inputValue(), 'Yêu cầu')
  await page.keyboard.press('Control+y')
  assert.equal(await field(page, 3).inputValue(), 'Kịp thời')
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', '\r\n-\tGạch dán\r\n+\tCộng dán')
    data.setData('text/html', '<p><b>không</b></p>')
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  })
  assert.equal(
    await page.evaluate(() => document.activeElement?.getAttribute('aria-label')),
    'Đoạn 5, Dấu cộng +',
  )
  await page.keyboard.press('Escape')
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-label')), 'Loại đoạn')
  await axeClean(page)
  await save(page)
  const after = lines(await saved())
  assert.deepEqual(after.slice(0, 2), before.slice(0, 2))
  assert.deepEqual(after.slice(2, 6), ['a) Kịp thời', '- Gạch dán', '+ Cộng dán', 'b) Yêu cầu'])
  assert.deepEqual(after.slice(6), before.slice(2))
  assert.deepEqual(errors, [])
})

test('the page beside shows each letter as it is typed, and stays where it was read', async () => {
  const { page } = await openDraft()
  const picture = page.locator('.printed-page img').first()
  const first = await picture.getAttribute('src')
  const drawn = page.waitForResponse(
    (answer) => answer.url().endsWith('/preview') && (answer.request().postData() ?? '').includes('Chữ mớ"'),
  )
  await field(page, 1).focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Chữ mớ')
  await drawn
  await page.waitForFunction(
    (src) => document.querySelector<HTMLImageElement>('.printed-page img')?.src !== src,
    first,
  )
  assert.equal(await page.locator('.pane.desk').evaluate((pane) => pane.scrollTop), 0)
  await page.keyboard.press('Control+z')
})

test('two people write in one body: other paragraphs come together, the same one is chosen', async () => {
  const [one, other] = [await openDraft('ha'), await openDraft('ha')]
  const begun = lines(await saved())
  await field(one.page, 1).fill('Câu mở đầu do người thứ nhất viết')
  await field(one.page, 5).fill('Cộng của người thứ nhất')
  await save(one.page)
  await field(other.page, 5).fill('Cộng của người thứ hai')
  await field(other.page, 6).fill('Yêu cầu của người thứ hai')
  await other.page.getByRole('button', { name: 'Lưu dự thảo' }).click()
  await other.page.getByRole('button', { name: 'Tải bản mới, giữ chữ của tôi' }).click()
  // What both wrote stands side by side, and is chosen before it is saved.
  await other.page.getByRole('button', { name: 'Đến đoạn phải chọn' }).click()
  const choice = other.page.getByRole('group', { name: 'Chọn cho đoạn 5' })
  assert.match((await choice.textContent()) ?? '', /Cộng của người thứ nhất/)
  await axeClean(other.page)
  await choice.getByRole('button', { name: 'Giữ cả hai' }).click()
  await save(other.page)
  assert.deepEqual(lines(await saved()), [
    'Câu mở đầu do người thứ nhất viết',
    begun[1],
    begun[2],
    begun[3],
    '+ Cộng của người thứ hai',
    '+ Cộng của người thứ nhất',
    'b) Yêu cầu của người thứ hai',
    ...begun.slice(6),
  ])
  assert.deepEqual(other.errors, [])
})
