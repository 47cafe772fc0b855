/** Corrections of numbers (đính chính số liệu): dated, with a reason, by who reviews. What was typed stays. */
import { z } from 'zod'
import { Activity } from './activities.ts'
import { endpoint } from './endpoint.ts'

export const CorrectQuantity = endpoint({
  method: 'put',
  path: '/api/activities/{id}/corrections/{correctionId}',
  access: 'activity.review',
  summary:
    'Correct one number of an activity with a reason, also after it was accepted, under a UUID made by the client',
  params: z.object({ id: z.uuid(), correctionId: z.uuid() }),
  body: z.object({
    indicator: z.string().max(100),
    /** What it is to count as; 0 is a number. Of a `distinct` the number of the names is taken instead. */
    quantity: z.number().min(0).max(10_000_000),
    /** Of a `ratio`, where the whole is another one too. */
    outOf: z.number().positive().max(10_000_000).optional(),
    /** Of a `distinct`: the names that remain. */
    things: z.array(z.string().trim().min(1).max(200)).max(500).default([]),
    reason: z.string().trim().max(1000),
  }),
  answer: Activity,
})
