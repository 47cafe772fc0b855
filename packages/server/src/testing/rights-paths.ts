/** Who may see each thing of the matrix of rights, and what each route is asked about it. */
import { randomUUID } from 'node:crypto'
import {
  clipping,
  driveBody,
  gatheringBody,
  type Made,
  picture,
  type Relation,
  relations,
  roundBody,
  siteBody,
  venueBody,
} from './rights-things.ts'

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
/** Everybody reckons by them; the keepers of the directory enter them. */
const onHoliday = (body?: unknown): Place => ({
  seen: everybody,
  acts: ['giver'],
  give: ({ holiday }) => ({ params: { year: 2023, day: holiday }, body }),
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
/** What a draft said, and what was remarked on it. */
const onWords = (body?: unknown): Place => ({
  seen: above,
  acts: above,
  give: (made) => ({ params: { id: made.draft, number: made.version, commentId: made.comment }, body }),
})
/** The unit's own, by year: everybody has one. */
const onYear = (body?: unknown, query?: string): Place => ({
  seen: everybody,
  acts: everybody,
  give: () => ({
    params: { year: 2023, key: randomUUID(), kind: 'in', format: 'xlsx' },
    body,
    ...(query ? { query } : {}),
  }),
})
const onExchange = (body?: unknown): Place => ({
  seen: above,
  acts: above,
  give: (made) => ({ params: { id: made.exchange, unit: made.unit }, body }),
})
const onParcel = (body?: unknown): Place => ({
  seen: above,
  acts: above,
  give: (made) => ({ params: { id: made.parcel }, body }),
})
const onArrival = (body?: unknown): Place => ({
  seen: works,
  acts: works,
  give: (made) => ({ params: { id: made.arrival, paper: 'slip' }, body }),
})
const draft = (body?: unknown): Place => ({
  seen: above,
  acts: above,
  give: (made) => ({ params: { id: made.draft, kind: 'pdf', key: 'about.form.0' }, body }),
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
/** No such indicator, as above: words that nobody wrote. */
const phoneWords = (made: Made) => ({
  dutyId: made.duty,
  indicator: 'nothing',
  topics: [1],
  place: 'Cổng chợ',
  happenedOn: '2023-05-25',
  quantity: 1,
})
const onPhoto = (acts: readonly Relation[], body?: unknown): Place => ({
  seen: centre,
  acts,
  give: (made) => ({ params: { id: made.evidence }, body }),
})
const onSite = (
  thing: 'site' | 'face' | 'posting' | 'check',
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
const onReport = (body?: unknown): Place => ({
  seen: above,
  acts: above,
  give: (made) => ({ params: { id: made.report, kind: 'xlsx', block: 'nothing' }, body }),
})
/** A round is seen by every unit that is to report; what the units have handed in is its owner's. */
const onRound = (acts: readonly Relation[] = [], body?: unknown): Place => ({
  seen: addressed,
  acts,
  give: (made) => ({ params: { id: made.round }, body }),
})
const onExpected = (acts: readonly Relation[], body?: unknown): Place => ({
  seen: centre,
  acts,
  give: (made) => ({ params: { id: made.expected }, body }),
})
/** Sent to the centre. */
const onReminder = (acts: readonly Relation[], body?: unknown): Place => ({
  seen: centre,
  acts,
  give: (made) => ({ params: { id: made.reminder }, body }),
})
const onTemplate = (body?: unknown): Place => ({
  seen: above,
  acts: above,
  give: (made) => ({ params: { id: made.template }, body }),
})
const outline = [{ id: 'a', kind: 'heading', level: 1, text: 'Mục' }]

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
  'delete /api/people/{id}/signing-key': onPerson(),
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
  'get /api/campaigns/{id}/board/stamp': onCampaign(),
  'get /api/campaigns/{id}/board/file': onCampaign(),
  'get /api/dispatches/{id}/versions': draft(),
  'get /api/dispatches/{id}/versions/{number}/changes': onWords(),
  'get /api/dispatches/{id}/comments': draft(),
  'put /api/dispatches/{id}/comments/{commentId}': onWords({
    field: null,
    quote: '',
    words: 'Góp ý',
    replyTo: null,
  }),
  'post /api/dispatches/{id}/comments/{commentId}/settle': onWords({ done: true }),
  'get /api/numbers/{year}': onYear(),
  'put /api/numbers/{year}/plan': onYear({ kind: 'one', act: 'Quyết định số 1' }),
  'get /api/numbers/{year}/kept': onYear(undefined, '?state=void'),
  'put /api/numbers/reservations/{key}': onYear({ type: 'cong-van', purpose: 'Để dành' }),
  'post /api/numbers/{id}/void': {
    seen: above,
    acts: above,
    give: (made) => ({ params: { id: made.number }, body: { reason: 'Cấp nhầm' } }),
  },
  'get /api/registers/{year}/out': onYear(),
  'get /api/registers/{year}/in': onYear(),
  'get /api/registers/{year}/{kind}/{format}': onYear(),
  'get /api/dispatches/{id}/arrival': onPages(),
  'put /api/dispatches/{id}/arrival': onPages({ arrivedOn: '2023-05-22' }),
  'get /api/arrivals/{id}': onArrival(),
  'get /api/arrivals/{id}/handlers': onArrival(),
  'post /api/arrivals/{id}/forward': onArrival({ version, lead: 'ha', helpers: [], dueOn: null, words: '' }),
  'post /api/arrivals/{id}/progress': onArrival({
    version,
    words: 'Đang làm',
    replyCode: null,
    finished: false,
  }),
  'get /api/arrivals/{id}/papers/{paper}': onArrival(),
  'get /api/holidays/{year}': onHoliday(),
  'put /api/holidays/{year}': onHoliday({ tetBefore: 2, nationalDayWith: 'after', act: 'Thông báo số 1' }),
  'put /api/holidays/{year}/days/{day}': onHoliday({ name: 'Nghỉ bão', kind: 'off' }),
  'delete /api/holidays/{year}/days/{day}': onHoliday(),
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
  'get /api/dispatches/{id}/attachments/{ordinal}': {
    seen: above,
    acts: above,
    give: (made) => ({ params: { id: made.packed, ordinal: 1 } }),
  },
  'put /api/exchanges/{id}': onExchange({
    version,
    name: 'x',
    organId: 'H1',
    place: 'x',
    systemId: null,
    zipped: false,
    enabled: false,
    pollMinutes: 5,
  }),
  'post /api/exchanges/{id}/poll': onExchange(),
  'get /api/exchanges/{id}/addresses': onExchange(),
  'put /api/exchanges/{id}/addresses/{unit}': onExchange({ organId: 'H1.2' }),
  'delete /api/exchanges/{id}/addresses/{unit}': onExchange(),
  'get /api/exchanges/{id}/parcels': onExchange(),
  'get /api/exchanges/{id}/taken': onExchange(),
  'post /api/exchange-parcels/{id}/retry': onParcel(),
  'post /api/exchange-parcels/{id}/drop': onParcel({ reason: 'không gửi nữa' }),
  'get /api/dispatches/{id}/recall': draft(),
  'post /api/dispatches/{id}/recall': draft({ reason: 'Gửi nhầm' }),
  'post /api/dispatches/{id}/update': draft({ reason: 'Đính chính' }),
  'put /api/dispatches/{id}/replaces': draft({ dispatchId: null }),
  'get /api/dispatches/{id}/line': draft(),
  'get /api/dispatches/{id}/files/{kind}': draft(),
  'get /api/dispatches/{id}/pages/{page}': onPages(),
  'get /api/dispatches/{id}/places': onPages(),
  'put /api/dispatches/{id}/corrections': onPages({
    version,
    changes: [{ field: 'subject', how: 'typed', value: 'chữ khác' }],
  }),
  'get /api/dispatches/{id}/findings': draft(),
  'put /api/dispatches/{id}/findings/{key}': draft({ reason: 'đã thống nhất với văn thư' }),
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
  'post /api/dispatches/{id}/e-sign': draft({ version, pin: '1234' }),
  'post /api/dispatches/{id}/seal': draft({ version, pin: '1234' }),
  'get /api/dispatches/{id}/signatures': draft(),
  'post /api/dispatches/{id}/adopt': draft({ version }),
  'post /api/dispatches/{id}/campaign': draft({}),
  'post /api/deliveries/{id}/status': {
    seen: centre,
    acts: works,
    give: (made) => ({ params: { id: made.delivery }, body: { status: '03' } }),
  },
  'get /api/campaigns/{id}': onCampaign(),
  'get /api/campaigns/{id}/board': onCampaign(),
  'get /api/campaigns/{id}/overview': onCampaign(),
  'get /api/campaigns/{id}/figures': onCampaign(),
  'get /api/campaigns/{id}/figures/{indicator}': onCampaign(),
  'get /api/campaigns/{id}/checks': onCampaign(),
  'post /api/figure-checks/{id}/answer': {
    seen: centre,
    acts: above,
    give: (made) => ({ params: { id: made.figureCheck }, body: { answer: 'right', note: 'đã đếm lại' } }),
  },
  'post /api/campaigns/{id}/reports': onCampaign(above, {}),
  'post /api/campaigns/{id}/next': {
    ...onCampaign(above, { from: '2024-06-01', to: '2024-06-30' }),
    seen: above,
  },
  'get /api/campaigns/{id}/bag': { ...onCampaign(above), seen: above },
  'get /api/campaigns/{id}/rounds': onCampaign(),
  // Due before it is cut off: what is let through is told so, and opens nothing.
  'post /api/campaigns/{id}/rounds': onCampaign(above, { ...roundBody, dueAt: '2023-06-14T10:00:00Z' }),
  'get /api/campaigns/{id}/lacks': onPlan(),
  'get /api/campaigns/{id}/reminders': onPlan(),
  // Nothing is doubted of no duty: what is let through is told so.
  'post /api/campaigns/{id}/reminders': onPlan({
    when: 'draft',
    reminders: [{ id: randomUUID(), dutyId: 999_999, reasons: [{ key: 'doubts', template: 'nghi vấn' }] }],
  }),
  'get /api/reminders/{id}': onReminder([]),
  'put /api/reminders/{id}': onReminder(above, {
    version,
    when: 'draft',
    reasons: [{ key: 'doubts', template: 'nghi vấn' }],
  }),
  'post /api/reminders/{id}/cancel': onReminder(above, { version }),
  'post /api/reminders/{id}/read': onReminder(centre),
  'get /api/rounds/{id}': onRound(),
  'put /api/rounds/{id}': onRound(above, { version, dueAt: roundBody.dueAt, upDueAt: null }),
  'get /api/rounds/{id}/expected-reports': { ...onRound(), seen: above },
  'post /api/rounds/{id}/accept-clean': onRound(above, {}),
  'get /api/duties/{id}/expected-reports': onDuty(),
  'get /api/expected-reports/{id}': onExpected([]),
  'post /api/expected-reports/{id}/submit': onExpected(works, { version }),
  'post /api/expected-reports/{id}/return': onExpected(above, {
    version,
    comments: [{ indicator: null, text: 'xem lại' }],
  }),
  'post /api/expected-reports/{id}/accept': onExpected(above, { version }),
  'post /api/expected-reports/{id}/exempt': onExpected(above, { version, reason: 'sáp nhập' }),
  'put /api/report-templates/{id}': onTemplate({ version, name: 'x', outline, standard: false }),
  'delete /api/report-templates/{id}': onTemplate(),
  'post /api/reports/{id}/redraft': onReport({ drafts: version }),
  'put /api/reports/{id}/texts/{block}': onReport({ version, text: 'lời' }),
  'get /api/reports/{id}/texts/{block}': onReport(),
  'post /api/reports/{id}/supplements': onReport({}),
  'post /api/reports/{id}/replacement': onReport({ reason: 'đính chính' }),
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
  'put /api/activities/{id}/corrections/{correctionId}': {
    seen: centre,
    acts: above,
    give: (made) => ({
      params: { id: made.activity, correctionId: randomUUID() },
      body: { indicator: 'visual.banner', quantity: 1, reason: 'đếm lại trên ảnh' },
    }),
  },
  'post /api/evidence/{id}/withdrawal': onPhoto(centre, { reason: '' }),
  'post /api/attachments/{id}/withdrawal': {
    seen: centre,
    acts: centre,
    give: (made) => ({ params: { id: made.attachment }, body: { reason: '' } }),
  },
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
        words: phoneWords(made),
      },
    }),
  },
  'get /api/field/v1/faces/{id}/photo': onSite('face', []),
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
    give: (made) => ({ params: { id: made.conflict }, body: { take: 'current', seen: phoneWords(made) } }),
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
  'get /api/reports/{id}': onReport(),
  'get /api/reports/{id}/files/{kind}': onReport(),
}
