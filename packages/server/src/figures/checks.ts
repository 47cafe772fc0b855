/**
 * What is odd in figures and asks for a person's eyes; never a verdict. A report is checked before it is accepted: the unit
 * it is counted in, the period, the jump against the last one, missing evidence. Few rules, each with its reason. Pure.
 */
import type { CheckRule } from '@loa/contract/figure-checks'

export interface Finding {
  rule: CheckRule
  unitId: number
  indicator: string
  subject: string
  found: number
  against: number
  /** The difference, in the counting unit. */
  size: number
}

interface Of {
  unitId: number
  indicator: string
}

/** Below so many the share of two numbers says little: from 1 to 4 banners is no jump. */
const worthAsking = 10

/** More than three times the month before, or less than a third of it, where one of the two is worth asking about. */
export const jumps = (
  months: readonly (Of & { month: string; value: number; before: number })[],
): Finding[] =>
  months
    .filter(
      ({ value, before }) =>
        before > 0 && Math.max(value, before) >= worthAsking && (value > 3 * before || 3 * value < before),
    )
    .map(({ unitId, indicator, month, value, before }) => ({
      rule: 'jump',
      unitId,
      indicator,
      subject: month,
      found: value,
      against: before,
      size: Math.abs(value - before),
    }))

/** Less than half of what counts is shown by anything, and what is lacking is worth asking about. */
export const unproved = (figures: readonly (Of & { counts: number; proved: number })[]): Finding[] =>
  figures
    .filter(({ counts, proved }) => counts - proved >= worthAsking && proved * 2 < counts)
    .map(({ unitId, indicator, counts, proved }) => ({
      rule: 'unproved',
      unitId,
      indicator,
      subject: '',
      found: counts,
      against: proved,
      size: counts - proved,
    }))

/**
 * One activity is of one day. `perDay` is the most that a day allows, for each of the things counted by `times` in the same
 * activity, where it says how many there were.
 */
export const impossible: Record<string, { rule: CheckRule; perDay: number; times?: string }> = {
  // A day has 24 hours, for each screen, cluster or car.
  'car.hours': { rule: 'hours-a-day', perDay: 24, times: 'car.vehicle' },
  'led.hours': { rule: 'hours-a-day', perDay: 24, times: 'led.screen' },
  'loudspeaker.minutes': { rule: 'hours-a-day', perDay: 24 * 60, times: 'loudspeaker.cluster' },
  // The largest open-air squares of a district hold some twenty thousand.
  'performance.visits': { rule: 'visits-a-show', perDay: 20_000, times: 'performance.session' },
  'film.visits': { rule: 'visits-a-show', perDay: 20_000, times: 'film.session' },
  // A city's cars make 20 to 30 runs a day together; one car not more.
  'car.run': { rule: 'runs-a-day', perDay: 30, times: 'car.vehicle' },
}

export const tooMuch = (
  activities: readonly { id: string; unitId: number; quantities: Readonly<Record<string, number>> }[],
): Finding[] =>
  activities.flatMap(({ id, unitId, quantities }) =>
    Object.entries(impossible).flatMap(([indicator, { rule, perDay, times }]): Finding[] => {
      const found = quantities[indicator] ?? 0
      const against = perDay * Math.max(1, (times && quantities[times]) || 1)
      if (found <= against) return []
      return [{ rule, unitId, indicator, subject: id, found, against, size: found - against }]
    }),
  )
