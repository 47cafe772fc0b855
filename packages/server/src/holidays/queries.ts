import { HolidayYear, OwnHoliday } from '@loa/contract/holidays'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { type WorkCalendar, workCalendar } from './working-days.ts'

const yearColumns = sql`year, tet_before, national_day_with, act`
const ownColumns = sql`day, name, kind, note`

export const findYear = (db: Database, year: number) =>
  db.maybe(HolidayYear, sql`select ${yearColumns} from holiday_years where year = ${year}`)

export const listOwn = (db: Database, year: number) =>
  db.many(
    OwnHoliday,
    sql`select ${ownColumns} from holidays
        where day between make_date(${year}, 1, 1) and make_date(${year}, 12, 31) order by day`,
  )

/** All that was entered, some ten rows a year: what working days are reckoned by. */
export const readCalendar = async (db: Database): Promise<WorkCalendar> =>
  workCalendar(
    await db.many(HolidayYear, sql`select ${yearColumns} from holiday_years`),
    await db.many(OwnHoliday, sql`select ${ownColumns} from holidays`),
  )

export const saveYear = (
  db: Database,
  { year, tetBefore, nationalDayWith, act }: HolidayYear,
  by: { id: string; at: string },
) =>
  db.run(sql`insert into holiday_years (year, tet_before, national_day_with, act, decided_by, decided_at)
    values (${year}, ${tetBefore}, ${nationalDayWith}, ${act}, ${by.id}, ${by.at})
    on conflict (year) do update set tet_before = excluded.tet_before, national_day_with = excluded.national_day_with,
      act = excluded.act, decided_by = excluded.decided_by, decided_at = excluded.decided_at`)

export const saveOwn = (
  db: Database,
  { day, name, kind, note }: OwnHoliday,
  by: { id: string; at: string },
) =>
  db.run(sql`insert into holidays (day, name, kind, note, entered_by, entered_at)
    values (${day}, ${name}, ${kind}, ${note}, ${by.id}, ${by.at})
    on conflict (day) do update set name = excluded.name, kind = excluded.kind, note = excluded.note,
      entered_by = excluded.entered_by, entered_at = excluded.entered_at`)

/** The day as it was entered, or nothing where it was not. */
export const removeOwn = (db: Database, day: string) =>
  db.maybe(OwnHoliday, sql`delete from holidays where day = ${day} returning ${ownColumns}`)
