/** The things of the matrix of rights, made by the people whose they are. */
import { randomUUID } from 'node:crypto'
import { SubmitActivity } from '@loa/contract/activities'
import { AddAddressGroup } from '@loa/contract/address-groups'
import { ListDeliveries } from '@loa/contract/deliveries'
import { GetDispatch, SaveDraft, UploadDispatch } from '@loa/contract/dispatches'
import { AddDraftComment } from '@loa/contract/drafts'
import { AddConnection } from '@loa/contract/exchanges'
import { ListDutyReports } from '@loa/contract/expected-reports'
import { MakeCalendarFeed, SaveGathering, SaveVenue } from '@loa/contract/gatherings'
import { AddReportTemplate } from '@loa/contract/report-templates'
import { DraftReport } from '@loa/contract/reports'
import { OpenRound } from '@loa/contract/rounds'
import { AddCheckPhoto, CheckSite, SavePosting, SaveSite } from '@loa/contract/sites'
import { AddVehicle, SaveVehicleTask } from '@loa/contract/vehicles'
import { z } from 'zod'
import { type Sql, sql } from '../database/sql.ts'
import { cutDirectory, unitIdOf } from './directory.ts'
import { examplePackage } from './package.ts'
import { acceptDuty, addPhoto, examplePdf, issuedCampaign, photo, recordActivity } from './path.ts'
import type { TestApp } from './with-app.ts'

/** Where the asking person is appointed, seen from the centre of Nam Sách, whose duty, activity and photo these are. */
export const relations = {
  own: 'HD-291-TTVH',
  child: 'X-291-CHILD',
  parent: 'HD-291-UBND',
  /** Has a duty of its own in the same campaign. */
  sibling: 'HD-298-TTVH',
  /** Gave the order. */
  giver: 'HD-SVHTTDL',
  /** Above all of these. */
  province: 'HD-UBND',
  foreign: 'TW-VHCS',
} as const
export type Relation = keyof typeof relations

/** Ids of things that are there. */
export interface Made {
  draft: number
  /** Of a PDF that came in. */
  pages: number
  /** Came in a package, with further files. */
  packed: number
  /** A connection of the department, and what was refused there. */
  exchange: number
  parcel: number
  issued: number
  delivery: number
  campaign: number
  duty: number
  activity: string
  evidence: string
  conflict: string
  report: number
  unit: number
  contact: number
  change: number
  group: number
  person: string
  appointment: number
  delegation: number
  leave: number
  session: string
  unitImport: number
  indicator: string
  facility: number
  request: number
  attachment: string
  figureCheck: number
  site: string
  face: string
  posting: string
  check: string
  vehicle: number
  drive: string
  venue: string
  gathering: string
  feed: number
  round: number
  expected: number
  template: number
  holiday: string
  reminder: string
  /** Of the draft: a version of it, and a remark on it. */
  version: number
  comment: string
  /** Of the issued dispatch. */
  number: number
  /** The order as it was received by the centre. */
  arrival: number
}

/** Ids of things that nobody has. */
export const nobody: Made = {
  draft: 999_999,
  pages: 999_999,
  packed: 999_999,
  exchange: 999_999,
  parcel: 999_999,
  issued: 999_999,
  delivery: 999_999,
  campaign: 999_999,
  duty: 999_999,
  activity: '00000000-0000-4000-8000-000000000001',
  evidence: '00000000-0000-4000-8000-000000000002',
  conflict: '00000000-0000-4000-8000-000000000003',
  report: 999_999,
  unit: 999_999,
  contact: 999_999,
  change: 999_999,
  group: 999_999,
  person: 'nobody',
  appointment: 999_999,
  delegation: 999_999,
  leave: 999_999,
  session: 'nothing',
  unitImport: 999_999,
  indicator: 'no.such',
  facility: 999_999,
  request: 999_999,
  attachment: '00000000-0000-4000-8000-000000000003',
  figureCheck: 999_999,
  site: '00000000-0000-4000-8000-000000000003',
  face: '00000000-0000-4000-8000-000000000004',
  posting: '00000000-0000-4000-8000-000000000005',
  check: '00000000-0000-4000-8000-000000000006',
  vehicle: 999_999,
  drive: '00000000-0000-4000-8000-000000000007',
  venue: '00000000-0000-4000-8000-000000000008',
  gathering: '00000000-0000-4000-8000-000000000009',
  feed: 999_999,
  round: 999_999,
  expected: 999_999,
  template: 999_999,
  holiday: '2023-12-24',
  reminder: '00000000-0000-4000-8000-00000000000b',
  version: 999_999,
  comment: '00000000-0000-4000-8000-00000000000c',
  number: 999_999,
  arrival: 999_999,
}

/** Words that stand in the centre's own things only. */
export const secretWords = ['Cổng chợ Nam Sách chỉ trung tâm biết']

/** Switched off: nothing is fetched while the matrix asks. */
const exchangeBody = {
  name: 'Thư mục thử',
  organId: 'H23.15',
  place: 'thu',
  systemId: null,
  zipped: false,
  enabled: false,
  pollMinutes: 60,
}

const makeExchange = async (app: TestApp) => {
  const { id: exchange } = await app.ha.call(AddConnection, { body: { kind: 'folder', ...exchangeBody } })
  const { id: parcel } = await app.pool.transaction('system', (db) =>
    db.one(
      z.object({ id: z.number() }),
      sql`insert into exchange_outgoing (connection_id, key, kind, status, to_organ, to_name, document_id, content, state, next_at, created_at)
          values (${exchange}, 'x', 'status', '03', 'H1', 'Bộ', 'x', '{"at":"2023-05-22T00:00:00Z"}', 'refused', now(), now()) returning id`,
    ),
  )
  return { exchange, parcel }
}

/** No document: the package's header stands for it, and no reader spends time on it. */
const spoiled = {
  id: '1',
  name: 'ban-do.dwg',
  description: null,
  contentType: 'application/octet-stream',
  bytes: new Uint8Array([1]),
}

export const makeThings = async (app: TestApp): Promise<Made> => {
  await app.pool.transaction('system', (db) =>
    db.run(sql`insert into units (code, name, full_name, type, parent_code)
      values (${relations.child}, 'Tổ lưu động', 'Tổ lưu động Trung tâm Nam Sách', 'office-room', ${relations.own})`),
  )
  const directory = await app.pool.transaction('system', async (db) => {
    const change = await cutDirectory(db, {
      on: '2023-05-01',
      ended: [],
      begun: [{ code: 'X-MOI', name: 'Đơn vị mới', type: 'office-room' }],
      follows: [],
    })
    const unit = await unitIdOf(db, relations.own)
    const contact = await db.one(
      z.object({ id: z.number() }),
      sql`insert into unit_contacts (unit_id, kind, value) values (${unit}, 'phone', '0220 123456') returning id`,
    )
    const unitImport = await db.one(
      z.object({ id: z.number() }),
      sql`insert into unit_imports (unit_id, name, state, digest, created_at, updated_at)
          select operator_unit_id, 'danh sách thử', 'ready', 'x', now(), now() from installation returning id`,
    )
    await db.run(sql`insert into holidays (day, name, kind, entered_by, entered_at)
      values ('2023-12-25', 'Nghỉ', 'off', 'nam', now())`)
    const facility = await db.one(
      z.object({ id: z.number() }),
      sql`insert into unit_facilities (unit_id, kind, name) values (${unit}, 'station', 'Đài') returning id`,
    )
    return {
      change,
      unit,
      contact: contact.id,
      unitImport: unitImport.id,
      facility: facility.id,
      holiday: '2023-12-25',
    }
  })
  const group = await app.ha.call(AddAddressGroup, {
    body: { name: 'Nhóm của Sở', phrase: 'các đơn vị của nhóm thử', query: { types: ['commune-station'] } },
  })
  const { campaignId, draftId: issued } = await issuedCampaign(app)
  const duty = await acceptDuty(app.lan)
  const recorded = await recordActivity(app.lan, duty, { place: secretWords[0] ?? '' })
  const shown = await addPhoto(app.lan, recorded)
  await app.lan.call(SubmitActivity, { params: { id: shown.id }, body: { version: shown.version } })
  const { rows } = await app.lan.call(ListDeliveries, { query: { box: 'in' } })
  const report = await app.ha.call(DraftReport, { params: { id: campaignId }, body: {} })
  const written = await writeDraft(app, report.dispatchId)
  const paged = await app.ha.call(UploadDispatch, {
    query: { name: 'cong-van.pdf' },
    bytes: await examplePdf(),
  })
  const packed = await app.ha.call(UploadDispatch, {
    query: { name: 'goi-tin.edxml' },
    bytes: examplePackage({ attachments: [spoiled] }),
  })
  picture ??= new Blob([(await photo(77)) as Uint8Array<ArrayBuffer>])
  return {
    draft: report.dispatchId,
    ...written,
    pages: paged.dispatch.id,
    packed: packed.dispatch.id,
    ...(await makeExchange(app)),
    issued,
    delivery: rows[0]?.id ?? 0,
    campaign: campaignId,
    duty: duty.id,
    activity: shown.id,
    evidence: shown.evidence[0]?.id ?? '',
    conflict: await makeConflict(app, shown.id),
    report: report.id,
    ...directory,
    group: group.id,
    indicator: 'visual.banner',
    request: await proposeTarget(app, duty.id),
    attachment: await attachFile(app, shown.id),
    figureCheck: await findOdd(app, duty.id),
    reminder: await remind(app, duty.id),
    ...(await findRegistered(app, issued, rows[0]?.id ?? 0)),
    ...(await makeSite(app, duty.id)),
    ...(await makeDrive(app, duty.id)),
    ...(await makeGathering(app, duty.id)),
    ...(await makePowers(app, directory.unit)),
    ...(await makeRound(app, campaignId, duty.id)),
  }
}
/** Words changed once, and a remark on them. */
const writeDraft = async ({ ha }: TestApp, id: number) => {
  const { version } = await ha.call(GetDispatch, { params: { id } })
  const saved = await ha.call(SaveDraft, {
    params: { id },
    body: { version, change: { subject: 'Kết quả' } },
  })
  const comment = randomUUID()
  await ha.call(AddDraftComment, {
    params: { id, commentId: comment },
    body: { field: null, quote: '', words: secretWords[0] ?? '', replyTo: null },
  })
  return { version: saved.version, comment }
}

/** The number of the order, and its entry in the centre's register. */
const findRegistered = (app: TestApp, dispatchId: number, deliveryId: number) =>
  app.pool.transaction('system', (db) =>
    db.one(
      z.object({ number: z.number(), arrival: z.number() }),
      sql`select (select id from dispatch_numbers where dispatch_id = ${dispatchId}) as number,
            (select id from arrivals where delivery_id = ${deliveryId}) as arrival`,
    ),
  )

/** A round that expects a report of the centre, and a template of the department. */
const makeRound = async ({ ha, lan: worker }: TestApp, campaignId: number, dutyId: number) => {
  const { id: round } = await ha.call(OpenRound, { params: { id: campaignId }, body: roundBody })
  const { rows } = await worker.call(ListDutyReports, { params: { id: dutyId } })
  const outline = [{ id: 'a', kind: 'heading' as const, level: 1 as const, text: 'Mục' }]
  const { id: template } = await ha.call(AddReportTemplate, {
    body: { name: 'Mẫu của Sở', outline, standard: false },
  })
  return { round, expected: rows[0]?.id ?? 0, template }
}
export const roundBody = {
  kind: 'month' as const,
  from: '2023-05-15',
  to: '2023-06-14',
  cutOff: '2023-06-14',
  dueAt: '2023-06-15T10:00:00Z',
  upDueAt: null,
}

/** A clipping of the centre's, of a kind that its banner does not take: kept from before the indicator was changed. */
const attachFile = async (app: TestApp, activityId: string) => {
  const id = '00000000-0000-4000-8000-00000000000a'
  await app.pool.transaction('system', (db) =>
    db.run(sql`insert into attachments (id, activity_id, unit_id, owner_unit_id, kind, name, sha256, mime, bytes, added_by, created_at)
      select ${id}, a.id, a.unit_id, a.owner_unit_id, 'document', ${secretWords[0]}, e.sha256, 'application/pdf', e.bytes, ${lan}, now()
      from activities a join evidence e on e.activity_id = a.id where a.id = ${activityId}`),
  )
  return id
}
/** What the department reminded the centre of. */
const remind = (app: TestApp, dutyId: number) =>
  app.pool.transaction(
    'system',
    async (db) =>
      (
        await db.one(
          z.object({ id: z.string() }),
          sql`insert into reminders (id, campaign_id, duty_id, unit_id, owner_unit_id, reasons, text, state, not_before,
                made_by, made_at, sent_at)
              select gen_random_uuid(), campaign_id, id, unit_id, owner_unit_id,
                '[{"key": "doubts", "kind": "doubts", "template": "x"}]', ${secretWords[0]}, 'sent', now(), 'ha', now(), now()
              from duties where id = ${dutyId} returning id`,
        )
      ).id,
  )
/** A number of the centre's that looks odd. */
const findOdd = (app: TestApp, dutyId: number) =>
  app.pool.transaction(
    'system',
    async (db) =>
      (
        await db.one(
          z.object({ id: z.number() }),
          sql`insert into figure_checks (campaign_id, unit_id, owner_unit_id, rule, indicator, numbers, size, found_at)
              select campaign_id, unit_id, owner_unit_id, 'unproved', 'visual.banner', '30/1', 29, now()
              from duties where id = ${dutyId} returning id`,
        )
      ).id,
  )
/** What the centre proposes instead of a target it was given. */
const proposeTarget = (app: TestApp, dutyId: number) =>
  app.pool.transaction(
    'system',
    async (db) =>
      (
        await db.one(
          z.object({ id: z.number() }),
          sql`insert into target_requests (duty_id, campaign_id, unit_id, owner_unit_id, indicator, after, reason, asked_by, asked_at)
              select id, campaign_id, unit_id, owner_unit_id, 'visual.flag', 3, ${secretWords[0]}, ${lan}, now()
              from duties where id = ${dutyId} returning id`,
        )
      ).id,
  )
export const clipping = new Blob(['%PDF-1.7 bài báo'])
export let picture: Blob | undefined

/** Words of a second phone that wait for a choice. */
const makeConflict = async (app: TestApp, activityId: string): Promise<string> => {
  const id = randomUUID()
  await app.pool.transaction('system', (db) =>
    db.run(sql`insert into field_edits (id, activity_id, unit_id, owner_unit_id, person_id, words, outcome, app, device_at,
          clock_behind, received_at)
        select ${id}, a.id, a.unit_id, a.owner_unit_id, a.recorded_by,
          jsonb_build_object('dutyId', a.duty_id, 'indicator', 'visual.banner', 'topics', '[]'::jsonb, 'place', a.place,
            'happenedOn', a.happened_on, 'quantity', 15, 'note', ''),
          'conflict', '', a.created_at, 0, a.created_at from activities a where a.id = ${activityId}`),
  )
  return id
}
/** A car of the centre with a drive for the order of the department. */
const makeDrive = async ({ lan: worker }: TestApp, dutyId: number) => {
  const { id: vehicle } = await worker.call(AddVehicle, { body: { plate: '34A-11111', name: 'Xe loa' } })
  const drive = randomUUID()
  await worker.call(SaveVehicleTask, { params: { id: drive }, body: driveBody(vehicle, dutyId) })
  return { vehicle, drive }
}
export const driveBody = (vehicleId: number, dutyId: number) => ({
  vehicleId,
  dutyId,
  route: secretWords[0] ?? '',
  startsAt: '2023-05-22T01:00:00Z',
  endsAt: '2023-05-22T03:00:00Z',
})

/** A venue of the centre, a performance there for the order of the department, and a calendar address of Lan's. */
const makeGathering = async ({ lan: worker }: TestApp, dutyId: number) => {
  const [venue, gathering] = [randomUUID(), randomUUID()]
  await worker.call(SaveVenue, { params: { id: venue }, body: venueBody })
  await worker.call(SaveGathering, { params: { id: gathering }, body: gatheringBody(venue, dutyId) })
  const { id: feed } = await worker.call(MakeCalendarFeed)
  return { venue, gathering, feed }
}
export const venueBody = { name: 'Nhà văn hóa', place: secretWords[0] ?? '', outdoors: false }
export const gatheringBody = (venueId: string, dutyId: number) => ({
  dutyId,
  form: 'performance-film' as const,
  title: secretWords[0] ?? '',
  venueId,
  startsAt: '2023-05-22T12:00:00Z',
  endsAt: '2023-05-22T14:00:00Z',
})

/** A site of the centre where the order of the department hangs, and what was seen there. */
const makeSite = async ({ lan: worker }: TestApp, dutyId: number) => {
  const [site, face, posting, check] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  await worker.call(SaveSite, { params: { id: site }, body: siteBody(face) })
  const hung = { faceId: face, dutyId, content: 'Khẩu hiệu', upOn: '2023-05-22', dueOn: null }
  await worker.call(SavePosting, { params: { id: posting }, body: hung })
  const seen = { siteId: site, postingId: posting, result: 'damaged' as const, note: 'rách' }
  await worker.call(CheckSite, { params: { id: check }, body: seen })
  await worker.call(AddCheckPhoto, {
    params: { id: check },
    query: { name: 'a.jpg' },
    bytes: await photo(78),
  })
  return { site, face, posting, check }
}
export const siteBody = (face: string) => ({
  name: 'Cổng chợ',
  kind: 'panel' as const,
  place: secretWords[0] ?? '',
  latitude: null,
  longitude: null,
  faces: [{ id: face, label: 'Mặt A', width: 4, height: 3 }],
})

/** Lan's role, what Nam lets her sign, her leave, and one of her sessions. */
const makePowers = (app: TestApp, unit: number) =>
  app.pool.transaction('system', async (db) => {
    const one = async (query: Sql) => (await db.one(z.object({ id: z.number() }), query)).id
    const session = await db.one(
      z.object({ id: z.string() }),
      sql`select id from sessions where person_id = ${lan} limit 1`,
    )
    return {
      person: lan,
      session: session.id,
      appointment: await one(sql`select id from appointments where person_id = ${lan} order by id limit 1`),
      delegation: await one(
        sql`insert into delegations (unit_id, from_person_id, to_person_id, form, authority_line, signer_title, acts,
              valid_from, created_at)
            values (${unit}, 'nam', ${lan}, 'KT', 'KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', '{dispatch.sign}', '2023-05-01', now())
            returning id`,
      ),
      leave: await one(
        sql`insert into leaves (unit_id, person_id, valid_from, valid_to, created_at)
            values (${unit}, ${lan}, '2023-07-01', '2023-07-05', now()) returning id`,
      ),
    }
  })
const lan = 'ttvh-291'
