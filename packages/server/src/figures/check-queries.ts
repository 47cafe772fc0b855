/** What the rules of `checks.ts` look at, and their findings as they are kept. */
import { FigureCheck } from '@loa/contract/figure-checks'
import { periodOf, previous } from '@loa/contract/periods'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { all, instantJson, sql } from '../database/sql.ts'
import { unitJson } from '../units/queries.ts'
import { type Finding, impossible, jumps, tooMuch, unproved } from './checks.ts'
import type { Pair } from './fold-periods.ts'
import { lastCorrection } from './values.ts'

/** Looks at these units anew: what is no longer so is asked no longer, and what was answered stays answered. */
export const recheck = async (db: Database, pairs: readonly Pair[], at: string): Promise<void> => {
  if (pairs.length === 0) return
  const given = JSON.stringify(pairs)
  const found = (await findOdd(db, given)).map(({ found, against, ...each }) => ({
    ...each,
    numbers: `${found}/${against}`,
  }))
  const rows = sql`jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as f("campaignId" bigint, "unitId" integer, rule text,
    indicator text, subject text, numbers text, size numeric)`
  await db.run(sql`delete from figure_checks k
    using jsonb_to_recordset(${given}::jsonb) as p("campaignId" bigint, "unitId" integer)
    where k.campaign_id = p."campaignId" and k.unit_id = p."unitId" and k.answer is null and not exists (
      select from ${rows} where f."campaignId" = k.campaign_id and f."unitId" = k.unit_id and f.rule = k.rule
        and f.indicator = k.indicator and f.subject = k.subject and f.numbers = k.numbers)`)
  await db.run(sql`insert into figure_checks (campaign_id, unit_id, owner_unit_id, rule, indicator, subject, numbers, size, found_at)
    select c.id, f."unitId", c.owner_unit_id, f.rule, f.indicator, f.subject, f.numbers, f.size, ${at}
    from ${rows} join campaigns c on c.id = f."campaignId"
    on conflict do nothing`)
}

const findOdd = async (db: Database, given: string): Promise<(Finding & { campaignId: number })[]> => {
  const Of = z.object({ campaignId: z.number(), unitId: z.number(), indicator: z.string() })
  const pairs = sql`jsonb_to_recordset(${given}::jsonb) as p("campaignId" bigint, "unitId" integer)`
  const figures = await db.many(
    Of.extend({ counts: z.number(), proved: z.number() }),
    sql`select f.campaign_id, f.unit_id, f.indicator, f.declared - f.corrected as counts, f.proved
        from ${pairs} join figures f on f.campaign_id = p."campaignId" and f.unit_id = p."unitId"
        join indicators i on i.code = f.indicator where i.aggregation = 'sum'`,
  )
  const months = await db.many(
    Of.extend({ startsOn: z.string(), value: z.number() }),
    sql`select f.campaign_id, f.unit_id, f.indicator, f.starts_on, f.declared - f.corrected as value
        from ${pairs} join campaigns c on c.id = p."campaignId"
        join period_figures f on f.owner_unit_id = c.owner_unit_id and f.campaign_id = c.id and f.topic_id = 0
          and f.kind = 'adm-month' and f.unit_id = p."unitId"
        join indicators i on i.code = f.indicator where i.aggregation = 'sum'`,
  )
  const activities = await db.many(
    Of.omit({ indicator: true }).extend({ id: z.string(), quantities: z.record(z.string(), z.number()) }),
    sql`select a.campaign_id, a.unit_id, a.id,
          jsonb_object_agg(q.indicator, case when c.id is null then q.quantity else c.quantity end) as quantities
        from ${pairs} join activities a on a.campaign_id = p."campaignId" and a.unit_id = p."unitId"
        join activity_quantities q on q.activity_id = a.id ${lastCorrection}
        where a.form in (select form from indicators where code = any (${Object.keys(impossible)}))
        group by a.id having bool_or(q.quantity >= 24)`,
  )
  const found = <Row extends { campaignId: number }>(rows: Row[], look: (own: Row[]) => Finding[]) =>
    [...Map.groupBy(rows, ({ campaignId }) => campaignId)].flatMap(([campaignId, own]) =>
      look(own).map((finding) => ({ ...finding, campaignId })),
    )
  return [
    ...found(months, (own) => jumps(withBefore(own))),
    ...found(figures, unproved),
    ...found(activities, tooMuch),
  ]
}

/** Each month with the one before; a month in which nothing was reported is not compared, being no number. */
const withBefore = (
  rows: readonly { unitId: number; indicator: string; startsOn: string; value: number }[],
) => {
  const keyOf = (unitId: number, indicator: string, startsOn: string) => `${unitId} ${indicator} ${startsOn}`
  const values = new Map(rows.map((row) => [keyOf(row.unitId, row.indicator, row.startsOn), row.value]))
  return rows.flatMap(({ unitId, indicator, startsOn, value }) => {
    const month = periodOf(startsOn, 'month', 'administrative')
    const before = month && values.get(keyOf(unitId, indicator, previous(month).from))
    return before === undefined || before === null || !month
      ? []
      : [{ unitId, indicator, month: month.to.slice(0, 7), value, before }]
  })
}

const columns = sql`k.id, k.campaign_id, k.rule, ${unitJson} as unit, json_build_object('code', i.code, 'form', i.form, 'name', i.name,
    'nameEn', i.name_en, 'unit', i.unit, 'unitEn', i.unit_en, 'decimals', i.decimals, 'main', i.main, 'aggregation', i.aggregation,
    'evidence', i.evidence, 'active', i.active) as indicator, k.subject,
  split_part(k.numbers, '/', 1)::numeric as found, split_part(k.numbers, '/', 2)::numeric as against, k.found_at,
  case when k.answer is not null then json_build_object('kind', k.answer, 'note', k.note,
    'by', json_build_object('id', p.id, 'name', p.name), 'at', ${instantJson(sql`k.answered_at`)}) end as answer`
const tables = sql`figure_checks k join units u on u.id = k.unit_id join indicators i on i.code = k.indicator
  left join people p on p.id = k.answered_by`

const shown = (campaignId: number, show: 'open' | 'answered') =>
  all([
    sql`k.campaign_id = ${campaignId}`,
    show === 'open' ? sql`k.answer is null` : sql`k.answer is not null`,
  ])

/** The largest difference first; numbers of one counting unit beside those of another, so the order only helps to begin. */
export const listChecks = (
  db: Database,
  campaignId: number,
  { show, offset, limit }: { show: 'open' | 'answered'; offset: number; limit: number },
) =>
  db.many(
    FigureCheck,
    sql`select ${columns} from ${tables} where ${shown(campaignId, show)}
        order by k.size desc, k.id limit ${limit} offset ${offset}`,
  )

export const countChecks = async (db: Database, campaignId: number, show: 'open' | 'answered') =>
  (
    await db.one(
      z.object({ total: z.number() }),
      sql`select count(*)::int as total from figure_checks k where ${shown(campaignId, show)}`,
    )
  ).total

const Stored = FigureCheck.extend({ ownerUnitId: z.number() })
export const findCheck = (db: Database, id: number) =>
  db.maybe(Stored, sql`select ${columns}, k.owner_unit_id from ${tables} where k.id = ${id}`)

export const saveAnswer = (
  db: Database,
  id: number,
  { answer, note, by, at }: { answer: 'right' | 'mended'; note: string; by: string; at: string },
) =>
  db.run(sql`update figure_checks set answer = ${answer}, note = ${note}, answered_by = ${by}, answered_at = ${at}
    where id = ${id}`)
