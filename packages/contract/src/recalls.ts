import { z } from 'zod'
import { ById, endpoint, Id, Instant, Version } from './endpoint.ts'
import { PersonRef } from './people.ts'

/** What has come of a dispatch, for who is about to take it back. */
export const happenedKinds = [
  'received', // đã có đơn vị tiếp nhận
  'activities', // hoạt động đã ghi
  'reports', // báo cáo đã nộp
  'issued', // văn bản cấp dưới đã ban hành theo nó
] as const
export const Happened = z.object({
  kind: z.enum(happenedKinds),
  count: z.number().int(),
  /** Where they can be looked at; null where only the number is to be seen. */
  href: z.string().nullable(),
})

export const Recall = z.object({
  /** Null while it stands. */
  recalledAt: Instant.nullable(),
  by: PersonRef.nullable(),
  reason: z.string().nullable(),
  mayRecall: z.boolean(),
  /** How the receivers answered. */
  answers: z.object({ asked: z.number().int(), agreed: z.number().int(), refused: z.number().int() }),
  happened: z.array(Happened),
  /** Of the receivers outside this Loa: what has not arrived yet. */
  outside: z.object({ waiting: z.number().int(), handed: z.number().int(), refused: z.number().int() }),
  /** What it replaces, and what replaces it. */
  replaces: z.object({ id: Id, code: z.string().nullable() }).nullable(),
  replacedBy: z.object({ id: Id, code: z.string().nullable() }).nullable(),
  version: Version,
})
export type Recall = z.infer<typeof Recall>

export const GetRecall = endpoint({
  method: 'get',
  path: '/api/dispatches/{id}/recall',
  access: 'dispatch.read',
  summary: 'Whether an issued dispatch was taken back, how the receivers answered, and what had come of it',
  params: ById,
  answer: Recall,
})

const Reason = z.object({ reason: z.string().trim().min(3).max(1000) })

export const RecallDispatch = endpoint({
  method: 'post',
  path: '/api/dispatches/{id}/recall',
  access: 'dispatch.recall',
  summary: 'Thu hồi: ask every receiver to give it back (13), and stop what grew from it',
  params: ById,
  body: Reason,
  answer: Recall,
})

export const UpdateDispatch = endpoint({
  method: 'post',
  path: '/api/dispatches/{id}/update',
  access: 'dispatch.recall',
  summary: 'Cập nhật: ask every receiver to take in what changed (13), with what it is',
  params: ById,
  body: Reason,
  answer: Recall,
})

export const SetReplaced = endpoint({
  method: 'put',
  path: '/api/dispatches/{id}/replaces',
  access: 'dispatch.draft',
  summary: 'Thay thế: which issued dispatch this draft will replace when it is issued',
  params: ById,
  body: z.object({ dispatchId: Id.nullable() }),
  answer: Recall,
})

/** One step of the line: who wrote what, from the highest down to the reports. */
export const LineStep = z.object({
  dispatchId: Id,
  direction: z.enum(['in', 'out']),
  type: z.string(),
  code: z.string().nullable(),
  issuer: z.string().nullable(),
  date: z.string().nullable(),
  /** The dispatch that was asked about. */
  isThis: z.boolean(),
  /** How many units it went to. */
  units: z.number().int(),
  recalledAt: Instant.nullable(),
})
export type LineStep = z.infer<typeof LineStep>

export const GetDispatchLine = endpoint({
  method: 'get',
  path: '/api/dispatches/{id}/line',
  access: 'dispatch.read',
  summary: 'The line it stands in: what came from above, what was made of it, what was reported',
  params: ById,
  answer: z.object({ steps: z.array(LineStep) }),
})
