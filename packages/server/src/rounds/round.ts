/**
 * The rules of reporting rounds. Pure. Periods are the administrative ones of Decree 09/2019/NĐ-CP, article 12.
 */
import { periodOf as namedPeriodOf } from '@loa/contract/periods'
import { Problem } from '@loa/contract/problem'
import type { RoundKind } from '@loa/contract/rounds'
import { addWorkingDays, nextWorkingDay, type WorkCalendar } from '../holidays/working-days.ts'
import { zone } from '../time.ts'

export interface Period {
  kind: RoundKind
  from: string | null
  to: string
  cutOff: string
  dueAt: string
}

/** The end of office hours of a day, as an instant. */
export const endOfOffice = (day: string): string =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: '17:00' }).toInstant().toString()

const dayOf = (instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString()

const earlier = (day: string, other: string) => (day < other ? day : other)

/** The period of that kind which the day is in: 22 May 2023 is in the month 15 May → 14 June. */
export const periodOf = (
  calendar: WorkCalendar,
  kind: Exclude<RoundKind, 'final' | 'other'>,
  on: string,
): Period => {
  const found = namedPeriodOf(on, kind === 'half-year' ? 'half' : kind, 'administrative')
  if (!found) throw new Error(`every day is in a ${kind}`)
  const { from, to } = found
  return { kind, from, to, cutOff: to, dueAt: endOfOffice(nextWorkingDay(calendar, to)) }
}

/**
 * The round that opens by itself. The deadline of a campaign is the day by which the body above wants its report; so the
 * units report on the working day before, and figures are cut off on the one before that.
 */
export const finalRound = (
  calendar: WorkCalendar,
  campaign: { from: string | null; deadline: string },
  own: { dueAt: string } | null,
): Period & { upDueAt: string } => {
  const asked = own ? dayOf(own.dueAt) : campaign.deadline
  const due = addWorkingDays(calendar, earlier(asked, campaign.deadline), -1)
  const cutOff = addWorkingDays(calendar, due, -1)
  return {
    kind: 'final',
    from: campaign.from && campaign.from <= cutOff ? campaign.from : null,
    to: cutOff,
    cutOff,
    dueAt: endOfOffice(due),
    upDueAt: own?.dueAt ?? endOfOffice(campaign.deadline),
  }
}

/** The same round one level below: due a working day earlier, and cut off where that needs it. */
export const roundBelow = (calendar: WorkCalendar, above: Period): Period => {
  const due = addWorkingDays(calendar, dayOf(above.dueAt), -1)
  const latest = addWorkingDays(calendar, due, -1)
  return { ...above, cutOff: earlier(latest, above.cutOff), dueAt: endOfOffice(due) }
}

/**
 * Reports are due at least one working day after the cut-off, and before the body itself must report.
 * @throws Problem `round.wrong-days`, `round.due-too-early`, `round.due-after-own`
 */
export const checkRound = (
  calendar: WorkCalendar,
  round: Omit<Period, 'kind'> & { upDueAt: string | null },
  own: { dueAt: string } | null,
): void => {
  if ((round.from !== null && round.from > round.to) || (round.from !== null && round.cutOff < round.from))
    throw new Problem('round.wrong-days', { from: round.from, to: round.to })
  const least = nextWorkingDay(calendar, round.cutOff)
  if (dayOf(round.dueAt) < least) throw new Problem('round.due-too-early', { least })
  const bounds = [round.upDueAt, own?.dueAt].filter((instant): instant is string => Boolean(instant))
  const first = bounds.sort((left, right) => Temporal.Instant.compare(left, right))[0]
  if (first && Temporal.Instant.compare(round.dueAt, first) >= 0)
    throw new Problem('round.due-after-own', { own: first })
}
