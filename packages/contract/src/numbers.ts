/** Dãy số văn bản đi: how a body numbers what it issues, and every number that was given. */
import { z } from 'zod'
import { ById, endpoint, Id, Instant, PageQuery, pageOf } from './endpoint.ts'

/** One series for all types, or one for each (Decree 30/2020/NĐ-CP, article 15.1.c: the head of the body decides). */
export const numberKinds = ['one', 'per-type'] as const
const NumberKind = z.enum(numberKinds)
export type NumberKind = z.infer<typeof NumberKind>

/** The name of the one series over all types. */
export const commonSeries = 'tat-ca'

const Year = z.coerce.number().int().min(2000).max(2100)

export const NumberPlan = z.object({
  kind: NumberKind,
  /** The decision it rests on; null: none was entered, and each type has its own series. */
  act: z.string().nullable(),
  fromYear: z.number().int().nullable(),
})
export type NumberPlan = z.infer<typeof NumberPlan>

const NumberSeries = z.object({
  series: z.string(),
  last: z.number().int(),
  reserved: z.number().int(),
  void: z.number().int(),
})
export type NumberSeries = z.infer<typeof NumberSeries>

/** used: printed on a dispatch · reserved: kept free for one to come · void: never to be used again. */
export const numberStates = ['used', 'reserved', 'void'] as const

export const DispatchNumber = z.object({
  id: Id,
  series: z.string(),
  year: z.number().int(),
  number: z.number().int(),
  state: z.enum(numberStates),
  purpose: z.string().nullable(),
  reason: z.string().nullable(),
  code: z.string().nullable(),
  dispatchId: Id.nullable(),
  takenBy: z.string().nullable(),
  takenAt: Instant,
})
export type DispatchNumber = z.infer<typeof DispatchNumber>

const Numbers = z.object({
  year: z.number().int(),
  plan: NumberPlan,
  /** Of another kind from next year on, where that was decided. */
  nextPlan: NumberPlan.nullable(),
  series: z.array(NumberSeries),
})
export type Numbers = z.infer<typeof Numbers>

export const GetNumbers = endpoint({
  method: 'get',
  path: '/api/numbers/{year}',
  access: 'register.read',
  summary: 'The number series of the own unit in a year, and how they were decided on',
  params: z.object({ year: Year }),
  answer: Numbers,
})
export const SaveNumberPlan = endpoint({
  method: 'put',
  path: '/api/numbers/{year}/plan',
  access: 'number.plan',
  summary: 'One series for all types or one for each, from a year on in which no number was given yet',
  params: z.object({ year: Year }),
  body: z.object({ kind: NumberKind, act: z.string().trim().min(3).max(300) }),
  answer: Numbers,
})
export const ListKeptNumbers = endpoint({
  method: 'get',
  path: '/api/numbers/{year}/kept',
  access: 'register.read',
  summary: 'Numbers that are reserved or void',
  params: z.object({ year: Year }),
  query: PageQuery.extend({ state: z.enum(['reserved', 'void']) }),
  answer: pageOf(DispatchNumber),
})
export const ReserveNumber = endpoint({
  method: 'put',
  path: '/api/numbers/reservations/{key}',
  access: 'number.reserve',
  summary: 'Keep the next number free for a dispatch to come; the same key again gives the same number',
  params: z.object({ key: z.uuid() }),
  body: z.object({ type: z.string().max(40), purpose: z.string().trim().min(3).max(500) }),
  answer: DispatchNumber,
})
export const VoidNumber = endpoint({
  method: 'post',
  path: '/api/numbers/{id}/void',
  access: 'number.void',
  summary: 'Strike a number with a reason: it stays in the register and is never given again',
  params: ById,
  body: z.object({ reason: z.string().trim().min(3).max(1000) }),
  answer: DispatchNumber,
})
