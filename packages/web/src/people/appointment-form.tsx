import { type Role, roles } from '@loa/contract/acts'
import { GiveAppointment, type PersonDetails } from '@loa/contract/roster'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { call } from '../api.ts'
import { todayInVietnam } from '../shell/format.ts'
import { Trouble } from '../shell/trouble.tsx'
import { actWords } from '../words/acts.ts'
import { useWords } from '../words/language.tsx'
import { peopleWords } from '../words/people.ts'
import { UnitPicker } from './unit-picker.tsx'
import { useFields } from './use-fields.ts'
import { usePersonChange } from './use-person.ts'

export const AppointmentForm = ({ person, onDone }: { person: PersonDetails; onDone: () => void }) => {
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
        description={'\u00a0'}
        value={role}
        onChange={(event) => setRole(roles.find((each) => each === event.currentTarget.value) ?? 'officer')}
        data={roles.map((value) => ({ value, label: names.roles[value] }))}
      />
      <TextInput label={t.from} type="date" description={'\u00a0'} {...field('from')} />
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
