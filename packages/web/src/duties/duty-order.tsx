/** The order the duty comes from, and the unit's answer to it. */
import { GetDispatchFile } from '@loa/contract/dispatches'
import type { Duty } from '@loa/contract/duties'
import { Button, Textarea } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { urlOf } from '../api.ts'
import { StateBadge, type Tone } from '../shell/state.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { dutyWords } from '../words/duties.ts'
import { useWords } from '../words/language.tsx'
import type { Answer } from './use-answer.ts'
import type { Part } from './use-part.ts'

const dutyTones: Record<Duty['state'], Tone> = {
  assigned: 'none',
  accepted: 'go',
  declined: 'bad',
  done: 'ok',
  stopped: 'none',
}
const deliveryTones: Record<NonNullable<Duty['deliveryStatus']>, Tone> = {
  '01': 'none',
  '02': 'bad',
  '03': 'go',
  '04': 'go',
  '05': 'go',
  '06': 'ok',
  '13': 'bad',
  '15': 'none',
  '16': 'go',
}

export const DutyOrder = ({ duty, part, answer }: { duty: Duty; part: Part; answer: Answer }) => {
  const t = useWords(dutyWords)
  return (
    <section className="panel" aria-labelledby="duty-order">
      <header>
        <h2 id="duty-order">{t.order}</h2>
        <StateBadge tone={dutyTones[duty.state]}>{t.states[duty.state]}</StateBadge>
      </header>
      <div className="duty-order">
        <dl>
          <dt>{t.dispatch}</dt>
          <dd>
            {duty.dispatchId ? (
              <>
                <Link to="/dispatches/$id" params={{ id: String(duty.dispatchId) }}>
                  {duty.dispatchCode ?? t.openDispatch}
                </Link>{' '}
                ·{' '}
                <a
                  href={urlOf(GetDispatchFile.path, { id: duty.dispatchId, kind: 'pdf' })}
                  target="_blank"
                  rel="noreferrer"
                >
                  {t.pdf}
                </a>
              </>
            ) : (
              t.notIssued
            )}
          </dd>
          {duty.deliveryStatus && (
            <dd>
              <StateBadge tone={deliveryTones[duty.deliveryStatus]}>
                {t.delivery[duty.deliveryStatus]}
              </StateBadge>
            </dd>
          )}
          <dt>{t.campaign}</dt>
          <dd>
            <Link to="/campaigns/$id" params={{ id: String(duty.campaignId) }}>
              {duty.campaignTitle}
            </Link>
          </dd>
        </dl>
        {duty.reason && <p className="note bad">{t.reason(duty.reason)}</p>}
        <p role="status" className="small">
          {answer.data ? t.answered[answer.data.state] : ''}
        </p>
        {answer.error && <Trouble error={answer.error} />}
        {part.mayAnswer && duty.state === 'assigned' && <Decline answer={answer} />}
        {part.mayAnswer && duty.state === 'accepted' && <Finish answer={answer} />}
      </div>
    </section>
  )
}

const Decline = ({ answer }: { answer: Answer }) => {
  const t = useWords(dutyWords)
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const send = (event: FormEvent) => {
    event.preventDefault()
    setMissing(!reason.trim())
    if (reason.trim()) answer.mutate({ answer: 'decline', reason: reason.trim() })
  }
  return (
    <details className="duty-answer">
      <summary>{t.declineWord}</summary>
      <form onSubmit={send}>
        <Textarea
          label={t.declineReason}
          description={t.declineHelp}
          error={isMissing ? t.declineMissing : undefined}
          autosize
          minRows={2}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button
          type="submit"
          variant="default"
          loading={answer.isPending && answer.variables?.answer === 'decline'}
        >
          {t.decline}
        </Button>
      </form>
    </details>
  )
}

/** Said twice, since nothing can be added afterwards. */
const Finish = ({ answer }: { answer: Answer }) => {
  const t = useWords(dutyWords)
  return (
    <details className="duty-answer">
      <summary>{t.done}</summary>
      <div>
        <p className="small">{t.doneHelp}</p>
        <Button
          variant="default"
          loading={answer.isPending && answer.variables?.answer === 'done'}
          onClick={() => answer.mutate({ answer: 'done' })}
        >
          {t.confirmDone}
        </Button>
      </div>
    </details>
  )
}
