/** What is typed into a draft, saved with the version it began from; another's change is told and merged by field, and by paragraph. */
import { type Dispatch, GetDispatch, SaveDraft } from '@loa/contract/dispatches'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { ApiProblem, call, keyOf } from '../api.ts'
import { useMay } from '../shell/session.ts'
import { changeOf, type DraftChange, type DraftFields, type FieldName, fieldsOf } from './draft-fields.ts'
import { type Beside, mergedWith } from './draft-merge.ts'

interface Typed {
  version: number
  base: DraftFields
  fields: DraftFields
}
interface Sent extends Typed {
  change: DraftChange
}
const typedFrom = (dispatch: Dispatch): Typed => {
  const base = fieldsOf(dispatch.tree)
  return { version: dispatch.version, base, fields: base }
}

export const useDraft = (dispatch: Dispatch) => {
  const cache = useQueryClient()
  const mayWrite = useMay()('dispatch.draft') && dispatch.state === 'draft'
  const [typed, setTyped] = useState(() => typedFrom(dispatch))
  const [kept, setKept] = useState<{ kept: FieldName[]; beside: Beside[] } | null>(null)
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const change = useMemo(() => changeOf(typed.base, typed.fields), [typed])
  const isDirty = mayWrite && Object.keys(change).length > 0

  // A step or another's save came in while nothing was typed here: take it over.
  useEffect(() => {
    if (dispatch.version !== typed.version && !isDirty) setTyped(typedFrom(dispatch))
  }, [dispatch, typed.version, isDirty])

  const saving = useMutation({
    mutationFn: ({ version, change }: Sent) =>
      call(SaveDraft, { params: { id: dispatch.id }, body: { version, change } }),
    onSuccess: (saved, sent) => {
      // What was typed while the save was under way stays.
      setTyped((now) => ({
        version: saved.version,
        ...mergedWith(fieldsOf(saved.tree), sent.fields, now.fields),
      }))
      setKept(null)
      setSavedAt(new Date().toISOString())
      cache.setQueryData(keyOf(GetDispatch, dispatch.id), saved)
    },
  })
  const save = { ...saving, mutate: () => saving.mutate({ ...typed, change }) }
  const takeNew = useMutation({
    mutationFn: () => call(GetDispatch, { params: { id: dispatch.id } }),
    onSuccess: (fresh) => {
      setTyped((now) => ({
        version: fresh.version,
        ...mergedWith(fieldsOf(fresh.tree), now.base, now.fields),
      }))
      const { kept, beside } = mergedWith(fieldsOf(fresh.tree), typed.base, typed.fields)
      setKept({ kept, beside })
      saving.reset()
      cache.setQueryData(keyOf(GetDispatch, dispatch.id), fresh)
    },
  })
  /** Paragraphs that two people changed at once, of which one is to be chosen before saving. */
  const choices = typed.fields.body.filter(({ choice }) => choice).length
  const set = <K extends FieldName>(name: K, value: DraftFields[K]) =>
    setTyped((before) => ({ ...before, fields: { ...before.fields, [name]: value } }))
  const conflict =
    save.error instanceof ApiProblem && save.error.code === 'thing.changed' ? save.error.body : null
  return { ...typed, change, isDirty, mayWrite, set, save, takeNew, conflict, kept, savedAt, choices }
}
export type DraftWork = ReturnType<typeof useDraft>
