/** A passkey made and used in a real browser, with Chromium's own virtual authenticator. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { GetAccount } from '@loa/contract/account'
import type { Page } from 'playwright-core'
import { openSite } from '../testing/browser.ts'

const site = await openSite()

/** Passkeys are for names: 127.0.0.1 is none, localhost is. */
const byName = (path: string) => `${site.url.replace('127.0.0.1', 'localhost')}${path}`

const withAuthenticator = async (page: Page) => {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    verifies: (isUserVerified: boolean) =>
      session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
  }
}

test('a passkey is made on the account page, signs in without a password, and is removed', async () => {
  const { page, errors } = await site.open(null)
  const authenticator = await withAuthenticator(page)
  await page.goto(byName('/sign-in'))
  await page.getByRole('button', { name: /Lê Văn Hưng/ }).click()
  await page.getByRole('button', { name: /Tài khoản: Lê Văn Hưng/ }).click()
  await page.getByRole('menuitem', { name: 'Tài khoản và đăng nhập' }).click()
  await page.getByLabel('Tên khóa').fill('Máy tính cơ quan')
  await page.getByRole('button', { name: 'Thêm khóa trên máy này' }).click()
  await page.getByText('Máy tính cơ quan').waitFor()

  await page.getByRole('button', { name: /Tài khoản: Lê Văn Hưng/ }).click()
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).click()
  await page.waitForURL(/sign-in/)

  // A device that does not ask its owner for PIN or finger opens nothing.
  await authenticator.verifies(false)
  await page.getByRole('button', { name: 'Đăng nhập bằng khóa (passkey)' }).click()
  await page.getByText('Máy chưa mở được khóa').waitFor()
  await authenticator.verifies(true)
  await page.getByRole('button', { name: 'Đăng nhập bằng khóa (passkey)' }).click()
  await page.getByRole('button', { name: /Tài khoản: Lê Văn Hưng/ }).waitFor()
  assert.equal((await site.people.hung.call(GetAccount)).passkeys.length, 1)

  await page.goto(byName('/account'))
  await page.getByRole('button', { name: 'Bỏ khóa Máy tính cơ quan' }).click()
  await page.getByText('Chưa có khóa nào.').waitFor()
  assert.equal((await site.people.hung.call(GetAccount)).passkeys.length, 0)
  assert.deepEqual(errors, [])
})

test('an address that is a number says that passkeys do not work there', async () => {
  const { page } = await site.open('mai')
  await page.goto('/account')
  await page.getByText('Địa chỉ đang mở không dùng được khóa đăng nhập').waitFor()
  assert.equal(await page.getByRole('button', { name: 'Thêm khóa trên máy này' }).count(), 0)
})
