/** How far a role in a unit reaches: the unit, all below it, and what those succeeded. */
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'

export interface Reach {
  /** The unit and what it succeeded whole: whose work is the unit's own. */
  own: ReadonlySet<number>
  /** Own, and all below: the units a role may act for. */
  whole: ReadonlySet<number>
  /** Whole, and what was succeeded in part: it may be read, and nobody acts for it until a person has chosen who does. */
  seen: readonly number[]
}

/**
 * Kept in memory by unit, day and state of the directory, so that a request walks no tree: a minister's officer and a
 * commune's ask the same one look-up.
 * @param key `version`: the newest change of the directory; a new one makes what is kept here useless
 */
export const reachOf = async (
  db: Database,
  { unitId, day, version }: { unitId: number; day: string; version: number },
): Promise<Reach> => {
  const key = `${unitId} ${day} ${version}`
  const known = kept.get(key)
  if (known) return known
  const rows = await db.many(Row, walk(unitId, day))
  const reach = {
    own: new Set(rows.filter(({ own }) => own).map(({ id }) => id)),
    whole: new Set(rows.filter(({ whole }) => whole).map(({ id }) => id)),
    seen: rows.map(({ id }) => id),
  }
  if (kept.size >= 1000) kept.clear()
  kept.set(key, reach)
  return reach
}

const kept = new Map<string, Reach>()

const Row = z.object({ id: z.number(), own: z.boolean(), whole: z.boolean() })

/**
 * Down to the children and back to the predecessors, in any order: the heir of a province sees what the districts below
 * the old province have left. A child that has ended stays below its parent; a parent is meant by its code on the days
 * they share, since codes are reused.
 */
const walk = (unitId: number, day: string) => sql`
  with recursive reach as (
    select u.id, true as own, true as whole from units u where u.id = ${unitId}
    union
    select next.id, reach.own and next.own, reach.whole and next.whole
    from reach join units me on me.id = reach.id cross join lateral (
      select c.id, false as own, true as whole from units c
      where c.parent_code = me.code and (c.valid_from is null or c.valid_from <= ${day})
        and coalesce(c.valid_from, '-infinity') <= coalesce(me.valid_to, 'infinity')
        and coalesce(me.valid_from, '-infinity') <= coalesce(c.valid_to, 'infinity')
      union all
      select s.from_unit_id, s.share = 'full', s.share = 'full' from unit_successions s
      where s.to_unit_id = me.id and s.effective_on <= ${day}
    ) next
  )
  select id, bool_or(own) as own, bool_or(whole) as whole from reach group by id order by id`
