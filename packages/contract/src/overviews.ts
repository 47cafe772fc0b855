/** One page per campaign for whoever answers for it: where it stands, week by week, what is missing, what is due. */
import { z } from 'zod'
import { ById, Day, endpoint, Id, Instant } from './endpoint.ts'
import { Amounts, Indicator } from './figures.ts'
import { RoundCounts, RoundKind } from './rounds.ts'
import { UnitRef } from './units.ts'

/** A day that a campaign turns on, with where it opens. */
export const Milestone = z.object({
  kind: z.enum(['order', 'issued', 'begins', 'targets', 'cut-off', 'due', 'deadline', 'ends', 'report']),
  on: Day,
  /** A number, a version, a code; what the kind leaves open. */
  what: z.string().nullable(),
  href: z.string().nullable(),
})
export type Milestone = z.infer<typeof Milestone>

export const Overview = z.object({
  today: Day,
  deadline: Day.nullable(),
  units: z.object({
    all: z.number().int(),
    received: z.number().int(),
    reporting: z.number().int(),
  }),
  /** Activities with an open doubt. */
  doubted: z.number().int(),
  /** By form its column of the board: null, several units have a value and such values are not added. */
  forms: z.array(
    z.object({ indicator: Indicator, total: Amounts.extend({ plan: z.number().nullable() }).nullable() }),
  ),
  /** Mondays, without gaps from the first activity to the last. */
  weeks: z.array(Day),
  /** By indicator, week by week; null: nothing was reported of that week, or values are not added. */
  course: z.array(z.object({ indicator: z.string(), cells: z.array(Amounts.nullable()) })),
  milestones: z.array(Milestone),
  missing: z.object({ units: z.array(UnitRef), all: z.number().int() }),
  /** The round whose reports are due next, else the last one. */
  round: z.object({ id: Id, kind: RoundKind, to: Day, dueAt: Instant, counts: RoundCounts }).nullable(),
  reports: z.array(
    z.object({
      id: Id,
      code: z.string().nullable(),
      state: z.string(),
      kind: z.enum(['main', 'supplement', 'replacement']),
      asOf: Instant,
    }),
  ),
})
export type Overview = z.infer<typeof Overview>

export const GetOverview = endpoint({
  method: 'get',
  path: '/api/campaigns/{id}/overview',
  access: 'figure.read',
  summary: 'A campaign on one page: form by form, week by week, what is missing and what is due',
  params: ById,
  answer: Overview,
})
