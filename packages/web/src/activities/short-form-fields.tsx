/** The short form of the chosen form, as the contract describes it. */

import type { Form } from '@loa/contract/plans'
import type { Details, DetailTrouble, ShortField } from '@loa/contract/short-form'
import { isNeeded } from '@loa/contract/short-form'
import { shortForms } from '@loa/contract/short-forms'
import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useLanguage, useWords } from '../words/language.tsx'
import { shortFormWords } from '../words/short-forms.ts'

export const ShortFormFields = ({
  form,
  indicators,
  details,
  troubles,
  onChange,
}: {
  form: Form
  /** Those that have a quantity: some ask for more. */
  indicators: string[]
  details: Details
  troubles: DetailTrouble[]
  onChange: (details: Details) => void
}) => (
  <>
    {shortForms[form].fields.map((field) => (
      <ShortFormField
        key={field.name}
        field={field}
        needed={isNeeded(field, indicators)}
        value={details[field.name] ?? ''}
        trouble={troubles.find((each) => each.field === field.name)?.trouble}
        onChange={(value) => onChange({ ...details, [field.name]: value })}
      />
    ))}
  </>
)

const ShortFormField = ({
  field,
  needed,
  value,
  trouble,
  onChange,
}: {
  field: ShortField
  needed: boolean
  value: string
  trouble: DetailTrouble['trouble'] | undefined
  onChange: (value: string) => void
}) => {
  const words = useWords(shortFormWords)
  const { language } = useLanguage()
  const shared = {
    id: `field-${field.name}`,
    label: field.label[language],
    description: field.help?.[language],
    withAsterisk: needed,
    'aria-required': needed,
    value,
    error: trouble ? words.troubles[trouble] : undefined,
  }
  if (field.kind === 'choice')
    return (
      <NativeSelect
        {...shared}
        onChange={(event) => onChange(event.currentTarget.value)}
        data={[
          { value: '', label: words.choose },
          ...(field.choices ?? []).map((choice) => ({ value: choice.value, label: choice.label[language] })),
        ]}
      />
    )
  if (field.kind === 'lines')
    return (
      <Textarea
        {...shared}
        autosize
        minRows={2}
        maxLength={2000}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )
  const types = { day: 'date', time: 'time', link: 'url', text: 'text' } as const
  return (
    <TextInput
      {...shared}
      type={types[field.kind]}
      maxLength={500}
      autoComplete="off"
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
