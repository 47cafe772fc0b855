/**
 * What files would change in the directory. Pure: files and directory in, verdict on each row and changes out.
 *
 * A row that cannot be placed keeps all rows of its code out, and whatever hangs on them: units below, successors, mappings. What
 * is left holds by itself, so it may be written without the rest.
 */
import { dayOfMapping, type FileMapping, type Mapped, resolveMapping } from './mapping.ts'
import { parentTrouble } from './parents.ts'
import {
  asPlaced,
  type DirectoryRow,
  type FileRow,
  type Placed,
  type PlacedCode,
  placeCode,
  type RowVerdict,
} from './place-code.ts'
import { keyOf, type Span } from './span.ts'
import { deriveSuccessions, namedSuccessors, type Succession } from './successions.ts'

export interface Compared {
  rows: readonly FileRow[]
  mappings: readonly FileMapping[]
  directory: readonly DirectoryRow[]
  /** Keys of who follows whom already; `to` null: abolished. */
  known: readonly { from: string; to: string | null }[]
}

export interface Difference {
  verdicts: Map<FileRow, RowVerdict>
  mappingVerdicts: Map<FileMapping, RowVerdict>
  added: Placed[]
  ended: { id: number; span: Placed }[]
  successions: Succession[]
  /** The directory as it would be. */
  after: ReadonlyMap<string, readonly Placed[]>
}

export const compare = ({ rows, mappings, directory, known }: Compared): Difference => {
  const before = groupBy(directory, ({ code }) => code)
  const codes = new Map<string, PlacedCode>()
  for (const [code, own] of groupBy(rows, ({ code }) => code))
    codes.set(code, placeCode(own, before.get(code) ?? []))
  const after = new Map<string, Placed[]>()
  for (const [code, own] of before) after.set(code, own.map(asPlaced))
  for (const [code, { spans }] of codes) after.set(code, spans)

  /** All rows of the code stay out, and the directory keeps what it has under it. */
  const keepOut = (code: string, culprit: FileRow | null, detail = 'same-code', about = '') => {
    const placed = codes.get(code)
    if (!placed) return
    if (culprit) placed.verdicts.set(culprit, { verdict: 'problem', detail, about })
    const line =
      [...placed.verdicts].find(([, { verdict }]) => verdict === 'problem')?.[0].line ?? culprit?.line
    for (const [row, { verdict }] of placed.verdicts)
      if (verdict !== 'same' && verdict !== 'problem')
        placed.verdicts.set(row, { verdict: 'problem', detail: 'same-code', about: String(line ?? '') })
    placed.spans = (before.get(code) ?? []).map(asPlaced)
    after.set(code, placed.spans)
  }
  for (const [code, { verdicts }] of codes)
    if ([...verdicts.values()].some(({ verdict }) => verdict === 'problem')) keepOut(code, null)

  const day = dayOfMapping(mappings, after)
  let mapped = mapAll(mappings, after, known, day)
  for (let isSettled = false; !isSettled; ) {
    const out = [...troublesIn(after, mapped.troubled)]
    for (const { span, detail, about } of out) keepOut(span.code, span.row ?? span.endedBy, detail, about)
    isSettled = out.length === 0
    if (!isSettled) mapped = mapAll(mappings, after, known, day, mapped.bad)
  }

  const touched = [...after.values()].flat().filter((span) => span.id === null || span.ends)
  const knownPairs = new Set(known.map(({ from, to }) => `${from} > ${to}`))
  const isKnown = (from: Span, to: Span | null) => knownPairs.has(`${keyOf(from)} > ${to && keyOf(to)}`)
  return {
    verdicts: new Map([...codes.values()].flatMap(({ verdicts }) => [...verdicts])),
    mappingVerdicts: verdictsOf(mapped, isKnown),
    added: touched.filter(({ id }) => id === null),
    ended: touched.flatMap((span) => (span.id === null ? [] : [{ id: span.id, span }])),
    successions: deriveSuccessions(
      touched.filter(({ ends }) => ends),
      [...mapped.good.values()],
      after,
      isKnown,
    ),
    after,
  }
}

interface MappedAll {
  good: Map<FileMapping, Mapped>
  bad: Map<FileMapping, { detail: string; about: string }>
  /** Old codes of which a row could not be understood. */
  troubled: Set<string>
}

/** One row that cannot be understood keeps out all rows of its old unit: half a division would be a wrong one. */
const mapAll = (
  mappings: readonly FileMapping[],
  after: ReadonlyMap<string, readonly Placed[]>,
  known: Compared['known'],
  day: string | null,
  before?: MappedAll['bad'],
): MappedAll => {
  const abolished = new Set(known.filter(({ to }) => to === null).map(({ from }) => from))
  const all: MappedAll = { good: new Map(), bad: new Map(), troubled: new Set() }
  for (const mapping of mappings) {
    // What was wrong first is the reason; the rest follows from it.
    const found = before?.get(mapping) ?? resolveMapping(mapping, day, after)
    if ('detail' in found) all.bad.set(mapping, found)
    else if (abolished.has(keyOf(found.from)))
      all.bad.set(mapping, { detail: 'abolished-already', about: found.from.fullName })
    else all.good.set(mapping, found)
  }
  for (const { oldCode } of all.bad.keys()) all.troubled.add(oldCode)
  for (const [mapping] of all.good)
    if (all.troubled.has(mapping.oldCode)) {
      all.good.delete(mapping)
      all.bad.set(mapping, { detail: 'same-old-code', about: mapping.oldCode })
    }
  return all
}

interface SpanTrouble {
  span: Placed
  detail: string
  about: string
}

function* troublesIn(
  after: ReadonlyMap<string, readonly Placed[]>,
  troubledMappings: ReadonlySet<string>,
): Iterable<SpanTrouble> {
  for (const span of [...after.values()].flat()) {
    const parent = span.id === null ? parentTrouble(span, after) : null
    if (parent) yield { span, ...parent }
    if (!span.ends) continue
    const named = namedSuccessors(span, after)
    const missing = named.find((each) => typeof each === 'string')
    if (missing !== undefined) yield { span, detail: 'successor-missing', about: String(missing) }
    else if (named.length === 0 && troubledMappings.has(span.code))
      yield { span, detail: 'mapping', about: span.code }
  }
}

const verdictsOf = (
  { good, bad }: MappedAll,
  isKnown: (from: Span, to: Span | null) => boolean,
): Map<FileMapping, RowVerdict> => {
  const verdicts = new Map<FileMapping, RowVerdict>()
  for (const [mapping, { from, to }] of good)
    verdicts.set(mapping, { verdict: isKnown(from, to) ? 'same' : 'add', detail: null, about: '' })
  for (const [mapping, { detail, about }] of bad) verdicts.set(mapping, { verdict: 'problem', detail, about })
  return verdicts
}

const groupBy = <T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(row)
    else groups.set(key(row), [row])
  }
  return groups
}
