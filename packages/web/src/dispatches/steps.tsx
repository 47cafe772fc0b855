/** Where the dispatch stands: hand up → approve → sign → number → (digital signature → seal →) issue, each with who and when. */
import type { Dispatch, DispatchState } from '@loa/contract/dispatches'
import { IconCheck } from '@tabler/icons-react'
import { instantWords } from '../shell/format.ts'
import { draftWords } from '../words/draft.ts'
import { useWords } from '../words/language.tsx'

const order = ['draft', 'submit', 'approve', 'sign', 'number', 'e-sign', 'seal', 'issue'] as const
type Name = (typeof order)[number]
/** The step that is being done now; null when all is done. */
const current: Record<DispatchState, Name | null> = {
  read: 'draft',
  planned: 'draft',
  draft: 'draft',
  submitted: 'approve',
  approved: 'sign',
  signed: 'number',
  numbered: 'issue',
  issued: null,
}

/** Digital signatures are steps where there is a key for them. */
const stepsOf = ({ steps, awaitsSignature }: Dispatch): Name[] =>
  order.filter(
    (name) =>
      (name !== 'e-sign' && name !== 'seal') ||
      awaitsSignature?.step === name ||
      steps.some(({ step }) => step === name),
  )

export const Steps = ({ dispatch }: { dispatch: Dispatch }) => {
  const t = useWords(draftWords)
  const names = stepsOf(dispatch)
  const at = dispatch.awaitsSignature?.step ?? current[dispatch.state]
  const now = at === null ? names.length : names.indexOf(at)
  return (
    <ol className={names.length > 6 ? 'steps many' : 'steps'} aria-label={t.stepsLabel}>
      {names.map((name, index) => {
        const done = index < now ? lastStep(dispatch, name) : undefined
        const look = index < now ? 'done' : index === now ? 'now' : 'later'
        return (
          <li key={name} className={look} aria-current={look === 'now' ? 'step' : undefined}>
            <span className="step-dot" aria-hidden>
              {look === 'done' ? <IconCheck size={14} /> : index + 1}
            </span>
            <span className="step-words">
              <b>{t.steps[name]}</b>
              <span>
                {look === 'now' && t.doing}
                {look === 'later' && t.later}
                {done?.person?.name}
              </span>
              {look === 'done' && <span>{instantWords(done?.at ?? dispatch.createdAt)}</span>}
            </span>
          </li>
        )
      })}
    </ol>
  )
}

/** The last time the step was taken: after a return the steps are taken again. */
const lastStep = (dispatch: Dispatch, name: string) => dispatch.steps.findLast(({ step }) => step === name)
