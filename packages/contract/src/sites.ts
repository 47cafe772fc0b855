/** Where visual things hang: site ↔ face ↔ posting, what was seen of them on a walk, and what is to be taken down. */
import { z } from 'zod'
import { ByUuid, Day, endpoint, Id, Instant, PageQuery, pageOf, Version } from './endpoint.ts'
import { PersonRef } from './people.ts'
import { UnitRef } from './units.ts'

/** Pa nô, dây băng rôn, cột phướn, hộp đèn, cổng chào, tường, màn hình LED, khác. */
export const siteKinds = [
  'panel',
  'banner-line',
  'pole',
  'light-box',
  'gate',
  'wall',
  'led',
  'other',
] as const
export const SiteKind = z.enum(siteKinds)
export type SiteKind = z.infer<typeof SiteKind>

/** `damaged`: a report of damage, or of something missing, is open. `closed`: nothing hangs here any more. */
export const siteStates = ['in-use', 'damaged', 'closed'] as const

export const checkResults = ['found', 'not-found', 'damaged'] as const
export const CheckResult = z.enum(checkResults)
export type CheckResult = z.infer<typeof CheckResult>

const metres = z.number().positive().max(100)
const FaceInput = z.object({
  id: z.uuid(),
  label: z.string().trim().min(1).max(60),
  /** Metres. */
  width: metres.nullable(),
  height: metres.nullable(),
})
export type FaceInput = z.infer<typeof FaceInput>

export const Posting = z.object({
  id: z.uuid(),
  siteId: z.uuid(),
  faceId: z.uuid(),
  face: z.string(),
  dutyId: Id,
  campaign: z.object({ id: Id, title: z.string() }),
  activityId: z.uuid().nullable(),
  /** What it says, in short. */
  content: z.string(),
  upOn: Day,
  /** The last day it may hang. */
  dueOn: Day.nullable(),
  downOn: Day.nullable(),
  version: Version,
})
export type Posting = z.infer<typeof Posting>

export const SiteCheck = z.object({
  id: z.uuid(),
  siteId: z.uuid(),
  postingId: z.uuid().nullable(),
  result: CheckResult,
  note: z.string(),
  at: Instant,
  by: PersonRef,
  hasPhoto: z.boolean(),
  settledAt: Instant.nullable(),
  settledBy: PersonRef.nullable(),
  settledNote: z.string().nullable(),
})
export type SiteCheck = z.infer<typeof SiteCheck>

export const SiteRow = z.object({
  id: z.uuid(),
  unit: UnitRef,
  /** On the label: counted within the unit. */
  number: z.number().int(),
  name: z.string(),
  kind: SiteKind,
  place: z.string(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  state: z.enum(siteStates),
  permitTo: Day.nullable(),
  /** Square metres of all faces whose size is known. */
  area: z.number(),
  faces: z.number().int(),
  hanging: z.number().int(),
  /** Hanging longer than it may. */
  late: z.number().int(),
  openChecks: z.number().int(),
})
export type SiteRow = z.infer<typeof SiteRow>

export const Site = SiteRow.omit({ faces: true }).extend({
  ownerName: z.string(),
  permitNumber: z.string(),
  permitIssuer: z.string(),
  permitFrom: Day.nullable(),
  note: z.string(),
  closedOn: Day.nullable(),
  version: Version,
  faces: z.array(FaceInput),
  /** Newest first, at most 100. */
  postings: z.array(Posting),
  checks: z.array(SiteCheck),
  /** The newest photo taken here: the ghost picture for the next one. */
  lastPhoto: z.object({ kind: z.enum(['evidence', 'check']), id: z.uuid() }).nullable(),
})
export type Site = z.infer<typeof Site>

export const ListSites = endpoint({
  method: 'get',
  path: '/api/sites',
  access: 'site.read',
  summary: 'Sites of the own units and below, and those where own orders hang',
  query: PageQuery.extend({
    q: z.string().max(100).optional(),
    unit: Id.optional(),
    campaign: Id.optional(),
    kind: SiteKind.optional(),
    /** `late`: something hangs too long; `damaged`; `permit`: runs out within 30 days; `free`: a face is empty. */
    show: z.enum(['late', 'damaged', 'permit', 'free', 'closed']).optional(),
  }),
  answer: pageOf(SiteRow),
})

export const GetSite = endpoint({
  method: 'get',
  path: '/api/sites/{id}',
  access: 'site.read',
  summary: 'One site with its faces, what hangs and hung there, and what was seen',
  params: ByUuid,
  answer: Site,
})

export const SaveSite = endpoint({
  method: 'put',
  path: '/api/sites/{id}',
  access: 'site.save',
  summary: 'Note a site under a UUID made by the client, or change it',
  params: ByUuid,
  body: z
    .object({
      /** The unit that keeps it; the own one unless told. A change never moves it. */
      unitId: Id.optional(),
      name: z.string().trim().min(2).max(200),
      kind: SiteKind,
      place: z.string().trim().min(2).max(500),
      latitude: z.number().min(-90).max(90).nullable(),
      longitude: z.number().min(-180).max(180).nullable(),
      ownerName: z.string().trim().max(200).default(''),
      permitNumber: z.string().trim().max(100).default(''),
      permitIssuer: z.string().trim().max(200).default(''),
      permitFrom: Day.nullable().default(null),
      permitTo: Day.nullable().default(null),
      note: z.string().trim().max(2000).default(''),
      closedOn: Day.nullable().default(null),
      faces: z.array(FaceInput).min(1).max(20),
      /** Absent for a new one. */
      version: Version.optional(),
    })
    .refine(({ latitude, longitude }) => (latitude === null) === (longitude === null), {
      path: ['longitude'],
      message: 'both',
    })
    .refine(
      ({ permitFrom, permitTo }) => permitFrom === null || permitTo === null || permitFrom <= permitTo,
      {
        path: ['permitTo'],
        message: 'order',
      },
    ),
  answer: Site,
})

export const SavePosting = endpoint({
  method: 'put',
  path: '/api/postings/{id}',
  access: 'site.save',
  summary: 'What hangs on a face from a day on, for a duty; the end date makes the take-down due',
  params: ByUuid,
  body: z
    .object({
      faceId: z.uuid(),
      dutyId: Id,
      activityId: z.uuid().nullable().default(null),
      content: z.string().trim().min(2).max(500),
      upOn: Day,
      dueOn: Day.nullable(),
      downOn: Day.nullable().default(null),
      version: Version.optional(),
    })
    .refine(({ upOn, dueOn }) => dueOn === null || upOn <= dueOn, { path: ['dueOn'], message: 'order' })
    .refine(({ upOn, downOn }) => downOn === null || upOn <= downOn, { path: ['downOn'], message: 'order' }),
  answer: Site,
})

export const TakeDown = endpoint({
  method: 'post',
  path: '/api/postings/{id}/down',
  access: 'site.save',
  summary: 'It was taken down on a day',
  params: ByUuid,
  body: z.object({ version: Version, on: Day }),
  answer: Site,
})

export const ListTakeDowns = endpoint({
  method: 'get',
  path: '/api/postings/due',
  access: 'site.read',
  summary: 'What the own units are to take down: late, or due within a number of days',
  query: PageQuery.extend({ days: z.coerce.number().int().min(0).max(365).default(7), unit: Id.optional() }),
  answer: pageOf(
    Posting.extend({
      site: z.object({ id: z.uuid(), number: z.number().int(), name: z.string(), place: z.string() }),
      unit: UnitRef,
    }),
  ),
})

/** The sites of a walk in the order of walking, each with what is expected to hang there. */
export const WalkSites = endpoint({
  method: 'get',
  path: '/api/sites/walk',
  access: 'site.read',
  summary: 'Where things are expected to hang today, nearest first from a place, with what was last seen',
  query: z.object({
    unit: Id.optional(),
    campaign: Id.optional(),
    latitude: z.coerce.number().min(-90).max(90).optional(),
    longitude: z.coerce.number().min(-180).max(180).optional(),
  }),
  answer: z.object({
    day: Day,
    /** More than 300 sites are walked in several walks, unit by unit. */
    isCut: z.boolean(),
    rows: z.array(
      SiteRow.extend({
        /** Metres from the one before; null where either has no place on the map. */
        metres: z.number().int().nullable(),
        expected: z.array(Posting.extend({ seen: SiteCheck.nullable() })),
      }),
    ),
  }),
})

export const CheckSite = endpoint({
  method: 'put',
  path: '/api/site-checks/{id}',
  access: 'site.check',
  summary: 'What was seen at a site: there, not there, damaged; under a UUID made by the client',
  params: ByUuid,
  body: z.object({
    siteId: z.uuid(),
    postingId: z.uuid().nullable(),
    result: CheckResult,
    note: z.string().trim().max(1000).default(''),
    /** When it was seen, as the phone says; never later than now. */
    at: Instant.optional(),
  }),
  answer: SiteCheck,
})

export const AddCheckPhoto = endpoint({
  method: 'put',
  path: '/api/site-checks/{id}/photo',
  access: 'site.check',
  summary: 'A photo of what was seen',
  params: ByUuid,
  query: z.object({ name: z.string().max(255).default('') }),
  sends: 'bytes',
  answer: SiteCheck,
})

export const GetCheckPhoto = endpoint({
  method: 'get',
  path: '/api/site-checks/{id}/photo/{kind}',
  access: 'site.read',
  summary: 'The photo of a check as taken, or its preview',
  params: z.object({ id: z.uuid(), kind: z.enum(['original', 'preview']) }),
  gives: 'file',
})

export const SettleCheck = endpoint({
  method: 'post',
  path: '/api/site-checks/{id}/settle',
  access: 'site.save',
  summary: 'What was broken or missing is mended, hung again, or off the list',
  params: ByUuid,
  body: z.object({ note: z.string().trim().min(2).max(1000) }),
  answer: SiteCheck,
})

export const GetSiteLabel = endpoint({
  method: 'get',
  path: '/api/sites/{id}/label',
  access: 'site.read',
  summary: 'The QR sign of a site as SVG: it opens the site on a phone',
  params: ByUuid,
  gives: 'file',
})
