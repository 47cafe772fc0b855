/** The rules of an activity: recorded → submitted → accepted, or returned with a reason. Pure. */
import type { Activity, ActivityState } from '@loa/contract/activities'
import { Problem } from '@loa/contract/problem'

type Standing = Activity['standing']

/** What was accepted is closed; everything else its unit may still put right. @throws Problem `activity.closed` */
export const checkOpen = (state: ActivityState): void => {
  if (state === 'accepted') throw new Problem('activity.closed', { state })
}

/** @throws Problem `activity.closed`, `activity.evidence-missing` */
export const submit = (state: ActivityState, photos: number): ActivityState => {
  checkOpen(state)
  if (photos === 0) throw new Problem('activity.evidence-missing')
  return 'submitted'
}

/** @throws Problem `activity.closed`, `activity.evidence-missing`, `activity.reason-missing` */
export const review = (
  state: ActivityState,
  photos: number,
  verdict: 'accept' | 'return',
  reason: string | undefined,
): ActivityState => {
  checkOpen(state)
  if (verdict === 'return') {
    if (!reason?.trim()) throw new Problem('activity.reason-missing')
    return 'returned'
  }
  if (photos === 0) throw new Problem('activity.evidence-missing')
  return 'accepted'
}

/**
 * A claim is no proof. Proved: handed in with photos that were opened and nobody doubts, or looked at and accepted. Doubted:
 * a doubt is open, or it was returned. Everything else is only said.
 */
export const standingOf = (
  state: ActivityState,
  photos: { doubts: readonly string[]; lookedAt: string | null }[],
): Standing => {
  if (state === 'accepted') return 'proved'
  if (state === 'returned') return 'doubted'
  if (state === 'recorded' || photos.length === 0) return 'claimed'
  if (photos.some((photo) => photo.doubts.length > 0)) return 'doubted'
  return photos.every((photo) => photo.lookedAt !== null) ? 'proved' : 'claimed'
}
