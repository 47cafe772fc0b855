/** The fields of a dispatch that a person may put right, under the names that their corrections go by. */
import { z } from 'zod'
import { DocumentTree } from './documents.ts'
import { Id, Instant, Version } from './endpoint.ts'
import { PersonRef } from './people.ts'

export const scalarFields = [
  'type',
  'parentIssuer',
  'issuer',
  'number',
  'symbol',
  'code',
  'place',
  'date',
  'subject',
  'archive',
  'signingAuthority',
  'signerTitle',
  'signerName',
] as const
export type ScalarField = (typeof scalarFields)[number]

export const listFields = ['addressees', 'references', 'dueDates', 'recipients'] as const
export type ListField = (typeof listFields)[number]

/** The words of a field, an item of a list, or null: nothing there. */
export const FieldValue = z.union([
  z.string().max(2000),
  z.null(),
  DocumentTree.shape.recipients.element,
  DocumentTree.shape.dueDates.element,
  DocumentTree.shape.references.element,
])
export type FieldValue = z.infer<typeof FieldValue>

const Span = z.object({ start: z.number().int(), end: z.number().int() })

export const CorrectedField = z.object({
  id: Id,
  /** `subject`, or an item of a list by the place it had when it was read: `addressees/0`. Added ones follow behind. */
  field: z.string().regex(/^[a-zA-Z]+(\/\d{1,3})?$/),
  /** As it was read, whatever came after. */
  read: FieldValue,
  corrected: FieldValue,
  how: z.enum(['typed', 'marked', 'as-read']),
  /** The words that were marked. */
  span: Span.nullable(),
  by: PersonRef.nullable(),
  at: Instant,
  /** The version of the dispatch that it made. */
  version: Version,
})
export type CorrectedField = z.infer<typeof CorrectedField>

/** An item of a list under its lasting name; null when a person took it off. */
export interface Slot<T> {
  path: string
  value: T | null
}

/**
 * The items of a list under the names they were read by. An item that is taken off keeps its name, so that the names of the
 * others do not move.
 */
export const slotsOf = <T>(
  name: ListField,
  items: readonly T[],
  corrections: readonly Pick<CorrectedField, 'field' | 'corrected'>[],
): Slot<T>[] => {
  const off = new Set<string>()
  for (const { field, corrected } of corrections)
    if (field.startsWith(`${name}/`)) corrected === null ? off.add(field) : off.delete(field)
  let next = 0
  return Array.from({ length: items.length + off.size }, (_, index) => {
    const path = `${name}/${index}`
    return { path, value: off.has(path) ? null : (items[next++] ?? null) }
  })
}
