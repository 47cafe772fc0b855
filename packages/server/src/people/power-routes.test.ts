/** What delegations, leave and a lost role do to a dispatch on its way. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ApproveDispatch, GetDispatch, SignDispatch, SubmitDispatch } from '@loa/contract/dispatches'
import { GetHome } from '@loa/contract/home'
import {
  AskWhy,
  EndAppointment,
  EndDelegation,
  GetPerson,
  GiveAppointment,
  GiveDelegation,
  GiveLeave,
} from '@loa/contract/roster'
import { z } from 'zod'
import { sql } from '../database/sql.ts'
import type { Worker } from '../in-process.ts'
import { startCampaign } from '../testing/path.ts'
import { refused } from '../testing/problems.ts'
import { type TestApp, withApp } from '../testing/with-app.ts'

const today = '2023-05-22'
const yesterday = '2023-05-21'

const submitted = async (app: TestApp) => {
  const { draftId: id } = await startCampaign(app)
  await step(app.ha, SubmitDispatch, id)
  return id
}
const step = async (
  person: Worker,
  contract: typeof SignDispatch | typeof SubmitDispatch | typeof ApproveDispatch,
  id: number,
) => {
  const { version } = await person.call(GetDispatch, { params: { id } })
  return person.call(contract, { params: { id }, body: { version } })
}
const lastEvent = ({ pool }: TestApp, kind: string) =>
  pool.transaction('system', (db) =>
    db.one(
      z.object({ personId: z.string(), data: z.record(z.string(), z.unknown()) }),
      sql`select person_id, data from events where kind = ${kind} order by id desc limit 1`,
    ),
  )
const endRole = async ({ ha }: TestApp, personId: string) => {
  const person = await ha.call(GetPerson, { params: { id: personId } })
  for (const { id, mayEnd } of person.appointments)
    if (mayEnd) await ha.call(EndAppointment, { params: { id }, body: { lastDay: yesterday } })
}
const departmentOf = async ({ ha }: TestApp) =>
  (await ha.call(GetPerson, { params: { id: 'ha' } })).unit?.id ?? 0

const byOrder = {
  fromPersonId: 'quan',
  form: 'TL' as const,
  authorityLine: 'TL. GIÁM ĐỐC',
  signerTitle: 'TRƯỞNG PHÒNG QUẢN LÝ VĂN HÓA VÀ GIA ĐÌNH',
  acts: ['dispatch.sign' as const],
  act: 'Quy chế 12/QC-SVHTTDL',
  from: today,
}

test(
  'who signs by order prints TL. and the own post, and the log names the delegation',
  withApp(async (app) => {
    const id = await submitted(app)
    await step(app.hung, ApproveDispatch, id)
    await refused(step(app.hung, SignDispatch, id), 'act.forbidden')
    const { tree } = await app.ha.call(GetDispatch, { params: { id } })
    const unitId = await departmentOf(app)
    await app.quan.call(GiveDelegation, {
      params: { id: 'hung' },
      body: { ...byOrder, unitId, documentTypes: [tree.type] },
    })
    const signed = await step(app.hung, SignDispatch, id)
    assert.equal(signed.tree.signingAuthority, 'TL. GIÁM ĐỐC')
    assert.equal(signed.tree.signerTitle, byOrder.signerTitle)
    assert.equal(signed.tree.signerName, 'Lê Văn Hưng')
    const event = await lastEvent(app, 'dispatch.sign')
    assert.equal(event.personId, 'hung')
    assert.equal(event.data.form, 'TL')
  }),
)

test(
  'a delegation covers its types of documents, ends at once, and ends with the role of who gave it',
  withApp(async (app) => {
    const id = await submitted(app)
    await step(app.hung, ApproveDispatch, id)
    const { tree } = await app.ha.call(GetDispatch, { params: { id } })
    const unitId = await departmentOf(app)
    const give = async (documentTypes: string[]) =>
      app.quan.call(GiveDelegation, { params: { id: 'hung' }, body: { ...byOrder, unitId, documentTypes } })
    const why = async () =>
      (await app.hung.call(AskWhy, { query: { act: 'dispatch.sign', dispatch: id } })).code

    assert.equal(await why(), 'no-role')
    const other = await give([tree.type === 'thong-bao' ? 'cong-van' : 'thong-bao'])
    await refused(step(app.hung, SignDispatch, id), 'act.forbidden')
    assert.equal(await why(), 'delegation-type')
    await app.quan.call(EndDelegation, { params: { id: other.delegations[0]?.id ?? 0 } })
    assert.equal(await why(), 'delegation-ended')
    await give([tree.type])
    assert.equal(await why(), 'allowed')
    await endRole(app, 'quan')
    assert.equal(await why(), 'delegation-giver-gone')
    await refused(step(app.hung, SignDispatch, id), 'act.forbidden')
  }),
)

test(
  'a leader delegates what is their own; what was delegated is not passed on; others only by the administrator',
  withApp(async (app) => {
    const unitId = await departmentOf(app)
    const body = { ...byOrder, unitId, documentTypes: ['cong-van'] }
    await refused(app.hung.call(GiveDelegation, { params: { id: 'mai' }, body }), 'act.forbidden')
    await refused(
      app.ha.call(GiveDelegation, { params: { id: 'hung' }, body: { ...body, fromPersonId: 'mai' } }),
      'delegation.giver-cannot',
    )
    await app.ha.call(GiveDelegation, { params: { id: 'hung' }, body })
    await refused(
      app.ha.call(GiveDelegation, { params: { id: 'mai' }, body: { ...body, fromPersonId: 'hung' } }),
      'delegation.giver-cannot',
    )
    await app.ha.call(GiveAppointment, { params: { id: 'nam' }, body: { unitId, role: 'leader' } })
    await refused(app.enter('nam').call(GiveDelegation, { params: { id: 'hung' }, body }), 'act.forbidden')
  }),
)

test(
  'a stand-in approves in place of who is away, never signs, and never gives powers',
  withApp(async (app) => {
    const id = await submitted(app)
    const unitId = await departmentOf(app)
    await refused(step(app.mai, ApproveDispatch, id), 'act.forbidden')
    for (const [away, standInId] of [
      ['hung', 'mai'],
      ['quan', 'nam'],
      ['ha', 'mai'],
    ] as const)
      await app.ha.call(GiveLeave, {
        params: { id: away },
        body: { unitId, standInId, from: today, to: '2023-05-26' },
      })
    await step(app.mai, ApproveDispatch, id)
    assert.partialDeepStrictEqual(await lastEvent(app, 'dispatch.approve'), {
      personId: 'mai',
      data: { insteadOf: 'hung' },
    })
    await refused(step(app.nam, SignDispatch, id), 'act.forbidden')
    const why = await app.nam.call(AskWhy, { query: { act: 'dispatch.sign', dispatch: id } })
    assert.equal(why.code, 'stand-in-never')
    assert.equal(why.who, 'Vũ Minh Quân')
    await refused(
      app.mai.call(GiveAppointment, { params: { id: 'mai' }, body: { unitId, role: 'leader' } }),
      'act.forbidden',
    )
    app.setNow('2023-05-27T01:00:00Z')
    await refused(step(app.mai, ApproveDispatch, id), 'act.forbidden')
  }),
)

test(
  'when those who approve have gone, the dispatch is not lost: the administrator sees it and appoints somebody',
  withApp(async (app) => {
    const id = await submitted(app)
    const stuck = async () =>
      (await app.ha.call(GetHome)).mine.filter(({ kind }) => kind === 'dispatch.nobody')
    assert.deepEqual(await stuck(), [])
    await endRole(app, 'hung')
    assert.deepEqual(await stuck(), [], 'the leader may approve too')
    await endRole(app, 'quan')
    assert.partialDeepStrictEqual(await stuck(), [{ href: `/dispatches/${id}`, detail: 'submitted' }])
    const shown = await app.ha.call(GetDispatch, { params: { id } })
    assert.equal(shown.nobodyFor, 'dispatch.approve')
    const unitId = await departmentOf(app)
    await app.ha.call(GiveAppointment, { params: { id: 'nam' }, body: { unitId, role: 'head' } })
    assert.deepEqual(await stuck(), [])
    assert.equal((await step(app.nam, ApproveDispatch, id)).state, 'approved')
  }),
)

test(
  'a role that was taken away says since when, and whom to ask',
  withApp(async (app) => {
    const id = await submitted(app)
    const unitId = await departmentOf(app)
    await app.ha.call(GiveAppointment, {
      params: { id: 'hung' },
      body: { unitId, role: 'reader', from: '2023-05-01' },
    })
    const hung = await app.ha.call(GetPerson, { params: { id: 'hung' } })
    const head = hung.appointments.find(({ role }) => role === 'head')?.id ?? 0
    await app.ha.call(EndAppointment, { params: { id: head }, body: { lastDay: yesterday } })
    const told = await refused(step(app.hung, ApproveDispatch, id), 'act.forbidden')
    assert.equal(told.values.act, 'dispatch.approve')
    const why = await app.hung.call(AskWhy, { query: { act: 'dispatch.approve', dispatch: id } })
    assert.partialDeepStrictEqual(why, {
      code: 'role-ended',
      day: yesterday,
      ask: ['Phạm Thu Hà'],
      state: 'submitted',
    })
    await endRole(app, 'hung')
    const nothing = await refused(app.hung.call(GetHome), 'session.no-role')
    assert.equal(nothing.values.since, yesterday)
    assert.equal(nothing.values.ask, 'Phạm Thu Hà')
  }),
)

test(
  'every act can be asked about by everybody, and the answer is about the person alone',
  withApp(async ({ ha, lan }) => {
    const own = await lan.call(AskWhy, { query: { act: 'dispatch.sign' } })
    assert.equal(own.code, 'no-role')
    const unit = (await ha.call(GetPerson, { params: { id: 'ha' } })).unit?.id
    const foreign = await lan.call(AskWhy, { query: { act: 'activity.record', unit } })
    assert.equal(foreign.code, 'other-unit')
  }),
)
