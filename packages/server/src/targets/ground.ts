/** What the rules of a plan are measured on: the campaign, its units, and what they have. */
import type { GroupQuery } from '@loa/contract/address-groups'
import type { TargetRule } from '@loa/contract/targets'
import { UnitRef } from '@loa/contract/units'
import { z } from 'zod'
import { type Ground as Directory, membersOf } from '../address-groups/address-group.ts'
import { groundOf as directoryOf } from '../address-groups/queries.ts'
import { listIndicators, listTopics } from '../campaigns/queries.ts'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { unitJson } from '../units/queries.ts'
import type { Ground } from './expand.ts'

export interface PlanCampaign {
  id: number
  from: string | null
  to: string | null
  /** The day whose units it names. */
  planOn: string
}

/** Units that are addressed see the campaign, and not how its owner plans it. */
export const findPlanCampaign = (db: Database, id: number) =>
  db.maybe(
    z.object({
      id: z.number(),
      ownerUnitId: z.number(),
      state: z.string(),
      from: z.string().nullable(),
      to: z.string().nullable(),
      planOn: z.string(),
    }),
    sql`select c.id, c.owner_unit_id, c.state, c.period_from as "from", coalesce(c.period_to, c.deadline) as "to",
          coalesce(d.plan_on, (c.created_at at time zone 'Asia/Ho_Chi_Minh')::date) as plan_on
        from campaigns c left join dispatches d on d.id = c.source_dispatch_id
        where c.id = ${id} and (loa_system() or c.owner_unit_id = any ((select loa_units())::integer[]))`,
  )

export interface PlanUnit {
  unit: UnitRef
  dutyId: number | null
}

export const listPlanUnits = (db: Database, campaignId: number): Promise<PlanUnit[]> =>
  db.many(
    z.object({ unit: UnitRef, dutyId: z.number().nullable() }),
    sql`select ${unitJson} as unit, d.id as duty_id
        from campaign_units cu join units u on u.id = cu.unit_id
        left join duties d on d.campaign_id = cu.campaign_id and d.unit_id = cu.unit_id
        where cu.campaign_id = ${campaignId} order by cu.ordinal`,
  )

export const readGround = async (
  db: Database,
  campaign: PlanCampaign,
  units: PlanUnit[],
  rules: TargetRule[],
): Promise<Ground> => ({
  units: units.map(({ unit }) => unit.id),
  topics: (await listTopics(db, campaign.id)).map(({ id }) => id),
  indicators: await listIndicators(db, campaign.id),
  period: { from: campaign.from, to: campaign.to },
  reach: await readReach(db, campaign, units, rules),
})

/** Each rule's conditions once, whatever is asked of the units. */
const readReach = async (
  db: Database,
  campaign: PlanCampaign,
  units: PlanUnit[],
  rules: TargetRule[],
): Promise<Ground['reach']> => {
  const facilities = await db.many(
    z.object({
      unitId: z.number(),
      kind: z.string(),
      validFrom: z.string().nullable(),
      validTo: z.string().nullable(),
    }),
    sql`select unit_id, kind, valid_from, valid_to from unit_facilities`,
  )
  const all = new Set(units.map(({ unit }) => unit.id))
  const directories = new Map<string, Directory>()
  const reached = new Map<string, ReadonlySet<number>>()
  for (const rule of rules) {
    const key = keyOf(rule)
    if (reached.has(key)) continue
    const directory =
      directories.get(rule.units.words) ?? (await directoryOf(db, rule.units.words, campaign.planOn))
    directories.set(rule.units.words, directory)
    const named = isEverybody(rule.units)
      ? all
      : new Set(membersOf(rule.units, directory).in.map(({ id }) => id))
    const from = rule.from ?? campaign.from ?? campaign.planOn
    const to = rule.to ?? campaign.to ?? from
    const having = new Set(
      facilities
        .filter(
          ({ kind, validFrom, validTo }) =>
            kind === rule.facility &&
            (validFrom === null || validFrom <= to) &&
            (validTo === null || validTo >= from),
        )
        .map(({ unitId }) => directory.bodyOf(unitId)),
    )
    reached.set(
      key,
      rule.facility === null ? named : new Set([...named].filter((id) => having.has(directory.bodyOf(id)))),
    )
  }
  return (rule) => reached.get(keyOf(rule)) ?? new Set()
}

const keyOf = ({ units, facility, from, to }: TargetRule) => JSON.stringify([units, facility, from, to])

/** No condition: all but those that are excepted, which an address group would call nobody. */
const isEverybody = ({ types, belowUnitId, words, areas, exceptUnitIds, extraUnitIds }: GroupQuery) =>
  types.length + areas.length + exceptUnitIds.length + extraUnitIds.length === 0 &&
  belowUnitId === null &&
  words === ''
