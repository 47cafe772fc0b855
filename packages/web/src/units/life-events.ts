/** What happened in the life of a unit, act by act: "A, B → C" in one line, "A → B (in part), C (in part)" in one. Pure. */
import type { Succession, SuccessionKind } from '@loa/contract/units'

export interface LifeEvent {
  key: string
  kind: SuccessionKind
  from: Part[]
  to: Part[]
  act: string
  effectiveOn: string
  /** The change that can be undone; said once for each. */
  undo: number | null
}
interface Part {
  id: number
  /** Said of what receives: the whole of the old unit, or a part of it. */
  share: 'full' | 'partial'
}

export const eventsOf = (successions: Succession[]): LifeEvent[] => {
  const undone = new Set<number>()
  const events = new Map<string, LifeEvent>()
  for (const { from, to, kind, share, act, effectiveOn, changeId, byHand } of successions) {
    // Many that become one are one line; so is one that becomes many.
    const shared = kind === 'merge' && share === 'full' ? `to ${to}` : `from ${from}`
    const key = [effectiveOn, changeId, act, kind, shared].join(' ')
    const known = events.get(key)
    if (known) {
      if (!known.from.some(({ id }) => id === from)) known.from.push({ id: from, share: 'full' })
      if (to !== null && !known.to.some(({ id }) => id === to)) known.to.push({ id: to, share })
      continue
    }
    const isFirst = changeId !== null && byHand && !undone.has(changeId)
    if (isFirst) undone.add(changeId)
    events.set(key, {
      key,
      kind,
      from: [{ id: from, share: 'full' }],
      to: to === null ? [] : [{ id: to, share }],
      act,
      effectiveOn,
      undo: isFirst ? changeId : null,
    })
  }
  return [...events.values()]
}
