/** A dispatch signed and sealed as people do it: keys set on their pages, the PIN mistyped once, and the file that goes out holds. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import {
  ApproveDispatch,
  GetDispatch,
  GetDispatchFile,
  NumberDispatch,
  SignDispatch,
  SubmitDispatch,
  UploadDispatch,
} from '@loa/contract/dispatches'
import { openAuthority } from '@loa/documents/sign-testing'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { axeClean } from '../testing/axe.ts'
import { openSite } from '../testing/browser.ts'
import { startCampaign } from '../testing/path.ts'
import { untilDelivered } from '../testing/until.ts'

const authority = openAuthority()
const trust = mkdtempSync(join(tmpdir(), 'loa-trust-'))
writeFileSync(join(trust, 'root.der'), authority.root)
after(() => {
  authority.close()
  rmSync(trust, { recursive: true })
})
const site = await openSite({ LOA_TRUST: trust })
const { ha, hung, quan, mai } = site.people

const drawn = (svg: string, width: number, height: number) =>
  sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${svg}</svg>`),
  )
    .png()
    .toBuffer()
const stroke = await drawn(
  '<path d="M20 120 C80 10 110 10 110 90 S160 150 190 70 240 40 250 100 330 110 460 40" fill="none" stroke="#1d4ed8" stroke-width="6"/>',
  480,
  160,
)
const round = await drawn(
  '<g fill="none" stroke="#d0021b" stroke-width="10"><circle cx="250" cy="250" r="240"/><circle cx="250" cy="250" r="170"/></g><path d="M250 150l30 70h75l-60 45 22 72-67-44-67 44 22-72-60-45h75z" fill="#d0021b"/>',
  500,
  500,
)

const numberedDispatch = async () => {
  const { draftId: id } = await startCampaign({ ...site.people, settle: () => untilDelivered(mai) })
  const steps = [
    [ha, SubmitDispatch],
    [hung, ApproveDispatch],
    [quan, SignDispatch],
    [mai, NumberDispatch],
  ] as const
  for (const [who, step] of steps) {
    const { version } = await who.call(GetDispatch, { params: { id } })
    await who.call(step, { params: { id }, body: { version } })
  }
  return id
}

const setKey = async (page: Page, subject: string, picture: Buffer) => {
  const file = (name: string, buffer: Uint8Array) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(buffer),
  })
  await page.getByRole('button', { name: 'Chọn tệp: Tệp chữ ký số' }).waitFor()
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(file('khoa.p12', authority.p12(subject).bytes))
  await page.getByLabel('Mã PIN').fill('1234')
  await page.locator('input[type=file]').last().setInputFiles(file('anh.png', picture))
  await keepPicture(page, `key-form-${page.viewportSize()?.width}`)
  await page.getByRole('button', { name: 'Đặt chữ ký số' }).click()
  await page.getByText('Đã đặt chữ ký số.').waitFor()
  await page.locator('.key-facts').getByText(subject).first().waitFor()
}

/** `LOA_PICTURES=folder` keeps a picture, for eyes. */
const keepPicture = async (page: Page, name: string) => {
  const folder = process.env.LOA_PICTURES
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

test('keys are set, the leader signs with the PIN, the clerk seals and issues, and the dispatch says that both hold', async () => {
  const leader = await site.open('quan')
  await leader.page.goto('/account')
  await setKey(leader.page, 'Vũ Minh Quân', stroke)
  await keepPicture(leader.page, 'account-with-key')
  const clerk = await site.open('mai', 'phone')
  await clerk.page.goto('/seal-key')
  await setKey(clerk.page, 'Sở Văn hóa, Thể thao và Du lịch', round)
  await axeClean(clerk.page)
  await keepPicture(clerk.page, 'seal-key-phone')

  const id = await numberedDispatch()
  await leader.page.goto('/')
  await leader.page.getByText('Chờ ký số').first().waitFor()
  await leader.page.goto(`/dispatches/${id}`)
  await leader.page.getByRole('button', { name: 'Ký số' }).click()
  const dialog = leader.page.getByRole('dialog')
  await leader.page.keyboard.type('4321')
  await leader.page.keyboard.press('Enter')
  await dialog.getByText('Còn 2 lần thử.').waitFor()
  await axeClean(leader.page)
  await keepPicture(leader.page, 'sign-dialog-wrong-pin')
  await dialog.getByLabel('Mã PIN').fill('1234')
  await leader.page.keyboard.press('Enter')
  await leader.page.getByText('Đã ký số văn bản.').waitFor()
  await leader.page.getByText('Chờ văn thư đóng dấu số').waitFor()
  await leader.page.getByText('1 chữ ký, đều hợp lệ').waitFor()
  await keepPicture(leader.page, 'signed')

  await clerk.page.goto(`/dispatches/${id}`)
  await clerk.page.getByRole('button', { name: 'Đóng dấu số' }).click()
  await keepPicture(clerk.page, 'seal-dialog-phone')
  await clerk.page.keyboard.type('1234')
  await clerk.page.keyboard.press('Enter')
  await clerk.page.getByText('Đã đóng dấu số.').waitFor()
  await clerk.page.getByRole('button', { name: 'Ban hành và gửi' }).click()
  await untilDelivered(mai)

  await leader.page.goto(`/dispatches/${id}`)
  await leader.page.getByText('2 chữ ký, đều hợp lệ').click()
  await leader.page.getByText('Sở Văn hóa, Thể thao và Du lịch').first().waitFor()
  await axeClean(leader.page)
  await keepPicture(leader.page, 'issued-and-signed')
  assert.deepEqual([...leader.errors, ...clerk.errors], [])

  // The same file with one byte turned, as it might come in: said before anybody plans from it.
  const issued = await ha.file(GetDispatchFile, { params: { id, kind: 'pdf' } })
  if (process.env.LOA_PICTURES) writeFileSync(join(process.env.LOA_PICTURES, 'issued.pdf'), issued)
  const changed = Uint8Array.from(issued)
  const at = Buffer.from(changed).indexOf('/Title')
  changed[at + 9] = (changed[at + 9] ?? 0) ^ 1
  const { dispatch } = await ha.call(UploadDispatch, { query: { name: 'den.pdf' }, bytes: changed })
  const reader = await site.open('ha')
  await reader.page.goto(`/dispatches/${dispatch.id}`)
  await reader.page.getByText('2 chữ ký, 2 cần xem lại').waitFor()
  assert.equal(await reader.page.getByText('Tệp đã bị sửa').count(), 2)
  await axeClean(reader.page)
  await keepPicture(reader.page, 'incoming-changed')
})
