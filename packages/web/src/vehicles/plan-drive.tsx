/** A drive for an accepted duty: which car, where, on which day from when until when. */
import { ListDuties } from '@loa/contract/duties'
import { SaveVehicleTask, type Vehicle } from '@loa/contract/vehicles'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call, keyOf } from '../api.ts'
import { todayInVietnam } from '../shell/format.ts'
import { Loaded } from '../shell/page.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { useWords } from '../words/language.tsx'
import { vehicleWords } from '../words/vehicles.ts'
import { instantsOf } from './hours.ts'

const start = () => ({
  vehicle: '',
  duty: '',
  route: '',
  crew: '',
  day: todayInVietnam(),
  from: '07:00',
  to: '10:00',
})

export const PlanDrive = ({ vehicles }: { vehicles: Vehicle[] }) => {
  const t = useWords(vehicleWords)
  const cache = useQueryClient()
  const [id, setId] = useState(() => crypto.randomUUID())
  const [drive, setDrive] = useState(start)
  const duties = useQuery({
    queryKey: keyOf(ListDuties, { state: 'accepted' }),
    queryFn: ({ signal }) => call(ListDuties, { query: { state: 'accepted', limit: 100 }, signal }),
  })
  const field = (name: keyof typeof drive) => ({
    value: drive[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget
      setDrive((before) => ({ ...before, [name]: value }))
    },
  })
  const usable = vehicles.filter(({ endedOn }) => endedOn === null)
  const save = useMutation({
    mutationFn: () =>
      call(SaveVehicleTask, {
        params: { id },
        body: {
          vehicleId: Number(drive.vehicle || usable[0]?.id),
          dutyId: Number(drive.duty || duties.data?.rows[0]?.id),
          route: drive.route,
          crew: drive.crew,
          ...instantsOf(drive.day, drive.from, drive.to),
        },
      }),
    onSuccess: async () => {
      setDrive(start())
      setId(crypto.randomUUID())
      await cache.invalidateQueries({ queryKey: ['vehicle-tasks'] })
      await cache.invalidateQueries({ queryKey: ['vehicles'] })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <section className="panel" aria-labelledby="plan-drive">
      <header>
        <h2 id="plan-drive">{t.planTitle}</h2>
      </header>
      <Loaded query={duties}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="note ask">{t.noDuty}</p>
          ) : (
            <form className="drive-form padded" onSubmit={submit}>
              <NativeSelect
                label={t.vehicle}
                {...field('vehicle')}
                value={drive.vehicle || String(usable[0]?.id ?? '')}
                data={usable.map((each) => ({ value: String(each.id), label: `${each.plate} ${each.name}` }))}
              />
              <NativeSelect
                label={t.duty}
                {...field('duty')}
                value={drive.duty || String(rows[0]?.id)}
                data={rows.map((row) => ({ value: String(row.id), label: row.campaignTitle }))}
              />
              <TextInput
                className="wide"
                label={t.route}
                description={t.routeHelp}
                required
                minLength={2}
                {...field('route')}
              />
              <TextInput className="wide" label={t.crew} {...field('crew')} />
              <TextInput label={t.day} type="date" required {...field('day')} />
              <div className="drive-hours">
                <TextInput label={t.from} type="time" required {...field('from')} />
                <TextInput label={t.to} type="time" required {...field('to')} />
              </div>
              <div className="wide">
                <Button type="submit" loading={save.isPending}>
                  {t.save}
                </Button>
              </div>
              {save.error && (
                <div className="wide">
                  <Trouble error={save.error} />
                </div>
              )}
            </form>
          )
        }
      </Loaded>
    </section>
  )
}
