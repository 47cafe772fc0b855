/** The rules of an activity: recorded → submitted → accepted, or returned with a reason. Pure. */
import type { Activity, ActivityState } from '@loa/contract/activities'
import type { ProofKind } from '@loa/contract/figures'
import { Problem } from '@loa/contract/problem'

type Standing = Activity['standing']

/** What was accepted is closed; everything else its unit may still put right. @throws Problem `activity.closed` */
export const checkOpen = (state: ActivityState): void => {
  if (state === 'accepted') throw new Problem('activity.closed', { state })
}

/** What shows it, of the kinds that its indicators take: photos, files, and the link of its short form. */
export const countProofs = ({
  evidence,
  attachments,
  details,
  proofKinds,
}: {
  evidence: readonly unknown[]
  attachments: readonly { kind: ProofKind }[]
  details: Activity['details']
  proofKinds: readonly ProofKind[]
}): number =>
  (proofKinds.includes('photo') ? evidence.length : 0) +
  attachments.filter(({ kind }) => proofKinds.includes(kind)).length +
  (details.link && proofKinds.includes('link') ? 1 : 0)

/** @throws Problem `activity.closed`, `activity.evidence-missing` */
export const submit = (state: ActivityState, proofs: number): ActivityState => {
  checkOpen(state)
  if (proofs === 0) throw new Problem('activity.evidence-missing')
  return 'submitted'
}

/** @throws Problem `activity.closed`, `activity.evidence-missing`, `activity.reason-missing` */
export const review = (
  state: ActivityState,
  proofs: number,
  verdict: 'accept' | 'return',
  reason: string | undefined,
): ActivityState => {
  checkOpen(state)
  if (verdict === 'return') {
    if (!reason?.trim()) throw new Problem('activity.reason-missing')
    return 'returned'
  }
  if (proofs === 0) throw new Problem('activity.evidence-missing')
  return 'accepted'
}

/**
 * A claim is no proof. Proved: handed in with something that shows it, its photos opened and doubted by nobody, or looked
 * at and accepted. Doubted: a doubt is open, or it was returned. Everything else is only said.
 */
export const standingOf = (
  state: ActivityState,
  photos: { doubts: readonly string[]; lookedAt: string | null }[],
  proofs: number,
): Standing => {
  if (state === 'accepted') return 'proved'
  if (state === 'returned') return 'doubted'
  if (state === 'recorded' || proofs === 0) return 'claimed'
  if (photos.some((photo) => photo.doubts.length > 0)) return 'doubted'
  return photos.every((photo) => photo.lookedAt !== null) ? 'proved' : 'claimed'
}
