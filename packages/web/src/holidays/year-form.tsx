/** How the five days of Tết and the two at 02/9 lie, as the notice of the year says. */
import { GetHolidays, type Holidays, SaveHolidayYear } from '@loa/contract/holidays'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call, keyOf } from '../api.ts'
import { Trouble } from '../shell/trouble.tsx'
import { holidayWords } from '../words/holidays.ts'
import { useWords } from '../words/language.tsx'

export const YearForm = ({ holidays: { year, keeps } }: { holidays: Holidays }) => {
  const t = useWords(holidayWords)
  const cache = useQueryClient()
  const [draft, setDraft] = useState(year)
  const save = useMutation({
    mutationFn: () => {
      const { tetBefore, nationalDayWith, act } = draft
      return call(SaveHolidayYear, {
        params: { year: year.year },
        body: { tetBefore, nationalDayWith, act: act ?? '' },
      })
    },
    onSuccess: (saved) => cache.setQueryData(keyOf(GetHolidays, year.year), saved),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <section className="panel" aria-labelledby="choice">
      <header>
        <h2 id="choice">{t.choice}</h2>
      </header>
      <form className="holidays-form" onSubmit={submit} aria-labelledby="choice">
        <p className={year.act ? 'note ok' : 'note ask'}>{year.act ? t.choiceBy(year.act) : t.choiceUsual}</p>
        <div className="holidays-fields">
          <NativeSelect
            label={t.tetBefore}
            disabled={!keeps}
            value={String(draft.tetBefore)}
            onChange={(event) => setDraft({ ...draft, tetBefore: event.currentTarget.value === '1' ? 1 : 2 })}
            data={[
              { value: '1', label: t.tetOne },
              { value: '2', label: t.tetTwo },
            ]}
          />
          <NativeSelect
            label={t.nationalWith}
            disabled={!keeps}
            value={draft.nationalDayWith}
            onChange={(event) =>
              setDraft({
                ...draft,
                nationalDayWith: event.currentTarget.value === 'after' ? 'after' : 'before',
              })
            }
            data={[
              { value: 'before', label: t.before },
              { value: 'after', label: t.after },
            ]}
          />
        </div>
        {keeps && (
          <>
            <TextInput
              label={t.act}
              description={t.actHelp}
              required
              minLength={3}
              maxLength={300}
              value={draft.act ?? ''}
              onChange={(event) => setDraft({ ...draft, act: event.currentTarget.value })}
            />
            {save.error && <Trouble error={save.error} />}
            <div className="form-acts">
              <Button type="submit" variant="default" loading={save.isPending}>
                {t.saveYear}
              </Button>
            </div>
          </>
        )}
      </form>
    </section>
  )
}
