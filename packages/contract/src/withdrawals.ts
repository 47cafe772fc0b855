/** Evidence that is taken back: by its unit until it was accepted, by who reviews at any time. */
import { z } from 'zod'
import { Activity } from './activities.ts'
import { ByUuid, endpoint } from './endpoint.ts'

const body = z.object({ reason: z.string().trim().max(1000) })

export const WithdrawEvidence = endpoint({
  method: 'post',
  path: '/api/evidence/{id}/withdrawal',
  access: 'evidence.withdraw',
  summary: 'Withdraw a photo with a reason: it stays to be seen and shows nothing any more',
  params: ByUuid,
  body,
  answer: Activity,
})

export const WithdrawAttachment = endpoint({
  method: 'post',
  path: '/api/attachments/{id}/withdrawal',
  access: 'evidence.withdraw',
  summary: 'Withdraw a file with a reason: it stays to be seen and shows nothing any more',
  params: ByUuid,
  body,
  answer: Activity,
})
