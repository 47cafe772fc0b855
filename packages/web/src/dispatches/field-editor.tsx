/** One field being put right: typed, or taken from the words that are selected in the dispatch. */
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, type KeyboardEvent, useId } from 'react'
import { ApiProblem } from '../api.ts'
import { correctionWords } from '../words/corrections.ts'
import { dispatchWords } from '../words/dispatches.ts'
import { fieldEditorWords } from '../words/field-editor.ts'
import { useWords } from '../words/language.tsx'
import { partsOf, type ReadField } from './read-fields.ts'
import { Refused } from './refused.tsx'
import type { CorrectionWork } from './use-corrections.ts'

interface EditorProps {
  name: string
  value: ReadField['value']
  work: CorrectionWork
}

export const FieldEditor = ({ name, value, work }: EditorProps) => {
  const t = useWords(fieldEditorWords)
  const help = useId()
  const { edit, send, marked } = work
  if (!edit) return null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    work.save()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    work.close()
  }
  const fault = faultOf(send.error, edit.field.path)
  const isItem = edit.field.path.includes('/')
  return (
    <form className="field-editor" onSubmit={submit} onKeyDown={onKey}>
      <Parts name={name} work={work} />
      {edit.field.name !== 'type' && (
        <div className="field-take">
          <Button
            size="compact-sm"
            variant="default"
            aria-disabled={!marked}
            aria-describedby={help}
            onClick={() => marked && work.take()}
          >
            {t.mark}
          </Button>
          <span id={help} className="meta">
            {edit.span
              ? t.markedFrom(work.dispatch.tree.text.slice(edit.span.start, edit.span.end).trim())
              : t.markHelp}
          </span>
          <ByKeyboard work={work} />
        </div>
      )}
      {!fault && <Refused error={send.error} />}
      <div className="field-send">
        <Button type="submit" size="compact-sm" variant="outline" loading={send.isPending}>
          {t.save}
        </Button>
        <Button size="compact-sm" variant="default" onClick={work.close}>
          {t.cancel}
        </Button>
        {isItem && value !== null && (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={t.takeOffOf(name)}
            onClick={() => send.mutate({ field: edit.field.path, how: 'typed', value: null })}
          >
            {t.takeOff}
          </Button>
        )}
      </div>
    </form>
  )
}

const Parts = ({ name, work }: Pick<EditorProps, 'name' | 'work'>) => {
  const t = useWords(fieldEditorWords)
  const { references } = useWords(correctionWords)
  const { types } = useWords(dispatchWords)
  const { edit, send } = work
  if (!edit) return null
  const fault = faultOf(send.error, edit.field.path)
  const error = fault ? (t.fault[fault] ?? t.faultOther) : undefined
  return partsOf(edit.field.name).map(([key, kind], index) => {
    const shared = {
      label: key === '' ? name : (t.part[key] ?? key),
      value: edit.form[key] ?? '',
      onChange: (event: { currentTarget: { value: string } }) => work.type(key, event.currentTarget.value),
      error: index === 0 || (kind === 'date' && fault === 'date') ? error : undefined,
      ...(index === 0 ? { ref: focusOnce } : {}),
    }
    if (kind === 'type')
      return (
        <NativeSelect
          key={key}
          {...shared}
          data={[
            ...(key === '' ? [] : [{ value: '', label: t.noType }]),
            ...Object.entries(key === '' ? types : { ...types, ...references }).map(([value, label]) => ({
              value,
              label,
            })),
          ]}
        />
      )
    if (kind === 'lines') return <Textarea key={key} {...shared} rows={3} lang="vi" maxLength={2000} />
    return (
      <TextInput
        key={key}
        {...shared}
        lang="vi"
        maxLength={300}
        description={kind === 'date' ? t.dateHelp : undefined}
      />
    )
  })
}

/** The text in a field of its own, where arrows with Shift select: the way to mark without a mouse. */
const ByKeyboard = ({ work }: Pick<EditorProps, 'work'>) => {
  const t = useWords(fieldEditorWords)
  return (
    <details className="field-by-keyboard">
      <summary>{t.byKeyboard}</summary>
      <Textarea
        // Not `readOnly`: there the arrows select nothing. What is typed changes nothing, as the value is given.
        aria-readonly
        inputMode="none"
        onChange={() => {}}
        lang="vi"
        rows={6}
        label={t.textOfDispatch}
        description={t.byKeyboardHelp}
        value={work.dispatch.tree.text}
        onSelect={({ currentTarget: { selectionStart: start, selectionEnd: end } }) => {
          if (start < end) work.setMarked({ start, end })
        }}
      />
    </details>
  )
}

const faultOf = (error: Error | null, path: string): string | null =>
  error instanceof ApiProblem && error.code === 'correction.invalid'
    ? (error.body.places?.find((place) => place.path === path)?.message ?? null)
    : null

/** Whoever asked to edit goes on by typing. */
const focusOnce = (field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | null) =>
  field?.focus({ preventScroll: true })
