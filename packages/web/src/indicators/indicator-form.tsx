/** One indicator to add or change. What counts something keeps its form, counting unit and aggregation. */
import { aggregations, proofKinds } from '@loa/contract/figures'
import {
  AddIndicator,
  ChangeIndicator,
  type IndicatorWords,
  type KeptIndicator,
  ListIndicators,
} from '@loa/contract/indicators'
import { forms } from '@loa/contract/plans'
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { call, keyOf } from '../api.ts'
import { Trouble } from '../shell/trouble.tsx'
import { figureWords } from '../words/figures.ts'
import { indicatorWords } from '../words/indicators.ts'
import { useWords } from '../words/language.tsx'
import { shellWords } from '../words/shell.ts'

type Draft = IndicatorWords & { active: boolean; main: boolean }

const empty: Draft = {
  name: '',
  nameEn: '',
  unit: '',
  unitEn: '',
  form: 'visual',
  aggregation: 'sum',
  decimals: 0,
  evidence: ['photo'],
  active: true,
  main: false,
}

export const IndicatorForm = ({
  indicator,
  onClose,
}: {
  indicator: KeptIndicator | null
  onClose: () => void
}) => {
  const t = useWords(indicatorWords)
  const shell = useWords(shellWords)
  const cache = useQueryClient()
  const [draft, setDraft] = useState<Draft>(indicator ?? empty)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    window.scrollTo({ top: 0 })
    form.current?.querySelector('input')?.focus({ preventScroll: true })
  }, [])
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }))
  const save = useMutation({
    mutationFn: () => {
      const { name, nameEn, unit, unitEn, aggregation, decimals, evidence, active, main } = draft
      const body = { name, nameEn, unit, unitEn, form: draft.form, aggregation, decimals, evidence }
      return indicator
        ? call(ChangeIndicator, {
            params: { code: indicator.code },
            body: { ...body, active, main, version: indicator.version },
          })
        : call(AddIndicator, { body })
    },
    onSuccess: async () => {
      await cache.invalidateQueries()
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <form className="indicator-form" ref={form} onSubmit={submit} aria-label={indicator ? t.edit : t.add}>
      <h3>{indicator ? indicator.name : t.add}</h3>
      <IndicatorFields draft={draft} isFixed={(indicator?.uses ?? 0) > 0} onChange={set} />
      {indicator && (
        <div className="indicator-checks">
          <Checkbox
            label={t.main}
            description={t.mainHelp}
            checked={draft.main}
            onChange={(event) => set({ main: event.currentTarget.checked })}
          />
          <Checkbox
            label={t.active}
            description={t.activeHelp}
            checked={draft.active}
            onChange={(event) => set({ active: event.currentTarget.checked })}
          />
        </div>
      )}
      {save.error && (
        <Trouble
          error={save.error}
          onRetry={() => cache.invalidateQueries({ queryKey: keyOf(ListIndicators) })}
        />
      )}
      <div className="form-acts">
        <Button type="submit" loading={save.isPending}>
          {shell.save}
        </Button>
        <Button variant="default" onClick={onClose}>
          {shell.cancel}
        </Button>
      </div>
    </form>
  )
}

const IndicatorFields = ({
  draft,
  isFixed,
  onChange,
}: {
  draft: Draft
  isFixed: boolean
  onChange: (change: Partial<Draft>) => void
}) => {
  const t = useWords(indicatorWords)
  const figures = useWords(figureWords)
  const text = (name: 'name' | 'nameEn' | 'unit' | 'unitEn', label: string, disabled = false) => (
    <TextInput
      label={label}
      required
      disabled={disabled}
      maxLength={name.startsWith('unit') ? 40 : 200}
      value={draft[name]}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  )
  return (
    <>
      {isFixed && <p className="note">{t.fixedHelp}</p>}
      <div className="indicator-fields">
        {text('name', t.nameVi)}
        {text('nameEn', t.nameEn)}
        {text('unit', t.unitVi, isFixed)}
        {text('unitEn', t.unitEn)}
        <NativeSelect
          label={t.form}
          disabled={isFixed}
          value={draft.form}
          onChange={(event) =>
            onChange({ form: forms.find((each) => each === event.currentTarget.value) ?? 'visual' })
          }
          data={forms.map((value) => ({ value, label: figures.formsInFull[value] }))}
        />
        <NativeSelect
          label={t.aggregation}
          description={t.aggregationHelp}
          disabled={isFixed}
          value={draft.aggregation}
          onChange={(event) =>
            onChange({
              aggregation: aggregations.find((each) => each === event.currentTarget.value) ?? 'sum',
            })
          }
          data={aggregations.map((value) => ({ value, label: t.aggregations[value] }))}
        />
        <NativeSelect
          label={t.decimals}
          value={String(draft.decimals)}
          onChange={(event) => onChange({ decimals: Number(event.currentTarget.value) })}
          data={['0', '1', '2', '3']}
        />
      </div>
      <fieldset className="indicator-checks">
        <legend>{t.evidence}</legend>
        {proofKinds.map((kind) => (
          <Checkbox
            key={kind}
            label={t.proofs[kind]}
            checked={draft.evidence.includes(kind)}
            onChange={(event) =>
              onChange({
                evidence: event.currentTarget.checked
                  ? [...draft.evidence, kind]
                  : draft.evidence.filter((each) => each !== kind),
              })
            }
          />
        ))}
      </fieldset>
    </>
  )
}
