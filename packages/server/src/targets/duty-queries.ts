/** The unit's side of a plan: what it is asked, what it answered, what it proposes. */
import { DutyTargets, TargetPart, TargetRequest } from '@loa/contract/targets'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { instantJson, sql } from '../database/sql.ts'
import { requestRows } from './queries.ts'

export const listTargets = (db: Database, dutyId: number) =>
  db.many(
    z.object({ indicator: z.string(), plan: z.number(), parts: z.array(TargetPart) }),
    sql`select t.indicator, t.plan, t.parts from duty_targets t join indicators i on i.code = t.indicator
        where t.duty_id = ${dutyId} and t.source = 'plan' order by i.ordinal`,
  )

/** The versions that changed something for this duty, newest first, each with its own difference and answer. */
export const listDutyVersions = (db: Database, dutyId: number) =>
  db.many(
    DutyTargets.shape.versions.element,
    sql`select c.number, max(c.at) as at,
          json_agg(json_build_object('indicator', c.indicator, 'before', c.before, 'after', c.after, 'own', c.own,
            'parts', c.parts, 'reason', c.reason) order by i.ordinal) as changes,
          (select json_build_object('answer', a.answer, 'reason', a.reason, 'by', p.name,
              'at', ${instantJson(sql`a.answered_at`)})
            from target_answers a join people p on p.id = a.answered_by
            where a.duty_id = ${dutyId} and a.number = c.number) as answer
        from target_changes c join indicators i on i.code = c.indicator
        where c.duty_id = ${dutyId} group by c.number order by c.number desc limit 30`,
  )

export const listDutyRequests = (db: Database, dutyId: number) =>
  db.many(TargetRequest, requestRows(sql`r.duty_id = ${dutyId} and r.state <> 'replaced'`))

export const answerVersion = (
  db: Database,
  answer: {
    dutyId: number
    number: number
    answer: 'accepted' | 'proposed' | 'declined'
    reason: string
    by: string
    at: string
  },
) =>
  db.run(sql`insert into target_answers (duty_id, number, unit_id, owner_unit_id, answer, reason, answered_by, answered_at)
    select d.id, ${answer.number}, d.unit_id, d.owner_unit_id, ${answer.answer}, ${answer.reason}, ${answer.by}, ${answer.at}
    from duties d where d.id = ${answer.dutyId}
    on conflict (duty_id, number) do update set answer = excluded.answer, reason = excluded.reason,
      answered_by = excluded.answered_by, answered_at = excluded.answered_at`)

/** One open proposal a cell: a newer one takes the place of the one before. */
export const insertRequest = async (
  db: Database,
  request: {
    dutyId: number
    indicator: string
    before: number | null
    after: number | null
    reason: string
    by: string
    at: string
  },
) => {
  await db.run(sql`update target_requests set state = 'replaced'
    where duty_id = ${request.dutyId} and indicator = ${request.indicator} and state = 'open'`)
  await db.run(sql`insert into target_requests (duty_id, campaign_id, unit_id, owner_unit_id, indicator, before, after, reason,
      asked_by, asked_at)
    select d.id, d.campaign_id, d.unit_id, d.owner_unit_id, ${request.indicator}, ${request.before}, ${request.after},
      ${request.reason}, ${request.by}, ${request.at} from duties d where d.id = ${request.dutyId}`)
}

/** What is accepted as it is, or declined as a whole, is not proposed otherwise any more. */
export const dropRequests = (db: Database, dutyId: number) =>
  db.run(sql`update target_requests set state = 'replaced' where duty_id = ${dutyId} and state = 'open'`)

const Stored = z.object({
  id: z.number(),
  dutyId: z.number(),
  campaignId: z.number(),
  unitId: z.number(),
  ownerUnitId: z.number(),
  holderUnitId: z.number(),
  indicator: z.string(),
  before: z.number().nullable(),
  after: z.number().nullable(),
  reason: z.string(),
  state: z.string(),
  askedBy: z.string(),
})
export type StoredRequest = z.infer<typeof Stored>

export const findRequestForUpdate = (db: Database, id: number) =>
  db.maybe(
    Stored,
    sql`select r.id, r.duty_id, r.campaign_id, r.unit_id, r.owner_unit_id, d.holder_unit_id, r.indicator, r.before, r.after,
          r.reason, r.state, r.asked_by
        from target_requests r join duties d on d.id = r.duty_id where r.id = ${id} for update of r`,
  )

export const decideRequest = (
  db: Database,
  id: number,
  { verdict, reason, by, at }: { verdict: 'agree' | 'refuse'; reason: string; by: string; at: string },
) =>
  db.run(sql`update target_requests set state = ${verdict === 'agree' ? 'agreed' : 'refused'}, answer_reason = ${reason},
    decided_by = ${by}, decided_at = ${at} where id = ${id}`)
