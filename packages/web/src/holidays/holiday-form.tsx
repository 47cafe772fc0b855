/** A day that is off or worked by order: entered, changed, taken back. */
import { GetHolidays, type OwnHoliday, RemoveHoliday, SaveHoliday } from '@loa/contract/holidays'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call, keyOf } from '../api.ts'
import { dayWords } from '../shell/format.ts'
import { Trouble } from '../shell/trouble.tsx'
import { holidayWords } from '../words/holidays.ts'
import { useWords } from '../words/language.tsx'
import { shellWords } from '../words/shell.ts'

export const HolidayForm = ({
  year,
  own,
  onClose,
}: {
  year: number
  /** The day that is changed; null: a new one. */
  own: OwnHoliday | null
  onClose: () => void
}) => {
  const t = useWords(holidayWords)
  const shell = useWords(shellWords)
  const cache = useQueryClient()
  const [draft, setDraft] = useState<OwnHoliday>(own ?? { day: '', name: '', kind: 'off', note: '' })
  const set = (change: Partial<OwnHoliday>) => setDraft((before) => ({ ...before, ...change }))
  const save = useMutation({
    mutationFn: () => {
      const { day, name, kind, note } = draft
      return call(SaveHoliday, { params: { year, day }, body: { name, kind, note } })
    },
    onSuccess: (saved) => {
      cache.setQueryData(keyOf(GetHolidays, year), saved)
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <form className="holidays-form" onSubmit={submit} aria-label={own ? t.change : t.add}>
      <h3>{own ? t.changeNamed(dayWords(own.day)) : t.add}</h3>
      <div className="holidays-fields">
        <TextInput
          type="date"
          label={t.day}
          required
          disabled={own !== null}
          min={`${year}-01-01`}
          max={`${year}-12-31`}
          value={draft.day}
          onChange={(event) => set({ day: event.currentTarget.value })}
        />
        <NativeSelect
          label={t.kind}
          value={draft.kind}
          onChange={(event) => set({ kind: event.currentTarget.value === 'working' ? 'working' : 'off' })}
          data={[
            { value: 'off', label: t.kinds.off },
            { value: 'working', label: t.kinds.working },
          ]}
        />
        <TextInput
          label={t.nameOf}
          required
          minLength={2}
          maxLength={200}
          value={draft.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t.note}
          maxLength={500}
          value={draft.note}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
      </div>
      {save.error && <Trouble error={save.error} />}
      <div className="form-acts">
        <Button type="submit" loading={save.isPending}>
          {own ? t.save : t.add}
        </Button>
        {own && (
          <Button variant="default" onClick={onClose}>
            {shell.cancel}
          </Button>
        )}
      </div>
    </form>
  )
}

export const RemoveButton = ({
  year,
  own,
  onEdit,
}: {
  year: number
  own: OwnHoliday
  onEdit: () => void
}) => {
  const t = useWords(holidayWords)
  const cache = useQueryClient()
  const remove = useMutation({
    mutationFn: () => call(RemoveHoliday, { params: { year, day: own.day } }),
    onSuccess: (saved) => cache.setQueryData(keyOf(GetHolidays, year), saved),
  })
  return (
    <div className="form-acts">
      <Button size="xs" variant="default" aria-label={t.changeNamed(dayWords(own.day))} onClick={onEdit}>
        {t.change}
      </Button>
      <Button
        size="xs"
        variant="default"
        loading={remove.isPending}
        aria-label={t.removeNamed(dayWords(own.day))}
        onClick={() => remove.mutate()}
      >
        {t.remove}
      </Button>
      {remove.error && <Trouble error={remove.error} />}
    </div>
  )
}
