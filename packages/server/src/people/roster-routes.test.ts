import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Role, roles } from '@loa/contract/acts'
import { MakeInvitation } from '@loa/contract/invitations'
import { ListExamplePeople } from '@loa/contract/people'
import {
  EndAppointment,
  EndSessionsOf,
  GetPerson,
  GiveAppointment,
  InvitePerson,
  LeaveOffice,
  ListPeople,
  SavePerson,
} from '@loa/contract/roster'
import { z } from 'zod'
import { sql } from '../database/sql.ts'
import { refused } from '../testing/problems.ts'
import { type TestApp, withApp } from '../testing/with-app.ts'

const today = '2023-05-22'
const yesterday = '2023-05-21'

/** Written as the system, where a test begins with it given. */
const appoint = ({ pool }: TestApp, personId: string, unitId: number, role: Role) =>
  pool.transaction('system', (db) =>
    db.run(sql`insert into appointments (person_id, unit_id, role) values (${personId}, ${unitId}, ${role})`),
  )
const unitOf = async ({ ha }: TestApp, personId: string) => {
  const { people } = await ha.call(ListExamplePeople)
  return people.find(({ id }) => id === personId)?.unit.id ?? 0
}
const kindsOf = ({ pool }: TestApp, personId: string) =>
  pool.transaction('system', async (db) =>
    (
      await db.many(
        z.object({ kind: z.string() }),
        sql`select kind from events where subject = 'person' and subject_id = ${personId}
              and kind not like 'session.signed%' order by id`,
      )
    ).map(({ kind }) => kind),
  )
const appointmentOf = async (app: TestApp, personId: string, role: Role) => {
  const person = await app.ha.call(GetPerson, { params: { id: personId } })
  return person.appointments.find((each) => each.role === role)?.id ?? 0
}

test(
  'the list shows the people of the own unit and below, found without tone marks, page by page',
  withApp(async ({ ha }) => {
    const all = await ha.call(ListPeople)
    assert.ok(all.total >= 5 && !all.rows.some(({ id }) => id === 'ttvh-291'), 'nobody of another branch')
    const [found] = (await ha.call(ListPeople, { query: { q: 'tran thi mai' } })).rows
    assert.equal(found?.name, 'Trần Thị Mai')
    const names: string[] = []
    let cursor: string | undefined
    do {
      const page = await ha.call(ListPeople, { query: { limit: 4, ...(cursor ? { cursor } : {}) } })
      names.push(...page.rows.map(({ id }) => id))
      cursor = page.next ?? undefined
    } while (cursor)
    assert.deepEqual(names, [...new Set(names)])
    assert.equal(names.length, all.total)
    const clerks = await ha.call(ListPeople, { query: { role: 'clerk', q: 'Mai' } })
    assert.deepEqual(
      clerks.rows.map(({ id }) => id),
      ['mai'],
    )
  }),
)

test(
  'somebody of a unit outside reach is not found, the same as somebody who does not exist',
  withApp(async ({ ha }) => {
    const foreign = await refused(ha.call(GetPerson, { params: { id: 'ttvh-291' } }), 'thing.not-found')
    const nobody = await refused(ha.call(GetPerson, { params: { id: 'nobody' } }), 'thing.not-found')
    assert.deepEqual(Object.keys(foreign.values), Object.keys(nobody.values))
  }),
)

test(
  'an administrator gives roles within the own reach only, whatever the role',
  withApp(async (app) => {
    const [own, foreign] = [await unitOf(app, 'ttvh-291'), await unitOf(app, 'ttvh-298')]
    await appoint(app, 'ttvh-291', own, 'administrator')
    const department = await unitOf(app, 'ha')
    for (const unitId of [foreign, department])
      for (const role of roles)
        await refused(
          app.lan.call(GiveAppointment, { params: { id: 'ttvh-291' }, body: { unitId, role } }),
          'act.forbidden',
        )
    const after = await app.lan.call(GiveAppointment, {
      params: { id: 'ttvh-291' },
      body: { unitId: own, role: 'head', act: 'Quyết định 5/QĐ-TTVH' },
    })
    assert.ok(after.roles.includes('head'))
    assert.deepEqual(await kindsOf(app, 'ttvh-291'), ['appointment.given'])
  }),
)

test(
  'nobody but an administrator gives a role, not even to themselves',
  withApp(async (app) => {
    const unitId = await unitOf(app, 'hung')
    for (const person of [app.hung, app.quan, app.mai, app.nam])
      await refused(
        person.call(GiveAppointment, { params: { id: 'hung' }, body: { unitId, role: 'leader' } }),
        'act.forbidden',
      )
  }),
)

test(
  'the account of somebody who also has a role outside reach is kept by the unit above: no link, no sign-out, no name',
  withApp(async (app) => {
    const own = await unitOf(app, 'ttvh-291')
    await appoint(app, 'ttvh-291', own, 'administrator')
    await appoint(app, 'quan', own, 'reader')
    const params = { id: 'quan' }
    const seen = await app.lan.call(GetPerson, { params })
    assert.equal(seen.mayKeep, false)
    assert.deepEqual(seen.sessions, [])
    await refused(app.lan.call(MakeInvitation, { params }), 'person.out-of-reach')
    await refused(app.lan.call(EndSessionsOf, { params, body: {} }), 'person.out-of-reach')
    await refused(app.lan.call(LeaveOffice, { params, body: { on: today } }), 'person.out-of-reach')
    await refused(
      app.lan.call(SavePerson, { params, body: { name: 'Ai đó', title: '' } }),
      'person.out-of-reach',
    )
  }),
)

test(
  'the last administrator of the body that runs Loa neither ends nor leaves; after another is there, they may',
  withApp(async (app) => {
    const id = await appointmentOf(app, 'ha', 'administrator')
    const body = { lastDay: yesterday }
    await refused(app.ha.call(EndAppointment, { params: { id }, body }), 'appointment.last-administrator')
    await refused(
      app.ha.call(LeaveOffice, { params: { id: 'ha' }, body: { on: today } }),
      'appointment.last-administrator',
    )
    const unitId = await unitOf(app, 'ha')
    await app.ha.call(GiveAppointment, { params: { id: 'hung' }, body: { unitId, role: 'administrator' } })
    await app.ha.call(EndAppointment, { params: { id }, body })
    await refused(app.ha.call(ListPeople), 'act.forbidden')
    assert.ok((await app.hung.call(ListPeople)).total > 0)
  }),
)

test(
  'an ended role stays in the history, with its days and its decision',
  withApp(async (app) => {
    const id = await appointmentOf(app, 'hung', 'head')
    const after = await app.ha.call(EndAppointment, { params: { id }, body: { lastDay: yesterday } })
    assert.equal(after.state, 'idle')
    assert.partialDeepStrictEqual(after.appointments[0], { role: 'head', to: yesterday, mayEnd: false })
    await refused(
      app.ha.call(EndAppointment, { params: { id }, body: { lastDay: today } }),
      'appointment.ended',
    )
    assert.deepEqual(await kindsOf(app, 'hung'), ['appointment.ended'])
  }),
)

test(
  'a role given by mistake today is taken back at once and stays in the history as taken back',
  withApp(async (app) => {
    const unitId = await unitOf(app, 'nam')
    await app.ha.call(GiveAppointment, { params: { id: 'nam' }, body: { unitId, role: 'leader' } })
    const id = await appointmentOf(app, 'nam', 'leader')
    const after = await app.ha.call(EndAppointment, { params: { id }, body: { lastDay: yesterday } })
    assert.ok(after.appointments.find((each) => each.id === id)?.revokedAt)
    assert.deepEqual(after.roles, ['reader'])
  }),
)

test(
  'who has left is told so at the next request, keeps what they did, and can come back',
  withApp(async (app) => {
    const params = { id: 'mai' }
    await app.mai.call(ListExamplePeople)
    const left = await app.ha.call(LeaveOffice, { params, body: { on: today } })
    assert.equal(left.state, 'left')
    assert.deepEqual(left.sessions, [])
    assert.equal((await app.ha.call(ListPeople, { query: { state: 'left' } })).total, 1)
    await refused(app.ha.call(MakeInvitation, { params }), 'person.left')
    const back = await app.ha.call(LeaveOffice, { params, body: { on: null } })
    assert.equal(back.state, 'active')
    assert.deepEqual(await kindsOf(app, 'mai'), ['person.left', 'person.back'])
  }),
)

test(
  'an e-mail belongs to one person; a role may begin later and end by itself',
  withApp(async (app) => {
    const unitId = await unitOf(app, 'ha')
    const body = { name: 'Lý Văn Mới', title: '', unitId, roles: ['officer' as const] }
    await refused(
      app.ha.call(InvitePerson, { body: { ...body, email: 'MAI@vi-du.invalid' } }),
      'person.e-mail-taken',
    )
    const { id } = await app.ha.call(InvitePerson, {
      body: { ...body, email: 'moi@so.example.vn', from: '2023-06-01', to: '2023-06-30' },
    })
    const stateOn = async (instant: string) => {
      app.setNow(instant)
      return (await app.ha.call(GetPerson, { params: { id } })).state
    }
    assert.equal(await stateOn('2023-05-31T16:59:59Z'), 'idle')
    assert.equal(await stateOn('2023-05-31T17:00:00Z'), 'invited')
    assert.equal(await stateOn('2023-06-30T16:59:59Z'), 'invited')
    assert.equal(await stateOn('2023-06-30T17:00:00Z'), 'idle')
  }),
)

test(
  'row-level security: roles, delegations, leaves and invitations are read by all and written for units in sight only',
  withApp(async (app) => {
    const [own, foreign] = [await unitOf(app, 'ttvh-291'), await unitOf(app, 'ttvh-298')]
    const writes = (unitId: number) => [
      sql`insert into appointments (person_id, unit_id, role) values ('nam', ${unitId}, 'head')`,
      sql`insert into leaves (unit_id, person_id, valid_from, valid_to, created_at)
          values (${unitId}, 'nam', '2023-06-01', '2023-06-02', now())`,
      sql`insert into invitations (unit_id, person_id, token_sha256, expires_at, created_at)
          values (${unitId}, 'nam', ${`x${unitId}`}, now(), now())`,
      sql`insert into delegations (unit_id, from_person_id, to_person_id, form, authority_line, signer_title, acts,
            valid_from, created_at)
          values (${unitId}, 'quan', 'nam', 'KT', 'KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', '{dispatch.sign}', '2023-06-01', now())`,
    ]
    const asOwn = (query: ReturnType<typeof sql>) =>
      app.pool.transaction({ units: [own] }, (db) => db.run(query))
    for (const write of writes(own)) assert.equal(await asOwn(write), 1)
    for (const write of writes(foreign)) await assert.rejects(asOwn(write), /row-level security/)
    // What is not in sight is not ended either: the update finds no row.
    assert.equal(
      await asOwn(sql`update appointments set valid_to = '2023-05-01' where unit_id = ${foreign}`),
      0,
    )
  }),
)
