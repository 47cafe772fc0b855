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

/** Where a unit stands, in eight segments: from the order on its way to the report of what was done. */
export const boardSteps = [
  'delivered', // đã đến
  'opened', // có người ở đơn vị đã mở
  'received', // đã tiếp nhận, vào sổ
  'assigned', // đã phân công, nhận việc
  'planned', // đã lên kế hoạch
  'running', // đang làm
  'proved', // làm gì cũng có minh chứng
  'reported', // đã báo cáo, hoặc hoàn thành
] as const

/** Why a unit stands where it stands, as the file has it; nothing is guessed about people. */
export const stillReasons = [
  'returned', // đơn vị trả lại văn bản, có lý do
  'declined', // đơn vị từ chối việc, có lý do
  'no-successor', // đơn vị đã kết thúc, chưa ai nhận tiếp
  'waits-for-giver', // đơn vị đề nghị khác, bên giao chưa trả lời
  'not-opened',
  'not-received',
  'not-assigned',
  'nothing-planned',
  'nothing-done',
  'doubts', // có nghi vấn chưa giải quyết
  'unproved', // khai mà chưa có minh chứng
  'forms-lacking', // hình thức được giao mà chưa làm
  'report-late', // quá hạn báo cáo
  'report-due', // chưa nộp báo cáo
] as const
const Still = z.object({
  why: z.enum(stillReasons),
  /** How many: doubts, activities without proof, forms. */
  count: z.number().int().nullable(),
})
export type Still = z.infer<typeof Still>

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
  /** Since when. */
  stepAt: Instant.nullable(),
  /** Null: it goes on, or is done. */
  still: Still.nullable(),
  reason: z.string().nullable(),
  /** By indicator code. A missing key, or no activities: nothing was reported (not zero). `plan` null: no target set. */
  cells: z.record(z.string(), Cell),
  lastAt: Instant.nullable(),
  /** How often it was reminded in this campaign. */
  reminded: z.number().int(),
})
export type BoardRow = z.infer<typeof BoardRow>

/** `missing`: only units that have reported nothing; `doubt`: with doubted activities; `returned`; `unreceived`; `late`: with a report overdue. */
export const boardShows = ['missing', 'doubt', 'returned', 'unreceived', 'late'] as const

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
    show: z.enum(boardShows).optional(),
  }),
  answer: pageOf(BoardRow).extend({
    totals: z.record(z.string(), Cell),
    steps: z.record(z.string(), z.number().int()),
    missing: z.number().int(),
    /** Units that hold a duty and have ended without a chosen successor. */
    undecided: z.number().int(),
  }),
})

export const GetBoardStamp = endpoint({
  method: 'get',
  path: '/api/campaigns/{id}/board/stamp',
  access: 'campaign.read',
  summary:
    'Another one as soon as something on the board has changed: what an open board asks for every few seconds',
  params: ById,
  answer: z.object({ stamp: z.string() }),
})
export const GetBoardFile = endpoint({
  method: 'get',
  path: '/api/campaigns/{id}/board/file',
  access: 'campaign.read',
  summary: 'The board as it is filtered, as a spreadsheet',
  params: ById,
  query: GetBoard.query.omit({ cursor: true, limit: true }),
  gives: 'file',
})
