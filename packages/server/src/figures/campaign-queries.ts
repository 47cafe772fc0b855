/**
 * The figures of a campaign within some days, in the shapes of those of the whole campaign, so that a report may be of
 * either. Without days they are the running ones; with days what changed a moment ago is counted in as well.
 */
import type { Activity } from '@loa/contract/activities'
import { Amounts, Indicator, type Total } from '@loa/contract/figures'
import type { Period, Range } from '@loa/contract/periods'
import { UnitRef } from '@loa/contract/units'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { unitJson } from '../units/queries.ts'
import { type UnitValue, valuesIn } from './period-queries.ts'
import { indicatorColumns, listFigures, listUnitFigures } from './queries.ts'
import { totalOf } from './total.ts'

type Days = Period | Range | null
type UnitFigure = Awaited<ReturnType<typeof listUnitFigures>>[number]

/** As `listFigures`: the main indicators of its forms, and every other that was reported in those days. */
export const figuresIn = async (db: Database, campaignId: number, days: Days) => {
  if (days === null) return listFigures(db, campaignId)
  const values = await valuesOfCampaign(db, campaignId, days)
  return totalled(await listIndicators(db, campaignId), values)
}

/** As `listUnitFigures`: every unit of the campaign, those that have reported nothing in those days with nulls. */
export const unitFiguresIn = async (db: Database, campaignId: number, days: Days) => {
  if (days === null) return listUnitFigures(db, campaignId)
  const values = Map.groupBy(await valuesOfCampaign(db, campaignId, days), ({ unitId }) => unitId)
  const units = await db.many(
    z.object({ unit: UnitRef }),
    sql`select ${unitJson} as unit from campaign_units cu join units u on u.id = cu.unit_id
        where cu.campaign_id = ${campaignId} order by cu.ordinal`,
  )
  return units.flatMap(({ unit }): UnitFigure[] =>
    (values.get(unit.id) ?? [null]).map((own) => ({
      unit,
      indicator: own?.indicator ?? null,
      declared: own?.declared ?? null,
      proved: own?.proved ?? null,
    })),
  )
}

/**
 * Topic by topic. An activity of several topics is counted whole in each, so that the topics together may be more than the
 * campaign; whoever prints them prints that sentence as well.
 */
export const topicFiguresIn = async (db: Database, campaignId: number, days: Days) => {
  const indicators = await listIndicators(db, campaignId)
  const topics = await db.many(
    z.object({ id: z.number(), text: z.string() }),
    sql`select id, text from campaign_topics where campaign_id = ${campaignId} order by ordinal`,
  )
  const rows: { topicId: Activity['topics'][number]; text: string; indicators: Totalled[] }[] = []
  for (const { id, text } of topics)
    rows.push({
      topicId: id,
      text,
      indicators: totalled(indicators, await valuesOfCampaign(db, campaignId, days, id)).filter(
        ({ units }) => units > 0,
      ),
    })
  return rows
}

const valuesOfCampaign = async (
  db: Database,
  campaignId: number,
  days: Days,
  topicId: number | null = null,
) => {
  const { ownerUnitId } = await db.one(
    z.object({ ownerUnitId: z.number() }),
    sql`select owner_unit_id from campaigns where id = ${campaignId}`,
  )
  return valuesIn(db, { ownerUnitId, campaignId, topicId }, days, { isFresh: true })
}

const listIndicators = (db: Database, campaignId: number) =>
  db.many(
    Indicator,
    sql`select ${indicatorColumns} from indicators i
        where i.form in (select form from campaign_forms where campaign_id = ${campaignId}) order by i.ordinal`,
  )

type Totalled = Indicator & { amounts: Total; units: number }
const totalled = (indicators: Indicator[], values: UnitValue[]): Totalled[] => {
  const byCode = Map.groupBy(values, ({ indicator }) => indicator)
  return indicators.flatMap((indicator) => {
    const own = byCode.get(indicator.code) ?? []
    if (own.length === 0 && !indicator.main) return []
    const amounts = totalOf(
      indicator.aggregation,
      own.map((each) => Amounts.parse(each)),
    )
    return [{ ...indicator, amounts, units: own.length }]
  })
}
