/** Kỳ báo cáo: for which days units report, and by when. Deadlines stand per level (Decree 09/2019/NĐ-CP, article 12). */
import { z } from 'zod'
import { ById, Day, endpoint, Id, Instant, PageQuery, pageOf, Version } from './endpoint.ts'

/** The periods of Decree 09/2019/NĐ-CP, article 12; `final`: the whole campaign; `other`: as the body orders. */
export const roundKinds = ['week', 'month', 'quarter', 'half-year', 'year', 'final', 'other'] as const
export const RoundKind = z.enum(roundKinds)
export type RoundKind = z.infer<typeof RoundKind>

export const RoundCounts = z.object({
  all: z.number().int(),
  waiting: z.number().int(),
  submitted: z.number().int(),
  returned: z.number().int(),
  accepted: z.number().int(),
  exempt: z.number().int(),
  /** Not there though due, whatever the state. */
  late: z.number().int(),
  /** Submitted, and nothing to look at. */
  clean: z.number().int(),
})

export const Round = z.object({
  id: Id,
  campaignId: Id,
  campaignTitle: z.string(),
  ownerUnitId: Id,
  kind: RoundKind,
  /** Null: from the beginning of the campaign. */
  from: Day.nullable(),
  to: Day,
  /** Chốt số liệu. */
  cutOff: Day,
  /** By when units report to the body of the campaign. */
  dueAt: Instant,
  /** By when the body itself reports upward, where that is known. */
  upDueAt: Instant.nullable(),
  version: Version,
  /** The newest report document of the round, if one was drafted. */
  report: z
    .object({
      id: Id,
      state: z.string(),
      code: z.string().nullable(),
      kind: z.enum(['main', 'supplement', 'replacement']),
    })
    .nullable(),
  counts: RoundCounts,
})
export type Round = z.infer<typeof Round>

const due = { dueAt: Instant, upDueAt: Instant.nullable() }

export const ListRounds = endpoint({
  method: 'get',
  path: '/api/campaigns/{id}/rounds',
  access: 'report.read',
  summary: 'The reporting rounds of a campaign, the newest first, with how many units have reported',
  params: ById,
  query: PageQuery,
  answer: pageOf(Round).extend({
    /** What the next round of each kind would be, by the decree. */
    proposed: z.array(
      z.object({ kind: RoundKind, from: Day.nullable(), to: Day, cutOff: Day, dueAt: Instant }),
    ),
  }),
})
export const GetRound = endpoint({
  method: 'get',
  path: '/api/rounds/{id}',
  access: 'report.read',
  summary: 'One reporting round',
  params: ById,
  answer: Round,
})
export const OpenRound = endpoint({
  method: 'post',
  path: '/api/campaigns/{id}/rounds',
  access: 'round.open',
  summary: 'Open a round: every duty of the campaign is expected to report. The same round twice is one',
  params: ById,
  body: z.object({ kind: RoundKind, from: Day.nullable(), to: Day, cutOff: Day, ...due }),
  answer: Round,
})
export const ChangeRound = endpoint({
  method: 'put',
  path: '/api/rounds/{id}',
  access: 'round.open',
  summary: 'Other due times of a round, for every unit that has not reported',
  params: ById,
  body: z.object({ version: Version, ...due }),
  answer: Round,
})
