/** Where an activity stands, in a badge and in a sentence. */
import type { Activity } from '@loa/contract/activities'
import { StateBadge, type Tone } from '../shell/state.tsx'
import { activityWords } from '../words/activities.ts'
import { useWords } from '../words/language.tsx'
import { hasProof } from './has-proof.ts'

const badgeOf = (activity: Activity): { tone: Tone; name: keyof typeof activityWords.vi.states } => {
  // All that showed it was withdrawn since, whatever came before.
  if (activity.state !== 'recorded' && activity.state !== 'returned' && !hasProof(activity))
    return { tone: 'claim', name: 'withdrawn' }
  if (activity.state === 'accepted') return { tone: 'ok', name: 'accepted' }
  if (activity.state === 'returned') return { tone: 'bad', name: 'returned' }
  if (activity.standing === 'doubted') return { tone: 'ask', name: 'doubted' }
  // Handed in, and the job has not opened its photos yet.
  if (activity.state === 'submitted' && activity.standing === 'claimed')
    return { tone: 'go', name: 'looking' }
  return activity.standing === 'proved'
    ? { tone: 'ok', name: 'submitted' }
    : { tone: 'claim', name: 'recorded' }
}

export const StandingBadge = ({ activity }: { activity: Activity }) => {
  const t = useWords(activityWords)
  const why = useStandingWhy(activity)
  const { tone, name } = badgeOf(activity)
  return (
    <StateBadge tone={tone} title={why}>
      {t.states[name]}
    </StateBadge>
  )
}

export const useStandingWhy = (activity: Activity): string => {
  const t = useWords(activityWords)
  const { name } = badgeOf(activity)
  if (name === 'returned') return t.why.returned(activity.returnReason ?? '')
  if (name === 'recorded' && activity.evidence.length + activity.attachments.length === 0)
    return `${t.why.recorded} ${t.why.noPhoto}`
  return t.why[name]
}
