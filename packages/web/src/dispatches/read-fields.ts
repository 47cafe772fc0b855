/** The fields of a dispatch as a person checks them: in the order of the page, each with how sure Loa is of it. Pure. */
import type { FieldChange } from '@loa/contract/corrections'
import type { Dispatch } from '@loa/contract/dispatches'
import { type CorrectedField, type FieldValue, type ListField, slotsOf } from '@loa/contract/fields'
import { dayWords } from '../shell/format.ts'
import type { Mark } from './marks.ts'

export interface ReadField {
  path: string
  /** `subject`, `addressees`: what it is called. */
  name: string
  /** From 1 among the items of its list. */
  place: number | null
  value: FieldValue
  state: 'read' | 'unsure' | 'unread' | 'corrected' | 'off'
  /** The last correction, unless it was taken back. */
  correction: CorrectedField | null
  span: { start: number; end: number } | null
}

const order = [
  'type',
  'parentIssuer',
  'issuer',
  'number',
  'symbol',
  'place',
  'date',
  'subject',
  'addressees',
  'references',
  'dueDates',
  'recipients',
  'archive',
  'signingAuthority',
  'signerTitle',
  'signerName',
] as const
type Name = (typeof order)[number]
const isList = (name: Name): name is ListField =>
  name === 'addressees' || name === 'references' || name === 'dueDates' || name === 'recipients'

/** Below this the reader guessed. */
const sure = 0.75

export const readFieldsOf = (dispatch: Dispatch): ReadField[] =>
  order.flatMap((name) => fieldsOfName(dispatch, name))

const fieldsOfName = ({ tree, corrections }: Dispatch, name: Name): ReadField[] => {
  const field = (path: string, sourcePath: string, value: FieldValue, place: number | null): ReadField => {
    const last = corrections.findLast((each) => each.field === path)
    const correction = last && last.how !== 'as-read' ? last : null
    const source = tree.sources[sourcePath]
    const confidence = source?.confidence ?? (name === 'type' ? 1 : 0)
    const state = correction
      ? value === null && place !== null
        ? 'off'
        : 'corrected'
      : value === null
        ? 'unread'
        : confidence < sure
          ? 'unsure'
          : 'read'
    return {
      path,
      name,
      place,
      value,
      state,
      correction,
      span: source ? { start: source.start, end: source.end } : null,
    }
  }
  if (!isList(name)) return [field(name, name, tree[name], null)]
  let at = 0
  return slotsOf<FieldValue>(name, tree[name], corrections).map(({ path, value }, index) =>
    field(path, value === null ? '' : `${name}/${at++}`, value, index + 1),
  )
}

/** Where the next item of a list would be added. */
export const nextPath = (fields: readonly ReadField[], name: ListField): string =>
  `${name}/${fields.filter((field) => field.name === name).length}`

/** Looked at first: what is missing or not sure. A dispatch need not have everything, so only the main ones count. */
const main: readonly string[] = ['issuer', 'number', 'symbol', 'date', 'subject', 'signerName']
export const needsLook = ({ state, name }: ReadField): boolean =>
  state === 'unsure' || (state === 'unread' && main.includes(name))

/** Lies below the proposals: the words of each field, without a tag. */
export const fieldMarksOf = (fields: readonly ReadField[]): Mark[] =>
  fields.flatMap(({ path, span }) =>
    span && span.end > span.start
      ? [{ key: keyOfField(path), tag: '', look: 'field' as const, ...span }]
      : [],
  )
export const keyOfField = (path: string) => `f:${path}`

/** The value in one line. */
export const shownValue = (value: FieldValue, name: string, typeWords: Record<string, string>): string => {
  if (value === null) return ''
  if (typeof value === 'string')
    return name === 'date' ? dayWords(value) : name === 'type' ? (typeWords[value] ?? value) : value
  if ('name' in value) return value.purpose ? `${value.name} (${value.purpose})` : value.name
  if ('phrase' in value) return value.date ? `${dayWords(value.date)} – ${value.phrase}` : value.phrase
  return [value.type && typeWords[value.type], value.code, dayWords(value.date), value.issuer]
    .filter(Boolean)
    .join(' · ')
}

type Reference = Extract<FieldValue, { code: string }>
type PartKind = 'line' | 'lines' | 'date' | 'type'
const lists: Record<ListField, Record<string, PartKind>> = {
  addressees: { '': 'lines' },
  recipients: { name: 'line', purpose: 'line' },
  dueDates: { phrase: 'lines', date: 'date' },
  references: { code: 'line', type: 'type', date: 'date', issuer: 'line' },
}
/** The inputs of a field; the first one takes the words that are marked. */
export const partsOf = (name: string): [key: string, kind: PartKind][] =>
  Object.entries(
    lists[name as ListField] ?? {
      '': name === 'subject' ? 'lines' : name === 'date' || name === 'type' ? name : 'line',
    },
  ) as [string, PartKind][]

export type FieldForm = Record<string, string>

export const formOf = (name: string, value: FieldValue): FieldForm =>
  Object.fromEntries(
    partsOf(name).map(([key, kind]) => {
      const part =
        key === ''
          ? value
          : value !== null && typeof value === 'object'
            ? Object.entries(value).find(([each]) => each === key)?.[1]
            : null
      const words = typeof part === 'string' ? part : ''
      return [key, kind === 'date' ? dayWords(words) : words]
    }),
  )

export const valueOfForm = (
  name: string,
  form: FieldForm,
): Extract<FieldChange, { how: 'typed' }>['value'] => {
  const parts = partsOf(name).map(([key, kind]) => [key, wordsOf(form[key] ?? '', kind)] as const)
  const [first] = parts
  if (first?.[0] === '') return first[1] === null && isList(name as Name) ? '' : first[1]
  const values = new Map(parts)
  const get = (key: string) => values.get(key) ?? null
  if (name === 'recipients') return { name: get('name') ?? '', purpose: get('purpose') }
  if (name === 'dueDates') return { date: get('date'), phrase: get('phrase') ?? '' }
  return {
    type: get('type') as Reference['type'],
    code: get('code') ?? '',
    date: get('date'),
    issuer: get('issuer'),
  }
}

const wordsOf = (words: string, kind: PartKind): string | null =>
  words.trim() === '' ? null : kind === 'date' ? isoOf(words.trim()) : words.trim()

/** 17/5/2023 → 2023-05-17; what is no day stays as it is, and the server says so. */
const isoOf = (words: string): string => {
  const [, day, month, year] = /^(?:(\d{1,2})[/.-])?(?:(\d{1,2})[/.-])?(\d{4})$/.exec(words) ?? []
  if (!year) return words
  // A month alone stands in the first place.
  const [m, d] = month ? [month, day] : [day, undefined]
  return [year, m?.padStart(2, '0'), d?.padStart(2, '0')].filter(Boolean).join('-')
}
