/** One proposal as both sides read it: what of, old → new, why, and what became of it. */
import type { Indicator } from '@loa/contract/figures'
import type { TargetRequest } from '@loa/contract/targets'
import { useNumbers } from '../figures/indicator-words.ts'
import { instantWords } from '../shell/format.ts'
import { StateBadge } from '../shell/state.tsx'
import { useWords } from '../words/language.tsx'
import { targetWords } from '../words/targets.ts'

const tones = { open: 'go', agreed: 'ok', refused: 'bad', replaced: 'none' } as const

export const RequestSaid = ({ request, indicators }: { request: TargetRequest; indicators: Indicator[] }) => {
  const t = useWords(targetWords)
  const { number, nameOf, unitOf } = useNumbers()
  const indicator = indicators.find(({ code }) => code === request.indicator)
  const said = (value: number | null) => (value === null ? t.notAsked : number(value))
  return (
    <div>
      <p>
        {indicator ? nameOf(indicator) : request.indicator}: {said(request.before)} →{' '}
        <b>{said(request.after)}</b> {indicator && unitOf(indicator)}{' '}
        <StateBadge tone={tones[request.state]}>{t.states[request.state]}</StateBadge>
      </p>
      <p className="small">{t.because(request.reason)}</p>
      <p className="meta">{t.askedBy(request.askedBy, instantWords(request.askedAt))}</p>
      {request.decidedBy && (
        <p className="meta">
          {t.decidedBy(request.decidedBy, instantWords(request.decidedAt))}
          {request.answerReason && `: ${request.answerReason}`}
        </p>
      )}
    </div>
  )
}
