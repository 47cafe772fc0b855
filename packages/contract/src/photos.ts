/** The light table: photos that were handed in, as the unit that gave the order looks at them. */
import { z } from 'zod'
import { ActivityState, doubts, Evidence, verdicts } from './activities.ts'
import { ByUuid, Day, endpoint, Id, Instant, PageQuery, pageOf, Version } from './endpoint.ts'
import { PersonRef } from './people.ts'
import { Form } from './plans.ts'
import { UnitRef } from './units.ts'

/** In shares of the upright picture. */
const Share = z.number().min(0).max(1)
export const Region = z.object({ x: Share, y: Share, width: Share, height: Share })
export type Region = z.infer<typeof Region>

export const Photo = z.object({
  ...Evidence.shape,
  place: z.string(),
  happenedOn: Day,
  unit: UnitRef,
  form: Form,
  indicator: z.string(),
  quantity: z.number(),
  state: ActivityState,
  version: Version,
  by: PersonRef,
  simulated: z.boolean(),
})
export type Photo = z.infer<typeof Photo>

const boxes = ['to-judge', 'doubted', 'judged', 'all'] as const

export const ListPhotos = endpoint({
  method: 'get',
  path: '/api/photos',
  access: 'activity.review',
  summary: 'Photos handed in for orders of one’s own unit, oldest first',
  query: PageQuery.extend({
    limit: z.coerce.number().int().min(1).max(200).default(100),
    campaign: Id.optional(),
    unit: Id.optional(),
    form: Form.optional(),
    doubt: z.enum(doubts).optional(),
    box: z.enum(boxes).default('to-judge'),
    sample: Id.optional(),
  }),
  answer: pageOf(Photo),
})

/** Another photo that looks like this one. What the reader may not see is told by its day only. */
export const Pair = z.object({
  kind: z.enum(['same-photo', 'like-photo']),
  percent: z.number(),
  days: z.number(),
  kilometres: z.number().nullable(),
  otherDay: Day,
  isOpen: z.boolean(),
  other: z
    .object({
      id: z.uuid(),
      activityId: z.uuid(),
      unit: UnitRef,
      place: z.string(),
      by: PersonRef,
      takenAt: Instant.nullable(),
      sha256: z.string(),
    })
    .nullable(),
})
export type Pair = z.infer<typeof Pair>

export const GetPhoto = endpoint({
  method: 'get',
  path: '/api/photos/{id}',
  access: 'activity.read',
  summary: 'One photo, what it is a copy of, and what is covered in its public copy',
  params: ByUuid,
  answer: Photo.extend({ pairs: z.array(Pair), blurs: z.array(Region) }),
})

export const JudgePhoto = endpoint({
  method: 'post',
  path: '/api/photos/{id}/judgement',
  access: 'activity.review',
  summary: 'Close its doubts, return its activity with a reason, or ask the unit',
  params: ByUuid,
  body: z.object({
    version: Version,
    verdict: z.enum(verdicts),
    comment: z.string().trim().max(1000).default(''),
    sample: Id.optional(),
  }),
  answer: Photo,
})

export const UndoJudgement = endpoint({
  method: 'post',
  path: '/api/photos/{id}/judgement/undo',
  access: 'activity.review',
  summary: 'Take back what was said last about a photo',
  params: ByUuid,
  answer: Photo,
})

export const BlurPhoto = endpoint({
  method: 'put',
  path: '/api/photos/{id}/blurs',
  access: 'photo.blur',
  summary: 'Say what must not be recognised in the public copy; the original stays as it is',
  params: ByUuid,
  body: z.object({ regions: z.array(Region).max(50) }),
  answer: z.object({ regions: z.array(Region) }),
})

export const Sample = z.object({
  id: Id,
  seed: z.string(),
  percent: z.number().int(),
  photos: z.number().int(),
  judged: z.number().int(),
  madeBy: PersonRef,
  madeAt: Instant,
})
export type Sample = z.infer<typeof Sample>

export const DrawSample = endpoint({
  method: 'post',
  path: '/api/campaigns/{id}/photo-samples',
  access: 'activity.review',
  summary: 'Draw photos to look at: all doubted ones and a share of the others, by a seed that is kept',
  params: z.object({ id: Id }),
  body: z.object({
    percent: z.number().int().min(0).max(100).default(10),
    seed: z
      .string()
      .regex(/^[\w-]{4,64}$/)
      .optional(),
  }),
  answer: Sample,
})

export const ListSamples = endpoint({
  method: 'get',
  path: '/api/campaigns/{id}/photo-samples',
  access: 'activity.review',
  summary: 'What was drawn to be looked at, newest first',
  params: z.object({ id: Id }),
  answer: z.object({ rows: z.array(Sample) }),
})
