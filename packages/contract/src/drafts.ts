/** Dự thảo: what it said before, what changed, and what was remarked on its sentences. */
import { z } from 'zod'
import { ById, endpoint, Id, Instant } from './endpoint.ts'
import { PersonRef } from './people.ts'

export const commentFields = ['subject', 'addressees', 'body', 'recipients', 'signer'] as const

export const DraftComment = z.object({
  id: z.uuid(),
  at: Instant,
  person: PersonRef,
  field: z.enum(commentFields).nullable(),
  /** The sentence as it stood; empty for the whole dispatch. */
  quote: z.string(),
  words: z.string(),
  replyTo: z.uuid().nullable(),
  done: z.object({ by: PersonRef, at: Instant }).nullable(),
  /** The sentence does not stand in the draft any more. */
  moved: z.boolean(),
  maySettle: z.boolean(),
})
export type DraftComment = z.infer<typeof DraftComment>

const Comments = z.object({ comments: z.array(DraftComment), mayAdd: z.boolean() })
export type Comments = z.infer<typeof Comments>

export const ListDraftComments = endpoint({
  method: 'get',
  path: '/api/dispatches/{id}/comments',
  access: 'dispatch.read',
  summary: 'Remarks on a draft, in the order in which they were made',
  params: ById,
  answer: Comments,
})
const ByComment = z.object({ id: Id, commentId: z.uuid() })
export const AddDraftComment = endpoint({
  method: 'put',
  path: '/api/dispatches/{id}/comments/{commentId}',
  access: 'dispatch.comment',
  summary: 'Góp ý on a sentence of a draft, or an answer to a remark; the same id again is the same remark',
  params: ByComment,
  body: z.object({
    field: z.enum(commentFields).nullable(),
    quote: z.string().trim().max(2000),
    words: z.string().trim().min(1).max(2000),
    replyTo: z.uuid().nullable(),
  }),
  answer: Comments,
})
export const SettleDraftComment = endpoint({
  method: 'post',
  path: '/api/dispatches/{id}/comments/{commentId}/settle',
  access: 'dispatch.comment',
  summary: 'Done with, or opened again: by who made it or who drafts',
  params: ByComment,
  body: z.object({ done: z.boolean() }),
  answer: Comments,
})

export const DraftVersion = z.object({
  number: z.number().int(),
  at: Instant,
  person: PersonRef.nullable(),
})
export type DraftVersion = z.infer<typeof DraftVersion>

/** A stretch of words of a place that changed. */
const DiffPart = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })
export const DraftChangeShown = z.object({
  field: z.enum(commentFields),
  /** Of a paragraph of the body in the newer version, from 1; null for other fields and for what is gone. */
  paragraph: z.number().int().nullable(),
  parts: z.array(DiffPart),
})
export type DraftChangeShown = z.infer<typeof DraftChangeShown>

export const ListDraftVersions = endpoint({
  method: 'get',
  path: '/api/dispatches/{id}/versions',
  access: 'dispatch.read',
  summary: 'The versions of a draft, the newest first; at most two hundred',
  params: ById,
  answer: z.object({ versions: z.array(DraftVersion) }),
})
export const CompareDraftVersion = endpoint({
  method: 'get',
  path: '/api/dispatches/{id}/versions/{number}/changes',
  access: 'dispatch.read',
  summary: 'What that version changed against the one before it, or what changed from it to today',
  params: z.object({ id: Id, number: z.coerce.number().int().positive() }),
  query: z.object({ with: z.enum(['before', 'now']).default('before') }),
  answer: z.object({ changes: z.array(DraftChangeShown) }),
})
