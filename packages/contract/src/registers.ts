/** Sổ đăng ký văn bản đi, văn bản đến, sổ theo dõi giải quyết (Decree 30/2020/NĐ-CP, Appendix IV). */
import { z } from 'zod'
import { ArrivalRow } from './arrivals.ts'
import { Day, endpoint, PageQuery, pageOf } from './endpoint.ts'
import { DispatchNumber } from './numbers.ts'

export const registerKinds = ['out', 'in', 'handling'] as const
export type RegisterKind = (typeof registerKinds)[number]
const Year = z.coerce.number().int().min(2000).max(2100)

/** A line of the register of outgoing documents: every number that was given, also reserved and void ones. */
export const OutLine = DispatchNumber.pick({
  id: true,
  series: true,
  number: true,
  state: true,
  code: true,
  purpose: true,
  reason: true,
  dispatchId: true,
}).extend({
  dated: z.string().nullable(),
  type: z.string().nullable(),
  subject: z.string().nullable(),
  signer: z.string().nullable(),
  recipients: z.array(z.string()),
  /** Who keeps the filed copy, as the archive line has it. */
  kept: z.string().nullable(),
  /** Units it was delivered to electronically. */
  copies: z.number().int(),
  sentOn: Day.nullable(),
  dispatchState: z.string().nullable(),
})
export type OutLine = z.infer<typeof OutLine>

export const ListOutRegister = endpoint({
  method: 'get',
  path: '/api/registers/{year}/out',
  access: 'register.read',
  summary: 'Sổ đăng ký văn bản đi, the newest number first',
  params: z.object({ year: Year }),
  query: PageQuery.extend({ series: z.string().max(40).optional() }),
  answer: pageOf(OutLine),
})
export const ListInRegister = endpoint({
  method: 'get',
  path: '/api/registers/{year}/in',
  access: 'register.read',
  summary: 'Sổ đăng ký văn bản đến, the newest number first; `open`: what is not finished, by its deadline',
  params: z.object({ year: Year }),
  query: PageQuery.extend({ open: z.stringbool().optional() }),
  answer: pageOf(ArrivalRow),
})
export const GetRegisterFile = endpoint({
  method: 'get',
  path: '/api/registers/{year}/{kind}/{format}',
  access: 'register.read',
  summary: 'The register of a year in the form of Appendix IV, for binding (pdf) or reckoning (xlsx)',
  params: z.object({ year: Year, kind: z.enum(registerKinds), format: z.enum(['pdf', 'xlsx']) }),
  query: z.object({ series: z.string().max(40).optional() }),
  gives: 'file',
})
