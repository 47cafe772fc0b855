import { Report, ReportRow } from '@loa/contract/reports'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { all, sql } from '../database/sql.ts'

/** What a report keeps of the figures: a signed report does not change when a figure does. */
export const Snapshot = z.object({
  figures: Report.shape.figures,
  missing: Report.shape.missing,
  unitsAll: z.number(),
  unitsReporting: z.number(),
  /** Everything the tables are made of. */
  ground: z.unknown(),
})
export type Snapshot = z.infer<typeof Snapshot>

const columns = sql`r.id, r.campaign_id, c.title as campaign_title, r.dispatch_id, d.state as dispatch_state,
  d.code as dispatch_code, r.as_of, r.period_from as "from", r.period_to as "to",
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

export const findReport = (db: Database, id: number) =>
  db.maybe(
    ReportRow.extend({ snapshot: Snapshot }),
    sql`select ${columns}, r.snapshot from ${tables} where r.id = ${id}`,
  )

export const insertReport = async (
  db: Database,
  report: {
    campaignId: number
    ownerUnitId: number
    dispatchId: number
    asOf: string
    from: string | null
    to: string | null
    snapshot: Snapshot
    by: string
  },
) =>
  (
    await db.one(
      z.object({ id: z.number() }),
      sql`insert into reports (campaign_id, owner_unit_id, dispatch_id, as_of, period_from, period_to, snapshot,
            created_by, created_at)
          values (${report.campaignId}, ${report.ownerUnitId}, ${report.dispatchId}, ${report.asOf}, ${report.from},
            ${report.to}, ${JSON.stringify(report.snapshot)}, ${report.by}, ${report.asOf}) returning id`,
    )
  ).id

export const countReceived = (db: Database, campaignId: number) =>
  db.one(
    z.object({ delivered: z.number(), received: z.number() }),
    sql`select count(*)::int as delivered, count(*) filter (where status in ('03', '06'))::int as received
        from deliveries where campaign_id = ${campaignId}`,
  )
