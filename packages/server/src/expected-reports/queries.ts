import {
  ExpectedReport,
  ExpectedReportRow,
  type ExpectedState,
  FigureLine,
  Gap,
  ReportSubmission,
} from '@loa/contract/expected-reports'
import { Amounts, Indicator } from '@loa/contract/figures'
import { Form } from '@loa/contract/plans'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { all, type Sql, sql } from '../database/sql.ts'
import { valuesIn } from '../figures/period-queries.ts'
import { indicatorColumns } from '../figures/queries.ts'
import { isLate } from '../rounds/queries.ts'
import { holderJson, ownerJson, unitAs, unitJson } from '../units/queries.ts'

const rowColumns = (now: string): Sql => sql`e.id, e.round_id, e.campaign_id, e.duty_id, ${unitJson} as unit,
  ${holderJson} as holder, e.state, e.due_at, ${isLate(now)} as late, e.submissions, e.submitted_at, e.findings, e.exempt_reason`
const tables = sql`expected_reports e join duties du on du.id = e.duty_id join units u on u.id = e.unit_id
  join units h on h.id = du.holder_unit_id`

export interface ExpectedFilter {
  q?: string
  state?: ExpectedState
  show?: 'late' | 'findings' | 'clean'
}
const wanted = (roundId: number, { q, state, show }: ExpectedFilter, now: string) =>
  all([
    sql`e.round_id = ${roundId}`,
    q &&
      sql`u.folded || ' ' || h.folded like '%' || replace(replace(loa_fold(${q}), '%', ''), '_', '') || '%'`,
    state && sql`e.state = ${state}`,
    show === 'late' && isLate(now),
    show === 'findings' && sql`e.state = 'submitted' and e.findings <> '[]'`,
    show === 'clean' && sql`e.state = 'submitted' and e.findings = '[]'`,
  ])

/** In the order of the duties, which is that of the addressees. */
export const listExpected = (
  db: Database,
  roundId: number,
  filter: ExpectedFilter,
  { after, limit, now }: { after: number; limit: number; now: string },
) =>
  db.many(
    ExpectedReportRow,
    sql`select ${rowColumns(now)} from ${tables} where ${wanted(roundId, filter, now)} and e.id > ${after}
        order by e.id limit ${limit}`,
  )

export const countMatching = async (db: Database, roundId: number, filter: ExpectedFilter, now: string) =>
  (
    await db.one(
      z.object({ total: z.number() }),
      sql`select count(*)::int as total from ${tables} where ${wanted(roundId, filter, now)}`,
    )
  ).total

export const listOfDuty = (
  db: Database,
  dutyId: number,
  { before, limit, now }: { before: number; limit: number; now: string },
) =>
  db.many(
    ExpectedReportRow.extend({
      kind: ExpectedReport.shape.round.shape.kind,
      from: z.string().nullable(),
      to: z.string(),
      comments: z.array(z.string()),
    }),
    sql`select ${rowColumns(now)}, r.kind, r.period_from as "from", r.period_to as "to",
          coalesce((select json_agg(c.text order by c.id) from report_comments c
            where c.expected_id = e.id and c.number = e.submissions and e.state = 'returned'), '[]') as comments
        from ${tables} join report_rounds r on r.id = e.round_id
        where e.duty_id = ${dutyId} and e.id < ${before} order by e.id desc limit ${limit}`,
  )

export const countOfDuty = async (db: Database, dutyId: number) =>
  (
    await db.one(
      z.object({ total: z.number() }),
      sql`select count(*)::int as total from expected_reports where duty_id = ${dutyId}`,
    )
  ).total

const Stored = ExpectedReportRow.extend({
  campaignTitle: z.string(),
  owner: ExpectedReport.shape.owner,
  version: z.number(),
  round: ExpectedReport.shape.round,
  unitId: z.number(),
  holderUnitId: z.number(),
  ownerUnitId: z.number(),
  /** The report of the body for this round is issued, and nothing can be added to it. */
  closed: z.boolean(),
})
export type StoredExpected = z.infer<typeof Stored>

const stored = (
  now: string,
): Sql => sql`select ${rowColumns(now)}, c.title as campaign_title, ${ownerJson} as owner,
    e.version, e.unit_id, du.holder_unit_id, e.owner_unit_id,
    json_build_object('kind', r.kind, 'from', r.period_from, 'to', r.period_to, 'cutOff', r.cut_off) as round,
    r.reported_at is not null as closed
  from ${tables} join report_rounds r on r.id = e.round_id join campaigns c on c.id = e.campaign_id
    join units o on o.id = e.owner_unit_id`

export const findExpected = (db: Database, id: number, now: string) =>
  db.maybe(Stored, sql`${stored(now)} where e.id = ${id}`)
/** Only this unit's row is locked: others submit at the same moment without waiting. */
export const findExpectedForUpdate = (db: Database, id: number, now: string) =>
  db.maybe(Stored, sql`${stored(now)} where e.id = ${id} for update of e`)

export const listCampaignForms = async (db: Database, campaignId: number) =>
  (
    await db.many(
      z.object({ form: Form }),
      sql`select form from campaign_forms where campaign_id = ${campaignId}
          order by (select min(i.ordinal) from indicators i where i.form = campaign_forms.form)`,
    )
  ).map(({ form }) => form)

/** Indicators a report of this duty may show, each with what stands now within the days of the round, and what was planned. */
export const listNow = async (
  db: Database,
  expected: Pick<StoredExpected, 'dutyId' | 'campaignId' | 'unitId' | 'ownerUnitId' | 'round'>,
) => {
  const { ownerUnitId, campaignId, unitId, round } = expected
  const values = await valuesIn(
    db,
    { ownerUnitId, campaignId, topicId: null },
    // Without a first day: from the beginning of the campaign.
    { from: round.from ?? '0001-01-01', to: round.to },
    { units: [unitId], isFresh: true },
  )
  const amounts = new Map(values.map((value) => [value.indicator, Amounts.parse(value)]))
  const indicators = await db.many(
    Indicator.extend({ plan: z.number().nullable() }),
    sql`select ${indicatorColumns}, t.plan from indicators i
        left join duty_targets t on t.duty_id = ${expected.dutyId} and t.indicator = i.code
        where i.form in (select form from campaign_forms where campaign_id = ${campaignId})
          and (i.main or t.indicator is not null or i.code = any (${[...amounts.keys()]}))
        order by i.ordinal`,
  )
  return indicators.map((indicator) => ({ ...indicator, amounts: amounts.get(indicator.code) ?? null }))
}

/** What the report of the round before said: the last one that was submitted for the same duty. */
export const findBefore = async (db: Database, expected: { id: number; dutyId: number }) =>
  (
    await db.maybe(
      z.object({ snapshot: z.array(FigureLine) }),
      sql`select e.snapshot from expected_reports e where e.duty_id = ${expected.dutyId} and e.id < ${expected.id}
            and e.snapshot is not null order by e.id desc limit 1`,
    )
  )?.snapshot ?? []

/** The units below that have not been decided upon, in the round of the unit's own campaign that works towards this one. */
export const findBelow = (db: Database, expectedId: number) =>
  db.maybe(
    z.object({
      roundId: z.number(),
      campaignId: z.number(),
      all: z.number(),
      decided: z.number(),
      gaps: z.array(Gap),
    }),
    sql`select r.id as round_id, r.campaign_id, count(*)::int as all,
          count(*) filter (where e.state in ('accepted', 'exempt'))::int as decided,
          coalesce(json_agg(json_build_object('unit', ${unitAs('u')}, 'state', e.state) order by e.id)
            filter (where e.state not in ('accepted', 'exempt')), '[]') as gaps
        from report_rounds r join expected_reports e on e.round_id = r.id join units u on u.id = e.unit_id
        where r.answers_id = ${expectedId} group by r.id order by r.id limit 1`,
  )

export const listSubmissions = (db: Database, expectedId: number) =>
  db.many(
    ReportSubmission.omit({ changes: true }),
    sql`select s.number, ${unitJson} as unit, s.figures, s.forms, s.narrative, s.gaps, s.submitted_at as at,
          case when p.id is null then null else json_build_object('id', p.id, 'name', p.name) end as by,
          r.id as dispatch_id, r.code as dispatch_code
        from report_submissions s join units u on u.id = s.unit_id left join people p on p.id = s.submitted_by
        left join dispatches r on r.id = s.dispatch_id
        where s.expected_id = ${expectedId} order by s.number desc limit 50`,
  )

export const listComments = (db: Database, expectedId: number) =>
  db.many(
    ExpectedReport.shape.comments.element,
    sql`select c.id, c.number, c.indicator, c.text, c.at, json_build_object('id', p.id, 'name', p.name) as person
        from report_comments c join people p on p.id = c.person_id where c.expected_id = ${expectedId}
        order by c.id desc limit 200`,
  )
