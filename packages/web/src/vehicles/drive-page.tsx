/** One drive: what its positions say, as words and as a line; a GPX file; cancelling. */
import { CancelVehicleTask, GetVehicleTask, ImportGpx, type Track } from '@loa/contract/vehicles'
import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { z } from 'zod'
import { call, keyOf } from '../api.ts'
import { numberWords } from '../shell/format.ts'
import { Empty, Loaded, Page } from '../shell/page.tsx'
import { useMay } from '../shell/session.ts'
import { Trouble } from '../shell/trouble.tsx'
import { useLanguage, useWords } from '../words/language.tsx'
import { vehicleWords } from '../words/vehicles.ts'
import { hourOf, hoursOf } from './hours.ts'
import { TrackLine } from './track-line.tsx'
import './vehicles.css'

type Task = z.output<typeof GetVehicleTask.answer>
type TrackData = z.output<typeof Track>

export const DrivePage = () => {
  const t = useWords(vehicleWords)
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const may = useMay()('vehicle.save')
  const query = useQuery({
    queryKey: keyOf(GetVehicleTask, id),
    queryFn: ({ signal }) => call(GetVehicleTask, { params: { id }, signal }),
  })
  const task = query.data
  const hours = task && hoursOf(task)
  return (
    <Page
      title={task ? `${task.vehicle.plate}: ${task.route}` : t.tasks}
      crumb={<Link to="/vehicles">{t.back}</Link>}
      state={
        task && hours ? (
          <>
            {t.hours(hours.day, hours.from, hours.to)} · <span lang="vi">{task.campaign.title}</span>
            {task.cancelledReason && ` · ${t.cancelled(task.cancelledReason)}`}
          </>
        ) : (
          ' '
        )
      }
      next={
        may && task && !task.cancelledReason
          ? { why: t.track, help: t.trackNoneHelp, action: <GpxButton id={id} /> }
          : undefined
      }
    >
      <Loaded query={query}>
        {(found) => (
          <div className="drives">
            <TrackView track={found.track} />
            {may && found.cancelledReason === null && <Cancel task={found} />}
          </div>
        )}
      </Loaded>
    </Page>
  )
}

const TrackView = ({ track }: { track: TrackData }) => {
  const t = useWords(vehicleWords)
  const { language } = useLanguage()
  const number = (value: number) => numberWords(language, value, 1)
  if (track.points === 0) return <Empty title={t.trackNone} help={t.trackNoneHelp} />
  return (
    <section className="panel" aria-labelledby="track">
      <header>
        <h2 id="track">{t.track}</h2>
        <span>{t.sum(number(track.kilometres), number(track.movingMinutes), number(track.points))}</span>
      </header>
      <TrackLine line={track.line} label={t.drawing(number(track.kilometres))} />
      <div className="track-words">
        {track.odd.length > 0 && (
          <div className="note ask">
            <div>
              <b>{t.odd}</b>
              <ul>
                {track.odd.map(({ kind, from, to }) => (
                  <li key={`${kind}${from}`}>{t.oddLine(hourOf(from), hourOf(to), t.odds[kind])}</li>
                ))}
              </ul>
            </div>
          </div>
        )}
        <h3>{t.trips}</h3>
        {track.trips.length === 0 && <p className="meta">{t.none}</p>}
        <ul>
          {track.trips.map((trip) => (
            <li key={trip.from}>{t.trip(hourOf(trip.from), hourOf(trip.to), number(trip.kilometres))}</li>
          ))}
        </ul>
        <h3>{t.stops}</h3>
        {track.stops.length === 0 && <p className="meta">{t.none}</p>}
        <ul>
          {track.stops.map((stop) => (
            <li key={stop.from}>{t.stop(hourOf(stop.from), number(stop.minutes))}</li>
          ))}
        </ul>
      </div>
    </section>
  )
}

const GpxButton = ({ id }: { id: string }) => {
  const t = useWords(vehicleWords)
  const { language } = useLanguage()
  const cache = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const send = useMutation({
    mutationFn: (file: File) => call(ImportGpx, { params: { id }, file }),
    onSuccess: ({ task }) => cache.setQueryData(keyOf(GetVehicleTask, id), task),
  })
  const number = (value: number) => numberWords(language, value)
  return (
    <div>
      <input
        ref={input}
        type="file"
        accept=".gpx,application/gpx+xml"
        hidden
        aria-label={t.importGpx}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          if (file) send.mutate(file)
          event.currentTarget.value = ''
        }}
      />
      <Button size="md" loading={send.isPending} onClick={() => input.current?.click()}>
        {t.importGpx}
      </Button>
      <div role="status">
        {send.data && (
          <p className="small">
            {t.importDone(
              number(send.data.added),
              number(send.data.known),
              number(send.data.outside),
              number(send.data.unreadable),
            )}
          </p>
        )}
      </div>
      {send.error && <Trouble error={send.error} />}
    </div>
  )
}

const Cancel = ({ task }: { task: Task }) => {
  const t = useWords(vehicleWords)
  const cache = useQueryClient()
  const [reason, setReason] = useState('')
  const cancel = useMutation({
    mutationFn: () =>
      call(CancelVehicleTask, { params: { id: task.id }, body: { version: task.version, reason } }),
    onSuccess: () => cache.invalidateQueries({ queryKey: keyOf(GetVehicleTask, task.id) }),
  })
  return (
    <form
      className="panel drive-form padded"
      onSubmit={(event) => {
        event.preventDefault()
        cancel.mutate()
      }}
    >
      <TextInput
        className="wide"
        label={t.cancelWhy}
        required
        minLength={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button className="wide" type="submit" variant="default" loading={cancel.isPending}>
        {t.cancel}
      </Button>
      {cancel.error && (
        <div className="wide">
          <Trouble error={cancel.error} />
        </div>
      )}
    </form>
  )
}
