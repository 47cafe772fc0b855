/** What is asked of one unit whatever the rules say, with the reason it will read. */
import type { Campaign } from '@loa/contract/campaigns'
import type { TargetException } from '@loa/contract/targets'
import type { UnitRef } from '@loa/contract/units'
import { Button, Checkbox, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useNumbers } from '../figures/indicator-words.ts'
import { numberOf, troubleOf, typedOf } from '../figures/quantity.ts'
import { figureWords } from '../words/figures.ts'
import { useWords } from '../words/language.tsx'
import { shellWords } from '../words/shell.ts'
import { targetWords } from '../words/targets.ts'

export const ExceptionForm = ({
  campaign,
  chosen,
  exception,
  onSave,
  onClose,
}: {
  campaign: Campaign
  chosen: { unit: UnitRef; indicator: string }
  exception: TargetException | undefined
  onSave: (exception: Pick<TargetException, 'amount' | 'reason'> | null) => void
  onClose: () => void
}) => {
  const t = useWords(targetWords)
  const shell = useWords(shellWords)
  const figures = useWords(figureWords)
  const { nameOf, unitOf, language } = useNumbers()
  const [isNone, setNone] = useState(exception?.amount === null)
  const [typed, setTyped] = useState(typedOf(exception?.amount ?? null, language))
  const [reason, setReason] = useState(exception?.reason ?? '')
  const [isChecked, setChecked] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const indicator = campaign.indicators.find(({ code }) => code === chosen.indicator)
  const trouble = isNone ? null : troubleOf(typed, language, indicator?.decimals ?? 2)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (trouble === null && reason.trim().length >= 3)
      onSave({ amount: isNone ? null : numberOf(typed, language), reason: reason.trim() })
  }
  return (
    <form className="exception-form" ref={form} onSubmit={submit} noValidate>
      <h3>
        {t.exceptionOf(chosen.unit.fullName)}
        {indicator && <span className="meta"> {nameOf(indicator)}</span>}
      </h3>
      <TextInput
        label={indicator ? `${t.amount} (${unitOf(indicator)})` : t.amount}
        inputMode="decimal"
        disabled={isNone}
        value={typed}
        error={
          isChecked && trouble
            ? trouble === 'tooPrecise'
              ? figures.tooPrecise(indicator?.decimals ?? 2)
              : figures[trouble]
            : undefined
        }
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <TextInput
        label={t.reason}
        description={t.reasonHelp}
        required
        maxLength={1000}
        value={reason}
        error={isChecked && reason.trim().length < 3 ? t.reasonMissing : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Checkbox
        label={t.askNothing}
        checked={isNone}
        onChange={(event) => setNone(event.currentTarget.checked)}
      />
      <div className="rule-acts">
        <Button type="submit" size="xs">
          {t.setException}
        </Button>
        {exception && (
          <Button size="xs" variant="default" onClick={() => onSave(null)}>
            {t.dropException}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={onClose}>
          {shell.cancel}
        </Button>
      </div>
    </form>
  )
}
