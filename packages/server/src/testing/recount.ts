/** Period figures counted the plain way, activity by activity in JavaScript: what the roll-ups are held against. */
import { periodsOfDay } from '@loa/contract/periods'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { kindOf } from '../figures/period-kinds.ts'

const Said = z.object({
  id: z.string(),
  ownerUnitId: z.number(),
  campaignId: z.number(),
  unitId: z.number(),
  topics: z.array(z.number()),
  day: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  standing: z.enum(['proved', 'doubted', 'claimed']),
  indicator: z.string(),
  aggregation: z.enum(['sum', 'distinct', 'max', 'last', 'ratio']),
  typed: z.object({ quantity: z.number(), outOf: z.number().nullable(), things: z.array(z.string()) }),
  corrected: z
    .array(z.object({ quantity: z.number(), outOf: z.number().nullable(), things: z.array(z.string()) }))
    .nullable(),
})
type Said = z.infer<typeof Said>
type Value = Said['typed']

/** Every row there should be, by its key. */
export const recount = async (db: Database): Promise<Map<string, unknown>> => {
  const said = await db.many(
    Said,
    sql`select a.id, a.owner_unit_id, a.campaign_id, a.unit_id, a.happened_on as day, a.created_at, a.updated_at, a.standing,
          q.indicator, i.aggregation,
          (select coalesce(json_agg(t.topic_id), '[]') from activity_topics t where t.activity_id = a.id) as topics,
          json_build_object('quantity', q.quantity, 'outOf', q.out_of, 'things', q.things) as typed,
          (select json_agg(json_build_object('quantity', c.quantity, 'outOf', c.out_of, 'things', c.things) order by c.number)
            from quantity_corrections c where c.activity_id = a.id and c.indicator = q.indicator) as corrected
        from activities a join activity_quantities q on q.activity_id = a.id join indicators i on i.code = q.indicator`,
  )
  const cells = new Map<string, Said[]>()
  for (const each of said)
    for (const period of periodsOfDay(each.day)) {
      const isShort = period.kind === 'month' || period.kind === 'week'
      const scopes = isShort
        ? [[0, 0], [each.campaignId, 0], ...each.topics.map((topic) => [each.campaignId, topic])]
        : [[0, 0]]
      for (const [campaign, topic] of scopes) {
        const key = [
          each.ownerUnitId,
          campaign,
          topic,
          kindOf(period),
          period.from,
          each.unitId,
          each.indicator,
        ].join()
        cells.set(key, [...(cells.get(key) ?? []), each])
      }
    }
  return new Map([...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, all]) => [key, amountsOf(all)]))
}

/** The same rows as they are kept. */
export const kept = async (db: Database): Promise<Map<string, unknown>> => {
  const rows = await db.many(
    z.object({ key: z.string(), amounts: z.array(z.number()), lastAt: z.string() }),
    sql`select concat_ws(',', owner_unit_id, campaign_id, topic_id, kind, starts_on, unit_id, indicator) as key,
          json_build_array(declared, proved, claimed, doubted, corrected, activities) as amounts, last_at
        from period_figures`,
  )
  return new Map(
    rows
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map(({ key, amounts, lastAt }) => [key, { amounts: amounts.map(short), lastAt }]),
  )
}

const short = (value: number) => Math.round(value * 1e4) / 1e4

const amountsOf = (all: Said[]) => {
  const effective = (each: Said): Value => each.corrected?.at(-1) ?? each.typed
  const newest = all.toSorted((a, b) =>
    `${a.day} ${a.createdAt} ${a.id}` < `${b.day} ${b.createdAt} ${b.id}` ? 1 : -1,
  )[0]
  const whole = (of: (each: Said) => Value) => sum(all.map((each) => of(each).outOf ?? 0))
  const value = (of: (each: Said) => Value, standings: string[]): number => {
    const counted = all.filter(({ standing }) => standings.includes(standing))
    const numbers = counted.map((each) => of(each).quantity)
    switch (all[0]?.aggregation) {
      case 'max':
        return Math.max(0, ...numbers)
      case 'last':
        return newest && counted.includes(newest) ? of(newest).quantity : 0
      case 'ratio':
        return short((100 * sum(numbers)) / whole(of))
      case 'distinct':
        return new Set(counted.flatMap((each) => of(each).things.map((name) => name.toLowerCase()))).size
      default:
        return sum(numbers)
    }
  }
  const proved = value(effective, ['proved'])
  const shown = value(effective, ['proved', 'doubted'])
  const held = value(effective, ['proved', 'doubted', 'claimed'])
  const declared = value(({ typed }) => typed, ['proved', 'doubted', 'claimed'])
  return {
    amounts: [declared, proved, held - shown, shown - proved, declared - held, all.length].map(short),
    lastAt: all
      .map(({ updatedAt }) => updatedAt)
      .toSorted()
      .at(-1),
  }
}
const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0)
