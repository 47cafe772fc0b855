/** @jsxImportSource preact */
/** The short form of the chosen form of communication, as the contract describes it. */
import type { Form } from '@loa/contract/plans'
import { isNeeded, type ShortField } from '@loa/contract/short-form'
import { shortForms } from '@loa/contract/short-forms'
import { type Draft, detailTroubles } from '@loa/field/item'
import { useState } from 'preact/hooks'
import { shortFormWords } from '../words/short-forms.ts'
import type { Change } from './acts.ts'
import { language } from './language.ts'

const words = shortFormWords[language] as typeof shortFormWords.vi

export const ShortFormFields = ({
  draft,
  form,
  isAsked,
  onChange,
}: {
  draft: Draft
  form: Form
  isAsked: boolean
  onChange: (change: Change) => void
}) => {
  const troubles = isAsked ? detailTroubles(draft, form) : []
  return (
    <>
      {shortForms[form].fields.map((field) => {
        const trouble = troubles.find((each) => each.field === field.name)?.trouble
        return (
          <Field
            key={field.name}
            field={field}
            isNeeded={isNeeded(field, [draft.indicator])}
            value={draft.details?.[field.name] ?? ''}
            trouble={trouble && words.troubles[trouble]}
            onType={(answer) =>
              onChange(({ details = {} }) => ({ details: { ...details, [field.name]: answer } }))
            }
          />
        )
      })}
    </>
  )
}

const types = { day: 'date', time: 'time', link: 'url', text: 'text' } as const

/** Keeps its own letters while it is typed in; the store follows. */
const Field = ({
  field,
  isNeeded,
  value,
  trouble,
  onType,
}: {
  field: ShortField
  isNeeded: boolean
  value: string
  trouble: string | undefined
  onType: (answer: string) => void
}) => {
  const id = `detail-${field.name}`
  const [typed, setTyped] = useState(value)
  const shared = {
    id,
    value: typed,
    required: isNeeded,
    'aria-invalid': trouble !== undefined,
    ...(trouble ? { 'aria-describedby': `${id}-trouble` } : {}),
  }
  const hear = ({ currentTarget }: { currentTarget: { value: string } }) => {
    setTyped(currentTarget.value)
    onType(currentTarget.value)
  }
  return (
    <label for={id}>
      {field.label[language]}
      {isNeeded && ' *'} {field.help && <span class="sub">{field.help[language]}</span>}
      {field.kind === 'choice' ? (
        <select {...shared} onChange={hear}>
          <option value="">{words.choose}</option>
          {(field.choices ?? []).map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label[language]}
            </option>
          ))}
        </select>
      ) : field.kind === 'lines' ? (
        <textarea {...shared} rows={2} maxLength={2000} onInput={hear} />
      ) : (
        <input
          {...shared}
          type={types[field.kind] as 'text'}
          maxLength={500}
          autocomplete="off"
          onInput={hear}
        />
      )}
      {trouble && (
        <span id={`${id}-trouble`} class="sub" role="alert">
          {trouble}
        </span>
      )}
    </label>
  )
}
