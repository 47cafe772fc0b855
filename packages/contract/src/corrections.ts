/** What a reader got wrong in an incoming dispatch, put right by a person; what was read is kept beside it. */
import { z } from 'zod'
import { Dispatch } from './dispatches.ts'
import { ById, endpoint, Id, Version } from './endpoint.ts'
import { CorrectedField, FieldValue } from './fields.ts'

const field = CorrectedField.shape.field

export const FieldChange = z.discriminatedUnion('how', [
  /** Null takes an item off a list, or says that the dispatch has no such field. */
  z.object({ field, how: z.literal('typed'), value: FieldValue }),
  /** The words from `start` to `end` of the text. */
  z.object({ field, how: z.literal('marked'), start: z.number().int().min(0), end: z.number().int().min(1) }),
  /** Back to what was read. */
  z.object({ field, how: z.literal('as-read') }),
])
export type FieldChange = z.infer<typeof FieldChange>

export const CorrectDispatch = endpoint({
  method: 'put',
  path: '/api/dispatches/{id}/corrections',
  access: 'dispatch.correct',
  summary:
    'Put fields of an incoming dispatch right, by hand or with words of its text, before a campaign starts',
  params: ById,
  body: z.object({ version: Version, changes: z.array(FieldChange).min(1).max(50) }),
  answer: Dispatch,
})

/** `[x, y, width, height]` from the top left corner of the page, in the unit of its size. */
const Box = z.tuple([z.number(), z.number(), z.number(), z.number()])

export const DispatchPlaces = z.object({
  pages: z.array(z.object({ width: z.number(), height: z.number() })),
  /** Where a stretch of the text stands: a line, or the part of it in one column. Pages count from 1. */
  places: z.array(z.object({ start: z.number(), end: z.number(), page: z.number(), box: Box })),
})
export type DispatchPlaces = z.infer<typeof DispatchPlaces>

export const GetDispatchPlaces = endpoint({
  method: 'get',
  path: '/api/dispatches/{id}/places',
  access: 'dispatch.read',
  summary: 'Where the text stands on the pages of the original; nothing for files without pages',
  params: ById,
  answer: DispatchPlaces,
})

export const GetDispatchPage = endpoint({
  method: 'get',
  path: '/api/dispatches/{id}/pages/{page}',
  access: 'dispatch.read',
  summary: 'A page of the original as a picture (JPEG)',
  params: z.object({ id: Id, page: z.coerce.number().int().min(1).max(200) }),
  gives: 'file',
})
