/**
 * What a person may put right in what was read from an incoming dispatch, and the tree that comes of it. The words of the
 * original never change; a correction says what they should have been read as. Pure.
 */
import type { FieldChange } from '@loa/contract/corrections'
import type { DispatchState } from '@loa/contract/dispatches'
import {
  type CorrectedField,
  type FieldValue,
  type ListField,
  listFields,
  type ScalarField,
  scalarFields,
  slotsOf,
} from '@loa/contract/fields'
import { Problem } from '@loa/contract/problem'
import type { DocumentTree, Source } from '@loa/documents'
import { type Checked, checkedItem, checkedScalar, readMarked } from './field-value.ts'

/** What is known of a field that was corrected before: what was read, where, and what it is now. */
export type Known = Pick<CorrectedField, 'field' | 'read' | 'corrected'> & { readSource: Source | null }

export interface Correction {
  field: string
  read: FieldValue
  readSource: Source | null
  before: FieldValue
  corrected: FieldValue
  how: CorrectedField['how']
  span: { start: number; end: number } | null
}

/** @throws Problem `correction.closed` once a campaign was started, and for a dispatch of one's own */
export const checkOpen = (state: DispatchState): void => {
  if (state !== 'read') throw new Problem('correction.closed', { state })
}

/**
 * The corrections that these changes make; what changes nothing makes none.
 * @throws Problem `correction.invalid` naming each field and what is wrong with it
 */
export const correctionsOf = (
  tree: DocumentTree,
  known: readonly Known[],
  changes: readonly FieldChange[],
  today: string,
): Correction[] => {
  const faults: { path: string; message: string }[] = []
  const seen = new Set<string>()
  const found: Correction[] = []
  for (const change of changes) {
    const place = placeOf(tree, known, change.field, found)
    const checked = seen.has(change.field)
      ? { fault: 'twice' }
      : place
        ? checkedChange(tree, place, change, today)
        : { fault: 'unknown' }
    seen.add(change.field)
    if ('fault' in checked) faults.push({ path: change.field, message: checked.fault })
    else if (place && !isSame(place.now, checked.value))
      found.push({
        field: change.field,
        read: place.read,
        readSource: place.readSource,
        before: place.now,
        corrected: checked.value,
        how: change.how,
        span: change.how === 'marked' ? { start: change.start, end: change.end } : null,
      })
  }
  if (faults.length > 0) throw new Problem('correction.invalid', {}, faults)
  return withCode(tree, known, found)
}

interface Place {
  name: string
  isItem: boolean
  now: FieldValue
  read: FieldValue
  readSource: Source | null
}

const placeOf = (
  tree: DocumentTree,
  known: readonly Known[],
  field: string,
  made: readonly Correction[],
): Place | null => {
  const [name = '', index] = field.split('/')
  const before = known.find((each) => each.field === field)
  if (index === undefined) {
    if (!isScalar(name)) return null
    const now = tree[name]
    const source = before ? before.readSource : (tree.sources[name] ?? null)
    return { name, isItem: false, now, read: before ? before.read : now, readSource: source }
  }
  if (!isList(name)) return null
  const slots = slotsOf<FieldValue>(name, tree[name], known)
  const slot = slots.find(({ path }) => path === field)
  // The next place behind the last one is where an item is added.
  const added = made.filter((each) => each.field.startsWith(`${name}/`) && each.before === null).length
  if (!slot && Number(index) > slots.length + added) return null
  const now = slot?.value ?? null
  const at = slots.filter(({ value }) => value !== null).findIndex(({ path }) => path === field)
  const source = before ? before.readSource : at >= 0 ? (tree.sources[`${name}/${at}`] ?? null) : null
  return { name, isItem: true, now, read: before ? before.read : now, readSource: source }
}

const checkedChange = (tree: DocumentTree, place: Place, change: FieldChange, today: string): Checked => {
  if (change.how === 'as-read') return { value: place.read }
  if (change.how === 'typed') {
    if (change.value === null && (place.isItem || place.name !== 'type')) return { value: null }
    return place.isItem
      ? checkedItem(place.name as ListField, change.value, today)
      : checkedScalar(place.name as ScalarField, change.value, today)
  }
  if (change.start >= change.end || change.end > tree.text.length) return { fault: 'span' }
  const words = tree.text.slice(change.start, change.end)
  return readMarked(place.name as ScalarField | ListField, words, today)
}

/** Number and symbol are printed as one code, which follows them unless it is corrected itself. */
const withCode = (tree: DocumentTree, known: readonly Known[], found: Correction[]): Correction[] => {
  const changed = found.filter(({ field }) => field === 'number' || field === 'symbol')
  if (changed.length === 0 || found.some(({ field }) => field === 'code')) return found
  const next = (field: 'number' | 'symbol') =>
    found.find((each) => each.field === field)?.corrected ??
    (changed.some((each) => each.field === field) ? null : tree[field])
  const place = placeOf(tree, known, 'code', found)
  if (!place) return found
  const isAsRead = (['number', 'symbol'] as const).every((field) => {
    const { read } = found.find((each) => each.field === field) ?? placeOf(tree, known, field, found) ?? {}
    return isSame(read ?? null, next(field) as FieldValue)
  })
  const [number, symbol] = [next('number'), next('symbol')]
  const corrected = isAsRead ? place.read : number || symbol ? `${number ?? ''}/${symbol ?? ''}` : null
  if (isSame(place.now, corrected)) return found
  const how = isAsRead ? 'as-read' : 'typed'
  const { read, readSource, now: before } = place
  return [...found, { field: 'code', read, readSource, before, corrected, how, span: null }]
}

/** The tree with the corrected values; a field that was marked is shown where it was marked. */
export const correctedTree = (
  tree: DocumentTree,
  known: readonly Known[],
  corrections: readonly Correction[],
): DocumentTree => {
  const next = { ...tree, sources: { ...tree.sources } }
  for (const correction of corrections) {
    if (!isScalar(correction.field)) continue
    Object.assign(next, { [correction.field]: correction.corrected })
    setSource(next.sources, correction.field, sourceOf(tree, correction))
  }
  for (const name of listFields) {
    const mine = corrections.filter(({ field }) => field.startsWith(`${name}/`))
    if (mine.length > 0) correctList(tree, next, name, known, mine)
  }
  return next
}

const correctList = (
  tree: DocumentTree,
  next: DocumentTree,
  name: ListField,
  known: readonly Known[],
  mine: readonly Correction[],
): void => {
  const slots = slotsOf<FieldValue>(name, tree[name], known)
  const sources = new Map<string, Source | undefined>()
  let at = 0
  for (const { path, value } of slots) if (value !== null) sources.set(path, tree.sources[`${name}/${at++}`])
  const values = new Map(slots.map(({ path, value }) => [path, value]))
  for (const correction of mine) {
    values.set(correction.field, correction.corrected)
    sources.set(correction.field, sourceOf(tree, correction))
  }
  for (const key of Object.keys(next.sources)) if (key.startsWith(`${name}/`)) delete next.sources[key]
  const kept = [...values].filter(([, value]) => value !== null)
  Object.assign(next, { [name]: kept.map(([, value]) => value) })
  kept.forEach(([path], index) => {
    setSource(next.sources, `${name}/${index}`, sources.get(path))
  })
}

/** A person is sure; a value typed by hand still came from the words that were read wrong. */
const sourceOf = (tree: DocumentTree, { how, span, readSource }: Correction): Source | undefined => {
  if (how === 'as-read') return readSource ?? undefined
  if (span) return { ...span, text: tree.text.slice(span.start, span.end), confidence: 1 }
  return readSource ? { ...readSource, confidence: 1 } : undefined
}

const setSource = (sources: Record<string, Source>, path: string, source: Source | undefined) => {
  if (source) sources[path] = source
  else delete sources[path]
}

const isScalar = (name: string): name is ScalarField => (scalarFields as readonly string[]).includes(name)
const isList = (name: string): name is ListField => (listFields as readonly string[]).includes(name)
const isSame = (left: FieldValue, right: FieldValue) =>
  JSON.stringify(canonical(left)) === JSON.stringify(canonical(right))
/** Keys in one order: what comes back from the database has lost its own. */
const canonical = (value: FieldValue): unknown =>
  value !== null && typeof value === 'object'
    ? Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1))
    : value
