/** A row of a mapping is about two rows of the directory: which ones, its day tells. Pure. */
import type { Directory } from './parents.ts'
import { dayAfter, first, isThere, last, type Span } from './span.ts'

export interface FileMapping {
  file: number
  line: number
  oldCode: string
  newCode: string
  share: 'full' | 'partial'
  trouble: string | null
  about: string
}

export interface Mapped {
  from: Span
  to: Span
  share: 'full' | 'partial'
  effectiveOn: string
}

export type MappingTrouble = { detail: string; about: string }

/** The day on which most of the new units begin right after an old one ends; a mapping file has no column for it. */
export const dayOfMapping = (mappings: readonly FileMapping[], directory: Directory): string | null => {
  const votes = new Map<string, number>()
  for (const { oldCode, newCode } of mappings) {
    const starts = new Set((directory.get(newCode) ?? []).map(({ validFrom }) => validFrom))
    for (const { validTo } of directory.get(oldCode) ?? []) {
      const day = validTo === null ? null : dayAfter(validTo)
      if (day !== null && starts.has(day)) votes.set(day, (votes.get(day) ?? 0) + 1)
    }
  }
  return [...votes].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))[0]?.[0] ?? null
}

/** The old unit is the one that ended the day before, or the last one that had ended by then. */
export const resolveMapping = (
  { oldCode, newCode, share, trouble, about }: FileMapping,
  effectiveOn: string | null,
  directory: Directory,
): Mapped | MappingTrouble => {
  if (trouble) return { detail: trouble, about }
  const olds = directory.get(oldCode) ?? []
  const news = directory.get(newCode) ?? []
  if (olds.length === 0) return { detail: 'old-unknown', about: oldCode }
  if (news.length === 0) return { detail: 'new-unknown', about: newCode }
  if (effectiveOn === null) return { detail: 'mapping-days', about: `${oldCode} → ${newCode}` }
  const to = news.find((span) => span.validFrom === effectiveOn)
  if (!to) return { detail: 'new-other-day', about: effectiveOn }
  const from = olds
    .filter((span) => last(span) < effectiveOn)
    .sort((a, b) => (first(a) < first(b) ? 1 : -1))[0]
  const still = olds.find((span) => span !== to && isThere(span, effectiveOn) && first(span) < effectiveOn)
  if (still || !from) return { detail: 'old-still-there', about: effectiveOn }
  return { from, to, share, effectiveOn }
}
