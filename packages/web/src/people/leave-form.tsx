import { GiveLeave, type PersonDetails } from '@loa/contract/roster'
import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { call } from '../api.ts'
import { todayInVietnam } from '../shell/format.ts'
import { Trouble } from '../shell/trouble.tsx'
import { useWords } from '../words/language.tsx'
import { peopleWords } from '../words/people.ts'
import { PersonPicker } from './person-picker.tsx'
import { useFields } from './use-fields.ts'
import { usePersonChange } from './use-person.ts'

export const LeaveForm = ({ person, onDone }: { person: PersonDetails; onDone: () => void }) => {
  const t = useWords(peopleWords)
  const unitId = person.unit?.id ?? 0
  const [standIn, setStandIn] = useState<string | null>(null)
  const { fields, field } = useFields({ from: todayInVietnam(), to: todayInVietnam(), note: '' })
  const give = usePersonChange(
    person.id,
    () =>
      call(GiveLeave, {
        params: { id: person.id },
        body: { ...fields, unitId, ...(standIn ? { standInId: standIn } : {}) },
      }),
    onDone,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    give.mutate(undefined)
  }
  return (
    <form className="person-form" onSubmit={submit}>
      <TextInput label={t.from} type="date" required {...field('from')} />
      <TextInput label={t.to} type="date" required {...field('to')} />
      <PersonPicker
        label={t.standIn}
        help={t.standInHelp}
        unitId={unitId}
        value={standIn}
        onChange={setStandIn}
      />
      <TextInput label={t.note} description={'\u00a0'} {...field('note')} />
      <div className="buttons">
        <Button type="submit" size="xs" loading={give.isPending}>
          {t.giveLeave}
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
