import { OutLine } from '@loa/contract/registers'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { all, type Sql, sql } from '../database/sql.ts'

const outColumns = sql`n.id, n.series, n.number, n.state, n.purpose, n.reason, coalesce(n.code, d.code) as code, n.dispatch_id,
  d.dated, d.type, d.subject, d.tree ->> 'signerName' as signer,
  coalesce((select array_agg(r ->> 'name') from jsonb_array_elements(d.tree -> 'recipients') r), '{}') as recipients,
  d.tree ->> 'archive' as kept,
  (select count(*)::int from deliveries e where e.dispatch_id = d.id) as copies,
  (d.issued_at at time zone 'Asia/Ho_Chi_Minh')::date as sent_on, d.state as dispatch_state`

export interface OutFilter {
  unitId: number
  year: number
  series?: string | undefined
}
const ofYear = ({ unitId, year, series }: OutFilter): Sql =>
  all([sql`n.unit_id = ${unitId}`, sql`n.year = ${year}`, series && sql`n.series = ${series}`])

/** The newest number first. */
export const listOut = (db: Database, filter: OutFilter & { before: number; limit: number }) =>
  db.many(
    OutLine,
    sql`select ${outColumns} from dispatch_numbers n left join dispatches d on d.id = n.dispatch_id and n.state = 'used'
        where ${ofYear(filter)} and n.id < ${filter.before} order by n.id desc limit ${filter.limit}`,
  )

/** As it is bound: by series and number. */
export const listOutForPrint = (db: Database, filter: OutFilter & { limit: number }) =>
  db.many(
    OutLine,
    sql`select ${outColumns} from dispatch_numbers n left join dispatches d on d.id = n.dispatch_id and n.state = 'used'
        where ${ofYear(filter)} order by n.series, n.number limit ${filter.limit}`,
  )

export const countOut = async (db: Database, filter: OutFilter) =>
  (
    await db.one(
      z.object({ total: z.number() }),
      sql`select count(*)::int as total from dispatch_numbers n where ${ofYear(filter)}`,
    )
  ).total
