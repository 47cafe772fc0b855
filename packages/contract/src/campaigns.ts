import { z } from 'zod'
import { DeliveryStatus } from './deliveries.ts'
import { DutyState } from './duties.ts'
import { ById, Day, endpoint, Id, Instant, PageQuery, pageOf } from './endpoint.ts'
import { Amounts, Indicator } from './figures.ts'
import { Form } from './plans.ts'
import { UnitRef, UnitsOf } from './units.ts'

export const CampaignRow = z.object({
  id: Id,
  title: z.string(),
  owner: UnitRef,
  state: z.enum(['drafting', 'running', 'closed']),
  from: Day.nullable(),
  to: Day.nullable(),
  simulated: z.boolean(),
  createdAt: Instant,
  units: z.number().int(),
  received: z.number().int(),
  reporting: z.number().int(),
})
export type CampaignRow = z.infer<typeof CampaignRow>

export const Topic = z.object({ id: Id, ordinal: z.number().int(), text: z.string() })
export type Topic = z.infer<typeof Topic>

export const Campaign = CampaignRow.extend({
  topics: z.array(Topic),
  forms: z.array(z.object({ form: Form, text: z.string() })),
  groups: z.array(z.object({ text: z.string(), units: z.number().int() })),
  /** Why it goes no further: its dispatch was recalled or replaced. */
  stopReason: z.string().nullable(),
  sourceDispatchId: Id.nullable(),
  dispatchId: Id.nullable(),
  dispatchCode: z.string().nullable(),
  dispatchState: z.string().nullable(),
  indicators: z.array(Indicator),
  /** The newest reporting round whose report is not issued yet. */
  openRoundId: Id.nullable(),
  /** The own unit's duty in it, if it has one. */
  myDutyId: Id.nullable(),
})
export type Campaign = z.infer<typeof Campaign>

export const ListCampaigns = endpoint({
  method: 'get',
  path: '/api/campaigns',
  access: 'campaign.read',
  summary: 'Campaigns the person may see',
  query: PageQuery.extend({ q: z.string().max(200).optional(), state: CampaignRow.shape.state.optional() }),
  answer: pageOf(CampaignRow),
})

export const GetCampaign = endpoint({
  method: 'get',
  path: '/api/campaigns/{id}',
  access: 'campaign.read',
  summary: 'One campaign',
  params: ById,
  answer: Campaign,
})

export const RollOverCampaign = endpoint({
  method: 'post',
  path: '/api/campaigns/{id}/next',
  access: 'campaign.start',
  summary:
    "Next year's campaign from this one: topics, forms, units of today, rules of the plan, the dispatch as a draft",
  params: ById,
  body: z
    .object({
      title: z.string().trim().min(3).max(500).optional(),
      from: Day,
      to: Day,
      deadline: Day.nullable().optional(),
    })
    .refine(({ from, to }) => from <= to, { path: ['to'] }),
  answer: z.object({
    campaignId: Id,
    draftId: Id,
    /** Units that have ended and that nobody took over whole: not in the new campaign. */
    leftOut: z.array(UnitRef),
  }),
})

/** Where a unit stands, in six segments. */
export const boardSteps = ['assigned', 'arrived', 'received', 'accepted', 'working', 'done'] as const

/** Null: parts that are not added, as the indicator is no sum. */
const Cell = Amounts.extend({ plan: z.number().nullable() }).nullable()

export const BoardRow = z.object({
  /** The unit the duty was given to, or the one that holds it today. */
  unit: UnitRef,
  /** By today's units: the duties this one holds, each under the unit it was given to. By those of then: none. */
  parts: z.array(z.object({ unit: UnitRef, dutyId: Id, step: z.enum(boardSteps) })),
  /** By those of then: who holds it today, where that is another. */
  holder: UnitRef.nullable(),
  /** The unit has ended and was divided or abolished, and nobody has chosen yet who goes on. */
  undecided: z.boolean(),
  deliveryId: Id.nullable(),
  dutyId: Id,
  status: DeliveryStatus.nullable(),
  dutyState: DutyState,
  step: z.enum(boardSteps),
  stepAt: Instant.nullable(),
  reason: z.string().nullable(),
  /** By indicator code. A missing key, or no activities: nothing was reported (not zero). `plan` null: no target set. */
  cells: z.record(z.string(), Cell),
  lastAt: Instant.nullable(),
  /** How often it was reminded in this campaign. */
  reminded: z.number().int(),
})
export type BoardRow = z.infer<typeof BoardRow>

export const GetBoard = endpoint({
  method: 'get',
  path: '/api/campaigns/{id}/board',
  access: 'campaign.read',
  summary: 'All units × state, with what each claimed and proved',
  params: ById,
  query: PageQuery.extend({
    q: z.string().max(100).optional(),
    units: UnitsOf,
    step: z.enum(boardSteps).optional(),
    /** `missing`: only units that have reported nothing; `doubt`: with doubted activities; `returned`. */
    show: z.enum(['missing', 'doubt', 'returned']).optional(),
  }),
  answer: pageOf(BoardRow).extend({
    totals: z.record(z.string(), Cell),
    steps: z.record(z.string(), z.number().int()),
    missing: z.number().int(),
    /** Units that hold a duty and have ended without a chosen successor. */
    undecided: z.number().int(),
  }),
})
