import { z } from 'zod'
import { ByUuid, Day, endpoint, Id, Instant, PageQuery, pageOf, Version } from './endpoint.ts'
import { PersonRef } from './people.ts'
import { Form } from './plans.ts'
import { Details } from './short-form.ts'
import { UnitRef, UnitsOf } from './units.ts'

/** recorded (said) → submitted (with a photo) → accepted, or returned with a reason. */
export const activityStates = ['recorded', 'submitted', 'returned', 'accepted'] as const
export const ActivityState = z.enum(activityStates)
export type ActivityState = z.infer<typeof ActivityState>

/** Why a photo needs eyes. */
export const doubts = [
  'same-photo',
  'like-photo',
  'other-day',
  'out-of-period',
  'device-time',
  'device-place',
  'other-place',
  'other-site',
  'too-fast',
  'mock-place',
  'unreadable',
] as const
/** A doubt with the numbers of its sentence. */
export const Reason = z.object({
  kind: z.enum(doubts),
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type Reason = z.infer<typeof Reason>
export const verdicts = ['fine', 'refused', 'asked'] as const

/** Taken back with a reason: still stored and seen, and it shows nothing any more. */
export const Withdrawal = z.object({ reason: z.string(), by: z.string(), at: Instant }).nullable()
export type Withdrawal = z.infer<typeof Withdrawal>

export const Evidence = z.object({
  id: z.uuid(),
  activityId: z.uuid(),
  sha256: z.string(),
  mime: z.string(),
  bytes: z.number().int(),
  width: z.number().int(),
  height: z.number().int(),
  takenAt: Instant.nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  /** Null while nobody has opened it: received and safe, its copies are still to be made. */
  lookedAt: Instant.nullable(),
  doubts: z.array(z.enum(doubts)),
  reasons: z.array(Reason),
  /** What the unit that gave the order said last. */
  judgement: z
    .object({ verdict: z.enum(verdicts), comment: z.string(), by: z.string(), at: Instant })
    .nullable(),
  withdrawal: Withdrawal,
  createdAt: Instant,
})
export type Evidence = z.infer<typeof Evidence>

/** Files that show it and are no photos. */
export const attachmentKinds = ['document', 'copy', 'audio', 'play-log', 'track'] as const
export type AttachmentKind = (typeof attachmentKinds)[number]

export const Attachment = z.object({
  id: z.uuid(),
  activityId: z.uuid(),
  kind: z.enum(attachmentKinds),
  name: z.string(),
  mime: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
  withdrawal: Withdrawal,
  createdAt: Instant,
})
export type Attachment = z.infer<typeof Attachment>

/** As people say it: hơn, gần, khoảng. Kept with the number, never added by Loa. */
export const qualifiers = ['exact', 'over', 'nearly', 'about'] as const
export const Qualifier = z.enum(qualifiers)
export type Qualifier = z.infer<typeof Qualifier>

const amount = z.number().positive().max(10_000_000)

/** One of the numbers of an activity, in the counting unit of its indicator. */
export const Quantity = z.object({
  indicator: z.string(),
  quantity: z.number(),
  /** Of a `ratio`: the whole that the quantity is a part of. */
  outOf: z.number().nullable(),
  qualifier: Qualifier,
  /** Of a `distinct`: what was counted, by name. */
  things: z.array(z.string()),
})
export type Quantity = z.infer<typeof Quantity>

export const GivenQuantity = z.object({
  indicator: z.string().max(100),
  quantity: amount,
  outOf: amount.nullable().default(null),
  qualifier: Qualifier.default('exact'),
  things: z.array(z.string().trim().min(1).max(200)).max(500).default([]),
})

/** Đính chính: what a number counts as instead, and why. The last one of an indicator holds. */
export const QuantityCorrection = z.object({
  id: z.uuid(),
  indicator: z.string(),
  quantity: z.number(),
  outOf: z.number().nullable(),
  things: z.array(z.string()),
  reason: z.string(),
  by: PersonRef,
  at: Instant,
})
export type QuantityCorrection = z.infer<typeof QuantityCorrection>

export const Activity = z.object({
  id: z.uuid(),
  dutyId: Id,
  campaignId: Id,
  unit: UnitRef,
  form: Form,
  /** All of the same form, the first one first. One activity counts once, each quantity in its own figure. */
  quantities: z.array(Quantity).min(1),
  /** Oldest first. */
  corrections: z.array(QuantityCorrection),
  topics: z.array(Id),
  place: z.string(),
  /** The face of a site where it was done. */
  faceId: z.uuid().nullable(),
  /** The same in words; null also for whoever does not see the site. */
  site: z.object({ id: z.uuid(), name: z.string(), face: z.string() }).nullable(),
  happenedOn: Day,
  /** The short form of its form. */
  details: Details,
  note: z.string(),
  state: ActivityState,
  standing: z.enum(['claimed', 'proved', 'doubted']),
  returnReason: z.string().nullable(),
  simulated: z.boolean(),
  recordedBy: PersonRef,
  version: Version,
  createdAt: Instant,
  updatedAt: Instant,
  evidence: z.array(Evidence),
  attachments: z.array(Attachment),
})
export type Activity = z.infer<typeof Activity>

export const ListActivities = endpoint({
  method: 'get',
  path: '/api/activities',
  access: 'activity.read',
  summary: 'Activities of a duty, a campaign or a figure',
  query: PageQuery.extend({
    duty: Id.optional(),
    campaign: Id.optional(),
    unit: Id.optional(),
    /** `unit` is the one the duty was given to, or the one that holds it today. */
    units: UnitsOf,
    indicator: z.string().optional(),
    form: Form.optional(),
    state: ActivityState.optional(),
    standing: z.enum(['claimed', 'proved', 'doubted']).optional(),
    topic: Id.optional(),
    /** Whose orders they were for. */
    owner: Id.optional(),
    /** Days on which it happened, both ends included. */
    from: Day.optional(),
    to: Day.optional(),
  }),
  answer: pageOf(Activity),
})

export const GetActivity = endpoint({
  method: 'get',
  path: '/api/activities/{id}',
  access: 'activity.read',
  summary: 'One activity',
  params: ByUuid,
  answer: Activity,
})

export const RecordActivity = endpoint({
  method: 'put',
  path: '/api/activities/{id}',
  access: 'activity.record',
  summary: 'Record what was done, under a UUID made by the client: sent twice, it is there once',
  params: ByUuid,
  body: z.object({
    dutyId: Id,
    quantities: z.array(GivenQuantity).min(1).max(20).optional(),
    /** One quantity, as apps sent it that knew of no more: a phone may send what it has kept for months. */
    indicator: z.string().max(100).optional(),
    quantity: amount.optional(),
    topics: z.array(Id).min(1).max(100),
    place: z.string().trim().min(2).max(500),
    /** Absent: as it was. */
    faceId: z.uuid().nullable().optional(),
    happenedOn: Day,
    /** May be unfinished until it is handed in. */
    details: Details.default({}),
    note: z.string().trim().max(2000).default(''),
    /** Absent for a new one; the version seen for a change. */
    version: Version.optional(),
  }),
  answer: Activity,
})

export const SubmitActivity = endpoint({
  method: 'post',
  path: '/api/activities/{id}/submit',
  access: 'activity.record',
  summary: 'Hand it in, with something that shows it and its short form filled in',
  params: ByUuid,
  body: z.object({ version: Version }),
  answer: Activity,
})

export const ReviewActivity = endpoint({
  method: 'post',
  path: '/api/activities/{id}/review',
  access: 'activity.review',
  summary: 'Accept it, or return it with a reason (by the unit that gave the duty)',
  params: ByUuid,
  body: z.object({
    version: Version,
    verdict: z.enum(['accept', 'return']),
    reason: z.string().trim().max(1000).optional(),
  }),
  answer: Activity,
})

export const AddEvidence = endpoint({
  method: 'put',
  path: '/api/activities/{id}/evidence/{evidenceId}',
  access: 'activity.record',
  summary: 'Add a photo (JPEG, PNG, WebP; at most 50 MB) under a UUID made by the client',
  params: z.object({ id: z.uuid(), evidenceId: z.uuid() }),
  query: z.object({
    name: z.string().max(255).default(''),
    /** What the device says about itself, where it does; compared, never believed, and left out where it is nonsense. */
    takenAt: z.string().max(64).optional(),
    latitude: z.string().max(32).optional(),
    longitude: z.string().max(32).optional(),
    mock: z.string().max(8).optional(),
  }),
  sends: 'bytes',
  answer: Activity,
})

export const GetEvidenceFile = endpoint({
  method: 'get',
  path: '/api/evidence/{id}/{kind}',
  access: 'activity.read',
  summary:
    'The photo as taken, its preview, a small one, or the copy for the public: no camera data, marked places covered',
  params: z.object({ id: z.uuid(), kind: z.enum(['original', 'preview', 'small', 'public']) }),
  gives: 'file',
})
