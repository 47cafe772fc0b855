/** The things of the matrix of rights, who may see each, and what each route is asked about them. */
import { randomUUID } from 'node:crypto'
import { SubmitActivity } from '@loa/contract/activities'
import { AddAddressGroup } from '@loa/contract/address-groups'
import { ListDeliveries } from '@loa/contract/deliveries'
import { UploadDispatch } from '@loa/contract/dispatches'
import { MakeCalendarFeed, SaveGathering, SaveVenue } from '@loa/contract/gatherings'
import { DraftReport } from '@loa/contract/reports'
import { AddCheckPhoto, CheckSite, SavePosting, SaveSite } from '@loa/contract/sites'
import { AddVehicle, SaveVehicleTask } from '@loa/contract/vehicles'
import { z } from 'zod'
import { type Sql, sql } from '../database/sql.ts'
import { cutDirectory, unitIdOf } from './directory.ts'
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
  site: string
  face: string
  posting: string
  check: string
  vehicle: number
  drive: string
  venue: string
  gathering: string
  feed: number
}

/** Ids of things that nobody has. */
export const nobody: Made = {
  draft: 999_999,
  pages: 999_999,
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
  site: '00000000-0000-4000-8000-000000000003',
  face: '00000000-0000-4000-8000-000000000004',
  posting: '00000000-0000-4000-8000-000000000005',
  check: '00000000-0000-4000-8000-000000000006',
  vehicle: 999_999,
  drive: '00000000-0000-4000-8000-000000000007',
  venue: '00000000-0000-4000-8000-000000000008',
  gathering: '00000000-0000-4000-8000-000000000009',
  feed: 999_999,
}

/** Words that stand in the centre's own things only. */
export const secretWords = ['Cổng chợ Nam Sách chỉ trung tâm biết']

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
    const facility = await db.one(
      z.object({ id: z.number() }),
      sql`insert into unit_facilities (unit_id, kind, name) values (${unit}, 'station', 'Đài') returning id`,
    )
    return { change, unit, contact: contact.id, unitImport: unitImport.id, facility: facility.id }
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
  const paged = await app.ha.call(UploadDispatch, {
    query: { name: 'cong-van.pdf' },
    bytes: await examplePdf(),
  })
  picture ??= new Blob([(await photo(77)) as Uint8Array<ArrayBuffer>])
  return {
    draft: report.dispatchId,
    pages: paged.dispatch.id,
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
    ...(await makeSite(app, duty.id)),
    ...(await makeDrive(app, duty.id)),
    ...(await makeGathering(app, duty.id)),
    ...(await makePowers(app, directory.unit)),
  }
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
const clipping = new Blob(['%PDF-1.7 bài báo'])
let picture: Blob | undefined

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
const driveBody = (vehicleId: number, dutyId: number) => ({
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
const venueBody = { name: 'Nhà văn hóa', place: secretWords[0] ?? '', outdoors: false }
const gatheringBody = (venueId: string, dutyId: number) => ({
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
const siteBody = (face: string) => ({
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

interface Place {
  /** Where one stands to see the thing. */
  seen: readonly Relation[]
  /** Where the role counts for what the route does; reading needs no more than seeing. */
  acts: readonly Relation[]
  /** Whoever does not keep the directory is refused before anything is looked for. */
  keepers?: true
  give: (made: Made) => {
    params: Record<string, string | number>
    query?: string
    body?: unknown
    bytes?: Blob
  }
}

const above: readonly Relation[] = ['giver', 'province']
/** The centre's own things are seen by it, by all above it, and by who gave the order. */
const centre: readonly Relation[] = ['own', 'parent', 'giver', 'province']
/** A role counts in its own unit and below. */
const works: readonly Relation[] = ['own', 'parent', 'province']
/** What was sent to a unit is seen by it and by all above it. */
const addressed: readonly Relation[] = ['own', 'parent', 'sibling', 'giver', 'province']

const everybody = Object.keys(relations) as Relation[]
/** Kept by the administrators of the body that runs this Loa, and by nobody above or below it. */
const onDirectory = (params: (made: Made) => Record<string, number>, body?: unknown): Place => ({
  seen: everybody,
  acts: ['giver'],
  give: (made) => ({ params: params(made), body }),
})
/** Out of sight for everybody else: they are told no, and not whether it is there. */
const onImport = (body?: unknown): Place => ({
  seen: ['giver'],
  acts: ['giver'],
  keepers: true,
  give: (made) => ({ params: { id: made.unitImport }, body }),
})
const onGroup = (body?: unknown): Place => ({
  seen: above,
  acts: above,
  give: (made) => ({ params: { id: made.group }, body }),
})

/** A version nobody has: what is let through is told that it was changed, and changes nothing. */
const version = 1_000_000

const onPages = (body?: unknown): Place => ({
  seen: above,
  acts: above,
  give: (made) => ({ params: { id: made.pages, page: 1 }, body }),
})
const draft = (body?: unknown): Place => ({
  seen: above,
  acts: above,
  give: (made) => ({ params: { id: made.draft, kind: 'pdf' }, body }),
})
const onCampaign = (acts: readonly Relation[] = [], body?: unknown): Place => ({
  seen: addressed,
  acts,
  give: (made) => ({ params: { id: made.campaign, indicator: 'visual.banner' }, body }),
})
/** How a campaign is planned is its owner's, though the units it addresses see the campaign. */
const onPlan = (body?: unknown): Place => ({ ...onCampaign(above, body), seen: above })
const onDuty = (body?: unknown): Place => ({
  seen: centre,
  acts: works,
  give: (made) => ({ params: { id: made.duty }, body }),
})
const onActivity = (acts: readonly Relation[], body?: unknown): Place => ({
  seen: centre,
  acts,
  give: (made) => ({ params: { id: made.activity }, body }),
})
/** No form of ours: what is let through is told so. */
const onSheet: Place = {
  seen: centre,
  acts: works,
  give: (made) => ({ params: { id: made.duty }, bytes: new Blob(['a;b\n1;2\n']) }),
}
const phoneAt = '2023-05-25T01:00:00Z'
/** Who asks in the matrix is always Nam. */
const fromPhone = () => ({ edit: randomUUID(), person: 'nam', sentAt: phoneAt })
const onPhoto = (acts: readonly Relation[], body?: unknown): Place => ({
  seen: centre,
  acts,
  give: (made) => ({ params: { id: made.evidence }, body }),
})
const onSite = (
  thing: 'site' | 'posting' | 'check',
  acts: readonly Relation[],
  body?: (made: Made) => unknown,
): Place => ({
  seen: centre,
  acts,
  give: (made) => ({ params: { id: made[thing], kind: 'preview' }, body: body?.(made) }),
})
const onDrive = (
  thing: 'vehicle' | 'drive' | 'venue' | 'gathering',
  acts: readonly Relation[],
  body?: (made: Made) => unknown,
): Place => ({
  seen: centre,
  acts,
  give: (made) => ({ params: { id: made[thing] }, body: body?.(made) }),
})
const onReport: Place = {
  seen: above,
  acts: above,
  give: (made) => ({ params: { id: made.report, kind: 'xlsx' } }),
}

/** Lan is kept by the administrators of the centre and of all above it; who gave an order is not above her. */
const onPerson = (body?: (made: Made) => unknown): Place => ({
  seen: works,
  acts: works,
  give: (made) => ({ params: { id: made.person }, body: body?.(made) }),
})
const onPower = (thing: 'appointment' | 'delegation' | 'leave', body?: unknown): Place => ({
  seen: works,
  acts: works,
  give: (made) => ({ params: { id: made[thing] }, body }),
})
/** What a person keeps alone is nobody else's, wherever they stand. */
const onOwnAccount: Place = {
  seen: [],
  acts: [],
  give: (made) => ({ params: { id: made.session } }),
}

export const paths: Record<string, Place> = {
  'delete /api/account/passkeys/{id}': onOwnAccount,
  'delete /api/account/sessions/{id}': onOwnAccount,
  'get /api/people/{id}': onPerson(),
  'put /api/people/{id}': onPerson(() => ({ name: 'Tên khác', title: '' })),
  'post /api/people/{id}/appointments': onPerson(({ unit }) => ({ unitId: unit, role: 'reader' })),
  'post /api/people/{id}/left': onPerson(() => ({ on: '2023-05-22' })),
  'post /api/people/{id}/sessions/end': onPerson(() => ({})),
  'post /api/people/{id}/invitation': onPerson(),
  'delete /api/people/{id}/invitation': onPerson(),
  'delete /api/people/{id}/second-factor': onPerson(),
  'post /api/people/{id}/delegations': onPerson(({ unit }) => ({
    unitId: unit,
    fromPersonId: 'nam',
    form: 'KT',
    authorityLine: 'KT. GIÁM ĐỐC',
    signerTitle: 'PHÓ GIÁM ĐỐC',
    acts: ['dispatch.sign'],
    from: '2023-05-22',
  })),
  'post /api/people/{id}/leaves': onPerson(({ unit }) => ({
    unitId: unit,
    from: '2023-06-01',
    to: '2023-06-02',
  })),
  'post /api/appointments/{id}/end': onPower('appointment', { lastDay: '2023-05-21' }),
  'post /api/delegations/{id}/end': onPower('delegation'),
  'post /api/leaves/{id}/end': onPower('leave'),
  'get /api/units/{id}': onDirectory(({ unit }) => ({ id: unit })),
  'get /api/units/{id}/life': onDirectory(({ unit }) => ({ id: unit })),
  'post /api/units/{id}/contacts': onDirectory(({ unit }) => ({ id: unit }), {
    kind: 'phone',
    value: '0220 654321',
    validFrom: null,
  }),
  'post /api/units/{id}/contacts/{contactId}/end': onDirectory(
    ({ unit, contact }) => ({ id: unit, contactId: contact }),
    { validTo: '2023-12-31' },
  ),
  'post /api/units/{id}/facilities': onDirectory(({ unit }) => ({ id: unit }), {
    kind: 'station',
    name: 'Đài khác',
    validFrom: null,
  }),
  'post /api/units/{id}/facilities/{facilityId}/end': onDirectory(
    ({ unit, facility }) => ({ id: unit, facilityId: facility }),
    { validTo: '2023-12-31' },
  ),
  'get /api/unit-imports/{id}': onImport(),
  'get /api/unit-imports/{id}/rows': onImport(),
  'post /api/unit-imports/{id}/apply': onImport({ digest: 'x', act: 'Quyết định số 1', leaveOut: false }),
  'post /api/unit-imports/{id}/undo': onImport(),
  'delete /api/unit-imports/{id}': onImport(),
  'post /api/successions/{id}/undo': onDirectory(({ change }) => ({ id: change }), {}),
  'get /api/address-groups/{id}': onGroup(),
  'put /api/address-groups/{id}': onGroup({
    version,
    name: 'x',
    phrase: 'cụm từ',
    query: { types: ['commune-station'] },
  }),
  'delete /api/address-groups/{id}': onGroup(),
  'get /api/dispatches/{id}': draft(),
  'get /api/dispatches/{id}/files/{kind}': draft(),
  'get /api/dispatches/{id}/pages/{page}': onPages(),
  'get /api/dispatches/{id}/places': onPages(),
  'put /api/dispatches/{id}/corrections': onPages({
    version,
    changes: [{ field: 'subject', how: 'typed', value: 'chữ khác' }],
  }),
  'get /api/dispatches/{id}/plan': draft(),
  'post /api/dispatches/{id}/plan': draft({
    decisions: [{ proposalId: 1, version: 1, decision: 'confirmed' }],
  }),
  'post /api/dispatches/{id}/preview': draft({}),
  'put /api/dispatches/{id}/draft': draft({ version, change: {} }),
  'post /api/dispatches/{id}/submit': draft({ version }),
  'post /api/dispatches/{id}/approve': draft({ version }),
  'post /api/dispatches/{id}/return': draft({ version, reason: 'chưa đủ' }),
  'post /api/dispatches/{id}/sign': draft({ version }),
  'post /api/dispatches/{id}/number': draft({ version }),
  'post /api/dispatches/{id}/issue': draft({ version }),
  'post /api/dispatches/{id}/adopt': draft({ version }),
  'post /api/dispatches/{id}/campaign': draft({}),
  'post /api/deliveries/{id}/status': {
    seen: centre,
    acts: works,
    give: (made) => ({ params: { id: made.delivery }, body: { status: '03' } }),
  },
  'get /api/campaigns/{id}': onCampaign(),
  'get /api/campaigns/{id}/board': onCampaign(),
  'get /api/campaigns/{id}/figures': onCampaign(),
  'get /api/campaigns/{id}/figures/{indicator}': onCampaign(),
  'post /api/campaigns/{id}/reports': onCampaign(above, {}),
  'get /api/campaigns/{id}/targets': onPlan(),
  'put /api/campaigns/{id}/targets': onPlan({ version, rules: [], exceptions: [] }),
  'post /api/campaigns/{id}/targets/preview': onPlan({ rules: [], exceptions: [] }),
  'post /api/campaigns/{id}/targets/publish': onPlan({ version }),
  'get /api/duties/{id}/targets': onDuty(),
  'post /api/duties/{id}/targets/answer': onDuty({ number: 1, answer: 'accept' }),
  'post /api/target-requests/{id}/decision': {
    seen: centre,
    acts: above,
    give: (made) => ({ params: { id: made.request }, body: { version, verdict: 'agree' } }),
  },
  'get /api/duties/{id}': onDuty(),
  'post /api/duties/{id}/answer': onDuty({ version, answer: 'done' }),
  'put /api/duties/{id}/plan': onDuty({ version, targets: [] }),
  'put /api/indicators/{code}': {
    seen: everybody,
    acts: ['giver'],
    give: (made) => ({
      params: { code: made.indicator },
      body: {
        version,
        name: 'Băng rôn',
        nameEn: 'Banners',
        decimals: 0,
        evidence: ['photo'],
        form: 'visual',
        unit: 'chiếc',
        unitEn: 'pieces',
        aggregation: 'sum',
        active: true,
        main: true,
      },
    }),
  },
  'get /api/activities/{id}': onActivity(works),
  'put /api/activities/{id}': {
    seen: centre,
    acts: works,
    give: (made) => ({
      params: { id: randomUUID() },
      body: {
        dutyId: made.duty,
        // No such indicator: what is let through is told so, and records nothing.
        indicator: 'nothing',
        topics: [1],
        place: 'Cổng chợ',
        happenedOn: '2023-05-25',
        quantity: 1,
      },
    }),
  },
  'post /api/activities/{id}/submit': onActivity(works, { version }),
  'post /api/activities/{id}/review': onActivity(above, { version, verdict: 'accept' }),
  'put /api/activities/{id}/evidence/{evidenceId}': {
    seen: centre,
    acts: works,
    give: (made) => ({
      params: { id: made.activity, evidenceId: made.evidence },
      query: '?name=anh.jpg',
      ...(picture ? { bytes: picture } : {}),
    }),
  },
  'put /api/activities/{id}/attachments/{attachmentId}': {
    seen: centre,
    acts: works,
    give: (made) => ({
      params: { id: made.activity, attachmentId: made.attachment },
      query: '?name=bai.pdf&kind=document',
      bytes: clipping,
    }),
  },
  'get /api/attachments/{id}': {
    seen: centre,
    acts: [],
    give: (made) => ({ params: { id: made.attachment } }),
  },
  'get /api/evidence/{id}/{kind}': {
    seen: centre,
    acts: [],
    give: (made) => ({ params: { id: made.evidence, kind: 'preview' } }),
  },
  'get /api/duties/{id}/sheet': onSheet,
  'post /api/duties/{id}/sheet': onSheet,
  'post /api/duties/{id}/sheet/check': onSheet,
  'put /api/field/v1/records/{id}': {
    seen: centre,
    acts: works,
    give: (made) => ({
      params: { id: randomUUID() },
      body: {
        ...fromPhone(),
        deviceAt: phoneAt,
        // No such indicator, as above.
        words: {
          dutyId: made.duty,
          indicator: 'nothing',
          topics: [1],
          place: 'Cổng chợ',
          happenedOn: '2023-05-25',
          quantity: 1,
        },
      },
    }),
  },
  'put /api/field/v1/records/{id}/evidence/{evidenceId}': {
    seen: centre,
    acts: works,
    give: (made) => ({
      params: { id: made.activity, evidenceId: made.evidence },
      body: { ...fromPhone(), sha256: 'a'.repeat(64), deviceAt: phoneAt },
    }),
  },
  'post /api/field/v1/records/{id}/finish': {
    seen: centre,
    acts: works,
    give: (made) => ({ params: { id: made.activity }, body: { ...fromPhone(), photos: [] } }),
  },
  'post /api/field/v1/conflicts/{id}': {
    seen: centre,
    acts: works,
    give: (made) => ({ params: { id: made.conflict }, body: { take: 'current', version } }),
  },
  'get /api/photos/{id}': onPhoto(works),
  'post /api/photos/{id}/judgement': onPhoto(above, { version, verdict: 'fine' }),
  // Nothing was said about it: whoever is let through is told so.
  'post /api/photos/{id}/judgement/undo': onPhoto(above, {}),
  'put /api/photos/{id}/blurs': onPhoto(centre, { regions: [] }),
  'post /api/campaigns/{id}/photo-samples': onCampaign(above, { percent: 10 }),
  'get /api/campaigns/{id}/photo-samples': onCampaign(),
  'get /api/sites/{id}': onSite('site', []),
  'get /api/sites/{id}/label': onSite('site', []),
  'put /api/sites/{id}': onSite('site', works, ({ face }) => ({ ...siteBody(face), version })),
  'put /api/postings/{id}': onSite('posting', works, ({ face, duty }) => ({
    faceId: face,
    dutyId: duty,
    content: 'Khẩu hiệu',
    upOn: '2023-05-22',
    dueOn: null,
    version,
  })),
  'post /api/postings/{id}/down': onSite('posting', works, () => ({ version, on: '2023-05-22' })),
  'put /api/site-checks/{id}': {
    seen: centre,
    acts: works,
    give: (made) => ({
      params: { id: randomUUID() },
      body: { siteId: made.site, postingId: null, result: 'found' },
    }),
  },
  'put /api/site-checks/{id}/photo': {
    seen: centre,
    acts: works,
    give: (made) => ({
      params: { id: made.check },
      query: '?name=anh.jpg',
      ...(picture ? { bytes: picture } : {}),
    }),
  },
  'get /api/site-checks/{id}/photo/{kind}': onSite('check', []),
  'post /api/site-checks/{id}/settle': onSite('check', works, () => ({ note: 'đã thay' })),
  'put /api/vehicles/{id}': onDrive('vehicle', works, () => ({
    plate: '34A-22222',
    name: 'Xe',
    endedOn: null,
    version,
  })),
  'post /api/vehicles/{id}/device': onDrive('vehicle', works),
  'get /api/vehicle-tasks/{id}': onDrive('drive', []),
  'put /api/vehicle-tasks/{id}': onDrive('drive', works, ({ vehicle, duty }) => ({
    ...driveBody(vehicle, duty),
    version,
  })),
  'post /api/vehicle-tasks/{id}/cancel': onDrive('drive', works, () => ({ version, reason: 'thử' })),
  'put /api/vehicle-tasks/{id}/gpx': {
    seen: centre,
    acts: works,
    give: (made) => ({
      params: { id: made.drive },
      bytes: new Blob(['<gpx><trkpt lat="1" lon="1"><time>2023-05-22T00:00:00Z</time></trkpt></gpx>']),
    }),
  },
  'put /api/venues/{id}': onDrive('venue', works, () => ({ ...venueBody, version })),
  'get /api/gatherings/{id}': onDrive('gathering', []),
  'put /api/gatherings/{id}': onDrive('gathering', works, ({ venue, duty }) => ({
    ...gatheringBody(venue, duty),
    version,
  })),
  // Public to whoever has the address, which nobody is told.
  'get /api/calendar/{token}': {
    seen: [],
    acts: [],
    give: () => ({ params: { token: `${'x'.repeat(32)}.ics` } }),
  },
  'delete /api/calendar-feeds/{id}': {
    seen: [],
    acts: [],
    give: (made) => ({ params: { id: made.feed } }),
  },
  'get /api/reports/{id}': onReport,
  'get /api/reports/{id}/files/{kind}': onReport,
}
