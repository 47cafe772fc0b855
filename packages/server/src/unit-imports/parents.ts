/** A unit stands below another on each of its days, and never below itself. Pure. */
import { cover, first, last, overlap, type Span } from './span.ts'

/** Code → the rows under it, as the directory will be. */
export type Directory = ReadonlyMap<string, readonly Span[]>

/** What is wrong with the place of a unit, or null. */
export const parentTrouble = (
  span: Span,
  directory: Directory,
): { detail: 'parent-missing' | 'parent-days' | 'loop'; about: string } | null => {
  if (span.parentCode === null) return null
  const parents = directory.get(span.parentCode) ?? []
  if (parents.length === 0) return { detail: 'parent-missing', about: span.parentCode }
  const loop = findLoop(span, directory)
  if (loop) return { detail: 'loop', about: loop.join(' → ') }
  return cover(parents, span) ? null : { detail: 'parent-days', about: daysOf(parents) }
}

/** The codes of a way up that comes back to where it began, on days that all its steps share. */
const findLoop = (start: Span, directory: Directory): string[] | null => {
  const walk = (span: Span, from: string, to: string, way: string[]): string[] | null => {
    if (span.parentCode === start.code) return [...way, start.code]
    if (span.parentCode === null || way.includes(span.parentCode)) return null
    for (const parent of directory.get(span.parentCode) ?? []) {
      if (!overlap(parent, span)) continue
      const since = first(parent) > from ? first(parent) : from
      const until = last(parent) < to ? last(parent) : to
      if (since > until) continue
      const loop = walk(parent, since, until, [...way, parent.code])
      if (loop) return loop
    }
    return null
  }
  return walk(start, first(start), last(start), [start.code])
}

const daysOf = (spans: readonly Span[]) =>
  spans
    .slice(0, 3)
    .map(({ code, validFrom, validTo }) => `${code}: ${validFrom ?? '…'} – ${validTo ?? '…'}`)
    .join('; ')
