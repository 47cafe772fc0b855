/** Lays the life of a unit on lanes: without a branching it is one line. Pure. */
import type { UnitLife } from '@loa/contract/units'

export interface Bar {
  unit: UnitLife['units'][number]
  lane: number
  /** Places among the days on which something changed; 0 is "before", the last is "now". */
  from: number
  to: number
}

export interface Lanes {
  days: string[]
  bars: Bar[]
  lanes: number
}

/** Who follows somebody goes on in that lane, unless another was first; so what was not divided stays on one line. */
export const lanesOf = ({ units, successions }: Pick<UnitLife, 'units' | 'successions'>): Lanes => {
  const days = [
    ...new Set(units.flatMap(({ validFrom, validTo }) => [validFrom ?? '', dayAfter(validTo) ?? ''])),
  ]
    .filter((day) => day !== '')
    .sort()
  const place = (day: string | null, open: number) => (day === null ? open : days.indexOf(day) + 1)
  const bars = new Map<number, Bar>()
  /** Up to where each lane is taken. */
  const taken: number[] = []
  // The unit itself comes before others of its day, so that its own line is the straight one.
  const order = units.toSorted(
    (a, b) =>
      (a.validFrom ?? '').localeCompare(b.validFrom ?? '') ||
      Number(b.side === 'self') - Number(a.side === 'self'),
  )
  for (const unit of order) {
    const from = place(unit.validFrom, 0)
    const to = place(dayAfter(unit.validTo), days.length + 1)
    const before = successions
      .filter((each) => each.to === unit.id)
      .flatMap((each) => bars.get(each.from)?.lane ?? [])
      .find((each) => (taken[each] ?? 0) <= from)
    const free = taken.findIndex((until) => until < from)
    const lane = before ?? (free < 0 || unit.side === 'before' ? taken.length : free)
    taken[lane] = to
    bars.set(unit.id, { unit, lane, from, to })
  }
  return { days, bars: [...bars.values()], lanes: taken.length }
}

/** Days are inclusive; what ends on the 30th makes room for what begins on the 1st. */
const dayAfter = (day: string | null): string | null => {
  if (day === null) return null
  const next = new Date(`${day}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}
