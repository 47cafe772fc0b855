/** The rules of the light table. Pure. */
import type { ActivityState, verdicts } from '@loa/contract/activities'
import { Problem } from '@loa/contract/problem'

export type Verdict = (typeof verdicts)[number]

/** Only what was handed in is judged. @throws Problem `photo.not-handed-in`, `photo.comment-missing` */
export const judge = (state: ActivityState, verdict: Verdict, comment: string): ActivityState => {
  if (state !== 'submitted') throw new Problem('photo.not-handed-in', { state })
  if (verdict !== 'fine' && comment === '') throw new Problem('photo.comment-missing')
  return verdict === 'refused' ? 'returned' : state
}

/** Taken back only while the activity is as the judgement has left it. @throws Problem `photo.nothing-to-undo` */
export const undo = (
  activity: { state: ActivityState; version: number },
  judgement: { stateBefore: ActivityState; verdict: Verdict; versionAfter: number } | null,
): ActivityState => {
  const expected = judgement?.verdict === 'refused' ? 'returned' : judgement?.stateBefore
  if (!judgement || activity.state !== expected) throw new Problem('photo.nothing-to-undo')
  if (judgement.verdict === 'refused' && activity.version !== judgement.versionAfter)
    throw new Problem('photo.nothing-to-undo')
  return judgement.stateBefore
}
