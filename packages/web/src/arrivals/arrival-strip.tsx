/** Beside an incoming dispatch: its số đến, or the button that gives it one; a second copy is said before. */
import { type ArrivalStand, GetArrivalStand, RegisterArrival } from '@loa/contract/arrivals'
import { Button, Checkbox, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { call, keyOf } from '../api.ts'
import { dayWords, todayInVietnam } from '../shell/format.ts'
import { StateBadge, Warning } from '../shell/state.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { arrivalWords } from '../words/arrivals.ts'
import { useWords } from '../words/language.tsx'
import './arrivals.css'

export const ArrivalStrip = ({ dispatchId }: { dispatchId: number }) => {
  const t = useWords(arrivalWords)
  const { data } = useQuery({
    queryKey: keyOf(GetArrivalStand, dispatchId),
    queryFn: () => call(GetArrivalStand, { params: { id: dispatchId } }),
  })
  return (
    <div className="arrival-strip">
      {data?.arrival && (
        <>
          <StateBadge tone="ok">{t.number(data.arrival.number)}</StateBadge>
          <span className="meta">{t.arrivedOn(dayWords(data.arrival.arrivedOn))}</span>
          <Link to="/arrivals/$id" params={{ id: String(data.arrival.id) }}>
            {t.open}
          </Link>
        </>
      )}
      {data && !data.arrival && <Enter dispatchId={dispatchId} stand={data} />}
    </div>
  )
}

const Enter = ({
  dispatchId,
  stand: { may, nextNumber, twins },
}: {
  dispatchId: number
  stand: ArrivalStand
}) => {
  const t = useWords(arrivalWords)
  const cache = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const [arrivedOn, setArrivedOn] = useState(todayInVietnam())
  const [note, setNote] = useState('')
  const [despiteTwin, setDespite] = useState(false)
  const enter = useMutation({
    mutationFn: () =>
      call(RegisterArrival, { params: { id: dispatchId }, body: { arrivedOn, note, despiteTwin } }),
    onSuccess: (stand) => cache.setQueryData(keyOf(GetArrivalStand, dispatchId), stand),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    enter.mutate()
  }
  return (
    <>
      <StateBadge tone="none">{t.notYet}</StateBadge>
      {twins.length > 0 && <Twins twins={twins} />}
      {may.register && !isOpen && (
        <Button size="xs" variant="default" onClick={() => setOpen(true)}>
          {t.next(nextNumber)}
        </Button>
      )}
      {isOpen && (
        <form className="arrival-enter" onSubmit={submit} aria-label={t.enter}>
          <TextInput
            type="date"
            size="xs"
            label={t.day}
            required
            max={todayInVietnam()}
            value={arrivedOn}
            onChange={(event) => setArrivedOn(event.currentTarget.value)}
          />
          <TextInput
            size="xs"
            label={t.note}
            lang="vi"
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          {twins.length > 0 && (
            <Checkbox
              size="xs"
              label={t.despite}
              checked={despiteTwin}
              onChange={(event) => setDespite(event.currentTarget.checked)}
            />
          )}
          <Button type="submit" size="xs" loading={enter.isPending}>
            {t.enter}
          </Button>
          {enter.error && <Trouble error={enter.error} />}
        </form>
      )}
    </>
  )
}

const Twins = ({ twins }: { twins: ArrivalStand['twins'] }) => {
  const t = useWords(arrivalWords)
  return (
    <Warning>
      {t.twins}{' '}
      {twins.map((twin, at) => (
        <span key={twin.id}>
          {at > 0 && '; '}
          <Link to="/arrivals/$id" params={{ id: String(twin.id) }}>
            {t.twin(twin.number, twin.year, dayWords(twin.arrivedOn))}
          </Link>
        </span>
      ))}
    </Warning>
  )
}
