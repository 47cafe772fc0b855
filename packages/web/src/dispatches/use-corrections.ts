/** Which field is being put right, what is typed in it, and the corrections sent for a dispatch. */
import { CorrectDispatch, type FieldChange } from '@loa/contract/corrections'
import { type Dispatch, GetDispatch } from '@loa/contract/dispatches'
import { GetPlan } from '@loa/contract/plans'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiProblem, call, keyOf } from '../api.ts'
import { useMay } from '../shell/session.ts'
import { type FieldForm, formOf, partsOf, type ReadField, valueOfForm } from './read-fields.ts'
import { type TextSpan, useMarkedWords } from './use-marked-words.ts'

export interface FieldEdit {
  field: Pick<ReadField, 'path' | 'name'>
  form: FieldForm
  /** The words were taken from the dispatch and not touched since. */
  span: TextSpan | null
}

export const useCorrections = (dispatch: Dispatch) => {
  const cache = useQueryClient()
  const mayCorrect = useMay()('dispatch.correct') && dispatch.state === 'read'
  const [edit, setEdit] = useState<FieldEdit | null>(null)
  const [marked, setMarked] = useMarkedWords(edit !== null)
  const [saved, setSaved] = useState<string | null>(null)

  const send = useMutation({
    mutationFn: (change: FieldChange) =>
      call(CorrectDispatch, {
        params: { id: dispatch.id },
        body: { version: dispatch.version, changes: [change] },
      }),
    onSuccess: (answer, { field }) => {
      cache.setQueryData(keyOf(GetDispatch, dispatch.id), answer)
      cache.invalidateQueries({ queryKey: keyOf(GetPlan, dispatch.id) })
      cache.invalidateQueries({ queryKey: ['home'] })
      setEdit(null)
      setSaved(field)
    },
    onError: (error) => {
      if (error instanceof ApiProblem && error.code === 'thing.changed')
        cache.invalidateQueries({ queryKey: keyOf(GetDispatch, dispatch.id) })
    },
  })

  const open = (field: Pick<ReadField, 'path' | 'name' | 'value'>) => {
    send.reset()
    setMarked(null)
    setSaved(null)
    setEdit({ field, form: formOf(field.name, field.value), span: null })
  }
  const take = () => {
    if (!edit || !marked) return
    const [main] = partsOf(edit.field.name)[0] ?? ['']
    const words = dispatch.tree.text.slice(marked.start, marked.end).replace(/\s+/g, ' ').trim()
    setEdit({ ...edit, form: { ...edit.form, [main]: words }, span: marked })
  }
  const type = (key: string, words: string) =>
    edit && setEdit({ ...edit, form: { ...edit.form, [key]: words }, span: null })
  const save = () => {
    if (!edit || send.isPending) return
    const { path: field, name } = edit.field
    send.mutate(
      edit.span
        ? { field, how: 'marked', ...edit.span }
        : { field, how: 'typed', value: valueOfForm(name, edit.form) },
    )
  }
  const close = () => {
    send.reset()
    setEdit(null)
  }
  return { dispatch, mayCorrect, edit, open, close, type, take, save, marked, setMarked, send, saved }
}
export type CorrectionWork = ReturnType<typeof useCorrections>
