/** The two answers that need a reason: other amounts, cell by cell, or no to the whole. */
import type { Campaign } from '@loa/contract/campaigns'
import type { DutyTargets } from '@loa/contract/targets'
import { Button, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useNumbers } from '../figures/indicator-words.ts'
import { numberOf, troubleOf, typedOf } from '../figures/quantity.ts'
import { figureWords } from '../words/figures.ts'
import { useWords } from '../words/language.tsx'
import { targetWords } from '../words/targets.ts'
import type { TargetAnswer } from './use-target-answer.ts'

export const ProposeForm = ({
  targets,
  campaign,
  answer,
}: {
  targets: DutyTargets
  campaign: Campaign
  answer: TargetAnswer
}) => {
  const t = useWords(targetWords)
  const figures = useWords(figureWords)
  const { nameOf, unitOf, number, language } = useNumbers()
  const [typed, setTyped] = useState<Record<string, { amount: string; reason: string }>>({})
  const [isChecked, setChecked] = useState(false)
  const lines = targets.targets.flatMap(({ indicator: code, plan }) => {
    const indicator = campaign.indicators.find((each) => each.code === code)
    const { amount = typedOf(plan, language), reason = '' } = typed[code] ?? {}
    const after = amount.trim() === '' ? null : numberOf(amount, language)
    const trouble = amount.trim() === '' ? null : troubleOf(amount, language, indicator?.decimals ?? 2)
    return indicator
      ? [{ code, plan, indicator, amount, reason, after, trouble, isOther: after !== plan }]
      : []
  })
  const others = lines.filter(({ isOther, trouble }) => isOther || trouble !== null)
  const set = (code: string, change: Partial<{ amount: string; reason: string }>) =>
    setTyped((all) => {
      const line = lines.find((each) => each.code === code)
      const before = { amount: line?.amount ?? '', reason: line?.reason ?? '' }
      return { ...all, [code]: { ...before, ...change } }
    })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (
      others.length > 0 &&
      others.every(({ trouble, reason }) => trouble === null && reason.trim().length >= 3)
    )
      answer.mutate({
        answer: 'propose',
        changes: others.map(({ code, after, reason }) => ({ indicator: code, after, reason: reason.trim() })),
      })
  }
  if (lines.length === 0) return null
  return (
    <details className="duty-answer">
      <summary>{t.propose}</summary>
      <form onSubmit={submit} noValidate>
        <p className="small">{t.proposeHelp}</p>
        {lines.map(({ code, plan, indicator, amount, reason, trouble, isOther }) => (
          <div key={code} className="propose-line">
            <TextInput
              label={`${nameOf(indicator)} (${unitOf(indicator)})`}
              description={t.askedNow(number(plan))}
              inputMode="decimal"
              value={amount}
              error={
                isChecked && trouble
                  ? trouble === 'tooPrecise'
                    ? figures.tooPrecise(indicator.decimals)
                    : figures[trouble]
                  : undefined
              }
              onChange={(event) => set(code, { amount: event.currentTarget.value })}
            />
            {isOther && (
              <TextInput
                label={t.reasonOf(nameOf(indicator))}
                required
                maxLength={1000}
                value={reason}
                error={isChecked && reason.trim().length < 3 ? t.reasonMissing : undefined}
                onChange={(event) => set(code, { reason: event.currentTarget.value })}
              />
            )}
          </div>
        ))}
        {isChecked && others.length === 0 && <p className="field-trouble">{t.nothingOther}</p>}
        <Button
          type="submit"
          variant="default"
          loading={answer.isPending && answer.variables?.answer === 'propose'}
        >
          {t.sendProposal}
        </Button>
      </form>
    </details>
  )
}

export const DeclineForm = ({ answer }: { answer: TargetAnswer }) => {
  const t = useWords(targetWords)
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setMissing(!reason.trim())
    if (reason.trim()) answer.mutate({ answer: 'decline', reason: reason.trim() })
  }
  return (
    <details className="duty-answer">
      <summary>{t.decline}</summary>
      <form onSubmit={submit} noValidate>
        <Textarea
          label={t.declineReason}
          description={t.declineHelp}
          required
          autosize
          minRows={2}
          maxLength={1000}
          value={reason}
          error={isMissing ? t.reasonMissing : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button
          type="submit"
          variant="default"
          loading={answer.isPending && answer.variables?.answer === 'decline'}
        >
          {t.sendDecline}
        </Button>
      </form>
    </details>
  )
}
