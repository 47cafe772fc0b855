import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import type { Corrected } from './correction.ts'

/** 0 when the id is there already. */
export const insertCorrection = (
  db: Database,
  correction: Corrected & {
    id: string
    activityId: string
    unitId: number
    ownerUnitId: number
    by: string
    at: string
  },
) =>
  db.run(sql`insert into quantity_corrections (id, activity_id, indicator, unit_id, owner_unit_id, quantity, out_of, things,
      reason, corrected_by, corrected_at)
    values (${correction.id}, ${correction.activityId}, ${correction.indicator}, ${correction.unitId},
      ${correction.ownerUnitId}, ${correction.quantity}, ${correction.outOf}, ${correction.things}, ${correction.reason},
      ${correction.by}, ${correction.at})
    on conflict (id) do nothing`)

/** Whose correction it is, where the reader sees it. */
export const findCorrection = (db: Database, id: string) =>
  db.maybe(
    z.object({ activityId: z.string(), indicator: z.string() }),
    sql`select activity_id, indicator from quantity_corrections where id = ${id}`,
  )
