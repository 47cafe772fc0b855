/** Between the wire of the phone, which never changes, and the activity, which does: the one place that maps them. Pure. */
import { RecordActivity } from '@loa/contract/activities'
import { FieldWords } from '@loa/contract/field'
import { Problem } from '@loa/contract/problem'

const names = Object.keys(RecordActivity.body.shape).filter((name) => name !== 'version')

/** What a phone may say of an activity, whatever an activity has besides. */
export const wordsOf = (activity: Record<string, unknown>): FieldWords =>
  FieldWords.parse(Object.fromEntries(names.map((name) => [name, activity[name]])))

/** @throws Problem `request.invalid` for words that today's rules do not take */
export const recordOf = (words: FieldWords, version: number | undefined) => {
  const parsed = RecordActivity.body.safeParse({ ...words, ...(version === undefined ? {} : { version }) })
  if (parsed.success) return parsed.data
  throw new Problem(
    'request.invalid',
    {},
    parsed.error.issues.map(({ path, message }) => ({ path: ['body', 'words', ...path].join('.'), message })),
  )
}

/** By how many seconds the phone's clock is behind ours; negative where it is ahead. The way here counts as nothing. */
export const clockBehind = (sentAt: string, now: string): number =>
  Math.round((Date.parse(now) - Date.parse(sentAt)) / 1000)
