/** One report that is expected: a round of a campaign × a duty. */
import { z } from 'zod'
import { ById, Day, endpoint, Id, Instant, PageQuery, pageOf, Version } from './endpoint.ts'
import { Amounts, Indicator } from './figures.ts'
import { PersonRef } from './people.ts'
import { Form } from './plans.ts'
import { RoundCounts, RoundKind } from './rounds.ts'
import { UnitRef } from './units.ts'

export const expectedStates = ['waiting', 'submitted', 'returned', 'accepted', 'exempt'] as const
export const ExpectedState = z.enum(expectedStates)
export type ExpectedState = z.infer<typeof ExpectedState>

/** Figures, none ("không thực hiện") and not reported are three things. */
export const FormSaid = z.object({
  form: Form,
  says: z.enum(['figures', 'none', 'not-reported']),
  reason: z.string().max(500).default(''),
})
export type FormSaid = z.infer<typeof FormSaid>

/** A figure as it was when the report was submitted: what the level above takes in. */
export const FigureLine = z.object({ indicator: z.string(), amounts: Amounts })
export type FigureLine = z.infer<typeof FigureLine>

/** What a person looks at before accepting; none of it is a verdict. */
export const Finding = z.object({
  kind: z.enum(['doubted', 'unproved', 'jump', 'not-reported', 'gaps', 'nothing']),
  indicator: z.string().nullable(),
  form: Form.nullable(),
  before: z.number().nullable(),
  now: z.number().nullable(),
})
export type Finding = z.infer<typeof Finding>

export const ExpectedReportRow = z.object({
  id: Id,
  roundId: Id,
  campaignId: Id,
  dutyId: Id,
  unit: UnitRef,
  /** Who answers for it today. */
  holder: UnitRef,
  state: ExpectedState,
  dueAt: Instant,
  /** Due and not there, or there after it was due. */
  late: z.boolean(),
  submissions: z.number().int(),
  submittedAt: Instant.nullable(),
  findings: z.array(Finding),
  exemptReason: z.string().nullable(),
})
export type ExpectedReportRow = z.infer<typeof ExpectedReportRow>

/** A unit below that a report does not contain, as its sender declared. */
export const Gap = z.object({ unit: UnitRef, state: ExpectedState })
export type Gap = z.infer<typeof Gap>

export const ReportSubmission = z.object({
  number: z.number().int(),
  unit: UnitRef,
  figures: z.array(FigureLine),
  forms: z.array(FormSaid),
  narrative: z.string(),
  gaps: z.array(Gap),
  /** The signed document it came as, if it did. */
  dispatchId: Id.nullable(),
  dispatchCode: z.string().nullable(),
  by: PersonRef.nullable(),
  at: Instant,
  /** Declared amounts that differ from the submission before. */
  changes: z.array(
    z.object({ indicator: z.string(), before: z.number().nullable(), after: z.number().nullable() }),
  ),
})
export type ReportSubmission = z.infer<typeof ReportSubmission>

export const ReportComment = z.object({
  id: Id,
  number: z.number().int(),
  indicator: z.string().nullable(),
  text: z.string(),
  person: PersonRef,
  at: Instant,
})

export const ExpectedReport = ExpectedReportRow.extend({
  campaignTitle: z.string(),
  owner: UnitRef,
  version: Version,
  round: z.object({ kind: RoundKind, from: Day.nullable(), to: Day, cutOff: Day }),
  forms: z.array(Form),
  indicators: z.array(Indicator),
  /** The figures as they stand now, what was planned, and what the report of the round before said. */
  lines: z.array(
    z.object({
      indicator: z.string(),
      amounts: Amounts.nullable(),
      plan: z.number().nullable(),
      before: z.number().nullable(),
    }),
  ),
  submitted: z.array(ReportSubmission),
  comments: z.array(ReportComment),
  /** The own campaign of the unit, whose units report to it: how many of them have. */
  below: z
    .object({ roundId: Id, campaignId: Id, all: z.number().int(), decided: z.number().int() })
    .nullable(),
  /** The body's report of this round is signed: what comes now goes into a supplement. */
  closed: z.boolean(),
})
export type ExpectedReport = z.infer<typeof ExpectedReport>

export const ListExpectedReports = endpoint({
  method: 'get',
  path: '/api/rounds/{id}/expected-reports',
  access: 'report.read',
  summary: 'Who is expected to report in a round, and where each stands',
  params: ById,
  query: PageQuery.extend({
    q: z.string().max(100).optional(),
    state: ExpectedState.optional(),
    /** `late`: due and not there, or late when it came; `findings`: submitted, with something to look at. */
    show: z.enum(['late', 'findings', 'clean']).optional(),
  }),
  answer: pageOf(ExpectedReportRow).extend({ counts: RoundCounts }),
})
export const ListDutyReports = endpoint({
  method: 'get',
  path: '/api/duties/{id}/expected-reports',
  access: 'report.read',
  summary: 'The reports that a duty is expected to hand in, the newest round first',
  params: ById,
  query: PageQuery,
  answer: pageOf(
    ExpectedReportRow.extend({
      kind: RoundKind,
      from: Day.nullable(),
      to: Day,
      comments: z.array(z.string()),
    }),
  ),
})
export const GetExpectedReport = endpoint({
  method: 'get',
  path: '/api/expected-reports/{id}',
  access: 'report.read',
  summary: 'One expected report: figures against plan and last round, submissions, comments',
  params: ById,
  answer: ExpectedReport,
})
export const SubmitReport = endpoint({
  method: 'post',
  path: '/api/expected-reports/{id}/submit',
  access: 'report.submit',
  summary: 'Nộp báo cáo: the figures as they stand, and per form without any whether there was none',
  params: ById,
  body: z.object({
    version: Version,
    /** Of the forms without figures; one that is not named is not reported. */
    forms: z
      .array(FormSaid.omit({ says: true }).extend({ says: z.enum(['none', 'not-reported']) }))
      .max(20)
      .default([]),
    narrative: z.string().max(20_000).default(''),
    /** Units below have not been decided upon: submitted all the same, with the gaps declared. */
    withGaps: z.boolean().default(false),
  }),
  answer: ExpectedReport,
})
export const ReturnReport = endpoint({
  method: 'post',
  path: '/api/expected-reports/{id}/return',
  access: 'report.review',
  summary: 'Give a report back with one or more comments, each of which may point at an indicator',
  params: ById,
  body: z.object({
    version: Version,
    comments: z
      .array(z.object({ indicator: z.string().nullable(), text: z.string().trim().min(3).max(1000) }))
      .min(1)
      .max(50),
  }),
  answer: ExpectedReport,
})
export const AcceptReport = endpoint({
  method: 'post',
  path: '/api/expected-reports/{id}/accept',
  access: 'report.review',
  summary: 'Accept a submitted report',
  params: ById,
  body: z.object({ version: Version }),
  answer: ExpectedReport,
})
export const ExemptReport = endpoint({
  method: 'post',
  path: '/api/expected-reports/{id}/exempt',
  access: 'report.review',
  summary: 'A unit need not report this round, for a reason that the report states',
  params: ById,
  body: z.object({ version: Version, reason: z.string().trim().min(3).max(500) }),
  answer: ExpectedReport,
})
export const AcceptCleanReports = endpoint({
  method: 'post',
  path: '/api/rounds/{id}/accept-clean',
  access: 'report.review',
  summary: 'Accept every submitted report of the round that has nothing to look at',
  params: ById,
  answer: z.object({ accepted: z.number().int(), left: z.number().int() }),
})
