import { Round, RoundCounts, type RoundKind } from '@loa/contract/rounds'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { type Sql, sql } from '../database/sql.ts'

const Id = z.object({ id: z.number() })

/** Late is a matter of the hour: due and not there, or there after it was due. */
export const isLate = (now: string): Sql => sql`(e.state <> 'exempt'
  and coalesce(e.first_submitted_at, ${now}::timestamptz) > e.due_at)`

const counts = (now: string): Sql => sql`json_build_object('all', count(*),
  'waiting', count(*) filter (where e.state = 'waiting'), 'submitted', count(*) filter (where e.state = 'submitted'),
  'returned', count(*) filter (where e.state = 'returned'), 'accepted', count(*) filter (where e.state = 'accepted'),
  'exempt', count(*) filter (where e.state = 'exempt'), 'late', count(*) filter (where ${isLate(now)}),
  'clean', count(*) filter (where e.state = 'submitted' and e.findings = '[]'))`

const StoredRound = Round.extend({ answersId: z.number().nullable() })
export type StoredRound = z.infer<typeof StoredRound>

const columns = (
  now: string,
): Sql => sql`r.id, r.campaign_id, c.title as campaign_title, r.owner_unit_id, r.kind,
  r.period_from as "from", r.period_to as "to", r.cut_off, r.due_at, r.up_due_at, r.version, r.answers_id,
  (select ${counts(now)} from expected_reports e where e.round_id = r.id) as counts,
  (select json_build_object('id', p.id, 'state', d.state, 'code', d.code, 'kind', p.kind)
   from reports p join dispatches d on d.id = p.dispatch_id where p.round_id = r.id order by p.id desc limit 1) as report`

export const listRounds = (
  db: Database,
  campaignId: number,
  { before, limit, now }: { before: number; limit: number; now: string },
) =>
  db.many(
    StoredRound,
    sql`select ${columns(now)} from report_rounds r join campaigns c on c.id = r.campaign_id
        where r.campaign_id = ${campaignId} and r.id < ${before} order by r.id desc limit ${limit}`,
  )

export const countRounds = async (db: Database, campaignId: number) =>
  (
    await db.one(
      z.object({ total: z.number() }),
      sql`select count(*)::int as total from report_rounds where campaign_id = ${campaignId}`,
    )
  ).total

export const findRound = (db: Database, id: number, now: string) =>
  db.maybe(
    StoredRound,
    sql`select ${columns(now)} from report_rounds r join campaigns c on c.id = r.campaign_id where r.id = ${id}`,
  )

export const findRoundForUpdate = (db: Database, id: number, now: string) =>
  db.maybe(
    StoredRound,
    sql`select ${columns(now)} from report_rounds r join campaigns c on c.id = r.campaign_id where r.id = ${id}
        for update of r`,
  )

export const countExpected = async (db: Database, roundId: number, now: string) =>
  (
    await db.one(
      z.object({ counts: RoundCounts }),
      sql`select ${counts(now)} as counts from expected_reports e where e.round_id = ${roundId}`,
    )
  ).counts

export interface NewRound {
  campaignId: number
  ownerUnitId: number
  kind: RoundKind
  from: string | null
  to: string
  cutOff: string
  dueAt: string
  upDueAt: string | null
  answersId: number | null
  by: string | null
  at: string
}

/** The round, and one expected report for each duty of the campaign. Run twice, it adds nothing. */
export const insertRound = async (db: Database, round: NewRound): Promise<{ id: number; isNew: boolean }> => {
  const added = await db.maybe(
    Id,
    sql`insert into report_rounds (campaign_id, owner_unit_id, kind, period_from, period_to, cut_off, due_at, up_due_at,
          answers_id, opened_by, opened_at)
        values (${round.campaignId}, ${round.ownerUnitId}, ${round.kind}, ${round.from}, ${round.to}, ${round.cutOff},
          ${round.dueAt}, ${round.upDueAt}, ${round.answersId}, ${round.by}, ${round.at})
        on conflict (campaign_id, kind, period_to) do nothing returning id`,
  )
  const { id } =
    added ??
    (await db.one(
      Id,
      sql`select id from report_rounds
          where campaign_id = ${round.campaignId} and kind = ${round.kind} and period_to = ${round.to}`,
    ))
  await db.run(sql`insert into expected_reports (round_id, campaign_id, duty_id, unit_id, owner_unit_id, due_at)
    select ${id}, d.campaign_id, d.id, d.unit_id, d.owner_unit_id, r.due_at
    from duties d join report_rounds r on r.id = ${id} where d.campaign_id = ${round.campaignId}
    on conflict (round_id, duty_id) do nothing`)
  return { id, isNew: added !== null }
}

/** Other due times, for the round and for everybody who has not reported. */
export const saveDue = async (
  db: Database,
  id: number,
  { dueAt, upDueAt }: { dueAt: string; upDueAt: string | null },
) => {
  await db.run(
    sql`update report_rounds set due_at = ${dueAt}, up_due_at = ${upDueAt}, version = version + 1 where id = ${id}`,
  )
  await db.run(sql`update expected_reports set due_at = ${dueAt}, version = version + 1
    where round_id = ${id} and first_submitted_at is null`)
}

/** A report that the body owes to the one above, and of which round. */
const OwnDuty = z.object({
  expectedId: z.number(),
  kind: Round.shape.kind,
  from: z.string().nullable(),
  to: z.string(),
  cutOff: z.string(),
  dueAt: z.string(),
})

const owed = sql`e.id as expected_id, r.kind, r.period_from as "from", r.period_to as "to", r.cut_off, e.due_at`

/**
 * What a campaign that carries out a dispatch from above owes upward. The dispatch came in as a file; it is known again by
 * the one that was delivered here, which belongs to the campaign of the body above.
 */
export const listOwed = (db: Database, campaignId: number) =>
  db.many(
    OwnDuty,
    sql`select ${owed} from campaigns c join dispatches s on s.id = c.source_dispatch_id
          join dispatches above on above.id = s.source_dispatch_id and above.direction = 'out'
          join duties d on d.campaign_id = above.campaign_id
            and (d.holder_unit_id = c.owner_unit_id or d.unit_id = c.owner_unit_id)
          join expected_reports e on e.duty_id = d.id join report_rounds r on r.id = e.round_id
        where c.id = ${campaignId} and e.state <> 'exempt' order by e.due_at, e.id`,
  )

export const findExpectedDue = (db: Database, id: number) =>
  db.maybe(z.object({ dueAt: z.string() }), sql`select due_at from expected_reports where id = ${id}`)

/** Running campaigns of units that have a duty in this campaign, which carry its dispatch on to units of their own. */
export const listCampaignsBelow = (db: Database, campaignId: number) =>
  db.many(
    z.object({ campaignId: z.number(), ownerUnitId: z.number() }),
    sql`select c.id as campaign_id, c.owner_unit_id from dispatches above
          join dispatches s on s.source_dispatch_id = above.id and s.direction = 'in'
          join campaigns c on c.source_dispatch_id = s.id and c.state = 'running'
        where above.campaign_id = ${campaignId} and above.direction = 'out' order by c.id`,
  )

export const noteReported = (db: Database, id: number, at: string) =>
  db.run(sql`update report_rounds set reported_at = coalesce(reported_at, ${at}) where id = ${id}`)
