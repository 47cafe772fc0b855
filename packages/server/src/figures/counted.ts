/** What a quantity counts as: the number its unit typed, or the one that the last correction says. */
import { sql } from '../database/sql.ts'

/** The correction that holds for a quantity `q`, or no row. */
export const lastCorrection = sql`select c.id, c.quantity, c.out_of, c.things from quantity_corrections c
  where c.activity_id = q.activity_id and c.indicator = q.indicator order by c.number desc limit 1`
