import { GetPeriodFigures } from '@loa/contract/period-figures'
import { periodOfCode } from '@loa/contract/period-names'
import { Problem } from '@loa/contract/problem'
import { UnitRef } from '@loa/contract/units'
import { z } from 'zod'
import { findCampaign, listTopics } from '../campaigns/queries.ts'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { orNotFound, route } from '../http/endpoint.ts'
import { cursorId } from '../http/page.ts'
import { type Actor, ownUnits } from '../people/actor.ts'
import { unitJson } from '../units/queries.ts'
import { periodAnnex } from './annex-queries.ts'
import { countWaiting } from './period-queries.ts'

export const periodFigureRoutes = [
  route(GetPeriodFigures, async ({ db, actor, query }) => {
    const campaign = query.campaign
      ? orNotFound(await findCampaign(db, query.campaign), 'campaign', query.campaign)
      : null
    const topics = campaign ? await listTopics(db, campaign.id) : []
    if (query.topic && !topics.some(({ id }) => id === query.topic))
      throw new Problem('thing.not-found', { what: 'topic', id: query.topic })
    const period = periodOfCode(query.period, campaign && (await campaignDays(db, campaign)))
    if (!period) throw new Problem('period.unknown', { period: query.period })
    const owner = campaign?.owner ?? (await ownerFor(db, actor))
    const scope = {
      ownerUnitId: owner.id,
      campaignId: campaign?.id ?? null,
      topicId: query.topic ?? null,
    }
    const { rows, lastYear, sinceNewYear, ...annex } = await periodAnnex(db, {
      ...scope,
      period,
      units: query.units,
      indicator: query.indicator,
    })
    // The units of one owner: some hundreds, in one order; the cursor is how many were given.
    const from = cursorId(query.cursor, 0)
    const page = rows.slice(from, from + query.limit)
    const next = from + page.length < rows.length && page.length > 0 ? String(from + page.length) : null
    return {
      ...annex,
      period: daysOf(period),
      sinceNewYear: daysOf(sinceNewYear),
      lastYear: daysOf(lastYear),
      owner,
      campaign: campaign && { id: campaign.id, title: campaign.title },
      topics: topics.map(({ id, text }) => ({ id, text })),
      rows: page,
      next,
      total: rows.length,
      reporting: rows.filter(({ cells }) => Object.values(cells).some(({ amounts }) => amounts !== undefined))
        .length,
      waiting: await countWaiting(db, scope),
    }
  }),
]

const daysOf = ({ from, to }: { from: string; to: string }) => ({ from, to })

/** As it was ordered; where the order names no days, from the first thing done to the last. */
const campaignDays = async (
  db: Database,
  { id, from, to }: { id: number; from: string | null; to: string | null },
) => {
  const done = await db.one(
    z.object({ first: z.string().nullable(), last: z.string().nullable() }),
    sql`select min(happened_on) as first, max(happened_on) as last from activities where campaign_id = ${id}`,
  )
  const days = { from: from ?? done.first ?? to, to: to ?? done.last ?? from }
  return days.from && days.to && days.from <= days.to ? { from: days.from, to: days.to } : null
}

/** The person's own unit where it gives orders; else the one whose order it was given last. */
const ownerFor = async (db: Database, actor: Actor) => {
  const units = ownUnits(actor)
  const found = await db.maybe(
    z.object({ unit: UnitRef }),
    sql`select ${unitJson} as unit from (
          (select c.owner_unit_id as id, 0 as place from campaigns c where c.owner_unit_id = any (${units}) order by c.id desc limit 1)
          union all
          (select d.owner_unit_id, 1 from duties d where d.holder_unit_id = any (${units}) order by d.id desc limit 1)) o
        join units u on u.id = o.id order by o.place limit 1`,
  )
  return found?.unit ?? actor.unit
}
