/** The difference in numbers, and a name for it. */
import { createHash } from 'node:crypto'
import type { ImportSummary } from '@loa/contract/unit-imports'
import type { Difference } from './difference.ts'
import { cover, dayAfter, keyOf, overlap, type Span } from './span.ts'

export const summaryOf = (difference: Difference, operatorUnitId: number | null): ImportSummary => {
  const rows = { add: 0, change: 0, end: 0, same: 0, problem: 0 }
  const types = new Map<string, { type: string; add: number; change: number; end: number }>()
  for (const [{ type }, { verdict }] of difference.verdicts) {
    rows[verdict]++
    if (verdict === 'same' || verdict === 'problem') continue
    const of = types.get(type) ?? { type, add: 0, change: 0, end: 0 }
    types.set(type, of)
    of[verdict]++
  }
  const mappings = { add: 0, same: 0, problem: 0 }
  for (const { verdict } of difference.mappingVerdicts.values())
    if (verdict === 'add' || verdict === 'same' || verdict === 'problem') mappings[verdict]++
  const successions = { merge: 0, split: 0, rename: 0, 're-parent': 0, abolish: 0 }
  for (const { kind } of difference.successions) successions[kind]++
  const orphans = orphansOf(difference)
  const operator = difference.ended.find(({ id }) => id === operatorUnitId)
  return {
    rows,
    mappings,
    types: [...types.values()],
    successions,
    orphans: { count: orphans.length, codes: orphans.slice(0, 10).map(({ code }) => code) },
    endsOperator: operator?.span.validTo ?? null,
  }
}

/** Two differences that write the same have the same name. */
export const digestOf = ({ added, ended, successions }: Difference): string => {
  const span = (of: Span) => [keyOf(of), of.validTo, of.name, of.fullName, of.type, of.parentCode]
  const content = [
    added.map(span),
    ended.map(({ id, span: of }) => [id, of.validTo]),
    successions.map(({ from, to, kind, share, effectiveOn }) => [
      keyOf(from),
      to && keyOf(to),
      kind,
      share,
      effectiveOn,
    ]),
  ]
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}

/** Units that the files do not mention, and whose superior ends before they do. */
const orphansOf = ({ ended, after }: Difference): Span[] => {
  const codes = new Set(ended.map(({ span }) => span.code))
  const left: Span[] = []
  for (const span of [...after.values()].flat()) {
    if (span.id === null || span.parentCode === null || !codes.has(span.parentCode)) continue
    const parents = after.get(span.parentCode) ?? []
    const ends = parents.filter((parent) => parent.ends && overlap(parent, span))
    const isLeft = ends.some((parent) => {
      const rest = { ...span, validFrom: dayAfter(parent.validTo ?? '') }
      return overlap(rest, span) && rest.validFrom <= (span.validTo ?? '9999-12-31') && !cover(parents, rest)
    })
    if (isLeft) left.push(span)
  }
  return left
}
