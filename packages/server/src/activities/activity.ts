/** The rules of an activity: recorded → submitted → accepted, or returned with a reason. Pure. */
import type { Activity, ActivityState, Withdrawal } from '@loa/contract/activities'
import type { ProofKind } from '@loa/contract/figures'
import { Problem } from '@loa/contract/problem'

type Standing = Activity['standing']

/** What was accepted is closed; everything else its unit may still put right. @throws Problem `activity.closed` */
export const checkOpen = (state: ActivityState): void => {
  if (state === 'accepted') throw new Problem('activity.closed', { state })
}

/** What was withdrawn is kept and shows nothing. */
const stands = ({ withdrawal }: { withdrawal: Withdrawal }) => withdrawal === null

/** What shows it, of the kinds that its indicators take: photos, files, and the link of its short form. */
export const countProofs = ({
  evidence,
  attachments,
  details,
  proofKinds,
}: {
  evidence: readonly { withdrawal: Withdrawal }[]
  attachments: readonly { kind: ProofKind; withdrawal: Withdrawal }[]
  details: Activity['details']
  proofKinds: readonly ProofKind[]
}): number =>
  (proofKinds.includes('photo') ? evidence.filter(stands).length : 0) +
  attachments.filter((file) => stands(file) && proofKinds.includes(file.kind)).length +
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
 * at and accepted. Doubted: a doubt is open, or it was returned. Everything else is only said, also what was accepted and
 * whose evidence was withdrawn since.
 */
export const standingOf = (
  state: ActivityState,
  evidence: { doubts: readonly string[]; lookedAt: string | null; withdrawal: Withdrawal }[],
  proofs: number,
): Standing => {
  if (state === 'accepted') return proofs === 0 ? 'claimed' : 'proved'
  if (state === 'returned') return 'doubted'
  if (state === 'recorded' || proofs === 0) return 'claimed'
  const photos = evidence.filter(stands)
  if (photos.some((photo) => photo.doubts.length > 0)) return 'doubted'
  return photos.every((photo) => photo.lookedAt !== null) ? 'proved' : 'claimed'
}
