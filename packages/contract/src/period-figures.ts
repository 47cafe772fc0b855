/** Figures by period: every unit and indicator of a month, a quarter, a year, with what stands beside them in an annex. */
import { z } from 'zod'
import { Day, endpoint, Id, PageQuery } from './endpoint.ts'
import { Indicator, Total } from './figures.ts'
import { UnitRef, UnitsOf } from './units.ts'

export const DayRange = z.object({ from: Day, to: Day })

/**
 * Each is absent where nothing was reported, which is not zero, and null where several units have a value and values of this
 * kind are not added.
 */
export const PeriodCell = z.object({
  amounts: Total.optional(),
  /** Lũy kế: since the start of the year of that calendar. */
  sinceNewYear: Total.optional(),
  /** Cùng kỳ: the same period of the year before. */
  lastYear: Total.optional(),
  /** What the campaigns of that year ask for, where there are targets. */
  plan: z.number().nullable(),
})
export type PeriodCell = z.infer<typeof PeriodCell>
/** By indicator code; no key where there is neither a number nor a plan. */
const Cells = z.record(z.string(), PeriodCell)

export const GetPeriodFigures = endpoint({
  method: 'get',
  path: '/api/period-figures',
  access: 'figure.read',
  summary:
    'All units and indicators of a period, with plan, the year so far, and the same period of last year',
  query: PageQuery.extend({
    /** `administrative.month.2023.5`, `calendar.year.2023.1`, `iso.week.2023.21`, `range.2023-05-01.2023-05-31`, `campaign`. */
    period: z.string().max(60),
    campaign: Id.optional(),
    /** Of that campaign. */
    topic: Id.optional(),
    units: UnitsOf,
    /** Only this one in rows and totals. */
    indicator: z.string().max(100).optional(),
  }),
  answer: z.object({
    period: DayRange,
    sinceNewYear: DayRange,
    lastYear: DayRange,
    /** Whose orders they are for. */
    owner: UnitRef,
    campaign: z.object({ id: Id, title: z.string() }).nullable(),
    topics: z.array(z.object({ id: Id, text: z.string() })),
    /** Those with a number or a plan anywhere in the table, in the order of the ten forms. */
    indicators: z.array(Indicator),
    rows: z.array(z.object({ unit: UnitRef, parts: z.array(UnitRef), cells: Cells })),
    totals: Cells,
    next: z.string().nullable(),
    /** Units in the table, and those of them that have reported something in the period. */
    total: z.number().int(),
    reporting: z.number().int(),
    /** Changes that are not in these numbers yet: they are counted in within seconds. */
    waiting: z.number().int(),
  }),
})
