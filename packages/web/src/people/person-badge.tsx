import type { PersonRow } from '@loa/contract/roster'
import { StateBadge, type Tone } from '../shell/state.tsx'
import { useWords } from '../words/language.tsx'
import { peopleWords } from '../words/people.ts'

const tones: Record<PersonRow['state'], Tone> = {
  active: 'ok',
  invited: 'go',
  away: 'ask',
  idle: 'none',
  left: 'none',
}

export const PersonBadge = ({ state }: { state: PersonRow['state'] }) => {
  const t = useWords(peopleWords)
  return <StateBadge tone={tones[state]}>{t.states[state]}</StateBadge>
}
