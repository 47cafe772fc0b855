import { FormSaid } from '@loa/contract/expected-reports'
import { Outline } from '@loa/contract/report-outline'
import { Report, ReportLink, ReportRow, ReportText } from '@loa/contract/reports'
import { UnitRef } from '@loa/contract/units'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { all, sql } from '../database/sql.ts'
import { unitJson } from '../units/queries.ts'

/** What a report keeps of the figures: a signed report does not change when a figure does. */
export const Snapshot = z.object({
  figures: Report.shape.figures,
  missing: Report.shape.missing,
  unitsAll: z.number(),
  unitsReporting: z.number(),
  /** The reports of units that are in it, each by the submission that counted. */
  included: z.array(z.object({ expectedId: z.number(), submission: z.number() })).default([]),
  /** Everything the page and the tables are made of. */
  ground: z.unknown(),
})
export type Snapshot = z.infer<typeof Snapshot>

const columns = sql`r.id, r.campaign_id, c.title as campaign_title, r.dispatch_id, d.state as dispatch_state,
  d.code as dispatch_code, r.as_of, r.period_from as "from", r.period_to as "to", r.kind, r.number, r.round_id,
  (r.snapshot ->> 'unitsAll')::int as units_all, (r.snapshot ->> 'unitsReporting')::int as units_reporting`
const tables = sql`reports r join campaigns c on c.id = r.campaign_id join dispatches d on d.id = r.dispatch_id`

const wanted = ({ campaign }: { campaign?: number }) => all([campaign && sql`r.campaign_id = ${campaign}`])

export const listReports = (db: Database, filter: { campaign?: number; before: number; limit: number }) =>
  db.many(
    ReportRow,
    sql`select ${columns} from ${tables} where ${wanted(filter)} and r.id < ${filter.before}
        order by r.id desc limit ${filter.limit}`,
  )

export const countReports = async (db: Database, filter: { campaign?: number }) =>
  (
    await db.one(
      z.object({ total: z.number() }),
      sql`select count(*)::int as total from reports r where ${wanted(filter)}`,
    )
  ).total

const Stored = ReportRow.extend({
  snapshot: Snapshot,
  ownerUnitId: z.number(),
  outline: Outline.or(z.tuple([])),
  texts: z.record(z.string(), ReportText),
  drafts: z.number(),
  ofReportId: z.number().nullable(),
  reason: z.string().nullable(),
})
export type StoredReport = z.infer<typeof Stored>

const stored = sql`select ${columns}, r.snapshot, r.owner_unit_id, r.outline, r.texts, r.drafts, r.of_report_id, r.reason
  from ${tables}`

export const findReport = (db: Database, id: number) => db.maybe(Stored, sql`${stored} where r.id = ${id}`)
export const findReportForUpdate = (db: Database, id: number) =>
  db.maybe(Stored, sql`${stored} where r.id = ${id} for update of r`)
export const findReportOfDispatch = (db: Database, dispatchId: number) =>
  db.maybe(Stored, sql`${stored} where r.dispatch_id = ${dispatchId}`)

export interface NewReport {
  /** Taken beforehand: the page of the report leads to it. */
  id: number
  campaignId: number
  ownerUnitId: number
  dispatchId: number
  asOf: string
  from: string | null
  to: string | null
  snapshot: Snapshot
  roundId: number | null
  kind: ReportRow['kind']
  ofReportId: number | null
  number: number | null
  reason: string | null
  outline: Outline
  texts: Record<string, ReportText>
  repliesToId: number | null
  by: string
}

/** The id that the next report gets. */
export const takeReportId = async (db: Database): Promise<number> =>
  (
    await db.one(
      z.object({ id: z.number() }),
      sql`select nextval(pg_get_serial_sequence('reports', 'id')) as id`,
    )
  ).id

export const insertReport = async (db: Database, report: NewReport) => {
  const snapshot = JSON.stringify(report.snapshot)
  await db.run(
    sql`insert into reports (id, campaign_id, owner_unit_id, dispatch_id, as_of, period_from, period_to, snapshot, round_id,
          kind, of_report_id, number, reason, outline, texts, replies_to_id, created_by, created_at)
        overriding system value
        values (${report.id}, ${report.campaignId}, ${report.ownerUnitId}, ${report.dispatchId}, ${report.asOf}, ${report.from},
          ${report.to}, ${snapshot}, ${report.roundId}, ${report.kind}, ${report.ofReportId}, ${report.number},
          ${report.reason}, ${JSON.stringify(report.outline)}, ${JSON.stringify(report.texts)}, ${report.repliesToId},
          ${report.by}, ${report.asOf})`,
  )
  await db.run(sql`insert into report_drafts (report_id, number, as_of, snapshot, made_by)
    values (${report.id}, 1, ${report.asOf}, ${snapshot}, ${report.by})`)
}

/** The next draft of the same report; the ones before stay. */
export const saveRedraft = async (
  db: Database,
  id: number,
  { drafts, asOf, snapshot, by }: { drafts: number; asOf: string; snapshot: Snapshot; by: string },
) => {
  const kept = JSON.stringify(snapshot)
  await db.run(sql`insert into report_drafts (report_id, number, as_of, snapshot, made_by)
    values (${id}, ${drafts}, ${asOf}, ${kept}, ${by})`)
  await db.run(sql`update reports set snapshot = ${kept}, as_of = ${asOf}, drafts = ${drafts}, version = version + 1
    where id = ${id}`)
}

export const findDraft = (db: Database, id: number, number: number) =>
  db.maybe(
    z.object({ snapshot: Snapshot }),
    sql`select snapshot from report_drafts where report_id = ${id} and number = ${number}`,
  )

export const saveText = async (
  db: Database,
  id: number,
  { block, text, at, by }: { block: string; text: ReportText; by: string; at: string },
) => {
  await db.run(sql`insert into report_texts (report_id, block, text, written_by, written_at)
    values (${id}, ${block}, ${text.text}, ${by}, ${at})`)
  await db.run(sql`update reports set texts = texts || ${JSON.stringify({ [block]: text })}::jsonb, version = version + 1
    where id = ${id}`)
}

export const listTexts = (
  db: Database,
  id: number,
  block: string,
  { before, limit }: { before: number; limit: number },
) =>
  db.many(
    z.object({
      id: z.number(),
      text: z.string(),
      by: z.object({ id: z.string(), name: z.string() }).nullable(),
      at: z.string(),
    }),
    sql`select t.id, t.text, t.written_at as at,
          case when p.id is null then null else json_build_object('id', p.id, 'name', p.name) end as by
        from report_texts t left join people p on p.id = t.written_by
        where t.report_id = ${id} and t.block = ${block} and t.id < ${before} order by t.id desc limit ${limit}`,
  )

export const countTexts = async (db: Database, id: number, block: string) =>
  (
    await db.one(
      z.object({ total: z.number() }),
      sql`select count(*)::int as total from report_texts where report_id = ${id} and block = ${block}`,
    )
  ).total

const link = sql`r.id, r.kind, r.number, d.code, d.dated as date, d.state`
const linked = sql`from reports r join dispatches d on d.id = r.dispatch_id`
/** The documents around a report: what it goes with, its supplements, what replaced it. */
export const findLink = (db: Database, id: number) =>
  db.maybe(ReportLink, sql`select ${link} ${linked} where r.id = ${id}`)
export const listFollowing = (db: Database, id: number) =>
  db.many(
    ReportLink,
    sql`select ${link} ${linked} where r.of_report_id = ${id} and r.kind <> 'main' order by r.id limit 100`,
  )

/** The reports of the units of a round, each with what its last submission says of the forms. */
export const listHandedIn = (db: Database, roundId: number) =>
  db.many(
    z.object({
      expectedId: z.number(),
      unit: UnitRef,
      state: z.enum(['waiting', 'submitted', 'returned', 'accepted', 'exempt']),
      submission: z.number(),
      reason: z.string().nullable(),
      forms: z.array(FormSaid),
    }),
    sql`select e.id as expected_id, ${unitJson} as unit, e.state, e.submissions as submission, e.exempt_reason as reason,
          coalesce(s.forms, '[]') as forms
        from expected_reports e join units u on u.id = e.unit_id
        left join report_submissions s on s.expected_id = e.id and s.number = e.submissions
        where e.round_id = ${roundId} order by e.id`,
  )

/** Reports of units that came after that moment. */
export const countNewer = async (db: Database, roundId: number | null, since: string) =>
  roundId === null
    ? 0
    : (
        await db.one(
          z.object({ newer: z.number() }),
          sql`select count(*)::int as newer from expected_reports
              where round_id = ${roundId} and state in ('submitted', 'accepted') and submitted_at > ${since}`,
        )
      ).newer

export const countReceived = (db: Database, campaignId: number) =>
  db.one(
    z.object({ delivered: z.number(), received: z.number() }),
    sql`select count(*)::int as delivered, count(*) filter (where handling in ('03', '04', '05', '06'))::int as received
        from deliveries where campaign_id = ${campaignId}`,
  )

/** The report of a round, in whatever state: pressed twice there is one, and once it is out it is supplemented or replaced. */
export const findReportOfRound = async (db: Database, roundId: number) =>
  (
    await db.maybe(
      z.object({ id: z.number() }),
      sql`select r.id from reports r where r.round_id = ${roundId} and r.kind <> 'supplement' order by r.id desc limit 1`,
    )
  )?.id ?? null
