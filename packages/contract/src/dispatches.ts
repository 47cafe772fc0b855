import { z } from 'zod'
import { DocumentTree, ReadMessage } from './documents.ts'
import { ById, Day, endpoint, Id, Instant, PageQuery, pageOf, Version } from './endpoint.ts'
import { CorrectedField } from './fields.ts'
import { PersonRef } from './people.ts'
import { UnitRef } from './units.ts'

/** In: `read` → `planned`. Out: the steps of Decree 30, article 7 and following. */
export const dispatchStates = [
  'read', // đã đọc, chờ lập kế hoạch
  'planned', // đã lập kế hoạch
  'draft', // dự thảo
  'submitted', // đã trình
  'approved', // đã duyệt
  'signed', // đã ký
  'numbered', // đã cấp số
  'issued', // đã ban hành
] as const
export const DispatchState = z.enum(dispatchStates)
export type DispatchState = z.infer<typeof DispatchState>

export const DispatchRow = z.object({
  id: Id,
  direction: z.enum(['in', 'out']),
  type: z.string(),
  state: DispatchState,
  issuer: z.string().nullable(),
  code: z.string().nullable(),
  date: z.string().nullable(),
  subject: z.string().nullable(),
  fileName: z.string().nullable(),
  campaignId: Id.nullable(),
  createdAt: Instant,
  updatedAt: Instant,
  /** Why it came back, when it was returned to the drafter. */
  returnReason: z.string().nullable(),
  /** The digital signature that a numbered one waits for. */
  awaits: z.enum(['e-sign', 'seal']).nullable(),
})
export type DispatchRow = z.infer<typeof DispatchRow>

export const DispatchStep = z.object({
  step: z.string(),
  at: Instant,
  person: PersonRef.nullable(),
  note: z.string().nullable(),
})

/** A further file of an incoming document, or the package or letter that it came in. */
export const DispatchFile = z.object({
  ordinal: z.number().int(),
  kind: z.enum(['attachment', 'package', 'letter']),
  name: z.string(),
  bytes: z.number().int(),
})

export const Dispatch = DispatchRow.extend({
  owner: UnitRef,
  tree: DocumentTree,
  messages: z.array(ReadMessage),
  sourceDispatchId: Id.nullable(),
  reportId: Id.nullable(),
  simulated: z.boolean(),
  version: Version,
  steps: z.array(DispatchStep),
  /** The acts that this person may do on it now, in order of likelihood. */
  next: z.array(
    z.enum(['submit', 'return', 'approve', 'sign', 'number', 'e-sign', 'seal', 'issue', 'adopt']),
  ),
  /** The digital signature that it waits for between number and issue, and whose key makes it. */
  awaitsSignature: z.object({ step: z.enum(['e-sign', 'seal']), signer: z.string() }).nullable(),
  /** Its entry in the number series, while it may still be struck; null before and after. */
  numberId: Id.nullable(),
  /** The unit that wrote it has ended; null while it exists. `heir`: who took the whole of it over. */
  ended: z.object({ on: Day, heir: UnitRef.nullable() }).nullable(),
  /** Who of its unit may take the next step: a person and the one action that is theirs. */
  waitsFor: z.object({ act: z.string(), people: z.array(z.string()) }).nullable(),
  /** The act that it waits for and that nobody in its unit may do any more: somebody left, or a role ended. */
  nobodyFor: z.string().nullable(),
  /** What people put right, in the order of time. */
  corrections: z.array(CorrectedField),
  /** The original is a PDF or a picture, whose pages can be shown. */
  hasPages: z.boolean(),
  /** By what way it came in, and from whom. */
  cameBy: z.enum(['upload', 'folder', 'mail', 'exchange', 'package']),
  cameFrom: z.string().nullable(),
  files: z.array(DispatchFile),
  /** Of what came by an exchange: whether it takes the place of paper (Decision 28/2018/QĐ-TTg, article 4). */
  legalValue: z.enum(['original', 'information']).nullable(),
  recalledAt: Instant.nullable(),
  recallReason: z.string().nullable(),
  /** When its content was removed, as its sender took it back. */
  emptiedAt: Instant.nullable(),
})
export type Dispatch = z.infer<typeof Dispatch>

export const ListDispatches = endpoint({
  method: 'get',
  path: '/api/dispatches',
  access: 'dispatch.read',
  summary: 'Dispatches of the own unit',
  query: PageQuery.extend({
    direction: z.enum(['in', 'out']).optional(),
    state: DispatchState.optional(),
    q: z.string().max(200).optional(),
  }),
  answer: pageOf(DispatchRow),
})

export const UploadDispatch = endpoint({
  method: 'post',
  path: '/api/dispatches/file',
  access: 'dispatch.upload',
  summary: 'Read an incoming dispatch (txt, docx, pdf, a scan, a package of the exchange; at most 50 MB)',
  query: z.object({ name: z.string().min(1).max(255) }),
  sends: 'bytes',
  answer: z.object({
    dispatch: Dispatch,
    /** The same file was there already: said, linked, not doubled. */ known: z.boolean(),
  }),
})

export const GetDispatch = endpoint({
  method: 'get',
  path: '/api/dispatches/{id}',
  access: 'dispatch.read',
  summary: 'One dispatch',
  params: ById,
  answer: Dispatch,
})

export const GetDispatchFile = endpoint({
  method: 'get',
  path: '/api/dispatches/{id}/files/{kind}',
  access: 'dispatch.read',
  summary:
    'The file as it came in (original), the dispatch laid out by Decree 30 (pdf, docx), or one file to print with a letter for each unit it went to',
  params: z.object({ id: Id, kind: z.enum(['original', 'pdf', 'docx', 'letters']) }),
  gives: 'file',
})

export const GetDispatchAttachment = endpoint({
  method: 'get',
  path: '/api/dispatches/{id}/attachments/{ordinal}',
  access: 'dispatch.read',
  summary: 'A further file of an incoming dispatch, or the package or letter it came in',
  params: z.object({ id: Id, ordinal: z.coerce.number().int().positive() }),
  gives: 'file',
})

/** What a drafter may change; the steps and the number are not among it. */
export const DraftChange = DocumentTree.pick({
  subject: true,
  addressees: true,
  body: true,
  recipients: true,
  archive: true,
  signingAuthority: true,
  signerTitle: true,
  signerName: true,
  place: true,
}).partial()

export const SaveDraft = endpoint({
  method: 'put',
  path: '/api/dispatches/{id}/draft',
  access: 'dispatch.draft',
  summary: 'Save the words of a draft; a draft that somebody changed meanwhile is told',
  params: ById,
  body: z.object({ version: Version, change: DraftChange }),
  answer: Dispatch,
})

export const PreviewDispatch = endpoint({
  method: 'post',
  path: '/api/dispatches/{id}/preview',
  access: 'dispatch.read',
  summary: 'The pages as they will print, with a change that is not saved yet',
  params: ById,
  body: z.object({
    change: DraftChange.default({}),
    /** Hashes of the pages that are held already. */
    have: z.array(z.string().max(64)).max(500).default([]),
  }),
  answer: z.object({
    pages: z.array(
      z.object({
        hash: z.string(),
        /** Null for one of `have`: the same picture. */
        svg: z.string().nullable(),
      }),
    ),
  }),
})

const step = (name: 'submit' | 'approve' | 'sign' | 'issue', summary: string) =>
  endpoint({
    method: 'post',
    path: `/api/dispatches/{id}/${name}`,
    access: `dispatch.${name}`,
    summary,
    params: ById,
    body: z.object({ version: Version }),
    answer: Dispatch,
  })
export const SubmitDispatch = step('submit', 'Trình: hand the draft to the one who approves')
export const ApproveDispatch = step('approve', 'Duyệt: approve the draft')
export const SignDispatch = step('sign', 'Ký: a plain recorded approval by the leader')
export const NumberDispatch = endpoint({
  method: 'post',
  path: '/api/dispatches/{id}/number',
  access: 'dispatch.number',
  summary: 'Cấp số: the next number of the series of the unit and year, or a reserved one, and the date',
  params: ById,
  body: z.object({ version: Version, reserved: Id.nullable().default(null) }),
  answer: Dispatch,
})
export const IssueDispatch = step('issue', 'Ban hành: freeze the files and deliver to the units')
export const ReturnDispatch = endpoint({
  method: 'post',
  path: '/api/dispatches/{id}/return',
  access: 'dispatch.return',
  summary: 'Trả lại with a reason',
  params: ById,
  body: z.object({ version: Version, reason: z.string().trim().min(3).max(1000) }),
  answer: Dispatch,
})
export const AdoptDispatch = endpoint({
  method: 'post',
  path: '/api/dispatches/{id}/adopt',
  access: 'dispatch.draft',
  summary: 'Take over a draft of a unit that has ended into the unit that followed it',
  params: ById,
  body: z.object({ version: Version }),
  answer: Dispatch,
})
