/** Changes of the directory for tests that are about what follows from them. */
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'

export interface Follows {
  from: string
  to: string
  share: 'full' | 'partial'
}

const Id = z.object({ id: z.number() })

/**
 * Old units end the day before, new ones begin, and who follows whom is written down: what an import or an act of
 * succession does, without its checks.
 * @returns the id of the change
 */
export const cutDirectory = async (
  db: Database,
  cut: {
    on: string
    act?: string
    ended: string[]
    begun: { code: string; name: string; type: string; parentCode?: string }[]
    follows: Follows[]
  },
): Promise<number> => {
  const { id } = await db.one(
    Id,
    sql`insert into unit_changes (kind, title, act, effective_on, unit_id, at)
        values ('succession', 'Sắp xếp đơn vị', ${cut.act ?? ''}, ${cut.on}, (select operator_unit_id from installation),
          ${`${cut.on}T00:00:00Z`}) returning id`,
  )
  await db.run(sql`insert into unit_closings (change_id, unit_id, valid_to_before)
    select ${id}, u.id, u.valid_to from units u where u.code = any (${cut.ended}) and u.valid_to is null`)
  await db.run(sql`update units u set valid_to = ${cut.on}::date - 1 from unit_closings c
    where c.change_id = ${id} and u.id = c.unit_id`)
  await db.run(sql`insert into units (code, valid_from, name, full_name, type, parent_code, change_id)
    select r.code, ${cut.on}, r.name, r.name, r.type, r."parentCode", ${id}
    from jsonb_to_recordset(${JSON.stringify(cut.begun)}::jsonb) as r(code text, name text, type text, "parentCode" text)`)
  await db.run(sql`insert into unit_successions (from_unit_id, to_unit_id, kind, share, act, effective_on, change_id)
    select f.id, t.id, case when r.share = 'full' then 'merge' else 'split' end, r.share, ${cut.act ?? ''}, ${cut.on}, ${id}
    from jsonb_to_recordset(${JSON.stringify(cut.follows)}::jsonb) as r("from" text, "to" text, share text)
    join units f on f.code = r."from" and f.valid_to = ${cut.on}::date - 1
    join units t on t.code = r."to" and t.valid_from = ${cut.on}`)
  return id
}

export const unitIdOf = async (db: Database, code: string, on?: string): Promise<number> =>
  (
    await db.one(
      Id,
      on
        ? sql`select id from units where code = ${code} and coalesce(valid_from, '-infinity') <= ${on}
              and coalesce(valid_to, 'infinity') >= ${on}`
        : sql`select id from units where code = ${code}`,
    )
  ).id
