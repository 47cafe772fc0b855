/** The plan of a campaign by rule and by exception: who is to do how much of what; versions, and what units answer. */
import { z } from 'zod'
import { GroupQuery } from './address-groups.ts'
import { ById, Day, endpoint, Id, Instant, Version } from './endpoint.ts'
import { facilityKinds, UnitRef } from './units.ts'

const amount = z.number().nonnegative().max(10_000_000)
const reason = z.string().trim().min(3).max(1000)

/** "Every commune with a station, topics 1–9, twice a week": which units × indicator × topics × how much × when. */
export const TargetRule = z.object({
  /** Of the campaign's units, those that fit all conditions; none set: all of them. */
  units: GroupQuery,
  /** Only units that have one of these within the days of the rule. */
  facility: z.enum(facilityKinds).nullable(),
  indicator: z.string().max(100),
  /** Ids of topics; none: all of the campaign together. */
  topics: z.array(Id).max(100),
  amount: amount.positive(),
  /** The amount is meant once, or for each day, week or month that has begun within the days. */
  per: z.enum(['once', 'day', 'week', 'month']),
  /** Each of the topics as often as that, or all together. */
  eachTopic: z.boolean(),
  /** Null: as the campaign. */
  from: Day.nullable(),
  to: Day.nullable(),
})
export type TargetRule = z.infer<typeof TargetRule>

/** For one unit and indicator, whatever the rules say. Null: not asked of this unit. */
export const TargetException = z.object({
  unitId: Id,
  indicator: z.string().max(100),
  amount: amount.nullable(),
  reason,
})
export type TargetException = z.infer<typeof TargetException>

const Plan = z.object({
  rules: z.array(TargetRule).max(60),
  exceptions: z.array(TargetException).max(3000),
})

export const TargetPart = z.object({ topics: z.array(Id), amount: z.number() })
export type TargetPart = z.infer<typeof TargetPart>

export const TargetRequest = z.object({
  id: Id,
  dutyId: Id,
  unit: UnitRef,
  indicator: z.string(),
  before: z.number().nullable(),
  after: z.number().nullable(),
  reason: z.string(),
  state: z.enum(['open', 'agreed', 'refused', 'replaced']),
  answerReason: z.string().nullable(),
  askedBy: z.string(),
  askedAt: Instant,
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
})
export type TargetRequest = z.infer<typeof TargetRequest>

export const TargetVersion = z.object({
  number: z.number().int(),
  kind: z.enum(['published', 'agreed']),
  note: z.string(),
  by: z.string(),
  at: Instant,
  units: z.number().int(),
  cells: z.number().int(),
})

export const TargetPlan = Plan.extend({
  campaignId: Id,
  version: Version,
  /** The number of the last version that units were told of; 0: none. */
  published: z.number().int(),
  versions: z.array(TargetVersion),
  requests: z.array(TargetRequest),
  /** Units that declined what a version asks, newest first. */
  declined: z.array(
    z.object({ unit: UnitRef, dutyId: Id, number: z.number().int(), reason: z.string(), at: Instant }),
  ),
  /** Units whose last version is not answered yet. */
  waiting: z.number().int(),
  /** The units that exceptions name. */
  named: z.array(UnitRef),
})
export type TargetPlan = z.infer<typeof TargetPlan>

export const GetTargets = endpoint({
  method: 'get',
  path: '/api/campaigns/{id}/targets',
  access: 'target.read',
  summary: 'The plan of a campaign as its owner keeps it: rules, exceptions, versions, what units propose',
  params: ById,
  answer: TargetPlan,
})

export const SaveTargets = endpoint({
  method: 'put',
  path: '/api/campaigns/{id}/targets',
  access: 'target.plan',
  summary: 'Keep rules and exceptions as a draft; units see nothing of it',
  params: ById,
  body: Plan.extend({ version: Version }),
  answer: TargetPlan,
})

export const TargetCell = z.object({
  amount: z.number().nullable(),
  parts: z.array(TargetPart),
  /** As the plan stands now. */
  before: z.number().nullable(),
  isChanged: z.boolean(),
  isException: z.boolean(),
})
export type TargetCell = z.infer<typeof TargetCell>

export const ruleTroubles = [
  'no-units',
  'no-period',
  'strange-indicator',
  'strange-topic',
  'decimals',
] as const

export const PreviewTargets = endpoint({
  method: 'post',
  path: '/api/campaigns/{id}/targets/preview',
  access: 'target.plan',
  summary: 'What rules and exceptions yield, unit by unit, against the plan as it stands',
  params: ById,
  body: Plan.extend({
    show: z.enum(['all', 'changed']).default('all'),
    cursor: z.string().max(20).optional(),
    limit: z.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({
    /** By rule: how many units it reaches, what each of them is to do, or why it does nothing. */
    rules: z.array(
      z.object({
        units: z.number().int(),
        times: z.number().int(),
        amount: z.number(),
        trouble: z.enum(ruleTroubles).nullable(),
      }),
    ),
    rows: z.array(
      z.object({ unit: UnitRef, dutyId: Id.nullable(), cells: z.record(z.string(), TargetCell) }),
    ),
    next: z.string().nullable(),
    total: z.number().int(),
    /** Sums over the units; null where they are not added. */
    totals: z.record(z.string(), z.number().nullable()),
    changed: z.object({ units: z.number().int(), cells: z.number().int() }),
  }),
})
export type TargetPreview = z.output<(typeof PreviewTargets)['answer']>

export const PublishTargets = endpoint({
  method: 'post',
  path: '/api/campaigns/{id}/targets/publish',
  access: 'target.plan',
  summary:
    'Publish the kept plan as the next version; units whose targets change are told their own difference',
  params: ById,
  body: z.object({ version: Version, note: z.string().trim().max(500).default('') }),
  answer: TargetPlan,
})

export const TargetChange = z.object({
  indicator: z.string(),
  before: z.number().nullable(),
  after: z.number().nullable(),
  own: z.number().nullable(),
  parts: z.array(TargetPart),
  reason: z.string(),
})

export const DutyTargets = z.object({
  dutyId: Id,
  /** The last version that changed something for this unit; 0: none. */
  number: z.number().int(),
  versions: z.array(
    z.object({
      number: z.number().int(),
      at: Instant,
      changes: z.array(TargetChange),
      answer: z
        .object({
          answer: z.enum(['accepted', 'proposed', 'declined']),
          reason: z.string(),
          by: z.string(),
          at: Instant,
        })
        .nullable(),
    }),
  ),
  /** The targets of the plan as they stand. */
  targets: z.array(z.object({ indicator: z.string(), plan: z.number(), parts: z.array(TargetPart) })),
  requests: z.array(TargetRequest),
})
export type DutyTargets = z.infer<typeof DutyTargets>

export const GetDutyTargets = endpoint({
  method: 'get',
  path: '/api/duties/{id}/targets',
  access: 'duty.read',
  summary: 'What the plan asks of this unit, what each version changed for it, and what was answered',
  params: ById,
  answer: DutyTargets,
})

export const AnswerTargets = endpoint({
  method: 'post',
  path: '/api/duties/{id}/targets/answer',
  access: 'duty.answer',
  summary:
    'Accept what the last version asks, propose other amounts with reasons, or decline it with a reason',
  params: ById,
  body: z.object({
    /** The version that is answered: of a newer one one is told. */
    number: z.number().int().positive(),
    answer: z.enum(['accept', 'propose', 'decline']),
    reason: z.string().trim().max(1000).default(''),
    changes: z
      .array(z.object({ indicator: z.string().max(100), after: amount.nullable(), reason }))
      .max(60)
      .default([]),
  }),
  answer: DutyTargets,
})

export const DecideTargetRequest = endpoint({
  method: 'post',
  path: '/api/target-requests/{id}/decision',
  access: 'target.plan',
  summary:
    'Agree to what a unit proposes, which becomes an exception and a version, or refuse it with a reason',
  params: ById,
  body: z.object({
    /** Of the plan. */
    version: Version,
    verdict: z.enum(['agree', 'refuse']),
    reason: z.string().trim().max(1000).default(''),
  }),
  answer: TargetPlan,
})
