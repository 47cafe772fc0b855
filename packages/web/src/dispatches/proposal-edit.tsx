/** The words, form or day of a proposal, to be put right before it is confirmed. */
import { forms, type Proposal } from '@loa/contract/plans'
import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useWords } from '../words/language.tsx'
import { planWords } from '../words/plan.ts'
import type { PlanWork } from './use-plan.ts'

export const ProposalEdit = ({ proposal: { id, value }, plan }: { proposal: Proposal; plan: PlanWork }) => {
  const t = useWords(planWords)
  const edit = plan.editOf(id)
  if (value.kind === 'deadline')
    return (
      <TextInput
        type="date"
        label={t.date}
        ref={focusNow}
        value={edit.date ?? value.date ?? ''}
        onChange={(event) => plan.edit(id, { date: event.currentTarget.value })}
      />
    )
  if (value.kind === 'addressee' || value.kind === 'link') return null
  return (
    <>
      {value.kind === 'form' && (
        <NativeSelect
          label={t.formKind}
          value={edit.form ?? value.form}
          onChange={(event) => {
            const chosen = forms.find((form) => form === event.currentTarget.value)
            if (chosen) plan.edit(id, { form: chosen })
          }}
          data={forms.map((form) => ({ value: form, label: t.forms[form] ?? form }))}
        />
      )}
      <Textarea
        label={value.kind === 'form' ? t.formText : t.text}
        ref={focusNow}
        rows={4}
        lang="vi"
        maxLength={5000}
        value={edit.text ?? value.text}
        onChange={(event) => plan.edit(id, { text: event.currentTarget.value })}
      />
    </>
  )
}

/** Whoever asked to edit goes on by typing. */
const focusNow = (field: HTMLInputElement | HTMLTextAreaElement | null) => field?.focus()
