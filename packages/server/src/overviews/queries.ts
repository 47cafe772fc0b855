import { Amounts } from '@loa/contract/figures'
import { Milestone, Overview } from '@loa/contract/overviews'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { zone } from '../time.ts'

/** From the roll-ups: as many rows as there are units, indicators and weeks, however many activities. */
export const listWeekFigures = (db: Database, { id, ownerUnitId }: { id: number; ownerUnitId: number }) =>
  db.many(
    z.object({ week: z.string(), indicator: z.string(), units: z.number(), amounts: Amounts }),
    sql`select f.starts_on as week, f.indicator, count(*)::int as units, json_build_object('declared', sum(f.declared),
          'proved', sum(f.proved), 'claimed', sum(f.claimed), 'doubted', sum(f.doubted), 'corrected', sum(f.corrected),
          'activities', sum(f.activities)) as amounts
        from period_figures f
        where f.owner_unit_id = ${ownerUnitId} and f.campaign_id = ${id} and f.topic_id = 0 and f.kind = 'week'
        group by f.starts_on, f.indicator`,
  )

export const countDoubted = async (db: Database, campaignId: number) =>
  (
    await db.one(
      z.object({ doubted: z.number() }),
      sql`select count(*)::int as doubted from activities where campaign_id = ${campaignId} and standing = 'doubted'`,
    )
  ).doubted

export const listMilestones = (db: Database, campaignId: number) =>
  db.many(
    Milestone,
    sql`select * from (
          select 'order' as kind, s.dated as "on", s.code as what, '/dispatches/' || s.id as href
            from campaigns c join dispatches s on s.id = c.source_dispatch_id where c.id = ${campaignId} and length(s.dated) = 10
          union all select 'issued', (d.issued_at at time zone ${zone})::date::text, d.code, '/dispatches/' || d.id
            from dispatches d where d.campaign_id = ${campaignId} and d.direction = 'out' and d.type <> 'bao-cao'
              and d.issued_at is not null
          union all select 'begins', period_from::text, null, null from campaigns where id = ${campaignId} and period_from is not null
          union all select 'ends', period_to::text, null, null from campaigns where id = ${campaignId} and period_to is not null
          union all select 'deadline', deadline::text, null, null from campaigns where id = ${campaignId} and deadline is not null
          union all select 'targets', (published_at at time zone ${zone})::date::text, number::text,
              '/campaigns/' || campaign_id || '/targets' from target_versions where campaign_id = ${campaignId}
          union all select 'cut-off', cut_off::text, null, '/campaigns/' || campaign_id || '/rounds'
            from report_rounds where campaign_id = ${campaignId}
          union all select 'due', (due_at at time zone ${zone})::date::text, null, '/campaigns/' || campaign_id || '/rounds'
            from report_rounds where campaign_id = ${campaignId}
          union all select 'report', (d.issued_at at time zone ${zone})::date::text, d.code, '/reports/' || r.id
            from reports r join dispatches d on d.id = r.dispatch_id
            where r.campaign_id = ${campaignId} and d.issued_at is not null) m
        order by "on", kind limit 200`,
  )

/** The round that is due next, else the one that was due last. */
export const findRoundOfDay = (db: Database, campaignId: number, now: string) =>
  db.maybe(
    z.object({ id: z.number() }),
    sql`select id from report_rounds where campaign_id = ${campaignId}
        order by due_at < ${now}, case when due_at >= ${now} then due_at end, due_at desc limit 1`,
  )

export const listNewestReports = (db: Database, campaignId: number) =>
  db.many(
    Overview.shape.reports.element,
    sql`select r.id, case when d.state = 'issued' then d.code end as code, d.state, r.kind, r.as_of
        from reports r join dispatches d on d.id = r.dispatch_id
        where r.campaign_id = ${campaignId} order by r.id desc limit 5`,
  )
