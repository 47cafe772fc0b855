/** The rules of answering a plan: a unit accepts, proposes something else, or declines; the owner decides. Pure. */
import { Problem } from '@loa/contract/problem'

export interface Proposed {
  indicator: string
  after: number | null
  reason: string
}

/**
 * @returns what is proposed, without what is the same as asked
 * @throws Problem `thing.changed`, `target.reason-missing`, `target.nothing-proposed`, `activity.wrong-indicator`
 */
export const checkAnswer = (
  given: { number: number; answer: 'accept' | 'propose' | 'decline'; reason: string; changes: Proposed[] },
  standing: { number: number; targets: readonly { indicator: string; plan: number }[] },
  known: readonly string[],
): (Proposed & { before: number | null })[] => {
  if (given.number !== standing.number) throw new Problem('thing.changed', { at: null, state: null })
  if (given.answer === 'decline' && !given.reason.trim()) throw new Problem('target.reason-missing')
  if (given.answer !== 'propose') return []
  const strange = given.changes.filter(({ indicator }) => !known.includes(indicator))
  if (strange.length > 0)
    throw new Problem('activity.wrong-indicator', {
      indicator: strange.map(({ indicator }) => indicator).join(', '),
    })
  const planOf = (indicator: string) =>
    standing.targets.find((target) => target.indicator === indicator)?.plan ?? null
  const proposed = [...new Map(given.changes.map((change) => [change.indicator, change])).values()]
    .map((change) => ({ ...change, before: planOf(change.indicator) }))
    .filter(({ before, after }) => before !== after)
  if (proposed.length === 0) throw new Problem('target.nothing-proposed')
  return proposed
}

/** @throws Problem `thing.changed` when it was decided meanwhile, `target.reason-missing` */
export const checkDecision = (state: string, verdict: 'agree' | 'refuse', reason: string): void => {
  if (state !== 'open') throw new Problem('thing.changed', { at: null, state: null })
  if (verdict === 'refuse' && !reason.trim()) throw new Problem('target.reason-missing')
}
