/** Day and hours of a drive, and back: hours are those of Việt Nam, which has had one offset since 1975. Pure. */
import { instantWords } from '../shell/format.ts'

export const hoursOf = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }) => {
  const [from = '', day = ''] = instantWords(startsAt).split(' ')
  return { day, from, to: instantWords(endsAt).split(' ')[0] ?? '' }
}

export const hourOf = (instant: string): string => instantWords(instant).split(' ')[0] ?? ''

/** `to` at or before `from` is the next morning. */
export const instantsOf = (day: string, from: string, to: string): { startsAt: string; endsAt: string } => {
  const starts = Date.parse(`${day}T${from}:00+07:00`)
  const ends = Date.parse(`${day}T${to}:00+07:00`)
  return {
    startsAt: new Date(starts).toISOString(),
    endsAt: new Date(ends > starts ? ends : ends + 86_400_000).toISOString(),
  }
}
