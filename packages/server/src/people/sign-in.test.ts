/** Ways in and out, on a server that commits. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ChangePassword, EndOtherSessions, EndSession, GetAccount } from '@loa/contract/account'
import { GetHome } from '@loa/contract/home'
import {
  AcceptInvitation,
  LookAtInvitation,
  MakeInvitation,
  RevokeInvitation,
} from '@loa/contract/invitations'
import { SignIn, SignOut } from '@loa/contract/people'
import { EndSessionsOf, InvitePerson, LeaveOffice } from '@loa/contract/roster'
import { hiringAt, password } from '../testing/newcomer.ts'
import { openOffice } from '../testing/office-server.ts'
import { refused } from '../testing/problems.ts'

const office = await openOffice()
const { ha, unitId, newcomer } = await hiringAt(office)

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
