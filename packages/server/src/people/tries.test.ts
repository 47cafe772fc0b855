import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { openTries, tryLimits } from './tries.ts'

const account = 'mai@vi-du.invalid'
const from = (address: string, cookie: string | null = null) =>
  ({ what: 'password', account, address, cookie }) as const

test('whatever strangers try, from however many addresses, the owner’s known device still may', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ address: fc.ipV4(), cookie: fc.option(fc.string()) }), { maxLength: 400 }),
      async (attack) => {
        const tries = openTries('a secret')
        const device = tries.remember(account, null)
        for (const { address, cookie } of attack) await tries.mayTry(from(address, cookie))
        assert.equal(await tries.mayTry(from('198.51.100.7', device)), 'may')
      },
    ),
    { numRuns: 50 },
  ))

test('all strangers together try one account at most thirty times an hour', () =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.ipV4(), { minLength: 60, maxLength: 300 }), async (addresses) => {
      const tries = openTries('a secret')
      let tried = 0
      for (const address of addresses) if ((await tries.mayTry(from(address))) === 'may') tried++
      assert.ok(tried <= tryLimits.strangers.points, `${tried}`)
    }),
    { numRuns: 50 },
  ))

test('a device cookie that another account was given, or that somebody made up, is a stranger’s', async () => {
  const tries = openTries('a secret')
  const other = tries.remember('ha@vi-du.invalid', null)
  const forged = openTries('another secret').remember(account, null)
  for (const cookie of [other, forged, `${'a'.repeat(22)}.${'b'.repeat(43)}`, '~~..']) {
    const fresh = openTries('a secret')
    const verdicts: string[] = []
    for (let count = 0; count < 11; count++) verdicts.push(await fresh.mayTry(from('192.0.2.1', cookie)))
    assert.equal(verdicts.at(-1), 'address', cookie)
  }
})

test('a known device is not free of limits: who steals it does not guess for ever', async () => {
  const tries = openTries('a secret')
  const device = tries.remember(account, null)
  let tried = 0
  for (let count = 0; count < 100; count++)
    if ((await tries.mayTry(from('192.0.2.1', device))) === 'may') tried++
  assert.equal(tried, tryLimits.device.points)
})

test('people who share a machine stand side by side in its cookie, and it does not grow for ever', async () => {
  const tries = openTries('a secret')
  let cookie = tries.remember(account, null)
  assert.equal(tries.remember(account, cookie), cookie, 'the same person is not written twice')
  for (let count = 0; count < 20; count++) cookie = tries.remember(`p${count}@vi-du.invalid`, cookie)
  assert.ok(cookie.length < 700)
})
