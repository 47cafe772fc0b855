/** Ways in and out, on a server that commits. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  BeginSecondFactor,
  ChangePassword,
  ConfirmSecondFactor,
  EndOtherSessions,
  EndSecondFactor,
  EndSession,
  GetAccount,
} from '@loa/contract/account'
import { GetHome } from '@loa/contract/home'
import {
  AcceptInvitation,
  LookAtInvitation,
  MakeInvitation,
  RevokeInvitation,
} from '@loa/contract/invitations'
import { EnterExample, GetSession, SignIn, SignOut } from '@loa/contract/people'
import { EndSessionsOf, InvitePerson, LeaveOffice, ResetSecondFactor } from '@loa/contract/roster'
import { GiveSecondFactor } from '@loa/contract/sign-in'
import { z } from 'zod'
import { sql } from '../database/sql.ts'
import { codeOf } from '../testing/authenticator.ts'
import { openOffice, type Visitor } from '../testing/office-server.ts'
import { refused } from '../testing/problems.ts'
import { tryLimits } from './tries.ts'

const office = await openOffice()
const password = 'một mật khẩu đủ dài'

const enter = async (personId: string): Promise<Visitor> => {
  const visitor = office.visitor()
  await visitor.call(EnterExample, { body: { personId } })
  return visitor
}
const ha = await enter('ha')
const unitId = (await ha.call(GetSession)).person?.unit.id ?? 0

let count = 0
/** Somebody new who has set the password by the link. */
const newcomer = async () => {
  const email = `nguoi-${++count}@so.example.vn`
  const { id, invitation } = await ha.call(InvitePerson, {
    body: { name: `Người Thứ ${count}`, email, title: 'Chuyên viên', unitId, roles: ['officer'] },
  })
  await office.visitor().call(AcceptInvitation, { body: { token: invitation.token, password } })
  const signIn = async (visitor = office.visitor(), words = password) => {
    const session = await visitor.call(SignIn, { body: { email, password: words } })
    return { visitor, session }
  }
  return { id, email, signIn }
}

test('an invitation is looked at, used once to set the password, and then says that it was used', async () => {
  const { id, invitation } = await ha.call(InvitePerson, {
    body: { name: 'Lê Thị Mới', email: 'moi@so.example.vn', title: '', unitId, roles: ['clerk'] },
  })
  const stranger = office.visitor()
  const body = { token: invitation.token, password }
  const shown = await stranger.call(LookAtInvitation, { body })
  assert.equal(shown.name, 'Lê Thị Mới')
  assert.deepEqual(Object.keys(shown).sort(), ['email', 'expiresAt', 'name', 'unit'])
  await refused(
    stranger.call(SignIn, { body: { email: 'moi@so.example.vn', password } }),
    'session.wrong-password',
  )
  await stranger.call(AcceptInvitation, { body })
  await refused(stranger.call(AcceptInvitation, { body }), 'invitation.used')
  await refused(stranger.call(LookAtInvitation, { body }), 'invitation.used')
  const session = await stranger.call(SignIn, { body: { email: 'MOI@so.example.vn', password } })
  assert.equal(session.person?.id, id)
})

test('a new link revokes the old, a revoked one says so, and one that nobody made is unknown', async () => {
  const { id } = await newcomer()
  const first = await ha.call(MakeInvitation, { params: { id } })
  const second = await ha.call(MakeInvitation, { params: { id } })
  const look = (token: string) => office.visitor().call(LookAtInvitation, { body: { token } })
  await refused(look(first.token), 'invitation.revoked')
  await look(second.token)
  await ha.call(RevokeInvitation, { params: { id } })
  await refused(look(second.token), 'invitation.revoked')
  await refused(look('x'.repeat(32)), 'invitation.unknown')
})

test('a link is good for seven days', async () => {
  const { id } = await newcomer()
  const { token, expiresAt } = await ha.call(MakeInvitation, { params: { id } })
  const real = office.clock.now
  office.clock.now = () => expiresAt
  await refused(office.visitor().call(LookAtInvitation, { body: { token } }), 'invitation.expired')
  office.clock.now = real
  assert.ok(Math.abs(Date.parse(expiresAt) - Date.now() - 7 * 86_400_000) < 60_000)
})

test('of the secret only a hash is kept', async () => {
  const { id } = await newcomer()
  const { token } = await ha.call(MakeInvitation, { params: { id } })
  const { rows } = await office.pool.transaction('system', (db) =>
    db.raw(
      "select 'i' from invitations i where i::text like $1 union all select 'e' from events e where e::text like $1",
      [`%${token}%`],
    ),
  )
  assert.deepEqual(rows, [])
})

test('sessions are listed with browser and address, this one marked, and never a token', async () => {
  const { signIn } = await newcomer()
  const { visitor: one } = await signIn()
  const { visitor: two } = await signIn(office.visitor('127.0.0.9'))
  const { sessions } = await two.call(GetAccount)
  assert.equal(sessions.length, 2)
  assert.equal(sessions.find(({ here }) => here)?.address, '127.0.0.9')
  const token = decodeURIComponent(two.jar.get('loa.session_token') ?? '').split('.')[0] ?? 'none'
  assert.ok(token.length > 20 && !JSON.stringify(sessions).includes(token))
  await two.call(EndSession, { params: { id: sessions.find(({ here }) => !here)?.id ?? '' } })
  await refused(one.call(GetHome), 'session.missing')
  await two.call(GetHome)
})

test('one’s own sessions only: another’s session is not found', async () => {
  const [mine, other] = [await newcomer(), await newcomer()]
  const { visitor } = await mine.signIn()
  const { visitor: foreign } = await other.signIn()
  const id = (await foreign.call(GetAccount)).sessions[0]?.id ?? ''
  await refused(visitor.call(EndSession, { params: { id } }), 'thing.not-found')
  await foreign.call(GetHome)
})

test('signing out everywhere leaves this device; signing out here ends it too', async () => {
  const { signIn } = await newcomer()
  const others = [await signIn(), await signIn()]
  const { visitor } = await signIn()
  await visitor.call(EndOtherSessions)
  for (const other of others) await refused(other.visitor.call(GetHome), 'session.missing')
  await visitor.call(SignOut)
  await refused(visitor.call(GetHome), 'session.missing')
})

test('a new password ends the other sessions and needs the old one', async () => {
  const { signIn } = await newcomer()
  const { visitor: other } = await signIn()
  const { visitor } = await signIn()
  const change = (current: string) =>
    visitor.call(ChangePassword, { body: { current, password: 'mật khẩu mới hẳn' } })
  await refused(change('không phải nó'), 'account.wrong-password')
  await change(password)
  await visitor.call(GetHome)
  await refused(other.call(GetHome), 'session.missing')
  await refused(signIn(), 'session.wrong-password')
  await signIn(office.visitor(), 'mật khẩu mới hẳn')
})

test('an administrator signs somebody out everywhere; who left is out and is told why', async () => {
  const { id, signIn } = await newcomer()
  const { visitor } = await signIn()
  await ha.call(EndSessionsOf, { params: { id }, body: {} })
  await refused(visitor.call(GetHome), 'session.missing')
  const { visitor: again } = await signIn()
  const day = Temporal.Now.plainDateISO('Asia/Ho_Chi_Minh').toString()
  await ha.call(LeaveOffice, { params: { id }, body: { on: day } })
  await refused(again.call(GetHome), 'session.missing')
  const told = await refused(signIn(), 'session.no-role')
  assert.equal(told.values.ask, 'Phạm Thu Hà')
  assert.equal(told.values.since, Temporal.PlainDate.from(day).subtract({ days: 1 }).toString())
})

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
