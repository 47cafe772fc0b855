import { z } from 'zod'
import { ById, Day, endpoint, Id, Instant, PageQuery, pageOf } from './endpoint.ts'
import { Total } from './figures.ts'
import { UnitRef } from './units.ts'

export const ReportRow = z.object({
  id: Id,
  campaignId: Id,
  campaignTitle: z.string(),
  /** The outgoing dispatch of type báo cáo that carries it; its state, number and words are there. */
  dispatchId: Id,
  dispatchState: z.string(),
  dispatchCode: z.string().nullable(),
  asOf: Instant,
  from: Day.nullable(),
  to: Day.nullable(),
  unitsReporting: z.number().int(),
  unitsAll: z.number().int(),
})
export type ReportRow = z.infer<typeof ReportRow>

export const Report = ReportRow.extend({
  /** Every number in the report, as it stood at `asOf`; each opens in the figure panel. */
  figures: z.array(z.object({ indicator: z.string(), name: z.string(), unit: z.string(), amounts: Total })),
  missing: z.array(UnitRef),
  /** The same by the units that answer for the duties today. */
  missingToday: z.array(UnitRef),
})
export type Report = z.infer<typeof Report>

export const ListReports = endpoint({
  method: 'get',
  path: '/api/reports',
  access: 'report.read',
  summary: 'Reports of the own unit',
  query: PageQuery.extend({ campaign: Id.optional() }),
  answer: pageOf(ReportRow),
})
export const GetReport = endpoint({
  method: 'get',
  path: '/api/reports/{id}',
  access: 'report.read',
  summary: 'One report',
  params: ById,
  answer: Report,
})
export const DraftReport = endpoint({
  method: 'post',
  path: '/api/campaigns/{id}/reports',
  access: 'report.draft',
  summary: 'Draft the report from the figures as they stand, naming the units that have not reported',
  params: ById,
  body: z.object({ from: Day.optional(), to: Day.optional() }),
  answer: Report,
})
export const GetReportFile = endpoint({
  method: 'get',
  path: '/api/reports/{id}/files/{kind}',
  access: 'report.read',
  summary: 'The report by Decree 30 (pdf, docx), its tables with totals as formulas (xlsx)',
  params: z.object({ id: Id, kind: z.enum(['pdf', 'docx', 'xlsx']) }),
  gives: 'file',
})
