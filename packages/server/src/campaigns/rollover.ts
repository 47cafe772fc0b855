/** The rules by which next year's campaign is drawn from this one. Pure: people put right what no rule can know. */
import type { TargetException, TargetRule } from '@loa/contract/targets'
import type { DocumentTree } from '@loa/documents'

/** What changes from the one to the next: ids of topics, heirs of units (null: ended without one), days. */
export interface Passage {
  topics: ReadonlyMap<number, number>
  heirs: ReadonlyMap<number, number | null>
  days: number
}

/** Rules keep their sense: the same topics of the new campaign, their days as far from its beginning. */
export const nextRules = (rules: TargetRule[], { topics, heirs, days }: Passage): TargetRule[] =>
  rules.map((rule) => ({
    ...rule,
    units: {
      ...rule.units,
      exceptUnitIds: heirsOf(rule.units.exceptUnitIds, heirs),
      extraUnitIds: heirsOf(rule.units.extraUnitIds, heirs),
    },
    topics: rule.topics.flatMap((topic) => topics.get(topic) ?? []),
    from: later(rule.from, days),
    to: later(rule.to, days),
  }))

const heirsOf = (ids: number[], heirs: Passage['heirs']): number[] => [
  ...new Set(ids.flatMap((id) => (heirs.has(id) ? (heirs.get(id) ?? []) : id))),
]

/** Of units that were merged the first exception stays; of those without an heir none. */
export const nextExceptions = (exceptions: TargetException[], { heirs }: Passage): TargetException[] => {
  const seen = new Set<string>()
  return exceptions.flatMap((exception) => {
    const unitId = heirs.has(exception.unitId) ? (heirs.get(exception.unitId) ?? null) : exception.unitId
    const key = `${unitId} ${exception.indicator}`
    if (unitId === null || seen.has(key)) return []
    seen.add(key)
    return [{ ...exception, unitId }]
  })
}

const later = (day: string | null, days: number): string | null =>
  day === null ? null : Temporal.PlainDate.from(day).add({ days }).toString()

/** Null where a campaign says no day to count from. */
export const daysBetween = (before: string | null, after: string): number =>
  before === null
    ? 0
    : Temporal.PlainDate.from(before).until(Temporal.PlainDate.from(after), { largestUnit: 'days' }).days

/** "… năm 2023" → "… năm 2024": the year of the old campaign, where it stands alone as a year. */
export const inYear = (text: string, before: number, after: number): string =>
  text.replace(new RegExp(`(?<!\\d)${before}(?!\\d)`, 'g'), String(after))

/**
 * The dispatch of last time as a draft: without number, date and what it referred to, which are of that time. Its words stay as
 * they were, for the officer to go through.
 */
export const nextDraft = (tree: DocumentTree, subject: string | null): DocumentTree => ({
  ...tree,
  number: null,
  code: tree.symbol ? `/${tree.symbol}` : null,
  date: null,
  subject,
  references: [],
  dueDates: [],
  signerName: null,
  sources: {},
  text: '',
})
