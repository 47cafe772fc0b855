import { z } from 'zod'
import { ById, Day, endpoint, Id, Instant, PageQuery, pageOf, Version } from './endpoint.ts'
import { Amounts, Total } from './figures.ts'
import { PersonRef } from './people.ts'
import { Form } from './plans.ts'
import { Outline, PageBlock } from './report-outline.ts'
import { RoundKind } from './rounds.ts'
import { UnitRef } from './units.ts'

export const ReportKind = z.enum(['main', 'supplement', 'replacement'])
export type ReportKind = z.infer<typeof ReportKind>

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
  kind: ReportKind,
  /** "Báo cáo bổ sung số 1" */
  number: z.number().int().nullable(),
  roundId: Id.nullable(),
})
export type ReportRow = z.infer<typeof ReportRow>

/** What the figures of a report do not contain: nothing handed in, forms left open, exempt, said to be none. */
export const ReportGaps = z.object({
  missing: z.array(UnitRef),
  forms: z.array(z.object({ unit: UnitRef, forms: z.array(Form) })),
  exempt: z.array(z.object({ unit: UnitRef, reason: z.string() })),
  none: z.array(z.object({ unit: UnitRef, forms: z.array(Form) })),
})

const Pair = z.object({ declared: z.number(), proved: z.number() }).nullable()
export const ReportChanges = z.object({
  figures: z.array(
    z.object({
      indicator: z.string(),
      name: z.string(),
      unit: z.string(),
      before: Pair,
      after: Pair,
      units: z.array(
        z.object({ unit: UnitRef, before: z.number().nullable(), after: z.number().nullable() }),
      ),
    }),
  ),
  cameIn: z.array(UnitRef),
  /** Were in it and are not any more: given back, or exempt. */
  wentOut: z.array(UnitRef),
})
export type ReportChanges = z.infer<typeof ReportChanges>

/** Another report of the same body. */
export const ReportLink = z.object({
  id: Id,
  kind: ReportKind,
  number: z.number().int().nullable(),
  code: z.string().nullable(),
  date: Day.nullable(),
  state: z.string(),
})

export const ReportText = z.object({
  text: z.string(),
  /** How often this block was written: the next writer says which one was seen. */
  version: Version,
  by: z.string().nullable(),
  at: Instant.nullable(),
})
export type ReportText = z.infer<typeof ReportText>

export const Report = ReportRow.extend({
  ownerUnitId: Id,
  /** Every number in the report, as it stood at `asOf`; each opens in the figure panel. */
  figures: z.array(z.object({ indicator: z.string(), name: z.string(), unit: z.string(), amounts: Total })),
  /** By indicator: what each unit has in it, as the report was drawn up. */
  parts: z.record(z.string(), z.array(z.object({ unit: UnitRef, amounts: Amounts }))),
  missing: z.array(UnitRef),
  /** The same by the units that answer for the duties today. */
  missingToday: z.array(UnitRef),
  round: z
    .object({
      kind: RoundKind,
      from: Day.nullable(),
      to: Day,
      cutOff: Day,
      dueAt: Instant,
      upDueAt: Instant.nullable(),
    })
    .nullable(),
  gaps: ReportGaps,
  /** Which draft this is: redrafted from newer figures, it is the next. */
  drafts: z.number().int(),
  outline: Outline.or(z.tuple([])),
  /** The page block by block; empty for reports from before outlines. */
  page: z.array(PageBlock),
  texts: z.record(z.string(), ReportText),
  /** Against the draft before; null in the first one. */
  changes: ReportChanges.nullable(),
  /** Reports of units that were handed in after the figures were taken. */
  newer: z.number().int(),
  reason: z.string().nullable(),
  /** What it supplements or replaces. */
  of: ReportLink.nullable(),
  supplements: z.array(ReportLink),
  replacedBy: ReportLink.nullable(),
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
  body: z.object({
    from: Day.optional(),
    to: Day.optional(),
    /** The round it is of: only units that have handed in are in the figures. */
    roundId: Id.optional(),
    templateId: Id.optional(),
    /** Units or forms are missing: drafted all the same, each named. Without a round always so. */
    withGaps: z.boolean().default(false),
  }),
  answer: Report,
})
export const RedraftReport = endpoint({
  method: 'post',
  path: '/api/reports/{id}/redraft',
  access: 'report.draft',
  summary: 'Draw the draft up again from the figures as they stand now; its words stay',
  params: ById,
  body: z.object({ drafts: z.number().int() }),
  answer: Report,
})
export const SaveReportText = endpoint({
  method: 'put',
  path: '/api/reports/{id}/texts/{block}',
  access: 'report.draft',
  summary: 'Write a text block of a draft; a block that somebody else wrote meanwhile is told',
  params: z.object({ id: Id, block: z.string().max(40) }),
  body: z.object({ version: Version, text: z.string().max(20_000) }),
  answer: Report,
})
export const ListReportTexts = endpoint({
  method: 'get',
  path: '/api/reports/{id}/texts/{block}',
  access: 'report.read',
  summary: 'Every wording of a text block, the newest first',
  params: z.object({ id: Id, block: z.string().max(40) }),
  query: PageQuery,
  answer: pageOf(z.object({ id: Id, text: z.string(), by: PersonRef.nullable(), at: Instant })),
})
export const SupplementReport = endpoint({
  method: 'post',
  path: '/api/reports/{id}/supplements',
  access: 'report.draft',
  summary: 'Draft the next numbered supplement of a signed report: what came after it, and the new totals',
  params: ById,
  answer: Report,
})
export const ReplaceReport = endpoint({
  method: 'post',
  path: '/api/reports/{id}/replacement',
  access: 'report.draft',
  summary: 'Draft a report that replaces a signed one, with the reason; the old one stays readable',
  params: ById,
  body: z.object({ reason: z.string().trim().min(3).max(500) }),
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
