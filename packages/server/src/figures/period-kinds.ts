/** How the periods of the contract stand in the roll-ups, and which of them a day touches. Pure. */
import { addDays } from '@loa/contract/days'
import { partsOfPeriod } from '@loa/contract/period-cover'
import { type NamedPeriod, periodsOfDay } from '@loa/contract/periods'

/** `adm-month`, `cal-year`, `week`. */
export const kindOf = (period: NamedPeriod): string =>
  period.kind === 'week' ? 'week' : `${period.calendar === 'administrative' ? 'adm' : 'cal'}-${period.kind}`

interface Touched {
  day: string
  kind: string
  startsOn: string
  endsOn: string
  /** What it is put together from; null: from activities. */
  part: string | null
}

/** Of each day the periods that it is in, the shortest before those that are made of them. */
export const touchedBy = (days: readonly string[]): Touched[] =>
  days.flatMap((day) =>
    periodsOfDay(day).map((period) => {
      const [part] = partsOfPeriod(period)
      return {
        day,
        kind: kindOf(period),
        startsOn: period.from,
        endsOn: period.to,
        part: part ? kindOf(part) : null,
      }
    }),
  )

/** Every day of those periods, with the period: what an activity of the day counts in. */
export const daysOf = (periods: readonly Touched[]): { day: string; kind: string; startsOn: string }[] => {
  const each = new Map(periods.map((period) => [`${period.kind} ${period.startsOn}`, period]))
  const days: { day: string; kind: string; startsOn: string }[] = []
  for (const { kind, startsOn, endsOn } of each.values())
    for (let day = startsOn; day <= endsOn; day = addDays(day, 1)) days.push({ day, kind, startsOn })
  return days
}
