/** What an annex needs beside the values: its units, those of today, and the plans. */
import { Indicator } from '@loa/contract/figures'
import { type Period, type Range, samePeriodLastYear, sinceNewYear } from '@loa/contract/periods'
import { UnitRef, type UnitsOf } from '@loa/contract/units'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { all, sql } from '../database/sql.ts'
import { unitAs } from '../units/queries.ts'
import { type AnnexRow, type AnnexUnit, annexOf } from './annex.ts'
import { type Scope, valuesIn } from './period-queries.ts'
import { indicatorColumns } from './queries.ts'

export interface AnnexOf extends Scope {
  period: Period
  units: UnitsOf
  /** Only this one. */
  indicator?: string | undefined
}

export interface Annex {
  indicators: Indicator[]
  rows: AnnexRow[]
  totals: AnnexRow['cells']
  lastYear: Range
  sinceNewYear: Range
}

/**
 * Every unit × indicator of a period: what it is in the period, since the start of the year, in the same period of last year,
 * and the plan. Totals are null where the indicator is no sum and several units have a value.
 */
export const periodAnnex = async (
  db: Database,
  { period, units, indicator, ...scope }: AnnexOf,
): Promise<Annex> => {
  const [before, since] = [samePeriodLastYear(period), sinceNewYear(period)]
  const values = {
    amounts: await valuesIn(db, scope, period),
    sinceNewYear: await valuesIn(db, scope, since),
    lastYear: await valuesIn(db, scope, before),
    plans: scope.topicId === null ? await plansIn(db, scope, since) : [],
  }
  const codes = new Set(
    indicator ? [indicator] : Object.values(values).flatMap((each) => each.map((value) => value.indicator)),
  )
  const indicators = await db.many(
    Indicator,
    sql`select ${indicatorColumns} from indicators i where i.code = any (${[...codes]}) order by i.ordinal`,
  )
  const { rows, totals } = annexOf(await listAnnexUnits(db, scope, units), values, indicators)
  return { indicators, rows, totals, lastYear: before, sinceNewYear: since }
}

/** Units that were given a duty: those of then, or who holds the newest of their duties today. */
const listAnnexUnits = (
  db: Database,
  { ownerUnitId, campaignId }: Scope,
  units: UnitsOf,
): Promise<AnnexUnit[]> => {
  const given = sql`select distinct on (d.unit_id) d.unit_id, d.holder_unit_id from duties d where ${all([
    sql`d.owner_unit_id = ${ownerUnitId}`,
    campaignId !== null && sql`d.campaign_id = ${campaignId}`,
  ])} order by d.unit_id, d.id desc`
  const shown = units === 'today' ? sql`g.holder_unit_id` : sql`g.unit_id`
  return db.many(
    z.object({ unit: UnitRef, parts: z.array(UnitRef) }),
    sql`select ${unitAs('u')} as unit, l.parts
        from (select ${shown} as unit_id, coalesce(json_agg(${unitAs('w')} order by w.folded)
              filter (where g.unit_id <> ${shown}), '[]') as parts
            from (${given}) g join units w on w.id = g.unit_id group by 1) l
        join units u on u.id = l.unit_id order by u.folded, u.id`,
  )
}

/** The targets of the campaigns that run in those days; of a campaign without days, of the day it was made. */
const plansIn = (db: Database, { ownerUnitId, campaignId }: Scope, { from, to }: Range) =>
  db.many(
    z.object({ unitId: z.number(), indicator: z.string(), plan: z.number() }),
    sql`select d.unit_id, t.indicator, sum(t.plan) as plan
        from duties d join duty_targets t on t.duty_id = d.id join campaigns c on c.id = d.campaign_id
        where ${all([
          sql`d.owner_unit_id = ${ownerUnitId}`,
          campaignId !== null && sql`d.campaign_id = ${campaignId}`,
          campaignId === null &&
            sql`coalesce(c.period_from, c.created_at::date) <= ${to}::date
                and coalesce(c.period_to, c.period_from, c.created_at::date) >= ${from}::date`,
        ])}
        group by d.unit_id, t.indicator`,
  )
