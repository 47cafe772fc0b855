import { z } from 'zod'
import { endpoint, Instant } from './endpoint.ts'

/** A line of the home page. `kind` picks the words, `href` opens the thing itself. */
export const HomeLine = z.object({
  kind: z.enum([
    'dispatch.to-plan',
    'dispatch.to-finish',
    'dispatch.to-approve',
    'dispatch.to-sign',
    'dispatch.to-number',
    'dispatch.to-e-sign',
    'dispatch.to-issue',
    'dispatch.returned',
    'delivery.to-receive',
    'delivery.to-answer',
    'duty.to-answer',
    'duty.to-report',
    'activity.returned',
    'activity.corrected',
    'figure.to-check',
    'activity.to-review',
    'unit.not-received',
    'unit.not-reported',
    'dispatch.waiting',
    'dispatch.nobody',
    'reminder.received',
    'report.to-draft',
    'report.to-submit',
    'report.to-review',
    'report.returned',
    'report.waiting',
    'handover.to-decide',
    'targets.to-answer',
    'target.to-decide',
    'posting.to-take-down',
    'site.to-mend',
  ]),
  title: z.string(),
  detail: z.string().nullable(),
  who: z.string().nullable(),
  href: z.string(),
  at: Instant,
  count: z.number().int().nullable(),
})
export type HomeLine = z.infer<typeof HomeLine>

/** Four questions: what is due for me, what waits for others, what was returned to me, what was proved this week. */
export const Home = z.object({
  mine: z.array(HomeLine),
  waiting: z.array(HomeLine),
  returned: z.array(HomeLine),
  week: z.object({
    from: z.iso.date(),
    to: z.iso.date(),
    declared: z.number().int(),
    proved: z.number().int(),
    claimed: z.number().int(),
    doubted: z.number().int(),
    forms: z.array(z.object({ form: z.string(), activities: z.number().int(), proved: z.number().int() })),
  }),
})
export type Home = z.infer<typeof Home>

export const GetHome = endpoint({
  method: 'get',
  path: '/api/home',
  access: 'home.read',
  summary: 'What is due, stuck, returned and proved',
  answer: Home,
})
