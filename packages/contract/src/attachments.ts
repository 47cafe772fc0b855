/** Evidence that is no photo: files of other kinds, each checked by what it really is. */
import { z } from 'zod'
import { Activity, attachmentKinds } from './activities.ts'
import { ByUuid, endpoint } from './endpoint.ts'

export const AddAttachment = endpoint({
  method: 'put',
  path: '/api/activities/{id}/attachments/{attachmentId}',
  access: 'activity.record',
  summary:
    'Add a file that shows it (PDF, captured page, MP3, play log, GPX; at most 50 MB) under a UUID made by the client',
  params: z.object({ id: z.uuid(), attachmentId: z.uuid() }),
  query: z.object({
    name: z.string().max(255).default(''),
    kind: z.enum(attachmentKinds).default('document'),
  }),
  sends: 'bytes',
  answer: Activity,
})

export const GetAttachmentFile = endpoint({
  method: 'get',
  path: '/api/attachments/{id}',
  access: 'activity.read',
  summary: 'The file as it was sent, to keep',
  params: ByUuid,
  gives: 'file',
})
