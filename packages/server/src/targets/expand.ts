/** What rules and exceptions ask of each unit. Pure: the same plan on the same ground yields the same targets. */
import type { Indicator } from '@loa/contract/figures'
import type { ruleTroubles, TargetException, TargetPart, TargetRule } from '@loa/contract/targets'

export interface Target {
  unitId: number
  indicator: string
  amount: number
  /** By sets of topics; empty: all topics together. */
  parts: TargetPart[]
  isException: boolean
  reason: string
}

export interface Ground {
  /** The units of the campaign, in its order. */
  units: readonly number[]
  topics: readonly number[]
  indicators: readonly Pick<Indicator, 'code' | 'aggregation' | 'decimals'>[]
  period: { from: string | null; to: string | null }
  /** Units of the directory that fit the conditions of a rule. */
  reach: (rule: TargetRule) => ReadonlySet<number>
}

export interface RuleYield {
  units: number
  /** How many times within its days. */
  times: number
  /** For one unit. */
  amount: number
  trouble: (typeof ruleTroubles)[number] | null
}

export const expand = (
  plan: { rules: readonly TargetRule[]; exceptions: readonly TargetException[] },
  ground: Ground,
): { targets: Target[]; rules: RuleYield[] } => {
  const known = new Map(ground.indicators.map((indicator) => [indicator.code, indicator]))
  const cells = new Map<string, Map<string, TargetPart>>()
  const rules = plan.rules.map((rule): RuleYield => {
    const units = unitsOf(rule, ground)
    const { times, amount, trouble } = amountOf(rule, ground)
    const found = trouble ?? (units.length === 0 ? ('no-units' as const) : null)
    if (found) return { units: units.length, times, amount, trouble: found }
    const topics = topicsOf(rule, ground)
    const isAdded = known.get(rule.indicator)?.aggregation === 'sum'
    for (const unit of units) {
      const key = keyOf(unit, rule.indicator)
      const parts = (isAdded ? cells.get(key) : undefined) ?? new Map<string, TargetPart>()
      // The later rule is the nearer one: for the same topics it stands instead of the earlier.
      parts.set(topics.join(), { topics, amount })
      cells.set(key, parts)
    }
    return { units: units.length, times, amount, trouble: null }
  })
  const exceptions = new Map(plan.exceptions.map((each) => [keyOf(each.unitId, each.indicator), each]))
  const targets = ground.units.flatMap((unitId) =>
    ground.indicators.flatMap(({ code }): Target[] => {
      const exception = exceptions.get(keyOf(unitId, code))
      if (exception)
        return exception.amount === null
          ? []
          : [
              {
                unitId,
                indicator: code,
                amount: exception.amount,
                parts: [],
                isException: true,
                reason: exception.reason,
              },
            ]
      const parts = [...(cells.get(keyOf(unitId, code))?.values() ?? [])]
      if (parts.length === 0) return []
      return [
        {
          unitId,
          indicator: code,
          amount: tidy(parts.reduce((sum, part) => sum + part.amount, 0)),
          parts: parts.length === 1 && parts[0]?.topics.length === 0 ? [] : parts,
          isException: false,
          reason: '',
        },
      ]
    }),
  )
  return { targets, rules }
}

const keyOf = (unitId: number, indicator: string) => `${unitId} ${indicator}`

const unitsOf = (rule: TargetRule, { units, reach }: Ground): number[] => {
  const reached = reach(rule)
  return units.filter((unit) => reached.has(unit))
}

/** All of the campaign, said one by one, are all of them. */
const topicsOf = (rule: TargetRule, { topics }: Ground): number[] => {
  const chosen = topics.filter((topic) => rule.topics.includes(topic))
  return chosen.length === topics.length ? [] : chosen
}

const amountOf = (rule: TargetRule, ground: Ground): Omit<RuleYield, 'units'> => {
  const nothing = { times: 0, amount: 0 }
  const indicator = ground.indicators.find(({ code }) => code === rule.indicator)
  if (!indicator) return { ...nothing, trouble: 'strange-indicator' }
  if (rule.topics.some((topic) => !ground.topics.includes(topic)))
    return { ...nothing, trouble: 'strange-topic' }
  const times = timesOf(rule, ground.period)
  if (times === null) return { ...nothing, trouble: 'no-period' }
  const topics = rule.eachTopic ? rule.topics.length || Math.max(ground.topics.length, 1) : 1
  const amount = tidy(rule.amount * times * topics)
  return {
    times,
    amount,
    trouble: Number(amount.toFixed(indicator.decimals)) === amount ? null : 'decimals',
  }
}

/** Days, weeks or months that have begun from the first day to the last, both included. Null where no days are stated. */
export const timesOf = (
  { per, from, to }: Pick<TargetRule, 'per' | 'from' | 'to'>,
  period: Ground['period'],
): number | null => {
  if (per === 'once') return 1
  const days = { from: from ?? period.from, to: to ?? period.to }
  if (!days.from || !days.to || days.to < days.from) return null
  const first = Temporal.PlainDate.from(days.from)
  const last = Temporal.PlainDate.from(days.to)
  const all = first.until(last, { largestUnit: 'days' }).days + 1
  if (per === 'day') return all
  if (per === 'week') return Math.ceil(all / 7)
  return first.until(last, { largestUnit: 'months' }).months + 1
}

/** 0.1 × 3 is 0.3. */
const tidy = (value: number): number => Number(value.toFixed(6))
