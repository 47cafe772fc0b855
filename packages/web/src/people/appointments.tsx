import { type Role, roles } from '@loa/contract/acts'
import { type Appointment, EndAppointment, GiveAppointment, type PersonDetails } from '@loa/contract/roster'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { call } from '../api.ts'
import { dayWords, instantWords, todayInVietnam } from '../shell/format.ts'
import { useMay } from '../shell/session.ts'
import { StateBadge } from '../shell/state.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { actWords } from '../words/acts.ts'
import { useWords } from '../words/language.tsx'
import { peopleWords } from '../words/people.ts'
import { Section } from './section.tsx'
import { UnitPicker } from './unit-picker.tsx'
import { useFields } from './use-fields.ts'
import { usePersonChange } from './use-person.ts'

/** Roles held, past and to come; each ends with a day and stays in the history. */
export const Appointments = ({ person }: { person: PersonDetails }) => {
  const t = useWords(peopleWords)
  const mayGive = useMay()('person.change') && person.leftOn === null
  return (
    <Section
      title={t.appointments}
      count={person.appointments.length}
      open={mayGive ? t.give : null}
      form={(close) => <Give person={person} onDone={close} />}
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

const Give = ({ person, onDone }: { person: PersonDetails; onDone: () => void }) => {
  const t = useWords(peopleWords)
  const names = useWords(actWords)
  const [unitId, setUnitId] = useState<number | null>(person.unit?.id ?? null)
  const [role, setRole] = useState<Role>('officer')
  const { fields, field } = useFields({ from: todayInVietnam(), to: '', act: '' })
  const give = usePersonChange(
    person.id,
    (unit: number) => {
      const { from, to, act } = fields
      return call(GiveAppointment, {
        params: { id: person.id },
        body: { unitId: unit, role, act, ...(from ? { from } : {}), ...(to ? { to } : {}) },
      })
    },
    onDone,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (unitId !== null) give.mutate(unitId)
  }
  return (
    <form className="person-form" onSubmit={submit}>
      <UnitPicker value={unitId} onChange={setUnitId} known={person.unit} />
      <NativeSelect
        label={t.role}
        description={' '}
        value={role}
        onChange={(event) => setRole(roles.find((each) => each === event.currentTarget.value) ?? 'officer')}
        data={roles.map((value) => ({ value, label: names.roles[value] }))}
      />
      <TextInput label={t.from} type="date" description={' '} {...field('from')} />
      <TextInput label={t.to} type="date" description={t.toHelp} {...field('to')} />
      <TextInput className="wide" label={t.decision} description={t.decisionHelp} {...field('act')} />
      <div className="buttons">
        <Button type="submit" size="xs" loading={give.isPending}>
          {t.give}
        </Button>
        <Button size="xs" variant="default" onClick={onDone}>
          {t.cancel}
        </Button>
      </div>
      {give.error && (
        <div className="wide">
          <Trouble error={give.error} />
        </div>
      )}
    </form>
  )
}
