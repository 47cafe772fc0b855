import type { Reminder } from '@loa/contract/reminders'
import { StateBadge, type Tone } from '../shell/state.tsx'
import { useWords } from '../words/language.tsx'
import { reminderWords } from '../words/reminders.ts'

const tones: Record<Reminder['state'], Tone> = {
  drafted: 'none',
  waiting: 'go',
  sent: 'ok',
  cancelled: 'none',
}

export const ReminderState = ({ reminder }: { reminder: Reminder }) => {
  const t = useWords(reminderWords)
  return (
    <StateBadge tone={tones[reminder.state]}>
      {reminder.settled ? t.settled : t.states[reminder.state]}
    </StateBadge>
  )
}
