import { Checked, Finding } from '@loa/contract/findings'
import type { DocumentTree } from '@loa/documents'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'

/** Raised when the rules change: what was found by earlier ones is looked at anew. */
const edition = 1

/** What is to be checked of a dispatch, and what was found in it already. */
const CheckGround = z.object({
  id: z.number(),
  ofWhat: z.string(),
  kept: Checked.nullable(),
  fileSha256: z.string().nullable(),
  fileName: z.string().nullable(),
  /** The tree of that moment where it has to be looked at: of a draft, and of a scan, which is not read twice. */
  seen: z.object({ tree: z.custom<DocumentTree>(), messages: z.array(z.any()) }).nullable(),
})

/** The tree of a draft counts as it stands; a file that came in stays what it is, whatever is corrected of its fields. */
export const findCheckGround = (db: Database, id: number) =>
  db.maybe(
    CheckGround,
    sql`select g.id, g.of_what, g.file_sha256, g.file_name, c.result as kept,
          case when c.result is null and (g.file_sha256 is null or g.layout_sha256 is not null)
            then jsonb_build_object('tree', g.tree, 'messages', g.messages) end as seen
        from (select d.id, d.file_name, d.layout_sha256, d.tree, d.messages,
            case when d.direction = 'in' then d.file_sha256 end as file_sha256,
            case when d.direction = 'in' and d.file_sha256 is not null then d.file_sha256 else md5(d.tree::text) end as of_what
          from dispatches d where d.id = ${id}) g
        left join dispatch_checks c on c.dispatch_id = g.id and c.of_what = g.of_what and c.edition = ${edition}`,
  )

/** Two who open it at once find the same. What was found in earlier words of a draft, or by earlier rules, is of no use any more. */
export const keepCheck = async (
  db: Database,
  { id, ofWhat, checked, at }: { id: number; ofWhat: string; checked: Checked; at: string },
): Promise<void> => {
  await db.run(
    sql`delete from dispatch_checks where dispatch_id = ${id} and (of_what, edition) <> (${ofWhat}, ${edition})`,
  )
  await db.run(sql`insert into dispatch_checks (dispatch_id, of_what, edition, result, at)
    values (${id}, ${ofWhat}, ${edition}, ${JSON.stringify(checked)}, ${at}) on conflict do nothing`)
}

export const listAsides = (db: Database, dispatchId: number) =>
  db.many(
    Finding.shape.aside.unwrap().extend({ key: z.string() }),
    sql`select a.key, a.reason, a.at, json_build_object('id', p.id, 'name', p.name) as by
        from finding_asides a join people p on p.id = a.person_id where a.dispatch_id = ${dispatchId}`,
  )

/** @returns whether anything changed: the same said twice is said once */
export const saveAside = async (
  db: Database,
  {
    dispatchId,
    key,
    reason,
    by,
    at,
  }: { dispatchId: number; key: string; reason: string; by: string; at: string },
): Promise<boolean> =>
  (await db.maybe(
    z.object({ key: z.string() }),
    sql`insert into finding_asides as a (dispatch_id, key, reason, person_id, at) values (${dispatchId}, ${key}, ${reason}, ${by}, ${at})
        on conflict (dispatch_id, key) do update set reason = excluded.reason, person_id = excluded.person_id, at = excluded.at
          where a.reason <> excluded.reason returning key`,
  )) !== null

export const dropAside = async (db: Database, dispatchId: number, key: string): Promise<boolean> =>
  (await db.maybe(
    z.object({ key: z.string() }),
    sql`delete from finding_asides where dispatch_id = ${dispatchId} and key = ${key} returning key`,
  )) !== null
