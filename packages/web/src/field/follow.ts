/** Brings the phone's items up to what the server says of them: what a reviewer gave back comes back to the person. */
import type { FieldActivity, FieldSnapshot } from '@loa/contract/field'
import { type Item, newItem } from '@loa/field/item'
import type { PhoneStore } from './store.ts'

/**
 * Two questions at once may be answered in the other order. `asked`: what was kept when the question left, `kept`: what is
 * kept now. Only what came meanwhile can be newer: a server whose clock was put back is still believed. Pure.
 */
export const isOvertaken = (
  answer: FieldSnapshot,
  asked: FieldSnapshot | null,
  kept: FieldSnapshot | null,
): boolean => kept !== null && kept !== asked && kept.serverAt > answer.serverAt

export const followServer = async (
  kept: PhoneStore,
  { person, activities }: FieldSnapshot,
): Promise<void> => {
  for (const activity of activities) {
    if (!activity.returned || activity.recordedBy.id !== person.id) continue
    const item = await kept.get(activity.id)
    if (!item) await kept.keep(itemOf(activity, person.id, activity.updatedAt))
    else await kept.change(activity.id, (now) => (isNews(now, activity) ? backAgain(now, activity) : now))
  }
}

/** Of what was recorded on another phone, or before this one forgot it. */
export const itemOf = (activity: FieldActivity, person: string, savedAt: string): Item => ({
  ...newItem(activity.id, person, activity.words, crypto.randomUUID(), savedAt),
  state: activity.returned ? 'returned' : 'doing',
  before: activity.words,
  photosThere: activity.photos,
  returned: activity.returned,
})

const isNews = (item: Item, { returned }: FieldActivity): boolean =>
  item.state === 'sent' && returned !== null && returned.at > (item.receipt?.at ?? '')

const backAgain = (item: Item, { words, returned }: FieldActivity): Item => ({
  ...item,
  state: 'returned',
  before: words,
  returned,
})
