/** Between the wire of the phone, which never changes, and the activity, which does: the one place that maps them. Pure. */
import { RecordActivity } from '@loa/contract/activities'
import { FieldWords } from '@loa/contract/field'
import { Problem } from '@loa/contract/problem'

const names = Object.keys(RecordActivity.body.shape).filter((name) => name !== 'version')

/** What a phone may say of an activity, whatever an activity has besides. Of several quantities it speaks of the first. */
export const wordsOf = (activity: Record<string, unknown>): FieldWords =>
  FieldWords.parse({
    ...Object.fromEntries(names.map((name) => [name, activity[name]])),
    ...firstOf(activity.quantities),
  })

/** @throws Problem `request.invalid` for words that today's rules do not take */
export const recordOf = (words: FieldWords, version: number | undefined) => {
  const parsed = RecordActivity.body.safeParse({
    ...severalOf(words),
    ...(version === undefined ? {} : { version }),
  })
  if (parsed.success) return parsed.data
  throw new Problem(
    'request.invalid',
    {},
    parsed.error.issues.map(({ path, message }) => ({ path: ['body', 'words', ...path].join('.'), message })),
  )
}

/** What else is known of the first quantity, and those behind it, stay as they are. */
const severalOf = ({ indicator, quantity, ...words }: FieldWords): Record<string, unknown> => {
  const [first, ...others] = listOf(words.quantities)
  return first
    ? { ...words, quantities: [{ ...first, indicator, quantity }, ...others] }
    : { ...words, indicator, quantity }
}

const firstOf = (quantities: unknown) => {
  const [first] = listOf(quantities)
  return first ? { indicator: first.indicator, quantity: first.quantity } : {}
}

const listOf = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value : [])

/** By how many seconds the phone's clock is behind ours; negative where it is ahead. The way here counts as nothing. */
export const clockBehind = (sentAt: string, now: string): number =>
  Math.round((Date.parse(now) - Date.parse(sentAt)) / 1000)
