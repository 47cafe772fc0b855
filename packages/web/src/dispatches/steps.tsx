/** Where the dispatch stands: hand up → approve → sign → number → issue, each with who and when. */
import type { Dispatch, DispatchState } from '@loa/contract/dispatches'
import { IconCheck } from '@tabler/icons-react'
import { instantWords } from '../shell/format.ts'
import { draftWords } from '../words/draft.ts'
import { useWords } from '../words/language.tsx'

const order = ['draft', 'submit', 'approve', 'sign', 'number', 'issue'] as const
/** The step that is being done now; past the last one when all is done. */
const current: Record<DispatchState, number> = {
  read: 0,
  planned: 0,
  draft: 0,
  submitted: 2,
  approved: 3,
  signed: 4,
  numbered: 5,
  issued: 6,
}

export const Steps = ({ dispatch }: { dispatch: Dispatch }) => {
  const t = useWords(draftWords)
  const now = current[dispatch.state]
  return (
    <ol className="steps" aria-label={t.stepsLabel}>
      {order.map((name, index) => {
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
