/** The plan as a form: one number an indicator, in its own counting unit. What is typed stays when saving fails. */
import { type Duty, GetDuty, PlanDuty } from '@loa/contract/duties'
import type { Indicator } from '@loa/contract/figures'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { ApiProblem, call, keyOf } from '../api.ts'
import { useNumbers } from '../figures/indicator-words.ts'
import { numberOf, troubleOf, typedOf } from '../figures/quantity.ts'
import { Trouble } from '../shell/trouble.tsx'
import { dutyWords } from '../words/duties.ts'
import { figureWords } from '../words/figures.ts'
import { useLanguage, useWords } from '../words/language.tsx'

export const DutyPlan = ({
  duty,
  indicators,
  onClose,
}: {
  duty: Duty
  indicators: Indicator[]
  onClose: (isSaved: boolean) => void
}) => {
  const t = useWords(dutyWords)
  const { language } = useLanguage()
  const cache = useQueryClient()
  // What the plan of the owner asks is changed by agreement, on a page of its own.
  const lines = duty.lines.filter(({ isGiven }) => !isGiven)
  const before = new Map(lines.map((line) => [line.indicator, line.plan]))
  const [typed, setTyped] = useState<Record<string, string>>(() =>
    Object.fromEntries(lines.map((line) => [line.indicator, typedOf(line.plan, language)])),
  )
  const [isChecked, setChecked] = useState(false)
  const shown = indicators.filter(({ code }) => code in typed)
  const given = new Set(duty.lines.filter(({ isGiven }) => isGiven).map(({ indicator }) => indicator))
  const others = indicators.filter(({ code, active }) => active && !(code in typed) && !given.has(code))
  const wrong = (indicator: Indicator) => {
    const text = typed[indicator.code]?.trim()
    return text ? troubleOf(text, language, indicator.decimals) : null
  }

  const save = useMutation({
    mutationFn: () =>
      call(PlanDuty, {
        params: { id: duty.id },
        body: {
          version: duty.version,
          targets: shown
            .map(({ code }) => ({ indicator: code, plan: numberOf(typed[code] ?? '', language) }))
            .filter(({ indicator, plan }) => plan !== (before.get(indicator) ?? null)),
        },
      }),
    onSuccess: (saved) => {
      cache.setQueryData(keyOf(GetDuty, duty.id), saved)
      cache.invalidateQueries()
      onClose(true)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    const first = shown.find(wrong)
    if (first) document.getElementById(fieldId(first))?.focus()
    else save.mutate()
  }
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const isOld = save.error instanceof ApiProblem && save.error.code === 'thing.changed'

  return (
    <form className="duty-plan" ref={form} onSubmit={submit} noValidate>
      <p className="small">{t.editHelp}</p>
      <div className="duty-plan-fields">
        {shown.map((indicator) => (
          <PlanField
            key={indicator.code}
            indicator={indicator}
            value={typed[indicator.code] ?? ''}
            trouble={isChecked ? wrong(indicator) : null}
            onChange={(value) => setTyped((all) => ({ ...all, [indicator.code]: value }))}
          />
        ))}
      </div>
      {others.length > 0 && (
        <AddIndicator indicators={others} onAdd={(code) => setTyped((all) => ({ ...all, [code]: '' }))} />
      )}
      {save.error && (
        <Trouble
          error={save.error}
          {...(isOld
            ? { onRetry: () => cache.invalidateQueries({ queryKey: keyOf(GetDuty, duty.id) }) }
            : {})}
        />
      )}
      <div className="duty-plan-buttons">
        <Button type="submit" size="md" loading={save.isPending}>
          {t.savePlan}
        </Button>
        <Button variant="default" size="md" onClick={() => onClose(false)}>
          {t.stop}
        </Button>
      </div>
    </form>
  )
}

const fieldId = (indicator: Indicator) => `plan-${indicator.code}`

const PlanField = ({
  indicator,
  value,
  trouble,
  onChange,
}: {
  indicator: Indicator
  value: string
  trouble: ReturnType<typeof troubleOf>
  onChange: (value: string) => void
}) => {
  const figures = useWords(figureWords)
  const { nameOf, unitOf } = useNumbers()
  return (
    <TextInput
      id={fieldId(indicator)}
      label={`${nameOf(indicator)} (${unitOf(indicator)})`}
      inputMode={indicator.decimals > 0 ? 'decimal' : 'numeric'}
      autoComplete="off"
      value={value}
      error={
        trouble === null
          ? undefined
          : trouble === 'tooPrecise'
            ? figures.tooPrecise(indicator.decimals)
            : figures[trouble]
      }
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

const AddIndicator = ({ indicators, onAdd }: { indicators: Indicator[]; onAdd: (code: string) => void }) => {
  const t = useWords(dutyWords)
  const { nameOf, unitOf } = useNumbers()
  return (
    <NativeSelect
      className="duty-add"
      label={t.addIndicator}
      value=""
      onChange={(event) => event.currentTarget.value && onAdd(event.currentTarget.value)}
      data={[
        { value: '', label: '…' },
        ...indicators.map((indicator) => ({
          value: indicator.code,
          label: `${nameOf(indicator)} (${unitOf(indicator)})`,
        })),
      ]}
    />
  )
}
