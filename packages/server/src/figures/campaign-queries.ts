/**
 * The figures of a campaign, of the whole of it or within some days, unit by unit and topic by topic. Without days they are the
 * running ones; with days what changed a moment ago is counted in as well.
 */
import { Amounts } from '@loa/contract/figures'
import type { Period, Range } from '@loa/contract/periods'
import { UnitRef } from '@loa/contract/units'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { unitJson } from '../units/queries.ts'
import { valuesIn } from './period-queries.ts'

type Days = Period | Range | null

/** Every unit of the campaign in the order of the addressees, with its figures; a unit without any has none. */
export const unitFiguresIn = async (db: Database, campaignId: number, days: Days) => {
  const units = await db.many(
    z.object({ unit: UnitRef }),
    sql`select ${unitJson} as unit from campaign_units cu join units u on u.id = cu.unit_id
        where cu.campaign_id = ${campaignId} order by cu.ordinal`,
  )
  const values = Map.groupBy(
    days === null
      ? await runningValues(db, campaignId)
      : await valuesIn(db, { ownerUnitId: await ownerOf(db, campaignId), campaignId, topicId: null }, days, {
          isFresh: true,
        }),
    ({ unitId }) => unitId,
  )
  return units.map(({ unit }) => ({
    unit,
    byIndicator: Object.fromEntries(
      (values.get(unit.id) ?? []).map((value) => [value.indicator, Amounts.parse(value)]),
    ),
  }))
}

/**
 * Declared sums topic by topic, of these units. An activity of several topics is counted whole in each, so that the topics together
 * may be more than the campaign; whoever prints them prints that sentence as well.
 */
export const topicFiguresIn = async (db: Database, campaignId: number, days: Days, units: number[]) => {
  const sums = await db.many(
    z.object({ code: z.string() }),
    sql`select code from indicators where aggregation = 'sum'`,
  )
  const added = new Set(sums.map(({ code }) => code))
  const topics = await db.many(
    z.object({ id: z.number(), ordinal: z.number(), text: z.string() }),
    sql`select id, ordinal, text from campaign_topics where campaign_id = ${campaignId} order by ordinal`,
  )
  const ownerUnitId = await ownerOf(db, campaignId)
  const rows: { ordinal: number; text: string; byIndicator: Record<string, number> }[] = []
  for (const { id, ordinal, text } of topics) {
    const byIndicator: Record<string, number> = {}
    const scope = { ownerUnitId, campaignId, topicId: id }
    for (const { indicator, declared } of await valuesIn(db, scope, days, { units, isFresh: true }))
      if (added.has(indicator)) byIndicator[indicator] = (byIndicator[indicator] ?? 0) + declared
    rows.push({ ordinal, text, byIndicator })
  }
  return rows
}

const runningValues = (db: Database, campaignId: number) =>
  db.many(
    Amounts.extend({ unitId: z.number(), indicator: z.string() }),
    sql`select unit_id, indicator, declared, proved, claimed, doubted, corrected, activities
        from figures where campaign_id = ${campaignId}`,
  )

const ownerOf = async (db: Database, campaignId: number) =>
  (
    await db.one(
      z.object({ ownerUnitId: z.number() }),
      sql`select owner_unit_id from campaigns where id = ${campaignId}`,
    )
  ).ownerUnitId
