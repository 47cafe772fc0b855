/** Everything that belongs to a campaign, for its bag. */
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'

const text = z.string().nullable()

/** The order from above, our own dispatches, and the reports, in the order they came about. */
export const listDispatchFiles = (db: Database, campaignId: number) =>
  db.many(
    z.object({
      id: z.number(),
      type: z.string(),
      direction: z.string(),
      state: z.string(),
      code: text,
      dated: text,
      subject: text,
      fileName: text,
      fileSha256: text,
      pdfSha256: text,
      docxSha256: text,
    }),
    sql`select d.id, d.type, d.direction, d.state, d.code, d.dated, d.subject, d.file_name, d.file_sha256, d.pdf_sha256, d.docx_sha256
        from dispatches d join campaigns c on c.id = ${campaignId}
        where d.campaign_id = c.id or d.id = c.source_dispatch_id order by d.id`,
  )

export const listReceipts = (db: Database, campaignId: number) =>
  db.many(
    z.object({
      code: z.string(),
      fullName: z.string(),
      status: z.string(),
      at: z.string(),
      person: text,
      reason: text,
    }),
    sql`select u.code, u.full_name, s.status, s.at, p.name as person, s.reason
        from deliveries de join delivery_statuses s on s.delivery_id = de.id join units u on u.id = de.unit_id
        left join people p on p.id = s.person_id
        where de.campaign_id = ${campaignId} order by de.id, s.id`,
  )

export const listTargetRows = (db: Database, campaignId: number) =>
  db.many(
    z.object({
      code: z.string(),
      fullName: z.string(),
      state: z.string(),
      indicator: text,
      name: text,
      unit: text,
      plan: z.number().nullable(),
    }),
    sql`select u.code, u.full_name, d.state, t.indicator, i.name, i.unit, t.plan
        from duties d join units u on u.id = d.unit_id left join duty_targets t on t.duty_id = d.id
        left join indicators i on i.code = t.indicator
        where d.campaign_id = ${campaignId} order by d.id, i.ordinal`,
  )

/** One row a number: an activity with three quantities has three. */
export const listActivityRows = (db: Database, campaignId: number) =>
  db.many(
    z.object({
      id: z.string(),
      code: z.string(),
      fullName: z.string(),
      form: z.string(),
      happenedOn: z.string(),
      place: z.string(),
      state: z.string(),
      standing: z.string(),
      indicator: text,
      quantity: z.number().nullable(),
      qualifier: text,
      topics: text,
      note: z.string(),
    }),
    sql`select a.id, u.code, u.full_name, a.form, a.happened_on, a.place, a.state, a.standing, q.indicator, q.quantity, q.qualifier,
          (select string_agg(t.ordinal::text, ' ' order by t.ordinal) from activity_topics at
             join campaign_topics t on t.id = at.topic_id where at.activity_id = a.id) as topics, a.note
        from activities a join units u on u.id = a.unit_id left join activity_quantities q on q.activity_id = a.id
        where a.campaign_id = ${campaignId} order by a.happened_on, a.id, q.ordinal`,
  )

/** Originals as they came, with the camera's data inside: the bag stays within the office. */
export const listEvidenceFiles = (db: Database, campaignId: number) =>
  db.many(
    z.object({
      code: z.string(),
      activityId: z.string(),
      name: text,
      mime: z.string(),
      sha256: z.string(),
      withdrawn: z.boolean(),
    }),
    sql`select u.code, a.id as activity_id, f.name, f.mime, f.sha256, f.withdrawn_at is not null as withdrawn
        from activities a join units u on u.id = a.unit_id
        join (select activity_id, null as name, mime, sha256, created_at, id, withdrawn_at from evidence
              union all select activity_id, name, mime, sha256, created_at, id, withdrawn_at from attachments) f on f.activity_id = a.id
        where a.campaign_id = ${campaignId} order by u.code, a.id, f.created_at, f.id`,
  )

/** What the log holds of the campaign and its things, with the hash of each link of its chain. */
export const listLog = (db: Database, campaignId: number) =>
  db.many(
    z.object({
      unit: z.string(),
      seq: z.number(),
      at: z.string(),
      kind: z.string(),
      subject: z.string(),
      subjectId: z.string(),
      person: text,
      data: z.unknown(),
      hash: z.string(),
    }),
    sql`with things (subject, id) as (
          select 'campaign', ${String(campaignId)}
          union all select 'dispatch', id::text from dispatches where campaign_id = ${campaignId}
          union all select 'duty', id::text from duties where campaign_id = ${campaignId}
          union all select 'report', id::text from reports where campaign_id = ${campaignId}
          union all select 'activity', id::text from activities where campaign_id = ${campaignId})
        select u.code as unit, e.seq, e.at, e.kind, e.subject, e.subject_id, p.name as person, e.data,
          encode(e.hash, 'hex') as hash
        from things t join events e on e.subject = t.subject and e.subject_id = t.id
        join units u on u.id = e.unit_id left join people p on p.id = e.person_id order by e.id`,
  )
