/** What makes a photo doubtful. A doubt is never a verdict: it asks for a person's eyes. Pure. */
import type { doubts } from '@loa/contract/activities'
import { today } from '../time.ts'

export type Doubt = (typeof doubts)[number]

/**
 * - `same-photo`: the very same file stands behind another activity.
 * - `other-day`: the camera's day is more than a day away from the activity's (clocks are often a few hours off).
 */
export const doubtsOf = (photo: { takenAt: string | null }, happenedOn: string, isUsed: boolean): Doubt[] => {
  const found: Doubt[] = []
  if (isUsed) found.push('same-photo')
  if (photo.takenAt && daysBetween(today(photo.takenAt), happenedOn) > 1) found.push('other-day')
  return found
}

const daysBetween = (a: string, b: string): number =>
  Math.abs(Temporal.PlainDate.from(a).until(Temporal.PlainDate.from(b), { largestUnit: 'days' }).days)
