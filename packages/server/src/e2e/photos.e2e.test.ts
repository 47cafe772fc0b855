/** The light table by keyboard alone: judge, take back, return with a comment that the reporter then reads. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { GetActivity, SubmitActivity } from '@loa/contract/activities'
import { openSite } from '../testing/browser.ts'
import { acceptDuty, addPhoto, issuedCampaign, photo, recordActivity } from '../testing/path.ts'
import { until, untilDelivered } from '../testing/until.ts'

const site = await openSite()

const prepare = async () => {
  await issuedCampaign({ ...site.people, settle: () => untilDelivered(site.people.mai) })
  const duty = await acceptDuty(site.people.lan)
  const handIn = async (shade: number, day?: string) => {
    const shown = await addPhoto(
      site.people.lan,
      await recordActivity(site.people.lan, duty, { place: `Ngã tư số ${shade}` }),
      await photo(shade, day),
    )
    await site.people.lan.call(SubmitActivity, { params: { id: shown.id }, body: { version: shown.version } })
    return shown.id
  }
  return { doubted: await handIn(40, '2020:01:01'), second: await handIn(90) }
}
const ready = prepare()

test('a person judges with 1, takes it back with z, returns with 2 and a comment, and the unit reads it', async () => {
  const { doubted, second } = await ready
  const { page, errors } = await site.open('ha')
  await page.goto('/photos')
  const photos = page.getByRole('list', { name: 'Các ảnh' }).getByRole('button')
  await photos.first().waitFor()
  assert.equal(await photos.count(), 2)
  await photos.first().focus()
  await page.getByText(/lệch .* ngày/).waitFor()

  const doubtsOf = async (id: string) =>
    (await site.people.ha.call(GetActivity, { params: { id } })).evidence[0]?.doubts.length ?? -1
  await page.keyboard.press('1')
  await page.getByText('Đã tính.').first().waitFor()
  assert.equal(await doubtsOf(doubted), 0)
  await page.keyboard.press('z')
  await page.getByText('Đã hoàn tác.').waitFor()
  await until(async () => (await doubtsOf(doubted)) > 0)

  // Judging has gone on to the next photo; Space shows it large, Esc closes it.
  await page.keyboard.press(' ')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.keyboard.press('2')
  const comment = page.getByRole('textbox', { name: 'Ý kiến cho đơn vị' })
  await comment.waitFor()
  await comment.fill('Ảnh không thấy băng rôn, đề nghị chụp lại')
  await page.keyboard.press('Enter')
  await page.getByText('Đã trả lại.').first().waitFor()
  assert.equal((await site.people.ha.call(GetActivity, { params: { id: second } })).state, 'returned')
  assert.deepEqual(errors, [])
  await page.context().close()

  const { page: reporter } = await site.open('ttvh-291', 'phone')
  await reporter.goto(`/activities/${second}`)
  await reporter.getByText('Ảnh không thấy băng rôn, đề nghị chụp lại', { exact: true }).waitFor()
  await reporter.context().close()
})

test('a box is put over a face by keys alone, and the public copy is another picture than before', async () => {
  const { doubted } = await ready
  const { evidence } = await site.people.lan.call(GetActivity, { params: { id: doubted } })
  const { page, errors } = await site.open('ttvh-291')
  await page.goto(`/photos/${evidence[0]?.id}`)
  await page.getByRole('button', { name: 'Thêm ô' }).press('Enter')
  const box = page.getByRole('button', { name: 'Ô làm mờ 1' })
  await box.press('ArrowLeft')
  await box.press('Shift+ArrowDown')
  await page.getByRole('button', { name: 'Lưu ô làm mờ' }).press('Enter')
  await page.getByText('Đã lưu. Bản công khai').waitFor()
  await page.reload()
  await page.getByRole('button', { name: 'Ô làm mờ 1' }).waitFor()
  assert.deepEqual(errors, [])
  await page.context().close()
})
