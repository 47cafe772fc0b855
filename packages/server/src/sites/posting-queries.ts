import { ListTakeDowns, Posting } from '@loa/contract/sites'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { all, sql } from '../database/sql.ts'
import { unitJson } from '../units/queries.ts'

const TakeDownRow = ListTakeDowns.answer.shape.rows.element
const columns = sql`p.id, p.site_id, p.face_id, f.label as face, p.duty_id, json_build_object('id', k.id, 'title', k.title) as campaign,
  p.activity_id, p.content, p.up_on, p.due_on, p.down_on, p.version`
const tables = sql`postings p join site_faces f on f.id = p.face_id join duties d on d.id = p.duty_id
  join campaigns k on k.id = d.campaign_id`

const Stored = Posting.extend({ unitId: z.number() })

export const findPosting = (db: Database, id: string) =>
  db.maybe(Stored, sql`select ${columns}, p.unit_id from ${tables} where p.id = ${id}`)

/** All that hangs or hung on the faces of a site. */
export const postingsAt = (db: Database, siteId: string) =>
  db.many(Posting, sql`select ${columns} from ${tables} where p.site_id = ${siteId}`)

export interface PostingValues {
  id: string
  siteId: string
  faceId: string
  unitId: number
  ownerUnitId: number
  dutyId: number
  activityId: string | null
  content: string
  upOn: string
  dueOn: string | null
  downOn: string | null
  by: string
  at: string
}

/** False when the id is taken. */
export const insertPosting = async (db: Database, posting: PostingValues): Promise<boolean> =>
  (await db.run(sql`insert into postings (id, site_id, face_id, unit_id, owner_unit_id, duty_id, activity_id, content, up_on, due_on,
      down_on, updated_by, created_at, updated_at)
    values (${posting.id}, ${posting.siteId}, ${posting.faceId}, ${posting.unitId}, ${posting.ownerUnitId}, ${posting.dutyId},
      ${posting.activityId}, ${posting.content}, ${posting.upOn}, ${posting.dueOn}, ${posting.downOn}, ${posting.by},
      ${posting.at}, ${posting.at})
    on conflict (id) do nothing`)) === 1

export const updatePosting = (db: Database, posting: PostingValues) =>
  db.run(sql`update postings set face_id = ${posting.faceId}, activity_id = ${posting.activityId}, content = ${posting.content},
      up_on = ${posting.upOn}, due_on = ${posting.dueOn}, down_on = ${posting.downOn}, version = version + 1,
      updated_by = ${posting.by}, updated_at = ${posting.at} where id = ${posting.id}`)

/** An activity of that very duty, or null. */
export const isActivityOf = async (db: Database, activityId: string, dutyId: number): Promise<boolean> =>
  (await db.maybe(
    z.object({ id: z.string() }),
    sql`select id from activities where id = ${activityId} and duty_id = ${dutyId}`,
  )) !== null

interface Due {
  units: readonly number[]
  /** Due on or before this day. */
  until: string
  unit?: number | undefined
}
const due = ({ units, until, unit }: Due) =>
  all([
    sql`p.unit_id = any (${units}::int[]) and p.down_on is null and p.due_on <= ${until}`,
    unit && sql`p.unit_id = ${unit}`,
  ])

/** The longest late first; the cursor is day and id of the last row. */
export const listTakeDowns = (
  db: Database,
  filter: Due & { after: { at: string; id: string } | null; limit: number },
) =>
  db.many(
    TakeDownRow,
    sql`select ${columns}, ${unitJson} as unit,
        json_build_object('id', s.id, 'number', s.number, 'name', s.name, 'place', s.place) as site
      from ${tables} join sites s on s.id = p.site_id join units u on u.id = p.unit_id
      where ${due(filter)} and ${all([filter.after && sql`(p.due_on, p.id) > (${filter.after.at}::date, ${filter.after.id}::uuid)`])}
      order by p.due_on, p.id limit ${filter.limit}`,
  )

export const countTakeDowns = async (db: Database, filter: Due): Promise<number> =>
  (
    await db.one(
      z.object({ total: z.number() }),
      sql`select count(*)::int as total from postings p where ${due(filter)}`,
    )
  ).total
