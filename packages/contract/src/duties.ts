import { z } from 'zod'
import { DeliveryStatus } from './deliveries.ts'
import { ById, endpoint, Id, Instant, PageQuery, pageOf, Version } from './endpoint.ts'
import { Amounts } from './figures.ts'
import { UnitRef } from './units.ts'

export const dutyStates = ['assigned', 'accepted', 'declined', 'done', 'stopped'] as const
export const DutyState = z.enum(dutyStates)
export type DutyState = z.infer<typeof DutyState>

export const DutyRow = z.object({
  id: Id,
  campaignId: Id,
  campaignTitle: z.string(),
  unit: UnitRef,
  /** Who answers for it today. */
  holder: UnitRef,
  owner: UnitRef,
  state: DutyState,
  reason: z.string().nullable(),
  deadline: z.string().nullable(),
  updatedAt: Instant,
})
export type DutyRow = z.infer<typeof DutyRow>

export const Duty = DutyRow.extend({
  version: Version,
  deliveryId: Id.nullable(),
  deliveryStatus: DeliveryStatus.nullable(),
  dispatchId: Id.nullable(),
  dispatchCode: z.string().nullable(),
  /** By indicator: what the unit plans, and what it has claimed and proved. */
  lines: z.array(
    z.object({
      indicator: z.string(),
      plan: z.number().nullable(),
      /** Set by the plan of the body that gave the duty. */
      isGiven: z.boolean(),
      amounts: Amounts.nullable(),
    }),
  ),
  /** What the plan changed for this unit and the unit has not answered; 0: nothing. */
  targetsToAnswer: z.number().int(),
  history: z.array(
    z.object({ kind: z.string(), at: Instant, person: z.string().nullable(), note: z.string().nullable() }),
  ),
})
export type Duty = z.infer<typeof Duty>

export const ListDuties = endpoint({
  method: 'get',
  path: '/api/duties',
  access: 'duty.read',
  summary: 'Duties of the own unit',
  query: PageQuery.extend({ state: DutyState.optional() }),
  answer: pageOf(DutyRow),
})
export const GetDuty = endpoint({
  method: 'get',
  path: '/api/duties/{id}',
  access: 'duty.read',
  summary: 'One duty with plan and results',
  params: ById,
  answer: Duty,
})
export const AnswerDuty = endpoint({
  method: 'post',
  path: '/api/duties/{id}/answer',
  access: 'duty.answer',
  summary: 'Accept the duty, decline it with a reason, or say it is done',
  params: ById,
  body: z.object({
    version: Version,
    answer: z.enum(['accept', 'decline', 'done']),
    reason: z.string().trim().max(1000).optional(),
  }),
  answer: Duty,
})
export const PlanDuty = endpoint({
  method: 'put',
  path: '/api/duties/{id}/plan',
  access: 'duty.plan',
  summary: "What the unit plans, in each indicator's own counting unit; null takes a target away",
  params: ById,
  body: z.object({
    version: Version,
    targets: z
      .array(z.object({ indicator: z.string(), plan: z.number().nonnegative().max(10_000_000).nullable() }))
      .max(60),
  }),
  answer: Duty,
})
