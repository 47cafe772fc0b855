/** Văn bản đến: số đến, who resolves it until when, and the answer (Decree 30/2020/NĐ-CP, articles 20–24). */
import { z } from 'zod'
import { ById, Day, endpoint, Id, Instant, PageQuery, pageOf } from './endpoint.ts'
import { PersonRef } from './people.ts'

const Helper = z.object({ id: z.string().nullable(), name: z.string() })

/** One line of the slip "phiếu giải quyết văn bản đến". */
export const ArrivalEntry = z.object({
  kind: z.enum(['forwarded', 'progress', 'finished']),
  at: Instant,
  person: PersonRef,
  words: z.string(),
  lead: Helper.nullable(),
  helpers: z.array(Helper),
  dueOn: Day.nullable(),
  replyCode: z.string().nullable(),
})
export type ArrivalEntry = z.infer<typeof ArrivalEntry>

export const ArrivalRow = z.object({
  id: Id,
  number: z.number().int(),
  year: z.number().int(),
  arrivedOn: Day,
  dispatchId: Id.nullable(),
  deliveryId: Id.nullable(),
  author: z.string().nullable(),
  code: z.string().nullable(),
  dated: z.string().nullable(),
  type: z.string(),
  subject: z.string().nullable(),
  note: z.string(),
  leadName: z.string().nullable(),
  dueOn: Day.nullable(),
  forwardedAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
  progress: z.string(),
  replyCode: z.string().nullable(),
})
export type ArrivalRow = z.infer<typeof ArrivalRow>

export const Arrival = ArrivalRow.extend({
  unitId: Id,
  /** What came in, or the dispatch that was delivered within Loa. */
  documentId: Id,
  /** It is a PDF: its first page can be printed with the stamp. */
  hasPages: z.boolean(),
  entries: z.array(ArrivalEntry),
  version: z.number().int(),
})
export type Arrival = z.infer<typeof Arrival>

/** The same number, symbol and author in the register already (Decree 30, Appendix VI, part I). */
export const Twin = z.object({
  id: Id,
  number: z.number().int(),
  year: z.number().int(),
  arrivedOn: Day,
  dispatchId: Id.nullable(),
})
export type Twin = z.infer<typeof Twin>

/** What stands beside an incoming dispatch or a delivery: its entry, or what is to be known before it is entered. */
const ArrivalStand = z.object({
  arrival: Arrival.nullable(),
  twins: z.array(Twin),
  /** The number it would get. */
  nextNumber: z.number().int(),
  may: z.object({ register: z.boolean(), forward: z.boolean(), handle: z.boolean() }),
})
export type ArrivalStand = z.infer<typeof ArrivalStand>

export const GetArrivalStand = endpoint({
  method: 'get',
  path: '/api/dispatches/{id}/arrival',
  access: 'register.read',
  summary: 'The entry of an incoming dispatch in the register, or what to know before it is entered',
  params: ById,
  answer: ArrivalStand,
})
export const RegisterArrival = endpoint({
  method: 'put',
  path: '/api/dispatches/{id}/arrival',
  access: 'arrival.register',
  summary: 'Vào sổ: the next số đến of the year; asked again it is the same',
  params: ById,
  body: z.object({
    arrivedOn: Day,
    note: z.string().trim().max(500).default(''),
    /** There is one with the same number, symbol and author, and it is entered nevertheless. */
    despiteTwin: z.boolean().default(false),
  }),
  answer: ArrivalStand,
})
export const GetArrival = endpoint({
  method: 'get',
  path: '/api/arrivals/{id}',
  access: 'register.read',
  summary: 'One entry of the register of incoming documents with its slip',
  params: ById,
  answer: ArrivalStand,
})
export const ListHandlers = endpoint({
  method: 'get',
  path: '/api/arrivals/{id}/handlers',
  access: 'arrival.forward',
  summary: 'Who of the unit and of its rooms can be given it',
  params: ById,
  answer: z.object({ people: z.array(z.object({ id: z.string(), name: z.string(), title: z.string() })) }),
})
export const ForwardArrival = endpoint({
  method: 'post',
  path: '/api/arrivals/{id}/forward',
  access: 'arrival.forward',
  summary: 'Chuyển: who leads, who helps, until when, with the opinion of the one who decides',
  params: ById,
  body: z.object({
    version: z.number().int(),
    lead: z.string().max(100),
    helpers: z.array(z.string().max(100)).max(30),
    dueOn: Day.nullable(),
    words: z.string().trim().max(2000),
  }),
  answer: ArrivalStand,
})
export const HandleArrival = endpoint({
  method: 'post',
  path: '/api/arrivals/{id}/progress',
  access: 'arrival.handle',
  summary: 'What was done with it; with the answer it is finished',
  params: ById,
  body: z.object({
    version: z.number().int(),
    words: z.string().trim().min(3).max(2000),
    replyCode: z.string().trim().max(100).nullable(),
    finished: z.boolean(),
  }),
  answer: ArrivalStand,
})
export const GetArrivalPaper = endpoint({
  method: 'get',
  path: '/api/arrivals/{id}/papers/{paper}',
  access: 'register.read',
  summary: 'The forwarding slip, or the first page of the document with the stamp "ĐẾN"',
  params: z.object({ id: Id, paper: z.enum(['slip', 'stamped']) }),
  gives: 'file',
})

export const ListUnregistered = endpoint({
  method: 'get',
  path: '/api/arrivals/unregistered',
  access: 'register.read',
  summary: 'What came in as a file and has no số đến yet',
  query: PageQuery,
  answer: pageOf(
    z.object({
      id: Id,
      code: z.string().nullable(),
      issuer: z.string().nullable(),
      subject: z.string().nullable(),
      fileName: z.string().nullable(),
      createdAt: Instant,
    }),
  ),
})
