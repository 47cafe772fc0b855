/** The state of a dispatch as a badge: icon, word, colour. */
import type { DispatchRow, DispatchState } from '@loa/contract/dispatches'
import { StateBadge, type Tone } from '../shell/state.tsx'
import { dispatchWords } from '../words/dispatches.ts'
import { useWords } from '../words/language.tsx'

const tones: Record<DispatchState, Tone> = {
  read: 'go',
  planned: 'ok',
  draft: 'none',
  submitted: 'go',
  approved: 'go',
  signed: 'go',
  numbered: 'go',
  issued: 'ok',
}

export const DispatchBadge = ({
  dispatch,
}: {
  dispatch: Pick<DispatchRow, 'state' | 'returnReason' | 'awaits'>
}) => {
  const t = useWords(dispatchWords)
  if (dispatch.returnReason)
    return (
      <StateBadge tone="bad" title={dispatch.returnReason}>
        {t.returned}
      </StateBadge>
    )
  if (dispatch.awaits) return <StateBadge tone="go">{t.awaits[dispatch.awaits]}</StateBadge>
  return <StateBadge tone={tones[dispatch.state]}>{t.states[dispatch.state]}</StateBadge>
}
