/** What is typed into a draft, saved with the version it began from; another's change is told and merged by field. */
import { type Dispatch, GetDispatch, SaveDraft } from '@loa/contract/dispatches'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { ApiProblem, call, keyOf } from '../api.ts'
import { useMay } from '../shell/session.ts'
import { changeOf, type DraftFields, type FieldName, fieldsOf } from './draft-fields.ts'
import { mergedWith } from './draft-merge.ts'

interface Typed {
  version: number
  base: DraftFields
  fields: DraftFields
}
const typedFrom = (dispatch: Dispatch): Typed => {
  const base = fieldsOf(dispatch.tree)
  return { version: dispatch.version, base, fields: base }
}

export const useDraft = (dispatch: Dispatch) => {
  const cache = useQueryClient()
  const mayWrite = useMay()('dispatch.draft') && dispatch.state === 'draft'
  const [typed, setTyped] = useState(() => typedFrom(dispatch))
  const [kept, setKept] = useState<FieldName[] | null>(null)
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const change = useMemo(() => changeOf(typed.base, typed.fields), [typed])
  const isDirty = mayWrite && Object.keys(change).length > 0

  // A step or another's save came in while nothing was typed here: take it over.
  useEffect(() => {
    if (dispatch.version !== typed.version && !isDirty) setTyped(typedFrom(dispatch))
  }, [dispatch, typed.version, isDirty])

  const save = useMutation({
    mutationFn: () =>
      call(SaveDraft, { params: { id: dispatch.id }, body: { version: typed.version, change } }),
    onSuccess: (saved) => {
      // What was typed while the save was under way stays.
      setTyped((now) => {
        const base = fieldsOf(saved.tree)
        return { version: saved.version, base, fields: mergedWith(base, typed.fields, now.fields).fields }
      })
      setKept(null)
      setSavedAt(new Date().toISOString())
      cache.setQueryData(keyOf(GetDispatch, dispatch.id), saved)
    },
  })
  const takeNew = useMutation({
    mutationFn: () => call(GetDispatch, { params: { id: dispatch.id } }),
    onSuccess: (fresh) => {
      const base = fieldsOf(fresh.tree)
      const merged = mergedWith(base, typed.base, typed.fields)
      setTyped({ version: fresh.version, base, fields: merged.fields })
      setKept(merged.kept)
      save.reset()
      cache.setQueryData(keyOf(GetDispatch, dispatch.id), fresh)
    },
  })
  const set = <K extends FieldName>(name: K, value: DraftFields[K]) =>
    setTyped((before) => ({ ...before, fields: { ...before.fields, [name]: value } }))
  const conflict =
    save.error instanceof ApiProblem && save.error.code === 'thing.changed' ? save.error.body : null
  return { ...typed, change, isDirty, mayWrite, set, save, takeNew, conflict, kept, savedAt }
}
export type DraftWork = ReturnType<typeof useDraft>
