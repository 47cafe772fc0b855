/** Checks of figures (kiểm tra số liệu): what the rules find odd, each a line that a person answers. */
import { z } from 'zod'
import { ById, endpoint, Id, Instant, PageQuery, pageOf } from './endpoint.ts'
import { Indicator } from './figures.ts'
import { PersonRef } from './people.ts'
import { UnitRef } from './units.ts'

/**
 * `jump`: a month against the month before. `unproved`: much of it is only said. The others are more than there can be:
 * hours of a day, visits of one show, runs of a day.
 */
export const checkRules = ['jump', 'unproved', 'hours-a-day', 'visits-a-show', 'runs-a-day'] as const
export const CheckRule = z.enum(checkRules)
export type CheckRule = z.infer<typeof CheckRule>

export const FigureCheck = z.object({
  id: Id,
  campaignId: Id,
  rule: CheckRule,
  unit: UnitRef,
  indicator: Indicator,
  /** `2023-05`, the administrative month it is of; an activity's id; or empty. */
  subject: z.string(),
  /** The two numbers that are held against each other: what was found, and what it was held against. */
  found: z.number(),
  against: z.number(),
  foundAt: Instant,
  answer: z
    .object({ kind: z.enum(['right', 'mended']), note: z.string(), by: PersonRef, at: Instant })
    .nullable(),
})
export type FigureCheck = z.infer<typeof FigureCheck>

export const ListFigureChecks = endpoint({
  method: 'get',
  path: '/api/campaigns/{id}/checks',
  access: 'figure.read',
  summary: 'What is odd in the figures of a campaign, the largest difference first',
  params: ById,
  query: PageQuery.extend({ show: z.enum(['open', 'answered']).default('open') }),
  answer: pageOf(FigureCheck),
})

export const AnswerFigureCheck = endpoint({
  method: 'post',
  path: '/api/figure-checks/{id}/answer',
  access: 'activity.review',
  summary: 'Say that the number is right, and why, or that it was put right',
  params: ById,
  body: z.object({ answer: z.enum(['right', 'mended']), note: z.string().trim().max(1000).default('') }),
  answer: FigureCheck,
})
