/** The weeks of a campaign in a row, so that a week in which nothing was done is seen. Pure. */
import type { Amounts, Indicator } from '@loa/contract/figures'

export interface WeekFigure {
  week: string
  indicator: string
  units: number
  amounts: Amounts
}

/** The last half-year of them: a page shows no more, and a mistyped day does not stretch it over years. */
const most = 26

export const weeksOf = (figures: readonly WeekFigure[]): string[] => {
  const found = figures.map(({ week }) => week).sort()
  const [first] = found
  const last = found.at(-1)
  if (!first || !last) return []
  const weeks: string[] = []
  for (
    let day = Temporal.PlainDate.from(last);
    weeks.length < most && Temporal.PlainDate.compare(day, first) >= 0;
    day = day.subtract({ days: 7 })
  )
    weeks.unshift(day.toString())
  return weeks
}

/** Of each indicator that has a figure, week by week. What several units reported and is no sum is not shown as one number. */
export const courseOf = (
  indicators: readonly Pick<Indicator, 'code' | 'aggregation'>[],
  figures: readonly WeekFigure[],
  weeks: readonly string[],
): { indicator: string; cells: (Amounts | null)[] }[] =>
  indicators.flatMap(({ code, aggregation }) => {
    const own = new Map(figures.flatMap((each) => (each.indicator === code ? [[each.week, each]] : [])))
    if (own.size === 0) return []
    return [
      {
        indicator: code,
        cells: weeks.map((week) => {
          const figure = own.get(week)
          return figure && (aggregation === 'sum' || figure.units === 1) ? figure.amounts : null
        }),
      },
    ]
  })
