/** The figures of a unit's accepted reports are taken into the campaign they answer. */
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { refold } from './fold.ts'
import { countedReports } from './intake.ts'

const Duty = z.object({
  dutyId: z.number(),
  campaignId: z.number(),
  unitId: z.number(),
  ownerUnitId: z.number(),
})

/**
 * Written anew for the duties of these expected reports, so that it may run twice. Reports that were handed in by hand say what
 * the activities here say already: only those that came as a document of the unit's own campaign are taken in. What counted stays
 * while a newer document of the same report waits to be looked at.
 */
export const takeIn = async (db: Database, expectedIds: readonly number[], at: string): Promise<void> => {
  const duties = await db.many(
    Duty,
    sql`select distinct duty_id, campaign_id, unit_id, owner_unit_id from expected_reports e
        where id = any (${expectedIds}) and (report_id is not null or ${isTaken}) order by duty_id`,
  )
  for (const duty of duties) {
    // Two of its reports accepted at once: the second sees the first, so that no day counts twice.
    await db.run(sql`select pg_advisory_xact_lock(hashtextextended(${`taken in ${duty.dutyId}`}, 0))`)
    const accepted = await db.many(
      z.object({ expectedId: z.number(), from: z.string().nullable(), to: z.string(), waits: z.boolean() }),
      sql`select e.id as expected_id, r.period_from as "from", r.period_to as "to", e.state = 'submitted' as waits
          from expected_reports e join report_rounds r on r.id = e.round_id
          where e.duty_id = ${duty.dutyId} and (
            (e.state = 'accepted' and e.report_id is not null) or (e.state = 'submitted' and ${isTaken}))`,
    )
    const counted = countedReports(accepted)
    await replaceTaken(
      db,
      duty,
      {
        kept: counted.filter(({ waits }) => waits).map(({ expectedId }) => expectedId),
        anew: counted.filter(({ waits }) => !waits).map(({ expectedId }) => expectedId),
      },
      at,
    )
  }
}

/** Of `expected_reports e`: an earlier acceptance of it counts. */
const isTaken = sql`exists (select from taken_figures t where t.expected_id = e.id)`

const replaceTaken = async (
  db: Database,
  { campaignId, unitId, ownerUnitId }: z.infer<typeof Duty>,
  { kept, anew }: { kept: number[]; anew: number[] },
  at: string,
) => {
  const Code = z.object({ indicator: z.string() })
  const before = await db.many(
    Code,
    sql`delete from taken_figures where campaign_id = ${campaignId} and unit_id = ${unitId}
          and not (expected_id = any (${kept})) returning indicator`,
  )
  const after = await db.many(
    Code,
    sql`insert into taken_figures (expected_id, campaign_id, unit_id, owner_unit_id, indicator, dispatch_id, declared, proved,
          claimed, doubted, corrected, activities)
        select e.id, e.campaign_id, e.unit_id, e.owner_unit_id, line ->> 'indicator', s.dispatch_id,
          (a ->> 'declared')::numeric, (a ->> 'proved')::numeric, (a ->> 'claimed')::numeric, (a ->> 'doubted')::numeric,
          coalesce((a ->> 'corrected')::numeric, 0), (a ->> 'activities')::int
        from expected_reports e join report_submissions s on s.expected_id = e.id and s.number = e.submissions
        cross join jsonb_array_elements(e.snapshot) as line cross join lateral (select line -> 'amounts' as a) amounts
        where e.id = any (${anew}) and exists (select from indicators i where i.code = line ->> 'indicator')
        returning indicator`,
  )
  const indicators = [...before, ...after].map(({ indicator }) => indicator)
  await refold(db, { campaignId, unitId, ownerUnitId }, indicators, at)
}
