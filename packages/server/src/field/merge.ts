/** Two changes of one activity, made without knowing of each other. Pure. */
import { isDeepStrictEqual } from 'node:util'
import type { FieldWords } from '@loa/contract/field'

export type Merged =
  | { kind: 'apply'; words: FieldWords }
  /** Both changed the same thing to different values: a person chooses. */
  | { kind: 'conflict'; fields: string[] }

/**
 * `before` is what the phone had seen, `there` what stands now, `sent` what the phone says. Changes of different fields go
 * together; the same field changed to two values is a conflict. `isOwn`: what stands now is an earlier word of this phone.
 */
export const mergeWords = (
  there: FieldWords | null,
  before: FieldWords | null,
  sent: FieldWords,
  isOwn: boolean,
): Merged => {
  if (there === null || isOwn) return { kind: 'apply', words: sent }
  const fields = [...new Set([...Object.keys(sent), ...Object.keys(there)])]
  // What an older app does not know of, it has not changed.
  const mine = fields.filter((field) => field in sent && !isSame(sent, before, field))
  const apart = mine.filter((field) => !isSame(there, before, field) && !isSame(there, sent, field))
  if (apart.length > 0) return { kind: 'conflict', fields: apart }
  const changes = Object.fromEntries(mine.map((field) => [field, sent[field]]))
  return { kind: 'apply', words: { ...there, ...changes } }
}

/** Whether a person who saw the one has seen the other. */
export const isSameWords = (a: FieldWords, b: FieldWords): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every((field) => isSame(a, b, field))

const isSame = (a: FieldWords | null, b: FieldWords | null, field: string): boolean =>
  isDeepStrictEqual(plain(a?.[field]), plain(b?.[field]))

/** Topics are a set, quantities a row; spaces around words, and a name without a value, say nothing. */
const plain = (value: unknown): unknown => {
  if (typeof value === 'string') return value.trim()
  if (Array.isArray(value)) {
    const parts = value.map(plain)
    return parts.every((part) => typeof part === 'number') ? parts.sort((a, b) => a - b) : parts
  }
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, part]) => (part === undefined ? [] : [[name, plain(part)]])),
    )
  return value ?? null
}
