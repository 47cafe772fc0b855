/** What was put right of the numbers of an activity, by whom and why; and, for who reviews, the form for it. */
import { type Activity, GetActivity, type QuantityCorrection } from '@loa/contract/activities'
import type { Indicator } from '@loa/contract/figures'
import { CorrectQuantity } from '@loa/contract/quantity-corrections'
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call, keyOf } from '../api.ts'
import { useNumbers } from '../figures/indicator-words.ts'
import { numberOf, troubleOf, typedOf } from '../figures/quantity.ts'
import { instantWords } from '../shell/format.ts'
import { Trouble } from '../shell/trouble.tsx'
import { figureWords } from '../words/figures.ts'
import { useWords } from '../words/language.tsx'
import { quantityCorrectionWords } from '../words/quantity-corrections.ts'
import { useQuantitiesSaid } from './quantities-said.ts'
import './review.css'

/** The correction of an indicator that holds, with the number of those before it. */
export const holding = (activity: Activity, indicator: string) => {
  const all = activity.corrections.filter((each) => each.indicator === indicator)
  return { last: all.at(-1), older: Math.max(0, all.length - 1) }
}

export const CorrectionNote = ({
  correction,
  typed,
  indicator,
}: {
  correction: QuantityCorrection
  typed: Activity['quantities'][number]
  indicator: Indicator | undefined
}) => {
  const t = useWords(quantityCorrectionWords)
  const said = useQuantitiesSaid()
  return (
    <p className="small">
      <b>
        {t.line(
          said.one(typed, indicator),
          said.one({ ...typed, ...correction, qualifier: 'exact' }, indicator),
        )}
      </b>
      : {correction.reason}{' '}
      <span className="meta">{t.byAt(correction.by.name, instantWords(correction.at))}</span>
    </p>
  )
}

export const Corrections = ({
  activity,
  indicators,
  mayCorrect,
}: {
  activity: Activity
  indicators: Indicator[]
  mayCorrect: boolean
}) => {
  const t = useWords(quantityCorrectionWords)
  const [isOpen, setOpen] = useState(false)
  const corrected = activity.quantities.flatMap((typed) => {
    const { last, older } = holding(activity, typed.indicator)
    return last ? [{ typed, last, older }] : []
  })
  if (corrected.length === 0 && !mayCorrect) return null
  return (
    <section className="panel" aria-labelledby="activity-corrections">
      <header>
        <h2 id="activity-corrections">{t.title}</h2>
        {mayCorrect && !isOpen && (
          <Button size="xs" variant="default" ml="auto" onClick={() => setOpen(true)}>
            {t.open}
          </Button>
        )}
      </header>
      <div className="activity-box">
        {corrected.map(({ typed, last, older }) => (
          <div key={last.id}>
            <CorrectionNote
              correction={last}
              typed={typed}
              indicator={indicators.find(({ code }) => code === typed.indicator)}
            />
            {older > 0 && <p className="meta">{t.older(older)}</p>}
          </div>
        ))}
        {isOpen ? (
          <CorrectionForm activity={activity} indicators={indicators} onClose={() => setOpen(false)} />
        ) : (
          corrected.length === 0 && <p className="meta">{t.help}</p>
        )}
      </div>
    </section>
  )
}

const CorrectionForm = ({
  activity,
  indicators,
  onClose,
}: {
  activity: Activity
  indicators: Indicator[]
  onClose: () => void
}) => {
  const t = useWords(quantityCorrectionWords)
  const figures = useWords(figureWords)
  const said = useQuantitiesSaid()
  const cache = useQueryClient()
  const { language, nameOf, unitOf } = useNumbers()
  const [code, setCode] = useState(activity.quantities[0]?.indicator ?? '')
  const [typed, setTyped] = useState('')
  const [things, setThings] = useState('')
  const [outOf, setOutOf] = useState('')
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  // One id for one intent: pressed twice, it is there once.
  const [id] = useState(() => crypto.randomUUID())
  const indicator = indicators.find((each) => each.code === code)
  const quantity = activity.quantities.find((each) => each.indicator === code)
  const isNamed = indicator?.aggregation === 'distinct'
  const isRatio = indicator?.aggregation === 'ratio'
  const trouble = isNamed ? null : troubleOf(typed, language, indicator?.decimals ?? 0)
  const correct = useMutation({
    mutationFn: () =>
      call(CorrectQuantity, {
        params: { id: activity.id, correctionId: id },
        body: {
          indicator: code,
          quantity: isNamed ? 0 : (numberOf(typed, language) ?? 0),
          things: isNamed
            ? things
                .split('\n')
                .map((name) => name.trim())
                .filter(Boolean)
            : [],
          ...(isRatio && outOf ? { outOf: numberOf(outOf, language) ?? 0 } : {}),
          reason: reason.trim(),
        },
      }),
    onSuccess: (left) => {
      cache.setQueryData(keyOf(GetActivity, activity.id), left)
      cache.invalidateQueries()
      onClose()
    },
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!trouble && reason.trim()) correct.mutate()
  }
  const troubleWords =
    trouble === 'tooPrecise'
      ? figures.tooPrecise(indicator?.decimals ?? 0)
      : trouble
        ? figures[trouble]
        : undefined
  return (
    <form className="amend-form" onSubmit={send} noValidate aria-label={t.title}>
      <p className="meta">{t.help}</p>
      {activity.quantities.length > 1 && (
        <NativeSelect
          label={t.which}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          data={activity.quantities.map((each) => {
            const found = indicators.find((known) => known.code === each.indicator)
            return { value: each.indicator, label: found ? nameOf(found) : each.indicator }
          })}
        />
      )}
      {isNamed ? (
        <Textarea
          label={t.things}
          description={t.thingsHelp}
          autosize
          minRows={2}
          placeholder={quantity?.things.join('\n')}
          value={things}
          onChange={(event) => setThings(event.currentTarget.value)}
        />
      ) : (
        <TextInput
          label={t.quantity(indicator ? unitOf(indicator) : code)}
          description={quantity && t.quantityHelp(said.one(quantity, indicator))}
          required
          autoFocus
          inputMode="decimal"
          autoComplete="off"
          value={typed}
          error={isTried ? troubleWords : undefined}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      {isRatio && (
        <TextInput
          label={t.outOf}
          inputMode="decimal"
          autoComplete="off"
          placeholder={typedOf(quantity?.outOf ?? null, language)}
          value={outOf}
          onChange={(event) => setOutOf(event.currentTarget.value)}
        />
      )}
      <Textarea
        label={t.reason}
        description={t.reasonHelp}
        required
        autosize
        minRows={2}
        maxLength={1000}
        value={reason}
        error={isTried && !reason.trim() ? t.reasonMissing : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className="review-buttons">
        <Button type="submit" loading={correct.isPending}>
          {t.save}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t.stop}
        </Button>
      </div>
      {correct.error && <Trouble error={correct.error} onRetry={() => correct.mutate()} />}
    </form>
  )
}
