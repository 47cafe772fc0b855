/** Who follows whom, and what kind of change that is. Pure. */
import type { successionKinds } from '@loa/contract/unit-imports'
import type { Mapped } from './mapping.ts'
import type { Directory } from './parents.ts'
import type { Placed } from './place-code.ts'
import { byDay, dayAfter, first, isThere, keyOf, type Span, sameWords } from './span.ts'

export type SuccessionKind = (typeof successionKinds)[number]

export interface Succession {
  from: Span
  /** Null: abolished, and nobody follows. */
  to: Span | null
  kind: SuccessionKind
  share: 'full' | 'partial'
  effectiveOn: string
}

/**
 * The successors that the file's own row names: who has the code on the day after the unit's last, or whoever begins next under
 * it (nine wards of Thành phố Hồ Chí Minh follow after two months). A code that nobody has from then on stays a word.
 */
export const namedSuccessors = (span: Placed, directory: Directory): (Span | string)[] => {
  if (span.validTo === null || !span.row) return []
  const day = dayAfter(span.validTo)
  return span.row.mergedInto
    .split(';')
    .filter(Boolean)
    .map((code) => {
      const spans = directory.get(code) ?? []
      return spans.find((other) => isThere(other, day)) ?? nextAfter(spans, day) ?? code
    })
}

const nextAfter = (spans: readonly Span[], day: string): Span | undefined =>
  spans.filter((other) => first(other) > day).sort(byDay)[0]

/**
 * @param ended what the import ends, or adds as ended already
 * @param mapped rows of mappings; what one of them says goes before the list
 * @param isKnown the directory has this succession already
 */
export const deriveSuccessions = (
  ended: readonly Placed[],
  mapped: readonly Mapped[],
  directory: Directory,
  isKnown: (from: Span, to: Span | null) => boolean,
): Succession[] => {
  const found = new Map<string, Map<string, Mapped>>()
  const add = (link: Mapped) => {
    const of = found.get(keyOf(link.from)) ?? new Map<string, Mapped>()
    found.set(keyOf(link.from), of)
    if (!of.has(keyOf(link.to))) of.set(keyOf(link.to), link)
  }
  mapped.forEach(add)
  const abolished: Placed[] = []
  for (const span of ended) {
    if (span.validTo === null) continue
    const named = namedSuccessors(span, directory).filter((each) => typeof each !== 'string')
    const successors = named.length > 0 ? named : found.has(keyOf(span)) ? [] : continuation(span, directory)
    const share = successors.length > 1 ? 'partial' : 'full'
    const day = dayAfter(span.validTo)
    for (const to of successors)
      add({ from: span, to, share, effectiveOn: isThere(to, day) ? day : first(to) })
    if (!found.has(keyOf(span))) abolished.push(span)
  }
  const links = [...found.values()].flatMap((of) => [...of.values()])
  const heirsOf = countBy(links, ({ from }) => keyOf(from))
  const sourcesOf = countBy(links, ({ to }) => keyOf(to))
  return [
    ...links.map(
      (link): Succession => ({
        ...link,
        kind: kindOf(link, heirsOf.get(keyOf(link.from)) ?? 1, sourcesOf.get(keyOf(link.to)) ?? 1),
      }),
    ),
    ...abolished.map(
      (from): Succession => ({
        from,
        to: null,
        kind: 'abolish',
        share: 'full',
        effectiveOn: dayAfter(from.validTo ?? ''),
      }),
    ),
  ].filter(({ from, to }) => !isKnown(from, to))
}

/**
 * The file begins the code anew and says nothing about who follows. An office keeps the codes of its own bodies, so the new
 * row is the same body. The state's codes of areas are given to others (2,137 of them on 1 July 2025): there only the same name
 * is the same area.
 */
const continuation = (span: Placed, directory: Directory): Span[] => {
  if (!span.endedBy) return []
  const next = directory.get(span.code)?.find(({ validFrom }) => validFrom === span.endedBy?.validFrom)
  return next && (!/^\d+$/.test(span.code) || sameWords(span, next)) ? [next] : []
}

const kindOf = ({ from, to, share }: Mapped, heirs: number, sources: number): SuccessionKind => {
  if (heirs > 1 || share === 'partial') return 'split'
  if (sources > 1) return 'merge'
  return from.code === to.code && sameWords(from, to) && from.parentCode !== to.parentCode
    ? 're-parent'
    : 'rename'
}

const countBy = <T>(rows: readonly T[], key: (row: T) => string): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1)
  return counts
}
