/**
 * What the phone and the server say to each other, version 1. An app that was opened ninety days ago still sends by it: fields
 * may be added here, never taken away or made stricter. What is sent under a UUID of the phone's own is done once.
 */
import { z } from 'zod'
import { ActivityState } from './activities.ts'
import { DutyState } from './duties.ts'
import { ByUuid, Day, endpoint, Id, Instant, Version } from './endpoint.ts'
import { Indicator } from './figures.ts'
import { PersonRef } from './people.ts'
import { UnitRef } from './units.ts'

/** Room for a photo; the same limit as that of a photo sent at once. */
export const uploadLimit = 50_000_000
/** Where resumable uploads are made (tus 1.0.0: core, creation, termination). Not a contract: its answers are headers. */
export const uploadsPath = '/api/field/v1/uploads'

/** The words of an activity, as the reporter gave them. Loose: what a newer app adds goes through to the activity. */
export const FieldWords = z.looseObject({
  dutyId: Id,
  indicator: z.string(),
  topics: z.array(Id).max(100),
  place: z.string(),
  happenedOn: Day,
  quantity: z.number(),
  note: z.string().default(''),
})
export type FieldWords = z.infer<typeof FieldWords>

const outcomes = ['received', 'conflict'] as const

export const FieldActivity = z.object({
  id: z.uuid(),
  words: FieldWords,
  state: ActivityState,
  version: Version,
  recordedBy: PersonRef,
  updatedAt: Instant,
  photos: z.number().int(),
  /** The reviewer's sentence, while it is returned. */
  returned: z.object({ reason: z.string(), by: z.string().nullable(), at: Instant }).nullable(),
})
export type FieldActivity = z.infer<typeof FieldActivity>

/** Two people changed the same thing, each without knowing of the other. Both values stand here until one is chosen. */
export const FieldConflict = z.object({
  /** The edit that came second. */
  id: z.uuid(),
  activityId: z.uuid(),
  place: z.string(),
  current: z.object({ words: FieldWords, by: z.string() }),
  other: z.object({ words: FieldWords, by: z.string() }),
})
export type FieldConflict = z.infer<typeof FieldConflict>

/** Where the unit's things hang, as far as a phone needs it. */
export const FieldSite = z.object({
  id: z.uuid(),
  name: z.string(),
  place: z.string(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  faces: z.array(
    z.object({
      id: z.uuid(),
      label: z.string(),
      /** The newest photo of this face; the picture itself is fetched when it is needed. */
      lastPhoto: z.object({ id: z.uuid(), at: Instant }).nullable(),
    }),
  ),
})
export type FieldSite = z.infer<typeof FieldSite>

export const FieldSnapshot = z.object({
  serverAt: Instant,
  person: PersonRef,
  unit: UnitRef,
  mayRecord: z.boolean(),
  duties: z.array(
    z.object({
      id: Id,
      campaignId: Id,
      state: DutyState,
      holder: UnitRef,
      owner: UnitRef,
      deadline: z.string().nullable(),
      lines: z.array(z.object({ indicator: z.string(), plan: z.number().nullable(), declared: z.number() })),
    }),
  ),
  campaigns: z.array(
    z.object({
      id: Id,
      title: z.string(),
      dispatchCode: z.string().nullable(),
      topics: z.array(z.object({ id: Id, text: z.string() })),
      indicators: z.array(z.string()),
    }),
  ),
  indicators: z.array(Indicator),
  /** What the own units recorded and may still change, the newest first. */
  activities: z.array(FieldActivity),
  conflicts: z.array(FieldConflict),
  /** A snapshot kept by an older app has none. */
  sites: z.array(FieldSite),
})
export type FieldSnapshot = z.infer<typeof FieldSnapshot>

export const GetFieldSnapshot = endpoint({
  method: 'get',
  path: '/api/field/v1/snapshot',
  access: 'duty.read',
  summary: 'Everything a phone needs to work without network',
  answer: FieldSnapshot,
})

export const GetFacePhoto = endpoint({
  method: 'get',
  path: '/api/field/v1/faces/{id}/photo',
  access: 'site.read',
  summary: 'The newest photo of a face, small: it lies over the camera when the next is taken',
  params: ByUuid,
  gives: 'file',
})

/** Who says it, and what the phone's clock showed: when it was saved, and when this request left. */
const Sending = z.object({ edit: z.uuid(), person: z.string(), sentAt: Instant })

export const PutFieldRecord = endpoint({
  method: 'put',
  path: '/api/field/v1/records/{id}',
  access: 'activity.record',
  summary: 'Record or change an activity from the field, under UUIDs made there',
  params: ByUuid,
  body: Sending.extend({
    deviceAt: Instant,
    app: z.string().max(100).default(''),
    words: FieldWords,
    /** The words this change began from; null for a new activity. */
    before: FieldWords.nullable().default(null),
    /** Earlier edits of the same phone that this one takes the place of. */
    replaces: z.array(z.uuid()).max(1000).default([]),
  }),
  answer: z.object({ outcome: z.enum(outcomes), serverAt: Instant }),
})
export type FieldRecord = z.input<typeof PutFieldRecord.body>

export const PutFieldEvidence = endpoint({
  method: 'put',
  path: '/api/field/v1/records/{id}/evidence/{evidenceId}',
  access: 'activity.record',
  summary: 'Make a finished upload the evidence of an activity, with what the phone says about it',
  params: z.object({ id: z.uuid(), evidenceId: z.uuid() }),
  body: Sending.extend({
    name: z.string().max(255).default(''),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    deviceAt: Instant,
    /** The photo before it was made smaller on the phone. */
    original: z
      .looseObject({
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
        bytes: z.number().int().nonnegative(),
      })
      .nullable()
      .default(null),
    /** Where the phone says it was, and how sure it is. */
    position: z
      .looseObject({
        latitude: z.number().min(-90).max(90),
        longitude: z.number().min(-180).max(180),
        accuracy: z.number().nonnegative().nullable().default(null),
      })
      .nullable()
      .default(null),
  }),
  answer: z.object({ id: z.uuid(), serverAt: Instant }),
})
export type FieldEvidence = z.input<typeof PutFieldEvidence.body>

export const FinishFieldRecord = endpoint({
  method: 'post',
  path: '/api/field/v1/records/{id}/finish',
  access: 'activity.record',
  summary: 'All parts are there: hand it in and give the receipt',
  params: ByUuid,
  body: Sending.extend({ photos: z.array(z.uuid()).max(100) }),
  answer: z.object({
    outcome: z.enum(outcomes),
    receipt: z.number().int(),
    receivedAt: Instant,
    state: ActivityState,
  }),
})
export type FieldFinish = z.input<typeof FinishFieldRecord.body>

export type FieldReceipt = z.infer<typeof FinishFieldRecord.answer>

export const DecideFieldConflict = endpoint({
  method: 'post',
  path: '/api/field/v1/conflicts/{id}',
  access: 'activity.record',
  summary: 'Choose one of two values; the other stays in the log',
  params: ByUuid,
  body: z.object({
    take: z.enum(['current', 'other']),
    /** What stood there when it was chosen. Not a version: that rises with the opening of a photo, which changes no word. */
    seen: FieldWords,
  }),
  answer: z.object({ id: z.uuid(), take: z.enum(['current', 'other']) }),
})
