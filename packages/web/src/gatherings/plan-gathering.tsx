/** A gathering for an accepted duty. What clashes is shown first; only then may it be planned all the same. */
import {
  type Conflict,
  conflictKinds,
  type GatheringForm,
  gatheringForms,
  SaveGathering,
} from '@loa/contract/gatherings'
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ApiProblem, call } from '../api.ts'
import { acceptedDutiesQuery } from '../duties/accepted-query.ts'
import { todayInVietnam } from '../shell/format.ts'
import { Trouble } from '../shell/trouble.tsx'
import { instantsOf } from '../vehicles/hours.ts'
import { vehiclesQuery } from '../vehicles/vehicles-query.ts'
import { gatheringWords } from '../words/gatherings.ts'
import { useWords } from '../words/language.tsx'
import { venuesQuery } from './lists.ts'

const start = () => ({
  duty: '',
  form: 'performance-film' as string,
  title: '',
  venue: '',
  vehicle: '',
  crew: '',
  day: todayInVietnam(),
  from: '19:00',
  to: '21:00',
})

export const PlanGathering = () => {
  const t = useWords(gatheringWords)
  const cache = useQueryClient()
  const [id, setId] = useState(() => crypto.randomUUID())
  const [plan, setPlan] = useState(start)
  const duties = useQuery(acceptedDutiesQuery).data?.rows
  const venues = useQuery(venuesQuery).data?.rows
  const vehicles = useQuery(vehiclesQuery).data?.rows
  const save = useMutation({
    mutationFn: (despite: boolean) =>
      call(SaveGathering, {
        params: { id },
        body: {
          dutyId: Number(plan.duty || duties?.[0]?.id),
          form: plan.form as GatheringForm,
          title: plan.title,
          venueId: plan.venue || (venues?.[0]?.id ?? ''),
          vehicleId: Number(plan.vehicle) || null,
          crew: plan.crew
            .split('\n')
            .map((name) => name.trim())
            .filter(Boolean),
          ...instantsOf(plan.day, plan.from, plan.to),
          despite,
        },
      }),
    onSuccess: async () => {
      setPlan(start())
      setId(crypto.randomUUID())
      await cache.invalidateQueries({ queryKey: ['gatherings'] })
    },
  })
  const field = (name: keyof typeof plan) => ({
    value: plan[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget
      setPlan((before) => ({ ...before, [name]: value }))
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(false)
  }
  const clashes = save.error instanceof ApiProblem && save.error.code === 'gathering.clashes'
  if (duties === undefined || venues === undefined) return null
  return (
    <section className="panel" aria-labelledby="plan-gathering">
      <header>
        <h2 id="plan-gathering">{t.planTitle}</h2>
      </header>
      {duties.length === 0 && <p className="note ask">{t.noDuty}</p>}
      {venues.length === 0 && <p className="note ask">{t.noVenue}</p>}
      {duties.length > 0 && venues.length > 0 && (
        <form className="drive-form padded" onSubmit={submit}>
          <TextInput className="wide" label={t.name} required minLength={2} {...field('title')} />
          <NativeSelect
            label={t.form}
            {...field('form')}
            data={gatheringForms.map((value) => ({ value, label: t.forms[value] }))}
          />
          <NativeSelect
            label={t.duty}
            {...field('duty')}
            data={duties.map((row) => ({ value: String(row.id), label: row.campaignTitle }))}
          />
          <NativeSelect
            label={t.venue}
            {...field('venue')}
            data={venues.map((row) => ({ value: row.id, label: row.name }))}
          />
          <NativeSelect
            label={t.vehicle}
            {...field('vehicle')}
            data={[
              { value: '', label: t.noVehicle },
              ...(vehicles ?? []).map((row) => ({ value: String(row.id), label: row.plate })),
            ]}
          />
          <TextInput label={t.day} type="date" required {...field('day')} />
          <div className="drive-hours">
            <TextInput label={t.from} type="time" required {...field('from')} />
            <TextInput label={t.to} type="time" required {...field('to')} />
          </div>
          <Textarea
            className="wide mantine-TextInput-root"
            label={t.people}
            description={t.peopleHelp}
            autosize
            minRows={2}
            {...field('crew')}
          />
          <div className="wide">
            <Button type="submit" loading={save.isPending}>
              {t.save}
            </Button>
          </div>
          {save.error && (
            <div className="wide">
              {clashes ? (
                <Clashes
                  places={(save.error as ApiProblem).body.places ?? []}
                  isBusy={save.isPending}
                  onDespite={() => save.mutate(true)}
                />
              ) : (
                <Trouble error={save.error} />
              )}
            </div>
          )}
        </form>
      )}
    </section>
  )
}

const Clashes = ({
  places,
  isBusy,
  onDespite,
}: {
  places: { path?: string | undefined; message: string }[]
  isBusy: boolean
  onDespite: () => void
}) => {
  const t = useWords(gatheringWords)
  const kindOf = (path: string | undefined): Conflict['kind'] =>
    conflictKinds.find((kind) => kind === path) ?? 'venue'
  return (
    <div className="note ask trouble" role="alert">
      <div>
        <b>{t.clashes}</b>
        <ul>
          {places.map(({ path, message }) => (
            <li key={`${path}${message}`}>{t.kinds[kindOf(path)](message)}</li>
          ))}
        </ul>
        <Button size="xs" variant="default" loading={isBusy} onClick={onDespite}>
          {t.despite}
        </Button>
      </div>
    </div>
  )
}
