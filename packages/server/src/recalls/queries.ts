import { Happened, LineStep, Recall } from '@loa/contract/recalls'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'

const Stand = Recall.omit({ mayRecall: true, happened: true }).extend({
  ownerUnitId: z.number(),
  campaignId: z.number().nullable(),
})

export const findRecall = (db: Database, dispatchId: number) =>
  db.maybe(
    Stand,
    sql`select d.owner_unit_id, case when d.type <> 'bao-cao' then d.campaign_id end as campaign_id, d.version,
          d.recalled_at, d.recall_reason as reason,
          case when p.id is null then null else json_build_object('id', p.id, 'name', p.name) end as by,
          (select json_build_object('asked', count(*) filter (where e.recall = 'asked'),
              'agreed', count(*) filter (where e.recall = 'agreed'), 'refused', count(*) filter (where e.recall = 'refused'))
            from deliveries e where e.dispatch_id = d.id) as answers,
          (select json_build_object('waiting', count(*) filter (where x.state in ('waiting', 'sending')),
              'handed', count(*) filter (where x.state = 'handed'), 'refused', count(*) filter (where x.state = 'refused'))
            from exchange_outgoing x where x.dispatch_id = d.id and x.kind = 'edoc') as outside,
          (select json_build_object('id', o.id, 'code', o.code) from dispatches o where o.id = d.replaces_dispatch_id) as replaces,
          (select json_build_object('id', n.id, 'code', n.code) from dispatches n
            where n.replaces_dispatch_id = d.id and n.state = 'issued' order by n.id desc limit 1) as replaced_by
        from dispatches d left join people p on p.id = d.recalled_by where d.id = ${dispatchId}`,
  )

/** What has come of it, in numbers; nothing of it is undone by taking the dispatch back. */
export const listHappened = (db: Database, dispatchId: number, campaignId: number | null) =>
  db.many(
    Happened,
    sql`select * from (
          select 1 as place, 'received' as kind, count(*)::int as count, ${`/dispatches/${dispatchId}?delivery=03`} as href
            from deliveries e where e.dispatch_id = ${dispatchId} and e.handling in ('03', '04', '05', '06')
          union all
          select 2, 'activities', coalesce(sum((select count(*) from activities a where a.duty_id = du.id)), 0)::int,
              ${campaignId === null ? null : `/campaigns/${campaignId}`}
            from duties du where du.campaign_id = ${campaignId}
          union all
          select 3, 'reports', count(*)::int, ${campaignId === null ? null : `/campaigns/${campaignId}/rounds`}
            from expected_reports r where r.campaign_id = ${campaignId} and r.state in ('submitted', 'accepted')
          union all
          -- Of units below that made a campaign of their own of it.
          select 4, 'issued', count(*)::int, null
            from dispatches c join campaigns k on k.source_dispatch_id = c.id
            join dispatches own on own.campaign_id = k.id and own.direction = 'out' and own.state = 'issued'
            where c.source_dispatch_id = ${dispatchId}) h
        where h.count > 0 order by h.place`,
  )

export const saveRecalled = (
  db: Database,
  dispatchId: number,
  { by, at, reason }: { by: string; at: string; reason: string },
) =>
  db.run(sql`update dispatches set recalled_at = ${at}, recalled_by = ${by}, recall_reason = ${reason}, version = version + 1,
      updated_by = ${by}, updated_at = ${at} where id = ${dispatchId}`)

export const saveReplaces = (
  db: Database,
  dispatchId: number,
  { replaces, by, at }: { replaces: number | null; by: string; at: string },
) =>
  db.run(sql`update dispatches set replaces_dispatch_id = ${replaces}, version = version + 1, updated_by = ${by},
      updated_at = ${at} where id = ${dispatchId}`)

export const findReplaces = async (db: Database, dispatchId: number): Promise<number | null> =>
  (
    await db.one(
      z.object({ id: z.number().nullable() }),
      sql`select replaces_dispatch_id as id from dispatches where id = ${dispatchId}`,
    )
  ).id

/** The campaign, its open duties and the reports it still expects go no further. Stopped twice is stopped once. */
export const stopCampaign = async (
  db: Database,
  campaignId: number,
  { reason, by, at }: { reason: string; by: string | null; at: string },
): Promise<number[]> => {
  const stopped =
    await db.run(sql`update campaigns set state = 'closed', stopped_at = ${at}, stop_reason = ${reason}
    where id = ${campaignId} and stopped_at is null`)
  if (stopped === 0) return []
  await db.run(sql`update expected_reports set state = 'exempt', exempt_reason = ${reason}, decided_by = ${by},
      decided_at = ${at}, version = version + 1
    where campaign_id = ${campaignId} and state in ('waiting', 'returned')`)
  return (
    await db.many(
      z.object({ id: z.number() }),
      sql`update duties set state = 'stopped', reason = ${reason}, version = version + 1, updated_at = ${at}
          where campaign_id = ${campaignId} and state in ('assigned', 'accepted') returning id`,
    )
  ).map(({ id }) => id)
}

/** Why the campaign of this draft goes no further; null while it runs. */
export const findStop = async (db: Database, campaignId: number): Promise<string | null> =>
  (
    await db.maybe(
      z.object({ reason: z.string().nullable() }),
      sql`select stop_reason as reason from campaigns where id = ${campaignId}`,
    )
  )?.reason ?? null

const Copy = z.object({
  id: z.number(),
  ownerUnitId: z.number(),
  campaignId: z.number().nullable(),
  files: z.array(z.string()),
})

/** The copies that a unit has of what was sent to it: read in by itself, or come in by an exchange. */
export const listCopies = (db: Database, dispatchId: number, unitId: number) =>
  db.many(
    Copy,
    sql`select d.id, d.owner_unit_id, d.campaign_id, array_remove(array[d.file_sha256, d.layout_sha256], null) || array(select f.sha256 from dispatch_files f where f.dispatch_id = d.id) as files
        from dispatches d where d.direction = 'in' and d.emptied_at is null and (
          (d.source_dispatch_id = ${dispatchId} and d.owner_unit_id = ${unitId}) or d.id = ${dispatchId})`,
  )

/** Number, date and issuer stay; the words, the files' names and what was read out of them go. */
export const emptyCopy = async (
  db: Database,
  id: number,
  { tree, at }: { tree: unknown; at: string },
): Promise<void> => {
  await db.run(sql`update dispatches set tree = ${JSON.stringify(tree)}, subject = null, messages = '[]', file_name = null,
      file_sha256 = null, file_mime = null, layout_sha256 = null, plan_warnings = '[]', emptied_at = ${at},
      version = version + 1, updated_at = ${at} where id = ${id}`)
  await db.run(sql`delete from dispatch_files where dispatch_id = ${id}`)
  await db.run(sql`delete from proposals where dispatch_id = ${id}`)
  await db.run(sql`delete from field_corrections where dispatch_id = ${id}`)
  await db.run(sql`delete from signature_checks where dispatch_id = ${id}`)
}

/** Of these files, those that nothing refers to any more. */
export const unusedFiles = async (db: Database, files: readonly string[]): Promise<string[]> =>
  (
    await db.many(
      z.object({ sha256: z.string() }),
      sql`select f.sha256 from unnest(${files}::text[]) as f(sha256)
          except select u.sha256 from (
            select file_sha256 as sha256 from dispatches union all select layout_sha256 from dispatches
            union all select pdf_sha256 from dispatches union all select docx_sha256 from dispatches
            union all select final_sha256 from dispatches
            union all select sha256 from dispatch_files
            union all select update_sha256 from exchange_incoming union all select package_sha256 from exchange_outgoing
            union all select sha256 from evidence union all select preview_sha256 from evidence
            union all select small_sha256 from evidence
            union all select sha256 from evidence_claims union all select original_sha256 from evidence_claims
            union all select sha256 from attachments
            union all select photo_sha256 from site_checks union all select photo_preview_sha256 from site_checks
            union all select before_sha256 from signatures union all select after_sha256 from signatures
            union all select picture_sha256 from signing_keys
            union all select sha256 from unit_import_files) u where u.sha256 = any (${files})`,
    )
  ).map(({ sha256 }) => sha256)

/**
 * The line a dispatch stands in. Up: what its campaign was made from, and what that copy is a copy of; down: what was made of
 * it here, and the reports. Only what the person may see; ten steps each way are more than there are levels.
 */
export const listLine = (db: Database, dispatchId: number) =>
  db.many(
    LineStep,
    sql`with recursive up(id, step) as (
          select ${dispatchId}::bigint, 0
          union all
          select coalesce(d.source_dispatch_id, c.source_dispatch_id), up.step - 1
          from up join dispatches d on d.id = up.id left join campaigns c on c.id = d.campaign_id and d.direction = 'out'
          where coalesce(d.source_dispatch_id, c.source_dispatch_id) is not null and up.step > -10),
        down(id, step) as (
          select ${dispatchId}::bigint, 0
          union all
          select n.id, down.step + 1 from down join dispatches d on d.id = down.id
          cross join lateral (
            select own.id from campaigns c join dispatches own on own.campaign_id = c.id and own.direction = 'out'
              where c.source_dispatch_id = d.id and d.direction = 'in' and own.type <> 'bao-cao'
            union all
            select copy.id from dispatches copy where copy.source_dispatch_id = d.id and copy.direction = 'in'
            union all
            select r.id from dispatches r where r.campaign_id = d.campaign_id and d.direction = 'out' and d.type <> 'bao-cao'
              and r.type = 'bao-cao' and r.direction = 'out' and r.state = 'issued') n
          where down.step < 10),
        line as (select id, step from up union select id, step from down)
        select d.id as dispatch_id, d.direction, d.type, d.code, d.issuer, d.dated as date, d.id = ${dispatchId} as is_this,
          (select count(*)::int from deliveries e where e.dispatch_id = d.id) as units, d.recalled_at
        from line l join dispatches d on d.id = l.id order by l.step, d.id limit 50`,
  )
