import { Posting, Site, SiteCheck, SiteRow } from '@loa/contract/sites'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { all, instantJson, type Sql, sql } from '../database/sql.ts'
import { unitJson } from '../units/queries.ts'

const hanging = (day: string) => sql`p.site_id = s.id and p.down_on is null and p.up_on <= ${day}`
const openCheck = sql`c.site_id = s.id and c.settled_at is null and c.result <> 'found'`

/** A site as lists show it, on a day. */
const row = (
  day: string,
): Sql => sql`s.id, ${unitJson} as unit, s.number, s.name, s.kind, s.place, s.latitude, s.longitude,
  s.permit_to,
  case when s.closed_on <= ${day} then 'closed'
    when exists (select from site_checks c where ${openCheck}) then 'damaged' else 'in-use' end as state,
  (select coalesce(sum(f.width_m * f.height_m), 0)::float8 from site_faces f where f.site_id = s.id) as area,
  (select count(*)::int from site_faces f where f.site_id = s.id) as faces,
  (select count(*)::int from postings p where ${hanging(day)}) as hanging,
  (select count(*)::int from postings p where ${hanging(day)} and p.due_on < ${day}) as late,
  (select count(*)::int from site_checks c where ${openCheck}) as open_checks`

export interface SiteFilter {
  day: string
  /** None: all that the person sees. */
  units?: readonly number[] | undefined
  unit?: number | undefined
  q?: string | undefined
  campaign?: number | undefined
  kind?: string | undefined
  show?: 'late' | 'damaged' | 'permit' | 'free' | 'closed' | undefined
}

const shown = ({ day, show }: SiteFilter): Sql | undefined => {
  switch (show) {
    case 'late':
      return sql`exists (select from postings p where ${hanging(day)} and p.due_on < ${day})`
    case 'damaged':
      return sql`exists (select from site_checks c where ${openCheck})`
    case 'permit':
      return sql`s.permit_to < ${day}::date + 30 and (s.closed_on is null or s.closed_on > ${day})`
    case 'free':
      return sql`(s.closed_on is null or s.closed_on > ${day}) and exists (select from site_faces f where f.site_id = s.id
        and not exists (select from postings p where p.face_id = f.id and p.down_on is null))`
    case 'closed':
      return sql`s.closed_on <= ${day}`
    default:
      return undefined
  }
}

const wanted = (filter: SiteFilter): Sql =>
  all([
    filter.units && sql`s.unit_id = any (${filter.units}::int[])`,
    filter.unit && sql`s.unit_id = ${filter.unit}`,
    filter.kind && sql`s.kind = ${filter.kind}`,
    filter.q && sql`loa_fold(s.name || ' ' || s.place) like '%' || loa_fold(${filter.q}) || '%'`,
    filter.campaign &&
      sql`exists (select from postings p join duties d on d.id = p.duty_id where p.site_id = s.id and d.campaign_id = ${filter.campaign})`,
    shown(filter),
  ])

/** By unit, then by the number on the label; the cursor is both of the last row. */
export const listSites = (
  db: Database,
  filter: SiteFilter & { after: readonly [unit: number, number: number]; limit: number },
) =>
  db.many(
    SiteRow,
    sql`select ${row(filter.day)} from sites s join units u on u.id = s.unit_id
        where ${wanted(filter)} and (s.unit_id, s.number) > (${filter.after[0]}::int, ${filter.after[1]}::int)
        order by s.unit_id, s.number limit ${filter.limit}`,
  )

export const countSites = async (db: Database, filter: SiteFilter): Promise<number> =>
  (
    await db.one(
      z.object({ total: z.number() }),
      sql`select count(*)::int as total from sites s where ${wanted(filter)}`,
    )
  ).total

const Stored = Site.extend({ unitId: z.number() })

const posting = sql`json_build_object('id', p.id, 'siteId', p.site_id, 'faceId', p.face_id, 'face', f.label, 'dutyId', p.duty_id,
  'campaign', json_build_object('id', k.id, 'title', k.title), 'activityId', p.activity_id, 'content', p.content,
  'upOn', p.up_on, 'dueOn', p.due_on, 'downOn', p.down_on, 'version', p.version)`
const postingTables = sql`postings p join site_faces f on f.id = p.face_id join duties d on d.id = p.duty_id
  join campaigns k on k.id = d.campaign_id`

const check = sql`json_build_object('id', c.id, 'siteId', c.site_id, 'postingId', c.posting_id, 'result', c.result, 'note', c.note,
  'at', ${instantJson(sql`c.at`)}, 'by', json_build_object('id', b.id, 'name', b.name),
  'hasPhoto', c.photo_sha256 is not null, 'settledAt', ${instantJson(sql`c.settled_at`)},
  'settledBy', case when g.id is null then null else json_build_object('id', g.id, 'name', g.name) end,
  'settledNote', c.settled_note)`
const checkTables = sql`site_checks c join people b on b.id = c.by left join people g on g.id = c.settled_by`

export const findSite = (db: Database, id: string, day: string) =>
  db.maybe(
    Stored,
    sql`select ${row(day)}, s.unit_id, s.owner_name, s.permit_number, s.permit_issuer, s.permit_from, s.note, s.closed_on,
      s.version,
      (select json_agg(json_build_object('id', f.id, 'label', f.label, 'width', f.width_m, 'height', f.height_m)
        order by f.ordinal) from site_faces f where f.site_id = s.id) as faces,
      (select coalesce(json_agg(l.said), '[]') from (select ${posting} as said from ${postingTables}
        where p.site_id = s.id order by p.up_on desc, p.id limit 100) l) as postings,
      (select coalesce(json_agg(l.said), '[]') from (select ${check} as said from ${checkTables}
        where c.site_id = s.id order by c.at desc, c.id limit 100) l) as checks,
      (select json_build_object('kind', l.kind, 'id', l.id) from (
        select 'evidence' as kind, e.id, e.created_at as at from evidence e join postings p on p.activity_id = e.activity_id
          where p.site_id = s.id and e.withdrawn_at is null
        union all
        select 'evidence', e.id, e.created_at from evidence e join activities a on a.id = e.activity_id
          join site_faces f on f.id = a.face_id where f.site_id = s.id and e.withdrawn_at is null
        union all
        select 'check', c.id, c.at from site_checks c where c.site_id = s.id and c.photo_sha256 is not null
        order by at desc limit 1) l) as last_photo
      from sites s join units u on u.id = s.unit_id where s.id = ${id}`,
  )

/** Locked: one person at a time changes a site and what hangs there. Null: not there, or out of sight. */
export const lockSite = (db: Database, id: string) =>
  db.maybe(
    z.object({ unitId: z.number(), version: z.number(), updatedAt: z.string() }),
    sql`select unit_id, version, ${instantJson(sql`updated_at`)} as updated_at from sites where id = ${id} for update`,
  )

/** Whose the id is, even out of sight: it may have been taken by another unit. */
export const isFaceOf = (db: Database, faceId: string) =>
  db.maybe(z.object({ siteId: z.string() }), sql`select site_id from site_faces where id = ${faceId}`)

export interface SiteValues {
  name: string
  kind: string
  place: string
  latitude: number | null
  longitude: number | null
  ownerName: string
  permitNumber: string
  permitIssuer: string
  permitFrom: string | null
  permitTo: string | null
  note: string
  closedOn: string | null
  faces: { id: string; label: string; width: number | null; height: number | null }[]
}
interface Stamp {
  id: string
  by: string
  at: string
}

/** With the next number of its unit. False when the id is taken. */
export const insertSite = async (
  db: Database,
  unitId: number,
  site: SiteValues & Stamp,
): Promise<boolean> => {
  // Two people of a unit at once get two numbers.
  await db.run(sql`select pg_advisory_xact_lock(hashtext('site-number'), ${unitId})`)
  const added =
    await db.run(sql`insert into sites (id, unit_id, number, name, kind, place, latitude, longitude, owner_name,
      permit_number, permit_issuer, permit_from, permit_to, note, closed_on, updated_by, created_at, updated_at)
    values (${site.id}, ${unitId}, (select coalesce(max(number), 0) + 1 from sites where unit_id = ${unitId}), ${site.name},
      ${site.kind}, ${site.place}, ${site.latitude}, ${site.longitude}, ${site.ownerName}, ${site.permitNumber},
      ${site.permitIssuer}, ${site.permitFrom}, ${site.permitTo}, ${site.note}, ${site.closedOn}, ${site.by}, ${site.at}, ${site.at})
    on conflict (id) do nothing`)
  if (added === 1) await saveFaces(db, site)
  return added === 1
}

export const updateSite = async (db: Database, site: SiteValues & Stamp): Promise<void> => {
  await db.run(sql`update sites set name = ${site.name}, kind = ${site.kind}, place = ${site.place}, latitude = ${site.latitude},
      longitude = ${site.longitude}, owner_name = ${site.ownerName}, permit_number = ${site.permitNumber},
      permit_issuer = ${site.permitIssuer}, permit_from = ${site.permitFrom}, permit_to = ${site.permitTo}, note = ${site.note},
      closed_on = ${site.closedOn}, version = version + 1, updated_by = ${site.by}, updated_at = ${site.at}
    where id = ${site.id}`)
  await saveFaces(db, site)
}

const saveFaces = async (db: Database, { id, faces }: { id: string; faces: SiteValues['faces'] }) => {
  await db.run(
    sql`delete from site_faces where site_id = ${id} and not id = any (${faces.map((face) => face.id)}::uuid[])`,
  )
  await db.run(sql`insert into site_faces (id, site_id, ordinal, label, width_m, height_m)
    select f.id, ${id}, row_number() over ()::int, f.label, f.width, f.height
    from jsonb_to_recordset(${JSON.stringify(faces)}::jsonb) as f (id uuid, label text, width numeric, height numeric)
    on conflict (id) do update set ordinal = excluded.ordinal, label = excluded.label, width_m = excluded.width_m,
      height_m = excluded.height_m where site_faces.site_id = ${id}`)
}

/** The faces of the sites that a walk passes, with what is expected on them. */
export const expectedAt = (db: Database, sites: string[], day: string, campaign: number | undefined) =>
  db.many(
    Posting.extend({ seen: SiteCheck.nullable() }),
    sql`select l.said->>'id' as id, l.said->>'siteId' as site_id, l.said->>'faceId' as face_id, l.said->>'face' as face,
        (l.said->>'dutyId')::bigint as duty_id, l.said->'campaign' as campaign, l.said->>'activityId' as activity_id,
        l.said->>'content' as content, l.said->>'upOn' as up_on, l.said->>'dueOn' as due_on, null as down_on,
        (l.said->>'version')::int as version, l.seen
      from (select ${posting} as said, (select ${check} from ${checkTables} where c.posting_id = p.id
          order by c.at desc limit 1) as seen
        from ${postingTables} where p.site_id = any (${sites}::uuid[]) and p.down_on is null and p.up_on <= ${day}
          and ${all([campaign && sql`d.campaign_id = ${campaign}`])}
        order by f.ordinal) l`,
  )
