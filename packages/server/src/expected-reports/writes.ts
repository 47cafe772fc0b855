/** What is written of an expected report: submissions, comments, decisions. */
import type { ExpectedState, FigureLine, Gap } from '@loa/contract/expected-reports'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'

export interface NewSubmission {
  expectedId: number
  number: number
  unitId: number
  figures: FigureLine[]
  forms: unknown[]
  narrative: string
  gaps: Gap[]
  findings: unknown[]
  reportId: number | null
  dispatchId: number | null
  by: string | null
  at: string
}

/** The submission as it was handed in, and the row that lists and figures of the level above read. */
export const insertSubmission = async (db: Database, submission: NewSubmission) => {
  const figures = JSON.stringify(submission.figures)
  await db.run(sql`insert into report_submissions (expected_id, number, unit_id, figures, forms, narrative, gaps, report_id,
      dispatch_id, submitted_by, submitted_at)
    values (${submission.expectedId}, ${submission.number}, ${submission.unitId}, ${figures},
      ${JSON.stringify(submission.forms)}, ${submission.narrative}, ${JSON.stringify(submission.gaps)},
      ${submission.reportId}, ${submission.dispatchId}, ${submission.by}, ${submission.at})`)
  await db.run(sql`update expected_reports set state = 'submitted', submissions = ${submission.number},
      first_submitted_at = coalesce(first_submitted_at, ${submission.at}), submitted_at = ${submission.at},
      findings = ${JSON.stringify(submission.findings)}, snapshot = ${figures}, report_id = ${submission.reportId},
      exempt_reason = null, version = version + 1
    where id = ${submission.expectedId}`)
}

export const saveDecision = (
  db: Database,
  id: number,
  { state, reason, by, at }: { state: ExpectedState; reason?: string; by: string; at: string },
) =>
  db.run(sql`update expected_reports set state = ${state}, exempt_reason = ${reason ?? null}, decided_by = ${by},
    decided_at = ${at}, version = version + 1 where id = ${id}`)

export const insertComments = (
  db: Database,
  expected: { id: number; submissions: number },
  comments: { indicator: string | null; text: string }[],
  by: string,
  at: string,
) =>
  db.run(sql`insert into report_comments (expected_id, number, indicator, text, person_id, at)
    select ${expected.id}, ${expected.submissions}, c.indicator, c.text, ${by}, ${at}
    from jsonb_to_recordset(${JSON.stringify(comments)}::jsonb) as c(indicator text, text text)`)

/** Rows that somebody else is deciding upon at this moment are left to them. */
export const acceptClean = (db: Database, roundId: number, by: string, at: string) =>
  db.many(
    z.object({ id: z.number() }),
    sql`update expected_reports e set state = 'accepted', decided_by = ${by}, decided_at = ${at}, version = version + 1
        where e.id in (select id from expected_reports where round_id = ${roundId} and state = 'submitted'
            and findings = '[]' order by id for update skip locked)
        returning e.id`,
  )

/** The document was handed in already: a reaction may run twice. */
export const isHandedIn = async (db: Database, reportId: number) =>
  (await db.maybe(
    z.object({ number: z.number() }),
    sql`select number from report_submissions where report_id = ${reportId}`,
  )) !== null
