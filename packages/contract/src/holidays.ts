/** Ngày nghỉ: days off by law, as decided for the year, and those the administrator enters. */
import { z } from 'zod'
import { Day, endpoint } from './endpoint.ts'

export const holidayRules = [
  'new-year',
  'tet',
  'hung-kings',
  'reunification',
  'labour',
  'national',
  'in-lieu',
] as const

/** A day off by law; `in-lieu` is given for the day `of`, which falls on a Saturday or Sunday. */
export const LegalHoliday = z.object({ day: Day, rule: z.enum(holidayRules), of: Day.nullable() })
export type LegalHoliday = z.infer<typeof LegalHoliday>

const HolidayChoice = z.object({
  /** How many of the five days stand before Tết; the others are Tết and what follows. */
  tetBefore: z.union([z.literal(1), z.literal(2)]),
  /** On which side of 02/9 the second day lies. */
  nationalDayWith: z.enum(['before', 'after']),
})
/** What is decided for a year; `act` null: nothing was entered, and Loa goes by what is usual. */
export const HolidayYear = HolidayChoice.extend({
  year: z.number().int(),
  act: z.string().nullable(),
})
export type HolidayYear = z.infer<typeof HolidayYear>

const kinds = ['off', 'working'] as const
/** A day that is off though no law says so, or a Saturday that is worked instead of another day. */
export const OwnHoliday = z.object({
  day: Day,
  name: z.string(),
  kind: z.enum(kinds),
  note: z.string(),
})
export type OwnHoliday = z.infer<typeof OwnHoliday>

const Year = z.coerce.number().int().min(2000).max(2100)
const Holidays = z.object({
  year: HolidayYear,
  legal: z.array(LegalHoliday),
  own: z.array(OwnHoliday),
  /** The person may change them. */
  keeps: z.boolean(),
})
export type Holidays = z.infer<typeof Holidays>

export const GetHolidays = endpoint({
  method: 'get',
  path: '/api/holidays/{year}',
  access: 'holiday.read',
  summary: 'The days off of a year: by law, each with its rule, and those that were entered',
  params: z.object({ year: Year }),
  answer: Holidays,
})
export const SaveHolidayYear = endpoint({
  method: 'put',
  path: '/api/holidays/{year}',
  access: 'holiday.change',
  summary: 'How the days of Tết and 02/9 lie in a year, with the act that says so',
  params: z.object({ year: Year }),
  body: HolidayChoice.extend({ act: z.string().trim().min(3).max(300) }),
  answer: Holidays,
})
export const SaveHoliday = endpoint({
  method: 'put',
  path: '/api/holidays/{year}/days/{day}',
  access: 'holiday.change',
  summary: 'Enter a day off, or a Saturday that is worked instead; the same day again is changed',
  params: z.object({ year: Year, day: Day }),
  body: z.object({
    name: z.string().trim().min(2).max(200),
    kind: z.enum(kinds),
    note: z.string().trim().max(500).default(''),
  }),
  answer: Holidays,
})
export const RemoveHoliday = endpoint({
  method: 'delete',
  path: '/api/holidays/{year}/days/{day}',
  access: 'holiday.change',
  summary: 'Take back a day that was entered',
  params: z.object({ year: Year, day: Day }),
  answer: Holidays,
})
