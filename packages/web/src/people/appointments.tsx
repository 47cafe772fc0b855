import { type Appointment, EndAppointment, type PersonDetails } from '@loa/contract/roster'
import { Button, TextInput } from '@mantine/core'
import { type FormEvent, lazy, useState } from 'react'
import { call } from '../api.ts'
import { dayWords, instantWords, todayInVietnam } from '../shell/format.ts'
import { useMay } from '../shell/session.ts'
import { StateBadge } from '../shell/state.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { actWords } from '../words/acts.ts'
import { useWords } from '../words/language.tsx'
import { peopleWords } from '../words/people.ts'
import { Section } from './section.tsx'
import { useFields } from './use-fields.ts'
import { usePersonChange } from './use-person.ts'

// Its pickers weigh more than the page, and most visits only read.
const AppointmentForm = lazy(async () => ({
  default: (await import('./appointment-form.tsx')).AppointmentForm,
}))

/** Roles held, past and to come; each ends with a day and stays in the history. */
export const Appointments = ({ person }: { person: PersonDetails }) => {
  const t = useWords(peopleWords)
  const mayGive = useMay()('person.change') && person.leftOn === null
  return (
    <Section
      title={t.appointments}
      count={person.appointments.length}
      open={mayGive ? t.give : null}
      form={(close) => <AppointmentForm person={person} onDone={close} />}
    >
      {person.appointments.length === 0 && <p className="person-body">{t.noAppointments}</p>}
      <ul className="power-list">
        {person.appointments.map((appointment) => (
          <Row key={appointment.id} personId={person.id} appointment={appointment} />
        ))}
      </ul>
    </Section>
  )
}

const stateOf = ({ from, to, revokedAt }: Appointment, day: string) => {
  if (revokedAt !== null) return 'takenBack'
  if (to !== null && to < day) return 'over'
  return from !== null && from > day ? 'later' : 'now'
}

const Row = ({ personId, appointment }: { personId: string; appointment: Appointment }) => {
  const t = useWords(peopleWords)
  const names = useWords(actWords)
  const [isEnding, setEnding] = useState(false)
  const state = stateOf(appointment, todayInVietnam())
  return (
    <li>
      <span className="power-words">
        <b>{names.roles[appointment.role]}</b>
        <span lang="vi">{appointment.unit.fullName}</span>
        <span className="meta">
          {[
            t.days(dayWords(appointment.from) || t.fromEver, dayWords(appointment.to) || t.forGood),
            appointment.act,
            appointment.revokedAt && t.revoked(instantWords(appointment.revokedAt)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <StateBadge tone={state === 'now' ? 'ok' : state === 'later' ? 'go' : 'none'}>{t[state]}</StateBadge>
      {appointment.mayEnd && !isEnding && (
        <Button
          size="xs"
          variant="default"
          aria-label={t.endOf(names.roles[appointment.role])}
          onClick={() => setEnding(true)}
        >
          {t.end}
        </Button>
      )}
      {isEnding && <End personId={personId} id={appointment.id} onDone={() => setEnding(false)} />}
    </li>
  )
}

const End = ({ personId, id, onDone }: { personId: string; id: number; onDone: () => void }) => {
  const t = useWords(peopleWords)
  const { fields, field } = useFields({ lastDay: dayBefore(todayInVietnam()), act: '' })
  const end = usePersonChange(personId, () => call(EndAppointment, { params: { id }, body: fields }), onDone)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    end.mutate(undefined)
  }
  return (
    <form className="person-form" onSubmit={submit}>
      <TextInput label={t.lastDay} description={t.lastDayHelp} type="date" required {...field('lastDay')} />
      <TextInput label={t.decision} description={t.decisionHelp} {...field('act')} />
      <div className="buttons">
        <Button type="submit" size="xs" loading={end.isPending}>
          {t.end}
        </Button>
        <Button size="xs" variant="default" onClick={onDone}>
          {t.cancel}
        </Button>
      </div>
      {end.error && (
        <div className="wide">
          <Trouble error={end.error} />
        </div>
      )}
    </form>
  )
}

const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
