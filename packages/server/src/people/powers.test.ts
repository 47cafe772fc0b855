/** The pure rules of roles with dates, delegations, leave, invitations. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { refused } from '../testing/problems.ts'
import {
  checkAdministratorStays,
  checkAppointment,
  countsOn,
  endAppointment,
  type HeldAppointment,
} from './appointment.ts'
import { checkDelegation, type NewDelegation, type Parties } from './delegation.ts'
import { checkInvitation } from './invitation.ts'
import { checkLeave } from './leave.ts'

const unit = { name: 'Sở', from: null, to: '2025-06-30' }
const officer = { unitId: 1, role: 'officer', from: '2023-01-01', to: null } as const

test('a role is given within the days of its unit', async () => {
  checkAppointment(officer, unit, [])
  await refused(
    () => checkAppointment({ ...officer, from: '2025-07-01' }, unit, []),
    'appointment.unit-not-there',
  )
  await refused(() => checkAppointment({ ...officer, to: '2022-12-31' }, unit, []), 'request.invalid')
})

test('the same role in the same unit is held once at a time; before, after and elsewhere it may be', async () => {
  const held: HeldAppointment = { ...officer, to: '2023-12-31', revoked: false }
  await refused(() => checkAppointment(officer, unit, [held]), 'appointment.there-already')
  checkAppointment({ ...officer, from: '2024-01-01' }, unit, [held])
  checkAppointment(officer, unit, [{ ...held, revoked: true }])
  checkAppointment({ ...officer, unitId: 2 }, unit, [held])
  checkAppointment({ ...officer, role: 'head' }, unit, [held])
})

test('an ended role counts up to its last day and not one day more', () =>
  fc.assert(
    fc.property(fc.nat(2000), fc.nat(2000), fc.integer({ min: -2000, max: 4000 }), (start, length, at) => {
      const day = (n: number) => Temporal.PlainDate.from('2023-01-01').add({ days: n }).toString()
      const end = endAppointment({ from: day(start), to: null, revoked: false }, day(start + length))
      assert.ok('to' in end)
      assert.equal(countsOn({ from: day(start), to: end.to }, day(at)), at >= start && at <= start + length)
    }),
  ))

test('a role whose first day is still to come, or today, is taken back by an earlier last day', () => {
  const given = { from: '2023-05-22', to: null, revoked: false }
  assert.deepEqual(endAppointment(given, '2023-05-21'), { revoke: true })
  assert.deepEqual(endAppointment(given, '2023-05-22'), { to: '2023-05-22' })
})

test('what is over is not ended again, but an end may be brought forward', async () => {
  const over = { from: null, to: '2023-05-01', revoked: false }
  await refused(() => endAppointment(over, '2023-05-22'), 'appointment.ended')
  assert.deepEqual(endAppointment(over, '2023-04-01'), { to: '2023-04-01' })
})

test('the last administrator of the body that runs Loa stays, and one whose own days end first does not count', async () => {
  await refused(() => checkAdministratorStays([], '2023-05-22'), 'appointment.last-administrator')
  await refused(
    () => checkAdministratorStays([{ from: null, to: '2023-05-22' }], '2023-05-22'),
    'appointment.last-administrator',
  )
  checkAdministratorStays([{ from: '2023-05-23', to: null }], '2023-05-22')
})

const given: NewDelegation = {
  form: 'KT',
  authorityLine: 'KT. GIÁM ĐỐC',
  signerTitle: 'PHÓ GIÁM ĐỐC',
  acts: ['dispatch.sign'],
  documentTypes: [],
  act: '',
  from: '2023-05-22',
  to: null,
}
const deputy: Parties = { giver: { here: ['leader'] }, receiver: { here: ['officer'], below: [] } }
const head: Parties = { giver: { here: ['leader'] }, receiver: { here: [], below: ['head'] } }

test('KT. is signed by a deputy of the same body, and by nobody else', async () => {
  checkDelegation(given, deputy)
  await refused(() => checkDelegation(given, head), 'delegation.not-deputy')
  await refused(
    () => checkDelegation({ ...given, signerTitle: 'TRƯỞNG PHÒNG' }, deputy),
    'delegation.not-deputy',
  )
})

test('TL. is for the head of a unit within the body, for named types, by the working rules', async () => {
  const tl: NewDelegation = {
    ...given,
    form: 'TL',
    authorityLine: 'TL. GIÁM ĐỐC',
    signerTitle: 'CHÁNH VĂN PHÒNG',
    documentTypes: ['thong-bao'],
    act: 'Quy chế 12/QC-SVHTTDL',
  }
  checkDelegation(tl, head)
  await refused(() => checkDelegation(tl, deputy), 'delegation.not-head')
  await refused(() => checkDelegation({ ...tl, documentTypes: [] }, head), 'delegation.no-types')
  await refused(() => checkDelegation({ ...tl, act: ' ' }, head), 'delegation.no-document')
})

test('TUQ. rests on a document and has a last day', async () => {
  const tuq: NewDelegation = {
    ...given,
    form: 'TUQ',
    authorityLine: 'TUQ. GIÁM ĐỐC',
    signerTitle: 'TRƯỞNG PHÒNG TỔ CHỨC',
    act: 'Giấy ủy quyền 03/UQ',
    to: '2023-06-30',
  }
  checkDelegation(tuq, head)
  await refused(() => checkDelegation({ ...tuq, act: '' }, head), 'delegation.no-document')
  await refused(() => checkDelegation({ ...tuq, to: null }, head), 'delegation.no-end')
  await refused(() => checkDelegation({ ...tuq, to: '2023-05-01' }, head), 'request.invalid')
})

test('only what one holds by a role is delegated, so what was delegated goes no further', async () => {
  await refused(
    () => checkDelegation(given, { ...deputy, giver: { here: ['officer'] } }),
    'delegation.giver-cannot',
  )
  await refused(
    () => checkDelegation(given, { ...deputy, receiver: { here: [], below: [] } }),
    'delegation.receiver-elsewhere',
  )
})

test('the line that is printed names the form', async () => {
  await refused(
    () => checkDelegation({ ...given, authorityLine: 'TL. GIÁM ĐỐC' }, deputy),
    'delegation.wrong-line',
  )
})

test('a stand-in is of the same unit, is not away, and is somebody else', async () => {
  const leave = { from: '2023-06-01', to: '2023-06-05', personId: 'a', standInId: 'b' }
  const known = { own: [], standIn: [], standInIsHere: true }
  checkLeave(leave, known)
  checkLeave({ ...leave, standInId: null }, { ...known, standInIsHere: false })
  await refused(() => checkLeave(leave, { ...known, standInIsHere: false }), 'leave.stand-in-elsewhere')
  const away = [{ from: '2023-06-05', to: '2023-06-10' }]
  await refused(() => checkLeave(leave, { ...known, standIn: away }), 'leave.stand-in-away')
  await refused(() => checkLeave(leave, { ...known, own: away }), 'leave.overlaps')
  await refused(() => checkLeave({ ...leave, standInId: 'a' }, known), 'request.invalid')
})

test('an invitation says plainly whether it was used, revoked or is too old', async () => {
  const open = { expiresAt: '2023-05-29T00:00:00Z', usedAt: null, revokedAt: null }
  checkInvitation(open, '2023-05-28T23:59:59Z')
  await refused(() => checkInvitation(open, '2023-05-29T00:00:00Z'), 'invitation.expired')
  const at = '2023-05-23T00:00:00Z'
  await refused(() => checkInvitation({ ...open, usedAt: at }, at), 'invitation.used')
  await refused(() => checkInvitation({ ...open, revokedAt: at }, at), 'invitation.revoked')
})
