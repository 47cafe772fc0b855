import { DocumentTree } from '@loa/contract/documents'
import { DraftComment, DraftVersion } from '@loa/contract/drafts'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'

/** What the draft says after a change; before the first one, what it said then. */
export const keepVersion = async (
  db: Database,
  before: { id: number; version: number; tree: DocumentTree; createdAt: string },
  { tree, by, at }: { tree: DocumentTree; by: string; at: string },
) => {
  await db.run(sql`insert into dispatch_versions (dispatch_id, number, at, person_id, tree)
    select d.id, ${before.version}, d.created_at, d.created_by, ${JSON.stringify(before.tree)} from dispatches d
    where d.id = ${before.id} and not exists (select from dispatch_versions v where v.dispatch_id = d.id)`)
  await db.run(sql`insert into dispatch_versions (dispatch_id, number, at, person_id, tree)
    values (${before.id}, ${before.version + 1}, ${at}, ${by}, ${JSON.stringify(tree)}) on conflict do nothing`)
}

export const listVersions = (db: Database, dispatchId: number) =>
  db.many(
    DraftVersion,
    sql`select v.number, v.at, case when p.id is null then null else json_build_object('id', p.id, 'name', p.name) end as person
        from dispatch_versions v left join people p on p.id = v.person_id where v.dispatch_id = ${dispatchId}
        order by v.number desc limit 200`,
  )

/** That version and the one before it, the newer first. */
export const findVersionPair = (db: Database, dispatchId: number, number: number) =>
  db.many(
    z.object({ number: z.number(), tree: DocumentTree }),
    sql`select number, tree from dispatch_versions where dispatch_id = ${dispatchId} and number <= ${number}
        order by number desc limit 2`,
  )

const Stored = DraftComment.omit({ moved: true, maySettle: true })
const columns = sql`c.id, c.at, json_build_object('id', p.id, 'name', p.name) as person, c.field, c.quote, c.words, c.reply_to,
  case when c.done_by is null then null else json_build_object('by', json_build_object('id', b.id, 'name', b.name),
    'at', to_char(c.done_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end as done`
const tables = sql`dispatch_comments c join people p on p.id = c.person_id left join people b on b.id = c.done_by`

export const listComments = (db: Database, dispatchId: number) =>
  db.many(
    Stored,
    sql`select ${columns} from ${tables} where c.dispatch_id = ${dispatchId} order by c.seq limit 500`,
  )

export const findCommentForUpdate = (db: Database, dispatchId: number, id: string) =>
  db.maybe(
    Stored,
    sql`select ${columns} from ${tables} where c.dispatch_id = ${dispatchId} and c.id = ${id} for update of c`,
  )

/** 0 when it is there already, of this dispatch or another. */
export const insertComment = (
  db: Database,
  comment: {
    id: string
    dispatchId: number
    at: string
    by: string
    field: string | null
    quote: string
    words: string
    replyTo: string | null
  },
) =>
  db.run(sql`insert into dispatch_comments (id, dispatch_id, at, person_id, field, quote, words, reply_to)
    values (${comment.id}, ${comment.dispatchId}, ${comment.at}, ${comment.by}, ${comment.field}, ${comment.quote}, ${comment.words},
      ${comment.replyTo}) on conflict do nothing`)

export const settleComment = (db: Database, id: string, done: { by: string; at: string } | null) =>
  db.run(
    sql`update dispatch_comments set done_by = ${done?.by ?? null}, done_at = ${done?.at ?? null} where id = ${id}`,
  )
