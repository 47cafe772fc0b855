/** One act for the storm: everything of the unit within some hours. */
import { CancelGatherings } from '@loa/contract/gatherings'
import { Button, Checkbox, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call } from '../api.ts'
import { numberWords, todayInVietnam } from '../shell/format.ts'
import { Trouble } from '../shell/trouble.tsx'
import { instantsOf } from '../vehicles/hours.ts'
import { gatheringWords } from '../words/gatherings.ts'
import { useLanguage, useWords } from '../words/language.tsx'

export const Weather = () => {
  const t = useWords(gatheringWords)
  const { language } = useLanguage()
  const cache = useQueryClient()
  const [storm, setStorm] = useState({ day: todayInVietnam(), from: '00:00', to: '23:59', reason: '' })
  const [outdoorsOnly, setOutdoorsOnly] = useState(true)
  const cancel = useMutation({
    mutationFn: () => {
      const { startsAt: from, endsAt: to } = instantsOf(storm.day, storm.from, storm.to)
      return call(CancelGatherings, { body: { from, to, outdoorsOnly, reason: storm.reason } })
    },
    onSuccess: () => cache.invalidateQueries({ queryKey: ['gatherings'] }),
  })
  const field = (name: keyof typeof storm) => ({
    value: storm[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget
      setStorm((before) => ({ ...before, [name]: value }))
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    cancel.mutate()
  }
  return (
    <section className="panel" aria-labelledby="weather">
      <header>
        <h2 id="weather">{t.weather}</h2>
      </header>
      <form className="drive-form padded" onSubmit={submit}>
        <p className="wide small">{t.weatherHelp}</p>
        <TextInput label={t.day} type="date" required {...field('day')} />
        <div className="drive-hours">
          <TextInput label={t.from} type="time" required {...field('from')} />
          <TextInput label={t.to} type="time" required {...field('to')} />
        </div>
        <TextInput className="wide" label={t.reason} required minLength={2} {...field('reason')} />
        <Checkbox
          className="wide"
          label={t.outdoorsOnly}
          checked={outdoorsOnly}
          onChange={(event) => setOutdoorsOnly(event.currentTarget.checked)}
        />
        <Button className="wide" type="submit" variant="default" loading={cancel.isPending}>
          {t.cancelAll}
        </Button>
        <p className="wide small" role="status">
          {cancel.data &&
            t.cancelledNow(
              numberWords(language, cancel.data.gatherings),
              numberWords(language, cancel.data.drives),
            )}
        </p>
        {cancel.error && (
          <div className="wide">
            <Trouble error={cancel.error} />
          </div>
        )}
      </form>
    </section>
  )
}
