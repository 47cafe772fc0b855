/** Second factors, and what guessing can and cannot do, on a server that commits. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BeginSecondFactor, ConfirmSecondFactor, EndSecondFactor, GetAccount } from '@loa/contract/account'
import { GetHome } from '@loa/contract/home'
import { SignIn, SignOut } from '@loa/contract/people'
import { ResetSecondFactor } from '@loa/contract/roster'
import { GiveSecondFactor } from '@loa/contract/sign-in'
import { z } from 'zod'
import { sql } from '../database/sql.ts'
import { codeOf } from '../testing/authenticator.ts'
import { hiringAt, password } from '../testing/newcomer.ts'
import { openOffice, type Visitor } from '../testing/office-server.ts'
import { refused } from '../testing/problems.ts'
import { tryLimits } from './tries.ts'

const office = await openOffice()
const { ha, newcomer } = await hiringAt(office)

/** Turns the second factor on; gives its secret and backup codes. */
const enrol = async (visitor: Visitor) => {
  const begun = await visitor.call(BeginSecondFactor, { body: { password } })
  await visitor.call(ConfirmSecondFactor, { body: { code: codeOf(begun.secret) } })
  return begun
}

test('the second factor counts once a code has confirmed it, and then each sign-in asks for one', async () => {
  const { signIn } = await newcomer()
  const { visitor } = await signIn()
  await refused(visitor.call(BeginSecondFactor, { body: { password: 'sai' } }), 'account.wrong-password')
  const { secret, square } = await visitor.call(BeginSecondFactor, { body: { password } })
  assert.match(square, /^<svg /)
  assert.equal((await signIn()).session.secondFactor, false, 'not yet confirmed')
  await refused(visitor.call(ConfirmSecondFactor, { body: { code: '000000' } }), 'session.wrong-code')
  await visitor.call(ConfirmSecondFactor, { body: { code: codeOf(secret) } })
  assert.equal((await visitor.call(GetAccount)).secondFactor, true)

  const { visitor: next, session } = await signIn()
  assert.deepEqual([session.person, session.secondFactor], [null, true])
  await refused(next.call(GetHome), 'session.missing')
  await refused(next.call(GiveSecondFactor, { body: { code: '000000' } }), 'session.wrong-code')
  const entered = await next.call(GiveSecondFactor, { body: { code: codeOf(secret) } })
  assert.ok(entered.person)
  await next.call(GetHome)
})

test('a backup code is good once; without a password before it there is no second step', async () => {
  const { signIn } = await newcomer()
  const { backupCodes } = await enrol((await signIn()).visitor)
  assert.equal(backupCodes.length, 10)
  const code = backupCodes[0] ?? ''
  await refused(office.visitor().call(GiveSecondFactor, { body: { code } }), 'session.code-expired')
  const { visitor } = await signIn()
  await visitor.call(GiveSecondFactor, { body: { code } })
  const { visitor: again } = await signIn()
  await refused(again.call(GiveSecondFactor, { body: { code } }), 'session.wrong-code')
})

test('the second factor is turned off with the password, or forgotten by the administrator when the telephone is lost', async () => {
  const [one, two] = [await newcomer(), await newcomer()]
  const { visitor } = await one.signIn()
  await enrol(visitor)
  await refused(visitor.call(EndSecondFactor, { body: { password: 'sai' } }), 'account.wrong-password')
  await visitor.call(EndSecondFactor, { body: { password } })
  assert.equal((await one.signIn()).session.secondFactor, false)

  const { visitor: lost } = await two.signIn()
  await enrol(lost)
  await ha.call(ResetSecondFactor, { params: { id: two.id } })
  await refused(lost.call(GetHome), 'session.missing')
  assert.equal((await two.signIn()).session.secondFactor, false)
})

test('an attacker from many addresses guesses thirty times an hour at most, and the owner’s device still enters', async () => {
  const owner = await newcomer()
  const { visitor: device } = await owner.signIn()
  const codes: string[] = []
  for (let host = 1; host <= 40; host++) {
    const attacker = office.visitor(`127.0.1.${host}`)
    const problem = await owner.signIn(attacker, `guess number ${host}`).catch((error) => error)
    codes.push(problem.code)
  }
  const guessed = codes.filter((code) => code === 'session.wrong-password').length
  assert.ok(guessed > 20 && guessed <= tryLimits.strangers.points, `${guessed} guesses`)
  assert.ok(codes.slice(30).every((code) => code === 'session.too-many-tries'))
  // Even the right password does not help a stranger now, so that a guess that hits shows nothing.
  await refused(owner.signIn(office.visitor('127.0.2.1')), 'session.too-many-tries')
  await device.call(SignOut)
  const { session } = await owner.signIn(device)
  assert.ok(session.person)
})

test('codes of the second factor are limited for each account too', async () => {
  const owner = await newcomer()
  const { visitor: device } = await owner.signIn()
  const { secret } = await enrol(device)
  let wrong = 0
  for (let host = 1; host <= 12; host++) {
    const thief = office.visitor(`127.0.3.${host}`)
    const started = await owner.signIn(thief).catch(() => null)
    if (!started) continue
    for (let each = 0; each < 5; each++) {
      const problem = await thief.call(GiveSecondFactor, { body: { code: '000000' } }).catch((error) => error)
      if (problem.code === 'session.wrong-code') wrong++
    }
  }
  assert.ok(wrong >= 20 && wrong <= tryLimits.strangers.points, `${wrong} codes`)
  await device.call(SignOut)
  await owner.signIn(device)
  assert.ok((await device.call(GiveSecondFactor, { body: { code: codeOf(secret) } })).person)
})

test('an unknown e-mail is refused in the same words and about the same time as a wrong password', async () => {
  const { email } = await newcomer()
  const times = { [email]: [] as number[], 'nobody@so.example.vn': [] as number[] }
  // In turn, so that both meet the same load of the machine.
  for (let host = 1; host <= 25; host++)
    for (const [address, seen] of Object.entries(times)) {
      const visitor = office.visitor(`127.0.4.${host}`)
      const from = performance.now()
      await refused(
        visitor.call(SignIn, { body: { email: address, password: 'wrong wrong' } }),
        'session.wrong-password',
      )
      seen.push(performance.now() - from)
    }
  const median = (seen: number[]) => seen.toSorted((left, right) => left - right)[12] ?? 0
  const [known = 0, unknown = 0] = Object.values(times).map(median)
  assert.ok(Math.max(known, unknown) / Math.min(known, unknown) < 1.6, `${known} and ${unknown} ms`)
})

test('the log notes entrances and refusals by way and address, and never what was typed', async () => {
  const { id, signIn, email } = await newcomer()
  await signIn(office.visitor('127.0.0.77'), 'typed by mistake').catch(() => null)
  await signIn(office.visitor('127.0.0.77'))
  const events = await office.pool.transaction('system', (db) =>
    db.many(
      z.object({ kind: z.string(), address: z.string().nullable(), all: z.string() }),
      sql`select kind, address, e::text as "all" from events e where subject_id = ${id} and kind like 'session.%' order by id`,
    ),
  )
  assert.deepEqual(
    events.map(({ kind, address }) => [kind, address]),
    [
      ['session.refused', '127.0.0.77'],
      ['session.signed-in', '127.0.0.77'],
    ],
  )
  assert.ok(!events.some(({ all }) => all.includes('typed by mistake') || all.includes(email)))
})
