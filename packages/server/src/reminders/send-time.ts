/** When a reminder may reach people. Pure. */
import { isWorkingDay, nextWorkingDay, type WorkCalendar } from '../holidays/working-days.ts'
import { zone } from '../time.ts'

/** From 19:00 to 7:00 and on days off nobody is reminded; what waits goes at half past seven. */
const quietUntil = Temporal.PlainTime.from('07:00')
const quietFrom = Temporal.PlainTime.from('19:00')
const morning = '07:30'

const inZone = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(zone)
const morningOf = (day: string): string =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: morning }).toInstant().toString()

/** Half past seven of the first working day whose morning is still to come. */
export const nextMorning = (calendar: WorkCalendar, now: string): string => {
  const at = inZone(now)
  const day = at.toPlainDate().toString()
  const isAhead = Temporal.PlainTime.compare(at.toPlainTime(), Temporal.PlainTime.from(morning)) < 0
  return morningOf(isAhead && isWorkingDay(calendar, day) ? day : nextWorkingDay(calendar, day))
}

/** Now, or the next working morning where now is quiet. */
export const soonest = (calendar: WorkCalendar, now: string): string => {
  const at = inZone(now)
  const time = at.toPlainTime()
  const isOpen =
    Temporal.PlainTime.compare(time, quietUntil) >= 0 && Temporal.PlainTime.compare(time, quietFrom) < 0
  return isOpen && isWorkingDay(calendar, at.toPlainDate().toString()) ? now : nextMorning(calendar, now)
}
